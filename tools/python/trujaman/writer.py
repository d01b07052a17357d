"""Changing a memory in transactions."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from trujaman._call import Call, Handle, out
from trujaman._choice import Choice, number_of
from trujaman._library import CData, ffi, lib
from trujaman.concept import (
    Concept,
    UpsertSummary,
    concept_to_c,
    list_of_concepts,
    upsert_options,
)
from trujaman.diagnostics import OnDiagnostic
from trujaman.unit import Unit, to_c

if TYPE_CHECKING:
    from trujaman.memory import Memory

__all__ = ["AddSummary", "OnConflict", "Outcome", "Transaction"]

OnConflict: TypeAlias = Literal["both", "keep", "replace"]
"""What becomes of a unit whose source a stored one has, with another translation: "both" stand side
by side; "keep": it is left out; "replace": it takes the place of all that it contradicts."""


class Outcome(Choice):
    """What became of a unit."""

    ADDED = "added"
    """It is new."""
    MERGED = "merged"
    """It was there already."""
    SKIPPED = "skipped"
    """It has text in fewer than two languages."""
    REPLACED = "replaced"
    """It took the place of others."""
    KEPT = "kept"
    """It was left out in favour of a stored one."""


@dataclass(frozen=True, slots=True)
class AddSummary:
    """What a memory did with the units it was given."""

    added: int
    """New units."""
    merged: int
    """Already there; occurrences and properties were united."""
    replaced: int
    """Took the place of others, by on_conflict="replace"."""
    kept: int
    """Left out in favour of a stored one, by on_conflict="keep"."""
    skipped: int
    """Fewer than two languages with text."""

    @classmethod
    def _from_c(cls, summary: CData) -> AddSummary:
        return cls(
            summary.added, summary.merged, summary.replaced, summary.kept, summary.skipped
        )


def conflict_number(on_conflict: OnConflict) -> int:
    """What C calls it."""
    return number_of(on_conflict, "both", "keep", "replace")


def add_options(call: Call, on_conflict: OnConflict) -> CData:
    """Options of adding."""
    options = call.options("trujaman_add_options")
    options.on_conflict = conflict_number(on_conflict)
    return options


class Transaction(Handle):
    """Changes of a memory that are kept together: Memory.transaction() begins one.

    Nothing is visible to others, or kept, before the end of the `with` block, or commit(). After
    that its methods raise ValueError.
    """

    __slots__ = ()

    def __init__(self, memory: Memory) -> None:
        """Raises BusyError when another one is open."""
        call, made = Call(), out("trujaman_writer")
        status = lib.trujaman_writer_begin(memory._open(), made)
        super().__init__(call.made(status, made, "writer_free"))

    def __exit__(self, kind: object = None, *_exception: object) -> None:
        """Commits, or takes everything back when an exception is on its way."""
        try:
            if kind is None and not self.closed:
                self.commit()
        finally:
            self.close()

    def add(self, unit: Unit, *, on_conflict: OnConflict = "both") -> Outcome:
        """Adds a unit, or merges it into its equal; see Memory.add()."""
        call, outcome = Call(), ffi.new("trujaman_outcome*")
        with self._alone():
            options = add_options(call, on_conflict)
            call.check(lib.trujaman_writer_add(self._open(), to_c(call, unit), options, outcome))
        return Outcome._of(outcome[0])

    def update(self, row: int, unit: Unit) -> bool:
        """Puts a unit in the place of another one; see Memory.update()."""
        call, found = Call(), ffi.new("bool*")
        with self._alone():
            call.check(lib.trujaman_writer_update(self._open(), row, to_c(call, unit), found))
        return bool(found[0])

    def remove(self, row: int) -> bool:
        """Removes a unit; False when there is none with this row."""
        call, found = Call(), ffi.new("bool*")
        with self._alone():
            call.check(lib.trujaman_writer_remove(self._open(), row, found))
        return bool(found[0])

    def add_concept(self, concept: Concept) -> None:
        """Adds a concept, which has an id, in the place of the one with the same id."""
        call = Call()
        with self._alone():
            call.check(lib.trujaman_writer_add_concept(self._open(), concept_to_c(call, concept)))

    def remove_concept(self, id: str) -> bool:
        """Removes a concept; False when there is none with this id."""
        call, found = Call(), ffi.new("bool*")
        with self._alone():
            call.check(lib.trujaman_writer_remove_concept(self._open(), call.text(id), found))
        return bool(found[0])

    def upsert(
        self,
        concepts: Iterable[Concept],
        *,
        keep_statuses: bool = False,
        on_diagnostic: OnDiagnostic | None = None,
    ) -> UpsertSummary:
        """Takes in the concepts of one file: new ones are added, those that are there updated; see
        GlossaryEditor.upsert()."""
        call, summary = Call(), ffi.new("trujaman_upsert_summary*")
        options = upsert_options(call, keep_statuses, on_diagnostic)
        taken = list_of_concepts(concepts)
        with self._alone():
            call.check(lib.trujaman_writer_upsert(self._open(), taken, options, summary))
        return UpsertSummary._from_c(summary)

    def set_bookmark(self, name: str, text: str | None) -> None:
        """Leaves a short text in the memory, in place of the one of that name; None takes it away.
        Memory.bookmark() reads it."""
        call = Call()
        with self._alone():
            status = lib.trujaman_writer_set_bookmark(
                self._open(), call.text(name), call.optional(text)
            )
            call.check(status)

    def summary(self) -> AddSummary:
        """What became of the units given so far."""
        call, summary = Call(), ffi.new("trujaman_add_summary*")
        with self._alone():
            call.check(lib.trujaman_writer_summary(self._open(), summary))
        return AddSummary._from_c(summary)

    def commit(self) -> AddSummary:
        """Keeps what was done, and ends the transaction. Gives what became of the units."""
        call = Call()
        summary = self.summary()
        with self._alone():
            call.check(lib.trujaman_writer_commit(self._open()))
        self.close()
        return summary

    def rollback(self) -> None:
        """Takes everything back, and ends the transaction."""
        self.close()
