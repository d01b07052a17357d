"""Copies of documents with other texts in them."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from trujaman._call import Call
from trujaman._io import Source, Target, input_of, output_of
from trujaman._library import CData, ffi, lib
from trujaman._record import Record, make_tuples
from trujaman._text import Places, Span
from trujaman.diagnostics import OnDiagnostic
from trujaman.document import Block, document_options
from trujaman.text import Code, codes_to_c

__all__ = ["BlockTranslator", "RenderSummary", "Rendering", "translate_document"]


@dataclass(frozen=True, slots=True, repr=False)
class Rendering(Record):
    """What becomes of a part of a block, usually of a segment."""

    span: Span | tuple[int, int]
    """In the block's text."""
    text: str | None
    """What takes its place; None: the part stays, highlighted as still to be translated where the
    format can."""
    codes: Sequence[Code] = ()
    """Of text; pairs of "bold" and "italic" are followed."""
    revise: bool = False
    """text is highlighted: someone is to look at it."""

    def __post_init__(self) -> None:
        make_tuples(self, "codes")


BlockTranslator: TypeAlias = Callable[[int, Block], Iterable[Rendering] | None]
"""Is given each block of a document, in order, with its number; gives what becomes of its parts, in
order and not overlapping. What no rendering names stays as it is."""


@dataclass(frozen=True, slots=True)
class RenderSummary:
    """What was done."""

    replaced: int
    """Renderings that took their place."""
    left: int
    """Those without a text, and those that cannot be put in."""


def translate_document(
    document: Source,
    target: Target,
    translator: BlockTranslator,
    *,
    name: str | None = None,
    encoding: str | None = None,
    on_diagnostic: OnDiagnostic | None = None,
) -> RenderSummary:
    """Copies a document (DOCX, ODT, Markdown, plain text, XLIFF, po), with the renderings of
    `translator`. All else stays to the byte. Memory.pretranslate() does so with a memory's matches.

    on_diagnostic: hears of what could not be put in or marked.

    Raises UnsupportedError for a format that is not written, InvalidArgumentError for renderings
    that overlap or are out of order.
    """
    call, summary = Call(), ffi.new("trujaman_render_summary*")

    def translate(number: int, block: CData, renderer: CData, _user: CData) -> int:
        said = Block._from_c(block)
        places = Places(said.text)
        for rendering in translator(number, said) or ():
            one = Call()
            struct = _to_c(one, rendering, places)
            one.check(lib.trujaman_renderer_add(renderer, struct))
        return 1

    callback = call.callback("trujaman_block_translator", translate, 0)
    options = document_options(call, encoding, on_diagnostic)
    status = lib.trujaman_document_translate(
        input_of(call, document, name), output_of(call, target), callback, ffi.NULL, options,
        summary,
    )
    call.check(status)
    return RenderSummary(summary.replaced, summary.left)


def _to_c(call: Call, rendering: Rendering, places: Places) -> CData:
    struct = call.new("trujaman_rendering*")
    struct.span.begin, struct.span.end = map(places.to_bytes, rendering.span)
    if rendering.text is not None:
        own = Places(rendering.text)
        struct.text = call.bytes(own.encoded)
        struct.codes = codes_to_c(call, tuple(rendering.codes), own)
        struct.code_count = len(rendering.codes)
    struct.revise = rendering.revise
    return struct
