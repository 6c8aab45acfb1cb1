"""What a terminal gets: colour, progress, manual pages and completion.

usage: terminal_test.py PROGRAM [TEST...]
"""

import os
import pty
import re
import select
import shutil
import subprocess
import threading
import time
import unittest

from program import ARTICLE, DATED, Program, main


class Terminal(Program):
    """What a terminal gets, and what it must not get."""

    def on_terminal(self, *arguments, **more):
        """Both streams on a terminal: the exit code and all that was shown."""
        ours, theirs = pty.openpty()
        done = subprocess.Popen([self.PROGRAM, *map(str, arguments)], cwd=self.root, stdout=theirs,
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
                with subprocess.Popen([self.PROGRAM, *arguments], cwd=self.root,
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


if __name__ == "__main__":
    main()
