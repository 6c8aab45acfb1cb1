#!/usr/bin/env bash
# threads_test.sh BUILD: builds what runs in several threads with ThreadSanitizer in BUILD, and runs
# it: the C API's test, requests that come at once to `serve`, and `batch` with two jobs.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd "$source" && cmake --preset tsan -B "$build" -D ZEITSTRAHL_TESTS=ON >/dev/null &&
  cmake --build "$build" --target zeitstrahl_cli zeitstrahl_c c_api_test)

# What it finds is written to files, whoever ends the process and how.
export TSAN_OPTIONS="suppressions=$here/tsan.supp:log_path=$work/found:exitcode=66"
"$source/tests/c/c_test.sh" "$build"/lib/c/libzeitstrahl_c.so "$build/bin/c_api_test"
python3 -B "$here/at_once.py" "$build/bin/zeitstrahl"
for i in {1..40}; do
  echo "{\"id\": \"$i\", \"text\": \"Seit $((1980 + i)) ruht die Werft.\"}"
done >"$work/articles.ndjson"
"$build/bin/zeitstrahl" batch --quiet --jobs 2 "$work/articles.ndjson" >"$work/results.ndjson"

if compgen -G "$work/found.*" >/dev/null; then
  cat "$work"/found.* | head -60 >&2
  exit 1
fi
echo "no data races"
