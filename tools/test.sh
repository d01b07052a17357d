#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "$0")/.."
[ -d build ] || meson setup build
meson test -C build --print-errorlogs
