"""`draw` and `compare` from outside.

usage: draw_test.py PROGRAM [TEST...]
"""

import csv
import io
import json
import re

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


class RealArticles(Program):
    """What a picture may say, and what would be more than the article does."""

    def claims(self, *sentences, options=()):
        """What is read aloud of each claim, by its label, and the picture."""
        self.write("a.md", "---\ntitle: Wehr\npublished: 2025-01-22\n---\n" + " ".join(sentences))
        picture = self.run_program("draw", "a.md", *options).out
        spoken = re.findall(r'role="graphics-symbol" aria-label="([^"]*)"', picture)
        return {re.split(r": | [\[(]", words)[0]: words.replace("\u00a0", " ") for words in spoken}, picture

    def test_no_false_precision(self):
        said, _ = self.claims("Die Mühle stammt aus der Mitte des 16. Jahrhunderts.",
                              "Vor Monaten kündigte die Firma den Vertrag.",
                              "Vor drei Monaten stellte der Verein einen Antrag.",
                              "Am 3. Februar tagt der Rat.")
        text = " ".join(said.values())
        self.assertIn("Mitte des 16. Jahrhunderts", text)
        self.assertNotIn("15", text)
        self.assertRegex(text, "kündigte den Vertrag: „Vor Monaten“")
        self.assertNotIn("vor dem", text)
        self.assertRegex(text, "Antrag: Okt. 2024")
        self.assertRegex(text, "tagt: 3. Feb. 2025")

    def test_the_present_is_no_date(self):
        article = ["Derzeit prüft das Amt die Pläne.", "Nun fehlt das Geld.", "Die Mühle ist jetzt zu.",
                   "Gestern sperrte die Stadt die Brücke."]
        said, picture = self.claims(*article)
        self.assertEqual(len(said), 4)
        self.assertIn("Stand bei Erscheinen", picture)
        self.assertEqual([words for words in said.values() if "2025" in words],
                         ["Die Stadt sperrte die Brücke: 21. Jan. 2025 („Gestern“) (Satz 4)"])
        said, picture = self.claims(*article, options=["--hide-vague"])
        self.assertEqual(list(said), ["Die Stadt sperrte die Brücke"])
        self.assertRegex(picture.replace("\n", ""), "Nicht gezeigt sind 3 Aussagen: „")
        self.run_program("draw", "a.md", "--hide-vague", "-o", "a.html")
        self.assertEqual((self.root / "a.html").read_text().count('<tr role="row" id="claim-'), 4)

    def test_what_recurs_is_no_stretch_of_time(self):
        said, picture = self.claims("Der Verein trifft sich jeden Dienstag im Gasthof.",
                                    "Seit 2019 fährt die Fähre täglich nach Amrum.",
                                    "Gestern sperrte die Stadt die Brücke.")
        self.assertIn(">Wiederkehrend</text>", picture)
        self.assertNotIn("2025", next(words for words in said.values() if "Verein" in words))
        self.assertIn("wiederkehrend", next(words for words in said.values() if "Fähre" in words))
        self.assertNotIn("Ende offen</text>", picture)  # no arrow into the future, so no legend of it

    def test_a_negation_is_said_once(self):
        said, _ = self.claims("Das Wehr wurde im Jahr 2018 nicht kontrolliert.",
                              "Die Stadt hat den Antrag 2023 nicht gestellt.")
        for words in said.values():
            self.assertEqual(len(re.findall("nicht|bestritten", words)), 1, words)

    def test_every_year_with_marks_is_labelled(self):
        _, picture = self.claims("Im November 2024 begann der Umbau.", "Am 20. Dezember fand das Amt einen Riss.",
                                 "Am Montag sperrte die Stadt die Brücke.", "Am 3. Februar tagt der Rat.")
        ticks = re.findall(r">([^<]*)</text>", picture.split('role="graphics-symbol"')[0])
        for year in ["2024", "2025"]:
            self.assertTrue([tick for tick in ticks[3:] if tick.endswith(year)], ticks)


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
