"""peers_speed.py PROGRAM [CHRONO]: times found in distinct texts, by PROGRAM and by its peers.

The texts are those of ../shared/text, each seen once.  CHRONO is a folder into which
`npm install chrono-node` was run; dateparser takes part where this Python has it, on fewer texts,
since it is slow.  A row a peer: MB of text a second of processor time (user), without what it
takes to start, and how many times it found.
"""

import json
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

LONGEST = 300  # seconds that a peer may take
TEXTS = pathlib.Path(__file__).resolve().parents[1] / ".." / "shared" / "text"

CHRONO = """
const chrono = require('chrono-node');
const lines = require('fs').readFileSync(process.argv[1], 'utf8').trim().split('\\n');
let found = 0;
for (const line of lines) {
  const record = JSON.parse(line);
  found += chrono.de.parse(record.text, new Date(record.published)).length;
}
console.log(found);
"""

DATEPARSER = """
import datetime, json, sys
from dateparser.search import search_dates
found = 0
for line in open(sys.argv[1], encoding="utf-8"):
    record = json.loads(line)
    base = datetime.datetime.fromisoformat(record["published"])
    found += len(search_dates(record["text"], languages=["de"],
                              settings={"RELATIVE_BASE": base}) or [])
print(found)
"""


def processor_time(command):
    """Seconds of user time, children's too, and what was written."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    run = subprocess.run(command, capture_output=True, check=True, timeout=LONGEST)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before, run.stdout


def found_by_program(output):
    return sum(len(json.loads(line)["expressions"]) for line in output.splitlines())


def measure(name, records, command, found=int):
    """Prints a row.  `command`: makes one from the path of a file of records."""
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for kind, some in (("first", records[:1]), ("all", records)):
            files[kind] = pathlib.Path(folder) / (kind + ".ndjson")
            files[kind].write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in some),
                                   encoding="utf-8")
        try:
            start, _ = processor_time(command(str(files["first"])))
            whole, output = processor_time(command(str(files["all"])))
        except (OSError, subprocess.SubprocessError) as problem:
            print(f"| {name} | | | {type(problem).__name__} |")
            return
    size = sum(len(r["text"].encode()) for r in records) / 1e6
    print(f"| {name} | {size:.2f} | {size / max(whole - start, 1e-3):.3g} | {found(output)} |",
          flush=True)


def main(program, chrono=None):
    records = []
    for path in sorted(TEXTS.glob("*.ndjson")):
        with open(path, encoding="utf-8") as lines:
            records += [json.loads(line) for line in lines]
    if not records:
        print("skipped: the distinct texts are not in ../shared/text")
        return 77
    random.Random(1).shuffle(records)
    print("| peer | MB | MB a second | times |\n|---|---|---|---|")
    measure("zeitstrahl, times only", records,
            lambda file: [program, "batch", file, "--output-only", "expressions"],
            found_by_program)
    measure("zeitstrahl, with claims", records, lambda file: [program, "batch", file],
            found_by_program)
    if chrono:
        script = pathlib.Path(chrono) / "peers_speed.cjs"
        script.write_text(CHRONO.replace("argv[1]", "argv[2]"), encoding="utf-8")
        measure("chrono-node", records, lambda file: ["node", str(script), file])
    measure("dateparser", records[:20], lambda file: [sys.executable, "-c", DATEPARSER, file])
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
