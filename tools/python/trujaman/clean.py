"""Translation units → which of them are of no use, why, and what is to be done about each."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trujaman import _rules
from trujaman._call import Call, Handle, out
from trujaman._library import CData, lib, text
from trujaman._unit import texts_from_c
from trujaman.unit import Unit, from_list, to_c

__all__ = ["Cleaner", "Remedies", "Remedy", "clean_rules", "clean_units"]


def clean_rules() -> dict[str, str]:
    """The names of all rules ("empty", "near-duplicate", …), each with what it takes out, in
    English."""
    return _rules.described("clean")


@dataclass(frozen=True, slots=True)
class Remedy:
    """What is to be done about one unit."""

    unit: int
    """As it was given to Cleaner.add()."""
    rule: str
    """Which rule found it: one of clean_rules()."""
    kept: int | None
    """The unit that stays in its place, of duplicates; else None."""
    reason: str
    """In English, with the words."""
    languages: tuple[str, ...]
    """Variants to take out; none: the whole unit."""


class Remedies(Handle):
    """What is to be done about the units of a Cleaner, by their numbers."""

    __slots__ = ("_numbers", "_remedies")

    @classmethod
    def _of(cls, pointer: CData) -> Remedies:
        remedies = cls._adopt(pointer)
        names = list(clean_rules())
        found = []
        for index in range(lib.trujaman_remedies_size(pointer)):
            struct = lib.trujaman_remedies_at(pointer, index)
            remedy = Remedy(
                unit=struct.unit,
                rule=names[struct.rule],
                kept=struct.kept if struct.has_kept else None,
                reason=text(struct.reason),
                languages=texts_from_c(struct.languages, struct.language_count),
            )
            found.append(remedy)
        remedies._remedies = tuple(found)
        remedies._numbers = {remedy.unit: index for index, remedy in enumerate(found)}
        return remedies

    _remedies: tuple[Remedy, ...]
    _numbers: dict[int, int]

    @property
    def all(self) -> tuple[Remedy, ...]:
        """The remedies, by number of the unit."""
        return self._remedies

    def get(self, number: int) -> Remedy | None:
        """The remedy for a unit; None when nothing is to be done about it."""
        index = self._numbers.get(number)
        return None if index is None else self._remedies[index]

    def apply(self, number: int, unit: Unit) -> Unit | None:
        """What is left of a unit that was given to the cleaner with this number: all of it, the
        unit without some of its variants, or None."""
        index = self._numbers.get(number)
        if index is None:
            return unit
        call, mended = Call(), out("trujaman_units")
        status = lib.trujaman_remedies_apply(self._open(), index, to_c(call, unit), mended)
        units = from_list(call.made(status, mended, "units_free"))
        return units[0] if units else None


class Cleaner(Handle):
    """Finds what is to be taken out of a set of units. Keeps some 200 bytes a unit."""

    __slots__ = ()

    def __init__(self, *, disabled: Iterable[str] = ()) -> None:
        """disabled: rules that are not applied, by name."""
        call, made = Call(), out("trujaman_cleaner")
        options = call.options("trujaman_clean_options")
        options.disabled = _rules.bits("clean", disabled)
        super().__init__(call.made(lib.trujaman_cleaner_new(options, made), made, "cleaner_free"))

    def add(self, number: int, unit: Unit) -> None:
        """Looks at a unit. number: how the caller knows it, its row say; no two have the same."""
        call = Call()
        with self._alone():
            call.check(lib.trujaman_cleaner_add(self._open(), number, to_c(call, unit)))

    def remedies(self) -> Remedies:
        """What is to be done about the units so far: one remedy a unit, by the first rule that
        finds something."""
        call, found = Call(), out("trujaman_remedies")
        with self._alone():
            status = lib.trujaman_cleaner_remedies(self._open(), found)
            return Remedies._of(call.made(status, found, "remedies_free"))


def clean_units(
    units: Iterable[Unit], *, disabled: Iterable[str] = ()
) -> tuple[list[Unit], tuple[Remedy, ...]]:
    """The units that are of use, mended where that is enough, and what was done about the others,
    by number of the unit. disabled: rules that are not applied, by name."""
    cleaner, all_units = Cleaner(disabled=disabled), list(units)
    for number, unit in enumerate(all_units):
        cleaner.add(number, unit)
    remedies = cleaner.remedies()
    mended = (remedies.apply(number, unit) for number, unit in enumerate(all_units))
    return [unit for unit in mended if unit is not None], remedies.all
