#!/usr/bin/env python3
"""Scores the terms that the program extracts against the gold of the shared data.

  score_extraction.py TRUJAMAN TERMEVAL [--show N]

For each DOMAIN.tm.tsv (columns seg, doc, es, en, fr) with its DOMAIN.gold.tsv in TERMEVAL or its
folders: imports the units into a memory, extracts es-en and es-fr, and has TERMEVAL/score.py print
P (a lower bound: the gold is an open list), A, R and Rmw of the first 100, 200 and 500. --show
prints the first N candidates, to be judged by reading. Where there is no such data, says so.
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile
import time


def run(*arguments):
    return subprocess.run(
        [str(a) for a in arguments], check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout


def units_of(table, path):
    """The columns es, en, fr of a table, as the program imports them."""
    with open(table, encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as out:
        names = next(lines).rstrip("\n").split("\t")
        columns = [names.index(language) for language in ("es", "en", "fr")]
        out.write("es\ten\tfr\n")
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            out.write("\t".join(fields[c] for c in columns) + "\n")


def score(program, termeval, table, show, folder):
    domain = table.name.removesuffix(".tm.tsv")
    memory = folder / f"{domain}.tm"
    units = folder / f"{domain}.tsv"
    units_of(table, units)
    run(program, "import", "--memory", memory, units)
    for target in ("en", "fr"):
        terms = folder / f"{domain}.{target}.tsv"
        begin = time.monotonic()
        run(program, "glossary", "extract", "--memory", memory, "--from", "es", "--to", target,
            "--limit", "0", "-o", terms)
        seconds = time.monotonic() - begin
        print(f"{domain}: {seconds:.1f} s")
        gold = table.with_name(f"{domain}.gold.tsv")
        print(run(sys.executable, termeval / "score.py", gold, terms, f"es-{target}", 100, 200, 500))
        for line in terms.read_text(encoding="utf-8").splitlines()[1 : show + 1]:
            print("  " + "  |  ".join(line.split("\t")[:4]))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("termeval", type=pathlib.Path)
    parser.add_argument("--show", type=int, default=0)
    arguments = parser.parse_args()
    tables = sorted(arguments.termeval.rglob("*.tm.tsv"))
    if not tables or not (arguments.termeval / "score.py").is_file():
        print(f"skipped: {arguments.termeval} has no units with terms")
        return 77  # what meson takes for skipped
    with tempfile.TemporaryDirectory() as folder:
        for table in tables:
            score(arguments.program, arguments.termeval, table, arguments.show,
                  pathlib.Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
