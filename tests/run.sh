#!/usr/bin/env bash
# run.sh [--all | --fuzz SECONDS]: installs what is missing and runs the tests: first under ASan and
# UBSan, then what needs an optimised build, the checks of the sources, the installed tree and the
# samples.  With --all also the tests that take long, and those of the first half once more,
# optimised.  With --fuzz instead each fuzzer for so long.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/packages.sh

kinds=(program tests)
case "${1:-} $#" in
  " 0") optimised=ONCE && long=long ;;
  "--all 1") optimised=ON && long=none && kinds+=(long) ;;
  "--fuzz 2") kinds=(program long) ;;
  *) echo "usage: tests/run.sh [--all | --fuzz SECONDS]" >&2 && exit 2 ;;
esac
install_packages "${kinds[@]}"

if [[ ${1:-} == --fuzz ]]; then
  cmake --preset fuzz
  cmake --build --preset fuzz
  exec tests/fuzz/fuzz.sh build/fuzz "$2"
fi

# Warnings are errors where benchmarks are built, too: sanitizers take long enough to compile.
build_and_test() {  # PRESET TESTS LABELS_TO_LEAVE_OUT BENCHMARKS_AND_WARNINGS
  cmake --preset "$1" -D ZEITSTRAHL_TESTS="$2" -D ZEITSTRAHL_BENCH="$4" -D ZEITSTRAHL_WERROR="$4"
  cmake --build --preset "$1"
  ctest --preset "$1" -LE "$3"
}

build_and_test asan ON "once|long" OFF
build_and_test release $optimised $long ON
