"""Places inside text, inline codes, and what can be asked about texts and language tags."""
from __future__ import annotations

from dataclasses import dataclass

from trujaman._call import Call, out
from trujaman._choice import Choice
from trujaman._library import CData, ffi, lib
from trujaman._library import text as to_str
from trujaman._record import Record
from trujaman._text import Places, Span

__all__ = [
    "Code", "CodeKind", "Span", "TextDifference", "canonical_language", "compare_texts",
    "count_words", "detect_language", "language_matches", "message_language",
    "set_message_language",
]


class CodeKind(Choice):
    """What an inline code is, in the words of TMX 1.4b ("Content markup")."""

    BPT = "bpt"
    """Begin of a pair."""
    EPT = "ept"
    """End of a pair."""
    PH = "ph"
    """Standalone."""
    IT = "it"
    """Half of a pair whose other half is elsewhere."""
    HI_BEGIN = "hi-begin"
    """Begin of a highlighted range."""
    HI_END = "hi-end"
    """End of one."""
    UT = "ut"
    """Unknown."""


@dataclass(frozen=True, slots=True, repr=False)
class Code(Record):
    """Formatting or a variable inside a segment, kept apart from its text."""

    position: int
    """Character of the text before which the code stands."""
    kind: CodeKind
    """What it is."""
    native: str = ""
    """The code in its own format, "<b>" say."""
    pair: int = 0
    """Links both ends of a pair (TMX `i`); 0 for none."""
    id: str = ""
    """Links a code with its twin in the other language (TMX `x`)."""
    type: str = ""
    """"bold", "link", … (TMX `type`)."""
    attributes: str = ""
    """Further attributes, "assoc=p" say, one blank between two."""
    fragment: bool = False
    """native is an XML fragment, not plain text."""

    def _fill(self, call: Call, struct: CData, places: Places) -> None:
        struct.position = places.to_bytes(self.position)
        struct.kind = CodeKind._number(self.kind)
        struct.pair = self.pair
        struct.id = call.text(self.id)
        struct.type = call.text(self.type)
        struct.native = call.text(self.native)
        struct.attributes = call.text(self.attributes)
        struct.fragment = self.fragment

    @classmethod
    def _from_c(cls, code: CData, places: Places) -> Code:
        return cls(
            position=places.to_points(code.position),
            kind=CodeKind._of(code.kind),
            native=to_str(code.native),
            pair=code.pair,
            id=to_str(code.id),
            type=to_str(code.type),
            attributes=to_str(code.attributes),
            fragment=code.fragment,
        )


def codes_to_c(call: Call, codes: tuple[Code, ...], places: Places) -> CData:
    """Codes of a text as an array of trujaman_code."""
    return call.structs(
        "trujaman_code", codes, lambda struct, code: code._fill(call, struct, places)
    )


def codes_from_c(codes: CData, count: int, places: Places) -> tuple[Code, ...]:
    """Codes of a text that the library gave."""
    return tuple(Code._from_c(codes[i], places) for i in range(count))


def detect_language(text: str) -> str:
    """The likeliest of Spanish, English and French for a text: "es", "en" or "fr"; "und" when there
    is too little to tell."""
    call, language = Call(), ffi.new("const char**")
    call.check(lib.trujaman_text_language(call.normal(text), language))
    return to_str(language[0])


def count_words(text: str) -> int:
    """Words of a text, as translation is counted: numbers are words, hyphens part none."""
    call, words = Call(), ffi.new("size_t*")
    call.check(lib.trujaman_text_words(call.normal(text), words))
    return int(words[0])


@dataclass(frozen=True, slots=True)
class TextDifference:
    """The words that two texts do not share, neighbours in one span."""

    before: tuple[Span, ...]
    """In the first text, in order."""
    after: tuple[Span, ...]
    """In the second text, in order."""


def compare_texts(before: str, after: str) -> TextDifference:
    """Compares two texts word by word, marks and numbers being words."""
    call, found = Call(), out("trujaman_text_difference")
    first, second = Places(before), Places(after)
    status = lib.trujaman_text_compare(
        call.bytes(first.encoded), call.bytes(second.encoded), found
    )
    difference = call.made(status, found, "text_difference_free")
    return TextDifference(
        tuple(first.span(difference.before[i]) for i in range(difference.before_count)),
        tuple(second.span(difference.after[i]) for i in range(difference.after_count)),
    )


def canonical_language(tag: str) -> str:
    """A language tag as the library writes it: "ES_ar" becomes "es-AR".

    Raises InvalidArgumentError for what is no well-formed BCP 47 tag.
    """
    call, canonical = Call(), ffi.new("const char**")
    call.check(lib.trujaman_language_canonical(call.text(tag), canonical))
    return to_str(canonical[0])


def language_matches(tag: str, range: str) -> bool:
    """Whether a language falls under another: "es-AR" under "es", but not under "es-ES"."""
    call, matches = Call(), ffi.new("bool*")
    call.check(lib.trujaman_language_matches(call.text(tag), call.text(range), matches))
    return bool(matches[0])


def set_message_language(language: str) -> None:
    """Sets the language of all messages of errors, diagnostics and findings that are made from now
    on, in the whole process: English at the start, Spanish ("es") or French ("fr").
    """
    call = Call()
    call.check(lib.trujaman_set_message_language(call.text(language)))


def message_language() -> str:
    """The language that messages come in: "en", "es" or "fr"."""
    call, language = Call(), ffi.new("const char**")
    call.check(lib.trujaman_message_language(language))
    return to_str(language[0])
