"""Finds the C library and opens it: what every other module calls.

The library is, in this order: the file that the environment variable TRUJAMAN_LIBRARY names; one
beside this package; the one that this package was built or installed with; the system's.
"""
from __future__ import annotations

import os
import pathlib
from typing import Any, TypeAlias

from trujaman._interface import ffi as _ffi

CData: TypeAlias = Any
"""Something of C: a pointer, an array, a function. Types of C are beyond what mypy sees."""

SONAME = "libtrujaman_c.so.1"

ffi: Any = _ffi


def _candidates() -> list[str]:
    """Where the library may be, best place first; the last is a name for the system's loader."""
    named = os.environ.get("TRUJAMAN_LIBRARY")
    if named:
        return [named]
    places = [pathlib.Path(__file__).with_name(SONAME)]
    try:
        from trujaman._place import LIBRARY
    except ImportError:
        pass
    else:
        places.append(pathlib.Path(LIBRARY))
    return [str(place) for place in places if place.is_file()] + [SONAME]


def _open() -> CData:
    path = _candidates()[0]
    # A wheel has the C++ library beside the C library. Once open, the loader finds it by name.
    for needed in sorted(pathlib.Path(path).parent.glob("libtrujaman.so.*")) if "/" in path else ():
        if needed.is_file():
            _needed.append(ffi.dlopen(str(needed)))
    try:
        return ffi.dlopen(path)
    except OSError as error:
        raise ImportError(
            f"trujaman: the C library cannot be opened: {error}. Install it, or name its file in "
            "the environment variable TRUJAMAN_LIBRARY."
        ) from None


_needed: list[CData] = []
lib: CData = _open()


def text(pointer: CData) -> str:
    """A text of C as str; "" for NULL."""
    return "" if pointer == ffi.NULL else str(ffi.string(pointer), "utf-8")


def optional_text(pointer: CData) -> str | None:
    """A text of C as str; None for NULL."""
    return None if pointer == ffi.NULL else str(ffi.string(pointer), "utf-8")


def version() -> str:
    """Version of the C library in use: "0.1.0"."""
    return text(lib.trujaman_version())


def _check_abi() -> None:
    try:
        found = lib.trujaman_c_abi(ffi.NULL)
    except ffi.error as error:
        raise ImportError(f"trujaman: this is not its C library: {error}") from None
    if found != lib.TRUJAMAN_C_ABI:
        raise ImportError(
            f"trujaman: the C library has ABI {found}, this package needs {lib.TRUJAMAN_C_ABI}"
        )


_check_abi()
