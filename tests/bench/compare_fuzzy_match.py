#!/usr/bin/env python3
"""Asks SYSTRAN fuzzy-match and trujaman the same questions in turn, and compares how long they take.

  compare_fuzzy_match.py FUZZY_MATCH_CLI BENCH_LOOKUP GROW REAL.tsv.gz [--units N] [--work DIR]
                                         [--passes N]

Grows a memory of N units (default 1,000,000) and 2,000 queries from real ones (GROW is grow.py),
has both index it, then asks each query of both, line by line through pipes: threshold 70, best 5,
one thread. What is compared is the processor time of each answer, which does not depend on what
else the machine does; the time until the answer was there is printed, too. Fails (exit status 1)
when trujaman's mean or median is more than half of the other's, or its 99th percentile more than
10 times its median. Files are kept in DIR, where one is given, and used again.

The last line says how many queries either answered. fuzzy-match is heuristic, and counts
punctuation as words and numbers otherwise, so that some are answered by it alone.
"""
import argparse
import collections
import gzip
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

MOST = 0.5  # of fuzzy-match's time
MOST_P99 = 10  # times the median


class Program:
    """A program that answers a line with a line."""

    def __init__(self, name, command):
        self.name = name
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        self.wall = []
        self.cpu = []
        self.answers = []

    def cpu_ms(self):
        """Of its only thread. It waits for a question, so that all of the last one is counted."""
        status = pathlib.Path(f"/proc/{self.process.pid}/schedstat").read_text()
        return int(status.split()[0]) / 1e6

    def ask(self, question):
        begin = time.perf_counter()
        self.process.stdin.write(question)
        answer = self.process.stdout.read(1 << 16)
        while not answer.endswith(b"\n"):
            more = self.process.stdout.read(1 << 16)
            if not more:
                sys.exit(f"{self.name} ended")
            answer += more
        self.wall.append((time.perf_counter() - begin) * 1e3)
        self.answers.append(answer.strip())

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def run(*command):
    subprocess.run([str(c) for c in command], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def prepare(args, work):
    """Makes what is missing in the folder: units and queries, the index of either."""
    units, queries = work / f"units-{args.units}.tsv", work / f"queries-{args.units}.tsv"
    if not queries.exists():
        real = work / "real.tsv"
        real.write_bytes(gzip.open(args.real).read())
        run(sys.executable, args.grow, real, args.units, units, queries)
    index, memory = pathlib.Path(f"{units}.fmi"), work / f"units-{args.units}.tm"
    if not index.exists():
        run(args.fuzzy_match, "-c", units)
    if not memory.exists():
        run(args.bench_lookup, "import", memory, units)
    return index, memory, queries


def figures(times):
    ordered = sorted(times)
    return (statistics.fmean(ordered), statistics.median(ordered),
            ordered[len(ordered) * 99 // 100])


def ask_all(questions, programs):
    """Cold or warm caches, other processes: whatever happens, happens to both."""
    for program in programs:
        program.wall, program.cpu, program.answers = [], [], []
    used = {program: [] for program in programs}
    for number, question in enumerate(questions):
        for program in programs if number % 2 == 0 else reversed(programs):
            used[program].append(program.cpu_ms())
            program.ask(question)
    time.sleep(0.05)
    for program, before in used.items():
        before.append(program.cpu_ms())
        program.cpu = [after - begin for begin, after in zip(before, before[1:])]


def main():
    parser = argparse.ArgumentParser()
    for name in ("fuzzy_match", "bench_lookup", "grow", "real"):
        parser.add_argument(name)
    parser.add_argument("--units", type=int, default=1_000_000)
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--passes", type=int, default=3)
    args = parser.parse_args()
    if not pathlib.Path(args.real).exists():
        print(f"{args.real} is not there: nothing to measure with")
        return 77
    with tempfile.TemporaryDirectory() as made:
        index, memory, queries = prepare(args, args.work or pathlib.Path(made))
        lines = queries.read_bytes().splitlines(keepends=True)
        questions = [line.split(b"\t", 1)[1] for line in lines]
        theirs = Program("fuzzy-match", [args.fuzzy_match, "-i", index, "-a", "match", "-f", "0.7",
                                         "-n", "5", "-N", "1"])
        ours = Program("trujaman", [args.bench_lookup, "answer", memory, "70", "5"])
        good = True
        for number in range(args.passes):
            ask_all(questions, [theirs, ours])
            print(f"pass {number + 1}, {args.units} units, {len(questions)} queries: "
                  "mean, median, 99th percentile in ms")
            for kind in ("wall", "cpu"):
                a, b = figures(getattr(theirs, kind)), figures(getattr(ours, kind))
                for program, times in ((theirs, a), (ours, b)):
                    print(f"  {kind:4} {program.name:11}", *(f"{t:7.3f}" for t in times))
                print(f"  {kind:4} ours ÷ theirs", *(f"{y / x:6.2f} " for x, y in zip(a, b)))
            # The first pass reads what the others find in memory.
            if number > 0:
                good &= all(y <= MOST * x for x, y in zip(a[:2], b[:2])) and b[2] < MOST_P99 * b[1]
        found = collections.Counter((bool(x), bool(y)) for x, y in zip(theirs.answers, ours.answers))
        print(f"answered by both {found[True, True]}, only by trujaman {found[False, True]}, "
              f"only by fuzzy-match {found[True, False]}, by neither {found[False, False]}")
        for program in (theirs, ours):
            program.close()
    if not good:
        print(f"more than {MOST} of its time, or a 99th percentile over {MOST_P99} medians")
    return 0 if good else 1


sys.exit(main())
