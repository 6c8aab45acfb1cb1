#!/usr/bin/env bash
# peers.sh PROGRAM: PROGRAM on the German test cases of other parsers in ../shared, in a table:
# found and value as the scorer beside the cases counts them, agree as peers_agree.py does, of
# all cases and of those beside the clashes of conventions in cases/peers_clashes.txt.
# Fails where a figure is below its floor in cases/peers_floors.txt; skipped, with exit
# code 77, without ../shared.
set -euo pipefail
tests=$(cd "$(dirname "$0")" && pwd)
cases=$tests/../../shared/gold/cases
score=$tests/../../shared/eval/score_cases.py
if [[ ! -d $cases || ! -f $score ]]; then
  echo "skipped: the cases of other parsers are not in ../shared"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

figures=()
# report NAME FILE: a row of the table, and its figures.
report() {
  local cases found value agree beside agree_beside
  read -r cases found value < <(python3 "$score" "$2" "$work/out.ndjson" |
    sed -n 's/^\([0-9]*\) cases  found \([0-9.]*\)  value \([0-9.]*\)$/\1 \2 \3/p')
  read -r _ agree beside agree_beside < <(
    python3 "$tests/peers_agree.py" "$2" "$work/out.ndjson" "$tests/cases/peers_clashes.txt")
  echo "| $1 | $cases | ${found#0} | ${value#0} | ${agree#0} | $beside | ${agree_beside#0} |"
  figures+=("$1-found" "$found" "$1-value" "$value" "$1-agree" "$agree"
            "$1-beside-clashes" "$agree_beside")
}

cat "$cases"/*.jsonl >"$work/all.jsonl"
python3 "$score" "$work/all.jsonl" --records >"$work/in.ndjson"
"$1" batch "$work/in.ndjson" >"$work/out.ndjson"

echo '| peer | cases | found | value | agree | beside clashes | agree |'
echo '|---|---|---|---|---|---|---|'
for file in "$cases"/*.jsonl; do
  report "$(basename "$file" .jsonl)" "$file"
done
report all "$work/all.jsonl"

"$tests/floors.sh" "$tests/cases/peers_floors.txt" "${figures[@]}"
