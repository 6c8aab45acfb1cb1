"""What the package writes is what the program writes, byte by byte."""

import json

import pytest
from conftest import ARTICLES, SAMPLES

import zeitstrahl

STORIES = sorted(path for path in (SAMPLES / "stories").iterdir() if path.is_dir())


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_json(program, path):
    document = zeitstrahl.read(path)
    assert document.to_json().encode() == program("extract", path)
    assert document.to_json(with_text=True).encode() == program("extract", "--with-text", path)
    assert document.to_ndjson().encode() == program("extract", "--format", "ndjson", path)


@pytest.mark.parametrize("format", ["csv", "timeml", "markdown", "icalendar", "json-ld",
                                    "followthemoney", "timelinejs", "vis-timeline"])
def test_other_formats(program, format):
    document = zeitstrahl.read(ARTICLES[0])
    assert document.to(format).encode() == program("extract", "--format", format, ARTICLES[0])


def test_pictures(program):
    path = SAMPLES / "partnerschaft.md"
    timeline = zeitstrahl.read(path).timeline

    def drawn(format, *arguments):
        return program("draw", "--format", format, *arguments, path)

    assert timeline.to_svg().encode() == drawn("svg")
    assert timeline.to_svg().encode() == (SAMPLES / "partnerschaft.svg").read_bytes()
    assert timeline.to_svg(theme="dark", width=500, embed_fonts=True, title="Wann?").encode() == \
        drawn("svg", "--theme=dark", "--width=500", "--embed-fonts", "--title=Wann?")
    assert timeline.to_png(scale=2, since="2024-01-01") == \
        drawn("png", "--scale=2", "--since=2024-01-01")
    assert timeline.to_pdf(page="a4", max_claims=5) == drawn("pdf", "--page=a4", "--max-claims=5")
    ids = [claim.id for claim in timeline._document.claims[:2]]
    assert timeline.to_html(without=ids, hide_vague=True).encode() == \
        drawn("html", "--without=" + ",".join(ids), "--hide-vague")
    heading = timeline.threads[1].label
    assert timeline.to_svg(thread=[heading]).encode() == drawn("svg", "--thread", heading)
    assert timeline.to_svg(thread=[heading]) != timeline.to_svg()


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_comparisons(program, story):
    compared = zeitstrahl.compare(sorted(story.glob("*.md"), reverse=True))  # in any order
    assert compared.to_json().encode() == program("compare", story)
    assert compared.to_csv().encode() == program("compare", "--format", "csv", story)
    assert compared.to_markdown().encode() == program("compare", "--format", "markdown", story)
    assert compared.to_svg(merge=True, width=600).encode() == \
        program("compare", "--format", "svg", "--merge", "--width=600", story)


def test_batch(program):
    records = [{"id": path.stem, "text": path.read_text(encoding="utf-8"),
                "published": "2025-03-04"} for path in ARTICLES] * 5
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    lines[3:3] = ["", "{", '{"id": "x"}', '{"id": "y", "text": "Heute.", "published": "2025-13-01"}']
    stdin = "".join(line + "\n" for line in lines).encode() + b'{"id": "z", "text": "\xff"}\n'
    expected = program("batch", stdin=stdin)
    for jobs in (1, 4):
        results = zeitstrahl.batch(stdin.splitlines(), jobs=jobs)
        assert "".join(line + "\n" for line in results).encode() == expected
    given = zeitstrahl.batch(records, with_text=True)
    expected = program("batch", "--with-text", stdin="".join(
        json.dumps(record) + "\n" for record in records).encode())
    assert "".join(line + "\n" for line in given).encode() == expected
    given = zeitstrahl.batch(records[:2], output_only="expressions")
    expected = program("batch", "--output-only", "expressions", stdin="".join(
        json.dumps(record) + "\n" for record in records[:2]).encode())
    assert "".join(line + "\n" for line in given).encode() == expected
