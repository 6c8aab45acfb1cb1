#!/usr/bin/env bash
# process_test.sh PROGRAM: the drawing program from its start to its end.  Pictures are the same
# bytes in another time zone, locale and year, and take less than 0.2 s of processor time.
set -euo pipefail
samples=$(cd "$(dirname "$0")/../../samples" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

elsewhere=(env TZ=Pacific/Kiritimati LC_ALL=de_DE.UTF-8 LANG=de_DE.UTF-8)
if command -v faketime >/dev/null; then
  elsewhere+=(faketime '1999-12-31 23:59:59')
else
  echo "no faketime: the year stays"
fi
for format in svg png pdf html; do
  for name in partnerschaft museum; do
    "$1" draw "$samples/$name.md" -o "$work/here.$format"
    "${elsewhere[@]}" "$1" draw "$samples/$name.md" -o "$work/there.$format"
    cmp "$work/here.$format" "$work/there.$format" || status=1
  done
done

TIMEFORMAT='%U %S'
best=9
for _ in 1 2 3; do
  taken=$({ time "$1" draw "$samples/partnerschaft.md" -o "$work/quick.svg"; } 2>&1)
  best=$(awk -v best=$best '{ t = $1 + $2; print t < best ? t : best }' <<<"$taken")
done
echo "a drawing takes $best s of processor time"
awk -v best="$best" 'BEGIN { exit !(best < 0.2) }' || status=1
exit $status
