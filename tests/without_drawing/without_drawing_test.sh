#!/usr/bin/env bash
# without_drawing_test.sh ZEITSTRAHL BUILD: a program that was built with ZEITSTRAHL_DRAW=OFF needs
# neither Pango nor Cairo, finds the same, and says that it cannot draw.  BUILD keeps what was
# compiled.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
whole=$1 build=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "$*" >&2 && exit 1; }

# Where pkg-config knows no Pango, as on a machine without it.
real=$(command -v pkg-config)
mkdir "$work/bin"
cat >"$work/bin/pkg-config" <<END
#!/usr/bin/env bash
[[ " \$* " == *pango* || " \$* " == *cairo* || " \$* " == *harfbuzz* ]] && exit 1
exec $real "\$@"
END
chmod +x "$work/bin/pkg-config"
export PKG_CONFIG=$work/bin/pkg-config

cmake -S "$root" -B "$build" -G Ninja --fresh -D CMAKE_BUILD_TYPE=Release -D ZEITSTRAHL_WERROR=ON \
  -D ZEITSTRAHL_DRAW=OFF >/dev/null
cmake --build "$build" --target zeitstrahl_cli zeitstrahl_c >/dev/null
program=$build/bin/zeitstrahl
for binary in "$program" "$build"/lib/c/libzeitstrahl_c.so; do
  needed=$(readelf -d "$binary" | grep NEEDED | grep -E 'pango|cairo|fontconfig|harfbuzz|freetype' || true)
  [[ -z $needed ]] || fail "$binary needs $needed"
done

article=$root/samples/partnerschaft.md
for format in json csv markdown icalendar json-ld; do
  cmp <("$program" extract --format $format "$article") <("$whole" extract --format $format "$article")
done
cmp <("$program" compare --format markdown "$root/samples/stories/werk") \
  <("$whole" compare --format markdown "$root/samples/stories/werk")

code=0
"$program" draw "$article" -o "$work/bild.svg" 2>"$work/said" || code=$?
((code == 2)) || fail "drawing ended with $code"
grep -q 'cannot draw.*ZEITSTRAHL_DRAW=ON' "$work/said" || fail "it said: $(cat "$work/said")"
[[ ! -e $work/bild.svg ]] || fail "there is a picture"
