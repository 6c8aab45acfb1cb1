#!/bin/sh
# Makes forms.bin again, the same bytes always: fetches LanguageTool's German dictionary with
# Maven and puts it through make_forms (lib/syntax/maker) with forms.tags.
#
# usage: make_forms.sh [BUILD]     where the project is built; else build/release
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${1:-$here/../../../build/release}
version=1.2.4

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --build "$build" --target make_forms
mvn -q dependency:copy "-Dartifact=de.danielnaber:german-pos-dict:$version" \
    "-DoutputDirectory=$work"
(cd "$work" && cmake -E tar xf "german-pos-dict-$version.jar")
"$build/bin/make_forms" "$work/org/languagetool/resource/de/german.dict" "$here/forms.tags" \
    "$work/forms.bin"
mv "$work/forms.bin" "$here/forms.bin"
