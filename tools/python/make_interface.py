#!/usr/bin/env python3
"""Makes the Python package's view of the C library, from the headers of that.

    make_interface.py HEADER_FOLDER OUTPUT.py [DEPFILE]

HEADER_FOLDER has trujaman/trujaman.h in it, OUTPUT.py becomes a module with the one name "ffi": all
functions, structs and constants that the headers declare, as cffi wants them when nothing is to be
compiled ("out of line, ABI mode"): read in milliseconds, without a parser of C. What cffi's parser
does not read is taken away: comments, directives, `extern "C"`, and the initialisers of options
(their values are the default arguments in Python). DEPFILE becomes the list of headers that were
read, as Make and Ninja have it.
"""
import contextlib
import io
import pathlib
import re
import sys

import cffi

COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
OWN_INCLUDE = re.compile(r"^\s*#\s*include\s*<(trujaman/[^>]+)>", re.MULTILINE)
NUMBER = re.compile(r"^#define (TRUJAMAN_\w+) (\d+)$", re.MULTILINE)
DIRECTIVE = re.compile(r"^\s*#(?:\\\n|[^\n])*\n", re.MULTILINE)
MACRO = re.compile(r"\bTRUJAMAN_C_(?:BEGIN|END|API)\b")


def whole_text(folder: pathlib.Path, header: str, seen: set[str]) -> str:
    """A header with those of ours that it includes before it, each once."""
    if header in seen:
        return ""
    seen.add(header)
    text = COMMENT.sub(" ", (folder / header).read_text(encoding="utf-8"))
    before = "".join(whole_text(folder, name, seen) for name in OWN_INCLUDE.findall(text))
    return before + text


def declarations(folder: pathlib.Path, seen: set[str]) -> str:
    """What the headers declare, in the C that cffi reads. Their names are added to `seen`."""
    text = whole_text(folder, "trujaman/trujaman.h", seen)
    numbers = dict(NUMBER.findall(text))
    text = MACRO.sub("", DIRECTIVE.sub("", text))
    for name, value in numbers.items():
        text = re.sub(rf"\b{name}\b", value, text)
    constants = "".join(f"#define {name} {value}\n" for name, value in numbers.items())
    return constants + re.sub(r"\n\s*\n+", "\n", text)


def main() -> None:
    """Writes the module."""
    folder, output = map(pathlib.Path, sys.argv[1:3])
    ffi, headers = cffi.FFI(), set[str]()
    ffi.cdef(declarations(folder, headers))
    ffi.set_source(f"trujaman.{output.stem}", None)
    with contextlib.redirect_stdout(io.StringIO()):  # It says what it does.
        ffi.emit_python_code(str(output))
    if len(sys.argv) > 3:
        made_of = " ".join(str(folder / header) for header in sorted(headers))
        pathlib.Path(sys.argv[3]).write_text(f"{sys.argv[2]}: {made_of}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
