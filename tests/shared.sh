#!/usr/bin/env bash
# shared.sh PROGRAM: every text of ../shared goes through PROGRAM, which reads each of them and
# crashes on none.  Skipped, with exit code 77, without ../shared.
set -euo pipefail
shared=$(cd "$(dirname "$0")/.." && pwd)/../shared
[[ -d $shared/text && -d $shared/gold ]] || { echo "skipped: there is no ../shared" && exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for file in "$shared"/text/*.ndjson; do
  "$1" batch "$file" >"$work/found.ndjson" 2>"$work/counts"
  tail -n 1 "$work/counts" | grep -q '"errors":0}' || { cat "$work/counts" && exit 1; }
done
mkdir "$work/found"
"$1" extract --output-dir "$work/found" "$shared"/gold/krauts/raw/*.tml

# The texts in all strings of the other sets, a line each.
python3 - "$shared/gold" >"$work/others.ndjson" <<'END'
import glob, json, sys

def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)

def texts():
    for path in sorted(glob.glob(sys.argv[1] + "/**/*.jsonl", recursive=True)):
        for line in open(path, encoding="utf-8"):
            yield from strings(json.loads(line))
    for path in sorted(glob.glob(sys.argv[1] + "/claims/**/*.txt", recursive=True)):
        yield open(path, encoding="utf-8").read()

for number, text in enumerate(texts()):
    print(json.dumps({"id": str(number), "published": "2025-01-22", "text": text}))
END
"$1" batch "$work/others.ndjson" >/dev/null 2>"$work/counts"
tail -n 1 "$work/counts" | grep -q '"errors":0}' || { cat "$work/counts" && exit 1; }
