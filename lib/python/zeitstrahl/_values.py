"""What a document holds, as values that do not change.

Their members are those of the program's JSON (zeitstrahl.schema.json); offsets are code points,
so that they are Python's own: `document.text[claim.clause.begin:claim.clause.end]`.
"""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

Grain = Literal["minute", "hour", "part_of_day", "day", "weekend", "week", "month", "quarter",
                "season", "half_year", "year", "decade", "century", "millennium"]
Basis = Literal["stated", "implied", "assumed"]
Relation = Literal["at", "during", "since", "until", "from", "between", "before", "after",
                   "recurring"]
Modality = Literal["actual", "planned", "possible", "negated"]
Verdict = Literal["only", "equal", "compatible", "fulfilled", "status-changed", "cancelled",
                  "moved", "conflict"]
Aspect = Literal["time", "begin", "end", "status"]

T = TypeVar("T")


@dataclass(frozen=True)
class Passage:
    """A stretch of the article's text, half-open, in code points."""

    begin: int
    end: int
    text: str


@dataclass(frozen=True)
class IntervalEnd:
    """The earliest and the latest day that a begin or an end can be: ISO 8601 ("2024-06-30",
    with a clock time "2024-06-30T14:00"), "open" where there is none yet, None where nobody
    says."""

    earliest: str | None
    latest: str | None
    grain: Grain | None
    basis: Basis | None


@dataclass(frozen=True)
class Interval:
    """When something begins and ends, as exactly as the text says and no more."""

    begin: IntervalEnd
    end: IntervalEnd


@dataclass(frozen=True)
class Sentence:
    """Where a sentence stands; 1 is the first behind the title, whose own are 0."""

    number: int
    begin: int
    end: int


@dataclass(frozen=True)
class Part:
    """A stretch around the article's own text: a heading, a caption, a byline."""

    begin: int
    end: int
    text: str
    kind: str


@dataclass(frozen=True)
class Repair:
    """A word that a wrong decoding had broken, and what it was meant to be."""

    begin: int
    end: int
    text: str
    mended: str
    encoding: str


@dataclass(frozen=True)
class Expression:
    """A time expression: the words, and what they mean (TIMEX3 and EDTF)."""

    begin: int
    end: int
    text: str
    phrase: Passage
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    mod: str | None
    quant: str | None
    freq: str | None
    vague: bool
    edtf: str | None
    relation: Relation
    interval: Interval
    begin_point: str | None
    end_point: str | None
    basis: Basis
    reading: Literal["unique", "chosen", "unresolved"]
    anchor: Literal["none", "publication", "expression"]
    anchor_expression: int | None
    rule: str
    frame: str | None


@dataclass(frozen=True)
class Cue:
    """Words that settled a field of a claim."""

    begin: int
    end: int
    text: str
    field: Literal["modality", "reported", "source", "relation"]
    rule: str


@dataclass(frozen=True)
class Claim:
    """A statement that something happens or holds at a time that the article names."""

    id: str
    label: str
    clause: Passage
    time: tuple[Passage, ...]
    edtf: str | None
    interval: Interval
    relation: Relation
    modality: Modality
    reported: bool
    source: str | None
    actors: tuple[str, ...]
    thread: str | None
    sentence: int | None
    cues: tuple[Cue, ...]
    topic: str | None
    hidden: bool
    added: bool
    note: str | None


@dataclass(frozen=True)
class Bar:
    """One mark of the drawing: a claim, or several that state the same."""

    label: str
    claims: tuple[str, ...]
    edtf: str | None
    interval: Interval
    relation: Relation
    modality: Modality
    reported: bool
    source: str | None


@dataclass(frozen=True)
class Thread:
    """Claims of the same actors about the same matter, in one row of the drawing."""

    id: str
    label: str
    actors: tuple[str, ...]
    claims: tuple[str, ...]
    edtf: str | None
    interval: Interval
    contradictions: tuple[tuple[str, ...], ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class ComparedArticle:
    """One of the articles of a comparison."""

    id: str
    title: str | None
    published: str | None
    source: str | None
    url: str | None


@dataclass(frozen=True)
class Evidence:
    """Where an article states something."""

    begin: int
    end: int
    text: str
    claim: str
    sentence: int
    sentence_text: str


@dataclass(frozen=True)
class Statement:
    """What one article states; `article` counts in `Comparison.articles`."""

    article: int
    current: bool
    label: str
    edtf: str | None
    interval: Interval
    relation: Relation
    modality: Modality
    reported: bool
    source: str | None
    passages: tuple[Evidence, ...]


@dataclass(frozen=True)
class Finding:
    """Two statements of a row beside each other; `first` and `second` count in its statements."""

    verdict: Verdict
    aspect: Aspect
    first: int
    second: int
    coarser: Literal["first", "second"] | None


@dataclass(frozen=True)
class Row:
    """One matter, with what each article of the story says of it."""

    label: str
    actors: tuple[str, ...]
    verdict: Verdict
    aspect: Aspect | None
    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...]
    silent: tuple[int, ...]


@dataclass(frozen=True)
class Story:
    """Articles that have a matter in common."""

    articles: tuple[int, ...]
    rows: tuple[Row, ...]


@functools.cache
def _fields_of(kind: Any) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in dataclasses.fields(kind))


def _value(kind: Any, data: Any) -> Any:
    if dataclasses.is_dataclass(kind):
        return from_json(typing.cast(type, kind), data)
    if typing.get_origin(kind) is tuple:
        return tuple(_value(typing.get_args(kind)[0], item) for item in data)
    if typing.get_origin(kind) in (typing.Union, types.UnionType) and data is not None:
        return _value(typing.get_args(kind)[0], data)
    return data


def from_json(kind: type[T], data: dict[str, Any]) -> T:
    """A value of one of the classes above; members that it does not know are left out."""
    fields = _fields_of(typing.cast(Any, kind))
    return kind(**{name: _value(its_kind, data[name]) for name, its_kind in fields})
