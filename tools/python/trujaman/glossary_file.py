"""Glossary files: TBX, TSV, CSV, XLSX, OmegaT's, the glossary module of XLIFF 2.x."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from trujaman._call import Call, out
from trujaman._choice import number_of
from trujaman._io import Source, Target, input_of, output_of
from trujaman._library import CData, ffi, lib, text
from trujaman._record import Record, make_tuples
from trujaman._stream import pull
from trujaman._unit import texts_from_c
from trujaman.concept import Concept, concepts_from_list, list_of_concepts
from trujaman.diagnostics import Diagnostic, OnDiagnostic, sink

__all__ = [
    "GlossaryFormat", "GlossaryInfo", "TbxHeader", "read_concepts", "read_glossary_file",
    "stream_concepts", "write_concepts",
]

GlossaryFormat: TypeAlias = Literal[
    "auto", "tbx", "tbx-2008", "tsv", "csv", "xlsx", "omegat", "xliff"
]
"""What a glossary file is. "auto": read, by content, then by the ending of the name; written, by
that. "tbx" is ISO 30042:2019, "tbx-2008" the form with `<martif>`; "xliff" is read only."""

_FORMATS: tuple[GlossaryFormat, ...] = (
    "auto", "tbx", "tbx-2008", "tsv", "csv", "xlsx", "omegat", "xliff",
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TbxHeader(Record):
    """What a TBX file says of itself."""

    language: str = "und"
    """Of what has none of its own."""
    title: str = ""
    """Of the glossary; or empty."""
    description: Sequence[str] = ()
    """Where it comes from, its licence; paragraphs."""

    def __post_init__(self) -> None:
        make_tuples(self, "description")


@dataclass(frozen=True, slots=True)
class GlossaryInfo:
    """What was read."""

    format: GlossaryFormat
    """That of the file."""
    read: int
    """Records that stand in the file."""
    passed: int
    """Those that were good."""
    header: TbxHeader
    """Of TBX."""

    @classmethod
    def _from_c(cls, info: CData) -> GlossaryInfo:
        said = info.header
        header = TbxHeader(
            language=text(said.language),
            title=text(said.title),
            description=texts_from_c(said.description, said.description_count),
        )
        return cls(_FORMATS[info.format], info.read, info.passed, header)


def _read_options(
    call: Call,
    format: GlossaryFormat,
    languages: tuple[str, str] | None,
    sheet: str | None,
    on_diagnostic: OnDiagnostic | None,
) -> CData:
    options = call.options("trujaman_concepts_read_options")
    options.format = number_of(format, *_FORMATS)
    if languages is not None:
        options.source, options.target = map(call.text, languages)
    options.sheet = call.optional(sheet)
    options.on_diagnostic = sink(call, on_diagnostic)
    return options


def read_glossary_file(
    source: Source,
    *,
    name: str | None = None,
    format: GlossaryFormat = "auto",
    languages: tuple[str, str] | None = None,
    sheet: str | None = None,
    on_diagnostic: OnDiagnostic | None = None,
) -> tuple[list[Concept], GlossaryInfo]:
    """The concepts of a file, and what the file says of itself. Parameters and errors are those of
    read_concepts()."""
    call, found, info = Call(), out("trujaman_concepts"), out("trujaman_glossary_info")
    options = _read_options(call, format, languages, sheet, on_diagnostic)
    status = lib.trujaman_concepts_read(input_of(call, source, name), options, found, info)
    concepts = call.made(status, found, "concepts_free")
    said = call.made(status, info, "glossary_info_free")
    return concepts_from_list(concepts), GlossaryInfo._from_c(said)


def read_concepts(
    source: Source,
    *,
    name: str | None = None,
    format: GlossaryFormat = "auto",
    languages: tuple[str, str] | None = None,
    sheet: str | None = None,
    on_diagnostic: OnDiagnostic | None = None,
) -> list[Concept]:
    """The concepts of a glossary file.

    name: of what is no file, for messages and by its ending for the format. languages: source and
    target of files that do not say (OmegaT's). sheet: of a workbook; None: the first that is not
    hidden. on_diagnostic: hears of what was skipped.

    Raises MalformedError when it is no glossary, InvalidArgumentError when languages are needed,
    there is no such sheet, or the format cannot be told.
    """
    return read_glossary_file(
        source,
        name=name,
        format=format,
        languages=languages,
        sheet=sheet,
        on_diagnostic=on_diagnostic,
    )[0]


def stream_concepts(
    source: Source,
    *,
    name: str | None = None,
    format: GlossaryFormat = "auto",
    languages: tuple[str, str] | None = None,
    sheet: str | None = None,
    on_diagnostic: OnDiagnostic | None = None,
) -> Iterator[Concept]:
    """The concepts of a glossary file one by one; of TBX, TSV, CSV, OmegaT and XLIFF in bounded
    memory. Parameters and errors are those of read_concepts(); a failure comes after the concepts
    that stand before it."""
    number_of(format, *_FORMATS)

    def give(push: Callable[[Concept | Diagnostic], bool]) -> None:
        call = Call()
        hear = push if on_diagnostic is not None else None
        options = _read_options(call, format, languages, sheet, hear)
        callback = call.callback(
            "trujaman_concept_sink", lambda entry, _user: int(push(Concept._from_c(entry))), 0
        )
        status = lib.trujaman_concepts_stream(
            input_of(call, source, name), options, callback, ffi.NULL, ffi.NULL
        )
        call.check(status)

    return _heard(pull(give), on_diagnostic)


def _heard(
    stream: Iterator[Concept | Diagnostic], on_diagnostic: OnDiagnostic | None
) -> Iterator[Concept]:
    for item in stream:
        if isinstance(item, Concept):
            yield item
        elif on_diagnostic is not None:
            on_diagnostic(item)


def write_concepts(
    target: Target,
    concepts: Iterable[Concept],
    *,
    format: GlossaryFormat = "auto",
    header: TbxHeader | None = None,
    languages: Sequence[str] = (),
    sheet: str | None = None,
    separator: str = ",",
    excel: bool = False,
    on_diagnostic: OnDiagnostic | None = None,
) -> None:
    """Writes a glossary file; a Glossary is a sequence of concepts, too.

    header: of TBX. languages: of OmegaT's file, source and target; of a table, the columns of
    terms, in this order, all there are with none. sheet: name of a workbook's sheet. separator: of
    CSV, ";" where spreadsheets have decimal commas. excel: CSV for spreadsheet programs.
    on_diagnostic: hears of what the format does not hold.

    Raises UnsupportedError for a format that is not written, InvalidArgumentError when the format
    cannot be told, or OmegaT's file has not two languages.
    """
    call = Call()
    options = call.options("trujaman_concepts_write_options")
    options.format = number_of(format, *_FORMATS)
    if header is not None:
        struct = call.new("trujaman_tbx_header*")
        struct.language = call.text(header.language)
        struct.title = call.text(header.title)
        struct.description, struct.description_count = call.texts(header.description)
        options.header = struct
    options.languages, options.language_count = call.texts(languages)
    options.sheet = call.optional(sheet)
    if len(separator) != 1 or not separator.isascii():
        raise ValueError("the separator is one character of ASCII")
    options.separator = separator.encode("ascii")
    options.excel = excel
    options.on_diagnostic = sink(call, on_diagnostic)
    status = lib.trujaman_concepts_write(
        list_of_concepts(concepts), output_of(call, target), options
    )
    call.check(status)
