"""Rules, which have names here and numbers in C."""
from __future__ import annotations

from collections.abc import Iterable

from trujaman._library import ffi, lib, text


def described(kind: str) -> dict[str, str]:
    """The names of all rules of a kind, "check" or "clean", each with what it finds."""
    name = getattr(lib, f"trujaman_{kind}_rule_name")
    description = getattr(lib, f"trujaman_{kind}_rule_description")
    rules: dict[str, str] = {}
    while name(len(rules)) != ffi.NULL:
        rules[text(name(len(rules)))] = text(description(len(rules)))
    return rules


def bits(kind: str, names: Iterable[str]) -> int:
    """Rules as C takes them, a bit each. Raises ValueError for what is no rule."""
    if isinstance(names, str):
        raise TypeError("several rules are needed, not one str")
    numbers = {name: number for number, name in enumerate(described(kind))}
    wanted = 0
    for name in names:
        if name not in numbers:
            raise ValueError(f"{name!r} is no rule: {', '.join(numbers)}")
        wanted |= 1 << numbers[name]
    return wanted
