"""Segments: sentences inside blocks."""
from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self, overload

from trujaman._call import Call, Handle, out
from trujaman._io import Source, input_of, path_bytes
from trujaman._library import CData, ffi, lib
from trujaman._library import text as to_str
from trujaman._text import Places, Span
from trujaman.diagnostics import OnDiagnostic
from trujaman.document import Document, document_options

__all__ = ["Segment", "SegmentedDocument", "Segmenter", "Srx", "segment"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence-like piece of one block."""

    text: str
    """What it says."""
    block: int
    """Number of the block."""
    span: Span
    """In the block's text."""


class SegmentedDocument(Handle, Sequence[Segment]):
    """A document and its segments: a sequence of Segment, in reading order. It does not change."""

    __slots__ = ("_document", "_segments")

    def __init__(self, texts: Iterable[str], language: str, *, id: str = "") -> None:
        """Segments that the program made itself, each a paragraph of its own.

        id: name of the document, used in occurrences.
        """
        call, made = Call(), out("trujaman_segments")
        pointers, count = call.texts(texts, normal=True)
        status = lib.trujaman_segments_new(
            call.text(id), call.text(language), pointers, count, made
        )
        self._take(call.made(status, made, "segments_free"))

    @classmethod
    def read_lines(
        cls,
        path: str | os.PathLike[str],
        language: str | None = None,
        *,
        encoding: str | None = None,
        on_diagnostic: OnDiagnostic | None = None,
    ) -> Self:
        """Reads a file whose lines are segments: line n is segment n − 1, empty ones, too.

        Parameters and errors are those of read_document().
        """
        call, made = Call(), out("trujaman_segments")
        status = lib.trujaman_segments_read_lines(
            call.bytes(path_bytes(path)), call.optional(language),
            document_options(call, encoding, on_diagnostic), made,
        )
        return cls._of(call.made(status, made, "segments_free"))

    def _take(self, pointer: CData) -> None:
        super().__init__(pointer)
        self._segments: tuple[Segment, ...] | None = None
        self._document: Document | None = None

    @classmethod
    def _of(cls, pointer: CData) -> Self:
        segments = cls.__new__(cls)
        segments._take(pointer)
        return segments

    def _all(self) -> tuple[Segment, ...]:
        if self._segments is None:
            document = lib.trujaman_segments_document(self._open())
            places: dict[int, Places] = {}
            found = []
            for index in range(len(self)):
                struct = lib.trujaman_segments_at(self._open(), index)
                if struct.block not in places:
                    block = lib.trujaman_document_block(document, struct.block)
                    places = {struct.block: Places(to_str(block.text))}
                span = places[struct.block].span(struct.span)
                found.append(Segment(to_str(struct.text), struct.block, span))
            self._segments = tuple(found)
        return self._segments

    def __len__(self) -> int:
        return int(lib.trujaman_segments_size(self._open()))

    @overload
    def __getitem__(self, index: int) -> Segment: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Segment, ...]: ...
    def __getitem__(self, index: int | slice) -> Segment | tuple[Segment, ...]:
        return self._all()[index]

    @property
    def document(self) -> Document:
        """The document whose segments these are."""
        if self._document is None:
            # The segments own it: they have to stay as long as it is used.
            owner = self._open()
            pointer = lib.trujaman_segments_document(owner)
            self._document = Document._of(ffi.gc(pointer, lambda _document, _owner=owner: None))
        return self._document

    @property
    def language(self) -> str:
        """Of the document."""
        return self.document.language

    @property
    def texts(self) -> list[str]:
        """The texts of the segments."""
        return [segment.text for segment in self._all()]


class Srx(Handle):
    """Segmentation rules of an SRX file (1.0, 2.0), as other tools write them."""

    __slots__ = ()

    @classmethod
    def read(cls, source: Source, *, name: str | None = None) -> Self:
        """Reads an SRX file.

        Raises MalformedError when it is none, UnsupportedError for another version.
        """
        call, made = Call(), out("trujaman_srx")
        status = lib.trujaman_srx_read(input_of(call, source, name), made)
        return cls._adopt(call.made(status, made, "srx_free"))

    def has_rules_for(self, language: str) -> bool:
        """Whether any rule is for a language."""
        call, has = Call(), ffi.new("bool*")
        call.check(lib.trujaman_srx_has_rules_for(self._open(), call.text(language), has))
        return bool(has[0])


class Segmenter(Handle):
    """Sentence splitter of one language. Any number of threads may use one."""

    __slots__ = ()

    def __init__(
        self,
        language: str,
        *,
        abbreviations: Iterable[str] = (),
        srx: Srx | None = None,
        extend: bool = False,
    ) -> None:
        """abbreviations: further ones, with their full stop: "Res.", "págs.". srx: rules of another
        tool; with extend, the library's own decide where none of them matches.

        Raises MalformedError for a rule of an SRX file that is no regular expression.
        """
        call, made = Call(), out("trujaman_segmenter")
        options = call.options("trujaman_segmenter_options")
        options.abbreviations, options.abbreviation_count = call.texts(abbreviations, normal=True)
        options.srx = ffi.NULL if srx is None else call.keep(srx._open())
        options.srx_use = lib.TRUJAMAN_SRX_EXTEND if extend else lib.TRUJAMAN_SRX_REPLACE
        status = lib.trujaman_segmenter_new(call.text(language), options, made)
        super().__init__(call.made(status, made, "segmenter_free"))

    def segment(self, document: Document) -> SegmentedDocument:
        """The segments of a document. What is not white space falls in exactly one, none crosses a
        block."""
        return _segments(self._open(), document)

    def split(self, text: str) -> list[Span]:
        """Where the segments of a text stand: of a paragraph, or of text with line breaks, in which
        empty lines and items of lists begin new ones."""
        call, found = Call(), out("trujaman_spans")
        places = Places(text)
        status = lib.trujaman_segmenter_split(self._open(), call.bytes(places.encoded), found)
        spans = call.made(status, found, "spans_free")
        return [places.span(spans.items[i]) for i in range(spans.count)]

    def sentences(self, text: str) -> list[str]:
        """The segments of a text; see split()."""
        return [span.of(text) for span in self.split(text)]


def _segments(segmenter: CData, document: Document) -> SegmentedDocument:
    call, made = Call(), out("trujaman_segments")
    status = lib.trujaman_segmenter_segment(segmenter, document._open(), made)
    return SegmentedDocument._of(call.made(status, made, "segments_free"))


def segment(document: Document) -> SegmentedDocument:
    """The segments of a document, by the library's own rules for its language."""
    return _segments(ffi.NULL, document)
