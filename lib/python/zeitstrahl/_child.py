"""A process that answers records, and what keeps one alive.

`python -m zeitstrahl._child OPTIONS` writes "ready", then reads a record of NDJSON a line and writes
the line of its result at once.  `Answerer` runs one: where it dies, another one goes on behind the last answer,
and a record at which several die is answered with an error.
"""

from __future__ import annotations

import json
import os
import resource
import select
import subprocess
import sys
import threading
from collections.abc import Sequence
from types import TracebackType
from typing import Any

READY = "ready"
TRIES = 8  # children that may die at a record before it is taken to be the reason
STARTS = 20  # children in a row that may die before they are ready
SECONDS_TO_START = 120


def error_line(id: str, code: str, message: str) -> str:
    """As `zeitstrahl batch` writes one."""
    return json.dumps({"error": {"code": code, "message": message, "stage": "analyze"}, "id": id},
                      ensure_ascii=False, separators=(",", ":"))


def id_of(line: str) -> str:
    """The id of a record or of a result; "" where it has none."""
    return str(json.loads(line)["id"] or "")


class Died(Exception):
    """The child has ended, or was ended because it took too long."""

    def __init__(self, too_long: bool) -> None:
        super().__init__()
        self.too_long = too_long


class _Child:
    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._read = b""

    def send(self, lines: Sequence[str]) -> None:
        """From a thread, since the child answers while it is being asked."""
        pipe = self._process.stdin
        assert pipe is not None

        def write() -> None:
            try:
                for line in lines:
                    pipe.write(line.encode() + b"\n")
                pipe.flush()
            except (BrokenPipeError, ValueError):
                pass  # it has died, which reading tells

        threading.Thread(target=write, daemon=True).start()

    def answer(self, seconds: float) -> str:
        """The next line; raises Died."""
        pipe = self._process.stdout
        assert pipe is not None
        parts = [self._read]
        while b"\n" not in parts[-1]:
            if not select.select([pipe], [], [], seconds)[0]:
                raise Died(too_long=True)
            parts.append(os.read(pipe.fileno(), 1 << 20))
            if not parts[-1]:
                raise Died(too_long=False)
        line, self._read = b"".join(parts).split(b"\n", 1)
        return line.decode()

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            try:
                pipe.close()
            except BrokenPipeError:
                pass


class Answerer:
    """Answers lists of records, a line each, in order; to be used in a `with`.

    `seconds` is the time that a record may take.  `command` is a program that writes "ready" and
    then answers line by line.
    """

    def __init__(self, command: Sequence[str], seconds: float) -> None:
        self._command = command
        self._seconds = seconds
        self._child: _Child | None = None

    def __enter__(self) -> Answerer:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._end_child()

    def _end_child(self) -> None:
        if self._child:
            self._child.end()
        self._child = None

    def answer(self, records: Sequence[str]) -> list[str]:
        """The result of each record, whose ids are checked to be those of the records."""
        answers: list[str] = []
        deaths = 0  # at the first record that has no answer
        while len(answers) < len(records):
            before = len(answers)
            try:
                self._ask(records[before:], answers)
            except Died as death:
                self._end_child()
                deaths = 1 if len(answers) > before else deaths + 1
                if death.too_long or deaths == TRIES:
                    answers.append(self._blame(records[len(answers)], death.too_long))
                    deaths = 0
        return answers

    def _ask(self, records: Sequence[str], answers: list[str]) -> None:
        if not self._child:
            self._child = self._start()
        self._child.send(records)
        for record in records:
            line = self._child.answer(self._seconds)
            if id_of(line) != id_of(record):
                raise RuntimeError(f"the answer to {id_of(record)!r} is about {id_of(line)!r}")
            answers.append(line)

    def _start(self) -> _Child:
        """A child that is ready: one that dies before has not died at a record."""
        for _ in range(STARTS):
            child = _Child(self._command)
            try:
                if child.answer(SECONDS_TO_START) == READY:
                    return child
            except Died:
                pass
            child.end()
        raise RuntimeError(f"no child starts: {' '.join(self._command)}")

    def _blame(self, record: str, too_long: bool) -> str:
        if too_long:
            return error_line(id_of(record), "out-of-time",
                              f"it needs more than {self._seconds:g} s; split it, or give more")
        return error_line(id_of(record), "crashed",
                          "the program came to a bad end at it; please report it")


def command(mebibytes: int, **options: Any) -> list[str]:
    """The command of a child that may take so much memory; options as of `batch`."""
    return [sys.executable, "-m", "zeitstrahl._child", json.dumps([mebibytes, options])]


def main() -> None:
    import zeitstrahl

    mebibytes, options = json.loads(sys.argv[1])
    extractor = zeitstrahl.Extractor()
    resource.setrlimit(resource.RLIMIT_AS, (mebibytes << 20, mebibytes << 20))
    extractor.answer_line(b"{}", **options)  # options that do not fit are no record's fault
    print(READY, flush=True)
    for record in sys.stdin.buffer:
        try:
            line = extractor.answer_line(record, **options)
        except MemoryError:
            line = error_line(id_of(record.decode()), "out-of-memory",
                              f"it needs more than {mebibytes} MiB of memory; split it, or give more")
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
