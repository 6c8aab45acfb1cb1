#!/usr/bin/env bash
# consumer_test.sh BUILD: installs BUILD into a temporary prefix, builds the examples of
# zeitstrahl.h and zeitstrahl_c.h against it with find_package and with pkg-config, and runs them.
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

# The C library is found where it is installed, without the C++ one.
{
  printf '#include <stdio.h>\n#include <zeitstrahl_c.h>\nint main(void) {\n'
  sed -n '/^ \*     /s|^ \*||p' moved/include/zeitstrahl_c.h
  printf '  return svg ? 0 : 1;\n}\n'
} >example.c
printf -- '---\ntitle: Partner\n---\nDie Partnerschaft von Siemens und Bosch läuft seit 2019.\n' >artikel.md

expect_picture() {  # PROGRAM
  "$1" | grep -q '</svg>' || { echo "$1: no picture" && exit 1; }
}

cmake -G Ninja -S "$here/project" -B by_cmake -D CMAKE_PREFIX_PATH="$work/moved" -D EXAMPLE="$work/example.cc" \
      -D EXAMPLE_C="$work/example.c"
cmake --build by_cmake
expect_timeline by_cmake/consumer
expect_picture by_cmake/consumer_c

read -ra flags < <(pkg-config --static --cflags --libs zeitstrahl)
g++ -std=c++20 example.cc "${flags[@]}" -o by_pkg_config
expect_timeline ./by_pkg_config

read -ra flags < <(pkg-config --cflags --libs zeitstrahl_c)
gcc -std=c11 -Wall -Wextra -Wpedantic -Werror example.c "${flags[@]}" -o c_by_pkg_config
LD_LIBRARY_PATH=$(pkg-config --variable=libdir zeitstrahl_c) expect_picture ./c_by_pkg_config
