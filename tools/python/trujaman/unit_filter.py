"""Which units are wanted."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from trujaman._call import Call, Handle, out
from trujaman._library import CData, ffi, lib
from trujaman._record import Record, make_tuples
from trujaman._unit import from_time
from trujaman.unit import Unit, to_c

__all__ = ["Selector", "UnitFilter"]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class UnitFilter(Record):
    """Which units are wanted. What is not said does not restrict."""

    languages: Sequence[str] = ()
    """Units that have text in each of these."""
    document: str | None = None
    """Units that occur in this document."""
    since: datetime | None = None
    """Units last changed or made from this time on; it has a time zone. A unit without any date is
    neither since nor before."""
    before: datetime | None = None
    """… and those before this time."""
    property: tuple[str, str] | None = None
    """Units that have this property (type, value), themselves or in a variant; the value may be
    empty."""
    min_confidence: float = 0.0
    """Units as certain as this, in [0, 1]."""
    max_confidence: float = 1.0
    """… and not more certain than this."""
    source_matches: str | None = None
    """Units whose source this regular expression of ICU finds."""
    target_matches: str | None = None
    """… or one of whose targets."""
    source: str | None = None
    """What is the source for these; None: the unit's."""
    invert: bool = False
    """The other units."""

    def __post_init__(self) -> None:
        make_tuples(self, "languages")

    def select(self, units: Iterable[Unit]) -> Iterator[Unit]:
        """Those of the units that are wanted.

        Raises InvalidArgumentError, here and now, for a pattern that is not well-formed.
        """
        selector = Selector(self)
        return (unit for unit in units if selector.wants(unit))


def filter_to_c(call: Call, wanted: UnitFilter | None) -> CData:
    """A filter as C has it; NULL for None."""
    if wanted is None:
        return ffi.NULL
    struct = call.options("trujaman_unit_filter")
    struct.languages, struct.language_count = call.texts(wanted.languages)
    struct.document = call.optional(wanted.document)
    struct.since = from_time(wanted.since)
    struct.before = from_time(wanted.before)
    if wanted.property is not None:
        struct.property_type = call.text(wanted.property[0])
        struct.property_value = call.text(wanted.property[1])
    struct.min_confidence = wanted.min_confidence
    struct.max_confidence = wanted.max_confidence
    struct.source_matches = call.optional(wanted.source_matches)
    struct.target_matches = call.optional(wanted.target_matches)
    struct.source = call.optional(wanted.source)
    struct.invert = wanted.invert
    return struct


class Selector(Handle):
    """Tells the wanted units from the others. Any number of threads may use one."""

    __slots__ = ()

    def __init__(self, wanted: UnitFilter | None = None) -> None:
        """Raises InvalidArgumentError for a pattern that is not well-formed."""
        call, made = Call(), out("trujaman_selector")
        status = lib.trujaman_selector_new(filter_to_c(call, wanted), made)
        super().__init__(call.made(status, made, "selector_free"))

    def wants(self, unit: Unit) -> bool:
        """Whether a unit is wanted.

        Raises InvalidArgumentError when a pattern takes too long.
        """
        call, wanted = Call(), ffi.new("bool*")
        call.check(lib.trujaman_selector_wants(self._open(), to_c(call, unit), wanted))
        return bool(wanted[0])
