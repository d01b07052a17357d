"""Files of units into a memory and out of it, and documents filled from it."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Unpack

from trujaman._call import Call, Handle, Progress, out
from trujaman._io import Source, Target, input_of, output_of
from trujaman._library import CData, ffi, lib, optional_text, text
from trujaman.diagnostics import Diagnostic, OnDiagnostic, Severity, fill_location, sink
from trujaman.exchange import WriteOptions, read_options, write_options
from trujaman.segmenter import Segmenter
from trujaman.unit import Unit, to_c
from trujaman.unit_filter import UnitFilter, filter_to_c
from trujaman.unit_formats import Format
from trujaman.writer import OnConflict, conflict_number

__all__ = ["ImportSummary", "PretranslateSummary", "UnitImport"]


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What became of the units: read = added + merged + replaced + skipped."""

    read: int
    """Units that stand in what was imported."""
    added: int
    """New."""
    merged: int
    """Already there."""
    replaced: int
    """In the place of others."""
    skipped: int
    """Left out."""
    resumed: int
    """Of those read, what an interrupted import had added."""
    reasons: tuple[tuple[str, int], ...]
    """Why some were skipped and how many, most frequent first."""
    broken: str | None
    """Why the input was not read to its end; None when it was."""

    @classmethod
    def _from_c(cls, summary: CData) -> ImportSummary:
        return cls(
            read=summary.read,
            added=summary.added,
            merged=summary.merged,
            replaced=summary.replaced,
            skipped=summary.skipped,
            resumed=summary.resumed,
            reasons=tuple(
                (text(summary.reasons[i].reason), summary.reasons[i].units)
                for i in range(summary.reason_count)
            ),
            broken=optional_text(summary.broken),
        )


@dataclass(frozen=True, slots=True)
class PretranslateSummary:
    """What a memory did for a document."""

    segments: int
    """Segments of the document."""
    context: int
    """Those with a context match."""
    exact: int
    """… an exact one."""
    fuzzy: int
    """… a fuzzy one."""
    wordless: int
    """Segments without a letter, left as they are."""
    replaced: int
    """Segments that were replaced in the copy."""
    left: int
    """Those that were marked, or could not be put in."""


def _import_options(
    call: Call, on_conflict: OnConflict, batch: int, name: str | None, version: str | None
) -> CData:
    options = call.options("trujaman_import_options")
    options.on_conflict = conflict_number(on_conflict)
    options.batch = batch
    options.name = call.optional(name)
    options.version = call.optional(version)
    return options


class UnitImport(Handle):
    """An import of the program's own units, in batches: Memory.begin_import() begins one.

    At the end of the `with` block, or by finish(), the rest is committed; after an exception, what
    was committed before stays, and an import of the same name goes on from there.
    """

    __slots__ = ("_summary",)

    def __init__(self, memory: Handle, options: CData) -> None:
        call, made = Call(), out("trujaman_import")
        status = lib.trujaman_import_begin(memory._open(), options, made)
        super().__init__(call.made(status, made, "import_free"))
        self._summary: ImportSummary | None = None

    def __exit__(self, kind: object = None, *_exception: object) -> None:
        try:
            if kind is None and not self.closed:
                self.finish()
        finally:
            self.close()

    def add(self, unit: Unit) -> None:
        """Adds a unit. What was committed by an interrupted import is passed over."""
        call = Call()
        with self._alone():
            call.check(lib.trujaman_import_add(self._open(), to_c(call, unit)))

    def note(self, diagnostic: Diagnostic) -> None:
        """Counts what a reader skipped, by the reason that it gives; warnings, of what it mended,
        not."""
        call = Call()
        struct = call.new("trujaman_diagnostic*")
        struct.severity = Severity._number(diagnostic.severity)
        struct.message = call.text(diagnostic.message)
        fill_location(call, struct.where, diagnostic.where)
        with self._alone():
            call.check(lib.trujaman_import_note(self._open(), struct))

    @property
    def committed(self) -> int:
        """Units that are committed already, those of an interrupted import included."""
        with self._alone():
            return int(lib.trujaman_import_committed(self._open()))

    @property
    def passed(self) -> int:
        """Units given so far."""
        with self._alone():
            return int(lib.trujaman_import_passed(self._open()))

    @property
    def summary(self) -> ImportSummary | None:
        """What became of the units; None before finish()."""
        return self._summary

    def finish(self) -> ImportSummary:
        """Commits the rest, and ends the import."""
        call, summary = Call(), out("trujaman_import_summary")
        with self._alone():
            status = lib.trujaman_import_finish(self._open(), summary)
            said = call.made(status, summary, "import_summary_free")
        self._summary = ImportSummary._from_c(said)
        self.close()
        return self._summary


class MemoryFiles(Handle):
    """What a Memory does with files."""

    __slots__ = ()

    def import_file(
        self,
        source: Source,
        *,
        name: str | None = None,
        format: Format = "auto",
        on_conflict: OnConflict = "both",
        languages: tuple[str, str] | None = None,
        sheet: str | None = None,
        xliff_whole_units: bool = False,
        xliff_matches: bool = False,
        po_whole: bool = False,
        batch: int = 0,
        resume_as: str | None = None,
        version: str | None = None,
        keep_whole: bool = False,
        on_diagnostic: OnDiagnostic | None = None,
        progress: Progress | None = None,
    ) -> ImportSummary:
        """Reads a file of units (TMX, XLIFF, po, TSV, CSV, XLSX) into the memory: whole or not at
        all, or in whole batches. Importing it again changes nothing.

        on_conflict: see add(). batch: units after which what was added is committed; 0: all at
        once. resume_as: the memory notes under this name how far it has come, and an import of the
        same name and version goes on from there. keep_whole: of a file that breaks off, what came
        before is kept, without failure. The others are those of read_units().

        Raises MalformedError when it is no such file or breaks off, BusyError when the memory is
        being written to.
        """
        call, summary = Call(), out("trujaman_import_summary")
        options = _import_options(call, on_conflict, batch, resume_as, version)
        options.keep_whole = keep_whole
        reading = read_options(
            call, format, languages, sheet, False, xliff_whole_units, xliff_matches, po_whole
        )
        reading.on_diagnostic = sink(call, on_diagnostic)
        reading.progress = call.progress(progress)
        options.read = reading
        status = lib.trujaman_memory_import(
            self._open(), input_of(call, source, name), options, summary
        )
        return ImportSummary._from_c(call.made(status, summary, "import_summary_free"))

    def begin_import(
        self,
        *,
        on_conflict: OnConflict = "both",
        batch: int = 0,
        resume_as: str | None = None,
        version: str | None = None,
    ) -> UnitImport:
        """Begins an import of the program's own units, with the options of import_file()."""
        call = Call()
        return UnitImport(
            self, _import_options(call, on_conflict, batch, resume_as, version)
        )

    def import_units(
        self,
        units: Iterable[Unit],
        *,
        on_conflict: OnConflict = "both",
        batch: int = 0,
    ) -> ImportSummary:
        """Adds as many units as there are, one by one, in one transaction or in batches."""
        with self.begin_import(on_conflict=on_conflict, batch=batch) as job:
            for unit in units:
                job.add(unit)
            return job.finish()

    def export(
        self,
        target: Target,
        *,
        filter: UnitFilter | None = None,
        **options: Unpack[WriteOptions],
    ) -> int:
        """Writes units to a file (TMX, XLIFF, po, TSV, CSV, XLSX); gives how many stand in it.

        filter: those that are wanted. options: those of UnitWriter; a table without languages gets
        those of the memory.
        """
        call, count = Call(), ffi.new("size_t*")
        status = lib.trujaman_memory_export(
            self._open(), filter_to_c(call, filter), output_of(call, target),
            write_options(call, options), count,
        )
        call.check(status)
        return int(count[0])

    def pretranslate(
        self,
        document: Source,
        target_file: Target,
        source: str,
        target: str,
        *,
        name: str | None = None,
        min_score: float = 100.0,
        segmenter: Segmenter | None = None,
        encoding: str | None = None,
        highlight: bool = True,
        on_diagnostic: OnDiagnostic | None = None,
        progress: Progress | None = None,
    ) -> PretranslateSummary:
        """Copies a document (DOCX, ODT, Markdown, plain text, XLIFF, po) with the best match in
        place of each segment; what has none is highlighted as still to be translated.

        source, target: languages of the document and of its copy. min_score: 50–100; 100: exact
        matches only. highlight: mark what was not found, and what is not exact.

        Raises UnsupportedError for a format that is not written.
        """
        call, summary = Call(), ffi.new("trujaman_pretranslate_summary*")
        options = call.options("trujaman_pretranslate_options")
        options.min_score = min_score
        options.segmenter = ffi.NULL if segmenter is None else call.keep(segmenter._open())
        options.encoding = call.optional(encoding)
        options.no_highlight = not highlight
        options.on_diagnostic = sink(call, on_diagnostic)
        options.progress = call.progress(progress)
        status = lib.trujaman_memory_pretranslate(
            self._open(), call.text(source), call.text(target), input_of(call, document, name),
            output_of(call, target_file), options, summary,
        )
        call.check(status)
        return PretranslateSummary(
            summary.segments, summary.context, summary.exact, summary.fuzzy, summary.wordless,
            summary.replaced, summary.left,
        )
