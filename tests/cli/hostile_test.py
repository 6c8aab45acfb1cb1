"""Hostile input, and machines that fail: what comes out of each run is in the table.

usage: hostile_test.py PROGRAM [TEST...]

Of every run: its exit code; one clear line on standard error, or warnings only; no control
characters there, nor in text on standard output; no files beside those that it was to make, and
its input as it was; time and memory that are bounded.
"""

import csv
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import hostile_rows as rows  # noqa: E402

PROGRAM = ""
LANGUAGE = Path(__file__).resolve().parents[2] / "lib/lang/de"
NOBODY = 65534
SECONDS = 20  # of processor time
KIBIBYTES = 2 << 20
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def prepare(root, row):
    for name, content in row.files.items():
        path = root / os.fsdecode(name)
        if callable(content):
            content(path)
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    if row.tables:
        shutil.copytree(LANGUAGE, root / "lang")
    for name, content in row.tables.items():
        path = root / "lang" / name
        if content is None:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[:path.stat().st_size // 2] if content == "half"
                             else content)


def state(root):
    """All files below, with what they hold."""
    out = {}
    for path in root.rglob("*"):
        held = os.readlink(path) if path.is_symlink() else None
        if held is None and path.is_file() and os.access(path, os.R_OK):
            held = path.read_bytes()
        out[os.fsencode(path.relative_to(root))] = held
    return out


def run(root, row):
    arguments = [os.fsencode(str(a).replace("{lang}", str(root / "lang"))
                             if isinstance(a, str) else a) for a in row.arguments]
    own = ["unshare", "--mount", "sh", "-c", f"mount -t tmpfs none {row.without}; exec \"$@\"", "sh"]
    limits = f"ulimit -t {SECONDS}; ulimit -v {KIBIBYTES}; {row.limits or ':'}; exec \"$@\""
    user = {"user": NOBODY, "group": NOBODY} if row.nobody and os.geteuid() == 0 else {}
    with open(row.stdout, "wb") if row.stdout else tempfile.TemporaryFile() as stdout:
        done = subprocess.run([*(own if row.without else []), "sh", "-c", limits, "sh", PROGRAM, *arguments], cwd=root,
                              input=row.stdin, stdout=stdout, stderr=subprocess.PIPE, timeout=120,
                              env={**os.environ, **row.env}, check=False, **user)
        if not row.stdout:
            stdout.seek(0)
            done.stdout = stdout.read()
    return done


def faults_of_stderr(row, code, err):
    lines = err.splitlines()
    if CONTROL.search(err.replace("\n", "")):
        yield f"control characters: {err!r}"
    counts = [line for line in lines if line.startswith("{")]  # of batch
    lines = [line for line in lines if not line.startswith("{")]
    warnings = [line for line in lines if ": warning: " in line]
    errors = [line for line in lines if line not in warnings]
    if any(not line.startswith("zeitstrahl: ") or len(line) > 700 for line in lines):
        yield f"no clear line: {err[:400]!r}"
    if code == 0:
        if errors:
            yield f"says errors and ends with 0: {errors}"
        if row.code == 0 and row.says and not re.search(row.says, "\n".join(warnings + counts)):
            yield f"does not say {row.says!r}: {err!r}"
    elif len(errors) != 1:
        yield f"{len(errors)} lines: {err[:400]!r}"
    elif row.says and not re.search(row.says, errors[0]):
        yield f"does not say {row.says!r}: {errors[0]!r}"


def faults_of_stdout(row, code, out):
    if row.stdout:
        return
    if code != 0 and out and "batch" not in row.arguments:
        yield f"writes though it failed: {out[:80]!r}"
    if out.startswith((b"\x89PNG", b"%PDF")):
        return
    text = out.decode("utf-8", "strict")
    if row.makes:
        return
    if row.out not in text:
        yield f"no {row.out!r} in {text[:400]!r}"
    command = row.arguments[0]
    form = row.arguments[row.arguments.index("--format") + 1] if "--format" in row.arguments else ""
    if command in ("explain", "check") and CONTROL.search(re.sub("[\u202a-\u202e\u2066-\u2069]", "",
                                                                 text)):
        yield "control characters on standard output"
    if (command == "draw" and form in ("", "svg")) or form == "timeml":
        if text:
            xml.etree.ElementTree.fromstring(text)
    if form == "csv":
        for cells in csv.reader(io.StringIO(text)):
            for cell in cells:
                if re.match("[=@\t\r\uff1d\uff0b\uff0d\uff20]|[+-](?![0-9/.-]*$)", cell):
                    yield f"a formula: {cell!r}"
    if command in ("extract", "compare") and form == "" and code == 0:
        json.loads(text)


def faults_of_files(row, code, before, after):
    made = {os.fsencode(name) for name in (row.makes if code == 0 else row.leaves)}
    if set(after) - set(before) != made:
        yield f"makes {set(after) - set(before)}"
    for name, held in before.items():
        if name not in after or after[name] != held:
            yield f"changes {name!r}"


def faults(row):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        root.chmod(0o755)
        prepare(root, row)
        before = state(root)
        try:
            done = run(root, row)
            err = done.stderr.decode("utf-8")
            code = done.returncode
            wanted = row.code if isinstance(row.code, tuple) else (row.code,)
            found = [] if code in wanted else [f"ends with {code}: {err[:300]!r}"]
            found += faults_of_stderr(row, code, err)
            found += faults_of_stdout(row, code, done.stdout or b"")
            found += faults_of_files(row, code, before, state(root))
        except Exception as problem:  # of the checks: it is a fault, too
            found = [f"{type(problem).__name__}: {problem}"]
        return [f"{row.name}: {fault}" for fault in found]


class Table(unittest.TestCase):
    def check(self, table):
        table = list(table)
        if not os.access(PROGRAM, os.X_OK) or os.geteuid() == 0 and not self.nobody_reaches():
            table = [row for row in table if not row.nobody]
        if not self.can_mount():
            table = [row for row in table if not row.without]
        self.assertEqual(len({row.name for row in table}), len(table))
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = [fault for some in pool.map(faults, table) for fault in some]
        self.assertFalse(found, "\n" + "\n".join(found))

    @staticmethod
    def can_mount():
        own = "mount -t tmpfs none /mnt"
        return os.geteuid() == 0 and shutil.which("unshare") and not subprocess.run(
            ["unshare", "--mount", "sh", "-c", own], capture_output=True, check=False).returncode

    @staticmethod
    def nobody_reaches():
        try:
            done = subprocess.run([PROGRAM, "--version"], user=NOBODY, capture_output=True,
                                  check=False)
        except PermissionError:  # it lies in a folder of root's
            return False
        return done.returncode == 0

    def test_names(self):
        self.check(rows.names())

    def test_no_articles(self):
        self.check(rows.no_articles())

    def test_texts(self):
        self.check(rows.texts())

    def test_timelines(self):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "a.md").write_text(rows.DATED)
            whole, table = (subprocess.run([PROGRAM, "extract", "a.md", "--format", form],
                                           cwd=folder, capture_output=True,
                                           check=True).stdout.decode() for form in ("json", "csv"))
        self.check(rows.timelines(json.loads(whole), table))

    def test_records(self):
        self.check(rows.records())

    def test_options(self):
        self.check(rows.options())

    def test_outputs(self):
        self.check(rows.outputs())

    def test_faults(self):
        self.check(rows.faults())


class Signals(unittest.TestCase):
    """A run that is ended leaves the old file, or the new one, and nothing else."""

    def test_no_litter(self):
        for number in [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL]:
            for arguments in [["extract", "a.md", "-o", "x.json"], ["draw", "a.md", "-o", "x.png"]]:
                for wait in [0.01, 0.05, 0.1]:
                    with self.subTest(signal=number, run=arguments, wait=wait):
                        self.end(arguments, number, wait)

    def end(self, arguments, number, wait):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "a.md").write_text(rows.DATED * 20)
            (root / arguments[-1]).write_bytes(b"old")
            with subprocess.Popen([PROGRAM, *arguments], cwd=root, stderr=subprocess.DEVNULL) as run:
                time.sleep(wait)
                run.send_signal(number)
                code = run.wait(timeout=60)
            self.assertIn(code, (0, -number))
            self.assertEqual({p.name for p in root.iterdir()}, {"a.md", arguments[-1]})
            held = (root / arguments[-1]).read_bytes()
            self.assertTrue(held == b"old" or len(held) > 1000)


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
