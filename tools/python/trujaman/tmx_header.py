"""What a TMX file says of itself."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trujaman._call import Call
from trujaman._library import CData, text
from trujaman._record import Record, make_tuples
from trujaman._unit import fill_history, history_from_c, properties_from_c, properties_to_c
from trujaman.unit import History, Property

__all__ = ["TmxCharacter", "TmxEncoding", "TmxHeader", "TmxText"]


@dataclass(frozen=True, slots=True, repr=False)
class TmxText(Record):
    """A note or prop of a TMX header."""

    text: str
    """What it says."""
    type: str = ""
    """Of a prop; "" for a note."""
    language: str = ""
    """`xml:lang`, or ""."""
    original_encoding: str = ""
    """`o-encoding`, or ""."""


@dataclass(frozen=True, slots=True, repr=False)
class TmxCharacter(Record):
    """A character of a user-defined encoding (TMX `<map>`)."""

    unicode: str
    """"#xF8FF" """
    code: str = ""
    """Its value in the encoding: "#xF0"."""
    entity: str = ""
    """`ent`"""
    substitute: str = ""
    """`subst`"""


@dataclass(frozen=True, slots=True)
class TmxEncoding:
    """A user-defined encoding (TMX `<ude>`)."""

    name: str
    """Of the encoding."""
    base: str = ""
    """The encoding that it changes, or ""."""
    characters: Sequence[TmxCharacter] = ()
    """What it changes."""

    def __post_init__(self) -> None:
        make_tuples(self, "characters")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TmxHeader(Record):
    """What a TMX file says of itself. What is None when it is written gets the value that our own
    files have ("trujaman", "sentence", "en", …)."""

    source_language: str | None = None
    """`srclang`; "und" is "*all*"."""
    creation_tool: str | None = None
    """`creationtool`"""
    creation_tool_version: str | None = None
    """`creationtoolversion`"""
    segment_type: str | None = None
    """`segtype`"""
    original_format: str | None = None
    """`o-tmf`"""
    admin_language: str | None = None
    """`adminlang`"""
    data_type: str | None = None
    """`datatype`"""
    original_encoding: str | None = None
    """`o-encoding`"""
    history: History = History()
    """Who made and changed the file, and when."""
    notes: Sequence[TmxText] = ()
    """Its notes."""
    properties: Sequence[TmxText] = ()
    """Its props."""
    encodings: Sequence[TmxEncoding] = ()
    """Its encodings."""
    attributes: Sequence[Property | tuple[str, str]] = ()
    """Further XML attributes."""

    def __post_init__(self) -> None:
        make_tuples(self, "notes", "properties", "encodings", "attributes")


_TEXTS = (
    "source_language", "creation_tool", "creation_tool_version", "segment_type", "original_format",
    "admin_language", "data_type", "original_encoding",
)


def header_to_c(call: Call, header: TmxHeader) -> CData:
    """A header as C has it."""
    struct = call.new("trujaman_tmx_header*")
    for name in _TEXTS:
        setattr(struct, name, call.optional(getattr(header, name)))
    fill_history(call, struct.history, header.history)

    def fill_text(place: CData, said: TmxText) -> None:
        place.type = call.text(said.type)
        place.text = call.text(said.text)
        place.language = call.text(said.language)
        place.original_encoding = call.text(said.original_encoding)

    def fill_character(place: CData, character: TmxCharacter) -> None:
        place.unicode = call.text(character.unicode)
        place.code = call.text(character.code)
        place.entity = call.text(character.entity)
        place.substitute = call.text(character.substitute)

    def fill_encoding(place: CData, encoding: TmxEncoding) -> None:
        place.name = call.text(encoding.name)
        place.base = call.text(encoding.base)
        place.characters = call.structs(
            "trujaman_tmx_character", encoding.characters, fill_character
        )
        place.character_count = len(encoding.characters)

    struct.notes = call.structs("trujaman_tmx_text", header.notes, fill_text)
    struct.note_count = len(header.notes)
    struct.properties = call.structs("trujaman_tmx_text", header.properties, fill_text)
    struct.property_count = len(header.properties)
    struct.encodings = call.structs("trujaman_tmx_encoding", header.encodings, fill_encoding)
    struct.encoding_count = len(header.encodings)
    struct.attributes, struct.attribute_count = properties_to_c(call, header.attributes)
    return struct


def _text_from_c(said: CData) -> TmxText:
    return TmxText(
        text(said.text), text(said.type), text(said.language), text(said.original_encoding)
    )


def _encoding_from_c(encoding: CData) -> TmxEncoding:
    characters = (encoding.characters[i] for i in range(encoding.character_count))
    return TmxEncoding(
        text(encoding.name),
        text(encoding.base),
        tuple(
            TmxCharacter(text(c.unicode), text(c.code), text(c.entity), text(c.substitute))
            for c in characters
        ),
    )


def header_from_c(struct: CData) -> TmxHeader:
    """A header that the library gave."""
    return TmxHeader(
        **{name: text(getattr(struct, name)) for name in _TEXTS},
        history=history_from_c(struct.history),
        notes=tuple(_text_from_c(struct.notes[i]) for i in range(struct.note_count)),
        properties=tuple(_text_from_c(struct.properties[i]) for i in range(struct.property_count)),
        encodings=tuple(
            _encoding_from_c(struct.encodings[i]) for i in range(struct.encoding_count)
        ),
        attributes=properties_from_c(struct.attributes, struct.attribute_count),
    )
