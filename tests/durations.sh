#!/usr/bin/env bash
# durations.sh PROGRAM: how many ends of the KRAUTS articles' anchored durations are right.
# Fails below the floor in cases/durations_floors.txt; skipped, with exit code 77, without
# ../shared.
set -euo pipefail
tests=$(cd "$(dirname "$0")" && pwd)
krauts=$tests/../../shared/gold/krauts
if [[ ! -d $krauts ]]; then
  echo "skipped: the KRAUTS articles are not in ../shared"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$1" extract --format timeml --output-dir "$work" "$krauts"/raw/*.tml
result=$(python3 "$tests/durations.py" "$krauts/gold" "$work")
echo "$result"
"$tests/floors.sh" "$tests/cases/durations_floors.txt" ends "${result##* }"
