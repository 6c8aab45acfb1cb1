"""Children that answer records, and die."""

import json
import os
import signal
import sys
import threading
import time

import pytest

import zeitstrahl
from zeitstrahl import _child

# Answers with what it was told, dies at "die", sleeps at "sleep", lies at "lie".
FAKE = """
import json, os, sys, time
print("ready", flush=True)
for line in sys.stdin:
    record = json.loads(line)
    if record["text"] == "die": os._exit(9)
    if record["text"] == "sleep": time.sleep(60)
    if record["text"] == "lie": record["id"] = "other"
    print(json.dumps(record), flush=True)
"""


def records(*texts):
    return [json.dumps({"id": str(number), "text": text}) for number, text in enumerate(texts)]


def answers(given, command=(sys.executable, "-c", FAKE), seconds=20):
    with _child.Answerer(command, seconds) as child:
        return [json.loads(line) for line in child.answer(given)]


def codes(found):
    return [row.get("error", {}).get("code") for row in found]


def test_only_the_guilty_become_errors():
    found = answers(records("a", "die", "b", "die", "die", *["c"] * 500, "die"))
    assert [row["id"] for row in found] == [str(number) for number in range(506)]
    assert codes(found) == [None, "crashed", None, "crashed", "crashed", *[None] * 500, "crashed"]


def test_time_is_bounded():
    found = answers(records("a", "sleep", "b"), seconds=2)
    assert codes(found) == [None, "out-of-time", None]
    assert found[1]["error"]["stage"] == "analyze" and "2 s" in found[1]["error"]["message"]


def test_answers_are_checked():
    with pytest.raises(RuntimeError, match="'1' is about 'other'"):
        answers(records("a", "lie"))


def test_a_child_that_does_not_start_is_no_record_s_fault():
    with pytest.raises(RuntimeError, match="no child starts"):
        answers(records("a"), (sys.executable, "-c", "pass"))


def test_as_batch_does(program):
    given = records("Seit 2019.", "Gestern.") + [json.dumps({"id": "", "text": "x"}), '{"id": "y"}']
    with _child.Answerer(_child.command(1024), 60) as child:
        found = child.answer(given)
        assert child.answer(given) == found
    expected = program("batch", stdin="".join(line + "\n" for line in given).encode())
    assert "".join(line + "\n" for line in found).encode() == expected


def test_memory_is_bounded():
    dates = "Am 3. Mai 2019. " * 500_000
    found = answers(records("Seit 2019.", dates, "Gestern."), _child.command(600), seconds=120)
    assert codes(found) == [None, "out-of-memory", None]
    assert "600 MiB" in found[1]["error"]["message"]


def test_children_that_are_killed_lose_nothing():
    given = records(*(f"Das Werk {number} schließt am 3. Mai 2026." for number in range(10_000)))
    done = threading.Event()
    killed = []

    def kill():
        while not done.wait(0.7):
            try:
                killed.append(child._child._process.pid)
                os.kill(killed[-1], signal.SIGKILL)
            except (AttributeError, ProcessLookupError):
                pass  # none is ready just now

    with _child.Answerer(_child.command(1024), 60) as child:
        killer = threading.Thread(target=kill)
        killer.start()
        found = child.answer(given)
        done.set()
        killer.join()
    assert len(set(killed)) > 1
    assert found == list(zeitstrahl.batch(given))
