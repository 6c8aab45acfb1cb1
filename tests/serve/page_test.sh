#!/usr/bin/env bash
# page_test.sh PROGRAM FOLDER: tries the page of `zeitstrahl serve` in headless Chromium.
# Skipped (77) where Chromium, Node or the two npm packages cannot be had.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$1
work=$2

skip() { echo "skipped: $*" && exit 77; }
chromium=$(command -v chromium || command -v chromium-browser) || skip "no chromium"
command -v node >/dev/null || skip "no node"
mkdir -p "$work"
if ! cmp -s "$here/../report/package.json" "$work/package.json" || [[ ! -d $work/node_modules/axe-core ]]; then
  command -v npm >/dev/null || skip "no npm"
  cp "$here/../report/package.json" "$work/package.json"
  (cd "$work" && npm install --no-package-lock --no-audit --no-fund --loglevel=error) ||
    { rm -f "$work/package.json" && skip "npm cannot install playwright-core and axe-core"; }
fi
cp "$here/page_test.mjs" "$work"
CHROMIUM=$chromium exec node "$work/page_test.mjs" "$program" "$work"
