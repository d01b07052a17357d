"""Enumerations whose members are strings here and numbers in C."""
from __future__ import annotations

import enum
from typing import Self

from trujaman._library import CData


class Choice(enum.StrEnum):
    """Members in the order in which C numbers them, from 0."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    @classmethod
    def _of(cls, number: CData) -> Self:
        """The member that C means."""
        return tuple(cls)[int(number)]

    @classmethod
    def _number(cls, value: str) -> int:
        """What C calls a member, or the str that it is. Raises ValueError for others."""
        return tuple(cls).index(cls(value))


def number_of(choice: str, *choices: str) -> int:
    """What C calls one of several choices, which it numbers from 0. Raises ValueError for
    others."""
    if choice not in choices:
        raise ValueError(f"{choice!r} is none of {', '.join(map(repr, choices))}")
    return choices.index(choice)
