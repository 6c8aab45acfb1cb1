"""Articles by the million, on Apache Spark 4.

    results = zeitstrahl.spark.extract(df, text="body", published="day", id="url")
    zeitstrahl.spark.claims(results).groupBy("thread_label").count()
    zeitstrahl.spark.compare(zeitstrahl.spark.extract(df, with_text=True, keep=["story"]), by="story")

The package must be installed where the executors run.  Each task keeps one child process; a child
that dies is replaced, and a record at which children die, or that takes too long or too much
memory, becomes an error row.  No row is lost and none comes twice, whatever dies.
"""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow
from pyspark.sql import DataFrame
from pyspark.sql import functions as f
from pyspark.sql.types import StringType, StructField, StructType

from . import _child, _tables
from ._documents import Document
from ._tables import COLUMNS

RECORDS_A_TURN = 256  # that a child is asked at a time
DDL = {"string": "STRING", "date": "DATE", "int": "BIGINT", "bool": "BOOLEAN",
       "strings": "ARRAY<STRING>"}


def _record(row: Mapping[str, Any], names: Sequence[str]) -> str:
    """A line of NDJSON of what is not null; dates as days."""
    record = {name: row[name] for name in names if row[name] is not None}
    published = record.get("published")
    if isinstance(published, (datetime.date, datetime.datetime)):
        record["published"] = published.isoformat()
    return json.dumps({"id": "", **record}, ensure_ascii=False)


def _error_of(line: str) -> str | None:
    """The code of a line that is an error."""
    problem = json.loads(line).get("error")
    return problem["code"] if problem else None


def _answer(batches: Iterator[pyarrow.RecordBatch], names: Sequence[str], keep: Sequence[str],
            command: Sequence[str], seconds: float) -> Iterator[pyarrow.RecordBatch]:
    with _child.Answerer(command, seconds) as child:
        for batch in batches:
            for begin in range(0, batch.num_rows, RECORDS_A_TURN):
                part = batch.slice(begin, RECORDS_A_TURN)
                lines = child.answer([_record(row, names) for row in part.to_pylist()])
                yield pyarrow.RecordBatch.from_arrays(
                    [part["id"], pyarrow.array(lines, pyarrow.string()),
                     pyarrow.array([_error_of(line) for line in lines], pyarrow.string()),
                     *(part[name] for name in keep)],
                    names=["id", "result", "error", *keep])


def extract(df: DataFrame, *, text: str = "text", published: str | None = "published",
            id: str = "id", title: str | None = None, source: str | None = None,
            url: str | None = None, keep: Sequence[str] = (), with_text: bool = False,
            seconds: float = 60, mebibytes: int = 1024) -> DataFrame:
    """A row for each article: `id`, `result` (the line that `zeitstrahl batch` writes), `error` (its
    code, null where all went well), and the columns of `keep`.

    The other arguments name the columns of what is known about an article.  `seconds` and
    `mebibytes` are what one article may take.
    """
    columns = {"id": id, "text": text, "published": published, "title": title, "source": source,
               "url": url}
    known = {name: column for name, column in columns.items() if column}
    taken = df.select(*(_plain(df, column).alias(name) for name, column in known.items()), *keep)
    schema = StructType([StructField(name, StringType()) for name in ("id", "result", "error")] +
                        [df.schema[name] for name in keep])
    command = _child.command(mebibytes, with_text=with_text)
    work = functools.partial(_answer, names=list(known), keep=list(keep), command=command,
                             seconds=seconds)
    return taken.mapInArrow(work, schema)


def _plain(df: DataFrame, column: str) -> Any:
    """Days as they are, everything else as text."""
    kind = df.schema[column].dataType.typeName()
    return f.col(column) if kind in ("date", "string") else f.col(column).cast("string")


def _claims(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    for batch in batches:
        yield from _tables.to_arrow(batch["result"].to_pylist()).to_batches()


def claims(results: DataFrame) -> DataFrame:
    """A row a claim of what `extract` gave, with the columns of `zeitstrahl.to_arrow`."""
    schema = ", ".join(f"{name} {DDL[kind]}" for name, kind in COLUMNS)
    return results.select("result").mapInArrow(_claims, schema)


def _compare(table: pyarrow.Table, by: str) -> pyarrow.Table:
    import zeitstrahl

    found: list[Document | bytes] = [
        line.encode() for line, error in zip(table["result"].to_pylist(),
                                             table["error"].to_pylist()) if error is None]
    return pyarrow.table({by: table[by].slice(0, 1),
                          "comparison": [zeitstrahl.compare(found).to_json()]})


def compare(results: DataFrame, by: str) -> DataFrame:
    """For each value of the column `by`, which `extract` has kept, `comparison`: the JSON that
    `zeitstrahl compare` writes of its articles.  `extract` must have been called `with_text`."""
    schema = StructType([results.schema[by], StructField("comparison", StringType())])

    def compare_group(table: pyarrow.Table) -> pyarrow.Table:
        return _compare(table, by)

    return results.groupBy(by).applyInArrow(compare_group, schema)
