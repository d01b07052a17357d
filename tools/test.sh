#!/usr/bin/env bash
# Builds everything and runs all tests. The last line is "N passed, N failed[, N skipped]"; the
# exit status is 0 only when none failed.
#
#   tools/test.sh [--sanitize] [MESON TEST ARGUMENT...]
#
# --sanitize   build in build-sanitize/ with AddressSanitizer and UndefinedBehaviorSanitizer
# The rest goes to "meson test", for instance: tools/test.sh --suite read
set -euo pipefail
cd "$(dirname "$0")/.."

build=build
options=(-Dtests=enabled)
# Tests wait for nothing, so that a limit only ends what hangs: generous, for busy machines.
timeout=10
if [ "${1-}" = --sanitize ]; then
  shift
  build="build-sanitize"
  options+=(--buildtype=debugoptimized "-Db_sanitize=address,undefined" -Db_lundef=false)
  timeout=30
  export ASAN_OPTIONS=abort_on_error=1:detect_stack_use_after_return=1
  export UBSAN_OPTIONS=halt_on_error=1:abort_on_error=1:print_stacktrace=1
fi

tools/setup.sh --tests

printf 'Building in %s/ (minutes the first time)\n' "$build"
if [ -f "$build/build.ninja" ]; then
  configure=(meson setup --reconfigure "$build" "${options[@]}")
else
  configure=(meson setup "$build" "${options[@]}")
fi
if ! output=$("${configure[@]}" 2>&1); then
  printf '%s\n' "$output" >&2
  exit 1
fi
quiet=--quiet
[ -t 1 ] && quiet=
ninja ${quiet:+"$quiet"} -C "$build"

log=$build/meson-logs/testlog.json
rm -f "$log"
status=0
meson test -C "$build" --no-rebuild --print-errorlogs --timeout-multiplier "$timeout" "$@" ||
  status=$?

python3 - "$log" "$status" <<'PYTHON'
import collections, json, pathlib, sys

log, status = pathlib.Path(sys.argv[1]), int(sys.argv[2])
counts = collections.Counter()
if log.exists():
    for line in log.read_text(encoding="utf-8").splitlines():
        result = json.loads(line)["result"]
        good = result in ("OK", "EXPECTEDFAIL")
        counts["passed" if good else "skipped" if result == "SKIP" else "failed"] += 1
if status == 0 and not counts:
    print("test.sh: no test was run", file=sys.stderr)
    status = 1
line = f"{counts['passed']} passed, {counts['failed']} failed"
if counts["skipped"]:
    line += f", {counts['skipped']} skipped"
print(line, flush=True)
sys.exit(1 if status or counts["failed"] else 0)
PYTHON
