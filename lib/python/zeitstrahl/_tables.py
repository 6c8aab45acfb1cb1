"""Claims as rows: for pandas, Arrow, Parquet and whatever reads these."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas
    import pyarrow

ROWS_A_GROUP = 50_000

# Name and type of each column; types are Arrow's names, see _arrow_schema.
COLUMNS: tuple[tuple[str, str], ...] = (
    ("article", "string"), ("title", "string"), ("medium", "string"), ("url", "string"),
    ("published", "date"), ("claim", "string"), ("sentence", "int"), ("label", "string"),
    ("edtf", "string"), ("begin_earliest", "date"), ("begin_latest", "date"),
    ("end_earliest", "date"), ("end_latest", "date"), ("end_open", "bool"),
    ("begin_grain", "string"), ("end_grain", "string"), ("relation", "string"),
    ("modality", "string"), ("reported", "bool"), ("source", "string"), ("actors", "strings"),
    ("topic", "string"), ("thread", "string"), ("thread_label", "string"), ("clause", "string"),
    ("clause_begin", "int"), ("clause_end", "int"), ("hidden", "bool"), ("note", "string"),
)


def _day(bound: str | None) -> datetime.date | None:
    """A day from a bound; None for "open", for unknown ones and years beyond 1 to 9999."""
    try:
        return datetime.date.fromisoformat((bound or "")[:10])
    except ValueError:
        return None


def rows_of(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A row a claim of one article's JSON; none where the article is an error."""
    labels = {thread["id"]: thread["label"] for thread in data.get("threads", ())}
    for claim in data.get("claims", ()):
        begin, end = claim["interval"]["begin"], claim["interval"]["end"]
        yield {
            "article": data["id"], "title": data["title"], "medium": data["source"],
            "url": data["url"], "published": _day(data["published"]),
            "claim": claim["id"], "sentence": claim["sentence"], "label": claim["label"],
            "edtf": claim["edtf"],
            "begin_earliest": _day(begin["earliest"]), "begin_latest": _day(begin["latest"]),
            "end_earliest": _day(end["earliest"]), "end_latest": _day(end["latest"]),
            "end_open": end["latest"] == "open",
            "begin_grain": begin["grain"], "end_grain": end["grain"],
            "relation": claim["relation"], "modality": claim["modality"],
            "reported": claim["reported"], "source": claim["source"], "actors": claim["actors"],
            "topic": claim["topic"], "thread": claim["thread"],
            "thread_label": labels.get(claim["thread"]), "clause": claim["clause"]["text"],
            "clause_begin": claim["clause"]["begin"], "clause_end": claim["clause"]["end"],
            "hidden": claim["hidden"], "note": claim["note"],
        }


def rows_of_all(results: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Rows of documents, or of lines that `zeitstrahl batch` or `batch()` wrote."""
    for result in results:
        yield from rows_of(json.loads(result) if isinstance(result, (str, bytes)) else result._data)


def _arrow_schema() -> pyarrow.Schema:
    import pyarrow

    types = {"string": pyarrow.string(), "date": pyarrow.date32(), "int": pyarrow.int64(),
             "bool": pyarrow.bool_(), "strings": pyarrow.list_(pyarrow.string())}
    return pyarrow.schema([(name, types[kind]) for name, kind in COLUMNS])


def to_arrow(results: Iterable[Any]) -> pyarrow.Table:
    """A pyarrow.Table with a row a claim, of documents or of lines of results.

    Dates before the year 1 are null here; `edtf` says them in words.
    """
    import pyarrow

    return pyarrow.Table.from_pylist(list(rows_of_all(results)), schema=_arrow_schema())


def to_pandas(results: Iterable[Any]) -> pandas.DataFrame:
    """A pandas.DataFrame with a row a claim, of documents or of lines of results."""
    import pandas

    names = [name for name, _ in COLUMNS]
    frame = pandas.DataFrame(list(rows_of_all(results)), columns=names)
    for name, kind in COLUMNS:
        if kind == "date":
            # The resolution holds all years, where nanoseconds end in 2262.
            frame[name] = frame[name].astype("datetime64[s]")
        if kind == "int":
            frame[name] = frame[name].astype("Int64")
    return frame


def write_parquet(results: Iterable[Any], path: str | os.PathLike[str]) -> int:
    """Writes a row a claim as Parquet and gives their number.

    `results` may be a stream: documents, or the lines of a file that `zeitstrahl batch` wrote;
    a part of it is in memory at a time.  Lines that hold an error give no row.
    """
    import pyarrow
    import pyarrow.parquet

    schema = _arrow_schema()
    count = 0
    rows: list[dict[str, Any]] = []
    with pyarrow.parquet.ParquetWriter(path, schema) as writer:

        def flush() -> None:
            writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))
            rows.clear()

        for row in rows_of_all(results):
            rows.append(row)
            count += 1
            if len(rows) == ROWS_A_GROUP:
                flush()
        flush()
    return count
