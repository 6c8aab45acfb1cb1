#!/usr/bin/env bash
# viewers_test.sh PROGRAM FOLDER ARTICLE: shows the article's timeline in TimelineJS and
# vis-timeline, in headless Chromium.  Skipped (77) where they cannot be had.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$1
work=$2
article=$3

skip() { echo "skipped: $*" && exit 77; }
chromium=$(command -v chromium || command -v chromium-browser) || skip "no chromium"
command -v node >/dev/null || skip "no node"
mkdir -p "$work"
if ! cmp -s "$here/package.json" "$work/package.json" || [[ ! -d $work/node_modules/vis-timeline ]]; then
  command -v npm >/dev/null || skip "no npm"
  cp "$here/package.json" "$work/package.json"
  (cd "$work" && npm install --no-package-lock --no-audit --no-fund --loglevel=error) ||
    { rm -f "$work/package.json" && skip "npm cannot install the viewers"; }
fi
"$program" extract --quiet "$article" -o "$work/article.vis.json"
"$program" extract --quiet "$article" -o "$work/article.timelinejs.json"
cp "$here/viewers_test.mjs" "$work"
CHROMIUM=$chromium exec node "$work/viewers_test.mjs" "$work"
