"""Documents: blocks of clean text."""
from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from trujaman._call import Call, Handle, out
from trujaman._choice import Choice
from trujaman._io import Source, input_of
from trujaman._library import CData, lib
from trujaman._library import text as to_str
from trujaman._record import Record, make_tuples
from trujaman._text import Places
from trujaman.diagnostics import Location, OnDiagnostic, fill_location, sink
from trujaman.text import Code, codes_from_c, codes_to_c

__all__ = ["Block", "BlockKind", "Document", "Repair", "read_document"]


class BlockKind(Choice):
    """What a block is."""

    PARAGRAPH = "paragraph"
    """A paragraph."""
    HEADING = "heading"
    """A heading."""
    LIST_ITEM = "list-item"
    """An item of a list."""
    TABLE_CELL = "table-cell"
    """A cell of a table."""
    CAPTION = "caption"
    """What stands under a figure or table."""
    FOOTNOTE = "footnote"
    """A note."""


class Repair(enum.Flag):
    """Damage that a reader found in a block and mended."""

    PAGE_BREAK_JOINED = 1
    """The rest of the block stood after a page break."""
    LINES_JOINED = 2
    """Hard-wrapped lines became one paragraph."""
    DEHYPHENATED = 4
    """A word cut at a line end was put together."""
    FURNITURE_REMOVED = 8
    """A running header, footer or page number was inside."""


_NOWHERE = Location()


@dataclass(frozen=True, slots=True, repr=False)
class Block(Record):
    """One paragraph-like unit of a document."""

    text: str
    """Without line breaks, trimmed."""
    kind: BlockKind = BlockKind.PARAGRAPH
    """What it is."""
    level: int = 0
    """Heading 1–6, depth of a list item from 1, else 0."""
    marker: str = ""
    """List marker or number taken off the text; or empty."""
    codes: Sequence[Code] = ()
    """Bold, links, …"""
    where: Location = _NOWHERE
    """Where it starts in its file."""
    repairs: Repair = Repair(0)
    """What was mended."""
    after_rule: bool = False
    """A rule ("***") or page start stands before it."""

    def __post_init__(self) -> None:
        make_tuples(self, "codes")

    def _fill(self, call: Call, struct: CData) -> None:
        places = Places(self.text)
        struct.kind = BlockKind._number(self.kind)
        struct.level = self.level
        struct.marker = call.text(self.marker)
        struct.text = call.bytes(places.encoded)
        struct.codes = codes_to_c(call, tuple(self.codes), places)
        struct.code_count = len(self.codes)
        fill_location(call, struct.where, self.where)
        struct.repairs = self.repairs.value
        struct.after_rule = self.after_rule

    @classmethod
    def _from_c(cls, block: CData) -> Block:
        text = to_str(block.text)
        return cls(
            text=text,
            kind=BlockKind._of(block.kind),
            level=block.level,
            marker=to_str(block.marker),
            codes=codes_from_c(block.codes, block.code_count, Places(text)),
            where=Location._from_c(block.where),
            repairs=Repair(block.repairs & _ALL_REPAIRS),
            after_rule=block.after_rule,
        )


_ALL_REPAIRS = 15


class Document(Handle):
    """A report, once read: read_document() makes one. It does not change."""

    __slots__ = ("_blocks", "_furniture")

    def __init__(
        self,
        blocks: Iterable[Block | str],
        language: str,
        *,
        id: str = "",
        segmented: bool = False,
    ) -> None:
        """A document of the program's own blocks; a str is a paragraph.

        id: name used in occurrences. segmented: each block is one segment.
        """
        if isinstance(blocks, str):
            raise TypeError("several blocks are needed, not one str")
        call, made = Call(), out("trujaman_document")
        own = [Block(block) if isinstance(block, str) else block for block in blocks]
        array = call.structs("trujaman_block", own, lambda place, block: block._fill(call, place))
        status = lib.trujaman_document_new(
            call.text(id), call.text(language), array, len(own), segmented, made
        )
        self._take(call.made(status, made, "document_free"))

    def _take(self, pointer: CData) -> None:
        super().__init__(pointer)
        self._blocks: tuple[Block, ...] | None = None
        self._furniture: tuple[Block, ...] | None = None

    @classmethod
    def _of(cls, pointer: CData) -> Self:
        document = cls.__new__(cls)
        document._take(pointer)
        return document

    def _about(self) -> CData:
        return lib.trujaman_document_about(self._open())

    @property
    def id(self) -> str:
        """Stable name used in occurrences, normally that of the file."""
        return to_str(self._about().id)

    @property
    def language(self) -> str:
        """BCP 47 tag."""
        return to_str(self._about().language)

    @property
    def segmented(self) -> bool:
        """Whether the file itself says where segments are: each block is one."""
        return bool(self._about().segmented)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its blocks, in reading order."""
        if self._blocks is None:
            get, count = lib.trujaman_document_block, self._about().blocks
            self._blocks = tuple(Block._from_c(get(self._open(), i)) for i in range(count))
        return self._blocks

    @property
    def furniture(self) -> tuple[Block, ...]:
        """Running headers and footers, which are in no segment."""
        if self._furniture is None:
            get, count = lib.trujaman_document_furniture, self._about().furniture
            self._furniture = tuple(Block._from_c(get(self._open(), i)) for i in range(count))
        return self._furniture

    @property
    def text(self) -> str:
        """The texts of its blocks, an empty line between two."""
        return "\n\n".join(block.text for block in self.blocks)


def document_options(
    call: Call, encoding: str | None, on_diagnostic: OnDiagnostic | None
) -> CData:
    """Options of reading a document."""
    options = call.options("trujaman_document_options")
    options.encoding = call.optional(encoding)
    options.on_diagnostic = sink(call, on_diagnostic)
    return options


def read_document(
    source: Source,
    language: str | None = None,
    *,
    name: str | None = None,
    encoding: str | None = None,
    on_diagnostic: OnDiagnostic | None = None,
) -> Document:
    """Reads a report: DOCX, ODT, HTML, Markdown, PDF (which needs poppler's pdftotext) or plain
    text; or the texts of one language in a file of segments (XLIFF, po, TSV, CSV, SRT, WebVTT). The
    format is chosen by content, then by the ending of the name.

    language: of the text; None: it is detected (Spanish, English, French), and of files in several
    languages the source's texts are meant. name: of what is no file. encoding: IANA name; None: by
    BOM, declaration, UTF-8, detection. on_diagnostic: hears of what was skipped or mended.

    Raises MalformedError when it is empty or no text, UnsupportedError for a format that is not
    read, InvalidArgumentError when the language cannot be told, or a file of segments has no text
    in it.
    """
    call, made = Call(), out("trujaman_document")
    options = document_options(call, encoding, on_diagnostic)
    status = lib.trujaman_document_read(
        input_of(call, source, name), call.optional(language), options, made
    )
    return Document._of(call.made(status, made, "document_free"))
