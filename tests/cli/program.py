"""What the tests of the program share: a folder of their own, and the program run in it."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "io"))
from validate import faults  # noqa: E402

LANGUAGE = Path(__file__).resolve().parents[2] / "lib/lang/de"
ARTICLE = "Brücke wieder offen\n\nDie Firmen sind seit 2019 Partner. Gestern gab es Streit.\n"
DATED = "---\npublished: 2025-01-22\nsource: Blatt\n---\n" + ARTICLE


class Program(unittest.TestCase):
    PROGRAM = ""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)

    def run_program(self, *arguments, stdin="", **more):
        if isinstance(stdin, str):
            stdin = stdin.encode()
        done = subprocess.run([self.PROGRAM, *map(str, arguments)], input=stdin, cwd=self.root,
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


def main():
    """Runs the tests of the file that was started: PROGRAM [TEST...]."""
    Program.PROGRAM = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
