#!/usr/bin/env bash
# Installs what is missing and runs all tests: first under ASan and UBSan, then the release
# build with the checks of the sources, the installed tree and the samples.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/packages.sh

install_packages program tests
for preset in asan release; do
  cmake --preset $preset -D ZEITSTRAHL_TESTS=ON -D ZEITSTRAHL_BENCH=ON -D ZEITSTRAHL_WERROR=ON
  cmake --build --preset $preset
  ctest --preset $preset
done
