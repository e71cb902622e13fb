"""Finds services and bundles by whatever people type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from common.domain.hall import Hall
from common.domain.text import Language
from common.search.alike import INITIALS, blurred
from common.search.fillers import without_fillers
from common.search.following import Alphabet, Way, ends, trace
from common.search.found import Certainty, Field, Found, Spans
from common.search.layout import Layout, Name, entries_of
from common.search.masks import set_bits, spread
from common.search.readings import readings
from common.search.units import Query, is_chinese, query_of

MOST = 30
"""Results that are shown unless told otherwise."""
_FEW = 6
"""With fewer results, words that only sound alike are shown too."""
_LOOKED_AT = 4
"""So many times more matches than results are put in order; the others are as good."""
_SHORTEST_WITH_SLIP = {True: 4, False: 5}
"""Characters, or letters, of the shortest query in which a slip is looked for."""
_NO_SPANS: Spans = ()
_SHORTEST_SCATTERED = 3
"""Letters of the shortest query for which other words may stand between, or others sound."""


@dataclass(frozen=True, slots=True)
class _Trial:
    """One way to look, tried when the ways before found fewer than `below`."""

    certainty: Certainty
    hits: int
    """The ends of matches; with `words`, the bottoms of entries."""
    ways: tuple[Way, ...]
    """What the match is traced with."""


class SearchIndex:
    """The services and bundles of one hall, ready to be searched. Thread-safe.

    Building takes about 0.1 ms for each service (do it on the worker thread); a search takes a few
    milliseconds among 5,000. It holds nothing of what was typed but letters' places.
    """

    def __init__(self, hall: Hall) -> None:
        self._layout = layout = Layout(entries_of(hall), readings())
        self._codes = {entry.code.casefold(): n for n, entry in enumerate(layout.entries)}
        self._plain = Alphabet(
            layout.characters.whole,
            layout.sounds.starting,
            layout.sounds.whole,
            INITIALS.__contains__,
        )
        self._blurred = Alphabet(
            layout.characters.whole,
            lambda piece: layout.alike.starting(blurred(piece)),
            lambda piece: layout.alike.whole(blurred(piece)),
            INITIALS.__contains__,
        )
        self._by_ear = replace(self._blurred, chinese=self._same_sound)

    def search(
        self, typed: str, language: Language = Language.ZH, most: int = MOST
    ) -> tuple[Found, ...]:
        """The best `most` for what was typed, the best first.

        Of equally good ones those go first that match in `language`, then popular ones. Any text is
        fine; of a long one the beginning counts. Nothing typed finds nothing.
        """
        query = query_of(typed)
        found: dict[int, Found] = {}
        if query.text:
            exact = self._codes.get(query.text)
            if exact is not None:
                found[exact] = self._by_code(exact, len(query.text))
            for trial in self._trials(query, found, most):
                self._add(trial, found, most, language)
                if len(found) >= most:
                    break
            self._add_codes(query, found, most)
        return tuple(found.values())[:most]

    # ── the ways to look, the surest first ───────────────────────────────────────────────────

    def _trials(self, query: Query, found: dict[int, Found], most: int) -> Iterator[_Trial]:
        yield from self._as_typed(query)
        core = None if found else without_fillers(query)
        if core is not None:
            query = core
            yield from self._as_typed(query)
        yield from self._scattered(query, found)
        yield from self._by_place(query)
        if len(found) < min(_FEW, most):
            yield from self._alike(query)
        if not found:
            yield from self._guessed(query)

    def _as_typed(self, query: Query) -> Iterator[_Trial]:
        layout = self._layout
        way = Way(query, self._plain.steps(query))
        begun = ends(way, layout.beginnings & layout.named, layout.units)
        yield _Trial(Certainty.EXACT, begun & layout.endings, (way,))
        yield _Trial(Certainty.EXACT, begun, (way,))
        inside = ends(way, layout.named, layout.units)
        yield _Trial(Certainty.EXACT, inside, (way,))

    def _scattered(self, query: Query, found: dict[int, Found]) -> Iterator[_Trial]:
        words = query.words()
        if len(words) > 1:
            yield self._all_of(words)
        chinese = [letter for letter in query.text if is_chinese(letter)]
        if len(chinese) > 1:
            yield self._loosely(Certainty.SCATTERED, self._plain, query)
        if len(chinese) > 1 and len(chinese) == len(query.text) and len(found) < _FEW:
            yield self._all_of(tuple(map(query_of, query.text)))

    def _loosely(self, certainty: Certainty, alphabet: Alphabet, query: Query) -> _Trial:
        """Names in which other words stand between those that were typed."""
        layout = self._layout
        way = Way(query, alphabet.steps(query), gaps=True)
        return _Trial(certainty, ends(way, layout.named, layout.units), (way,))

    def _by_place(self, query: Query) -> Iterator[_Trial]:
        layout = self._layout
        places = layout.units & ~layout.named
        for gaps in (False, True):
            if len(query.text) > gaps:
                way = Way(query, self._plain.steps(query), gaps=gaps)
                seeds = places & layout.beginnings if gaps else places
                yield _Trial(Certainty.PLACE, ends(way, seeds, layout.units), (way,))

    def _alike(self, query: Query) -> Iterator[_Trial]:
        layout = self._layout
        way = Way(query, self._blurred.steps(query))
        yield _Trial(
            Certainty.ALIKE, ends(way, layout.beginnings & layout.named, layout.units), (way,)
        )
        yield _Trial(Certainty.ALIKE, ends(way, layout.named, layout.units), (way,))

    def _guessed(self, query: Query) -> Iterator[_Trial]:
        layout = self._layout
        chinese = any(map(is_chinese, query.text))
        long_enough = len(query.text) >= _SHORTEST_SCATTERED
        if chinese:
            way = Way(query, self._by_ear.steps(query))
            yield _Trial(Certainty.GUESSED, ends(way, layout.named, layout.units), (way,))
        if long_enough:
            yield self._loosely(Certainty.GUESSED, self._by_ear, query)
        if len(query.text) >= _SHORTEST_WITH_SLIP[chinese]:
            slips = tuple(tuple(self._slips_from(query, at)) for at in range(len(query.text)))
            way = Way(query, self._plain.steps(query), slips)
            yield _Trial(Certainty.GUESSED, ends(way, layout.named, layout.units), (way,))

    def _slips_from(self, query: Query, at: int) -> Iterator[tuple[int, int]]:
        if is_chinese(query.text[at]):
            yield at + 1, self._layout.units
            return
        longest = min((b for b in query.breaks if b > at), default=at)
        for to in range(at + 1, longest + 1):
            near = self._layout.neighbours.of(query.text[at:to])
            if near:
                yield to, self._layout.sounds.any_of(near)

    def _all_of(self, words: tuple[Query, ...]) -> _Trial:
        """Entries in which all the words are found, wherever."""
        layout = self._layout
        ways = tuple(Way(word, self._plain.steps(word)) for word in words)
        bottoms = layout.bottoms
        for way in ways:
            bottoms &= spread(ends(way, layout.units, layout.units), layout.bodies)
        return _Trial(Certainty.SCATTERED, bottoms, ways)

    def _same_sound(self, character: str) -> int:
        sounds = readings().characters.get(character, ())
        mask = self._layout.characters.whole(character)
        return mask | self._layout.alike.any_of({blurred(sound) for sound in sounds})

    # ── from matches to results ──────────────────────────────────────────────────────────────

    def _add(self, trial: _Trial, found: dict[int, Found], most: int, language: Language) -> None:
        layout = self._layout
        new: dict[int, tuple[tuple[int, ...], Name, int]] = {}
        for place in set_bits(trial.hits):
            name = layout.name_at(place)
            if name.entry in found:
                continue
            rank = self._rank(name, language)
            if name.entry not in new:
                if len(new) >= _LOOKED_AT * most:
                    break
                new[name.entry] = rank, name, place
            elif rank < new[name.entry][0]:
                new[name.entry] = rank, name, place
        for _, name, place in sorted(new.values(), key=lambda one: one[0])[: most - len(found)]:
            found[name.entry] = self._told(trial, name, place)

    def _rank(self, name: Name, language: Language) -> tuple[int, ...]:
        """Smaller is better: in this language, popular, by its name, with little besides."""
        popular = self._layout.entries[name.entry].popular
        by_name = name.field is Field.NAME
        foreign = name.language is not language
        return foreign, not popular, not by_name, name.last - name.first, name.entry

    def _told(self, trial: _Trial, name: Name, place: int) -> Found:
        if len(trial.ways) == 1:
            return self._found(name, trial.certainty, _spans(trial.ways[0], name, place))
        return self._told_by_words(trial, name)

    def _told_by_words(self, trial: _Trial, somewhere: Name) -> Found:
        """The name in which the most of the words stand, with all of these."""
        best, spans = somewhere, _NO_SPANS
        for name in self._layout.names_of(somewhere.entry):
            here = _joined(span for way in trial.ways for span in self._anywhere(way, name))
            if len(here) > len(spans):
                best, spans = name, here
        return self._found(best, trial.certainty, spans)

    def _anywhere(self, way: Way, name: Name) -> Spans:
        units = (1 << (name.last - name.first + 1)) - 1 << name.first
        place = next(set_bits(ends(way, units, units)), None)
        return () if place is None else _spans(way, name, place)

    def _found(self, name: Name, certainty: Certainty, spans: Spans) -> Found:
        entry = self._layout.entries[name.entry]
        return Found(
            entry.code, entry.is_bundle, entry.name, certainty, name.field, name.text, spans
        )

    def _by_code(self, number: int, typed: int) -> Found:
        entry = self._layout.entries[number]
        return Found(
            entry.code,
            entry.is_bundle,
            entry.name,
            Certainty.EXACT,
            Field.CODE,
            entry.code,
            ((0, typed),),
        )

    def _add_codes(self, query: Query, found: dict[int, Found], most: int) -> None:
        """Who types codes types them whole; a beginning comes after all else."""
        for code, number in self._codes.items():
            if len(found) >= most:
                return
            if number not in found and code.startswith(query.text):
                found[number] = self._by_code(number, len(query.text))


def _spans(way: Way, name: Name, place: int) -> Spans:
    """Which parts of the name's text were typed."""
    parts = []
    for unit, typed in trace(way, name.first, name.last, place):
        start, end = name.spans[unit]
        begun = name.text[start:end].casefold().startswith(typed)
        parts.append((start, start + len(typed) if begun else end))
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
