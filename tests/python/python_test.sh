#!/usr/bin/env bash
# python_test.sh ZEITSTRAHL BUILD: installs lib/python by pip into a fresh virtual environment and
# runs the tests of this folder there; BUILD keeps what was compiled.  Skipped, with exit code 77,
# where PyPI cannot be reached.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$1 build=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/env" || { echo "skipped: no venv; Debian has it in python3-venv" && exit 77; }
pip=("$work/env/bin/pip" --disable-pip-version-check)
"${pip[@]}" download --quiet --no-deps --dest "$work" iniconfig ||
  { echo "skipped: PyPI cannot be reached" && exit 77; }

# Warnings are errors here, as in the build beside it: what is compiled for both is compiled once.
"${pip[@]}" install --quiet "$here/../../lib/python[pandas,arrow,mcp]" \
  -C build-dir="$build" -C cmake.define.ZEITSTRAHL_WERROR=ON
"${pip[@]}" install --quiet --requirement "$here/requirements.txt"
cd "$work"  # so that nothing is imported from the checkout
ZEITSTRAHL_PROGRAM=$program "$work/env/bin/python" -B -m pytest -q -p no:cacheprovider "$here"
