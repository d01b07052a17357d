"""Glossaries: recognising terms in texts, searching."""
from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self, overload

from trujaman._call import Call, Handle, items, out
from trujaman._choice import Choice
from trujaman._library import CData, lib
from trujaman._text import Places
from trujaman.concept import Concept, Term, TermStatus, equivalents_of, list_of_concepts
from trujaman.diagnostics import OnDiagnostic
from trujaman.glossary_file import read_concepts

if TYPE_CHECKING:
    from trujaman.memory import Memory

__all__ = ["FoundTerm", "Glossary", "TermMatch", "TermMatchKind"]


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term found in a text."""

    begin: int
    """First character, in the text that was searched."""
    end: int
    """Behind its last character."""
    matched: str
    """What stands there."""
    term: str
    """The term as the glossary has it."""
    status: TermStatus
    """How the term is to be used."""
    exact: bool
    """False: through inflection, case or accents."""
    concept: str
    """Id of the concept."""
    equivalents: dict[str, list[Term]]
    """What may be used for it, by language: preferred terms, then admitted ones."""
    entry: Concept = field(repr=False)
    """The concept, with all that is known of it."""


class TermMatchKind(Choice):
    """How a term answers a search, best first."""

    EXACT = "exact"
    """The same but for case, accents and the like."""
    INFLECTED = "inflected"
    """The same words in another number, gender or verb form."""
    PART = "part"
    """The text is in the term."""


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term that answers a search."""

    kind: TermMatchKind
    """How."""
    term: Term
    """The term, one of the concept's."""
    entry: Concept = field(repr=False)
    """What it means."""


class Glossary(Handle, Sequence[Concept]):
    """Concepts with an index of their terms: a sequence of Concept that finds them in texts.

        glossary = Glossary.load("oim-iom.tbx")
        for term in glossary.recognise("La OIM publicó…", "es", ["en", "fr"]):
            print(term.matched, [t.text for t in term.equivalents["en"]])

    It does not change (GlossaryEditor makes others), and any number of threads may use it at once.
    """

    __slots__ = ("_entries",)

    def __init__(self, concepts: Iterable[Concept]) -> None:
        """A glossary of the program's own concepts."""
        self._index(list_of_concepts(concepts))

    def _index(self, concepts: CData) -> None:
        call, made = Call(), out("trujaman_glossary")
        status = lib.trujaman_glossary_new(concepts, made)
        super().__init__(call.made(status, made, "glossary_free"))
        self._entries: dict[int, Concept] = {}

    @classmethod
    def load(
        cls,
        *paths: str | os.PathLike[str],
        languages: tuple[str, str] | None = None,
        on_diagnostic: OnDiagnostic | None = None,
    ) -> Self:
        """A glossary of one or several files: TBX, TSV, CSV, XLSX, OmegaT's, the glossary module of
        XLIFF 2.x.

        languages: source and target of files that do not say (OmegaT's). on_diagnostic: hears of
        what was skipped. For other ways to read, see read_concepts().

        Raises MalformedError when one is no glossary.
        """
        concepts: list[Concept] = []
        for path in paths:
            concepts += read_concepts(path, languages=languages, on_diagnostic=on_diagnostic)
        return cls(concepts)

    @classmethod
    def of(cls, memory: Memory) -> Self:
        """A glossary of the concepts that a memory has now."""
        call, found = Call(), out("trujaman_concepts")
        status = lib.trujaman_memory_concepts(memory._open(), found)
        glossary = cls.__new__(cls)
        glossary._index(call.made(status, found, "concepts_free"))
        return glossary

    def __len__(self) -> int:
        """How many concepts there are."""
        return int(lib.trujaman_glossary_size(self._open()))

    def __bool__(self) -> bool:
        """A glossary is one, even an empty one."""
        return True

    @overload
    def __getitem__(self, index: int) -> Concept: ...
    @overload
    def __getitem__(self, index: slice) -> list[Concept]: ...
    def __getitem__(self, index: int | slice) -> Concept | list[Concept]:
        """A concept, by its number."""
        size = len(self)
        if isinstance(index, slice):
            return [self._entry(i) for i in range(*index.indices(size))]
        number = index + size if index < 0 else index
        if not 0 <= number < size:
            raise IndexError(f"there is no concept {index} in a glossary of {size}")
        return self._entry(number)

    def _entry(self, number: int) -> Concept:
        entry = self._entries.get(number)
        if entry is None:
            entry = Concept._from_c(lib.trujaman_glossary_at(self._open(), number))
            self._entries[number] = entry
        return entry

    def recognise(
        self,
        text: str,
        language: str,
        targets: Iterable[str] | None = None,
        *,
        max_gap: int = 0,
        nested: bool = False,
    ) -> list[TermMatch]:
        """The terms that occur in a text, left to right, inflected ones, too; where terms overlap,
        the longest wins. Deprecated terms are found as well.

        language: of the text, regions do not matter. targets: languages of the equivalents wanted;
        None: all that the concept has besides. max_gap: how many words in all may be inserted in a
        term of several words. nested: also terms within a longer one or across its end, and
        inflected readings beside an exact one.
        """
        if isinstance(targets, str):
            raise TypeError("several languages are needed, not one str")
        call, found = Call(), out("trujaman_term_hits")
        places = Places(text)
        wanted = None if targets is None else list(targets)
        options = call.options("trujaman_recognize_options")
        options.max_gap = max_gap
        options.nested = nested
        status = lib.trujaman_glossary_recognize(
            self._open(), call.bytes(places.encoded), call.text(language), options, found
        )
        hits = call.made(status, found, "term_hits_free")
        return [
            self._term_match(hit, text, places, language, wanted)
            for hit in items("term_hits", hits)
        ]

    def _term_match(
        self, hit: CData, text: str, places: Places, language: str, targets: list[str] | None
    ) -> TermMatch:
        span = places.span(hit.span)
        entry = self._entry(hit.concept_index)
        term = entry.terms[hit.term_index]
        if targets is None:
            own = {term.language, language}
            targets = list(dict.fromkeys(t.language for t in entry.terms if t.language not in own))
        return TermMatch(
            begin=span.begin,
            end=span.end,
            matched=span.of(text),
            term=term.text,
            status=term.status,
            exact=hit.exact,
            concept=entry.id,
            equivalents={
                target: [entry.terms[i] for i in equivalents_of(hit.entry, target)]
                for target in targets
            },
            entry=entry,
        )

    def search(self, text: str, languages: Iterable[str] = ()) -> list[FoundTerm]:
        """Terms that a text stands for, as a user types it: best kind first, then in the glossary's
        order. Nothing is found for a blank one. languages: only terms of these; all with none."""
        call, found = Call(), out("trujaman_term_matches")
        tags, count = call.texts(languages)
        status = lib.trujaman_glossary_search(self._open(), call.normal(text), tags, count, found)
        matches = call.made(status, found, "term_matches_free")
        answers = []
        for match in items("term_matches", matches):
            entry = self._entry(match.concept_index)
            kind = TermMatchKind._of(match.kind)
            answers.append(FoundTerm(kind, entry.terms[match.term_index], entry))
        return answers
