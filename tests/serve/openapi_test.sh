#!/usr/bin/env bash
# openapi_test.sh PYTHON FOLDER: has the API's description checked by openapi-spec-validator, which
# is installed into FOLDER.  Skipped (77) where that cannot be had.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
venv=$2/venv

skip() { echo "skipped: $*" && exit 77; }
if [[ ! -x $venv/bin/openapi-spec-validator ]]; then
  "$1" -m venv "$venv" 2>/dev/null || skip "python has no venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check openapi-spec-validator ||
    skip "pip cannot install openapi-spec-validator"
fi
check() { "$venv/bin/openapi-spec-validator" "$1"; }
check "$here/../../cli/serve/openapi.json"
sed 's/"in": "query"/"in": "nowhere"/' "$here/../../cli/serve/openapi.json" >"$2/wrong.json"
if check "$2/wrong.json" >/dev/null 2>&1; then
  echo "the validator takes anything" && exit 1
fi
