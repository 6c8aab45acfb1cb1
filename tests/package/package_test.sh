#!/usr/bin/env bash
# package_test.sh BUILD: makes the Debian packages of BUILD, installs the program's in a bare root
# and draws a sample there, all within a minute; then the library's, which pkg-config finds.
# Skipped, with exit code 77, without root or mmdebstrap.
set -euo pipefail
samples=$(cd "$(dirname "$0")/../../samples" && pwd)
((EUID == 0)) || { echo "skipped: only root may make a bare root" && exit 77; }
command -v mmdebstrap >/dev/null || { echo "skipped: no mmdebstrap" && exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd "$1" && cpack -B "$work/packages" >/dev/null)
desktop-file-validate "$(dirname "$0")/../../cli/serve/zeitstrahl.desktop"
mmdebstrap --quiet --variant=minbase bookworm "$work/root"
cp "$work"/packages/*.deb "$samples/partnerschaft.md" "$work/root/root/"
in_root() { chroot "$work/root" sh -c "cd /root && $1"; }
install="apt-get install --yes --no-install-recommends"
in_root "apt-get update >/dev/null"

begin=$SECONDS
in_root "$install ./zeitstrahl_*.deb >/dev/null 2>&1"
in_root "zeitstrahl draw partnerschaft.md -o bild.svg && zeitstrahl draw partnerschaft.md -o bild.png"
((SECONDS - begin <= 60)) || { echo "installed and drawn after $((SECONDS - begin)) s" && exit 1; }
cmp "$work/root/root/bild.svg" "$samples/partnerschaft.svg"
grep -q 'CC BY-SA 4.0\|Attribution-ShareAlike 4.0' "$work/root/usr/share/doc/zeitstrahl/copyright"
for file in man/man1/zeitstrahl-draw.1 bash-completion/completions/zeitstrahl \
  applications/zeitstrahl.desktop; do
  [[ -s $work/root/usr/share/$file ]] || { echo "the package lacks share/$file" && exit 1; }
done

in_root "$install pkg-config ./libzeitstrahl-dev_*.deb >/dev/null 2>&1"
in_root "pkg-config --static --libs zeitstrahl" | grep -q -- -lzeitstrahl
echo "installed and drawn within a minute"
