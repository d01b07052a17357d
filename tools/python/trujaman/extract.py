"""Proposing terms for a glossary from translation units."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trujaman._call import Call, Progress, items, out
from trujaman._choice import Choice
from trujaman._library import CData, ffi, lib, text
from trujaman._text import Places, Span
from trujaman._unit import list_of, texts_from_c
from trujaman.glossary import Glossary
from trujaman.unit import Unit

__all__ = ["Candidate", "CandidateTerm", "Novelty", "TermForm", "extract_terms"]


@dataclass(frozen=True, slots=True)
class TermForm:
    """A form in which a term was found, with its capitals."""

    text: str
    """The form."""
    count: int
    """How often."""


@dataclass(frozen=True, slots=True)
class CandidateTerm:
    """What a candidate is called in one language."""

    language: str
    """BCP 47 tag."""
    text: str
    """The singular, where it was seen often enough; "" when no equivalent was found."""
    acronym: str
    """Its short form; or empty."""
    forms: tuple[TermForm, ...]
    """Most frequent first; text is among them."""
    example_unit: int
    """Number of a unit that it stands in."""
    example: Span
    """Where it stands in that unit's text."""


class Novelty(Choice):
    """What a glossary has of a candidate."""

    NEW = "new"
    """Not the source term."""
    DIFFERS = "differs"
    """The source term, with other equivalents."""
    KNOWN = "known"
    """Both."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term and its equivalents, to be judged by a person."""

    terms: tuple[CandidateTerm, ...]
    """The source's, then one a target language."""
    score: float
    """How good a proposal it is, in [0, 1]; for ranking."""
    count: int
    """Places where the source term faces the first target's."""
    example: int
    """Number of a unit."""
    novelty: Novelty
    """What the glossary has of it."""
    known: tuple[str, ...]
    """What it has for the source term instead."""

    @property
    def source(self) -> CandidateTerm:
        """The term in the source language."""
        return self.terms[0]


def extract_terms(
    units: Iterable[Unit],
    source: str,
    targets: Iterable[str],
    *,
    glossary: Glossary | None = None,
    limit: int = 0,
    min_count: int = 2,
    max_words: int = 6,
    keep_known: bool = False,
    progress: Progress | None = None,
) -> list[Candidate]:
    """Terms of a language with their equivalents, as units have them, best first. Made for Spanish,
    English and French.

    glossary: what is known already; with keep_known, that is proposed, too. limit: most candidates;
    0: all. min_count: found in so many places, acronyms always. max_words: of a term, at most 8.
    """
    call, found, all_units = Call(), out("trujaman_candidates"), list(units)
    options = call.options("trujaman_extract_options")
    options.limit = limit
    options.min_count = min_count
    options.max_words = max_words
    options.glossary = ffi.NULL if glossary is None else call.keep(glossary._open())
    options.keep_known = keep_known
    options.progress = call.progress(progress)
    tags, count = call.texts(targets)
    status = lib.trujaman_units_extract_terms(
        list_of(all_units), call.text(source), tags, count, options, found
    )
    candidates = call.made(status, found, "candidates_free")
    return [_candidate(struct, all_units) for struct in items("candidates", candidates)]


def _candidate(struct: CData, units: list[Unit]) -> Candidate:
    return Candidate(
        terms=tuple(_term(struct.terms[i], units) for i in range(struct.term_count)),
        score=struct.score,
        count=struct.count,
        example=struct.example,
        novelty=Novelty._of(struct.novelty),
        known=texts_from_c(struct.known, struct.known_count),
    )


def _term(struct: CData, units: list[Unit]) -> CandidateTerm:
    language, name = text(struct.language), text(struct.text)
    span = Span(0, 0)
    if name and struct.example_unit < len(units):
        content = units[struct.example_unit].text(language)
        span = Places(content or "").span(struct.example)
    return CandidateTerm(
        language=language,
        text=name,
        acronym=text(struct.acronym),
        forms=tuple(
            TermForm(text(struct.forms[i].text), struct.forms[i].count)
            for i in range(struct.form_count)
        ),
        example_unit=struct.example_unit,
        example=span,
    )
