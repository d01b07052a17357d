#!/usr/bin/env python3
"""Checks that all messages come in all languages, and that none goes past the catalogues.

    check_messages.py ROOT

Prints one line a finding, "FILE:LINE: what is wrong", and exits 1 when there is any. Needs
xgettext. tools/messages/README.md says what to do about findings.
"""
import collections
import pathlib
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from catalogue import Entry, read_catalogue
from exceptions import EXCEPTIONS
from literals import Literal, literals

# The folders whose messages a catalogue holds.
PARTS = {"lib/base/messages": ("include", "lib"), "tools/messages": ("tools",)}
KEYWORDS = ("message:1", "counted:1,2", "message_id:1")
CALLS = {"message", "counted", "message_id", "format_message"}
NBSP = "\u00a0"
WIDEST = 98  # columns of a line of help

PLACEHOLDER = re.compile(r"\{[1-9]\}")
# French has a no-break space before high punctuation and inside its quotes. FILE:LINE: is none.
FRENCH = re.compile(rf"(?<![{NBSP}\s])[:;?!](?=\s|$)| [:;?!](?=\s|$)|«(?!{NBSP})|(?<!{NBSP})»|'")
CODE = re.compile(r"\[\? \?\]|\(\?i\)|&\{1\};|\* vaut .* une\b|FICHIER:LIGNE: RÈGLE:")
# What a reader says at the end is told by these: UnitImport takes it off again.
ENDS = ("; unit skipped", "; row skipped", "; entry skipped", "; match skipped")
# Calls whose literals people read, though of one word.
SPEAKING = {"Error": 1, "UsageError": 0, "Interrupted": 0, "print_line": 0, "print_error": 0,
            "add_subcommand": 1, "add_option": 2, "add_flag": 2, "add_option_function": 2,
            "add_language_option": 3, "add_languages_option": 3, "add_rules_option": 3,
            "ProgressBar": 0, "bar": 0, "footer": 0, "warn": 0, "fail": 0, "refuse": 0,
            "complain": 0, "say": 0}
WORD = re.compile(r"[^\W\d_]{2,}")
WORDS = re.compile(r"[^\W\d_]{2,}[,;:.)]*\s+\(?[^\W\d_]{2,}")


def sources(root: pathlib.Path, folders: tuple[str, ...]) -> list[pathlib.Path]:
    found = (f for folder in folders for f in (root / folder).rglob("*.[ch]pp"))
    return sorted(f.relative_to(root) for f in found)


def extract(root: pathlib.Path, folders: tuple[str, ...]) -> list[Entry]:
    """The messages of the source code, as xgettext finds them."""
    with tempfile.TemporaryDirectory() as folder:
        template = pathlib.Path(folder) / "messages.pot"
        subprocess.run(
            ["xgettext", "--language=C++", "--from-code=UTF-8", "--force-po", "--keyword",
             *(f"--keyword={k}" for k in KEYWORDS), f"--output={template}",
             *map(str, sources(root, folders))],
            cwd=root, check=True, capture_output=True)
        return read_catalogue(template)[0]


def check_text(language: str, source: str, translation: str) -> Iterator[str]:
    """What is wrong with a translation of one form."""
    if sorted(set(PLACEHOLDER.findall(source))) != sorted(set(PLACEHOLDER.findall(translation))):
        yield "has other placeholders than the message"
    for cut in (str.lstrip, str.rstrip):
        if (source == cut(source)) != (translation == cut(translation)):
            yield "has white space at an end where the message has none, or none where it has"
    if language == "fr" and (match := FRENCH.search(CODE.sub("x", translation))):
        yield f"has {match[0]!r} without its no-break space, or with a common one"
    if "\n" in source and max(map(len, translation.split("\n"))) > WIDEST:
        yield f"has a line of more than {WIDEST} columns"


def check_entry(language: str, entry: Entry, forms: int) -> Iterator[str]:
    if entry.fuzzy:
        yield "is fuzzy"
    if not all(entry.translations) or not entry.translations:
        yield "is not translated"
        return
    if len(entry.translations) != (1 if entry.plural is None else forms):
        yield "has not one translation for each plural form"
    for translation in entry.translations:
        yield from check_text(language, entry.plural or entry.id, translation)


def check_ends(entries: dict[str, Entry]) -> Iterator[tuple[Entry, str]]:
    for end in ENDS:
        whole = entries.get("{1}" + end)
        if whole is None or not whole.translations:
            continue
        translated = whole.translations[0].removeprefix("{1}")
        for entry in entries.values():
            if entry.id.endswith(end) and not entry.translations[0].endswith(translated):
                yield entry, f'does not end in "{translated}", as "{{1}}{end}" does'


def check_catalogue(path: pathlib.Path, name: str, wanted: list[Entry]) -> Iterator[str]:
    language = path.stem
    entries, obsolete = read_catalogue(path)
    forms = re.search(r"nplurals=(\d+)", path.read_text(encoding="utf-8"))
    known = {(e.id, e.plural) for e in entries}
    for entry in wanted:
        if (entry.id, entry.plural) not in known:
            yield f'{name}:1: lacks "{entry.id}"; run tools/messages/update.sh'
    asked = {(e.id, e.plural) for e in wanted}
    for line in obsolete:
        yield f"{name}:{line}: is obsolete; run tools/messages/update.sh"
    for entry in entries:
        if (entry.id, entry.plural) not in asked:
            yield f'{name}:{entry.line}: no code says "{entry.id}"; run tools/messages/update.sh'
        for wrong in check_entry(language, entry, int(forms[1]) if forms else 2):
            yield f'{name}:{entry.line}: "{entry.id}" {wrong}'
    for entry, wrong in check_ends({e.id: e for e in entries}):
        yield f'{name}:{entry.line}: "{entry.id}" {wrong}'


def is_excepted(path: str, literal: Literal, used: collections.Counter[int]) -> bool:
    for index, (file, text, _) in enumerate(EXCEPTIONS):
        if re.fullmatch(file, path) and re.search(text, literal.text):
            used[index] += 1
            return True
    return False


def goes_past(literal: Literal, ids: set[str]) -> bool:
    """Whether people would read it in English whatever their language."""
    if literal.call in CALLS:
        return False
    if literal.call == "type_name":
        return WORD.search(literal.text) is not None and literal.text not in ids
    speaks = SPEAKING.get(literal.call) == literal.argument
    return bool(WORDS.search(literal.text) or (speaks and WORD.search(literal.text)))


def check_literals(root: pathlib.Path, ids: set[str]) -> Iterator[str]:
    used: collections.Counter[int] = collections.Counter()
    for path in sources(root, ("lib", "tools")):
        for literal in literals((root / path).read_text(encoding="utf-8")):
            if goes_past(literal, ids) and not is_excepted(str(path), literal, used):
                yield (f'{path}:{literal.line}: "{literal.text[:60]}" is in English only; write '
                       "message(…), or add it to tests/messages/exceptions.py with the reason")
    for index, (file, text, _) in enumerate(EXCEPTIONS):
        if not used[index]:
            yield f"tests/messages/exceptions.py:1: {file!r}, {text!r} excepts nothing any more"


def check_tree(root: pathlib.Path) -> list[str]:
    """All findings in the tree at root, as lines."""
    findings: list[str] = []
    ids: set[str] = set()
    for folder, parts in PARTS.items():
        wanted = extract(root, parts)
        ids |= {e.id for e in wanted}
        catalogues = sorted((root / folder).glob("*.po"))
        languages = {c.stem for c in catalogues}
        if languages != {"es", "fr"}:
            findings.append(f"{folder}:1: has {sorted(languages)}, not es and fr")
        for catalogue in catalogues:
            findings += check_catalogue(catalogue, f"{folder}/{catalogue.name}", wanted)
    return findings + list(check_literals(root, ids))


def main() -> int:
    findings = check_tree(pathlib.Path(sys.argv[1]))
    print("\n".join(findings))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
