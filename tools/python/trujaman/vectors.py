"""Sentence vectors (LASER, LaBSE, …) of a document's segments, which help the aligner."""
from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Any, Self

from trujaman._call import Call, Handle, out
from trujaman._io import path_bytes
from trujaman._library import CData, ffi, lib
from trujaman.segmenter import SegmentedDocument

__all__ = ["Vectors"]


class Vectors(Handle):
    """Sentence vectors of one document's segments. They do not change."""

    __slots__ = ()

    def __init__(self, rows: Any) -> None:
        """Vectors in main memory, one a segment: sequences of floats, or what has a buffer of
        32-bit floats with two dimensions, such as an array of NumPy.

        Raises ValueError when they are not of equal length, InvalidArgumentError when a number is
        not finite.
        """
        call, made = Call(), out("trujaman_vectors")
        numbers, count, dimension = _numbers(call, rows)
        status = lib.trujaman_vectors_new(numbers, count, dimension, made)
        super().__init__(call.made(status, made, "vectors_free"))

    @classmethod
    def read(
        cls,
        path: str | os.PathLike[str],
        segments: SegmentedDocument,
        lines: str | os.PathLike[str] | None = None,
    ) -> Self:
        """Reads vectors from a file as LASER writes and Vecalign reads it (`.emb`): 32-bit numbers,
        little-endian, row after row.

        segments: the document that they are of. lines: the text file whose lines were encoded;
        None: the segments were, one by one.

        Raises MalformedError when rows and segments or lines do not go together.
        """
        call, made = Call(), out("trujaman_vectors")
        file = ffi.NULL if lines is None else call.bytes(path_bytes(lines))
        status = lib.trujaman_vectors_read(
            call.bytes(path_bytes(path)), segments._open(), file, made
        )
        return cls._adopt(call.made(status, made, "vectors_free"))

    def __len__(self) -> int:
        """How many segments they are of."""
        return int(lib.trujaman_vectors_size(self._open()))

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return int(lib.trujaman_vectors_dimension(self._open()))

    @property
    def missing(self) -> int:
        """Segments of which no vector is known."""
        return int(lib.trujaman_vectors_missing(self._open()))

    def vector(self, segments: range) -> list[float]:
        """Unit vector of one to five consecutive segments; zeros where it is not known.

        Raises InvalidArgumentError for other ranges.
        """
        call, size = Call(), self.dimension
        numbers = ffi.new("float[]", size)
        which = ffi.new("trujaman_range*", {"begin": segments.start, "end": segments.stop})
        call.check(lib.trujaman_vectors_get(self._open(), which[0], numbers, size))
        return list(numbers)

    def recognised(self, target: Vectors) -> float:
        """Share of the segments whose translation both documents' vectors recognise, in [0, 1), a
        careful estimate; 0: they say nothing."""
        call, share = Call(), ffi.new("double*")
        call.check(lib.trujaman_vectors_recognised(self._open(), target._open(), share))
        return float(share[0])


def _numbers(call: Call, rows: Any) -> tuple[CData, int, int]:
    """Rows as one array of floats: the array, its length, and that of a row."""
    try:
        view = memoryview(rows)
    except TypeError:
        return _copied(call, rows)
    if view.ndim != 2 or view.shape is None or view.format != "f" or not view.c_contiguous:
        raise ValueError("the buffer is no two-dimensional one of 32-bit floats, row after row")
    if not view.nbytes:
        return ffi.NULL, 0, 1
    array = call.keep(ffi.from_buffer("float[]", view))
    return array, view.shape[0] * view.shape[1], view.shape[1]


def _copied(call: Call, rows: Iterable[Sequence[float]]) -> tuple[CData, int, int]:
    vectors = [list(row) for row in rows]
    lengths = {len(vector) for vector in vectors}
    if len(lengths) > 1 or 0 in lengths:
        raise ValueError("the vectors are not of one length")
    numbers = [number for vector in vectors for number in vector]
    return call.new("float[]", numbers), len(numbers), lengths.pop() if lengths else 1
