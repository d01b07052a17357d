"""Translation units: equivalent texts in two or more languages, and what is known about them."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, NamedTuple

from trujaman._call import Call, items, out
from trujaman._choice import Choice
from trujaman._library import CData, ffi, lib
from trujaman._record import Record, make_tuples
from trujaman.text import Code

__all__ = ["History", "Occurrence", "Property", "Relation", "Unit", "Variant"]


class Property(NamedTuple):
    """A named value (TMX `<prop type="…">`)."""

    type: str
    """Its name."""
    value: str
    """Its value."""


@dataclass(frozen=True, slots=True, repr=False)
class History(Record):
    """Who made and changed a record, and when. Times have a time zone; those that the library gives
    are in UTC, to the second."""

    created: datetime | None = None
    """TMX `creationdate`."""
    changed: datetime | None = None
    """TMX `changedate`."""
    last_used: datetime | None = None
    """TMX `lastusagedate`."""
    creator: str = ""
    """TMX `creationid`."""
    changer: str = ""
    """TMX `changeid`."""
    usage_count: int | None = None
    """TMX `usagecount`."""


_NO_HISTORY = History()


@dataclass(frozen=True, slots=True, repr=False)
class Variant(Record):
    """Text of a unit in one language (TMX `<tuv>`)."""

    language: str
    """BCP 47 tag."""
    text: str
    """Without inline codes."""
    codes: Sequence[Code] = ()
    """Inline codes, in the order in which they stand."""
    history: History = _NO_HISTORY
    """Who made and changed it, and when."""
    properties: Sequence[Property | tuple[str, str]] = ()
    """In order; one type may stand several times."""
    attributes: Sequence[Property | tuple[str, str]] = ()
    """Further XML attributes, kept for round trips."""
    notes: Sequence[str] = ()
    """Notes about this text."""

    def __post_init__(self) -> None:
        make_tuples(self, "codes", "properties", "attributes", "notes")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a unit stands in an aligned document."""

    document: str
    """Name of the source document."""
    position: int
    """Number of its bead there, from 0; neighbours are ± 1."""


class Relation(Choice):
    """How a stored unit stands to another one."""

    NONE = "none"
    """The sources differ, or the ids do."""
    HOLDS = "holds"
    """It has all variants of the other, and perhaps more."""
    CONTRADICTS = "contradicts"
    """In a language that both have, translations differ."""
    EQUAL = "equal"
    """The same variants (language, text, codes), in any order, and ids that do not differ."""


@dataclass(frozen=True, slots=True, repr=False)
class Unit(Record):
    """Equivalent texts in two or more languages (TMX `<tu>`)."""

    variants: Sequence[Variant]
    """Its texts, one or more a language."""
    id: str = ""
    """TMX `tuid`; "" when there is none."""
    source_language: str = "und"
    """What was translated from; "und" for any."""
    occurrences: Sequence[Occurrence] = ()
    """Where it stands in documents, if that is known."""
    confidence: float = 1.0
    """The aligner's, a probability in (0, 1]; 1 for human work."""
    history: History = _NO_HISTORY
    """Who made and changed it, and when."""
    properties: Sequence[Property | tuple[str, str]] = ()
    """In order; one type may stand several times."""
    attributes: Sequence[Property | tuple[str, str]] = ()
    """Further XML attributes, kept for round trips."""
    notes: Sequence[str] = ()
    """Notes about the unit."""

    def __post_init__(self) -> None:
        make_tuples(self, "variants", "occurrences", "properties", "attributes", "notes")

    @classmethod
    def of(cls, texts: Mapping[str, str], **rest: Any) -> Unit:
        """A unit of plain texts by language, `Unit.of({"es": "Hola.", "en": "Hello."})`; the
        source's first. `rest` are further members."""
        return cls([Variant(language, text) for language, text in texts.items()], **rest)

    def find(self, language: str) -> Variant | None:
        """The first variant in a language, "es" being "es-AR", too; None when there is none."""
        return self._variant("find", language)

    def text(self, language: str) -> str | None:
        """The text in a language, as find() finds it."""
        variant = self.find(language)
        return None if variant is None else variant.text

    def source(self, language: str = "und") -> Variant | None:
        """The variant that the others are translations of: the first in `language`; where that is
        undetermined, in the unit's own source language, else the first of all."""
        return self._variant("source", language)

    def _variant(self, how: str, language: str) -> Variant | None:
        call, found = Call(), ffi.new("const trujaman_variant**")
        unit = to_c(call, self)
        search = getattr(lib, f"trujaman_unit_{how}")
        call.check(search(unit, call.text(language), found))
        if found[0] == ffi.NULL:
            return None
        return self.variants[int(found[0] - unit.variants)]

    @property
    def last_change(self) -> datetime | None:
        """When it was last changed, or made: the latest that it or its variants say."""
        from trujaman._unit import to_time

        call, time = Call(), ffi.new("int64_t*")
        call.check(lib.trujaman_unit_last_change(to_c(call, self), time))
        return to_time(time[0])

    @property
    def fingerprint(self) -> int:
        """A number that equal units share, whatever the order of their variants; others may have it
        by chance."""
        call, number = Call(), ffi.new("int64_t*")
        call.check(lib.trujaman_unit_fingerprint(to_c(call, self), number))
        return int(number[0])

    def relation_to(self, other: Unit) -> Relation:
        """How this unit, if a memory had it, would stand to another one."""
        call, relation = Call(), ffi.new("trujaman_unit_relation*")
        call.check(lib.trujaman_unit_relate(to_c(call, self), to_c(call, other), relation))
        return Relation._of(relation[0])

    def united_with(self, other: Unit, how: Literal["merge", "inherit"] = "merge") -> Unit:
        """One unit of two.

        "merge": they are equal; occurrences, properties, attributes and notes are added up, the
        earliest time of creation, the latest of change and use, the higher confidence and usage
        count stay. "inherit": this one replaces the other, and takes over what it does not
        contradict.
        """
        call, united = Call(), out("trujaman_units")
        number = {"merge": lib.TRUJAMAN_UNION_MERGE, "inherit": lib.TRUJAMAN_UNION_INHERIT}[how]
        status = lib.trujaman_unit_unite(to_c(call, self), to_c(call, other), number, united)
        (unit,) = from_list(call.made(status, united, "units_free"))
        return unit


def to_c(call: Call, unit: Unit) -> CData:
    """A unit as C has it, alive as long as the call."""
    from trujaman._unit import fill_unit

    struct = call.new("trujaman_unit*")
    fill_unit(call, struct, unit)
    return struct


def from_list(units: CData) -> list[Unit]:
    """The units of a trujaman_units."""
    from trujaman._unit import unit_from_c

    return [unit_from_c(unit) for unit in items("units", units)]
