#!/usr/bin/env bash
# tidy.sh BUILD [CHECKS]: clang-tidy finds nothing in our sources that BUILD compiles; it holds
# compile_commands.json.  CHECKS change those of .clang-tidy.
set -euo pipefail
ours="^$(cd "$(dirname "$0")/../.." && pwd)/(lib|render|cli|tests)/"
run-clang-tidy -quiet -p "$1" -checks "${2:-}" -header-filter "$ours" "$ours"
