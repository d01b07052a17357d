"""Segments × segments → beads → translation units."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias, overload

from trujaman._call import Call, Handle, Progress, items, out
from trujaman._io import Target, output_of
from trujaman._library import CData, ffi, lib
from trujaman.lexicon import Lexicon
from trujaman.segmenter import SegmentedDocument
from trujaman.unit import Unit, from_list
from trujaman.vectors import Vectors

__all__ = [
    "Aligner", "Alignment", "Anchor", "Bead", "Cross", "Scorer", "Translation", "align",
    "align_units", "find_anchors", "write_review",
]

Scorer: TypeAlias = Callable[[range, range], float]
"""What the caller's own model says about a bead of 1 to 5 segments on each side: log P(texts |
translations of each other) − log P(texts | unrelated), in nats. Above 0 speaks for the bead; -inf
forbids it; beyond ±1000 counts as ±1000, NaN as 0. It is asked several times for one bead, in no
order."""


@dataclass(frozen=True, slots=True)
class Bead:
    """One step of an alignment: segments that correspond (1-1, 2-1, 1-0, …)."""

    source: range
    """Segments of the source; may be none."""
    target: range
    """Segments of the target; may be none."""
    confidence: float = 1.0
    """Probability of exactly this bead, in [0, 1]."""


class Anchor(NamedTuple):
    """A source and a target segment that are known to correspond."""

    source: int
    """Number of the source segment."""
    target: int
    """Number of the target segment."""


class Alignment(Handle, Sequence[Bead]):
    """Beads in reading order, which cover every segment of both sides once. It does not change."""

    __slots__ = ("_beads",)

    def __init__(self, beads: Iterable[Bead], quality: float = 1.0) -> None:
        """An alignment of the program's own beads: one that a person has corrected, say.

        Raises InvalidArgumentError unless each bead begins where the one before ends.
        """
        call, made, own = Call(), out("trujaman_alignment"), list(beads)
        array = call.structs("trujaman_bead", own, _fill_bead)
        status = lib.trujaman_alignment_new(array, len(own), quality, made)
        self._take(call.made(status, made, "alignment_free"))

    def _take(self, pointer: CData) -> None:
        super().__init__(pointer)
        self._beads = tuple(
            Bead(_range(bead.source), _range(bead.target), bead.confidence)
            for bead in items("alignment", pointer)
        )

    @classmethod
    def _of(cls, pointer: CData) -> Alignment:
        alignment = cls.__new__(cls)
        alignment._take(pointer)
        return alignment

    @property
    def quality(self) -> float:
        """Mean confidence of the beads that have both sides, by their length."""
        return float(lib.trujaman_alignment_quality(self._open()))

    def __len__(self) -> int:
        return len(self._beads)

    @overload
    def __getitem__(self, index: int) -> Bead: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Bead, ...]: ...
    def __getitem__(self, index: int | slice) -> Bead | tuple[Bead, ...]:
        return self._beads[index]


def _range(struct: CData) -> range:
    return range(struct.begin, struct.end)


def _fill_bead(struct: CData, bead: Bead) -> None:
    struct.source.begin, struct.source.end = bead.source.start, bead.source.stop
    struct.target.begin, struct.target.end = bead.target.start, bead.target.stop
    struct.confidence = bead.confidence


def find_anchors(
    source: SegmentedDocument, target: SegmentedDocument, pattern: str
) -> list[Anchor]:
    """The segments of both documents in which a regular expression of ICU is found, paired: those
    whose matches hold the same numbers ("Artículo 12", "Article 12"), or in order, where no match
    holds any and there are as many on both sides.

    Raises InvalidArgumentError for a pattern that is not well-formed, or takes too long.
    """
    call, found = Call(), out("trujaman_anchors")
    status = lib.trujaman_anchors_find(source._open(), target._open(), call.normal(pattern), found)
    anchors = call.made(status, found, "anchors_free")
    return [Anchor(anchors.items[i].source, anchors.items[i].target) for i in range(anchors.count)]


class Aligner(Handle):
    """Statistical sentence aligner of one language pair. Any number of threads may use one."""

    __slots__ = ()

    def __init__(
        self,
        source: str,
        target: str,
        *,
        lexicon: Lexicon | None = None,
        own_words: bool = True,
    ) -> None:
        """source, target: languages. lexicon: known translations. own_words: use the library's own
        word list of Spanish, English and French."""
        call, made = Call(), out("trujaman_aligner")
        options = call.options("trujaman_aligner_options")
        options.lexicon = ffi.NULL if lexicon is None else call.keep(lexicon._open())
        options.no_word_list = not own_words
        status = lib.trujaman_aligner_new(call.text(source), call.text(target), options, made)
        super().__init__(call.made(status, made, "aligner_free"))

    def align(
        self,
        source: SegmentedDocument,
        target: SegmentedDocument,
        *,
        anchors: Iterable[tuple[int, int]] = (),
        scorer: Scorer | None = None,
        vectors: tuple[Vectors, Vectors] | None = None,
        progress: Progress | None = None,
    ) -> Alignment:
        """Aligns two documents: beads of up to 5-1, 4-2, 3-3, 2-4 and 1-5 segments, and null beads.

        anchors: pairs of segments that stand in the same bead, increasing. scorer: has a say in
        every bead. vectors: of the source and of the target; they are added to the scorer's.
        progress: share of the work done; False stops it.

        Raises InvalidArgumentError when anchors do not increase on both sides or are not there,
        CancelledError when progress said so.
        """
        return _align(self._open(), source, target, anchors, scorer, vectors, progress)


def align(
    source: SegmentedDocument,
    target: SegmentedDocument,
    *,
    anchors: Iterable[tuple[int, int]] = (),
    scorer: Scorer | None = None,
    vectors: tuple[Vectors, Vectors] | None = None,
    progress: Progress | None = None,
) -> Alignment:
    """Aligns two documents by an aligner of their languages; see Aligner.align()."""
    return _align(ffi.NULL, source, target, anchors, scorer, vectors, progress)


def _align(
    aligner: CData,
    source: SegmentedDocument,
    target: SegmentedDocument,
    anchors: Iterable[tuple[int, int]],
    scorer: Scorer | None,
    vectors: tuple[Vectors, Vectors] | None,
    progress: Progress | None,
) -> Alignment:
    call, made = Call(), out("trujaman_alignment")
    options = call.options("trujaman_align_options")
    pairs = [{"source": one, "target": other} for one, other in anchors]
    options.anchors = call.new("trujaman_anchor[]", pairs) if pairs else ffi.NULL
    options.anchor_count = len(pairs)
    if scorer is not None:
        ask = scorer

        def score(of_source: CData, of_target: CData, _user: CData) -> float:
            return ask(_range(of_source), _range(of_target))

        options.scorer = call.callback("trujaman_bead_scorer", score, 0.0)
    if vectors is not None:
        options.source_vectors = call.keep(vectors[0]._open())
        options.target_vectors = call.keep(vectors[1]._open())
    options.progress = call.progress(progress)
    status = lib.trujaman_align(aligner, source._open(), target._open(), options, made)
    return Alignment._of(call.made(status, made, "alignment_free"))


class Translation(NamedTuple):
    """A translation of a document."""

    target: SegmentedDocument
    """The translation."""
    alignment: Alignment
    """Of the document, its source side, with it."""


class Cross(NamedTuple):
    """An alignment of two translations of one document with each other."""

    first: int
    """Number of the translation that is the source side."""
    second: int
    """Number of the other one."""
    alignment: Alignment
    """Of the first with the second."""


def _translations(
    call: Call, translations: Iterable[tuple[SegmentedDocument, Alignment]]
) -> tuple[CData, int]:
    structs = [
        {"target": call.keep(target._open()), "alignment": call.keep(alignment._open())}
        for target, alignment in translations
    ]
    if not structs:
        return ffi.NULL, 0
    return call.new("trujaman_translation[]", structs), len(structs)


def align_units(
    pivot: SegmentedDocument,
    translations: Iterable[tuple[SegmentedDocument, Alignment]],
    *,
    min_confidence: float = 0.0,
    crosses: Iterable[tuple[int, int, Alignment]] = (),
) -> list[Unit]:
    """The units of the beads that have both sides. With several translations, beads that share
    segments of the pivot are one unit, with a variant a language. Occurrences hold the pivot's id
    and the unit's number in it.

    pivot: the document. translations: pairs of a translation and its alignment with the pivot.
    min_confidence: beads less certain are left out. crosses: alignments of translations with each
    other; they raise and lower confidences.

    Raises InvalidArgumentError when an alignment has segments that are not there.
    """
    call, made = Call(), out("trujaman_units")
    options = call.options("trujaman_align_units_options")
    options.min_confidence = min_confidence
    structs = [
        {"first": first, "second": second, "alignment": call.keep(alignment._open())}
        for first, second, alignment in crosses
    ]
    options.crosses = call.new("trujaman_cross[]", structs) if structs else ffi.NULL
    options.cross_count = len(structs)
    array, count = _translations(call, translations)
    status = lib.trujaman_align_units(pivot._open(), array, count, options, made)
    return from_list(call.made(status, made, "units_free"))


def write_review(
    target: Target,
    pivot: SegmentedDocument,
    translations: Iterable[tuple[SegmentedDocument, Alignment]],
    *,
    language: str = "en",
    check_below: float = 0.8,
) -> None:
    """Writes alignments as one HTML page, for a person to look through.

    language: of the page's own words, "es", "en" or "fr". check_below: less certain beads are
    marked and listed first.

    Raises InvalidArgumentError when an alignment does not cover its documents.
    """
    call = Call()
    options = call.options("trujaman_review_options")
    options.language = call.text(language)
    options.check_below = check_below
    array, count = _translations(call, translations)
    status = lib.trujaman_review_write(
        output_of(call, target), pivot._open(), array, count, options
    )
    call.check(status)
