#!/usr/bin/env bash
# Fuzzes one target with clang's libFuzzer and both sanitizers, in build-fuzz/.
#
#   tools/fuzz.sh TARGET [SECONDS]     TARGET: a folder of tests/fuzz/corpus/
#
# New inputs are kept in build-fuzz/corpus/TARGET/; one that breaks a promise is left in build-fuzz/.
set -euo pipefail
cd "$(dirname "$0")/.."

target=${1-}
seconds=${2-60}
corpus=tests/fuzz/corpus/$target
if [ -z "$target" ] || [ ! -f "tests/fuzz/fuzz_$target.cpp" ]; then
  printf 'usage: tools/fuzz.sh TARGET [SECONDS], where TARGET is one of:\n' >&2
  ls tests/fuzz/corpus >&2
  exit 2
fi
command -v clang++ >/dev/null || {
  printf 'fuzz.sh: needs clang++; install it (apt-get install clang)\n' >&2
  exit 1
}

if [ ! -f build-fuzz/build.ninja ]; then
  CC=clang CXX=clang++ meson setup build-fuzz -Dtests=enabled --buildtype=debugoptimized \
    "-Db_sanitize=address,undefined" -Db_lundef=false -Dcpp_args=-fsanitize=fuzzer-no-link
fi
ninja -C build-fuzz "tests/fuzz/fuzz_$target"
mkdir -p "build-fuzz/corpus/$target"
exec "build-fuzz/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len=4096 \
  -artifact_prefix=build-fuzz/ "build-fuzz/corpus/$target" "$corpus"
