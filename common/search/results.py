"""From places that match to what is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import starmap

from common.domain.text import Language
from common.search.following import Tracer, Way
from common.search.found import Certainty, Field, Found, Spans
from common.search.layout import Layout, Name
from common.search.masks import set_bits
from common.search.readings import readings
from common.search.units import units_of

_LOOKED_AT = 4
"""So many times more matches than results are put in order; the others are as good."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What one way to look has found."""

    certainty: Certainty
    hits: int
    """The places where matches end; with several ways, the last places of entries."""
    ways: tuple[tuple[Way, int], ...]
    """How to trace a match, and where matches of that way end."""

    @classmethod
    def by(cls, way: Way, certainty: Certainty, hits: int) -> Trial:
        return cls(certainty, hits, ((way, hits),))


class Results:
    """Collects what one search finds: each entry once, as the surest way found it."""

    def __init__(self, layout: Layout, language: Language, most: int) -> None:
        self._layout = layout
        self.language = language
        self._most = most
        self._found: dict[int, Found] = {}

    def __len__(self) -> int:
        return len(self._found)

    def best(self) -> tuple[Found, ...]:
        return tuple(self._found.values())[: self._most]

    def add_code(self, number: int, typed: int) -> None:
        """That of the entry's code the first `typed` letters were typed."""
        if number not in self._found:
            code = self._layout.entries[number].code
            self._note(number, Certainty.EXACT, Field.CODE, code, ((0, typed),))

    def add(self, trial: Trial) -> None:
        """The best of what is not found yet."""
        tracers = tuple(starmap(Tracer, trial.ways)) if trial.hits else ()
        for name, place in self._in_order(trial.hits):
            if len(trial.ways) == 1:
                spans = _spans(tracers[0], name, place)
            else:
                name, spans = self._where_most_stand(tracers, name)
            self._note(name.entry, trial.certainty, name.field, name.text, spans)

    def _in_order(self, hits: int) -> list[tuple[Name, int]]:
        new: dict[int, tuple[tuple[int, ...], Name, int]] = {}
        for place in set_bits(hits):
            name = self._layout.name_at(place)
            if name.entry in self._found:
                continue
            if name.entry not in new and len(new) >= _LOOKED_AT * self._most:
                break
            rank = self._rank(name)
            if name.entry not in new or rank < new[name.entry][0]:
                new[name.entry] = rank, name, place
        best = sorted(new.values(), key=lambda one: one[0])[: self._most - len(self)]
        return [(name, place) for _, name, place in best]

    def _rank(self, name: Name) -> tuple[int, ...]:
        """Smaller is better: in this language, popular, by its name, with little besides."""
        foreign = name.language is not self.language
        popular = self._layout.entries[name.entry].popular
        by_name = name.field is Field.NAME
        return foreign, not popular, not by_name, name.last - name.first, name.entry

    def _where_most_stand(self, tracers: tuple[Tracer, ...], hit: Name) -> tuple[Name, Spans]:
        """Of the entry's names the one that most words lead to, the first of equals."""
        names = self._layout.names_of(hit.entry)
        name, ways = max(
            ((name, list(_through(tracers, name))) for name in names), key=lambda one: len(one[1])
        )
        return name, _joined(span for tracer, end in ways for span in _spans(tracer, name, end))

    def _note(
        self, number: int, certainty: Certainty, field: Field, words: str, spans: Spans
    ) -> None:
        entry = self._layout.entries[number]
        self._found[number] = Found(
            entry.code, entry.is_bundle, entry.name, certainty, field, words, spans
        )


def _through(tracers: Iterable[Tracer], name: Name) -> Iterator[tuple[Tracer, int]]:
    """Those that lead through this name, and where the first match of each ends."""
    for tracer in tracers:
        end = tracer.first_end(name.first, name.last)
        if end is not None:
            yield tracer, end


def _spans(tracer: Tracer, name: Name, end: int) -> Spans:
    """Which parts of the name's text were typed, up to the unit at place `end`."""
    parts = []
    units = units_of(name.text, readings())
    for unit, typed in tracer.trace(name.first, end):
        start, stop = units[unit].start, units[unit].end
        begun = name.text[start:stop].casefold().startswith(typed)
        parts.append((start, start + len(typed) if begun else stop))
    return _joined(parts)


def _joined(parts: Iterable[tuple[int, int]]) -> Spans:
    """The same in order, and parts that touch as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(set(parts)):
        if joined and joined[-1][1] >= start:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
