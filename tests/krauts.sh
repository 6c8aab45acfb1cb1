#!/usr/bin/env bash
# krauts.sh PROGRAM: PROGRAM on the KRAUTS articles of ../shared, in a table beside others.
# Fails where a figure is below its floor in cases/krauts_floors.txt; skipped, with exit
# code 77, without ../shared.
set -euo pipefail
tests=$(cd "$(dirname "$0")" && pwd)
shared=$tests/../../shared
krauts=$shared/gold/krauts
score=$shared/eval/score_timeml.py
if [[ ! -d $krauts || ! -f $score ]]; then
  echo "skipped: the KRAUTS articles are not in ../shared"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# f1 FOLDER: "strict relaxed type value" of its annotations.
f1() {
  python3 "$score" "$krauts/gold" "$1" --json | python3 -c '
import json, sys
scores = json.load(sys.stdin)["scores"]
print(*("%.3f" % scores[name]["f1"] for name in ("strict", "relaxed", "type", "value")))'
}

"$1" extract --format timeml --output-dir "$work" "$krauts"/raw/*.tml
ours=$(f1 "$work")

echo '| F1 | strict | relaxed | type | value |'
echo '|---|---|---|---|---|'
for row in "Zeitstrahl $ours" "HeidelTime $(f1 "$krauts/heideltime")" \
           'HeidelTime,_all_192_articles .719 .807 .771 .672' \
           'TEI2GO_(neural,_published,_another_split) .759 .822 - -' \
           'chrono-node_2.10 .218 .439 .321 .185'; do
  read -r name strict relaxed type value <<<"$row"
  echo "| ${name//_/ } | ${strict#0} | ${relaxed#0} | ${type#0} | ${value#0} |"
done

"$tests/floors.sh" "$tests/cases/krauts_floors.txt" \
  $(paste -d ' ' <(printf '%s\n' strict relaxed type value) <(tr ' ' '\n' <<<"$ours"))
