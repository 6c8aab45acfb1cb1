#!/usr/bin/env bash
# tidy.sh BUILD: clang-tidy finds nothing in our sources that BUILD compiles; it holds
# compile_commands.json.
set -euo pipefail
ours="^$(cd "$(dirname "$0")/../.." && pwd)/(lib|render|cli|tests)/"
run-clang-tidy -quiet -p "$1" -header-filter "$ours" "$ours"
