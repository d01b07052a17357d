"""Ends calls that are at work when Python's interpreter does.

A thread that enters Python while the interpreter goes away is ended by it, from inside the callback
and so through the library's frames, which takes the program down. So whatever daemon threads have
under way is stopped before that: their callbacks say so, and the threads end.
"""
from __future__ import annotations

import atexit
import threading
import time
import weakref

PATIENCE = 5.0
"""Seconds, after which a call whose callback waits for something is left alone."""

_under_way: weakref.WeakKeyDictionary[object, int] = weakref.WeakKeyDictionary()
_ending = False


def ending() -> bool:
    """Whether this thread is to end: the interpreter does, and its main thread is another one."""
    return _ending and threading.current_thread() is not threading.main_thread()


def announce() -> None:
    """Says that the interpreter ends. From now on, what is broken off is no failure to tell of."""
    global _ending
    _ending = True


def begin(call: object) -> None:
    """Says that a call will have callbacks. Ends the thread when it is too late for that."""
    if ending():
        raise SystemExit
    _under_way[call] = threading.get_ident()


def end(call: object) -> None:
    """Says that it is done. Ends the thread when the interpreter does."""
    _under_way.pop(call, None)
    if ending():
        raise SystemExit


def inside() -> bool:
    """Whether this thread may be inside a callback of the library."""
    try:
        return threading.get_ident() in _under_way.values()
    except RuntimeError:  # It changed while it was looked through.
        return True


@atexit.register
def _end_all() -> None:
    announce()
    last = time.monotonic() + PATIENCE
    while _others_are_at_work() and time.monotonic() < last:
        time.sleep(0.001)


def _others_are_at_work() -> bool:
    main = threading.main_thread().ident
    try:
        return any(ident != main for ident in _under_way.values())
    except RuntimeError:  # It changed while it was looked through: they are.
        return True
