#!/usr/bin/env bash
# calendar_test.sh ZEITSTRAHL CALENDAR_DAYS: every day from 1900 to 2100 is what Python's datetime
# and isoweek say of it, and feasts in texts are dated as the package `holidays` dates those of the
# German states, Austria and Switzerland.  Skipped, with exit code 77, where PyPI cannot be reached.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/env" || { echo "skipped: no venv; Debian has it in python3-venv" && exit 77; }
"$work/env/bin/pip" --disable-pip-version-check install --quiet -r "$here/requirements.txt" ||
  { echo "skipped: PyPI cannot be reached" && exit 77; }
"$2" | "$work/env/bin/python" -B "$here/days.py"
"$work/env/bin/python" -B "$here/feasts.py" "$1"
