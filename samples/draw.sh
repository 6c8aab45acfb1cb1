#!/usr/bin/env bash
# draw.sh [PROGRAM [FOLDER]]: draws all samples again, by default here.
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-build/release/bin/zeitstrahl}
folder=${2:-samples}

draw() {  # NAME[-VARIANT] OPTION...
  "$program" draw "samples/${1%%-*}.md" "${@:2}" -o "$folder/$1.svg"
}

draw partnerschaft
draw partnerschaft-dark --theme dark
draw partnerschaft-print --theme print
draw rakete --theme dark
draw bahn --width 1200
draw museum --theme print
draw batterie --width 400

compare() {  # STORY OPTION...
  "$program" compare "samples/stories/$1" "${@:2}" -o "$folder/stories/$1.svg"
}

mkdir -p "$folder/stories"
compare werk
compare flughafen --theme dark
compare transporter --theme print
compare rechte --merge
