#!/usr/bin/env python3
"""How the aligner's cost grows: runs grow_aligner on ever longer documents, each in a process of its
own, because peak memory never falls.

  growth.py GROW_ALIGNER [SIZE ...]
"""
import re
import subprocess
import sys

LINE = re.compile(r"(\d+) segments +([\d.]+) s +(\d+) segments/s +(\d+) MB")


def main(program, *sizes):
    print("segments  seconds  segments/s  peak MB  time a segment")
    first = None
    for size in sizes or ("1000", "10000", "50000", "100000"):
        out = subprocess.run([program, size], stdout=subprocess.PIPE, check=True, text=True).stdout
        segments, seconds, rate, megabytes = LINE.search(out).groups()
        each = float(seconds) / int(segments)
        first = first or each
        print(f"{int(segments):8,} {float(seconds):8.2f} {int(rate):11,} {int(megabytes):8,}"
              f"  x {each / first:.2f}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
