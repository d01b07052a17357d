"""Concepts: one meaning with its terms in every language."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trujaman._call import Call, items, out
from trujaman._choice import Choice
from trujaman._library import CData, ffi, lib, text
from trujaman._record import Record, make_tuples
from trujaman._unit import properties_from_c, properties_to_c, texts_from_c
from trujaman.diagnostics import OnDiagnostic, sink
from trujaman.unit import Property

__all__ = ["Concept", "Term", "TermStatus", "UpsertSummary", "clean_term"]


class TermStatus(Choice):
    """How a term is to be used."""

    PREFERRED = "preferred"
    """The one to use."""
    ADMITTED = "admitted"
    """May be used."""
    DEPRECATED = "deprecated"
    """Not to be used."""


@dataclass(frozen=True, slots=True, repr=False)
class Term(Record):
    """One designation of a concept in one language (TBX `<termSec>`)."""

    language: str
    """BCP 47 tag."""
    text: str
    """Without surrounding white space."""
    status: TermStatus = TermStatus.PREFERRED
    """How it is to be used."""
    acronym: bool = False
    """Recognised only in its own case."""
    part_of_speech: str = ""
    """"noun", "verb", "adjective", …; or empty."""
    gender: str = ""
    """"masculine", "feminine", …; or empty."""
    source: str = ""
    """Where it was taken from; or empty."""
    notes: Sequence[str] = ()
    """Notes about it."""
    properties: Sequence[Property | tuple[str, str]] = ()
    """Other data categories, kept on round trips."""

    def __post_init__(self) -> None:
        make_tuples(self, "notes", "properties")

    def _fill(self, call: Call, struct: CData) -> None:
        struct.language = call.text(self.language)
        struct.text = call.normal(self.text)
        struct.status = TermStatus._number(self.status)
        struct.acronym = self.acronym
        struct.part_of_speech = call.text(self.part_of_speech)
        struct.gender = call.text(self.gender)
        struct.source = call.text(self.source)
        struct.notes, struct.note_count = call.texts(self.notes)
        struct.properties, struct.property_count = properties_to_c(call, self.properties)

    @classmethod
    def _from_c(cls, term: CData) -> Term:
        return cls(
            language=text(term.language),
            text=text(term.text),
            status=TermStatus._of(term.status),
            acronym=term.acronym,
            part_of_speech=text(term.part_of_speech),
            gender=text(term.gender),
            source=text(term.source),
            notes=texts_from_c(term.notes, term.note_count),
            properties=properties_from_c(term.properties, term.property_count),
        )


@dataclass(frozen=True, slots=True, repr=False)
class Concept(Record):
    """One meaning with its terms in every language (TBX `<conceptEntry>`)."""

    terms: Sequence[Term]
    """What it is called."""
    id: str = ""
    """Within its glossary; or empty."""
    subject: str = ""
    """Subject field; or empty."""
    definition: str = ""
    """What it means; or empty."""
    definition_language: str = "und"
    """Of the definition, where that is known."""
    source: str = ""
    """Where the entry was taken from; or empty."""
    notes: Sequence[str] = ()
    """Notes about it."""
    properties: Sequence[Property | tuple[str, str]] = ()
    """Other data categories: "category", or "category@es"."""

    def __post_init__(self) -> None:
        make_tuples(self, "terms", "notes", "properties")

    def equivalents(self, language: str) -> list[Term]:
        """What may be used for it in a language, "es" being "es-AR", too: its preferred terms, then
        the admitted ones."""
        call = Call()
        struct = concept_to_c(call, self)
        return [self.terms[index] for index in equivalents_of(struct, language)]

    @classmethod
    def _from_c(cls, entry: CData) -> Concept:
        return cls(
            terms=tuple(Term._from_c(entry.terms[i]) for i in range(entry.term_count)),
            id=text(entry.id),
            subject=text(entry.subject),
            definition=text(entry.definition),
            definition_language=text(entry.definition_language),
            source=text(entry.source),
            notes=texts_from_c(entry.notes, entry.note_count),
            properties=properties_from_c(entry.properties, entry.property_count),
        )


def equivalents_of(entry: CData, language: str) -> list[int]:
    """Numbers of the terms that may be used in a language, best first."""
    call, term = Call(), ffi.new("const trujaman_term**")
    tag = call.text(language)
    found: list[int] = []
    while True:
        call.check(lib.trujaman_concept_equivalent(entry, tag, len(found), term))
        if term[0] == ffi.NULL:
            return found
        found.append(term[0] - entry.terms)


def concept_to_c(call: Call, concept: Concept) -> CData:
    """A concept as C has it, alive as long as the call."""
    struct = call.new("trujaman_concept*")
    struct.id = call.text(concept.id)
    struct.subject = call.text(concept.subject)
    struct.definition = call.text(concept.definition)
    struct.definition_language = call.text(concept.definition_language)
    struct.source = call.text(concept.source)
    struct.notes, struct.note_count = call.texts(concept.notes)
    struct.terms = call.structs(
        "trujaman_term", concept.terms, lambda place, term: term._fill(call, place)
    )
    struct.term_count = len(concept.terms)
    struct.properties, struct.property_count = properties_to_c(call, concept.properties)
    return struct


def list_of_concepts(concepts: Iterable[Concept]) -> CData:
    """Concepts as a trujaman_concepts of their own."""
    call, made = Call(), out("trujaman_concepts")
    new = call.made(lib.trujaman_concepts_new(made), made, "concepts_free")
    for concept in concepts:
        one = Call()
        one.check(lib.trujaman_concepts_add(new, concept_to_c(one, concept), 1))
    return new


def concepts_from_list(concepts: CData) -> list[Concept]:
    """The concepts of a trujaman_concepts."""
    return [Concept._from_c(entry) for entry in items("concepts", concepts)]


def clean_term(term: str) -> tuple[str, bool]:
    """Cleans the text of a term as readers of glossaries do, white space trimmed and collapsed; and
    says whether it looks like an acronym: two or more capitals, and nothing else.

    Raises InvalidArgumentError for a blank text.
    """
    call, clean, acronym = Call(), out("trujaman_buffer"), ffi.new("bool*")
    status = lib.trujaman_term_clean(call.normal(term), clean, acronym)
    buffer = call.made(status, clean, "buffer_free")
    return text(lib.trujaman_buffer_data(buffer)), bool(acronym[0])


@dataclass(frozen=True, slots=True)
class UpsertSummary:
    """What became of the concepts that were taken in."""

    added: int
    """New concepts."""
    updated: int
    """Of which something was new."""
    unchanged: int
    """Which say nothing new."""

    @classmethod
    def _from_c(cls, summary: CData) -> UpsertSummary:
        return cls(summary.added, summary.updated, summary.unchanged)


def upsert_options(
    call: Call, keep_statuses: bool, on_diagnostic: OnDiagnostic | None
) -> CData:
    """Options of taking concepts in."""
    options = call.options("trujaman_upsert_options")
    options.keep_statuses = keep_statuses
    options.on_diagnostic = sink(call, on_diagnostic)
    return options
