#!/usr/bin/env bash
# report_test.sh PROGRAM RENDER_SHOW FOLDER: draws reports into FOLDER and tries them in headless
# Chromium.  Skipped (77) where Chromium, Node or the two npm packages cannot be had.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$1
show=$2
work=$3

skip() { echo "skipped: $*" && exit 77; }
chromium=$(command -v chromium || command -v chromium-browser) || skip "no chromium"
command -v node >/dev/null || skip "no node"
mkdir -p "$work"
if ! cmp -s "$here/package.json" "$work/package.json" || [[ ! -d $work/node_modules/axe-core ]]; then
  command -v npm >/dev/null || skip "no npm"
  cp "$here/package.json" "$work/package.new.json"
  mv "$work/package.new.json" "$work/package.json"
  (cd "$work" && npm install --no-package-lock --no-audit --no-fund --loglevel=error) ||
    { rm -f "$work/package.json" && skip "npm cannot install playwright-core and axe-core"; }
fi

rm -rf "$work/reports"
mkdir "$work/reports"
"$show" "$work/reports" harbour
"$show" "$work/reports" markup
"$show" "$work/reports" empty
"$program" draw --format html --embed-fonts --output-dir "$work/reports" \
  "$here"/../../samples/{partnerschaft,rakete,bahn,museum,batterie}.md
"$program" extract "$here/../../samples/bahn.md" -o "$work/edited.json"
node -e '
  const fs = require("fs");
  const timeline = JSON.parse(fs.readFileSync(process.argv[1]));
  timeline.claims[0].label = "Von Hand gesetzt";
  Object.assign(timeline.claims[1], {hidden: true, note: "steht anderswo"});
  timeline.claims[2].hidden = true;
  fs.writeFileSync(process.argv[1], JSON.stringify(timeline));' "$work/edited.json"
"$program" draw "$work/edited.json" -o "$work/reports/edited.html"
"$program" compare --format html "$here"/../../samples/stories/werk -o "$work/reports/compared.html"
cp "$here/report_test.mjs" "$work"
CHROMIUM=$chromium exec node "$work/report_test.mjs" "$work/reports"
