#!/usr/bin/env python3
"""Scores what the program reads from pages against the same documents as plain text.

  score_reading.py TRUJAMAN DOCS [--show N]

For each DOCUMENT/text.LANGUAGE.txt in DOCS (paragraphs parted by blank lines) and each copy of it
that went through pages (PDF, and what pdftotext makes of PDF), prints

  chars     characters of words that stand in both, in order, of those in the longer one
  blocks    paragraphs of the text that come out as exactly one block
  segments  segments of the text that come out

--show prints the first N of what is missing and of what is too much. A PDF below 97% of characters
fails. Where there is no such data, says so.
"""
import argparse
import collections
import difflib
import json
import pathlib
import re
import subprocess
import sys

COPIES = ("source.{}.pdf", "derived.{}.pdf", "pdf-layout.{}.txt", "derived-pdf-layout.{}.txt",
          "pdf-raw.{}.txt", "derived-pdf-raw.{}.txt", "seedlike.{}.txt")
LEAST = 97.0
MARKER = re.compile(r"^(?:[-•*–]|\d+[.)]|\(?[a-z]\))\s+")


def plain(text):
    """Without what pages cannot tell: kinds of blanks and hyphens."""
    return " ".join(text.replace("\u2010", "-").replace("\u00ad", "").split())


def read(program, path, language):
    """The blocks of a document, each a list of its segments."""
    lines = subprocess.run(
        [program, "segment", "--json", "-l", language, path],
        check=True, capture_output=True, text=True, encoding="utf-8",
    ).stdout.splitlines()
    blocks = collections.defaultdict(list)
    for record in map(json.loads, lines):
        blocks[record["block"]].append(plain(record["text"]))
    return list(blocks.values())


def share_of_characters(wanted, found):
    matcher = difflib.SequenceMatcher(None, wanted, found, autojunk=False)
    same = sum(
        len(word) for m in matcher.get_matching_blocks() for word in wanted[m.a:m.a + m.size]
    )
    return 100 * same / max(sum(map(len, wanted)), sum(map(len, found)), 1)


def difference(wanted, found):
    """What is missing, and what is too much."""
    wanted, found = collections.Counter(wanted), collections.Counter(found)
    return wanted - found, found - wanted


def score(program, text, copy, language, show):
    blocks = read(program, copy, language)
    paragraphs = [
        MARKER.sub("", plain(p)) for p in text.read_text(encoding="utf-8").split("\n\n") if p.strip()
    ]
    wanted = [s for block in read(program, text, language) for s in block]
    found = [s for block in blocks for s in block]
    characters = share_of_characters(" ".join(paragraphs).split(), " ".join(found).split())
    lost_blocks, _ = difference(paragraphs, [" ".join(b) for b in blocks])
    missing, extra = difference(wanted, found)
    print("%-30s %-25s %6.2f  %3d/%-3d  %3d/%-3d" % (
        text.parent.name[:30], copy.name, characters,
        len(paragraphs) - lost_blocks.total(), len(paragraphs),
        len(wanted) - missing.total(), len(wanted)))
    for sign, texts in (("-", missing), ("+", extra)):
        for segment in list(texts)[:show]:
            print("    %s %s" % (sign, segment[:150]))
    return characters


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("docs", type=pathlib.Path)
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    texts = sorted(args.docs.glob("*/text.*.txt"))
    if not texts:
        print("skipped: no documents in %s" % args.docs)
        return 0
    failed = False
    print("%-30s %-25s %6s  %7s  %8s" % ("document", "copy", "chars", "blocks", "segments"))
    for text in texts:
        language = text.name.split(".")[1]
        for name in COPIES:
            copy = text.parent / name.format(language)
            if copy.exists():
                characters = score(args.program, text, copy, language, args.show)
                failed = failed or (copy.suffix == ".pdf" and characters < LEAST)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
