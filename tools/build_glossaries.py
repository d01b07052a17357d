#!/usr/bin/env python3
"""Rebuilds the shipped glossaries, glossaries/NAME.tbx, from the tables in glossaries/NAME/.

    build_glossaries.py [--check] [FOLDER]

FOLDER is glossaries/ unless another is named. With --check nothing is written: exit status 1 says
that a TBX file is not what its tables give. A table that cannot be read ends the run, exit status 3,
with "FILE:LINE: what is wrong". glossaries/README.md describes the tables; the TBX is TBX-Basic
(ISO 30042:2019), DCA style. Equal tables give equal bytes.
"""
import argparse
import os
import pathlib
import re
import sys
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

LANGUAGES = ("es", "en", "fr")
HEADER = ["id", "subject", "es", "en", "fr", "mark", "see", "source", "note"]
SOURCES_HEADER = ["key", "title", "rights"]
ABOUT_KEYS = ("title", "date", "version", "rights", "description")
MARKS = ("verified", "proposed")  # Of a concept: its equivalents were seen in a source, or not yet.

# What may stand in braces behind a term: the data category and its value.
TERM_MARKS = {
    "m": ("grammaticalGender", "masculine"),
    "f": ("grammaticalGender", "feminine"),
    "mf": ("grammaticalGender", "other"),  # Either: el migrante, la migrante.
    "acr": ("termType", "acronym"),
    "abbr": ("termType", "abbreviation"),
    "short": ("termType", "shortForm"),
    "var": ("termType", "variant"),
    "phrase": ("termType", "phrase"),
    "adm": ("administrativeStatus", "admittedTerm-admn-sts"),
    "dep": ("administrativeStatus", "deprecatedTerm-admn-sts"),
    "sup": ("administrativeStatus", "supersededTerm-admn-sts"),
    "adj": ("partOfSpeech", "adjective"),
    "verb": ("partOfSpeech", "verb"),
    "adv": ("partOfSpeech", "adverb"),
}
PREFERRED = "preferredTerm-admn-sts"
ADMITTED = "admittedTerm-admn-sts"
UNUSABLE = {"deprecatedTerm-admn-sts", "supersededTerm-admn-sts"}

CELL_TERM = re.compile(r"(?P<text>[^{}|]+?)(?: \{(?P<marks>[a-z ]+)\})?")
ID = re.compile(r"[a-z][a-z0-9.-]*")
SOURCE_ITEM = re.compile(r"(?:(?P<languages>(?:es|en|fr)(?: (?:es|en|fr))*): )?(?P<key>[A-Za-z0-9-]+)(?: (?P<where>.+))?")


class TableError(Exception):
    """A table that cannot be read: where, and what is wrong."""


@dataclass
class Term:
    text: str
    notes: dict = field(default_factory=dict)  # Data category → value.


@dataclass
class Concept:
    id: str
    subject: str
    terms: dict  # Language → its terms, the preferred one first.
    mark: str
    see: list
    sources: list  # (language or "", text)
    note: str


def rows(path, header):
    """The (line number, cells) of a table, its header checked."""
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines[-1] == "":
        lines.pop()
    for number, line in enumerate(lines, 1):
        cells = line.split("\t")
        if number == 1:
            if cells != header:
                raise TableError(f"{path}:1: the columns are not {', '.join(header)}")
        elif len(cells) != len(header):
            raise TableError(f"{path}:{number}: {len(cells)} cells, not {len(header)}")
        else:
            yield number, cells


def read_terms(cell):
    """The terms of one language. The first that may be used is preferred unless it says otherwise."""
    terms = []
    for part in cell.split(" | "):
        match = CELL_TERM.fullmatch(part)
        if not match:
            raise ValueError(f"{part!r} is no term")
        term = Term(match["text"])
        for mark in (match["marks"] or "").split():
            if mark not in TERM_MARKS:
                raise ValueError(f"{{{mark}}} behind {term.text!r} is no mark")
            category, value = TERM_MARKS[mark]
            if category in term.notes:
                raise ValueError(f"{term.text!r} has two marks for {category}")
            term.notes[category] = value
        terms.append(term)
    settle(terms)
    return terms


def settle(terms):
    """Adds what goes without saying in the tables: status, part of speech, full form, gender."""
    first = terms[0]
    if first.notes.get("administrativeStatus", PREFERRED) != PREFERRED:
        raise ValueError(f"the first term, {first.text!r}, is not the preferred one")
    short = {"acronym", "abbreviation", "shortForm"}
    has_short = any(t.notes.get("termType") in short for t in terms)
    for term in terms:
        term.notes.setdefault("administrativeStatus", PREFERRED if term is first else ADMITTED)
        if term.notes.get("termType") != "phrase":
            term.notes.setdefault("partOfSpeech", "noun")
        if has_short and term is first:
            term.notes.setdefault("termType", "fullForm")
        # An acronym has the gender of what it stands for: la OIM, le HCR.
        if term.notes.get("termType") in short and "grammaticalGender" in first.notes:
            term.notes.setdefault("grammaticalGender", first.notes["grammaticalGender"])


def read_sources(cell, known):
    """("" or language, text) of each source in a cell like "EuroVoc 1909; es fr: UNBIS 1004111"."""
    out = []
    for item in cell.split("; "):
        match = SOURCE_ITEM.fullmatch(item)
        if not match or match["key"] not in known:
            raise ValueError(f"{item!r} is no source of sources.tsv")
        text = known[match["key"]] + (f": {match['where']}" if match["where"] else "")
        out += [(language, text) for language in (match["languages"] or "").split() or [""]]
    return out


def read_concept(cells, known):
    row = dict(zip(HEADER, cells))
    if not ID.fullmatch(row["id"]):
        raise ValueError(f"{row['id']!r} is no id: small letters, digits, '-' and '.'")
    for name in ("subject", "source", *LANGUAGES):
        if not row[name]:
            raise ValueError(f"{row['id']} has no {name}")
    if row["mark"] not in MARKS:
        raise ValueError(f"{row['id']} is marked {row['mark']!r}, not one of {', '.join(MARKS)}")
    return Concept(
        id=row["id"], subject=row["subject"], mark=row["mark"], note=row["note"],
        terms={language: read_terms(row[language]) for language in LANGUAGES},
        see=row["see"].split(), sources=read_sources(row["source"], known),
    )


def read_known_sources(path):
    known = {}
    for number, (key, title, _) in rows(path, SOURCES_HEADER):
        if key in known:
            raise TableError(f"{path}:{number}: {key} is there twice")
        known[key] = title
    return known


def read_glossary(folder, known):
    """The concepts of all tables in a folder, by the tables' names, then in their order."""
    concepts, places = [], {}
    for path in sorted(folder.glob("*.tsv")):
        if path.name == "about.tsv":
            continue
        for number, cells in rows(path, HEADER):
            place = f"{path}:{number}"
            try:
                concept = read_concept(cells, known)
                if concept.id in places:
                    raise ValueError(f"{concept.id} is there already, {places[concept.id]}")
            except ValueError as error:
                raise TableError(f"{place}: {error}") from None
            places[concept.id] = place
            concepts.append(concept)
    for concept in concepts:
        for other in concept.see:
            if other not in places or other == concept.id:
                raise TableError(f"{places[concept.id]}: see {other!r} leads nowhere")
    return concepts


def read_about(path):
    about = {key: value for _, (key, value) in rows(path, ["key", "value"])}
    if tuple(about) != ABOUT_KEYS:
        raise TableError(f"{path}:1: the keys are not {', '.join(ABOUT_KEYS)}")
    return about


def element(indent, name, category, value):
    return f"{'  ' * indent}<{name} type={quoteattr(category)}>{escape(value)}</{name}>"


def write_term(term):
    yield "        <termSec>"
    yield f"          <term>{escape(term.text)}</term>"
    for category in ("partOfSpeech", "grammaticalGender", "termType", "administrativeStatus"):
        if category in term.notes:
            yield element(5, "termNote", category, term.notes[category])
    yield "        </termSec>"


def write_concept(concept):
    yield f"    <conceptEntry id={quoteattr(concept.id)}>"
    yield element(3, "descrip", "subjectField", concept.subject)
    yield element(3, "admin", "projectSubset", concept.mark)
    yield from (element(3, "admin", "source", s) for language, s in concept.sources if not language)
    for other in concept.see:
        yield f'      <ref type="crossReference" target={quoteattr(other)}>{escape(other)}</ref>'
    if concept.note:
        yield f"      <note>{escape(concept.note)}</note>"
    for language, terms in concept.terms.items():
        yield f"      <langSec xml:lang={quoteattr(language)}>"
        yield from (element(4, "admin", "source", s) for l, s in concept.sources if l == language)
        for term in terms:
            yield from write_term(term)
        yield "      </langSec>"
    yield "    </conceptEntry>"


def write_tbx(about, concepts):
    """The TBX file. The notes are in the language of the root element, Spanish."""
    said = [about["description"], f"{about['version']}, {about['date']}", about["rights"]]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tbx type="TBX-Basic" style="dca" xml:lang="es" xmlns="urn:iso:std:iso:30042:ed-2">',
        "  <tbxHeader>",
        "    <fileDesc>",
        f"      <titleStmt><title>{escape(about['title'])}</title></titleStmt>",
        "      <sourceDesc>",
        *(f"        <p>{escape(line)}</p>" for line in said),
        "      </sourceDesc>",
        "    </fileDesc>",
        "  </tbxHeader>",
        "  <text><body>",
        *(line for concept in concepts for line in write_concept(concept)),
        "  </body></text>",
        "</tbx>",
    ]
    return "\n".join(lines) + "\n"


def build(folder):
    """(path, content) of each glossary's TBX, by name."""
    known = read_known_sources(folder / "sources.tsv")
    for about in sorted(folder.glob("*/about.tsv")):
        content = write_tbx(read_about(about), read_glossary(about.parent, known))
        yield about.parent.with_suffix(".tbx"), content


def main():
    parser = argparse.ArgumentParser(description="Rebuilds the shipped glossaries from their tables.")
    parser.add_argument("--check", action="store_true", help="write nothing; say what is out of date")
    parser.add_argument(
        "folder", nargs="?", type=pathlib.Path,
        default=pathlib.Path(__file__).resolve().parent.parent / "glossaries",
    )
    options = parser.parse_args()
    stale = False
    try:
        for path, content in list(build(options.folder)):
            if path.is_file() and path.read_bytes() == content.encode("utf-8"):
                continue
            stale = True
            if options.check:
                print(f"{path}: not what its tables give; run tools/build_glossaries.py")
            else:
                new = path.with_suffix(".tbx.new")
                new.write_bytes(content.encode("utf-8"))
                os.replace(new, path)
                print(f"{path}: written")
    except (TableError, OSError, UnicodeDecodeError) as error:
        print(error, file=sys.stderr)
        return 3
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
