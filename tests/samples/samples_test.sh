#!/usr/bin/env bash
# samples_test.sh PROGRAM: every sample has a drawing, and it is the one that PROGRAM draws.
set -euo pipefail
samples=$(cd "$(dirname "$0")/../../samples" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$samples/draw.sh" "$1" "$work"
status=0
for article in "$samples"/*.md; do
  name=$(basename "$article" .md)
  [[ $name == README ]] && continue
  if ! cmp "$samples/$name.svg" "$work/$name.svg"; then
    echo "$name.svg: not what the program draws; look at the difference, then samples/draw.sh"
    status=1
  fi
done
exit $status
