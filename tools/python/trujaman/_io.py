"""Inputs and outputs: files, bytes, Python's file objects."""
from __future__ import annotations

import os
from typing import Protocol, TypeAlias, runtime_checkable

from trujaman._call import Call
from trujaman._library import CData, ffi


@runtime_checkable
class Readable(Protocol):
    """A binary file object that is read: an open file, a response, a member of an archive."""

    def read(self, size: int, /) -> bytes | None:
        """The next bytes, at most `size`; b"" at the end."""


@runtime_checkable
class Writable(Protocol):
    """A binary file object that is written to."""

    def write(self, data: bytes, /) -> object:
        """Takes the next bytes, all of them unless it returns how many."""


Source: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | Readable
"""What is read: the path of a file (str, Path), the contents (bytes), a binary file object."""

Target: TypeAlias = str | os.PathLike[str] | Writable
"""What is written: the path of a file, which appears whole or not at all, or a binary file
object."""


def path_bytes(path: str | os.PathLike[str]) -> bytes:
    """A path as the system has it. Raises ValueError for one with NUL in it."""
    raw = os.fsencode(path)
    if b"\0" in raw:
        raise ValueError("the path has a NUL character in it")
    return raw


def input_of(call: Call, source: Source, name: str | None = None) -> CData:
    """A source as trujaman_input. `name` is for messages, and by its ending for the format."""
    wanted = call.new("trujaman_input*")
    if isinstance(source, (str, os.PathLike)):
        wanted.path = call.bytes(path_bytes(source))
    elif isinstance(source, (bytes, bytearray, memoryview)):
        if len(source):
            # A copy of what may change meanwhile: other threads run during the call.
            whole = call.keep(source if isinstance(source, bytes) else bytes(source))
            wanted.bytes = call.keep(ffi.from_buffer(whole))
            wanted.size = len(whole)
    elif isinstance(source, Readable):
        own = getattr(source, "name", None)
        name = own if name is None and isinstance(own, str) else name
        wanted.read = _reader(call, source)
    else:
        raise TypeError(f"cannot read from {type(source).__name__}: a path, bytes or a binary file")
    wanted.name = call.optional(name)
    return wanted


def _reader(call: Call, source: Readable) -> CData:
    def read(room: CData, size: int, _user: CData) -> int:
        data = source.read(size)
        if data is None:
            raise BlockingIOError("the file object has no bytes ready")
        if isinstance(data, str):
            raise TypeError("the file object gives text: open it in binary mode")
        if len(data) > size:
            raise ValueError("the file object gave more bytes than it was asked for")
        ffi.memmove(room, data, len(data))
        return len(data)

    return call.callback("trujaman_read_function", read, -1)


def output_of(call: Call, target: Target) -> CData:
    """A target as trujaman_output."""
    wanted = call.new("trujaman_output*")
    if isinstance(target, (str, os.PathLike)):
        wanted.path = call.bytes(path_bytes(target))
    elif isinstance(target, Writable):
        wanted.write = _writer(call, target)
    else:
        raise TypeError(f"cannot write to {type(target).__name__}: a path or a binary file")
    return wanted


def _writer(call: Call, target: Writable) -> CData:
    def write(data: CData, size: int, _user: CData) -> int:
        rest = bytes(ffi.buffer(data, size))
        while rest:
            taken = target.write(rest)
            if not isinstance(taken, int) or taken >= len(rest):
                break
            rest = rest[taken:]
        return 1

    return call.callback("trujaman_write_function", write, 0)
