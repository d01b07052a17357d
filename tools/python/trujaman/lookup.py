"""What a memory answers: matches, phrases in their context, known parts of a text."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from trujaman._call import Call, Handle, items, out, owned
from trujaman._choice import Choice, number_of
from trujaman._library import CData, ffi, lib
from trujaman._text import Places, Span
from trujaman._unit import occurrences_from_c, variant_from_c
from trujaman.text import Code, codes_to_c
from trujaman.unit import Occurrence, Variant
from trujaman.unit_filter import UnitFilter, filter_to_c

__all__ = ["ConcordanceHit", "Fragment", "Match", "MatchKind", "Penalty", "PenaltyKind"]


class PenaltyKind(Choice):
    """Why a match counts for less than its words alone would say."""

    CASE = "case"
    """Capitals differ."""
    ACCENTS = "accents"
    """Accents differ."""
    PUNCTUATION = "punctuation"
    """Punctuation differs."""
    NUMBERS = "numbers"
    """Numbers differ."""
    CODES = "codes"
    """Inline codes differ."""
    REGION = "region"
    """The region differs: es-ES for es-AR."""
    CONFIDENCE = "confidence"
    """The aligner was not sure of the unit."""


@dataclass(frozen=True, slots=True)
class Penalty:
    """One such reason."""

    kind: PenaltyKind
    """Which."""
    amount: float
    """Points of 100, taken from the similarity."""


class MatchKind(Choice):
    """How good a match is, best first."""

    CONTEXT = "context"
    """Exact, and so are the segments before and after it, as far as they were given."""
    EXACT = "exact"
    """Score 100: equal but for white space and how numbers are written."""
    FUZZY = "fuzzy"
    """Alike."""


@dataclass(frozen=True, slots=True)
class Match:
    """A unit whose source resembles the text that was looked up."""

    row: int
    """Key of the unit in its memory."""
    kind: MatchKind
    """How good it is."""
    score: float
    """Similarity less penalties, 0–100."""
    source: Variant
    """The unit's text."""
    target: Variant
    """Its translation."""
    similarity: float
    """Of the words, 0–100."""
    penalties: tuple[Penalty, ...]
    """What was subtracted."""
    substituted: bool
    """The target has the numbers of the text looked up."""
    confidence: float
    """The aligner's in the unit, in (0, 1]."""
    occurrences: tuple[Occurrence, ...]
    """Where the unit stands in documents."""

    @classmethod
    def _from_c(cls, match: CData) -> Match:
        return cls(
            row=match.row,
            kind=MatchKind._of(match.kind),
            score=match.score,
            source=variant_from_c(match.source),
            target=variant_from_c(match.target),
            similarity=match.similarity,
            penalties=tuple(
                Penalty(PenaltyKind._of(match.penalties[i].kind), match.penalties[i].amount)
                for i in range(match.penalty_count)
            ),
            substituted=match.substituted,
            confidence=match.confidence,
            occurrences=occurrences_from_c(match.occurrences, match.occurrence_count),
        )


@dataclass(frozen=True, slots=True)
class ConcordanceHit:
    """A unit that contains a phrase."""

    row: int
    """Key of the unit in its memory."""
    source: Variant
    """The unit's text."""
    target: Variant
    """Its translation."""
    hits: tuple[Span, ...]
    """Where the phrase stands, in the side that was searched."""
    occurrences: tuple[Occurrence, ...]
    """Where the unit stands in documents."""

    @classmethod
    def _from_c(cls, hit: CData, in_target: bool) -> ConcordanceHit:
        source, target = variant_from_c(hit.source), variant_from_c(hit.target)
        places = Places((target if in_target else source).text)
        return cls(
            row=hit.row,
            source=source,
            target=target,
            hits=tuple(places.span(hit.hits[i]) for i in range(hit.hit_count)),
            occurrences=occurrences_from_c(hit.occurrences, hit.occurrence_count),
        )


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of a text that stands in a unit, and what it became there."""

    span: Span
    """In the text looked up."""
    row: int
    """Key of the unit in its memory."""
    source: Variant
    """The unit's text …"""
    source_span: Span
    """… and where the stretch stands in it."""
    target: Variant
    """Its translation …"""
    target_span: Span
    """… and the part of that which renders the stretch."""
    confidence: float
    """That it is this part, in [0, 1]."""
    units: int
    """Units seen with the same rendering, of some dozens looked at."""

    @property
    def rendering(self) -> str:
        """What the stretch became."""
        return self.target_span.of(self.target.text)

    @classmethod
    def _from_c(cls, fragment: CData, places: Places) -> Fragment:
        source, target = variant_from_c(fragment.source), variant_from_c(fragment.target)
        return cls(
            span=places.span(fragment.span),
            row=fragment.row,
            source=source,
            source_span=Places(source.text).span(fragment.source_span),
            target=target,
            target_span=Places(target.text).span(fragment.target_span),
            confidence=fragment.confidence,
            units=fragment.units,
        )


def _matches(found: CData) -> list[Match]:
    return [Match._from_c(match) for match in items("matches", found)]


class Lookups(Handle):
    """The questions that a Memory answers."""

    __slots__ = ()

    def lookup(
        self,
        text: str,
        source: str,
        target: str,
        *,
        min_score: float = 70.0,
        limit: int = 5,
        previous: str = "",
        next: str = "",
        codes: Sequence[Code] = (),
        distinct: bool = False,
    ) -> list[Match]:
        """The best matches for a text, best first, ties newest first: exactly what comparing it
        with every unit would give.

        source, target: languages of the text and of the translations wanted. min_score: 50–100,
        lower values count as 50. previous, next: the segments before and after the text, for
        MatchKind.CONTEXT. codes: the text's own inline codes, a unit with the same ones gets no
        penalty. distinct: of units with the same source and translation only the best one.
        """
        call, found = Call(), out("trujaman_matches")
        places = Places(text)
        options = _lookup_options(call, min_score, limit, previous, next)
        options.codes = codes_to_c(call, tuple(codes), places)
        options.code_count = len(codes)
        options.distinct = distinct
        status = lib.trujaman_memory_lookup(
            self._open(), call.bytes(places.encoded), call.text(source), call.text(target), options,
            found,
        )
        return _matches(call.made(status, found, "matches_free"))

    def lookup_batch(
        self,
        texts: Sequence[str],
        source: str,
        target: str,
        *,
        min_score: float = 70.0,
        limit: int = 5,
        distinct: bool = False,
        threads: int = 0,
    ) -> list[list[Match]]:
        """What lookup() gives for each of several texts, on several threads of the library's own
        (0: as many as the machine has processors). Each sees one state of the memory."""
        call = Call()
        options = _lookup_options(call, min_score, limit)
        options.distinct = distinct
        pointers, count = call.texts(texts, normal=True)
        found = ffi.new("trujaman_matches*[]", max(count, 1))
        status = lib.trujaman_memory_lookup_batch(
            self._open(), pointers, count, call.text(source), call.text(target),
            options, threads, found,
        )
        call.check(status)
        results = [owned(found[i], "matches_free") for i in range(count)]
        return [_matches(result) for result in results]

    def concordance(
        self,
        phrase: str,
        source: str,
        target: str,
        *,
        limit: int = 20,
        offset: int = 0,
        filter: UnitFilter | None = None,
        distance: int | None = None,
        syntax: Literal["text", "wildcards", "regex"] = "text",
        order: Literal["newest", "best"] = "newest",
        search_target: bool = False,
        exact: bool = False,
        parts_of_words: bool = False,
    ) -> list[ConcordanceHit]:
        """Units that contain a phrase: as whole words in a row, ignoring case and accents, unless
        the options say otherwise.

        limit, offset: most hits, and hits to skip, for paging. distance: the words may stand in any
        order, with up to so many others among them; None: in a row. syntax: what the characters of
        the phrase mean: themselves; in a word, * any letters and ? one letter; a regular expression
        of ICU. order: units added last first, or those of which the phrase is the most.
        search_target: in the target's text instead of the source's. exact: case and accents count.
        parts_of_words: "igra" is found in "migración".

        Raises InvalidArgumentError for an expression that is not well-formed, or takes too long.
        """
        call, found = Call(), out("trujaman_concordance")
        options = call.options("trujaman_concordance_options")
        options.limit = limit
        options.offset = offset
        options.filter = filter_to_c(call, filter)
        # (size_t)-1 is trujaman.h's TRUJAMAN_IN_A_ROW.
        options.distance = ffi.cast("size_t", -1) if distance is None else distance
        options.syntax = number_of(syntax, "text", "wildcards", "regex")
        options.order = number_of(order, "newest", "best")
        options.search_target = search_target
        options.exact = exact
        options.parts_of_words = parts_of_words
        status = lib.trujaman_memory_concordance(
            self._open(), call.normal(phrase), call.text(source), call.text(target), options, found
        )
        hits = call.made(status, found, "concordance_free")
        return [ConcordanceHit._from_c(hit, search_target) for hit in items("concordance", hits)]

    def fragments(
        self,
        text: str,
        source: str,
        target: str,
        *,
        min_words: int = 2,
        limit: int = 5,
        min_confidence: float = 0.4,
    ) -> list[Fragment]:
        """The longest stretches of a text that stand in units, each with its most frequent
        rendering, longest first. To be asked when lookup() finds nothing good enough: it takes some
        tens of milliseconds.

        min_words: shortest stretch. min_confidence: less certain renderings are left out.
        """
        call, found = Call(), out("trujaman_fragments")
        places = Places(text)
        options = call.options("trujaman_fragment_options")
        options.min_words = min_words
        options.limit = limit
        options.min_confidence = min_confidence
        status = lib.trujaman_memory_fragments(
            self._open(), call.bytes(places.encoded), call.text(source), call.text(target), options,
            found,
        )
        fragments = call.made(status, found, "fragments_free")
        return [Fragment._from_c(fragment, places) for fragment in items("fragments", fragments)]


def _lookup_options(
    call: Call, min_score: float, limit: int, previous: str = "", following: str = ""
) -> CData:
    options = call.options("trujaman_lookup_options")
    options.min_score = min_score
    options.limit = limit
    options.previous = call.normal(previous)
    options.next = call.normal(following)
    return options
