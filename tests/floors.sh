#!/usr/bin/env bash
# floors.sh FLOORS [NAME FIGURE]...: fails for each figure more than .01 below its floor, so that
# a sound simplification can land.  A line of FLOORS is a name and the figure last reached, "#"
# begins a comment.
set -euo pipefail
floors=$1
shift
status=0
while (($# > 0)); do
  floor=$(awk -v name="$1" '$1 == name { print $2 }' "$floors")
  if [[ -z $floor ]]; then
    echo "$floors: no floor for $1"
    status=1
  elif awk -v figure="$2" -v floor="$floor" 'BEGIN { exit !(figure + 0.01 < floor + 0) }'; then
    echo "$1 has fallen to $2; its floor is $floor"
    status=1
  elif awk -v figure="$2" -v floor="$floor" 'BEGIN { exit !(figure + 0 > floor + 0.01) }'; then
    echo "$1 has risen to $2; raise its floor of $floor in $(basename "$floors")"
  fi
  shift 2
done
exit $status
