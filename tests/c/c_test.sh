#!/usr/bin/env bash
# c_test.sh LIBRARY API_TEST: the C library shows zs_* alone and carries its ABI's version, and
# its calls do what zeitstrahl_c.h says.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
library=$1 api_test=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { echo "$*" >&2 && exit 1; }

mkdir "$work/files"
cp -r "$here/../../lib/lang/de" "$work/faulty"
: >"$work/faulty/claims.tsv"
"$api_test" "$work/files" "$work/faulty"

others=$(nm -D --defined-only "$library" | awk '$2 != "A" { print $3 }' | grep -v '^zs_' || true)
[[ -z $others ]] || fail "symbols besides zs_*: $others"
declared=$(grep -o '\bzs_[a-z_]*(' "$here/../../lib/c/zeitstrahl_c.h" | tr -d '(' | sort -u)
defined=$(nm -D --defined-only "$library" | grep -o '\bzs_[a-z_]*' | sort -u)
[[ $declared == "$defined" ]] || fail "the header's functions are not the library's: $(
  diff <(echo "$declared") <(echo "$defined"))"
version=$(sed -n 's/^#define ZS_ABI_VERSION //p' "$here/../../lib/c/zeitstrahl_c.h")
readelf -d "$library" | grep -q "SONAME.*\[libzeitstrahl_c\.so\.$version\]" || fail "SONAME is not .$version"
