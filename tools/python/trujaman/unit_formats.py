"""Formats of files of units, and what such files say."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from trujaman._call import Call
from trujaman._library import CData, ffi, lib, text
from trujaman.po_header import PoHeader, po_header_from_c
from trujaman.tmx_header import TmxHeader, header_from_c

__all__ = ["Format", "UnitsInfo", "format_of"]

Format: TypeAlias = Literal["auto", "tmx", "xliff", "po", "tsv", "csv", "xlsx"]
"""What a file of units is; "auto": by the ending of its name."""

FORMATS: tuple[Format, ...] = ("auto", "tmx", "xliff", "po", "tsv", "csv", "xlsx")


def format_of(name: str) -> Format:
    """The format of a file of units, by the ending of its name; "auto" when that says nothing."""
    call, found = Call(), ffi.new("trujaman_format*")
    call.check(lib.trujaman_format_of(call.text(name), found))
    return FORMATS[int(found[0])]


@dataclass(frozen=True, slots=True)
class UnitsInfo:
    """What was read."""

    format: Format
    """That of the file."""
    read: int
    """Records that stand in the file."""
    passed: int
    """Those that became units."""
    header: TmxHeader | PoHeader | None
    """Of TMX and po; else None."""
    xliff_version: str
    """Of XLIFF, "1.2" say; else ""."""
    xliff_source: str
    """Of XLIFF: the first source language that it names."""
    xliff_target: str
    """Of XLIFF: the first target language that it names."""
    xliff_units: int
    """Of XLIFF: `<trans-unit>` or `<unit>`."""
    xliff_targets: int
    """Of XLIFF: `<target>`."""
    xliff_matches: int
    """Of XLIFF: `<alt-trans>`, `<mtc:match>`, read or not."""

    @classmethod
    def _from_c(cls, info: CData) -> UnitsInfo:
        return cls(
            format=FORMATS[info.format],
            read=info.read,
            passed=info.passed,
            header=_header_of(info),
            xliff_version=text(info.xliff_version),
            xliff_source=text(info.xliff_source),
            xliff_target=text(info.xliff_target),
            xliff_units=info.xliff_units,
            xliff_targets=info.xliff_targets,
            xliff_matches=info.xliff_matches,
        )


def _header_of(info: CData) -> TmxHeader | PoHeader | None:
    if info.header != ffi.NULL:
        return header_from_c(info.header)
    return None if info.po_header == ffi.NULL else po_header_from_c(info.po_header)
