"""Text on its way to the library and back: UTF-8 in NFC there, str here.

The library counts bytes of UTF-8, Python code points. What is given to the library is brought into
Unicode's normal form C, in which it keeps and compares texts; places come back as those of the str
that was given, in whatever form that is.
"""
from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from trujaman._library import CData


def encode(value: str) -> bytes:
    """A str as the library takes it, without normalising.

    Raises ValueError for what C's texts cannot have: NUL, and lone surrogates.
    """
    if not isinstance(value, str):
        raise TypeError(f"a str is needed, not {type(value).__name__}")
    if "\0" in value:
        raise ValueError("the text has a NUL character in it")
    try:
        return value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError(f"the text has a lone surrogate at {error.start}") from None


def encode_normal(value: str) -> bytes:
    """A text of a unit or term as the library takes it: in NFC."""
    raw = encode(value)
    if raw.isascii() or unicodedata.is_normalized("NFC", value):
        return raw
    return unicodedata.normalize("NFC", value).encode("utf-8")


def _pieces(value: str) -> list[str]:
    """Cuts a text so that normalising the pieces one by one normalises the whole."""
    pieces: list[str] = []
    for character in value:
        if pieces:
            longer = pieces[-1] + character
            apart = _normal(pieces[-1]) + _normal(character)
            if unicodedata.combining(character) or _normal(longer) != apart:
                pieces[-1] = longer
                continue
        pieces.append(character)
    return pieces


def _normal(value: str) -> str:
    return unicodedata.normalize("NFC", value)


class Places:
    """Turns places in a str into bytes of what the library has of it, and back."""

    __slots__ = ("_starts", "_text", "encoded")

    def __init__(self, value: str) -> None:
        self.encoded = encode_normal(value)
        self._text = value
        # Code point and byte at which each piece begins, where the two forms differ.
        self._starts: list[tuple[int, int]] | None = None
        if not self.encoded.isascii() and not unicodedata.is_normalized("NFC", value):
            self._starts = [(0, 0)]
            for piece in _pieces(value):
                point, byte = self._starts[-1]
                after = byte + len(_normal(piece).encode("utf-8"))
                self._starts.append((point + len(piece), after))

    def to_bytes(self, point: int) -> int:
        """The byte at which a code point begins. Raises ValueError when it is not in the text."""
        if not 0 <= point <= len(self._text):
            raise ValueError(f"there is no place {point} in a text of {len(self._text)} characters")
        if self._starts is None:
            if len(self.encoded) == len(self._text):
                return point
            return len(self._text[:point].encode("utf-8"))
        return max(byte for start, byte in self._starts if start <= point)

    def to_points(self, byte: int, *, end: bool = False) -> int:
        """The code point that begins at a byte; where the two forms go together only piece by
        piece, the piece's first one, or what is behind it."""
        if self._starts is None:
            return point_of(self.encoded, byte, len(self._text))
        if end:
            return min(point for point, start in self._starts if start >= byte)
        return max(point for point, start in self._starts if start <= byte)

    def span(self, span: CData) -> Span:
        """A trujaman_span as code points."""
        return Span(self.to_points(span.begin), self.to_points(span.end, end=True))


class Span(NamedTuple):
    """A stretch of a str: [begin, end), in code points."""

    begin: int
    """First character."""
    end: int
    """Behind the last character."""

    def of(self, text: str) -> str:
        """What stands there."""
        return text[self.begin : self.end]


def point_of(encoded: bytes, byte: int, points: int) -> int:
    """The code point at a byte of an encoded text that has so many points in all."""
    if len(encoded) == points:
        return int(byte)
    return len(encoded[:byte].decode("utf-8"))
