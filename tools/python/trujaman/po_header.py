"""What a po file says of itself."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trujaman._call import Call
from trujaman._library import CData, text
from trujaman._record import Record, make_tuples
from trujaman._unit import properties_from_c, properties_to_c, texts_from_c
from trujaman.unit import Property

__all__ = ["PoHeader"]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PoHeader(Record):
    """What a po file says of itself: its entry without a msgid."""

    source_language: str | None = None
    """`X-Source-Language`; "und" where it is not said. Written: None for that of the options."""
    target_language: str | None = None
    """`Language`, likewise."""
    fields: Sequence[Property | tuple[str, str]] = ()
    """All fields in their order; what is missing and needed is added when it is written."""
    notes: Sequence[str] = ()
    """Comments above it."""

    def __post_init__(self) -> None:
        make_tuples(self, "fields", "notes")


def po_header_to_c(call: Call, header: PoHeader) -> CData:
    """A header as C has it."""
    struct = call.new("trujaman_po_header*")
    struct.source_language = call.optional(header.source_language)
    struct.target_language = call.optional(header.target_language)
    struct.fields, struct.field_count = properties_to_c(call, header.fields)
    struct.notes, struct.note_count = call.texts(header.notes)
    return struct


def po_header_from_c(struct: CData) -> PoHeader:
    """A header that the library gave."""
    return PoHeader(
        source_language=text(struct.source_language),
        target_language=text(struct.target_language),
        fields=properties_from_c(struct.fields, struct.field_count),
        notes=texts_from_c(struct.notes, struct.note_count),
    )
