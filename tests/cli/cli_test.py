"""The program from outside: exit codes, messages, streams, files.

usage: cli_test.py PROGRAM [TEST...]
"""

import csv
import gzip
import io
import json
import os
import pty
import re
import resource
import select
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import xml.etree.ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "io"))
from validate import faults  # noqa: E402

PROGRAM = ""
LANGUAGE = Path(__file__).resolve().parents[2] / "lib/lang/de"
ARTICLE = "Brücke wieder offen\n\nDie Firmen sind seit 2019 Partner. Gestern gab es Streit.\n"
DATED = "---\npublished: 2025-01-22\nsource: Blatt\n---\n" + ARTICLE


class Program(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)

    def run_program(self, *arguments, stdin="", **more):
        if isinstance(stdin, str):
            stdin = stdin.encode()
        done = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, cwd=self.root,
                              capture_output=True, timeout=120, **more)
        done.out = done.stdout.decode("utf-8", "surrogateescape")
        done.err = done.stderr.decode()
        return done

    def write(self, name, content):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def files(self, folder="."):
        return sorted(p.name for p in (self.root / folder).iterdir())

    def expect_error(self, code, says, *arguments, **more):
        """Nothing on standard output, one line on standard error that holds `says`."""
        done = self.run_program(*arguments, **more)
        self.assertEqual(done.returncode, code, done.err)
        self.assertEqual(done.out, "")
        self.assertRegex(done.err, r"\Azeitstrahl: [^\n]+\n\Z")
        self.assertIn(says, done.err)

    def extract(self, *arguments, **more):
        done = self.run_program("extract", *arguments, **more)
        self.assertEqual(done.returncode, 0, done.err)
        record = json.loads(done.out)
        self.assertEqual(faults(record), [])
        return record


class Help(Program):
    def test_help_is_no_error(self):
        for command in [[], ["draw"], ["extract"], ["explain"], ["check"], ["batch"],
                        ["compare"]]:
            done = self.run_program(*command, "--help")
            self.assertEqual((done.returncode, done.err), (0, ""))
            self.assertIn("  zeitstrahl " + "".join(command), done.out)
            self.assertLess(max(map(len, done.out.splitlines())), 101)

    def test_version(self):
        for option in ["--version", "-V"]:
            self.assertRegex(self.run_program(option).out, r"\Azeitstrahl \d+\.\d+\.\d+\n\Z")

    def test_three_ways_to_ask(self):
        told = self.run_program("draw", "--help").out
        for arguments in [["draw", "-h"], ["help", "draw"]]:
            done = self.run_program(*arguments)
            self.assertEqual((done.returncode, done.out, done.err), (0, told, ""))
        self.assertEqual(self.run_program("help").out, self.run_program("--help").out)

    def test_every_command_is_listed(self):
        listed = re.findall(r"(?m)^  ([a-z]+) {2,}\S", self.run_program("--help").out)
        self.assertEqual(listed, ["draw", "extract", "compare", "batch", "explain", "check",
                                  "serve", "help"])


class Usage(Program):
    def test_mistakes(self):
        self.write("a.txt", ARTICLE)
        self.write("b.txt", ARTICLE)
        for arguments, says in [
                ([], "no command"),
                (["paint"], "unknown command paint; see zeitstrahl --help"),
                (["drwa"], "did you mean draw?"),
                (["extarct", "a.txt"], "did you mean extract?"),
                (["help", "comapre"], "did you mean compare?"),
                (["extract", "a.txt", "--ouput", "b.json"], "did you mean --output?"),
                (["extract", "a.txt", "--publishd=2025-01-22"], "did you mean --published?"),
                (["draw", "a.txt", "--theme", "drak"], "did you mean dark?"),
                (["extract", "a.txt", "-o", "b.xyz"], ".ndjson"),
                (["extract", "a.txt", "-o", "b.svg"], "zeitstrahl draw"),
                (["extract", "a.txt", "--quiet", "--verbose"], "--quiet"),
                (["draw", "a.txt", "--since", "gestern"], "YYYY-MM-DD"),
                (["explain", "--text", "x", "a.txt"], "--text"),
                (["extract"], "ARTICLE"),
                (["extract", "a.txt", "--formt", "json"], "--formt"),
                (["extract", "a.txt", "--format", "xml"], "zeitstrahl extract --help"),
                (["extract", "a.txt", "--published", "2025-02-30"], "YYYY-MM-DD"),
                (["extract", "a.txt", "--published", "gestern"], "YYYY-MM-DD"),
                (["extract", "a.txt", "--style", "poem"], "--style"),
                (["extract", "a.txt", "--vague"], "--format timeml"),
                (["extract", "a.txt", "--format", "csv", "--with-text"], "--format json"),
                (["extract", "a.txt", "b.txt"], "--output-dir"),
                (["extract", "a.txt", "b.txt", "-o", "c.json"], "--output-dir"),
                (["extract", "a.txt", "-o", "c.json", "--output-dir", "out"], "exclude"),
                (["draw", "a.txt", "-o", "a.bmp"], ".svg"),
                (["draw", "a.txt", "--published", "2025-01-22", "--width", "100"], "320"),
                (["draw", "a.txt", "--width", "wide"], "--width"),
                (["draw", "a.txt", "-o", "a.pdf", "--page", "a4", "--width", "400"], "--page"),
                (["draw", "a.txt", "-o", "a.pdf", "--page", "a3"], "a4"),
                (["draw", "a.txt", "--published", "2025-01-22", "--page", "a4"], "PDF"),
                (["draw", "a.txt", "--published", "2025-01-22", "-o", "a.png",
                  "--embed-fonts"], "SVG"),
                (["explain"], "--text"),
                (["compare", "a.txt"], "name two or a folder"),
                (["compare", "a.txt", "b.txt", "-o", "c.bmp"], ".svg"),
                (["compare", "a.txt", "b.txt", "--format", "xml"], "zeitstrahl compare --help"),
                (["compare", "a.txt", "b.txt", "-o", "./a.txt", "--format", "csv"], "a.txt"),
        ]:
            with self.subTest(arguments=arguments):
                self.expect_error(2, says, *arguments)
        self.assertEqual(self.files(), ["a.txt", "b.txt"])

    def test_results_must_not_take_each_others_place(self):
        self.write("a.txt", ARTICLE)
        self.write("x/a.md", ARTICLE)
        self.expect_error(2, "a.json", "extract", "a.txt", "x/a.md", "--output-dir", "out")
        self.assertFalse((self.root / "out").exists())

    def test_results_must_not_take_an_articles_place(self):
        self.write("a.tml", "<TimeML><TEXT>2019</TEXT></TimeML>")
        self.expect_error(2, "a.tml", "extract", "--format", "timeml", "--output-dir", ".", "a.tml")
        self.expect_error(2, "a.tml", "extract", "a.tml", "-o", "./a.tml")
        self.assertEqual((self.root / "a.tml").read_text(), "<TimeML><TEXT>2019</TEXT></TimeML>")


class BadInput(Program):
    def test_place_and_advice(self):
        for name, content, says in [
                ("a.txt", b"\x89PNG\r\n", "a.txt: is a PNG picture, not text"),
                ("a.md", "---\npublished: 2025-02-30\n---\n", "a.md:2: there is no day"),
                ("a.md", "---\ntitle: x\n", "a.md:1: "),
                ("a.tml", "<?xml version='1.0'?>\n<TimeML>\n<TEXT></TimeML>", "a.tml:3: XML"),
        ]:
            with self.subTest(content=content):
                self.write(name, content)
                self.expect_error(1, "zeitstrahl: " + says, "extract", name)
                self.expect_error(1, "zeitstrahl: " + says, "draw", name)

    def test_stdin_is_named(self):
        self.expect_error(1, "zeitstrahl: stdin: is a PDF", "extract", "-", stdin=b"%PDF-1.7")

    def test_what_can_be_read_is_read_with_a_warning(self):
        done = self.run_program("extract", "-", stdin="Seit M\u00e4rz 2019.".encode("latin-1"))
        self.assertEqual(done.returncode, 0)
        self.assertIn("stdin: warning: is not UTF-8", done.err)
        self.assertEqual(json.loads(done.out)["expressions"][0]["value"], "2019-03")
        done = self.run_program("extract", "-", stdin=b"")
        self.assertIn("stdin: warning: the text is empty", done.err)

    def test_the_others_go_on(self):
        self.write("bad.txt", b"%PDF-1.7")
        self.write("a.txt", ARTICLE)
        done = self.run_program("extract", "bad.txt", "nowhere.txt", "a.txt", "--output-dir", "out")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(self.files("out"), ["a.json"])
        self.assertIn("bad.txt: ", done.err)
        self.assertIn("nowhere.txt: ", done.err)


class Extract(Program):
    def test_published(self):
        self.write("a.txt", ARTICLE)
        self.write("b.md", DATED)
        self.write("c.tml", "<TimeML><DCT>2024-05-06</DCT><TEXT>Gestern.</TEXT></TimeML>")
        for arguments, published, source in [
                (["a.txt"], None, "unknown"),
                (["a.txt", "--published", "2023-04-05"], "2023-04-05", "option"),
                (["b.md"], "2025-01-22", "front-matter"),
                (["b.md", "--published", "2023-04-05"], "2023-04-05", "option"),
                (["c.tml"], "2024-05-06", "dct"),
        ]:
            with self.subTest(arguments=arguments):
                record = self.extract(*arguments)
                self.assertEqual(record["published"], published)
                self.assertEqual(record["published_from"], source)
        self.assertEqual(self.extract("b.md")["source"], "Blatt")

    def test_published_is_for_those_of_several_that_have_none(self):
        self.write("in/a.txt", ARTICLE)
        self.write("in/b.md", DATED)
        for names in [["in"], ["in/*"], ["in/a.txt", "in/b.md"]]:
            done = self.run_program("extract", *names, "--published", "2023-04-05", "-o", "all.ndjson")
            self.assertEqual((done.returncode, done.err), (0, ""))
            records = map(json.loads, (self.root / "all.ndjson").read_text().splitlines())
            self.assertEqual([(r["published"], r["published_from"]) for r in records],
                             [("2023-04-05", "option"), ("2025-01-22", "front-matter")])
        done = self.run_program("compare", "in", "--published", "2023-04-05")
        self.assertEqual((done.returncode, done.err), (0, ""))
        self.assertEqual({a["published"] for a in json.loads(done.out)["articles"]},
                         {"2023-04-05", "2025-01-22"})

    def test_without_date_a_warning_and_no_guess(self):
        self.write("a.txt", ARTICLE)
        done = self.run_program("extract", "a.txt")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.err, r"\Azeitstrahl: a.txt: warning: 1 time expression .*--published")
        found = {e["text"]: e for e in json.loads(done.out)["expressions"]}
        self.assertEqual(found["2019"]["reading"], "unique")
        self.assertEqual(found["Gestern"]["reading"], "unresolved")
        self.assertIsNone(found["Gestern"]["edtf"])
        self.write("b.txt", "Sie sind seit 2019 Partner.")
        self.assertEqual(self.run_program("extract", "b.txt").err, "")

    def test_values(self):
        self.write("b.md", DATED)
        found = {e["text"]: e for e in self.extract("b.md")["expressions"]}
        self.assertEqual(found["2019"]["value"], "2019")
        self.assertEqual(found["Gestern"]["value"], "2025-01-21")

    def test_stdin(self):
        record = self.extract("-", stdin=DATED)
        self.assertEqual(record["id"], "stdin")
        self.assertEqual(record["published"], "2025-01-22")

    def test_with_text(self):
        self.write("b.md", DATED)
        record = self.extract("b.md", "--with-text")
        self.assertEqual(record["text"], ARTICLE)
        for e in record["expressions"]:
            self.assertEqual(record["text"][e["begin"]:e["end"]], e["text"])

    def test_repair(self):
        self.write("a.txt", "Das gilt auĂźer fĂĽr 2019.")
        record = self.extract("a.txt", "--with-text")
        self.assertEqual([r["mended"] for r in record["repairs"]], ["außer", "für"])
        self.assertEqual(record["text"], "Das gilt auĂźer fĂĽr 2019.")
        self.assertEqual(record["expressions"][0]["begin"], 21)
        self.assertEqual(self.extract("a.txt", "--no-repair")["repairs"], [])

    def test_timeml_keeps_the_text(self):
        text = "\n  Seit 2019 & <früher>,\n\nseit gestern auĂźer \"morgen\".\t\n"
        escaped = text.replace("&", "&amp;").replace("<", "&lt;")
        self.write("a.tml", f"<TimeML><DOCID>d1</DOCID><DCT>2025-01-22</DCT><TITLE>T</TITLE>"
                            f"<TEXT>{escaped}</TEXT></TimeML>")
        done = self.run_program("extract", "a.tml", "--format", "timeml")
        self.assertEqual(done.returncode, 0, done.err)
        root = xml.etree.ElementTree.fromstring(done.out)
        self.assertEqual("".join(root.find("TEXT").itertext()), text)
        self.assertEqual(root.findtext("DOCID"), "d1")
        self.assertEqual(root.findtext("TITLE"), "T")
        self.assertEqual(root.find("DCT/TIMEX3").get("value"), "2025-01-22")
        self.assertEqual(root.find("TEXT/TIMEX3").text, "2019")

    def test_csv(self):
        self.write("b.md", DATED)
        done = self.run_program("extract", "b.md", "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(done.out, newline="")))
        claims = self.extract("b.md")["claims"]
        self.assertGreater(len(claims), 0)
        self.assertEqual([r["edtf"] for r in rows], [c["edtf"] or "" for c in claims])
        self.assertEqual([r["clause"] for r in rows], [c["clause"]["text"] for c in claims])

    def test_output_folder(self):
        self.write("x/a.txt", ARTICLE)
        self.write("y/b.tml", "<TimeML><TEXT>2019</TEXT></TimeML>")
        for format_, names in [("json", ["a.json", "b.json"]), ("timeml", ["a.tml", "b.tml"]),
                               ("csv", ["a.csv", "b.csv"])]:
            done = self.run_program("extract", "x/a.txt", "y/b.tml", "--format", format_,
                                    "--output-dir", f"out/{format_}")
            self.assertEqual((done.returncode, done.out), (0, ""), done.err)
            self.assertEqual(self.files(f"out/{format_}"), names)
        alone = self.run_program("extract", "x/a.txt").out
        self.assertEqual((self.root / "out/json/a.json").read_text(), alone)

    def test_same_bytes_anywhere(self):
        self.write("b.md", DATED)
        outputs = {self.run_program("extract", "b.md", env={**os.environ, **place}).stdout
                   for place in [{}, {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"},
                                 {"LC_ALL": "C"}, {"TZ": "Pacific/Kiritimati"}]}
        self.assertEqual(len(outputs), 1)


class Formats(Program):
    def test_endings(self):
        self.write("b.md", DATED)
        for name, start in [
                ("b.json", b"{"), ("b.ndjson", b'{"schema"'), ("b.csv", b"article,"),
                ("b.tml", b"<?xml"), ("t.md", b"# "), ("b.ICS", b"BEGIN:VCALENDAR\r\n"),
                ("b.jsonld", b"{"), ("b.ftm.json", b'{"id":"zeitstrahl-article-'),
                ("b.timelinejs.json", b'{\n  "title"'), ("b.vis.json", b'{\n  "groups"'),
                ("named", b"{")]:
            done = self.run_program("extract", "-q", "b.md", "-o", name)
            self.assertEqual((done.returncode, done.out, done.err), (0, "", ""), name)
            self.assertTrue((self.root / name).read_bytes().startswith(start), name)

    def test_lines_of_several_articles_stand_in_one_file(self):
        self.write("in/a.md", DATED)
        self.write("in/under/b.md", DATED)
        done = self.run_program("extract", "in", "-o", "all.ndjson")
        self.assertEqual((done.returncode, done.err), (0, ""))
        records = [json.loads(line) for line in (self.root / "all.ndjson").read_text().splitlines()]
        self.assertEqual([r["id"] for r in records], ["a", "b"])
        self.assertEqual([faults(r) for r in records], [[], []])

    def test_folders_and_patterns(self):
        self.write("in/a.md", DATED)
        self.write("in/b.md", DATED)
        for names in [["in"], ["in/*.md"], ["in/[ab].md"]]:
            done = self.run_program("extract", *names, "--output-dir", "out")
            self.assertEqual((done.returncode, done.err), (0, ""))
            self.assertEqual(self.files("out"), ["a.json", "b.json"])
        self.expect_error(1, "in/*.txt: ", "extract", "in/*.txt")

    def test_folders_hold_articles_of_all_kinds(self):
        page = "<html><body><p>Seit 2019 sind die Firmen Partner, wie sie sagen.</p></body></html>"
        self.write("in/a.html", page)
        self.write("in/b.html.gz", gzip.compress(page.encode()))
        self.write("in/c.MD.gz", gzip.compress(DATED.encode()))
        self.write("in/d.txt", ARTICLE)
        self.write("in/notes.csv", "a,b\n")
        self.write("in/old.tar.gz", gzip.compress(b"x" * 257 + b"ustar"))
        self.write("in/no_article.js", "1")
        for arguments in [["extract", "in", "--format", "ndjson"], ["compare", "in"]]:
            done = self.run_program(*arguments)
            self.assertEqual(done.returncode, 0, done.err)
            for name in ["a", "b", "c", "d"]:
                self.assertRegex(done.out, f'"id": ?"{name}"')
            self.assertNotIn("notes", done.out + done.err)

    def test_no_cell_is_a_formula(self):
        self.write("a.md", '---\npublished: 2025-01-22\n---\n"=HYPERLINK(1) seit 2019", so @Bund 2020. '
                           "-Tor seit 2021 offen.\n")
        for arguments in [["extract", "a.md"], ["compare", "a.md", "a.md"]]:
            text = self.run_program(*arguments, "--format", "csv").out
            for row in csv.reader(io.StringIO(text)):
                for cell in row:
                    self.assertFalse(cell[:1] in set("=+-@\t\r"), cell)


class Edits(Program):
    """extract, edit, draw."""

    ARTICLE = ("---\ntitle: Hafen\npublished: 2025-01-22\n---\nSeit 2019 sind Hansen und Petersen "
               "Partner. Hansen will 2027 eine Halle bauen. Derzeit prüft das Amt die Pläne.\n")

    def setUp(self):
        super().setUp()
        self.write("a.md", self.ARTICLE)
        self.run_program("extract", "a.md", "-o", "a.json")
        self.found = json.loads((self.root / "a.json").read_text())
        self.hall = next(c for c in self.found["claims"] if "Halle" in c["label"])

    def save(self, data):
        self.write("e.json", json.dumps(data, ensure_ascii=False, indent=1))

    def test_unchanged_it_is_the_same(self):
        for name in ["t.json", "t.csv", "t.svg"]:
            command = "draw" if name.endswith("svg") else "extract"
            self.run_program(command, "a.json", "-o", "1" + name)
            self.run_program(command, "a.md", "-o", "2" + name)
            self.assertEqual((self.root / ("1" + name)).read_text(),
                             (self.root / ("2" + name)).read_text())

    def test_changes_are_drawn_and_recorded(self):
        self.hall.update(label="Neue Halle", edtf="2028-03", note="nach Rückruf")
        self.save(self.found)
        picture = self.run_program("draw", "e.json").out
        self.assertIn("Neue Halle", picture)
        self.assertIn("März 2028", picture)
        again = self.extract("e.json")
        claim = next(c for c in again["claims"] if c["id"] == self.hall["id"])
        self.assertEqual(claim["edited"], ["label", "edtf"])
        self.assertIn("Halle", claim["found"]["label"])
        self.assertEqual(claim["found"]["edtf"], "2027")
        self.assertEqual(claim["note"], "nach Rückruf")

    def test_a_new_run_keeps_them_by_passage(self):
        self.hall.update(label="Neue Halle", hidden=False)
        self.found["claims"][0]["hidden"] = True
        self.save(self.found)
        self.write("a.md", self.ARTICLE.replace("Seit", "Im Jahr 1990 war es anders. Seit"))
        done = self.run_program("extract", "a.md", "--edits", "e.json")
        again = json.loads(done.out)
        self.assertEqual((done.err, faults(again)), ("", []))
        labels = {c["label"]: c for c in again["claims"]}
        self.assertEqual(labels["Neue Halle"]["edited"], ["label"])
        self.assertEqual(sum(c["hidden"] for c in again["claims"]), 1)
        self.write("a.md", self.ARTICLE.replace("2027", "2029"))
        done = self.run_program("extract", "a.md", "--edits", "e.json")
        self.assertIn(self.hall["id"], done.err)
        self.assertIn("fits no passage", done.err)

    def test_added_claims_are_marked(self):
        self.found["claims"].append({"label": "Richtfest", "edtf": "2028-06-01", "thread": "t1"})
        self.save(self.found)
        added = self.extract("e.json")["claims"][-1]
        self.assertEqual((added["label"], added["added"], added["sentence"]), ("Richtfest", True, None))
        self.assertNotIn("found", added)
        self.assertIn("von Hand", self.run_program("draw", "e.json").out)

    def test_mistakes_name_the_claim(self):
        for change, says in [({"edtf": "Mitte Mai"}, '"edtf" is "Mitte Mai"'),
                             ({"modality": "perhaps"}, "actual, planned, possible, negated"),
                             ({"hidden": "yes"}, '"hidden" is neither true nor false'),
                             ({"label": 7}, '"label" is no text')]:
            with self.subTest(change=change):
                self.save({**self.found, "claims": [{**self.hall, **change}]})
                self.expect_error(1, f'e.json: claim {self.hall["id"]}: ', "draw", "e.json")
                self.expect_error(1, says, "draw", "e.json")
        self.write("e.json", '{"schema": "zeitstrahl/2",\n"claims": [}')
        self.expect_error(1, "e.json:2: ", "draw", "e.json")

    def test_tables(self):
        self.run_program("extract", "a.md", "-o", "a.csv")
        rows = list(csv.DictReader(io.StringIO((self.root / "a.csv").read_text())))
        row = next(r for r in rows if r["claim"] == self.hall["id"])
        row.update(label="=Neue; Halle", hidden="FALSCH")
        rows.append({"label": "Richtfest", "edtf": "2028-06-01"})
        out = io.StringIO()
        writer = csv.DictWriter(out, rows[0].keys(), delimiter=";", restval="")
        writer.writeheader()
        writer.writerows(rows)
        self.write("e.csv", "\ufeff" + out.getvalue())
        self.expect_error(2, "--article", "draw", "e.csv")
        for arguments in [["e.csv", "--article", "a.md"], ["a.md", "--edits", "e.csv"]]:
            again = self.extract(*arguments)
            self.assertEqual([c["edited"] for c in again["claims"] if c["edited"]], [["label"]])
            self.assertEqual(again["claims"][-1]["added"], True)
        self.write("e.csv", out.getvalue().replace("2028-06-01", "Juni"))
        self.expect_error(1, f"e.csv:{len(rows) + 1}: ", "draw", "e.csv", "--article", "a.md")

    def test_formulas_come_back_from_a_table_as_they_were(self):
        for label in ["=SUM(1)", "+1+1", "-Tor", "@Bund", "'=Kran", "''+1", "\uff1d1", "'Kran", "-7"]:
            with self.subTest(label=label):
                self.hall["label"] = label
                self.save(self.found)
                self.run_program("extract", "e.json", "-o", "e.csv")
                table = (self.root / "e.csv").read_text()
                cells = [row["label"] for row in csv.DictReader(io.StringIO(table))]
                self.assertFalse([c for c in cells if c[0] in "=+@\uff1d"], cells)
                again = self.extract("a.md", "--edits", "e.csv")["claims"]
                self.assertEqual([c["label"] for c in again if c["edited"]], [label])

    def test_caption(self):
        done = self.run_program("draw", "a.md", "-o", "a.svg", "--caption", "a.txt")
        self.assertEqual((done.returncode, done.err), (0, ""))
        caption, alternative = (self.root / "a.txt").read_text().split("\n\n")
        self.assertTrue(caption.startswith("Zeitleiste: Hafen. "), caption)
        self.assertIn("Halle", alternative)

    def test_choosing(self):
        def drawn(*options):
            picture = self.run_program("draw", "a.md", *options).out
            return " ".join(re.findall(r'aria-label="([^"]*)"', picture))  # not what is left out

        self.assertIn("Halle", drawn("--hide-vague"))
        self.assertNotIn("prüft", drawn("--hide-vague"))
        without = drawn("--without", self.hall["id"] + ",3")
        self.assertNotIn("Halle", without)
        self.assertNotIn("prüft", without)
        self.assertNotIn("Halle", drawn("--until", "2025-12-31"))
        shown = self.run_program("draw", "a.md", "--max-claims", "1", "-v")
        self.assertIn("2 of 3 claims are left out", shown.err)
        self.expect_error(2, "no claim is called", "draw", "a.md", "--without", "c99")
        self.expect_error(2, "no thread is called", "draw", "a.md", "--thread", "Bahnhof")
        heading = self.found["threads"][0]["label"]
        self.assertEqual(self.run_program("draw", "a.md", "--thread", heading).returncode, 0)


class Files(Program):
    def test_second_run_changes_nothing(self):
        self.write("b.md", DATED)
        first = self.run_program("extract", "b.md", "-o", "b.json")
        self.assertEqual((first.returncode, first.out, first.err), (0, "", ""))
        content = (self.root / "b.json").read_bytes()
        self.run_program("extract", "b.md", "-o", "b.json")
        self.assertEqual((self.root / "b.json").read_bytes(), content)
        self.assertEqual(self.files(), ["b.json", "b.md"])

    def test_failed_reading_and_writing(self):
        self.write("b.md", DATED)
        self.expect_error(3, "nowhere.txt: ", "extract", "nowhere.txt")
        self.expect_error(3, "nowhere/b.json: ", "extract", "b.md", "-o", "nowhere/b.json")
        self.expect_error(3, "b.md", "extract", "b.md", "--output-dir", "b.md/out")
        self.expect_error(3, "/dev/full: ", "extract", "b.md", "-o", "/dev/full")
        self.assertEqual(self.files(), ["b.md"])

    def test_full_disk_keeps_the_old_file(self):
        self.write("b.md", DATED)
        self.write("b.json", "old")
        done = self.run_program(
            "extract", "b.md", "-o", "b.json",
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64)))
        # SIGXFSZ ends the program where it is not ignored; no half of a file is seen.
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual((self.root / "b.json").read_text(), "old")

    def test_full_standard_output(self):
        self.write("b.md", DATED)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "extract", "b.md"], cwd=self.root, stdout=full,
                                  stderr=subprocess.PIPE, timeout=120)
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"standard output: ", done.stderr)


class Explain(Program):
    def test_lines(self):
        done = self.run_program("explain", "Seit 2019 und gestern.", "--published", "2025-01-22")
        self.assertEqual((done.returncode, done.err), (0, ""))
        sentence, first, second, *claims = done.out.split("\n\n")
        self.assertEqual(sentence, "sentence 1: Seit 2019 und gestern.\n"
                                   "clause 1, heading: Seit 2019 und gestern")
        self.assertTrue(first.startswith("2019\n"), first)
        self.assertRegex(first, r"(?m)^  value +2019$")
        self.assertRegex(first, r"(?m)^  rule +rules.tsv:\d+ \S")
        self.assertTrue(second.startswith("gestern\n"), second)
        self.assertRegex(second, r"(?m)^  when +on 2025-01-21$")
        self.assertRegex(second, r"(?m)^  anchor +\S.*2025-01-22")

    def test_claims_of_an_article(self):
        self.write("a.txt", "Laut Polizei soll die Brücke ab 2027 gesperrt werden. Es regnet.\n")
        done = self.run_program("explain", "a.txt", "--published", "2025-01-22")
        self.assertEqual((done.returncode, done.err), (0, ""))
        sentence, time, claim = done.out.split("\n\n")
        self.assertRegex(claim, r"\Aclaim c[0-9a-z]{6}: soll die Brücke")
        self.assertRegex(claim, r"(?m)^  label +Die Brücke soll gesperrt werden$")
        self.assertRegex(claim, r"(?m)^  modality +planned, by \"soll\" \(\S+\)$")
        self.assertRegex(claim, r"(?m)^  source +Polizei, by \"Polizei\"")
        self.assertRegex(claim, r"(?m)^  thread +t1")

    def test_what_reading_left_to_be_known(self):
        self.write("a.txt", "Gestern war alles f\u00fcr die Katz.".encode("latin-1"))
        done = self.run_program("explain", "a.txt")
        self.assertEqual(done.returncode, 0)
        self.assertIn("a.txt: warning: is not UTF-8", done.err)
        self.assertIn("a.txt: warning: 1 time expression", done.err)
        self.assertIn("text: warning: 1 time", self.run_program("explain", "Gestern war es so.").err)
        self.assertIn("the text is empty", self.run_program("explain", "-").err)

    def test_stdin_and_nothing(self):
        done = self.run_program("explain", "-", stdin="Seit 2019.")
        self.assertTrue(done.out.startswith("sentence 1: Seit 2019.\nclause 1, heading: Seit 2019\n\n"
                                            "2019\n"), done.out)
        done = self.run_program("explain", "Gar nichts.")
        self.assertEqual((done.returncode, done.out), (0, "no time expressions\n"))


    def test_a_name_of_no_file_is_no_text(self):
        self.expect_error(3, "artikel.md: ", "explain", "artikel.md")
        done = self.run_program("explain", "--text", "2019")
        self.assertTrue(done.out.startswith("sentence 1: 2019\n"), done.out)

    def test_the_title_has_no_number(self):
        article = "2019 war ein gutes Jahr\n\nSeit 2020 ist es still. Ab 2030 wird gebaut.\n"
        self.write("a.txt", article)
        told = self.run_program("explain", "a.txt").out
        self.assertEqual(re.findall(r"(?m)^(title|sentence \d+): ", told),
                         ["title", "sentence 1", "sentence 2"])
        numbers = {c["sentence"] for c in self.extract("a.txt")["claims"]}
        self.assertTrue(numbers <= {0, 1, 2} and {1, 2} <= numbers, numbers)
        rows = csv.DictReader(io.StringIO(self.run_program("extract", "a.txt", "--format", "csv").out))
        self.assertEqual({int(r["sentence"]) for r in rows}, numbers)
        report = self.run_program("draw", "a.txt", "--format", "html").out
        table = report[report.index("<tbody"):]
        self.assertEqual({int(n) for n in re.findall(r"Satz\W(\d)\b", table)}, numbers - {0})
        picture = self.run_program("draw", "a.txt").out
        self.assertEqual({int(n) for n in re.findall(r"Satz\W(\d)\]", picture)}, numbers - {0})


class Terminal(Program):
    """What a terminal gets, and what it must not get."""

    def on_terminal(self, *arguments, **more):
        """Both streams on a terminal: the exit code and all that was shown."""
        ours, theirs = pty.openpty()
        done = subprocess.Popen([PROGRAM, *map(str, arguments)], cwd=self.root, stdout=theirs,
                                stderr=theirs, stdin=subprocess.DEVNULL, **more)
        os.close(theirs)
        shown = b""
        while True:
            try:
                shown += (piece := os.read(ours, 4096))
            except OSError:
                break
            if not piece:
                break
        os.close(ours)
        return done.wait(timeout=60), shown

    def test_no_picture(self):
        self.write("b.md", DATED)
        for name in ["png", "pdf"]:
            code, shown = self.on_terminal("draw", "b.md", "--format", name)
            self.assertEqual(code, 2)
            self.assertIn(b"--output", shown)
            self.assertLess(len(shown), 200)
        self.assertEqual(self.on_terminal("draw", "b.md")[0], 0)

    def test_colour(self):
        code, shown = self.on_terminal("extract", "nowhere.md")
        self.assertEqual(code, 3)
        self.assertTrue(shown.startswith(b"\x1b["), shown)
        bare = {**os.environ, "NO_COLOR": "1"}
        self.assertNotIn(b"\x1b", self.on_terminal("extract", "nowhere.md", env=bare)[1])
        self.assertNotIn("\x1b", self.run_program("extract", "nowhere.md").err)

    def test_no_control_characters(self):
        for sign in ["\x1b[31m", "\x07", "\u009b31m", "\x7f"]:
            with self.subTest(sign=sign):
                self.write("a.txt", f"Seit 2019 {sign}sind sie Partner.\n")
                shown = b"".join(self.on_terminal(*arguments, "a.txt")[1] for arguments in [
                    ["explain"], ["extract"], ["extract", "--format", "csv"],
                    ["extract", "--format", "timeml"], ["draw"]])
                self.assertNotIn(sign.encode()[:2], shown)
                self.assertNotIn(sign, self.run_program("explain", "a.txt").out)
        code, shown = self.on_terminal("extract", "no\x1b[31mwhere", env={"NO_COLOR": "1"})
        self.assertNotIn(b"\x1b", shown)

    def write_late(self, name, text):
        """A pipe that gives its text a while after it was opened, however fast the program is."""
        os.mkfifo(self.root / name)

        def give():
            with open(self.root / name, "w", encoding="utf-8") as pipe:
                time.sleep(0.8)  # shown is what takes longer than half a second
                pipe.write(text)

        writer = threading.Thread(target=give)
        writer.start()
        return writer

    def test_progress(self):
        names = [f"in/{i}.md" for i in range(8)]
        for name in names:
            self.write(name, DATED)
        arguments = ["extract", "late.md", *names, "--format", "ndjson", "-o", "x.ndjson"]
        writer = self.write_late("late.md", DATED)
        code, shown = self.on_terminal(*arguments)
        writer.join()
        self.assertEqual(code, 0)
        self.assertRegex(shown, rb"\r\x1b\[K\[#* *\] \d+/9 in/\d+\.md")
        self.assertTrue(shown.endswith(b"\r\x1b[K"), shown[-80:])  # and is taken away
        (self.root / "late.md").unlink()
        for run in [lambda: self.run_program(*arguments).err.encode(),
                    lambda: self.on_terminal(*arguments, "-q")[1]]:
            writer = self.write_late("late.md", DATED)
            self.assertEqual(run(), b"")
            writer.join()
            (self.root / "late.md").unlink()

    def test_quiet_and_verbose(self):
        self.write("a.txt", ARTICLE)
        self.assertIn("warning", self.run_program("extract", "a.txt").err)
        self.assertEqual(self.run_program("extract", "-q", "a.txt").err, "")
        self.assertRegex(self.run_program("extract", "-v", "a.txt").err,
                         r"a.txt: 2 time expressions, \d claims?\n")
        self.expect_error(3, "nowhere", "extract", "--quiet", "nowhere")

    def test_a_reader_that_leaves(self):
        self.write("long.md", DATED + "Seit 2019 ist es so.\n" * 3000)
        for arguments in [["extract", "long.md"], ["explain", "long.md"], ["--help"]]:
            with self.subTest(arguments=arguments):
                with subprocess.Popen([PROGRAM, *arguments], cwd=self.root,
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
                    program.stdout.read(10)
                    program.stdout.close()
                    self.assertEqual(program.stderr.read(), b"")


class Manual(Program):
    """What is installed beside the program comes from what --help comes from."""

    def setUp(self):
        super().setUp()
        self.assertEqual(self.run_program("generate", self.root).returncode, 0)

    def test_man_pages(self):
        pages = sorted((self.root / "man/man1").iterdir())
        self.assertEqual(len(pages), 9)
        if shutil.which("mandoc"):
            done = subprocess.run(["mandoc", "-Tlint", "-Werror", *pages], capture_output=True)
            self.assertEqual((done.returncode, done.stdout), (0, b""))
        for command in ["draw", "extract", "compare", "batch", "explain", "check", "serve", "help"]:
            page = (self.root / f"man/man1/zeitstrahl-{command}.1").read_text()
            for option in re.findall(r"(?m)^  (?:-\w,)?(--[a-z-]+)", self.run_program(command, "-h").out):
                self.assertIn(option.replace("-", "\\-"), page)

    def complete_in_bash(self, *words):
        script = (f". {self.root}/bash-completion/completions/zeitstrahl; "
                  f"COMP_WORDS=({' '.join(map(repr, words))}); COMP_CWORD={len(words) - 1}; "
                  "_zeitstrahl; printf '%s\n' \"${COMPREPLY[@]}\"")
        return subprocess.run(["bash", "-c", script], capture_output=True, text=True,
                              check=True).stdout.split()

    def test_bash(self):
        self.assertEqual(self.complete_in_bash("zeitstrahl", "ex"), ["extract", "explain"])
        self.assertEqual(self.complete_in_bash("zeitstrahl", "draw", "--th"), ["--theme", "--thread"])
        self.assertEqual(self.complete_in_bash("zeitstrahl", "draw", "--theme", ""),
                         ["light", "dark", "print"])
        self.assertEqual(self.complete_in_bash("zeitstrahl", "help", "ch"), ["check"])

    @unittest.skipUnless(shutil.which("zsh"), "no zsh")
    def test_zsh(self):
        for typed, offered in [("zeitstrahl ex", ["extract", "explain"]),
                               ("zeitstrahl draw --theme ", ["dark", "light", "print"]),
                               ("zeitstrahl extract --form", ["csv", "icalendar", "timelinejs"])]:
            self.complete_in_zsh(typed, offered)

    def complete_in_zsh(self, typed, offered):
        """Types into an interactive shell and waits for all that is to be offered."""
        ours, theirs = pty.openpty()
        shell = subprocess.Popen(["zsh", "-f", "-i"], cwd=self.root, stdin=theirs, stdout=theirs,
                                 stderr=theirs, start_new_session=True,
                                 env={**os.environ, "TERM": "dumb", "HOME": str(self.root)})
        os.close(theirs)

        def wait_for(words):
            shown = ""
            end = time.monotonic() + 60
            while not all(word in shown for word in words):
                ready, _, _ = select.select([ours], [], [], max(0, end - time.monotonic()))
                self.assertTrue(ready, shown)
                shown += os.read(ours, 4096).decode("utf-8", "replace")

        try:
            os.write(ours, (f"fpath=({self.root}/zsh/site-functions $fpath); autoload -Uz compinit; "
                            "compinit -u -D; echo $((11 * 11))ready\n").encode())
            wait_for(["121ready"])
            os.write(ours, f"{typed}\t\t".encode())
            wait_for(offered)
        finally:
            shell.kill()
            shell.wait()
            os.close(ours)

    @unittest.skipUnless(shutil.which("fish"), "no fish")
    def test_fish(self):
        script = self.root / "fish/vendor_completions.d/zeitstrahl.fish"
        for typed, offered in [("zeitstrahl ex", {"extract", "explain"}),
                               ("zeitstrahl draw --theme ", {"light", "dark", "print"})]:
            done = subprocess.run(
                ["fish", "--no-config", "-c", f"source {script}; complete -C '{typed}'"],
                capture_output=True, text=True, check=True, env={**os.environ, "HOME": str(self.root)})
            words = {line.split("\t")[0] for line in done.stdout.splitlines()}
            self.assertTrue(offered <= words, done.stdout)


class Check(Program):
    def test_all_examples_hold(self):
        for arguments in [["check"], ["check", "--lang-dir", LANGUAGE]]:
            done = self.run_program(*arguments)
            self.assertRegex(done.out, r"\A[1-9]\d* examples, all hold\n\Z")
            self.assertEqual((done.returncode, done.err), (0, ""))

    def test_faults(self):
        self.expect_error(3, "nowhere", "check", "--lang-dir", "nowhere")
        tables = self.root / "tables"
        tables.mkdir()
        for table in LANGUAGE.iterdir():
            (tables / table.name).write_bytes(table.read_bytes())
        with open(tables / "rules.tsv", "a", encoding="utf-8") as rules:
            rules.write("nonsense\n")
        last = len((tables / "rules.tsv").read_text(encoding="utf-8").splitlines())
        self.expect_error(1, f"rules.tsv:{last}: ", "check", "--lang-dir", tables)
        (tables / "rules.tsv").write_bytes((LANGUAGE / "rules.tsv").read_bytes())
        (tables / "equals.tsv").write_text("equal\topening\tEinweihung\n", encoding="utf-8")
        self.expect_error(1, "equals.tsv:1: ", "check", "--lang-dir", tables)

    def test_rows_that_only_their_own_examples_support(self):
        tables = self.root / "tables"
        shutil.copytree(LANGUAGE, tables)
        with open(tables / "rules.tsv", "a", encoding="utf-8") as rules:
            rules.write('once\tPARAGRAPH QUOTE\treference(which=present)\t[§"] => PRESENT_REF\n')
            rules.write('never\tPARAGRAPH CLOSE\tnothing()\t§) => - ; [§"] §) => PRESENT_REF\n')
        once = ": 1 example of its own, none elsewhere"
        arguments = ["check", "--unsupported", "--lang-dir", tables]
        done = self.run_program(*arguments)
        self.assertEqual((done.returncode, done.err), (0, ""))
        self.assertNotIn(" once" + once, done.out)  # the other row's example has it
        self.assertRegex(done.out, r"(?m)^rules.tsv:\d+ never: 2 examples of its own, none elsewhere$")
        article = self.root / "article.txt"
        article.write_text("Er sagte §).", encoding="utf-8")
        self.assertNotIn(" never: ", self.run_program(*arguments, article).out)
        self.expect_error(2, "--unsupported", "check", article)


class Draw(Program):
    def test_formats(self):
        self.write("b.md", DATED)
        for name, arguments, start in [
                ("b.svg", [], b"<"), ("b.PNG", [], b"\x89PNG"), ("b.pdf", [], b"%PDF"),
                ("b.html", ["--embed-fonts"], b"<!DOCTYPE html>"),
                ("a5.pdf", ["--page", "a5"], b"%PDF"),
                ("b", ["--format", "png"], b"\x89PNG"),
                ("c.svg", ["--theme", "dark", "--width", "400", "--title", "Anders"], b"<")]:
            done = self.run_program("draw", "b.md", "-o", name, *arguments)
            self.assertEqual((done.returncode, done.out, done.err), (0, "", ""))
            self.assertTrue((self.root / name).read_bytes().startswith(start), name)
        self.assertIn("Anders", (self.root / "c.svg").read_text())

    def test_standard_output_is_svg(self):
        done = self.run_program("draw", "-", stdin=DATED)
        self.assertEqual(done.returncode, 0, done.err)
        self.assertIn("</svg>", done.out)

    def test_output_folder(self):
        self.write("a.md", DATED)
        self.write("b.md", DATED)
        done = self.run_program("draw", "a.md", "b.md", "--format", "pdf", "--output-dir", "out")
        self.assertEqual(done.returncode, 0, done.err)
        self.assertEqual(self.files("out"), ["a.pdf", "b.pdf"])


class Compare(Program):
    MONDAY = ("---\ntitle: Amrum\npublished: 2024-03-04\nsource: Blatt\n---\n"
              "Hansen und Petersen sind seit 2019 Partner. Ihr Vertrag läuft bis 2030.\n")
    TUESDAY = ("---\ntitle: Amrum\npublished: 2024-03-05\n---\n"
               "Seit Juli 2019 sind Hansen und Petersen Partner.\n")

    def setUp(self):
        super().setUp()
        self.write("in/monday.md", self.MONDAY)
        self.write("in/under/tuesday.txt", self.TUESDAY)
        self.write("in/notes.csv", "no article")

    def compare(self, *arguments):
        done = self.run_program("compare", *arguments)
        self.assertEqual((done.returncode, done.err), (0, ""))
        return done.out

    def test_json_is_the_same_from_folder_and_files(self):
        text = self.compare("in")
        self.assertEqual(text, self.compare("in/under/tuesday.txt", "in/monday.md"))
        found = json.loads(text)
        self.assertEqual(faults(found), [])
        self.assertEqual([a["id"] for a in found["articles"]], ["monday", "tuesday"])
        row = found["stories"][0]["rows"][0]
        self.assertEqual((row["verdict"], row["aspect"]), ("compatible", "begin"))
        self.assertEqual(row["findings"][0]["coarser"], "first")
        for statement in row["statements"]:
            passage = statement["passages"][0]
            self.assertIn("Partner", passage["sentence_text"])
            article = [self.MONDAY, self.TUESDAY][statement["article"]].split("---\n")[2]
            self.assertEqual(article[passage["begin"]:passage["end"]], passage["text"])

    def test_csv(self):
        rows = list(csv.DictReader(io.StringIO(self.compare("in", "--format", "csv"))))
        self.assertEqual([(r["verdict"], r["edtf_1"], r["edtf_2"]) for r in rows],
                         [("compatible", "2019/..", "2019-07/.."), ("only", "/2030", "")])

    def test_formats(self):
        for name, start in [("b.svg", b"<"), ("b.PNG", b"\x89PNG"), ("b.pdf", b"%PDF"),
                            ("b.html", b"<!DOCTYPE"), ("b.md", b"# "), ("b.csv", b"story"),
                            ("b.json", b"{")]:
            self.compare("in", "-o", name)
            self.assertTrue((self.root / name).read_bytes().startswith(start), name)
        self.compare("in", "--merge", "--theme", "dark", "--title", "Anders", "-o", "m.svg")
        self.assertIn("Anders", (self.root / "m.svg").read_text())

    def test_bad_articles_are_told_and_the_rest_goes_on(self):
        self.write("in/bad.txt", b"%PDF-1.7")
        done = self.run_program("compare", "in", "-o", "out.json")
        self.assertEqual(done.returncode, 1)
        self.assertIn("bad.txt", done.err)
        self.assertEqual(len(json.loads((self.root / "out.json").read_text())["articles"]), 2)

    def test_folders(self):
        (self.root / "empty").mkdir()
        self.expect_error(1, "holds no article", "compare", "empty")
        done = self.run_program("compare", "nowhere.md", "nowhere-else.md")
        self.assertEqual((done.returncode, done.out), (3, ""))
        self.assertIn("nowhere.md", done.err)
        self.expect_error(2, "320", "compare", "in", "-o", "c.svg", "--width", "100")


if __name__ == "__main__":
    PROGRAM = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
