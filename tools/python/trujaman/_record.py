"""Dataclasses that are shown without what they do not say."""
from __future__ import annotations

import dataclasses
from typing import Any


class Record:
    """Base of dataclasses with many members, few of which are set: repr() names these only."""

    __slots__ = ()

    def __repr__(self) -> str:
        shown = []
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if field.repr and (field.default is dataclasses.MISSING or value != field.default):
                shown.append(f"{field.name}={value!r}")
        return f"{type(self).__name__}({', '.join(shown)})"


def make_tuples(record: Any, *names: str) -> None:
    """Members of a frozen dataclass, given as any sequence, become tuples: equal and hashable."""
    for name in names:
        value = getattr(record, name)
        if isinstance(value, str):
            raise TypeError(f"{name}: a sequence of texts is needed, not one str")
        if type(value) is not tuple:
            object.__setattr__(record, name, tuple(value))
