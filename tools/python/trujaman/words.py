"""Which words of a unit render which."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trujaman._call import Call, Handle, out
from trujaman._library import ffi, lib
from trujaman._text import Places, Span
from trujaman._unit import list_of
from trujaman.unit import Unit

__all__ = ["Counterpart", "WordAligner", "WordLink"]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The part of a target text that a part of its source corresponds to."""

    span: Span
    """The part of the target, in whole words."""
    confidence: float
    """How much of both parts is accounted for by the other, in [0, 1]."""


@dataclass(frozen=True, slots=True)
class WordLink:
    """Words that may render each other."""

    source: Span
    """Of the source text."""
    target: Span
    """Of the target text."""
    probability: float
    """In (0, 1]."""


class WordAligner(Handle):
    """Aligns words within units, as units like them teach it. Any number of threads may use one."""

    __slots__ = ()

    def __init__(self, source: str, target: str, examples: Iterable[Unit]) -> None:
        """source, target: languages. examples: units to learn from, some dozens that share words
        with the texts."""
        call, made = Call(), out("trujaman_word_aligner")
        status = lib.trujaman_word_aligner_new(
            call.text(source), call.text(target), list_of(examples), made
        )
        super().__init__(call.made(status, made, "word_aligner_free"))

    def counterpart(self, source: str, part: tuple[int, int], target: str) -> Counterpart | None:
        """The part of a target text that a part of its source text, [begin, end), corresponds to;
        None when no word of it is rendered there."""
        call = Call()
        of_source, of_target = Places(source), Places(target)
        found, span = ffi.new("bool*"), ffi.new("trujaman_span*")
        confidence = ffi.new("double*")
        begin, end = map(of_source.to_bytes, part)
        status = lib.trujaman_word_counterpart(
            self._open(), call.bytes(of_source.encoded), {"begin": begin, "end": end},
            call.bytes(of_target.encoded), found, span, confidence,
        )
        call.check(status)
        return Counterpart(of_target.span(span), confidence[0]) if found[0] else None

    def links(self, source: str, target: str, *, least: float = 0.05) -> list[WordLink]:
        """Every word of a text with every word of its translation by which it may be rendered, in
        the order of the source's words, then the target's. least: less probable ones are left
        out."""
        call, found = Call(), out("trujaman_word_links")
        of_source, of_target = Places(source), Places(target)
        status = lib.trujaman_word_links_find(
            self._open(), call.bytes(of_source.encoded), call.bytes(of_target.encoded), least, found
        )
        links = call.made(status, found, "word_links_free")
        return [
            WordLink(of_source.span(link.source), of_target.span(link.target), link.probability)
            for link in (links.items[i] for i in range(links.count))
        ]
