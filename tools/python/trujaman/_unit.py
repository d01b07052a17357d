"""Units on their way to C and back."""
from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from trujaman._call import Call, out
from trujaman._library import CData, ffi, lib, text
from trujaman._text import Places
from trujaman.text import codes_from_c, codes_to_c
from trujaman.unit import History, Occurrence, Property, Unit, Variant

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NO_HISTORY = History()


def to_time(seconds: int) -> datetime | None:
    """A time of C; None for 0, and for what no calendar holds."""
    if not seconds:
        return None
    try:
        return _EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return None


def from_time(time: datetime | None) -> int:
    """A time as C has it. Raises ValueError for one without a time zone: whose noon would it be?"""
    if time is None:
        return 0
    if time.tzinfo is None:
        raise ValueError(f"the time {time} has no time zone")
    return (time - _EPOCH) // timedelta(seconds=1)


def properties_to_c(call: Call, properties: Iterable[tuple[str, str]]) -> tuple[CData, int]:
    """Properties as an array and its length."""
    pairs = [
        {"type": call.text(kind), "value": call.text(value)} for kind, value in properties
    ]
    if not pairs:
        return ffi.NULL, 0
    return call.new("trujaman_property[]", pairs), len(pairs)


def properties_from_c(properties: CData, count: int) -> tuple[Property, ...]:
    """Properties that the library gave."""
    return tuple(
        Property(text(properties[i].type), text(properties[i].value)) for i in range(count)
    )


def texts_from_c(texts: CData, count: int) -> tuple[str, ...]:
    """Texts that the library gave."""
    return tuple(text(texts[i]) for i in range(count))


def fill_history(call: Call, struct: CData, history: History) -> None:
    """Writes a history into a trujaman_history."""
    if history is _NO_HISTORY:
        return
    struct.created = from_time(history.created)
    struct.changed = from_time(history.changed)
    struct.last_used = from_time(history.last_used)
    struct.creator = call.text(history.creator)
    struct.changer = call.text(history.changer)
    if history.usage_count is not None:
        struct.usage_count = history.usage_count
        struct.has_usage_count = True


def history_from_c(struct: CData) -> History:
    """A history that the library gave."""
    history = History(
        to_time(struct.created),
        to_time(struct.changed),
        to_time(struct.last_used),
        text(struct.creator),
        text(struct.changer),
        struct.usage_count if struct.has_usage_count else None,
    )
    return _NO_HISTORY if history == _NO_HISTORY else history


def fill_variant(call: Call, struct: CData, variant: Variant) -> None:
    """Writes a variant into a trujaman_variant."""
    places = Places(variant.text)
    struct.language = call.text(variant.language)
    struct.text = call.bytes(places.encoded)
    struct.codes = codes_to_c(call, tuple(variant.codes), places)
    struct.code_count = len(variant.codes)
    fill_history(call, struct.history, variant.history)
    struct.properties, struct.property_count = properties_to_c(call, variant.properties)
    struct.attributes, struct.attribute_count = properties_to_c(call, variant.attributes)
    struct.notes, struct.note_count = call.texts(variant.notes)


def variant_from_c(struct: CData) -> Variant:
    """A variant that the library gave."""
    content = text(struct.text)
    return Variant(
        language=text(struct.language),
        text=content,
        codes=codes_from_c(struct.codes, struct.code_count, Places(content))
        if struct.code_count
        else (),
        history=history_from_c(struct.history),
        properties=properties_from_c(struct.properties, struct.property_count),
        attributes=properties_from_c(struct.attributes, struct.attribute_count),
        notes=texts_from_c(struct.notes, struct.note_count),
    )


def occurrences_from_c(occurrences: CData, count: int) -> tuple[Occurrence, ...]:
    """Occurrences that the library gave."""
    return tuple(
        Occurrence(text(occurrences[i].document), occurrences[i].position) for i in range(count)
    )


def fill_unit(call: Call, struct: CData, unit: Unit) -> None:
    """Writes a unit into a trujaman_unit."""
    struct.id = call.text(unit.id)
    struct.source_language = call.text(unit.source_language)
    struct.variants = call.structs(
        "trujaman_variant", unit.variants, lambda place, value: fill_variant(call, place, value)
    )
    struct.variant_count = len(unit.variants)
    struct.occurrences = call.structs(
        "trujaman_occurrence",
        unit.occurrences,
        lambda place, value: _fill_occurrence(call, place, value),
    )
    struct.occurrence_count = len(unit.occurrences)
    struct.confidence = unit.confidence
    fill_history(call, struct.history, unit.history)
    struct.properties, struct.property_count = properties_to_c(call, unit.properties)
    struct.attributes, struct.attribute_count = properties_to_c(call, unit.attributes)
    struct.notes, struct.note_count = call.texts(unit.notes)


def _fill_occurrence(call: Call, struct: CData, occurrence: Occurrence) -> None:
    struct.document = call.text(occurrence.document)
    struct.position = occurrence.position


def unit_from_c(struct: CData) -> Unit:
    """A unit that the library gave."""
    return Unit(
        variants=tuple(variant_from_c(struct.variants[i]) for i in range(struct.variant_count)),
        id=text(struct.id),
        source_language=text(struct.source_language),
        occurrences=occurrences_from_c(struct.occurrences, struct.occurrence_count),
        confidence=struct.confidence,
        history=history_from_c(struct.history),
        properties=properties_from_c(struct.properties, struct.property_count),
        attributes=properties_from_c(struct.attributes, struct.attribute_count),
        notes=texts_from_c(struct.notes, struct.note_count),
    )


def list_of(units: Iterable[Unit]) -> CData:
    """Units as a trujaman_units of their own."""
    call, made = Call(), out("trujaman_units")
    new = call.made(lib.trujaman_units_new(made), made, "units_free")
    for unit in units:
        # What C needs of a unit is forgotten with its call: the list has a copy.
        one = Call()
        struct = one.new("trujaman_unit*")
        fill_unit(one, struct, unit)
        one.check(lib.trujaman_units_add(new, struct, 1))
    return new
