#!/usr/bin/env bash
# Installs what is missing, builds the program and draws a sample.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/packages.sh

install_packages program
cmake --preset release
cmake --build --preset release

mkdir -p build/demo
for format in svg png pdf; do
  build/release/bin/zeitstrahl draw samples/partnerschaft.md -o build/demo/partnerschaft.$format
done

echo
echo "The program: $PWD/build/release/bin/zeitstrahl"
echo "A timeline of samples/partnerschaft.md:"
ls "$PWD"/build/demo/partnerschaft.{svg,png,pdf}
