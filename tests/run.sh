#!/usr/bin/env bash
# run.sh [--all]: installs what is missing and runs the tests: first under ASan and UBSan, then
# what needs an optimised build, the checks of the sources, the installed tree and the samples.
# With --all also the tests that take long, and those of the first half once more, optimised.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/packages.sh

case "${1:-} $#" in
  " 0") optimised=ONCE && long=long ;;
  "--all 1") optimised=ON && long=none ;;
  *) echo "usage: tests/run.sh [--all]" >&2 && exit 2 ;;
esac

build_and_test() {  # PRESET TESTS LABELS_TO_LEAVE_OUT
  cmake --preset "$1" -D ZEITSTRAHL_TESTS="$2" -D ZEITSTRAHL_BENCH=ON -D ZEITSTRAHL_WERROR=ON
  cmake --build --preset "$1"
  ctest --preset "$1" -LE "$3"
}

install_packages program tests
build_and_test asan ON "once|long"
build_and_test release $optimised $long
