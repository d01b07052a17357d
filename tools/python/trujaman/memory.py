"""The translation memory: one SQLite file."""
from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, Self, TypeAlias

from trujaman._call import Call, out
from trujaman._choice import number_of
from trujaman._io import path_bytes
from trujaman._library import CData, ffi, lib, text
from trujaman._stream import pull
from trujaman._unit import list_of, unit_from_c
from trujaman.concept import Concept, concepts_from_list
from trujaman.lookup import Lookups
from trujaman.memory_files import MemoryFiles
from trujaman.unit import Unit, from_list, to_c
from trujaman.unit_filter import UnitFilter, filter_to_c
from trujaman.writer import AddSummary, OnConflict, Transaction, add_options

__all__ = ["Memory", "Statistics"]

Mode: TypeAlias = Literal["read", "write", "create"]
"""How a memory is opened: "read": the file must exist, nothing is written to it; "write": it must
exist; "create": it is made when it is missing."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a memory holds."""

    units: int
    """How many units."""
    documents: int
    """How many documents they occur in."""
    concepts: int
    """How many concepts."""
    languages: Mapping[str, int]
    """How many texts there are in each language."""
    bytes: int
    """Size of the file; 0 without one."""
    schema_version: int
    """Version of the file's format."""


class Memory(Lookups, MemoryFiles):
    """A translation memory: one SQLite file, or main memory.

        with Memory.open("my.tm", mode="create") as memory:
            memory.add([Unit.of({"es": "Hola.", "en": "Hello."})])
            for match in memory.lookup("Hola", "es", "en"):
                print(match.score, match.target.text)

    Any number of threads may use one at once, and several processes one file; one writes at a time,
    others read meanwhile. Every method may raise StorageError, when the file is damaged or the disk
    is full, and those that write BusyError, when another one is writing. What methods give is
    whole, and stays when the memory is closed.
    """

    __slots__ = ()

    def __init__(self, *_arguments: object) -> None:
        raise TypeError("a memory is opened by Memory.open(), or made by Memory.in_memory()")

    @classmethod
    def open(cls, path: str | os.PathLike[str], mode: Mode = "read") -> Self:
        """Opens a memory: "read" and "write" want a file that is there, "create" makes it when it
        is missing.

        Raises IoError when the file is missing or cannot be opened, StorageError when it is no
        memory, is damaged or was written by a newer version, BusyError when it is locked.
        """
        call, made = Call(), out("trujaman_memory")
        number = number_of(mode, "read", "write", "create")
        status = lib.trujaman_memory_open(call.bytes(path_bytes(path)), number, made)
        return cls._adopt(call.made(status, made, "memory_close"))

    @classmethod
    def in_memory(cls) -> Self:
        """A memory without a file, gone when closed."""
        call, made = Call(), out("trujaman_memory")
        return cls._adopt(call.made(lib.trujaman_memory_in_memory(made), made, "memory_close"))

    # Changing ----------------------------------------------------------------------------------

    def add(self, units: Iterable[Unit], *, on_conflict: OnConflict = "both") -> AddSummary:
        """Adds units in one transaction: all or none. One equal to a stored one is merged into it,
        so that adding the same ones again changes nothing.

        on_conflict: what becomes of a unit whose source a stored one has with another translation:
        "both" stand side by side, "keep" leaves it out, "replace" puts it in the other's place.
        """
        call, summary = Call(), ffi.new("trujaman_add_summary*")
        options = add_options(call, on_conflict)
        call.check(lib.trujaman_memory_add_list(self._open(), list_of(units), options, summary))
        return AddSummary._from_c(summary)

    def update(self, row: int, unit: Unit) -> bool:
        """Puts a unit in the place of another one, whose row it keeps; False when there is none.
        Nothing is merged.

        Raises InvalidArgumentError when it has text in fewer than two languages.
        """
        call, found = Call(), ffi.new("bool*")
        call.check(lib.trujaman_memory_update(self._open(), row, to_c(call, unit), found))
        return bool(found[0])

    def remove(self, row: int) -> bool:
        """Removes a unit; False when there is none with this row."""
        call, found = Call(), ffi.new("bool*")
        call.check(lib.trujaman_memory_remove(self._open(), row, found))
        return bool(found[0])

    def transaction(self) -> Transaction:
        """Several changes that are kept together or not at all:

            with memory.transaction() as changes:
                changes.remove(7)
                changes.add(unit)

        At the end of the block they are committed; an exception takes them back.

        Raises BusyError when another transaction is open.
        """
        return Transaction(self)

    def compact(self) -> None:
        """Puts the file in order after many small changes: answers stay the same, they come faster,
        and the room of what was removed is given back. Others may read meanwhile."""
        Call().check(lib.trujaman_memory_compact(self._open()))

    # Reading -----------------------------------------------------------------------------------

    def get(self, row: int) -> Unit | None:
        """A unit by its row; None when there is none."""
        call, found = Call(), out("trujaman_units")
        status = lib.trujaman_memory_get(self._open(), row, found)
        units = from_list(call.made(status, found, "units_free"))
        return units[0] if units else None

    def items(
        self, filter: UnitFilter | None = None
    ) -> Iterator[tuple[int, Unit]]:
        """Rows and units, in the order in which they were added: all, or those that are wanted.

        Sees one state of the memory throughout, that of the first unit which is asked for: the
        memory may be changed meanwhile. However many there are, few are in main memory at a time.
        """
        pointer = self._open()

        def visit(push: Callable[[tuple[int, Unit]], bool]) -> None:
            call = Call()

            def visitor(row: int, unit: CData, _user: CData) -> int:
                return int(push((row, unit_from_c(unit))))

            callback = call.callback("trujaman_unit_visitor", visitor, 0)
            call.check(
                lib.trujaman_memory_visit(pointer, filter_to_c(call, filter), callback, ffi.NULL)
            )

        return pull(visit)

    def units(self, filter: UnitFilter | None = None) -> Iterator[Unit]:
        """Units, as items() gives them with their rows."""
        return (unit for _, unit in self.items(filter))

    def __iter__(self) -> Iterator[Unit]:
        """All units."""
        return self.units()

    def __len__(self) -> int:
        """How many units there are."""
        return self.statistics().units

    def __bool__(self) -> bool:
        """A memory is one, even an empty one."""
        return True

    def statistics(self) -> Statistics:
        """What the memory holds."""
        call, found = Call(), out("trujaman_statistics")
        status = lib.trujaman_memory_statistics(self._open(), found)
        said = call.made(status, found, "statistics_free")
        return Statistics(
            units=said.units,
            documents=said.documents,
            concepts=said.concepts,
            languages={
                text(said.languages[i].language): said.languages[i].variants
                for i in range(said.language_count)
            },
            bytes=said.bytes,
            schema_version=said.schema_version,
        )

    def concepts(self) -> list[Concept]:
        """The concepts kept in the memory, in the order in which they were added. They are changed
        in a transaction()."""
        call, found = Call(), out("trujaman_concepts")
        status = lib.trujaman_memory_concepts(self._open(), found)
        return concepts_from_list(call.made(status, found, "concepts_free"))

    def bookmark(self, name: str) -> str | None:
        """The text that a program left in the memory (Transaction.set_bookmark()); None when there
        is none."""
        call, found = Call(), out("trujaman_buffer")
        status = lib.trujaman_memory_bookmark(self._open(), call.text(name), found)
        buffer = call.made(status, found, "buffer_free")
        return None if buffer == ffi.NULL else text(lib.trujaman_buffer_data(buffer))
