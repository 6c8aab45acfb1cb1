#!/usr/bin/env bash
# samples_test.sh PROGRAM: every sample has a drawing, and all are those that PROGRAM draws.
set -euo pipefail
samples=$(cd "$(dirname "$0")/../../samples" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$samples/draw.sh" "$1" "$work"
status=0
for article in "$samples"/*.md; do
  name=$(basename "$article" .md)
  [[ $name == README || -e $work/$name.svg ]] || { echo "$name.md: draw.sh draws it not" && status=1; }
done
for drawing in "$work"/*.svg "$work"/stories/*.svg; do
  name=${drawing#"$work/"}
  if ! cmp "$samples/$name" "$drawing"; then
    echo "$name: not what the program draws; look at the difference, then samples/draw.sh"
    status=1
  fi
done
exit $status
