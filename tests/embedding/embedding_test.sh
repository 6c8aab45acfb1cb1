#!/usr/bin/env bash
# embedding_test.sh PROGRAM markdown|latex|libreoffice: runs the README's commands that put a
# timeline into another document, and looks for the picture and its text there.  Skipped (77)
# where the tool is missing.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
PATH=$(dirname "$1"):$PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export HOME=$work  # LibreOffice keeps a profile there

need() { command -v "$1" >/dev/null || { echo "skipped: no $1" && exit 77; }; }
fail() { echo "$*" && exit 1; }

# The indented lines under the item of the README that begins with the word.
commands_of() {
  sed -n '/^### Into other documents/,/^### /p' "$root/README.md" |
    sed -n "/^\*\*$1/,/^\*\*/p" | sed -n 's/^    //p'
}

holds_text() {  # FILE
  need pdftotext
  pdftotext "$1" - | tr '\n' ' ' >text
  for words in "OpenAI bei der Wahl" "22. Jan. 2025" "Oracle" "bis zur Veröffentlichung"; do
    grep -q "$(sed 's/ /./g' <<<"$words")" text || fail "$1 does not hold: $words"
  done
}

cp "$root/samples/partnerschaft.md" artikel.md
case $2 in
  markdown)
    need cmark
    bash -euxc "$(commands_of Markdown)"
    grep -q '<img src="artikel.svg" alt="[^"]' seite.html || fail "no picture in seite.html"
    grep -q 'font/ttf;base64' artikel.svg || fail "artikel.svg brings no fonts along"
    ;;
  latex)
    need pdflatex
    bash -euxc "$(commands_of LaTeX)" >/dev/null
    holds_text seite.pdf
    ;;
  libreoffice)
    need soffice
    bash -euxc "$(commands_of LibreOffice)"
    [[ -s artikel.odg ]] || fail "no artikel.odg"
    soffice --headless --convert-to pdf --outdir printed artikel.odg >/dev/null 2>&1
    holds_text printed/artikel.pdf
    ;;
  *) fail "usage: embedding_test.sh PROGRAM markdown|latex|libreoffice" ;;
esac
