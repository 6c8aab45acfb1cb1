#!/usr/bin/env bash
# bytes_test.sh ZEITSTRAHL CONVERT: the C library writes the program's bytes.
set -euo pipefail
samples=$(cd "$(dirname "$0")/../../samples" && pwd)
program=$1 convert=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { echo "$*" >&2 && exit 1; }
expect_same() {  # NAME, after "$work/c" and "$work/program" were written
  cmp "$work/c" "$work/program" || fail "$1: the C library's bytes are not the program's"
}
shopt -s extglob
"$convert" ndjson - - "$samples"/!(README).md >"$work/c"
"$program" extract --quiet --format ndjson "$samples"/!(README).md >"$work/program"
expect_same ndjson
article=$samples/partnerschaft.md
for format in json csv timeml markdown icalendar json-ld followthemoney timelinejs vis-timeline; do
  "$convert" $format - - "$article" >"$work/c"
  "$program" extract --quiet --format $format "$article" >"$work/program"
  expect_same "$format"
done
"$convert" json with-text true "$article" >"$work/c"
"$program" extract --with-text "$article" >"$work/program"
expect_same with-text
for format in svg png pdf html; do
  "$convert" $format width 500 "$article" >"$work/c"
  "$program" draw --quiet --width 500 --format $format "$article" >"$work/program"
  expect_same "$format"
done
while read -r name value; do
  "$convert" svg "$name" "$value" "$article" >"$work/c"
  "$program" draw --quiet --format svg "--$name=$value" "$article" >"$work/program"
  expect_same "svg --$name"
done <<'END'
theme dark
title Eine Zeitleiste
without 2,3
since 2024-01-01
until 2025-12-31
max-claims 3
hide-vague true
embed-fonts true
END
for format in json csv markdown svg; do
  "$convert" compare:$format - - "$samples"/stories/werk/*.md >"$work/c"
  "$program" compare --quiet --format $format "$samples"/stories/werk >"$work/program"
  expect_same "compare $format"
done
