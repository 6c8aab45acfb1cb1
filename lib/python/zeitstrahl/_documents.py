"""Documents, their timelines, and comparisons."""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, cast

from . import _native, _tables
from ._values import (Claim, ComparedArticle, Expression, Part, Repair, Sentence, Story, Thread,
                      from_json)

if TYPE_CHECKING:
    import pandas
    import pyarrow

Theme = Literal["light", "dark", "print"]
Day = datetime.date | str


def option(value: Any) -> str:
    """A value as the C API takes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def options(**given: Any) -> list[tuple[str, str]]:
    """Names and values for the C API; None is left out, a list is an option each."""
    out = []
    for name, value in given.items():
        for each in value if isinstance(value, (list, tuple)) else [value]:
            if each is not None:
                out.append((name.replace("_", "-"), option(each)))
    return out


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


class Timeline:
    """What a document claims, in time: threads of bars, and pictures of them.

    All pictures take `theme`, `width` (CSS pixels), `title`, and what is to be seen: `thread`
    (headings), `without` (ids of claims), `since`, `until`, `max_claims`, `hide_vague`, and `all`,
    where a picture would else leave out what makes it too long.  In a notebook a timeline shows
    itself.
    """

    def __init__(self, document: Document) -> None:
        self._document = document

    def __repr__(self) -> str:
        return f"<zeitstrahl.Timeline of {self._document.id!r}: {len(self.threads)} threads>"

    @property
    def threads(self) -> tuple[Thread, ...]:
        """Claims of the same actors about the same matter, by first claim."""
        return self._document.threads

    def to_svg(self, *, theme: Theme = "light", width: int = 800, embed_fonts: bool = False,
               links: bool = False, title: str | None = None, **shown: Any) -> str:
        """The picture as SVG, its text as text; `embed_fonts` brings the letters along."""
        return self._picture("svg", theme=theme, width=width, embed_fonts=embed_fonts, links=links,
                             title=title, **shown).decode()

    def to_png(self, *, theme: Theme = "light", width: int = 800, scale: float = 1,
               title: str | None = None, **shown: Any) -> bytes:
        """The picture as PNG; `scale` is pixels a CSS pixel, 1 to 4."""
        return self._picture("png", theme=theme, width=width, scale=scale, title=title, **shown)

    def to_pdf(self, *, theme: Theme = "light", width: int | None = None,
               page: Literal["fit", "a4", "a5"] = "fit", title: str | None = None,
               **shown: Any) -> bytes:
        """The picture as PDF, as large as it is or on pages in landscape."""
        return self._picture("pdf", theme=theme, width=width, page=page, title=title, **shown)

    def to_html(self, *, theme: Theme = "light", width: int = 800, embed_fonts: bool = False,
                title: str | None = None, **shown: Any) -> str:
        """A report: the picture, the article with its passages marked, a table of claims."""
        return self._picture("html", theme=theme, width=width, embed_fonts=embed_fonts,
                             title=title, **shown).decode()

    def caption(self, **shown: Any) -> str:
        """Two paragraphs in German: a caption, and the picture in words."""
        return self._picture("caption", **shown).decode()

    def _repr_svg_(self) -> str:
        return self.to_svg(embed_fonts=True)

    def _picture(self, format: str, without: str | Sequence[str] | None = None,
                 **given: Any) -> bytes:
        ids = [without] if isinstance(without, str) else without or []
        return self._document._native.write(format, options(without=",".join(ids) or None, **given))


class Document:
    """An article that was read, and all that was found in it."""

    def __init__(self, native: _native.Timeline) -> None:
        self._native = native

    def __repr__(self) -> str:
        return f"<zeitstrahl.Document {self.id!r}: {len(self.claims)} claims>"

    @functools.cached_property
    def _data(self) -> dict[str, Any]:
        return cast("dict[str, Any]", json.loads(self.to_json(with_text=True)))

    def _all(self, kind: type, name: str) -> Any:
        return tuple(from_json(kind, item) for item in self._data[name])

    @property
    def id(self) -> str:
        """A name for the article: its own id, or its file's name without ending."""
        return cast(str, self._data["id"])

    @property
    def title(self) -> str | None:
        return cast("str | None", self._data["title"])

    @property
    def text(self) -> str:
        """The text as it came in, which all offsets count in."""
        return cast(str, self._data["text"])

    @property
    def published(self) -> datetime.date | None:
        """The day of publication."""
        return _day(self._data["published"])

    @property
    def published_from(self) -> str:
        """Where that was found: 'option', 'json-ld', ..., 'unknown'."""
        return cast(str, self._data["published_from"])

    @property
    def modified(self) -> datetime.date | None:
        """The day of the last change."""
        return _day(self._data["modified"])

    @property
    def source(self) -> str | None:
        """The medium."""
        return cast("str | None", self._data["source"])

    @property
    def author(self) -> str | None:
        return cast("str | None", self._data["author"])

    @property
    def url(self) -> str | None:
        return cast("str | None", self._data["url"])

    @property
    def other(self) -> dict[str, str]:
        """Front matter and members of a record that have no place of their own."""
        return dict(self._data["other"])

    @property
    def warnings(self) -> tuple[str, ...]:
        """What reading left to be known."""
        return tuple(self._data["warnings"])

    @functools.cached_property
    def repairs(self) -> tuple[Repair, ...]:
        """Mended words."""
        return cast("tuple[Repair, ...]", self._all(Repair, "repairs"))

    @functools.cached_property
    def parts(self) -> tuple[Part, ...]:
        """Headings, captions and other lines that are no text."""
        return cast("tuple[Part, ...]", self._all(Part, "parts"))

    @functools.cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return cast("tuple[Sentence, ...]", self._all(Sentence, "sentences"))

    @functools.cached_property
    def expressions(self) -> tuple[Expression, ...]:
        """Time expressions, in text order."""
        return cast("tuple[Expression, ...]", self._all(Expression, "expressions"))

    @functools.cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Claims, in text order."""
        return cast("tuple[Claim, ...]", self._all(Claim, "claims"))

    @functools.cached_property
    def threads(self) -> tuple[Thread, ...]:
        """Claims of the same actors about the same matter."""
        return cast("tuple[Thread, ...]", self._all(Thread, "threads"))

    @property
    def timeline(self) -> Timeline:
        """What is drawn."""
        return Timeline(self)

    def to_json(self, *, with_text: bool = False) -> str:
        """What `zeitstrahl extract` writes, to the byte; `read` reads it again."""
        return self._native.write("json", options(with_text=with_text)).decode()

    def to_ndjson(self, *, with_text: bool = False) -> str:
        """The same on one line, with its line break."""
        return self._native.write("ndjson", options(with_text=with_text)).decode()

    def to(self, format: str, **given: Any) -> str:
        """Another format that `extract` writes: 'csv', 'timeml', 'markdown', 'icalendar',
        'json-ld', 'followthemoney', 'timelinejs', 'vis-timeline'."""
        return self._native.write(format, options(**given)).decode()

    def to_arrow(self) -> pyarrow.Table:
        """A row a claim; needs pyarrow."""
        return _tables.to_arrow([self])

    def to_pandas(self) -> pandas.DataFrame:
        """A row a claim; needs pandas."""
        return _tables.to_pandas([self])

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def _repr_svg_(self) -> str:
        return self.timeline._repr_svg_()


class Comparison:
    """Articles side by side: what they agree on, what contradicts, which dates moved."""

    def __init__(self, native: _native.Comparison) -> None:
        self._native = native

    def __repr__(self) -> str:
        return f"<zeitstrahl.Comparison of {len(self.articles)} articles>"

    @functools.cached_property
    def _data(self) -> dict[str, Any]:
        return cast("dict[str, Any]", json.loads(self.to_json()))

    @functools.cached_property
    def articles(self) -> tuple[ComparedArticle, ...]:
        """By publication, then medium, title and text."""
        return tuple(from_json(ComparedArticle, item) for item in self._data["articles"])

    @functools.cached_property
    def stories(self) -> tuple[Story, ...]:
        """Articles that have a matter in common, those of several articles first."""
        return tuple(from_json(Story, item) for item in self._data["stories"])

    def to_json(self) -> str:
        """What `zeitstrahl compare` writes, to the byte."""
        return self._native.write("json", []).decode()

    def to_csv(self) -> str:
        """A row a finding, with both sentences."""
        return self._native.write("csv", []).decode()

    def to_markdown(self) -> str:
        """A table of verdicts a story, in German."""
        return self._native.write("markdown", []).decode()

    def to_svg(self, *, theme: Theme = "light", width: int = 800, embed_fonts: bool = False,
               merge: bool = False, title: str | None = None) -> str:
        """The picture as SVG; `merge` puts all articles on one timeline."""
        return self._native.write("svg", options(theme=theme, width=width, embed_fonts=embed_fonts,
                                                 merge=merge, title=title)).decode()

    def to_png(self, *, theme: Theme = "light", width: int = 800, scale: float = 1,
               merge: bool = False, title: str | None = None) -> bytes:
        """The picture as PNG; `scale` is pixels a CSS pixel, 1 to 4."""
        return self._native.write("png", options(theme=theme, width=width, scale=scale,
                                                 merge=merge, title=title))

    def to_pdf(self, *, theme: Theme = "light", width: int = 800, merge: bool = False,
               title: str | None = None) -> bytes:
        """The picture as PDF, on one page."""
        return self._native.write("pdf", options(theme=theme, width=width, merge=merge,
                                                 title=title))

    def to_html(self, *, theme: Theme = "light", width: int = 800, embed_fonts: bool = False,
                merge: bool = False, title: str | None = None) -> str:
        """A page with the pictures and both sentences of each verdict."""
        return self._native.write("html", options(theme=theme, width=width,
                                                  embed_fonts=embed_fonts, merge=merge,
                                                  title=title)).decode()

    def _repr_svg_(self) -> str:
        return self.to_svg(embed_fonts=True)
