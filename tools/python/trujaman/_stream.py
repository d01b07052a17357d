"""Turns calls that push into iterators that are pulled.

The library gives the units of a file to a callback; Python wants `for unit in …`. The call runs in
a thread of its own, which is never more than a few bundles ahead, and ends when the iterator is
closed or forgotten.
"""
from __future__ import annotations

import atexit
import threading
import weakref
from collections import deque
from collections.abc import Callable, Generator
from typing import Any, Generic, TypeVar

from trujaman import _ending

Item = TypeVar("Item")

_BUNDLE = 64
"""Items that change threads together: one by one, changing would cost more than reading."""
_AHEAD = 4
"""Bundles that wait at most."""


class _Producer(Generic[Item]):
    """The thread with the call in it."""

    def __init__(self, produce: Callable[[Callable[[Item], bool]], None]) -> None:
        if _ending.ending():
            raise SystemExit  # No thread may begin now.
        self._produce = produce
        self._changed = threading.Condition()
        self._bundles: deque[list[Item]] = deque()
        self._bundle: list[Item] = []
        self._done = False
        self._failure: BaseException | None = None
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="trujaman stream", daemon=True)
        self._thread.start()
        _running.add(self)

    def _run(self) -> None:
        try:
            self._produce(self._push)
        except BaseException as error:  # It is raised where the iterator is used.
            self._failure = error
        with self._changed:
            self._bundles.append(self._bundle)
            self._done = True
            self._changed.notify()

    def _push(self, item: Item) -> bool:
        """Takes an item; False when no more are wanted."""
        self._bundle.append(item)
        if len(self._bundle) >= _BUNDLE:
            with self._changed:
                while len(self._bundles) >= _AHEAD and not self._stopped:
                    self._changed.wait()
                self._bundles.append(self._bundle)
                self._bundle = []
                self._changed.notify()
        return not self._stopped

    def bundle(self) -> list[Item] | None:
        """The next items; None at the end. Raises what ended the call."""
        with self._changed:
            while not self._bundles and not self._done:
                self._changed.wait()
            self._changed.notify()
            if self._bundles:
                return self._bundles.popleft()
        if self._failure is not None:
            # What the end of the interpreter broke off is no failure to tell of.
            if _ending.ending():
                raise SystemExit
            raise self._failure
        return None

    def stop(self, patience: float | None = None) -> None:
        """Ends the call and its thread. Waits for that, so many seconds at most; but not inside of
        another call, or the same: the garbage collector, which runs in any thread, may have found
        the iterator there, and the one could wait for the other."""
        self._stopped = True
        with self._changed:
            self._changed.notify()
        if not _ending.inside():
            self._thread.join(patience)
        _running.discard(self)


_running: weakref.WeakSet[_Producer[Any]] = weakref.WeakSet()


@atexit.register
def _stop_all() -> None:
    """No thread may be inside the library when Python's interpreter goes away."""
    _ending.announce()
    for producer in list(_running):
        producer.stop(_ending.PATIENCE)


def pull(
    produce: Callable[[Callable[[Item], bool]], None]
) -> Generator[Item, None, None]:
    """What `produce` gives to the function that it is called with, as an iterator.

    `produce` runs in another thread, from the first item that is asked for; the function that it is
    given returns False when it is to stop.
    """
    producer = _Producer(produce)
    try:
        while (bundle := producer.bundle()) is not None:
            yield from bundle
    finally:
        producer.stop()
