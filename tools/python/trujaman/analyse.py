"""How much of a document a memory has already: leverage, by match band."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trujaman._call import Call, Handle, Progress, out
from trujaman._library import CData, ffi, lib, text
from trujaman.segmenter import SegmentedDocument

if TYPE_CHECKING:
    from trujaman.memory import Memory

__all__ = ["Analyser", "Leverage", "Volume"]


@dataclass(frozen=True, slots=True)
class Volume:
    """How much text there is."""

    segments: int
    """Segments."""
    words: int
    """As count_words() counts them."""
    characters: int
    """Code points that are not white space."""

    @classmethod
    def _from_c(cls, volume: CData) -> Volume:
        return cls(volume.segments, volume.words, volume.characters)


@dataclass(frozen=True, slots=True)
class Leverage:
    """What a memory has of one document."""

    bands: Mapping[str, Volume]
    """By match band, best first: "context", "100", "repetition", "cross-file", "95-99", "85-94",
    "75-84", "50-74", "new"."""
    total: Volume
    """Of all bands."""


def band_names() -> Iterator[str]:
    """The match bands, best first."""
    number = 0
    while (name := lib.trujaman_match_band_name(number)) != ffi.NULL:
        yield text(name)
        number += 1


class Analyser(Handle):
    """Analyses documents one after the other; remembers the texts of those before."""

    __slots__ = ()

    def __init__(self, memory: Memory, source: str, target: str) -> None:
        """source, target: languages of the documents and of the translations."""
        call, made = Call(), out("trujaman_analyser")
        status = lib.trujaman_analyser_new(
            memory._open(), call.text(source), call.text(target), made
        )
        super().__init__(call.made(status, made, "analyser_free"))

    def analyse(
        self, document: SegmentedDocument, *, progress: Progress | None = None
    ) -> Leverage:
        """Each segment of a document with text, by the best match of the memory for it."""
        call, leverage = Call(), ffi.new("trujaman_leverage*")
        report = call.progress(progress)
        with self._alone():
            status = lib.trujaman_analyser_analyse(
                self._open(), document._open(), report, ffi.NULL, leverage
            )
            call.check(status)
        return Leverage(
            {name: Volume._from_c(leverage.bands[i]) for i, name in enumerate(band_names())},
            Volume._from_c(leverage.total),
        )
