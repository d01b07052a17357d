#!/usr/bin/env python3
"""Checks a word lexicon: check_lexicon.py FILE.tsv...

A lexicon is UTF-8 text in NFC: a header row of language codes, then one row a concept, a field a
language, tab-separated; alternatives in a field are separated by "|", the most usual first. Lines
that begin with "#" name sections. Prints each fault as file:line: message; exits 1 if there is any.
"""

import sys
import unicodedata

HEADER = ["es", "en", "fr"]
MAX_ALTERNATIVES = 4
MAX_WORDS = 4  # an expression, not a sentence: "at the same time"


def field_faults(language, field):
    """Yields what is wrong with one field of a row."""
    if not field.strip():
        yield f"{language}: empty field; give a word or drop the row"
        return
    words = field.split("|")
    if len(words) > MAX_ALTERNATIVES:
        yield f"{language}: {len(words)} alternatives; keep the {MAX_ALTERNATIVES} most usual"
    if len(set(words)) != len(words):
        yield f"{language}: '{field}' names a word twice; drop one"
    for word in words:
        if not word.strip():
            yield f"{language}: empty alternative in '{field}'; drop the '|'"
        elif " ".join(word.split()) != word:
            yield f"{language}: stray space in '{word}'; drop it"
        elif len(word.split()) > MAX_WORDS:
            yield f"{language}: '{word}' is longer than {MAX_WORDS} words; give a word"
        elif not all(c.isalnum() or c in " '-." for c in word):
            yield f"{language}: '{word}' holds a character that is no letter; write the bare word"


def row_faults(row, seen, number):
    """Yields what is wrong with one row; `seen` maps earlier rows to their lines."""
    fields = row.split("\t")
    if len(fields) != len(HEADER):
        yield f"{len(fields)} fields; need {len(HEADER)} ({', '.join(HEADER)}), tab-separated"
        return
    for language, field in zip(HEADER, fields):
        yield from field_faults(language, field)
    # The order of alternatives makes no new concept.
    concept = tuple(frozenset(field.split("|")) for field in fields)
    if concept in seen:
        yield f"same row as line {seen[concept]}; drop one"
    else:
        seen[concept] = number


def lexicon_faults(data):
    """Yields (line number, message) for the bytes of a lexicon."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        yield line, "not UTF-8; convert the file"
        return
    lines = text.split("\n")
    if lines[-1] != "":
        yield len(lines), "last line has no end; add a line feed"
    else:
        lines.pop()
    if not lines or lines[0].split("\t") != HEADER:
        yield 1, "header missing; begin with " + "<tab>".join(HEADER)
    if len(lines) < 2:
        yield 1, "no rows; add some"
    seen = {}
    for number, line in enumerate(lines[1:], start=2):
        if unicodedata.normalize("NFC", line) != line:
            yield number, "not in NFC; normalise the file"
        if line != line.strip():
            yield number, "white space at an end of the line; drop it"
        if not line.strip():
            yield number, "empty line; drop it"
        elif not line.startswith("#"):
            for message in row_faults(line, seen, number):
                yield number, message


def main(paths):
    if not paths:
        print("usage: check_lexicon.py FILE.tsv...", file=sys.stderr)
        return 2
    faulty = False
    for path in paths:
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError as error:
            print(f"{path}: cannot be read: {error.strerror}", file=sys.stderr)
            return 2
        for number, message in lexicon_faults(data):
            faulty = True
            print(f"{path}:{number}: {message}")
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
