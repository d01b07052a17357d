"""Sets of units of any size: one made of several, the difference of two, a pool on disk."""
from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import overload

from trujaman._call import Call, Handle, out
from trujaman._choice import Choice
from trujaman._io import path_bytes
from trujaman._library import CData, ffi, lib, text
from trujaman._stream import pull
from trujaman._unit import to_time, unit_from_c
from trujaman.diagnostics import Location, location_of
from trujaman.unit import Unit, to_c

__all__ = [
    "Alternative", "Change", "Conflict", "UnitDiffer", "UnitDifference", "UnitMerger", "UnitPool",
    "diff_units", "merge_units",
]


def _folder(call: Call, folder: str | os.PathLike[str] | None) -> CData:
    return ffi.NULL if folder is None else call.bytes(path_bytes(folder))


class UnitPool(Handle, Sequence[Unit]):
    """Units in a temporary file: a sequence of as many as the disk holds, that grows at its end."""

    __slots__ = ()

    def __init__(self, units: Iterable[Unit] = (), *, folder: str | os.PathLike[str] | None = None):
        """folder: where its file is; None: the system's folder for temporary files. A pool of less
        than 4 MB has none.

        Raises IoError when the file cannot be made, or the disk is full.
        """
        call, made = Call(), out("trujaman_pool")
        status = lib.trujaman_pool_new(_folder(call, folder), made)
        super().__init__(call.made(status, made, "pool_free"))
        for unit in units:
            self.append(unit)

    def append(self, unit: Unit, where: Location | None = None) -> None:
        """Keeps a unit, and where it came from. Raises IoError when the disk is full."""
        call = Call()
        with self._alone():
            status = lib.trujaman_pool_add(
                self._open(), to_c(call, unit), location_of(call, where)
            )
        call.check(status)

    def __len__(self) -> int:
        with self._alone():
            return int(lib.trujaman_pool_size(self._open()))

    @overload
    def __getitem__(self, index: int) -> Unit: ...
    @overload
    def __getitem__(self, index: slice) -> list[Unit]: ...
    def __getitem__(self, index: int | slice) -> Unit | list[Unit]:
        if isinstance(index, slice):
            return [self.located(i)[0] for i in range(*index.indices(len(self)))]
        return self.located(index)[0]

    def located(self, index: int) -> tuple[Unit, Location]:
        """A unit with the place that it came from (source and line)."""
        size = len(self)
        number = index + size if index < 0 else index
        if not 0 <= number < size:
            raise IndexError(f"there is no unit {index} in a pool of {size}")
        call = Call()
        found: list[tuple[Unit, Location]] = []

        def take(unit: CData, where: CData, _user: CData) -> int:
            found.append((unit_from_c(unit), Location._from_c(where)))
            return 1

        callback = call.callback("trujaman_unit_sink", take, 0)
        with self._alone():
            call.check(lib.trujaman_pool_get(self._open(), number, callback, ffi.NULL))
        return found[0]


@dataclass(frozen=True, slots=True)
class Alternative:
    """How one text was translated once."""

    text: str
    """The translation."""
    unit: int
    """Number of the unit, as UnitMerger.units() counts them."""
    where: Location
    """Where it came from."""
    changed: datetime | None
    """When, in UTC; None: not known."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One text that has different translations in one language."""

    source_language: str
    """Of the text."""
    source: str
    """The text."""
    language: str
    """Of the translations."""
    choices: tuple[Alternative, ...]
    """At least two, in the order in which they came."""

    @classmethod
    def _from_c(cls, conflict: CData) -> Conflict:
        choices = (conflict.choices[i] for i in range(conflict.choice_count))
        return cls(
            text(conflict.source_language),
            text(conflict.source),
            text(conflict.language),
            tuple(
                Alternative(
                    text(c.text), c.unit, Location._from_c(c.where), to_time(c.changed)
                )
                for c in choices
            ),
        )


class UnitMerger(Handle):
    """Makes one set of units of several: equal ones become one, as a memory merges them.

    Keeps them in a temporary file, and 100 to 150 bytes of each in main memory.
    """

    __slots__ = ()

    def __init__(
        self, *, newest_only: bool = False, folder: str | os.PathLike[str] | None = None
    ) -> None:
        """newest_only: of different translations of one text, only the one changed last is kept.
        folder: for the temporary file; None: the system's."""
        call, made = Call(), out("trujaman_merger")
        options = call.options("trujaman_merge_options")
        options.newest_only = newest_only
        options.folder = _folder(call, folder)
        super().__init__(call.made(lib.trujaman_merger_new(options, made), made, "merger_free"))

    def add(self, unit: Unit, where: Location | None = None) -> bool:
        """Adds a unit; says whether it became one with an earlier one.

        Raises IoError when the disk is full.
        """
        call, merged = Call(), ffi.new("bool*")
        with self._alone():
            status = lib.trujaman_merger_add(
                self._open(), to_c(call, unit), location_of(call, where), merged
            )
            call.check(status)
        return bool(merged[0])

    def units(self) -> Iterator[Unit]:
        """The united units, in the order in which the first of each came."""

        def give(push: Callable[[Unit], bool]) -> None:
            call = Call()
            callback = call.callback(
                "trujaman_unit_sink",
                lambda unit, _where, _user: int(push(unit_from_c(unit))),
                0,
            )
            with self._alone():
                call.check(lib.trujaman_merger_units(self._open(), callback, ffi.NULL))

        return pull(give)

    def conflicts(self) -> Iterator[Conflict]:
        """The texts that have different translations, in the order of their first units."""

        def give(push: Callable[[Conflict], bool]) -> None:
            call = Call()
            callback = call.callback(
                "trujaman_conflict_sink",
                lambda conflict, _user: int(push(Conflict._from_c(conflict))),
                0,
            )
            with self._alone():
                call.check(lib.trujaman_merger_conflicts(self._open(), callback, ffi.NULL))

        return pull(give)


def merge_units(*sets: Iterable[Unit], newest_only: bool = False) -> Iterator[Unit]:
    """One set of units made of several, equal ones united: `merge_units(read_units("a.tmx"),
    read_units("b.tmx"))`. For more than that, see UnitMerger."""
    merger = UnitMerger(newest_only=newest_only)
    for units in sets:
        for unit in units:
            merger.add(unit)
    return merger.units()


class Change(Choice):
    """How something differs between two sets."""

    REMOVED = "removed"
    """Only the first has it."""
    ADDED = "added"
    """Only the second has it."""
    CHANGED = "changed"
    """It is another one in the second."""


@dataclass(frozen=True, slots=True)
class UnitDifference:
    """A unit that only one of two sets has, or that is another one in the second."""

    change: Change
    """Which of these."""
    before: Unit | None
    """None when it was added."""
    after: Unit | None
    """None when it was removed."""
    before_where: Location
    """Where the first stands."""
    after_where: Location
    """Where the second stands."""

    @classmethod
    def _from_c(cls, difference: CData) -> UnitDifference:
        before, after = difference.before, difference.after
        return cls(
            Change._of(difference.change),
            None if before == ffi.NULL else unit_from_c(before),
            None if after == ffi.NULL else unit_from_c(after),
            Location._from_c(difference.before_where),
            Location._from_c(difference.after_where),
        )


class UnitDiffer(Handle):
    """Compares two sets of units. Order does not count, how often a unit stands there does.

    Keeps them in temporary files, and some 70 bytes of each in main memory.
    """

    __slots__ = ()

    def __init__(
        self, *, details: bool = False, folder: str | os.PathLike[str] | None = None
    ) -> None:
        """details: units with the same texts and codes differ, too, where their ids, histories,
        notes, properties, occurrences or confidences do. folder: for the temporary files; None: the
        system's."""
        call, made = Call(), out("trujaman_differ")
        options = call.options("trujaman_diff_options")
        options.details = details
        options.folder = _folder(call, folder)
        super().__init__(call.made(lib.trujaman_differ_new(options, made), made, "differ_free"))

    def add_before(self, unit: Unit, where: Location | None = None) -> None:
        """Adds a unit to the first set; all of them come before any of the second."""
        self._add(lib.TRUJAMAN_FIRST, unit, where)

    def add_after(self, unit: Unit, where: Location | None = None) -> None:
        """Adds a unit to the second set."""
        self._add(lib.TRUJAMAN_SECOND, unit, where)

    def _add(self, side: int, unit: Unit, where: Location | None) -> None:
        call = Call()
        with self._alone():
            status = lib.trujaman_differ_add(
                self._open(), side, to_c(call, unit), location_of(call, where)
            )
            call.check(status)

    def differences(self) -> Iterator[UnitDifference]:
        """What was removed or changed in the order of the first set, then what was added in the
        order of the second. Of units without an equal, those with one id are one unit changed, and
        then those with one source text."""

        def give(push: Callable[[UnitDifference], bool]) -> None:
            call = Call()
            callback = call.callback(
                "trujaman_difference_sink",
                lambda difference, _user: int(push(UnitDifference._from_c(difference))),
                0,
            )
            with self._alone():
                call.check(lib.trujaman_differ_differences(self._open(), callback, ffi.NULL))

        return pull(give)


def diff_units(
    before: Iterable[Unit], after: Iterable[Unit], *, details: bool = False
) -> Iterator[UnitDifference]:
    """What differs between two sets of units: `diff_units(read_units("old.tmx"), read_units(
    "new.tmx"))`. details: not only in texts and codes. See UnitDiffer."""
    differ = UnitDiffer(details=details)
    for unit in before:
        differ.add_before(unit)
    for unit in after:
        differ.add_after(unit)
    return differ.differences()
