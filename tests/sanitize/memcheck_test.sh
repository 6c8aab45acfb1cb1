#!/usr/bin/env bash
# memcheck_test.sh ZEITSTRAHL: valgrind finds no read or write of what the program does not own, and
# no memory lost, in what samples/demo.sh does.  Skipped, with exit code 77, without valgrind or with
# a program under another sanitizer.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
samples=$(cd "$here/../../samples" && pwd)
command -v valgrind >/dev/null || { echo "skipped: no valgrind" && exit 77; }
if ldd "$1" | grep -qE 'lib(a|t)san'; then echo "skipped: built with a sanitizer" && exit 77; fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for format in svg png pdf; do
  valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite \
    --errors-for-leak-kinds=definite --suppressions="$here/memcheck.supp" \
    "$1" draw "$samples/partnerschaft.md" -o "$work/partnerschaft.$format"
done
cmp "$work/partnerschaft.svg" "$samples/partnerschaft.svg"
