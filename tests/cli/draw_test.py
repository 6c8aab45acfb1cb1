"""`draw` and `compare` from outside.

usage: draw_test.py PROGRAM [TEST...]
"""

import csv
import io
import json

from program import DATED, Program, faults, main


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
    main()
