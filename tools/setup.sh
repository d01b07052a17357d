#!/usr/bin/env bash
# Installs the Debian packages that trujaman is built with and, with --tests, those that its tests
# need. Says what it installs; silent when nothing is missing.
#
#   tools/setup.sh [--tests]
set -euo pipefail

# dpkg-dev tells Meson Debian's folder for libraries; without it, it installs where nothing looks.
build_packages=(
  dpkg-dev g++ gettext meson ninja-build pkg-config python3
  libicu-dev libexpat1-dev libpugixml-dev libsqlite3-dev libstemmer-dev
  libcmark-gfm-dev libcmark-gfm-extensions-dev libgumbo-dev libzip-dev libcli11-dev nlohmann-json3-dev
  libboost-locale-dev
)
# Catch2 for the unit tests, cmake and binutils for those of the installed library, xmllint to judge
# what we write with another parser than ours, abidiff to compare the C library with that of the last
# release, pdftotext, which the program runs to read PDF. OmegaT (100 MB with its Java), Translate
# Toolkit and gettext have to take what we write for them. Doxygen judges the headers' comments,
# man-db and mandoc the manual page, each shell its completions. The Python package is made
# with cffi, tested by pytest and mypy, and packed by pip. LibreOffice (90 MB) runs the extension.
test_packages=(
  catch2 cmake make binutils libxml2-utils poppler-utils abigail-tools
  omegat translate-toolkit gettext
  doxygen man-db groff-base mandoc bash zsh fish
  python3-cffi python3-pytest mypy python3-pip python3-setuptools python3-wheel
  libreoffice-writer python3-uno
)

fail() {
  printf 'setup: %s\n' "$*" >&2
  exit 1
}

wanted=("${build_packages[@]}")
case "${1-}" in
  '') ;;
  --tests) wanted+=("${test_packages[@]}") ;;
  *) fail "unknown argument '$1'; usage: tools/setup.sh [--tests]" ;;
esac

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  # Another system: Meson says what it misses. Here is what it is called in Debian.
  printf 'setup: not a Debian system; install these yourself: %s\n' "${wanted[*]}" >&2
  exit 0
fi

missing=()
for package in "${wanted[@]}"; do
  # shellcheck disable=SC2016  # the format is dpkg-query's, not the shell's
  status=$(dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null || true)
  # A package may be there for two architectures: one line each.
  grep -qx installed <<<"$status" || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null ||
    fail "packages are missing and neither root nor sudo is at hand; as root, run: apt-get install ${missing[*]}"
  as_root=(sudo)
fi

printf 'Installing %d packages: %s\n' "${#missing[@]}" "${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() {
  # Waits for another apt that is at work, as on machines that have just started.
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get \
    -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@" </dev/null >"$log" 2>&1
}
if ! apt update; then
  tail -n 20 "$log" >&2
  fail "apt-get update failed (see above); check the network and the apt sources"
fi
if ! apt install -y --no-install-recommends "${missing[@]}"; then
  tail -n 20 "$log" >&2
  fail "apt-get install failed (see above)"
fi
