"""What the library says when a call cannot do its work."""
from __future__ import annotations

import enum

from trujaman._library import CData, lib, text


class Status(enum.IntEnum):
    """What became of a call, as the C interface numbers it."""

    OK = 0
    INVALID_ARGUMENT = 1
    IO = 2
    MALFORMED = 3
    UNSUPPORTED = 4
    BUSY = 5
    INTERNAL = 6
    CANCELLED = 7
    STORAGE = 8
    OUT_OF_MEMORY = 9

    @classmethod
    def _missing_(cls, value: object) -> Status:
        """One that a later library has added."""
        return cls.INTERNAL


class Error(Exception):
    """A call could not do its work. There is a class for each status.

    `str(error)` has the place before the message, as far as it is known: "old.tmx:12: not TMX".
    """

    status: Status
    """What kind of failure it is."""
    message: str
    """What went wrong, in English, without the place."""
    source: str
    """Where: usually the name of a file; "" when it is not known."""
    line: int | None
    """Line of the source, from 1, if it has any."""
    page: int | None
    """Page of the source, from 1, if it has any."""
    offset: int
    """Bytes from the start of the source; 0 when it is not known."""

    def __init__(
        self,
        message: str,
        *,
        status: Status | None = None,
        source: str = "",
        line: int | None = None,
        page: int | None = None,
        offset: int = 0,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status = _STATUS_OF.get(type(self), Status.INTERNAL) if status is None else status
        self.source = source
        self.line = line
        self.page = page
        self.offset = offset

    def __str__(self) -> str:
        place = self.source
        if self.line is not None:
            place += f":{self.line}"
        elif self.page is not None:
            place += f", page {self.page}"
        return f"{place}: {self.message}" if place else self.message

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, (type(self), self.message, {**self.__dict__})


def _restore(kind: type[Error], message: str, values: dict[str, object]) -> Error:
    """An unpickled error."""
    error = kind(message)
    error.__dict__.update(values)
    return error


class InvalidArgumentError(Error, ValueError):
    """An argument is not what the function takes: no language tag, an ill-formed pattern."""


class IoError(Error, OSError):
    """A file cannot be read or written."""

    def __str__(self) -> str:
        return Error.__str__(self)


class MalformedError(Error):
    """The input is not what its format requires."""


class UnsupportedError(Error):
    """A valid input, of a kind that is not read or not written here."""


class BusyError(Error):
    """Another one is writing to the memory."""


class InternalError(Error):
    """A bug in trujaman; please report it."""


class CancelledError(Error):
    """A callback asked to stop. Nothing of the work stays."""


class StorageError(Error):
    """The memory's file is no memory, damaged, or of a newer version; or the disk is full."""


class OutOfMemoryError(Error, MemoryError):
    """There is not enough main memory."""


_CLASS_OF: dict[Status, type[Error]] = {
    Status.INVALID_ARGUMENT: InvalidArgumentError,
    Status.IO: IoError,
    Status.MALFORMED: MalformedError,
    Status.UNSUPPORTED: UnsupportedError,
    Status.BUSY: BusyError,
    Status.INTERNAL: InternalError,
    Status.CANCELLED: CancelledError,
    Status.STORAGE: StorageError,
    Status.OUT_OF_MEMORY: OutOfMemoryError,
}
_STATUS_OF = {kind: status for status, kind in _CLASS_OF.items()}


def last_error() -> Error:
    """The error of this thread's last call, which failed."""
    said: CData = lib.trujaman_last_error()
    status = Status(said.status)
    return _CLASS_OF.get(status, InternalError)(
        text(said.message),
        status=status,
        source=text(said.source),
        line=said.line or None,
        page=said.page or None,
        offset=said.offset,
    )
