#!/usr/bin/env bash
# syntax.sh PROGRAM_FOLDER: how well sentences are analyzed.  Of PUD's sentences in ../shared each
# fifth is analyzed by a model that was trained without it, and the figures are held to
# cases/syntax_floors.txt; then the model is trained from all, which gives the bytes of
# lib/lang/de/syntax.bin.  Skipped, with exit code 77, without ../shared.  Needs zeitstrahl_train and
# zeitstrahl_syntax in PROGRAM_FOLDER; takes about ten minutes.
set -euo pipefail
programs=$1
tests=$(cd "$(dirname "$0")" && pwd)
shared=$tests/../../shared/syntax
language=$tests/../lib/lang/de
gold=$shared/gold/pud.col
score=$shared/prototype/score.py
[[ -f $gold && -f $score ]] || { echo "skipped: there is no ../shared/syntax" && exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Sentences of the gold with their columns, those of a fold: every fifth group of four.
fold() {
  awk -v fold="$1" 'BEGIN { RS = ""; ORS = "\n\n" } int((NR - 1) / 4) % 5 == fold' "$gold"
}

for k in 0 1 2 3 4; do
  "$programs/zeitstrahl_train" "$shared" "$language" --without-fold $k -o "$work/model.bin"
  fold $k >>"$work/gold.col"
  fold $k | cut -f 2 >"$work/words"
  "$programs/zeitstrahl_syntax" --model "$work/model.bin" <"$work/words" >>"$work/found.col"
done

# shellcheck disable=SC2046
set -- $(python3 "$score" "$work/gold.col" "$work/found.col" | tr ' ' '\n' | awk '
  wanted { printf "%s %.3f\n", wanted, $1 / 100; wanted = "" }
  /^(vcomplex|prt|subj-fin|clause|np)$/ { wanted = $1 }')
printf '%s %s\n' "$@"
"$tests/floors.sh" "$tests/cases/syntax_floors.txt" "$@"

"$programs/zeitstrahl_train" "$shared" "$language" -o "$work/model.bin"
cmp "$work/model.bin" "$language/syntax.bin"
