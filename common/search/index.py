"""Finds services and bundles by whatever people type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from common.domain.hall import Hall
from common.domain.text import Language
from common.search.alike import INITIALS, blurred
from common.search.fillers import without_fillers
from common.search.following import Alphabet, Steps, Way, ends
from common.search.found import Certainty, Found
from common.search.layout import Layout, entries_of
from common.search.masks import spread
from common.search.readings import readings
from common.search.results import Results, Trial
from common.search.units import Query, is_chinese, query_of

MOST = 30
"""Results of one search unless told otherwise."""
_FEW = 6
"""With fewer results, words that only sound alike are shown too."""
_SHORTEST_WITH_SLIP = {True: 4, False: 5}
"""Characters, or letters, of the shortest query in which a slip is looked for."""
_SHORTEST_SCATTERED = 3
"""Letters of the shortest query for which other words may stand between, or others sound."""


class SearchIndex:
    """The services and bundles of one hall, ready to be searched. Thread-safe.

    Building takes about 0.5 ms for each service: do it on a worker thread, once for each
    revision of the hall; a search takes some milliseconds among 5,000. Nothing typed is kept.
    """

    def __init__(self, hall: Hall) -> None:
        self._layout = layout = Layout(entries_of(hall), readings())
        self._codes = {query_of(entry.code).text: n for n, entry in enumerate(layout.entries)}
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
        results = Results(self._layout, language, most)
        if query.text:
            if query.text in self._codes:
                results.add_code(self._codes[query.text], len(query.text))
            for trial in self._trials(query, results):
                results.add(trial)
                if len(results) >= most:
                    break
        return results.best()

    def _trials(self, query: Query, results: Results) -> Iterator[Trial]:
        """The ways to look, the surest first; what is less sure waits for what the others find."""
        steps = self._plain.steps(query)
        yield from self._as_typed(query, steps, results)
        for code, number in self._codes.items():
            if code.startswith(query.text):
                results.add_code(number, len(query.text))
        core = without_fillers(query) if not len(results) else None
        if core is not None:
            query, steps = core, self._plain.steps(core)
            yield from self._as_typed(query, steps, results)
        yield from self._scattered(query, steps)
        yield from self._by_place(query, steps)
        if len(results) < _FEW:
            yield from self._jumbled(query)
            yield from self._alike(query)
        if not len(results):
            yield from self._guessed(query, steps)

    def _as_typed(self, query: Query, steps: Steps, results: Results) -> Iterator[Trial]:
        layout = self._layout
        way = Way(query, steps)
        begun = ends(way, layout.beginnings & layout.named, layout.units)
        if len(query.text) > 1:
            whole = begun & layout.endings & layout.spoken[results.language]
            yield Trial.by(way, Certainty.EXACT, whole)
        yield Trial.by(way, Certainty.EXACT, begun)
        yield self._in_names(way, Certainty.EXACT)

    def _scattered(self, query: Query, steps: Steps) -> Iterator[Trial]:
        words = query.words()
        if len(words) > 1:
            yield self._all_of(words, Certainty.SCATTERED)
        if sum(map(is_chinese, query.text)) > 1:
            yield self._in_names(Way(query, steps, gaps=True), Certainty.SCATTERED)

    def _by_place(self, query: Query, steps: Steps) -> Iterator[Trial]:
        layout = self._layout
        places = layout.units & ~layout.named
        way = Way(query, steps)
        yield Trial.by(way, Certainty.PLACE, ends(way, places, layout.units))
        if len(query.text) > 1:
            way = Way(query, steps, gaps=True)
            begun = ends(way, places & layout.beginnings, layout.units)
            yield Trial.by(way, Certainty.PLACE, begun)

    def _jumbled(self, query: Query) -> Iterator[Trial]:
        if len(query.text) > 1 and all(map(is_chinese, query.text)):
            yield self._all_of(tuple(map(query_of, query.text)), Certainty.JUMBLED)

    def _alike(self, query: Query) -> Iterator[Trial]:
        layout = self._layout
        way = Way(query, self._blurred.steps(query))
        begun = ends(way, layout.beginnings & layout.named, layout.units)
        yield Trial.by(way, Certainty.ALIKE, begun)
        yield self._in_names(way, Certainty.ALIKE)

    def _guessed(self, query: Query, steps: Steps) -> Iterator[Trial]:
        chinese = any(map(is_chinese, query.text))
        by_ear = self._by_ear.steps(query)
        if chinese:
            yield self._in_names(Way(query, by_ear), Certainty.GUESSED)
        if len(query.text) >= _SHORTEST_SCATTERED:
            yield self._in_names(Way(query, by_ear, gaps=True), Certainty.GUESSED)
        if len(query.text) >= _SHORTEST_WITH_SLIP[chinese]:
            slips = tuple(tuple(self._slips_from(query, at)) for at in range(len(query.text)))
            yield self._in_names(Way(query, steps, slips), Certainty.GUESSED)

    def _in_names(self, way: Way, certainty: Certainty) -> Trial:
        """Wherever in a name the match begins."""
        return Trial.by(way, certainty, ends(way, self._layout.named, self._layout.units))

    def _slips_from(self, query: Query, at: int) -> Iterator[tuple[int, int]]:
        if is_chinese(query.text[at]):
            yield at + 1, self._layout.units
            return
        longest = min((b for b in query.breaks if b > at), default=at)
        for to in range(at + 1, longest + 1):
            near = self._layout.neighbours.of(query.text[at:to])
            if near:
                yield to, self._layout.sounds.any_of(near)

    def _all_of(self, words: tuple[Query, ...], certainty: Certainty) -> Trial:
        """Entries in which all the words are found, wherever."""
        layout = self._layout
        bottoms = layout.bottoms
        ways = []
        for word in words:
            way = Way(word, self._plain.steps(word))
            hits = ends(way, layout.units, layout.units)
            bottoms &= spread(hits, layout.bodies)
            ways.append((way, hits))
        return Trial(certainty, bottoms, tuple(ways))

    def _same_sound(self, character: str) -> int:
        sounds = readings().characters.get(character, ())
        mask = self._layout.characters.whole(character)
        return mask | self._layout.alike.any_of({blurred(sound) for sound in sounds})
