#!/usr/bin/env bash
# claims.sh PROGRAM: PROGRAM on the articles of ../shared whose claims two people wrote down.
# Fails where a figure is below its floor in cases/claims_floors.txt; skipped, with exit code
# 77, without ../shared.
set -euo pipefail
tests=$(cd "$(dirname "$0")" && pwd)
shared=$tests/../../shared
gold=$shared/gold/claims/dev
score=$shared/eval/score_claims.py
if [[ ! -d $gold || ! -f $score ]]; then
  echo "skipped: the claims are not in ../shared"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# "FILE DAY" of each article, one a line.
articles() {
  python3 - "$gold" <<'END'
import glob, json, os, sys
for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.json"))):
    if os.path.basename(path) != "index.json":
        with open(path, encoding="utf-8") as file:
            print(path[:-len("json")] + "txt", json.load(file)["published"])
END
}

while read -r article day; do
  "$1" extract --format json --published "$day" --output-dir "$work" "$article"
done < <(articles)

figures=$(python3 "$score" "$gold" "$work" --json | python3 -c '
import json, sys
for name, value in json.load(sys.stdin)["scores"].items():
    print(name, "%.3f" % (value["f1"] if isinstance(value, dict) else value))')
echo "$figures"
# shellcheck disable=SC2086
"$tests/floors.sh" "$tests/cases/claims_floors.txt" $figures
