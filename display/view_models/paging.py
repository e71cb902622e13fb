"""Which rows a board shows when there are more than can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

YOUNG = timedelta(seconds=20)
"""A call so young is never paged away."""


class Timed(Protocol):
    @property
    def at(self) -> datetime: ...


T = TypeVar("T", bound=Timed)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Leaf:
    """Where a list has been opened: page `number` of `count`, both from 1."""

    number: int
    count: int


def page_of(values: Sequence[V], capacity: int, turn: int) -> tuple[tuple[V, ...], Leaf]:
    """The values of the page that is open at `turn`, which grows for ever."""
    count = max(1, -(-len(values) // capacity))
    number = turn % count
    return tuple(values[number * capacity : (number + 1) * capacity]), Leaf(number + 1, count)


def calls_page(
    calls: Sequence[T], capacity: int, turn: int, now: datetime
) -> tuple[tuple[T, ...], Leaf]:
    """As `page_of` for calls, newest first; young calls stand on every page, above the others.

    When more calls are young than fit, the newest stand and none is turned over.
    """
    young = [call for call in calls if now - call.at < YOUNG]
    older = list(calls[len(young) :])
    room = capacity - len(young)
    if room <= 0:
        return tuple(young[:capacity]), Leaf(1, 1)
    page, leaf = page_of(older, room, turn)
    return (*young, *page), leaf
