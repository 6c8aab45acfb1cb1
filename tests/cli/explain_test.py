"""`explain` and `check` from outside.

usage: explain_test.py PROGRAM [TEST...]
"""

import csv
import io
import re
import shutil

from program import LANGUAGE, Program, faults, main


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


if __name__ == "__main__":
    main()
