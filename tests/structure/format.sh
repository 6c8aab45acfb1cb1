#!/usr/bin/env bash
# The sources are as clang-format leaves them.
set -euo pipefail
cd "$(dirname "$0")/../.."
find lib render cli tests \( -name '*.cc' -o -name '*.c' -o -name '*.h' \) -print0 |
  xargs -0 clang-format --dry-run --Werror
