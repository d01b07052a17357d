"""Changing, comparing and merging glossaries."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from trujaman._call import Call, Handle, items, out
from trujaman._choice import number_of
from trujaman._library import CData, ffi, lib, text
from trujaman.concept import (
    Concept,
    UpsertSummary,
    concept_to_c,
    concepts_from_list,
    list_of_concepts,
    upsert_options,
)
from trujaman.diagnostics import OnDiagnostic
from trujaman.unit_set import Change

__all__ = [
    "ConceptDifference", "FieldConflict", "FieldDifference", "GlossaryEditor", "compare_concepts",
    "merge_concepts",
]


class GlossaryEditor(Handle):
    """A glossary that is being worked on.

        editor = GlossaryEditor(read_concepts("mine.tbx"))
        editor.put(Concept([Term("es", "refugio"), Term("en", "shelter")]))
        write_concepts("mine.tbx", editor.concepts())
    """

    __slots__ = ()

    def __init__(self, concepts: Iterable[Concept] = ()) -> None:
        """Starts with copies of concepts."""
        call, made = Call(), out("trujaman_editor")
        status = lib.trujaman_editor_new(list_of_concepts(concepts), made)
        super().__init__(call.made(status, made, "editor_free"))

    def find(self, id: str) -> Concept | None:
        """The concept with an id; None when there is none."""
        call, found = Call(), out("trujaman_concepts")
        with self._alone():
            status = lib.trujaman_editor_find(self._open(), call.text(id), found)
            concepts = concepts_from_list(call.made(status, found, "concepts_free"))
        return concepts[0] if concepts else None

    def put(self, concept: Concept) -> str:
        """Puts a concept in the place of the one with its id, else at the end; gives its id.
        Without one it gets one made of its first term."""
        call, found = Call(), out("trujaman_buffer")
        with self._alone():
            status = lib.trujaman_editor_put(self._open(), concept_to_c(call, concept), found)
            buffer = call.made(status, found, "buffer_free")
        return text(lib.trujaman_buffer_data(buffer))

    def remove(self, id: str) -> bool:
        """Removes a concept; False when there is none with this id."""
        call, found = Call(), ffi.new("bool*")
        with self._alone():
            call.check(lib.trujaman_editor_remove(self._open(), call.text(id), found))
        return bool(found[0])

    def upsert(
        self,
        concepts: Iterable[Concept],
        *,
        keep_statuses: bool = False,
        on_diagnostic: OnDiagnostic | None = None,
    ) -> UpsertSummary:
        """Takes in the concepts of one file: new ones are added, those that are there updated.
        Nothing is lost by that but the single value that a new one replaces, each of which gives a
        diagnostic. Doing it again changes nothing.

        keep_statuses: the file knows no status (OmegaT): terms that are there keep theirs, new ones
        are admitted beside a preferred one.
        """
        call, summary = Call(), ffi.new("trujaman_upsert_summary*")
        options = upsert_options(call, keep_statuses, on_diagnostic)
        taken = list_of_concepts(concepts)
        with self._alone():
            call.check(lib.trujaman_editor_upsert(self._open(), taken, options, summary))
        return UpsertSummary._from_c(summary)

    def concepts(self) -> list[Concept]:
        """The concepts as they are now."""
        call, found = Call(), out("trujaman_concepts")
        with self._alone():
            status = lib.trujaman_editor_concepts(self._open(), found)
            return concepts_from_list(call.made(status, found, "concepts_free"))


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """What two versions of a concept say differently."""

    field: str
    """"definition", "note", `es "paro"` for a term, `es "paro" gender`."""
    before: str
    """"" when nothing was said."""
    after: str
    """"" when nothing is said."""


@dataclass(frozen=True, slots=True)
class ConceptDifference:
    """A concept that differs between two glossaries."""

    change: Change
    """How it differs."""
    id: str
    """In the glossary that has it; in the first, where both do."""
    fields: tuple[FieldDifference, ...]
    """What differs."""

    @classmethod
    def _from_c(cls, difference: CData) -> ConceptDifference:
        fields = (difference.fields[i] for i in range(difference.field_count))
        return cls(
            Change._of(difference.change),
            text(difference.id),
            tuple(FieldDifference(text(f.field), text(f.before), text(f.after)) for f in fields),
        )


def compare_concepts(
    before: Iterable[Concept], after: Iterable[Concept]
) -> list[ConceptDifference]:
    """What differs between two glossaries, in the first one's order, then in that of the second.
    The order of concepts, terms and notes does not count."""
    call, found = Call(), out("trujaman_concept_differences")
    status = lib.trujaman_concepts_compare(
        list_of_concepts(before), list_of_concepts(after), found
    )
    differences = call.made(status, found, "concept_differences_free")
    return [ConceptDifference._from_c(d) for d in items("concept_differences", differences)]


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A field of which two glossaries say different things, and only one can hold."""

    id: str
    """Of the concept in the first glossary."""
    field: str
    """As in FieldDifference, or `es preferred term`."""
    first: str
    """What the first says."""
    second: str
    """What the second says."""


def merge_concepts(
    first: Iterable[Concept],
    second: Iterable[Concept],
    prefer: Literal["none", "first", "second"] = "none",
) -> tuple[list[Concept], list[FieldConflict]]:
    """Unites two glossaries: what only one says is taken over; terms, notes and properties are
    added up. Gives the concepts, and every field in which the two contradict one another.

    prefer: whose word counts there; "none": the first's, for the caller to look at the conflicts.
    """
    call = Call()
    merged, conflicts = out("trujaman_concepts"), out("trujaman_field_conflicts")
    status = lib.trujaman_concepts_merge(
        list_of_concepts(first), list_of_concepts(second),
        number_of(prefer, "none", "first", "second"), merged, conflicts,
    )
    concepts = call.made(status, merged, "concepts_free")
    found = call.made(status, conflicts, "field_conflicts_free")
    return concepts_from_list(concepts), [
        FieldConflict(text(c.id), text(c.field), text(c.first), text(c.second))
        for c in items("field_conflicts", found)
    ]
