"""`python -m zeitstrahl.mcp`: a server of the Model Context Protocol on standard input and output.

Assistants get three tools, extract, draw and compare, that answer with dates and with the passage
that each rests on, so that they can cite instead of guess.  Needs `pip install zeitstrahl[mcp]`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Annotated, Any, Literal, TypeVar

from mcp.server.mcpserver import Image, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import BaseModel, Field

import zeitstrahl

INSTRUCTIONS = """\
Zeitstrahl reads German news articles and finds what they claim, about whom and when. Pass the
article's text as it is, and the day of its publication wherever it is known: without it "gestern"
or "im Mai" stay undated. Each claim comes with its passage, word by word and by its place in the
text; quote that when you name a date. "edtf" is ISO 8601-2: "2019/.." since 2019, "/2030" until
2030, "2024-06~" about June 2024."""

server = MCPServer("zeitstrahl", version=zeitstrahl.__version__, instructions=INSTRUCTIONS)

Text = Annotated[str, Field(description="The article: plain text, Markdown or HTML", min_length=1)]
Published = Annotated[str | None, Field(description="Day of publication, YYYY-MM-DD")]
Theme = Annotated[zeitstrahl.Theme, Field(description="Colours of the page around the picture")]
Width = Annotated[int, Field(description="Width in CSS pixels", ge=320, le=4000)]


class Passage(BaseModel):
    """Where it stands: code points of the text that was passed, from 0; sentences from 1."""

    text: str
    begin: int
    end: int
    sentence: int | None


class FoundClaim(BaseModel):
    """One claim; `modality` is actual, planned, possible or negated."""

    id: str
    label: str
    edtf: str | None
    earliest_begin: str | None
    latest_end: str | None
    modality: str
    reported: bool
    said_by: str | None
    actors: list[str]
    passage: Passage


class Claims(BaseModel):
    """What an article claims; `undated` time words lack a date to count from."""

    id: str
    title: str | None
    published: str | None
    claims: list[FoundClaim]
    undated: list[str]


class ArticleInput(BaseModel):
    """One article to compare."""

    text: Text
    published: Published = None
    id: Annotated[str | None, Field(description="A name to tell it by")] = None


class Said(BaseModel):
    """What one article says about a matter."""

    article: str
    label: str
    edtf: str | None
    modality: str
    sentence: str


class Difference(BaseModel):
    """A verdict on two statements."""

    verdict: zeitstrahl.Verdict
    about: zeitstrahl.Aspect
    first: Said
    second: Said


class Compared(BaseModel):
    """Verdicts, and how many statements only one article makes."""

    articles: list[str]
    findings: list[Difference]
    only_one_says: int


F = TypeVar("F", bound=Callable[..., Any])


def tool(work: F) -> F:
    """Makes a tool of it, whose errors say what was wrong with the call."""

    @functools.wraps(work)
    def told(*args: Any, **kwargs: Any) -> Any:
        try:
            return work(*args, **kwargs)
        except zeitstrahl.Error as problem:
            raise ToolError(str(problem)) from problem

    server.tool()(told)
    return work


def _day(when: Any) -> str | None:
    return str(when) if when else None


@tool
def extract(text: Text, published: Published = None) -> Claims:
    """Finds what a German news article claims and when, each claim with the passage it rests on."""
    found = zeitstrahl.read(text=text, published=published)
    return Claims(
        id=found.id, title=found.title, published=_day(found.published),
        claims=[FoundClaim(
            id=claim.id, label=claim.label, edtf=claim.edtf,
            earliest_begin=claim.interval.begin.earliest, latest_end=claim.interval.end.latest,
            modality=claim.modality, reported=claim.reported, said_by=claim.source,
            actors=list(claim.actors),
            passage=Passage(text=claim.clause.text, begin=claim.clause.begin, end=claim.clause.end,
                            sentence=claim.sentence)) for claim in found.claims],
        undated=[e.text for e in found.expressions if e.reading == "unresolved"])


@tool
def draw(text: Text, published: Published = None,
         format: Annotated[Literal["png", "svg"], Field(description="Kind of picture")] = "png",
         theme: Theme = "light", width: Width = 800) -> Any:
    """Draws the timeline of a German news article; PNG comes as an image, SVG as its text."""
    timeline = zeitstrahl.read(text=text, published=published).timeline
    if format == "svg":
        return timeline.to_svg(theme=theme, width=width)
    return Image(data=timeline.to_png(theme=theme, width=width), format="png")


@tool
def compare(articles: Annotated[list[ArticleInput], Field(min_length=2, max_length=100)]
            ) -> Compared:
    """Puts German news articles side by side: which dates agree, contradict, or have moved.

    Each verdict comes with both sentences.
    """
    compared = zeitstrahl.compare(
        zeitstrahl.read(text=a.text, published=a.published, name=a.id or f"article {number}")
        for number, a in enumerate(articles, 1))

    def said(statement: zeitstrahl.Statement) -> Said:
        return Said(article=compared.articles[statement.article].id, label=statement.label,
                    edtf=statement.edtf, modality=statement.modality,
                    sentence=statement.passages[0].sentence_text)

    rows = [row for story in compared.stories for row in story.rows]
    return Compared(
        articles=[a.id for a in compared.articles],
        findings=[Difference(verdict=f.verdict, about=f.aspect, first=said(row.statements[f.first]),
                             second=said(row.statements[f.second]))
                  for row in rows for f in row.findings],
        only_one_says=sum(row.verdict == "only" for row in rows))


if __name__ == "__main__":
    server.run()
