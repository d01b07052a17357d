"""Exchange files of translation units, as streams: TMX, XLIFF, po, TSV, CSV, XLSX."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, TypeAlias, TypedDict, Unpack

from trujaman._call import Call, Handle, Progress, out
from trujaman._choice import number_of
from trujaman._io import Source, Target, input_of, output_of
from trujaman._library import CData, ffi, lib, text
from trujaman._stream import pull
from trujaman._unit import unit_from_c
from trujaman.diagnostics import Diagnostic, Location, OnDiagnostic, sink
from trujaman.po_header import PoHeader, po_header_from_c, po_header_to_c
from trujaman.tmx_header import TmxHeader, header_from_c, header_to_c
from trujaman.unit import Unit, to_c
from trujaman.unit_filter import Selector, UnitFilter
from trujaman.unit_formats import FORMATS, Format, UnitsInfo

__all__ = [
    "UnitReader", "UnitWriter", "WriteOptions", "convert_units", "parts_left_out", "read_units",
    "write_units",
]

def read_options(
    call: Call,
    format: Format,
    languages: tuple[str, str] | None,
    sheet: str | None,
    everything: bool,
    xliff_whole_units: bool,
    xliff_matches: bool,
    po_whole: bool,
) -> CData:
    """Options of reading, without callbacks."""
    options = call.options("trujaman_units_read_options")
    options.format = number_of(format, *FORMATS)
    if languages is not None:
        options.source, options.target = map(call.text, languages)
    options.sheet = call.optional(sheet)
    options.everything = everything
    options.xliff_whole_units = xliff_whole_units
    options.xliff_matches = xliff_matches
    options.po_whole = po_whole
    return options


_Item: TypeAlias = tuple[Unit, Location] | Diagnostic | UnitsInfo | TmxHeader | PoHeader


def _read(
    source: Source,
    name: str | None,
    options: Callable[[Call], CData],
    diagnostics: bool,
    push: Callable[[_Item], bool],
) -> None:
    """Reads a file, and passes on all that there is to say, what was read at last."""
    call, info = Call(), out("trujaman_units_info")
    made = options(call)
    made.on_diagnostic = sink(call, push if diagnostics else None)

    def take(unit: CData, where: CData, _user: CData) -> int:
        return int(push((unit_from_c(unit), Location._from_c(where))))

    made.on_tmx_header = call.callback(
        "trujaman_tmx_header_sink", lambda header, _user: _tell(push, header_from_c(header)), None
    )
    made.on_po_header = call.callback(
        "trujaman_po_header_sink", lambda header, _user: _tell(push, po_header_from_c(header)), None
    )
    callback = call.callback("trujaman_unit_sink", take, 0)
    status = lib.trujaman_units_stream(input_of(call, source, name), made, callback, ffi.NULL, info)
    push(UnitsInfo._from_c(call.made(status, info, "units_info_free")))


def _tell(push: Callable[[_Item], bool], header: TmxHeader | PoHeader) -> None:
    push(header)


class UnitReader(Iterator[Unit]):
    """The units of a file, one by one, in bounded memory: read_units() makes one.

    It is an iterator, and a context manager that stops reading at its end. A failure (a file that
    breaks off) is raised after the units that came before.
    """

    def __init__(
        self,
        source: Source,
        name: str | None,
        options: Callable[[Call], CData],
        on_diagnostic: OnDiagnostic | None,
    ) -> None:
        self._info: UnitsInfo | None = None
        self._header: TmxHeader | PoHeader | None = None
        self._where = Location()
        self._hear = on_diagnostic

        def read(push: Callable[[_Item], bool]) -> None:
            _read(source, name, options, on_diagnostic is not None, push)

        self._stream = pull(read)

    def __iter__(self) -> UnitReader:
        return self

    def __next__(self) -> Unit:
        for item in self._stream:
            if isinstance(item, tuple):
                unit, self._where = item
                return unit
            if isinstance(item, UnitsInfo):
                self._info, self._header = item, item.header
            elif isinstance(item, (TmxHeader, PoHeader)):
                self._header = item
            elif self._hear is not None:
                self._hear(item)
        raise StopIteration

    @property
    def where(self) -> Location:
        """Where the unit that was given last stands, with the line where that is known."""
        return self._where

    @property
    def header(self) -> TmxHeader | PoHeader | None:
        """What a TMX or po file says of itself, once the first unit was given; else None."""
        return self._header

    @property
    def info(self) -> UnitsInfo:
        """What was read, once all units were given. Raises ValueError before that."""
        if self._info is None:
            raise ValueError("the file was not read to its end")
        return self._info

    def close(self) -> None:
        """Stops reading."""
        self._stream.close()

    def __enter__(self) -> UnitReader:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()


def read_units(
    source: Source,
    *,
    name: str | None = None,
    format: Format = "auto",
    languages: tuple[str, str] | None = None,
    sheet: str | None = None,
    everything: bool = False,
    xliff_whole_units: bool = False,
    xliff_matches: bool = False,
    po_whole: bool = False,
    on_diagnostic: OnDiagnostic | None = None,
) -> UnitReader:
    """The units of a file, one by one: `for unit in read_units("old.tmx")`.

    name: of what is no file, for messages and by its ending for the format. languages: source and
    target of files that do not name theirs (po). sheet: of a workbook; None: the first that is not
    hidden. everything: what is not translated, and rows of a table with text in one language, too.
    xliff_whole_units: `<mrk mtype="seg">` of XLIFF 1.x make no units of their own. xliff_matches:
    what XLIFF offers from memories and machines, too. po_whole: of po, entries marked fuzzy,
    references and previous texts, too. on_diagnostic: hears of what was skipped or mended.

    While units are asked for, raises MalformedError when it is no such file or breaks off,
    UnsupportedError for an encoding that is not known, InvalidArgumentError when the format cannot
    be told, or there is no such sheet.
    """
    number_of(format, *FORMATS)

    def options(call: Call) -> CData:
        return read_options(
            call, format, languages, sheet, everything, xliff_whole_units, xliff_matches, po_whole
        )

    return UnitReader(source, name, options, on_diagnostic)


class WriteOptions(TypedDict, total=False):
    """How a file of units is written."""

    languages: Sequence[str]
    """TMX: only variants of these, of units that have text in each; all by default. XLIFF and po:
    source and target. Tables: the columns, the source's first."""
    format: Format
    """"auto" by default."""
    tmx_header: TmxHeader | None
    """None, by default, for our own."""
    tmx_level: int
    """2 by default; 1 for text alone, without codes."""
    tmx_context: bool
    """Props x-context-pre and x-context-post, as memoQ has them."""
    tmx_utf16: bool
    """UTF-16 instead of UTF-8."""
    xliff_version: Literal["1.2", "2.0"]
    """"1.2" by default."""
    xliff_original: str | None
    """The document that units are of; None: "trujaman"."""
    po_header: PoHeader | None
    """None, by default, for one that says the languages only."""


def write_options(call: Call, given: WriteOptions) -> CData:
    """Options of writing."""
    unknown = given.keys() - WriteOptions.__annotations__.keys()
    if unknown:
        raise TypeError(f"there is no option {min(unknown)!r}")
    options = call.options("trujaman_units_write_options")
    options.languages, options.language_count = call.texts(given.get("languages", ()))
    options.format = number_of(given.get("format", "auto"), *FORMATS)
    header = given.get("tmx_header")
    options.tmx_header = ffi.NULL if header is None else header_to_c(call, header)
    options.tmx_level = given.get("tmx_level", 2)
    options.tmx_context = given.get("tmx_context", False)
    options.tmx_utf16 = given.get("tmx_utf16", False)
    options.xliff_version = number_of(given.get("xliff_version", "1.2"), "1.2", "2.0")
    options.xliff_original = call.optional(given.get("xliff_original"))
    po_header = given.get("po_header")
    options.po_header = ffi.NULL if po_header is None else po_header_to_c(call, po_header)
    return options


class UnitWriter(Handle):
    """Writes a file of units, unit by unit.

        with UnitWriter("new.tmx") as writer:
            writer.write(unit)

    The file is complete and in its place at the end of the block, or upon finish(); after an
    exception it leaves no trace.
    """

    __slots__ = ("_call", "_written")

    def __init__(self, target: Target, **options: Unpack[WriteOptions]) -> None:
        """Raises InvalidArgumentError when the format cannot be told, or it wants other
        languages."""
        self._call = call = Call()
        self._written = 0
        made = out("trujaman_unit_writer")
        wanted = write_options(call, options)
        call.check(lib.trujaman_unit_writer_new(output_of(call, target), wanted, made))
        # Its callbacks have to be there as long as the writer is.
        super().__init__(
            ffi.gc(made[0], lambda writer, _kept=call: lib.trujaman_unit_writer_free(writer))
        )

    def write(self, unit: Unit) -> None:
        """Writes a unit; one without text in the languages that are written is left out, and in po
        files one whose text and context stand there already."""
        call = Call()
        self._write(to_c(call, unit))

    def _write(self, unit: CData) -> None:
        with self._alone():
            self._call.again()
            self._call.check(lib.trujaman_unit_writer_add(self._open(), unit))

    @property
    def written(self) -> int:
        """Units that stand in the file so far, of XLIFF and po; of other formats, those that were
        given."""
        return self._written if self.closed else self._count()

    def _count(self) -> int:
        with self._alone():
            return int(lib.trujaman_unit_writer_written(self._open()))

    def finish(self) -> None:
        """Completes the file, and puts it in its place."""
        self._written = self._count()
        with self._alone():
            self._call.again()
            self._call.check(lib.trujaman_unit_writer_finish(self._open()))
        self.close()

    def __exit__(self, kind: object = None, *_exception: object) -> None:
        try:
            if kind is None and not self.closed:
                self.finish()
        finally:
            self.close()


def write_units(target: Target, units: Iterable[Unit], **options: Unpack[WriteOptions]) -> int:
    """Writes units to a file, with the options of UnitWriter; gives how many stand in it."""
    with UnitWriter(target, **options) as writer:
        for unit in units:
            writer.write(unit)
    return writer.written


def convert_units(
    source: Source,
    target: Target,
    *,
    name: str | None = None,
    read_format: Format = "auto",
    read_languages: tuple[str, str] | None = None,
    filter: UnitFilter | None = None,
    on_diagnostic: OnDiagnostic | None = None,
    progress: Progress | None = None,
    **options: Unpack[WriteOptions],
) -> int:
    """Turns a file of units into one of another format, or makes one of those that are wanted;
    gives how many stand in it. Faster than reading and writing them one by one here.

    filter: the units that are wanted. options: those of UnitWriter.
    """
    call = Call()
    selector = Selector(filter)
    with UnitWriter(target, **options) as writer:
        reading = read_options(call, read_format, read_languages, None, False, False, False, False)
        reading.on_diagnostic = sink(call, on_diagnostic)
        reading.progress = call.progress(progress)
        wanted = ffi.new("bool*")

        def take(unit: CData, _where: CData, _user: CData) -> int:
            one = Call()
            one.check(lib.trujaman_selector_wants(selector._open(), unit, wanted))
            if wanted[0]:
                writer._write(unit)
            return 1

        callback = call.callback("trujaman_unit_sink", take, 0)
        source_input = input_of(call, source, name)
        call.check(lib.trujaman_units_stream(source_input, reading, callback, ffi.NULL, ffi.NULL))
    return writer.written


def parts_left_out(
    unit: Unit, format: Format, languages: Sequence[str] = ()
) -> list[str]:
    """What of a unit a file of a format does not hold: "inline codes", "places in documents", …

    languages: those that are written.
    """
    call, parts = Call(), ffi.new("uint32_t*")
    tags, count = call.texts(languages)
    number = number_of(format, *FORMATS)
    call.check(lib.trujaman_unit_left_out(to_c(call, unit), number, tags, count, parts))
    bits = (1 << bit for bit in range(32) if parts[0] & (1 << bit))
    return [text(lib.trujaman_unit_part_name(bit)) for bit in bits]
