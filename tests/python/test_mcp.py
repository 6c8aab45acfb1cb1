"""The server of the Model Context Protocol, asked over its pipes by a client."""

import asyncio
import base64
import sys

from mcp import ClientSession, StdioServerParameters, stdio_client

import zeitstrahl

TEXT = "Die Partnerschaft von Siemens und Bosch läuft seit 2019. Gestern sagte Bosch ein Werk zu."


def ask(*calls):
    """The tools of a fresh server by name, and the results of calls: (tool, arguments)."""

    async def run():
        command = StdioServerParameters(command=sys.executable, args=["-m", "zeitstrahl.mcp"])
        async with stdio_client(command) as pipes, ClientSession(*pipes) as session:
            about = await session.initialize()
            tools = {tool.name: tool for tool in (await session.list_tools()).tools}
            return about, tools, [await session.call_tool(*call) for call in calls]

    return asyncio.run(asyncio.wait_for(run(), 60))


def test_tools_are_described():
    about, tools, _ = ask()
    assert about.server_info.name == "zeitstrahl"
    assert about.server_info.version == zeitstrahl.__version__
    assert "passage" in about.instructions
    assert sorted(tools) == ["compare", "draw", "extract"]
    for tool in tools.values():
        assert tool.description
        for name, schema in tool.input_schema["properties"].items():
            assert schema.get("description") or schema.get("items"), f"{tool.name}: {name}"


def test_extract_cites_passages():
    _, _, (with_date, without) = ask(("extract", {"text": TEXT, "published": "2025-01-22"}),
                                     ("extract", {"text": TEXT}))
    found = with_date.structured_content
    assert found["published"] == "2025-01-22" and found["undated"] == []
    assert {claim["edtf"] for claim in found["claims"]} == {"2019/..", "2025-01-21"}
    expected = zeitstrahl.read(text=TEXT, published="2025-01-22").claims
    assert [claim["id"] for claim in found["claims"]] == [claim.id for claim in expected]
    for claim in found["claims"]:
        passage = claim["passage"]
        assert TEXT[passage["begin"]:passage["end"]] == passage["text"]
    assert without.structured_content["undated"] == ["Gestern"]


def test_draw_gives_pictures():
    arguments = {"text": TEXT, "published": "2025-01-22", "width": 500}
    _, _, (png, svg) = ask(("draw", arguments), ("draw", arguments | {"format": "svg"}))
    timeline = zeitstrahl.read(text=TEXT, published="2025-01-22").timeline
    assert base64.b64decode(png.content[0].data) == timeline.to_png(width=500)
    assert png.content[0].mime_type == "image/png"
    assert svg.content[0].text == timeline.to_svg(width=500)


def test_compare_names_both_sentences():
    articles = [{"id": "mo", "text": "Das Werk von Siemens in Emden wird bis 2030 gebaut.",
                 "published": "2025-01-20"},
                {"id": "di", "text": "Das Werk von Siemens in Emden wird bis 2032 gebaut.",
                 "published": "2025-01-21"}]
    _, _, (compared,) = ask(("compare", {"articles": articles}))
    (finding,) = compared.structured_content["findings"]
    assert finding["verdict"] in ("conflict", "moved")
    assert [finding["first"]["article"], finding["second"]["article"]] == ["mo", "di"]
    assert [finding[side]["sentence"] for side in ("first", "second")] == [
        article["text"] for article in articles]


def test_errors_say_what_is_wrong_and_the_server_goes_on():
    _, _, results = ask(("extract", {"text": TEXT, "published": "gestern"}),
                        ("draw", {"text": TEXT, "width": 5}),
                        ("compare", {"articles": [{"text": TEXT}]}),
                        ("extract", {"text": "%PDF-1.7\n"}),
                        ("extract", {"text": TEXT}))
    assert [result.is_error for result in results] == [True, True, True, True, False]
    assert "YYYY-MM-DD" in results[0].content[0].text
    assert "320" in results[1].content[0].text
    assert "PDF" in results[3].content[0].text
