"""What a call of the library needs around it: arguments that live as long as it, exceptions of the
callbacks carried through it, its failure raised."""
from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn, Self

from trujaman import _ending
from trujaman._library import CData, ffi, lib
from trujaman._text import encode, encode_normal
from trujaman.errors import last_error

Progress = Callable[[float], object]
"""Is told the share of the work that is done, in [0, 1]. When it returns False (None will not do),
the call stops with CancelledError."""


class Call:
    """One call of the library."""

    def __init__(self) -> None:
        self._kept: list[CData] = []
        # A list, so that callbacks need not know the call: forgotten, both are gone at once.
        self._raised: list[BaseException] = []

    # Arguments ---------------------------------------------------------------------------------

    def keep(self, value: CData) -> CData:
        """Keeps something alive until the call is done, and gives it back."""
        self._kept.append(value)
        return value

    def new(self, kind: str, *initialiser: Any) -> CData:
        """Something new of C, zeroed, that lives as long as the call."""
        return self.keep(ffi.new(kind, *initialiser))

    def bytes(self, value: bytes) -> CData:
        """Bytes with a NUL behind them."""
        return self.new("char[]", value)

    def text(self, value: str) -> CData:
        """A text as it is: a path's name, a tag, a pattern."""
        return self.bytes(encode(value))

    def normal(self, value: str) -> CData:
        """A text of a language, in NFC."""
        return self.bytes(encode_normal(value))

    def optional(self, value: str | None) -> CData:
        """A text, or NULL for None."""
        return ffi.NULL if value is None else self.text(value)

    def texts(self, values: Iterable[str], *, normal: bool = False) -> tuple[CData, int]:
        """An array of texts and its length. A single str is not taken for its letters."""
        if isinstance(values, str):
            raise TypeError("several texts are needed, not one str")
        pointers = [self.normal(value) if normal else self.text(value) for value in values]
        if not pointers:
            return ffi.NULL, 0
        return self.new("const char*[]", pointers), len(pointers)

    def structs(
        self, kind: str, values: Sequence[Any], fill: Callable[[CData, Any], object]
    ) -> CData:
        """An array of structs, each filled from a value; NULL for none."""
        if not values:
            return ffi.NULL
        array = self.new(f"{kind}[]", len(values))
        for index, value in enumerate(values):
            # The address: an item of an array of structs would be a view, too, but a dearer one.
            fill(array + index, value)
        return array

    def options(self, kind: str) -> CData:
        """A struct of options, which begins with its size."""
        options = self.new(f"{kind}*")
        options.size = ffi.sizeof(kind)
        return options

    # Callbacks ---------------------------------------------------------------------------------

    def callback(self, kind: str, function: Callable[..., Any], failed: Any) -> CData:
        """A Python function as one of C, of type `kind`.

        An exception makes it return `failed`, now and whenever it is called again, and comes out of
        the call.
        """

        raised = self._raised
        _ending.begin(self)

        def guarded(*arguments: CData) -> Any:
            return failed if raised or _ending.ending() else function(*arguments)

        def caught(_kind: Any, error: BaseException, _traceback: Any) -> None:
            raised.append(error)

        error = {} if failed is None else {"error": failed}
        return self.keep(ffi.callback(kind, guarded, onerror=caught, **error))

    def again(self) -> None:
        """Says that a call with these callbacks follows, when there are several."""
        _ending.begin(self)

    def progress(self, function: Progress | None) -> CData:
        """A progress callback. There always is one: it stops the work when any callback has raised
        an exception, and lets Ctrl-C through."""

        def report(done: float, _user: CData) -> int:
            return int(function is None or function(done) is not False)

        return self.callback("trujaman_progress", report, 0)

    # Outcome -----------------------------------------------------------------------------------

    def check(self, status: int) -> None:
        """Raises what a callback has raised, or the failure of the call."""
        _ending.end(self)
        if self._raised:
            raise self._raised.pop()
        if status:
            raise last_error()

    def made(self, status: int, out: CData, free: str) -> CData:
        """The handle or result that a call gave through its last argument; freed when forgotten."""
        self.check(status)
        return owned(out[0], free)


def owned(pointer: CData, free: str) -> CData:
    """A pointer that is freed when it is forgotten, but not as long as a call is using it."""
    return pointer if pointer == ffi.NULL else ffi.gc(pointer, getattr(lib, f"trujaman_{free}"))


def out(kind: str) -> CData:
    """Room for a pointer that a call gives: `out("trujaman_units")`."""
    return ffi.new(f"{kind}**")


def items(name: str, result: CData) -> Iterator[CData]:
    """The members of a list that has `_size` and `_at`."""
    at = getattr(lib, f"trujaman_{name}_at")
    for index in range(getattr(lib, f"trujaman_{name}_size")(result)):
        yield at(result, index)


class Handle:
    """Something that the library keeps. Freed when it is closed or forgotten.

    Closing it while another thread is using it is safe: arguments of a call are not forgotten
    before it is done.
    """

    __slots__ = ("__weakref__", "_lock", "_owner", "_pointer")

    def __init__(self, pointer: CData) -> None:
        self._pointer: CData | None = pointer
        self._lock = threading.Lock()
        self._owner: int | None = None

    @classmethod
    def _adopt(cls, pointer: CData) -> Self:
        """A handle made of what the library gave."""
        handle = cls.__new__(cls)
        Handle.__init__(handle, pointer)
        return handle

    def _open(self) -> CData:
        """The pointer. Raises ValueError when the handle was closed.

        Not to be kept in a variable: a traceback would keep that, and with it the handle open.
        """
        pointer = self._pointer
        if pointer is None:
            raise ValueError(f"the {type(self).__name__} is closed")
        return pointer

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """For calls that want the handle for themselves; other threads wait."""
        if self._owner == threading.get_ident():
            name = type(self).__name__
            raise RuntimeError(f"the {name} is in use by the call that is calling back")
        with self._lock:
            self._owner = threading.get_ident()
            try:
                yield
            finally:
                self._owner = None

    @property
    def closed(self) -> bool:
        """Whether close() was called."""
        return self._pointer is None

    def close(self) -> None:
        """Gives back what the library keeps. Closing again does nothing."""
        self._pointer = None

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<trujaman.{type(self).__name__}{', closed' if self.closed else ''}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} cannot be pickled")
