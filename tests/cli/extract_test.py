"""`extract` from outside: values, formats, streams.

usage: extract_test.py PROGRAM [TEST...]
"""

import csv
import gzip
import io
import json
import os
import xml.etree.ElementTree

from program import ARTICLE, DATED, Program, faults, main


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


if __name__ == "__main__":
    main()
