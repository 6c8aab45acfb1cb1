"""Finds what German news articles claim, about whom and when, and draws the timeline.

    import zeitstrahl

    doc = zeitstrahl.read("artikel.html", published="2025-01-22")
    for claim in doc.claims:
        print(claim.edtf, claim.label, doc.text[claim.clause.begin:claim.clause.end])
    doc.timeline.to_svg()                      # in a notebook, doc shows itself
    zeitstrahl.compare([doc, "gestern.md"]).stories
    zeitstrahl.to_pandas([doc])                # a row a claim

Documents do not change and may be shared by threads; the work is done without the GIL.
"""

from __future__ import annotations

import collections
import concurrent.futures
import functools
import json
import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO, Literal

from . import _native
from ._documents import Comparison, Day, Document, Theme, Timeline, options
from ._errors import Error, InputError, ReadError, UsageError
from ._tables import to_arrow, to_pandas, write_parquet
from ._values import (Aspect, Bar, Basis, Claim, ComparedArticle, Cue, Evidence, Expression,
                      Finding, Grain, Interval, IntervalEnd, Modality, Part, Passage, Relation,
                      Repair, Row, Sentence, Statement, Story, Thread, Verdict)

__all__ = [
    "Aspect", "Bar", "Basis", "Claim", "ComparedArticle", "Comparison", "Cue", "Day", "Document",
    "Error", "Evidence", "Expression", "Extractor", "Finding", "Grain", "InputError", "Interval",
    "IntervalEnd", "Modality", "Part", "Passage", "ReadError", "Relation", "Repair", "Row",
    "Sentence", "Statement", "Story", "Theme", "Thread", "Timeline", "UsageError", "Verdict",
    "__version__", "batch", "compare", "read", "to_arrow", "to_pandas", "write_parquet",
]

__version__ = _native.program_version().split()[1]

Article = str | os.PathLike[str] | bytes | BinaryIO
InputFormat = Literal["auto", "text", "markdown", "html", "timeml", "ndjson"]
OutputOnly = Literal["all", "expressions"]
Style = Literal["auto", "news", "narrative"]

_opening = threading.Lock()


class Extractor:
    """A language, loaded once; `read`, `compare` and `batch` of this module have one of their own.

    `style` tells how texts count their times: 'news' from their publication, 'narrative' from the
    date last read, 'auto' finds out.  `lang_dir` is a folder of tables instead of the built-in
    ones.  May be shared by threads.
    """

    def __init__(self, *, style: Style = "auto",
                 lang_dir: str | os.PathLike[str] | None = None) -> None:
        self._native = _native.Extractor(options(style=style, lang_dir=lang_dir))

    def read(self, article: Article | None = None, *, text: str | None = None,
             published: Day | None = None, name: str | None = None,
             input_format: InputFormat = "auto", time_zone: str = "Europe/Berlin",
             repair: bool = True) -> Document:
        """See zeitstrahl.read."""
        if (article is None) == (text is None):
            raise UsageError("give either an article or its text")
        if text is not None:
            content = text.encode()
        elif isinstance(article, bytes):
            content = article
        elif isinstance(article, (str, os.PathLike)):
            name = os.fspath(article) if name is None else name
            with open(article, "rb") as file:
                content = file.read()
        else:
            assert article is not None
            content = article.read()
        return Document(self._native.read(content, options(
            published=published, name=name, input_format=input_format, time_zone=time_zone,
            no_repair=not repair)))

    def compare(self, articles: Iterable[Document | Article]) -> Comparison:
        """See zeitstrahl.compare."""
        documents = [a if isinstance(a, Document) else self.read(a) for a in articles]
        return Comparison(self._native.compare([d._native for d in documents]))

    def answer_line(self, line: bytes, *, with_text: bool = False,
                    output_only: OutputOnly = "all") -> str:
        """The line that `zeitstrahl batch` writes for a line of NDJSON, without its end."""
        given = options(with_text=with_text, output_only=output_only)
        return self._native.answer_line(line.rstrip(b"\r\n"), given)[0].decode()

    def batch(self, records: Iterable[str | bytes | Mapping[str, Any]], *, jobs: int | None = None,
              with_text: bool = False, output_only: OutputOnly = "all") -> Iterator[str]:
        """See zeitstrahl.batch."""

        def answer(record: str | bytes | Mapping[str, Any]) -> str:
            if isinstance(record, Mapping):
                record = json.dumps(record, ensure_ascii=False, default=str)
            line = record if isinstance(record, bytes) else record.encode("utf-8", "surrogatepass")
            return self.answer_line(line, with_text=with_text, output_only=output_only)

        jobs = jobs or os.cpu_count() or 1
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            waiting: collections.deque[concurrent.futures.Future[str]] = collections.deque()
            for record in records:
                waiting.append(pool.submit(answer, record))
                if len(waiting) == 4 * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()


@functools.cache
def _opened(style: Style) -> Extractor:
    return Extractor(style=style)


def _extractor(style: Style = "auto") -> Extractor:
    with _opening:
        return _opened(style)


def read(article: Article | None = None, *, text: str | None = None, published: Day | None = None,
         name: str | None = None, style: Style = "auto", input_format: InputFormat = "auto",
         time_zone: str = "Europe/Berlin", repair: bool = True) -> Document:
    """Reads an article and finds what it claims.

    `article` is a path, bytes or an open binary file: text, Markdown, a web page, TimeML, a
    record of NDJSON, gzip of these, or a timeline that was written as JSON and perhaps edited.
    `text` is the text itself.  `published`, a date or "2025-01-22", goes before what the article
    says; without any date "gestern" stays unresolved.  `name` stands in errors and makes the id.

    Raises InputError (no article), UsageError (arguments), OSError (no such file).
    """
    return _extractor(style).read(article, text=text, published=published, name=name,
                                  input_format=input_format, time_zone=time_zone, repair=repair)


def compare(articles: Iterable[Document | Article]) -> Comparison:
    """Puts articles side by side: documents, or what `read` takes.

    The order of the articles makes no difference.
    """
    return _extractor().compare(articles)


def batch(records: Iterable[str | bytes | Mapping[str, Any]], *, jobs: int | None = None,
          with_text: bool = False, output_only: OutputOnly = "all") -> Iterator[str]:
    """Gives the line that `zeitstrahl batch` writes for each record, in order.

    A record is a line of NDJSON, or a mapping with "id", "text" and perhaps "published", "title",
    "source", "url".  A record that cannot be read gives a line with "error", and the rest goes on.
    With `output_only` "expressions" claims are left out, which is quicker.
    `jobs` threads work at once; a few records are in memory, however long the stream is.
    """
    return _extractor().batch(records, jobs=jobs, with_text=with_text, output_only=output_only)
