"""Turns calls that push into iterators that are pulled.

The library gives the units of a file to a callback; Python wants `for unit in …`. The call runs in
a thread of its own, which is never more than a few bundles ahead, and ends when the iterator is
closed or forgotten.
"""
from __future__ import annotations

import atexit
import queue
import threading
import weakref
from collections.abc import Callable, Generator
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")

_BUNDLE = 64
"""Items that change threads together: one by one, changing would cost more than reading."""
_AHEAD = 4
"""Bundles that wait at most."""


class _Producer(Generic[Item]):
    """The thread with the call in it."""

    def __init__(self, produce: Callable[[Callable[[Item], bool]], None]) -> None:
        self._produce = produce
        self._bundles: queue.Queue[list[Item] | BaseException | None] = queue.Queue(_AHEAD)
        self._bundle: list[Item] = []
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="trujaman stream", daemon=True)
        _running.add(self)
        self._thread.start()

    def _run(self) -> None:
        end: BaseException | None = None
        try:
            self._produce(self._push)
        except BaseException as error:  # it is raised where the iterator is used
            end = error
        if not self._stopped:
            if self._bundle:
                self._bundles.put(self._bundle)
            self._bundles.put(end)

    def _push(self, item: Item) -> bool:
        """Takes an item; False when no more are wanted."""
        self._bundle.append(item)
        if len(self._bundle) >= _BUNDLE:
            self._bundles.put(self._bundle)
            self._bundle = []
        return not self._stopped

    def bundle(self) -> list[Item] | None:
        """The next items; None at the end."""
        bundle = self._bundles.get()
        if isinstance(bundle, BaseException):
            raise bundle
        return bundle

    def stop(self) -> None:
        """Ends the call and its thread."""
        self._stopped = True
        while self._thread.is_alive():
            try:  # It may be waiting for room.
                self._bundles.get_nowait()
            except queue.Empty:
                self._thread.join(0.001)
        _running.discard(self)


_running: weakref.WeakSet[_Producer[Any]] = weakref.WeakSet()


@atexit.register
def _stop_all() -> None:
    """No thread may be inside the library when Python's interpreter goes away."""
    for producer in list(_running):
        producer.stop()


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
