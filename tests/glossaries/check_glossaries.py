#!/usr/bin/env python3
"""Checks the shipped glossaries as a terminologist would: whole, clean, without contradictions.

    check_glossaries.py FOLDER

FOLDER holds the *.tbx files. Prints one line a finding, "FILE: CONCEPT: what is wrong", and exits 1
when there is any. The rules are those of glossaries/README.md; what a rule needs to be told stands
in tables below. Whether the files are valid TBX-Basic in the eyes of its schemas is asked by
test_schemas.py.
"""
import collections
import pathlib
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree

TBX = "{urn:iso:std:iso:30042:ed-2}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LANGUAGES = ["es", "en", "fr"]
MARKS = {"verified", "proposed"}

PICKLISTS = {
    "administrativeStatus": {
        "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts",
        "supersededTerm-admn-sts",
    },
    "partOfSpeech": {"noun", "verb", "adjective", "adverb", "other"},
    "grammaticalGender": {"masculine", "feminine", "neuter", "other"},
    "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
}
UNUSABLE = {"deprecatedTerm-admn-sts", "supersededTerm-admn-sts"}

# What a glossary promises: (ids that begin like this, how many concepts at least, at most).
PROMISES = {
    "oim-iom.tbx": [("", 350, None), ("gcm-objective-", 23, 23), ("gcm-principle-", 10, 10)],
    "ods-sdg.tbx": [
        (r"sdg-\d+$", 17, 17), ("sdg-target-", 169, 169), ("sdg-indicator-", 230, None),
    ],
    "onu-un.tbx": [("", 500, None)],
}
# Acronyms with a blank: numbered goals, and names that have one.
SPACED_ACRONYM = re.compile(r"(?:ODS|SDG|ODD) \d+|G77 (?:y|and|et) Chin[ae]")
LOOKS_LIKE_ACRONYM = re.compile(r"[^\Wa-z\d_](?:[^\Wa-z_]|[&.+-])*[^\Wa-z_]")


class Term:
    def __init__(self, section):
        self.text = section.findtext(TBX + "term") or ""
        notes = section.findall(TBX + "termNote")
        self.notes = [(note.get("type"), note.text or "") for note in notes]
        said = dict(self.notes)
        self.status = said.get("administrativeStatus")
        self.type = said.get("termType")
        self.preferred = self.status == "preferredTerm-admn-sts"
        self.usable = self.status not in UNUSABLE
        self.acronym = self.type == "acronym"
        self.key = self.text if self.acronym else self.text.casefold()


class Concept:
    def __init__(self, entry):
        self.id = entry.get("id") or ""
        self.notes = [note.text or "" for note in entry.findall(TBX + "note")]
        self.subjects = [d.text or "" for d in entry.findall(TBX + "descrip")]
        admins = [(a.get("type"), a.text or "") for a in entry.findall(TBX + "admin")]
        self.marks = [text for kind, text in admins if kind == "projectSubset"]
        self.references = [ref.get("target") for ref in entry.findall(TBX + "ref")]
        sections = entry.findall(TBX + "langSec")
        self.languages = [section.get(LANG) for section in sections]
        self.terms = {
            section.get(LANG): [Term(t) for t in section.findall(TBX + "termSec")]
            for section in sections
        }
        self.sourced = {s.get(LANG) for s in sections if s.find(TBX + "admin") is not None}
        if any(kind == "source" for kind, _ in admins):
            self.sourced.update(LANGUAGES)

    def preferred(self, language):
        return [term for term in self.terms.get(language, []) if term.preferred]

    def texts(self):
        """Everything that a person reads."""
        yield from (self.id, *self.notes, *self.subjects)
        for terms in self.terms.values():
            yield from (term.text for term in terms)


def unclean(text):
    """What is wrong with the characters of a text; None when nothing is."""
    if not text:
        return "empty"
    if text != unicodedata.normalize("NFC", text):
        return "not in NFC"
    if text != text.strip():
        return "blank at an end"
    if re.search(r"\s\s", text):
        return "two blanks"
    if any(unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") for c in text):
        return "control character"
    return None


def check_term(language, term):
    for category, value in term.notes:
        if value not in PICKLISTS.get(category, ()):
            yield f"{category} {value!r} of {term.text!r} is not in the picklist"
    if term.status is None:
        yield f"{term.text!r} has no status"
    if language == "fr" and "'" in term.text:
        yield f"{term.text!r}: French has the apostrophe ’"
    if re.search(r"[()\[\]]", term.text) and term.type not in ("phrase", "variant", None, "fullForm"):
        yield f"{term.text!r}: brackets in a term of type {term.type}"
    if term.acronym:
        capitals = sum(c.isupper() for c in term.text)
        if capitals + sum(c.isdigit() for c in term.text) < 2 or not capitals:
            yield f"{term.text!r} is marked an acronym, but is none"
        if " " in term.text and not SPACED_ACRONYM.fullmatch(term.text):
            yield f"{term.text!r}: an acronym is one word"
    elif LOOKS_LIKE_ACRONYM.fullmatch(term.text):
        yield f"{term.text!r} is an acronym, and not marked so"


def check_language(concept, language):
    terms = concept.terms.get(language, [])
    if len(concept.preferred(language)) != 1:
        yield f"{len(concept.preferred(language))} preferred terms in {language}, not one"
    elif not terms[0].preferred:
        yield f"the preferred term in {language} is not the first"
    for key, count in collections.Counter(term.key for term in terms).items():
        if count > 1:
            yield f"{key!r} stands twice in {language}"
    if any(not term.usable for term in terms) and not concept.notes:
        yield "a deprecated term, and no note that says why"
    if any(term.acronym for term in terms) and all(term.acronym for term in terms):
        yield f"acronyms only in {language}: the full form is missing"
    for term in terms:
        yield from check_term(language, term)


def check_concept(concept):
    if concept.languages != LANGUAGES:
        yield f"languages {concept.languages}, not {LANGUAGES}"
    if len(concept.marks) != 1 or concept.marks[0] not in MARKS:
        yield f"marked {concept.marks}, not one of {sorted(MARKS)}"
    if len(concept.subjects) != 1:
        yield "not one subject field"
    if not concept.sourced.issuperset(LANGUAGES):
        yield f"no source for {sorted(set(LANGUAGES) - concept.sourced)}"
    for text in concept.texts():
        if unclean(text):
            yield f"{unclean(text)}: {text!r}"
    for language in LANGUAGES:
        yield from check_language(concept, language)


def check_together(concepts):
    """What one concept says against another, in whatever file: (concept, finding)."""
    by_id, by_terms = {}, {}
    owners = collections.defaultdict(list)  # (language, term) → (concept, term) that use it.
    for concept in concepts:
        if concept.id in by_id:
            yield concept, "the id is another's"
        by_id[concept.id] = concept
        names = tuple(t.key for language in LANGUAGES for t in concept.preferred(language))
        if names in by_terms:
            yield concept, f"the same preferred terms as {by_terms[names].id}"
        by_terms[names] = concept
        for language, terms in concept.terms.items():
            for term in terms:
                if term.usable:
                    owners[language, term.key].append((concept, term))
    for (language, key), sharing in owners.items():
        if len(sharing) < 2 or not any(term.preferred or term.acronym for _, term in sharing):
            continue
        for concept, _ in sharing:
            if not concept.notes:
                others = ", ".join(other.id for other, _ in sharing if other is not concept)
                yield concept, f"{key!r} ({language}) is also a term of {others}: no note says so"


def check_promises(name, concepts):
    for pattern, least, most in PROMISES.get(name, []):
        count = sum(re.match(pattern, concept.id) is not None for concept in concepts)
        if count < least or (most is not None and count > most):
            yield f"{count} concepts {pattern!r}, not {least}" + ("" if most else " or more")


def read(path):
    """The concepts of a TBX file."""
    root = ElementTree.parse(path).getroot()
    if (root.tag, root.get("type"), root.get("style")) != (TBX + "tbx", "TBX-Basic", "dca"):
        raise ValueError("not TBX-Basic in DCA style")
    return [Concept(entry) for entry in root.iter(TBX + "conceptEntry")]


def check(folder):
    """All findings in the glossaries of a folder, as lines."""
    findings, everything, files = [], [], {}
    for path in sorted(pathlib.Path(folder).glob("*.tbx")):
        try:
            concepts = read(path)
        except (ElementTree.ParseError, ValueError) as error:
            findings.append(f"{path.name}: {error}")
            continue
        findings += [f"{path.name}: {finding}" for finding in check_promises(path.name, concepts)]
        ids = {concept.id for concept in concepts}
        for concept in concepts:
            files[id(concept)] = path.name
            lost = [f"see {r!r} leads nowhere" for r in concept.references if r not in ids]
            findings += [f"{path.name}: {concept.id}: {f}" for f in (*lost, *check_concept(concept))]
        everything += concepts
    if not everything:
        findings.append(f"{folder}: no glossaries")
    findings += [f"{files[id(c)]}: {c.id}: {finding}" for c, finding in check_together(everything)]
    return findings


def main():
    findings = check(sys.argv[1])
    print("\n".join(findings))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
