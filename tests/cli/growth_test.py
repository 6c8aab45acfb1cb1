"""How time and memory grow with what comes in: both no faster than the text.

usage: growth_test.py PROGRAM MEGABYTES...

Each command runs over a text of each size.  From one size to the next its processor time, and its
memory beyond that of the smallest run, may grow as the text does, with room for noise; `extract`
takes at most 20 bytes of memory a byte of text.  `compare` reads two texts of half the size; how it
grows with the number of articles, tests/compare/growth_test.cc measures.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ROOM = 1.6           # of what is allowed to grow by the factor of the text
BYTES_A_BYTE = 20    # of extract
LONG = 5e6           # bytes; below, what is kept of the last sentences is most of the growth
START = 0.3          # seconds that are no growth
SIZE_A_STORY = 3000  # of a record of batch

NAMES = ["Nordwerk", "Hansen AG", "Stadtwerke Emden", "Petra Lund", "Jonas Weber", "Reederei Blohm",
         "Verein Linde", "Klinik am See", "Ministerium", "Werft"]
VERBS = ["eröffnet", "schließt", "verkauft", "plant", "prüft", "übernimmt", "erweitert"]
THINGS = ["das Werk", "die Halle", "den Betrieb", "eine Brücke", "den Hafen", "die Linie"]
TIMES = ["am {d}. Mai {y}", "im Jahr {y}", "seit {y}", "bis {y}", "im März {y}", "gestern"]
PLAIN = ["Die Lage ist nach Ansicht vieler Leute schwierig und wird es wohl noch lange bleiben.",
         "Dafür braucht es Geld, Geduld und ein wenig Glück.",
         "Viele Menschen standen am Ufer und sahen den Schiffen zu, die langsam vorüberzogen.",
         "Wer das bezahlen soll, ist offen."]


def text(size, seed=1):
    """German sentences of about `size` bytes, a claim in 350 bytes as in news; the same for a
    seed."""
    chosen = random.Random(seed)
    out, length = [], 0
    while length < size:
        when = chosen.choice(TIMES).format(d=chosen.randint(1, 28), y=chosen.randint(1950, 2035))
        line = (f"{chosen.choice(NAMES)} {chosen.choice(VERBS)} {when} {chosen.choice(THINGS)} "
                f"Nummer {chosen.randint(1, 10 ** 6)}.")
        paragraph = " ".join([line, *chosen.choices(PLAIN, k=4)])
        out.append(paragraph)
        length += len(paragraph.encode()) + 2
    return "\n\n".join(out)


def records(size):
    lines = (json.dumps({"id": str(i), "published": "2025-01-22", "text": text(SIZE_A_STORY, i)})
             for i in range(max(1, int(size / SIZE_A_STORY))))
    return "\n".join(lines) + "\n"


def page(content):
    return ("<!DOCTYPE html><html><body><article><h1>Werft</h1><p>" +
            content.replace("\n\n", "</p><p>") + "</p></article></body></html>")


COMMANDS = {
    "extract": ["extract", "a.txt", "-o", "x.json"],
    "extract a page": ["extract", "a.html", "-o", "x.json"],
    "extract CSV": ["extract", "a.txt", "-o", "x.csv"],
    "extract TimeML": ["extract", "a.txt", "-o", "x.tml"],
    "explain": ["explain", "a.txt"],
    "draw": ["draw", "a.txt", "-o", "x.svg"],
    "compare": ["compare", "b.txt", "c.txt", "-o", "x.json"],
    "batch": ["batch", "r.ndjson", "-o", "x.ndjson", "--memory-limit", "4096"],
}


def measured(program, folder, arguments):
    """Processor time and peak memory in bytes of one run; of batch, of its children, too."""
    more = [] if arguments[0] == "batch" else ["--published", "2025-01-22", "-q"]
    with open(os.devnull, "wb") as nowhere:
        run = subprocess.Popen([program, *arguments, *more], cwd=folder, stdout=nowhere,
                               stderr=subprocess.PIPE)
        err = run.stderr.read()
        _, status, used = os.wait4(run.pid, 0)
    if status:
        sys.exit(f"{arguments}: ends with {status}: {err[-300:]}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def write(folder, size):
    content = text(size)
    half = len(content) // 2
    for name, held in [("a.txt", content), ("b.txt", content[:half]), ("c.txt", content[half:]),
                       ("a.html", page(content)), ("r.ndjson", records(size))]:
        (folder / name).write_text(held, encoding="utf-8")


def faults(name, runs):
    """`runs`: size in bytes, time and memory of each run, the smallest first."""
    for (size, seconds, memory), (larger, more_seconds, more_memory) in zip(runs, runs[1:]):
        factor = ROOM * larger / size
        if more_seconds > factor * (seconds + START):
            yield f"{name}: {seconds:.2f} s become {more_seconds:.2f}"
        base = runs[0][2]
        a_byte = (more_memory - base) / (larger - runs[0][0])
        print(f"{name}: {larger / 1e6:g} MB, {more_seconds:.2f} s, {more_memory / 1e6:.0f} MB, "
              f"{a_byte:.1f} bytes a byte", flush=True)
        if name == "extract" and larger > LONG and a_byte > BYTES_A_BYTE:
            yield f"{name}: {a_byte:.1f} bytes of memory a byte of text"
        first = runs[0][0]
        grown = (larger - first) / (size - first) if size > first else 0  # beyond that of the first
        if more_memory - base > ROOM * max(grown * (memory - base), larger * BYTES_A_BYTE):
            yield f"{name}: {memory / 1e6:.0f} MB become {more_memory / 1e6:.0f}"


def main():
    program, sizes = os.path.abspath(sys.argv[1]), [int(float(s) * 1e6) for s in sys.argv[2:]]
    runs = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            write(Path(folder), size)
            for name, arguments in COMMANDS.items():
                runs[name].append((size, *measured(program, folder, arguments)))
    found = [fault for name, of in runs.items() for fault in faults(name, of)]
    if found:
        sys.exit("\n".join(found))


main()
