"""What the package gives, takes and refuses."""

import dataclasses
import datetime
import gzip
import inspect
import io
import itertools
import json
import pathlib
import subprocess
import sys
import textwrap
import threading
import time
import typing
import xml.etree.ElementTree

import pandas
import pyarrow
import pyarrow.parquet
import pytest
from conftest import ARTICLES, ROOT, SAMPLES

import zeitstrahl

TEXT = "Die Partnerschaft von Siemens und Bosch läuft seit 2019. Gestern sagte Bosch ein Werk zu."
PATH = SAMPLES / "partnerschaft.md"


def test_reads_what_articles_come_as(tmp_path):
    page = f"<html><body><article><p>{TEXT}</p></article></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    when = datetime.date(2025, 1, 22)
    for article in (TEXT.encode(), io.BytesIO(TEXT.encode()), tmp_path / "a.html",
                    str(tmp_path / "a.txt.gz")):
        document = zeitstrahl.read(article, published=when)
        assert [claim.edtf for claim in document.claims] == ["2019/..", "2025-01-21"]
        assert document.published == when and document.published_from == "option"
    assert zeitstrahl.read(tmp_path / "a.html").id == "a"
    assert zeitstrahl.read(text=TEXT, name="ordner/b.txt").id == "b"
    assert zeitstrahl.read(text=TEXT).published is None
    assert zeitstrahl.read(text="").claims == ()


def test_values_are_those_of_the_text():
    document = zeitstrahl.read(PATH)
    assert document.title.startswith("Microsoft") and document.source == "Kabelkurier"
    passages = [c.clause for c in document.claims] + [t for c in document.claims for t in c.time]
    assert len(passages) > 20
    for passage in [*passages, *document.expressions]:
        assert document.text[passage.begin:passage.end] == passage.text
    ids = {claim.id for claim in document.claims}
    assert all(set(thread.claims) <= ids for thread in document.timeline.threads)
    claim = document.claims[0]
    assert claim.interval.begin.earliest == "2025-01-21" and claim.interval.begin.grain == "day"
    assert isinstance(claim.actors, tuple) and hash(claim)
    with pytest.raises(dataclasses.FrozenInstanceError):
        claim.label = "anders"


def test_values_name_what_the_schemas_name():
    """But what was found before an edit, which is there to be read again."""
    left_out = {"Claim": {"found", "edited", "matter"}, "Thread": {"found"}}
    for schema, kinds in {
            "zeitstrahl": {"Passage": "span", "IntervalEnd": "interval_end", "Interval": "interval",
                           "Sentence": "sentence", "Part": "part", "Repair": "repair",
                           "Expression": "expression", "Cue": "cue", "Claim": "claim",
                           "Bar": "bar", "Thread": "thread"},
            "comparison": {"ComparedArticle": "article", "Evidence": "passage", "Row": "row",
                           "Statement": "statement", "Finding": "finding", "Story": "story"}}.items():
        text = (ROOT / f"lib/io/{schema}.schema.json").read_text(encoding="utf-8")
        for name, shape in kinds.items():
            members = set(json.loads(text)["$defs"][shape]["properties"])
            fields = {field.name for field in dataclasses.fields(getattr(zeitstrahl, name))}
            assert members - left_out.get(name, set()) == fields, name


def test_faults_are_told():
    for call, kind, words in [
            (lambda: zeitstrahl.read(text="%PDF-1.7\n"), zeitstrahl.InputError, "PDF"),
            (lambda: zeitstrahl.read(b"---\nx: [\n---\n", name="a.md"), zeitstrahl.InputError, "a.md"),
            (lambda: zeitstrahl.read(text=TEXT, published="2025-02-30"), zeitstrahl.UsageError,
             "YYYY-MM-DD"),
            (lambda: zeitstrahl.read(text=TEXT, time_zone="Mond"), zeitstrahl.UsageError, "time-zone"),
            (lambda: zeitstrahl.read(), zeitstrahl.UsageError, "either"),
            (lambda: zeitstrahl.read(PATH, text=TEXT), zeitstrahl.UsageError, "either"),
            (lambda: zeitstrahl.read(PATH).to("docx"), zeitstrahl.UsageError, "docx"),
            (lambda: zeitstrahl.read(PATH).timeline.to_svg(width=5), zeitstrahl.UsageError, "320"),
            (lambda: zeitstrahl.read(PATH).timeline.to_svg(colour="red"), zeitstrahl.UsageError,
             "colour: no such option; there are theme"),
            (lambda: zeitstrahl.read("/there/is/none"), OSError, "none"),
            (lambda: zeitstrahl.Extractor(lang_dir="/there/is/none"), zeitstrahl.ReadError, "none")]:
        with pytest.raises(kind, match=words):
            call()
    assert issubclass(zeitstrahl.InputError, ValueError) and issubclass(zeitstrahl.ReadError, OSError)


def test_edited_json_is_read_again():
    data = json.loads(zeitstrahl.read(PATH).to_json(with_text=True))
    data["claims"][0]["label"] = "Von Hand benannt"
    edited = zeitstrahl.read(json.dumps(data).encode(), name="edited.json")
    assert edited.claims[0].label == "Von Hand benannt"
    assert "Von Hand benannt" in edited.timeline.to_svg()


def test_comparison_values():
    articles = [zeitstrahl.read(text=f"Das Werk von Siemens in Emden wird bis {year} gebaut.",
                                published=f"2025-01-2{day}", name=name)
                for year, day, name in ((2032, 1, "di"), (2030, 0, "mo"))]
    compared = zeitstrahl.compare(articles)
    assert [a.id for a in compared.articles] == ["mo", "di"]
    (row,) = compared.stories[0].rows
    (finding,) = row.findings
    first, second = (row.statements[i] for i in (finding.first, finding.second))
    assert (first.edtf, second.edtf) == ("/2030", "/2032")
    assert first.passages[0].sentence_text == articles[1].text


def test_styles():
    story = "Am 3. Mai 1871 kam er nach Bonn. Zwei Jahre später starb er."
    values = {style: [e.value for e in zeitstrahl.read(text=story, published="2010-06-15",
                                                       style=style).expressions]
              for style in ("narrative", "news")}
    assert values == {"narrative": ["1871-05-03", "1873"], "news": ["1871-05-03", "P2Y"]}


def test_tables():
    document = zeitstrahl.read(PATH)
    table = document.to_arrow()
    frame = document.to_pandas()
    assert len(table) == len(frame) == len(document.claims)
    assert table.column_names == list(frame.columns)
    assert table.schema.field("begin_earliest").type == pyarrow.date32()
    first = table.to_pylist()[0]
    assert first["begin_earliest"] == datetime.date(2025, 1, 21)
    assert first["actors"] == ["OpenAI", "Microsoft"] and first["end_open"] is False
    assert document.text[first["clause_begin"]:first["clause_end"]] == first["clause"]
    assert frame["begin_earliest"].iloc[0] == pandas.Timestamp("2025-01-21")
    assert table["end_open"].to_pylist() == [c.interval.end.latest == "open" for c in document.claims]
    assert pyarrow.table(document).equals(table)  # by the Arrow stream, without this package
    empty = zeitstrahl.read(text="")
    assert empty.to_arrow().schema == table.schema and empty.to_pandas().empty
    old = zeitstrahl.read(text="Rom und Karthago waren 218 v. Chr. im Krieg.", published="2025-01-22")
    assert old.claims[0].edtf == "-0217" and old.to_arrow()["begin_earliest"].to_pylist() == [None]
    assert old.to_pandas()["edtf"].tolist() == ["-0217"]


def test_parquet_of_a_stream(tmp_path, monkeypatch):
    monkeypatch.setattr("zeitstrahl._tables.ROWS_A_GROUP", 7)
    records = [{"id": path.stem, "text": path.read_text(encoding="utf-8")} for path in ARTICLES]
    lines = list(zeitstrahl.batch([*records, "no record"]))
    count = zeitstrahl.write_parquet(iter(lines), tmp_path / "claims.parquet")
    file = pyarrow.parquet.ParquetFile(tmp_path / "claims.parquet")
    assert file.metadata.num_rows == count > 20 and file.num_row_groups > 3
    assert file.read().equals(zeitstrahl.to_arrow(lines))
    assert set(file.read()["article"].to_pylist()) <= {path.stem for path in ARTICLES}


def test_batch_is_a_stream():
    endless = ({"id": str(i), "text": "Heute."} for i in itertools.count())
    results = zeitstrahl.batch(endless, jobs=2)
    assert [json.loads(line)["id"] for line in itertools.islice(results, 50)] == \
        [str(i) for i in range(50)]
    results.close()


def test_other_threads_run_meanwhile():
    document = TEXT * 4000
    reader = threading.Thread(target=zeitstrahl.read, kwargs={"text": document})
    ticks = 0
    begin = time.monotonic()
    reader.start()
    while reader.is_alive():
        time.sleep(0.01)
        ticks += 1
    assert ticks > 10 * (time.monotonic() - begin), "the GIL was held"
    assert ticks > 5, "too short to tell"


def test_threads_share_documents():
    expected = [zeitstrahl.read(path).timeline.to_svg() for path in ARTICLES]
    results = {}

    def work(number):
        results[number] = [zeitstrahl.read(path).timeline.to_svg() for path in ARTICLES]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(results.values()) == [expected] * 4


def test_notebooks_show_pictures():
    document = zeitstrahl.read(PATH)
    for shown in (document, document.timeline, zeitstrahl.compare([document, ARTICLES[0]])):
        picture = shown._repr_svg_()
        assert xml.etree.ElementTree.fromstring(picture).tag == "{http://www.w3.org/2000/svg}svg"
        assert "@font-face" in picture
        assert repr(shown).startswith("<zeitstrahl.")


def test_the_readme_runs(tmp_path, monkeypatch):
    readme = (ROOT / "README.md").read_text(encoding="utf-8").split("### From Python\n")[1]
    code = readme.split("    import zeitstrahl\n")[1].split("\n\nThe package")[0]
    for name in ("artikel.md", "montag.md", "dienstag.md"):
        (tmp_path / name).write_bytes(PATH.read_bytes())
    monkeypatch.chdir(tmp_path)
    made = {"zeitstrahl": zeitstrahl}
    exec(textwrap.dedent(code), made)
    assert made["svg"].startswith("<svg") and len(made["table"]) > 10 and made["stories"]
    assert json.loads(made["lines"][0])["id"] == "a"


def test_everything_public_is_described():
    for name in zeitstrahl.__all__:
        thing = getattr(zeitstrahl, name)
        if not (inspect.isclass(thing) or inspect.isfunction(thing)):
            continue
        assert inspect.getdoc(thing), name
        for member, value in vars(thing).items() if inspect.isclass(thing) else ():
            if inspect.isfunction(value) and not member.startswith("_"):
                assert inspect.getdoc(value), f"{name}.{member}"


EXAMPLE = '''
import datetime, zeitstrahl
doc = zeitstrahl.read("a.html", published=datetime.date(2025, 1, 22))
edtf: str | None = doc.claims[0].edtf
svg: str = doc.timeline.to_svg(theme="dark")
rows: int = len(zeitstrahl.compare([doc, "b.md"]).stories[0].rows)
'''


def test_types(tmp_path):
    (tmp_path / "good.py").write_text(EXAMPLE)
    (tmp_path / "bad.py").write_text(EXAMPLE.replace('"dark"', '"pink"'))

    def mypy(*arguments):
        return subprocess.run([sys.executable, "-m", "mypy", "--strict", "--ignore-missing-imports",
                               "--cache-dir", tmp_path / "cache", *arguments], cwd=tmp_path,
                              capture_output=True, text=True, check=False)

    for arguments in (["good.py"], ["-p", "zeitstrahl"]):
        done = mypy(*arguments)
        assert done.returncode == 0, done.stdout
    assert "pink" in mypy("bad.py").stdout
    folder = pathlib.Path(zeitstrahl.__file__).parent
    assert (folder / "py.typed").exists() and (folder / "_native.pyi").exists()
    assert typing.get_type_hints(zeitstrahl.read)["return"] is zeitstrahl.Document
