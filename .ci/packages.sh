# Sourced by samples/demo.sh and tests/run.sh.

# Installs the packages of the named kinds ("program", "tests", "long") that are missing.
install_packages() {
  local list kind package missing=()
  list="$(dirname "${BASH_SOURCE[0]}")/packages.txt"
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "$0: this is not Debian; install by hand what $list names, then use cmake" >&2
    return 1
  fi
  while read -r kind package; do
    [[ " $* " == *" $kind "* ]] || continue
    command -v "$package" >/dev/null && continue  # npm comes with other builds of nodejs
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
      missing+=("$package")
  done < <(grep -v '^#' "$list")
  ((${#missing[@]})) || return 0

  local as_root=()
  if ((EUID)); then
    if ! command -v sudo >/dev/null; then
      echo "$0: run this once as root, or install sudo; missing: ${missing[*]}" >&2
      return 1
    fi
    as_root=(sudo)
  fi
  echo "Installing ${missing[*]}"
  "${as_root[@]}" apt-get update
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends "${missing[@]}"
}
