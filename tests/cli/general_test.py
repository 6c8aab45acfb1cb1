"""The program from outside: help, mistakes, bad input, files.

usage: general_test.py PROGRAM [TEST...]
"""

import json
import re
import resource
import subprocess

from program import ARTICLE, DATED, Program, main


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
            done = subprocess.run([self.PROGRAM, "extract", "b.md"], cwd=self.root, stdout=full,
                                  stderr=subprocess.PIPE, timeout=120)
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"standard output: ", done.stderr)


if __name__ == "__main__":
    main()
