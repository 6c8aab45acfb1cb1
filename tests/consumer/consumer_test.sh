#!/usr/bin/env bash
# consumer_test.sh BUILD: installs BUILD into a temporary prefix, builds the example of
# zeitstrahl.h against it with find_package and with pkg-config, and runs both.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cmake --install "$1" --prefix "$work/prefix" >/dev/null
mv prefix moved  # the installed tree may be moved
export PKG_CONFIG_PATH=$work/moved/lib/pkgconfig:$work/moved/lib/$(gcc -print-multiarch)/pkgconfig

sed -n 's|^// \{0,5\}||p' moved/include/zeitstrahl/zeitstrahl.h |
  sed -n '/^#include <iostream>/,/^}/p' >example.cc
printf 'Die Partnerschaft von Siemens und Bosch läuft seit 2019.\n' >artikel.txt

expect_timeline() {  # PROGRAM
  rm -f artikel.svg
  "$1" >found.txt
  grep -q '^2019/\.\.  ' found.txt || { echo "$1: no claim since 2019:" && cat found.txt && exit 1; }
  grep -q '</svg>' artikel.svg || { echo "$1: no picture" && exit 1; }
}

cmake -G Ninja -S "$here/project" -B by_cmake -D CMAKE_PREFIX_PATH="$work/moved" -D EXAMPLE="$work/example.cc"
cmake --build by_cmake
expect_timeline by_cmake/consumer

read -ra flags < <(pkg-config --static --cflags --libs zeitstrahl)
g++ -std=c++20 example.cc "${flags[@]}" -o by_pkg_config
expect_timeline ./by_pkg_config
