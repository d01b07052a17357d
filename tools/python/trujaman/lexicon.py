"""Known pairs of words and phrases, which help the aligner."""
from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import overload

from trujaman._call import Call, Handle, Progress, out
from trujaman._io import Target, output_of, path_bytes
from trujaman._library import CData, ffi, lib, text
from trujaman._unit import list_of
from trujaman.concept import Concept, list_of_concepts
from trujaman.diagnostics import OnDiagnostic, sink
from trujaman.unit import Unit

__all__ = ["Lexicon", "WordPair"]


@dataclass(frozen=True, slots=True)
class WordPair:
    """Words or phrases known to be translations of each other."""

    source: str
    """In the source language."""
    target: str
    """In the target language."""
    weight: float = 1.0
    """How far to believe it, in (0, 1]."""

    def _fill(self, call: Call, struct: CData) -> None:
        struct.source = call.normal(self.source)
        struct.target = call.normal(self.target)
        struct.weight = self.weight

    @classmethod
    def _from_c(cls, pair: CData) -> WordPair:
        return cls(text(pair.source), text(pair.target), pair.weight)


class Lexicon(Handle, Sequence[WordPair]):
    """A sequence of word pairs of one pair of languages, that grows at its end."""

    __slots__ = ()

    def __init__(self, pairs: Iterable[WordPair] = ()) -> None:
        """A lexicon of the program's own pairs."""
        call, made = Call(), out("trujaman_lexicon")
        super().__init__(call.made(lib.trujaman_lexicon_new(made), made, "lexicon_free"))
        self.add(pairs)

    def __len__(self) -> int:
        with self._alone():
            return int(lib.trujaman_lexicon_size(self._open()))

    def __bool__(self) -> bool:
        """A lexicon is one, even an empty one."""
        return True

    @overload
    def __getitem__(self, index: int) -> WordPair: ...
    @overload
    def __getitem__(self, index: slice) -> list[WordPair]: ...
    def __getitem__(self, index: int | slice) -> WordPair | list[WordPair]:
        size = len(self)
        if isinstance(index, slice):
            return [self._pair(i) for i in range(*index.indices(size))]
        number = index + size if index < 0 else index
        if not 0 <= number < size:
            raise IndexError(f"there is no pair {index} in a lexicon of {size}")
        return self._pair(number)

    def _pair(self, number: int) -> WordPair:
        with self._alone():
            return WordPair._from_c(lib.trujaman_lexicon_at(self._open(), number))

    def add(self, pairs: Iterable[WordPair]) -> None:
        """Adds pairs."""
        call, added = Call(), list(pairs)
        array = call.structs(
            "trujaman_word_pair", added, lambda place, pair: pair._fill(call, place)
        )
        with self._alone():
            call.check(lib.trujaman_lexicon_add(self._open(), array, len(added)))

    def add_terms(self, concepts: Iterable[Concept], source: str, target: str) -> None:
        """Adds each term of a glossary with each of its equivalents; regions do not matter."""
        call, terms = Call(), list_of_concepts(concepts)
        with self._alone():
            status = lib.trujaman_lexicon_add_terms(
                self._open(), terms, call.text(source), call.text(target)
            )
            call.check(status)

    def read(
        self, path: str | os.PathLike[str], *, on_diagnostic: OnDiagnostic | None = None
    ) -> None:
        """Adds the pairs of a word list: rows of source, target and, where wanted, weight, with
        tabs between; or hunalign's dictionaries, rows of "target @ source".

        on_diagnostic: hears of rows that were skipped. Raises MalformedError when no row is good.
        """
        call = Call()
        hear = sink(call, on_diagnostic)
        with self._alone():
            status = lib.trujaman_lexicon_read(
                self._open(), call.bytes(path_bytes(path)), hear, ffi.NULL
            )
            call.check(status)

    def learn(
        self,
        units: Iterable[Unit],
        source: str,
        target: str,
        *,
        min_weight: float = 0.1,
        min_count: float = 2.0,
        progress: Progress | None = None,
    ) -> None:
        """Adds which words translate which, as units teach it (those of a memory, say), surest
        pairs first. Units without text in both languages are passed over.

        min_weight, min_count: less certain pairs are left out, and those expected in fewer places.
        """
        call, examples = Call(), list_of(units)
        options = call.options("trujaman_learn_options")
        options.min_weight = min_weight
        options.min_count = min_count
        options.progress = call.progress(progress)
        with self._alone():
            status = lib.trujaman_lexicon_learn(
                self._open(), examples, call.text(source), call.text(target), options
            )
            call.check(status)

    def write(self, target: Target) -> None:
        """Writes it as a word list, with tabs."""
        call = Call()
        output = output_of(call, target)
        with self._alone():
            call.check(lib.trujaman_lexicon_write(self._open(), output))
