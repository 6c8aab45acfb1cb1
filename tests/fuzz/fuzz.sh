#!/usr/bin/env bash
# fuzz.sh BUILD SECONDS [TARGET...]: runs each fuzzer of BUILD (or those named) so long, as many at
# once as there are processors.  What they learn stays in BUILD/fuzz/TARGET; what breaks a target
# in BUILD/fuzz/found, from where it goes into cases/TARGET once it is mended.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$1 seconds=$2
shift 2
(($#)) || set -- $(cd "$build/bin" && printf '%s\n' *_fuzz | sed 's/_fuzz$//')
export LSAN_OPTIONS="print_suppressions=0:suppressions=$here/../render/leaks.supp"
mkdir -p "$build/fuzz/found"

fuzz_one() {  # TARGET
  local learnt=$build/fuzz/$1 seeds=()
  mkdir -p "$learnt"
  [[ -d $here/cases/$1 ]] && seeds+=("$here/cases/$1")
  case $1 in
    article | markdown | scanner | patterns) seeds+=("$here/../../samples") ;;
  esac
  "$build/bin/$1_fuzz" -max_total_time="$seconds" -rss_limit_mb=2000 -timeout=20 -max_len=4096 \
    -artifact_prefix="$build/fuzz/found/$1-" "$learnt" "${seeds[@]}" >"$learnt.log" 2>&1 &&
    echo "$1: $(grep -c . "$learnt.log") lines, $(tail -1 "$learnt.log")" ||
    { echo "$1: broken, see $learnt.log" && return 1; }
}
export -f fuzz_one
export build seconds here
printf '%s\n' "$@" | xargs -P "$(nproc)" -I{} bash -c 'fuzz_one {}'
