"""Remarks about an input that did not stop the work."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from trujaman._call import Call
from trujaman._choice import Choice
from trujaman._library import CData, ffi, text
from trujaman._record import Record


class Severity(Choice):
    """How much a diagnostic or a finding matters."""

    NOTE = "note"
    """Worth knowing."""
    WARNING = "warning"
    """Something was mended, or should be looked at."""
    DEFECT = "defect"
    """Something is wrong: a record of a file was skipped, say."""


@dataclass(frozen=True, slots=True, repr=False)
class Location(Record):
    """A place in an input."""

    source: str = ""
    """Usually the name of a file; "" when it is not known."""
    line: int | None = None
    """From 1; None when it is not known, or the format has no lines."""
    page: int | None = None
    """From 1; None when it is not known, or the format has no pages."""
    offset: int = 0
    """Bytes from the start; 0 when it is not known."""

    def __str__(self) -> str:
        if self.line is not None:
            return f"{self.source}:{self.line}"
        return self.source if self.page is None else f"{self.source}, page {self.page}"

    @classmethod
    def _from_c(cls, where: CData) -> Location:
        if where == ffi.NULL:
            return cls()
        return cls(text(where.source), where.line or None, where.page or None, where.offset)


def fill_location(call: Call, struct: CData, where: Location) -> None:
    """Writes a location into a trujaman_location."""
    struct.source = call.text(where.source)
    struct.line = where.line or 0
    struct.page = where.page or 0
    struct.offset = where.offset


def location_of(call: Call, where: Location | None) -> CData:
    """A location as C has it; NULL for None."""
    if where is None:
        return ffi.NULL
    struct = call.new("trujaman_location*")
    fill_location(call, struct, where)
    return struct


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something that did not stop the work: a `<tu>` without a language that was skipped, say."""

    severity: Severity
    """How much it matters."""
    message: str
    """In English, without the place."""
    where: Location
    """Where in the input."""

    def __str__(self) -> str:
        place = str(self.where)
        return f"{place}: {self.message}" if place else self.message


OnDiagnostic: TypeAlias = Callable[[Diagnostic], object]
"""Hears of what was skipped or mended. What it returns does not matter; an exception stops the work
as soon as the library can, and comes out of the call."""


def sink(call: Call, hear: OnDiagnostic | None) -> CData:
    """A diagnostic callback; NULL for None."""
    if hear is None:
        return ffi.NULL
    listen = hear

    def pass_on(said: CData, _user: CData) -> None:
        listen(
            Diagnostic(
                Severity._of(said.severity),
                text(said.message),
                Location._from_c(said.where),
            )
        )

    return call.callback("trujaman_diagnostic_sink", pass_on, None)
