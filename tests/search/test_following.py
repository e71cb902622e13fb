"""Following all names at once finds what looking at each name alone finds."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.search import Certainty
from common.search.alike import INITIALS, Neighbours, blurred
from common.search.masks import mask_of, set_bits, spread
from common.search.readings import readings
from common.search.units import query_of, units_of


def leads_through(units, query):
    """Whether the query, as typed, is read somewhere in these units: the plain way to ask."""
    text = query.text

    def onward(place, at):
        if at == len(text):
            return True
        if place == len(units):
            return False
        unit = units[place]
        if text[at] == unit.text:
            return onward(place + 1, at + 1)
        for sound in unit.sounds[:1]:
            for to in range(at + 1, len(text) + 1):
                piece = text[at:to]
                if not sound.startswith(piece):
                    break
                fits = piece == sound or piece in INITIALS or to in query.breaks
                if fits and onward(place + 1, to):
                    return True
                if to in query.breaks:
                    break
        return False

    return any(onward(place, 0) for place in range(len(units)))


@pytest.fixture(scope="module")
def names(hall):
    things = [*hall.services, *hall.bundles]
    return {
        str(thing.code): [
            units_of(text, readings()) for text in (thing.name.zh, thing.name.en, *thing.aliases)
        ]
        for thing in things
    }


def _typings(names):
    """Beginnings, parts and initials of names as people type them."""
    chance = random.Random(20261123)
    for cut in names.values():
        for units in chance.sample(cut, 4):
            start = chance.randrange(len(units))
            part = units[start : start + chance.randint(1, 5)]
            how = chance.choice(["letters", "initials", "mixed", "as it is"])
            spoken = [unit.sounds[0] if unit.sounds else unit.text for unit in part]
            if how == "initials":
                spoken = [sound[0] for sound in spoken]
            elif how == "mixed":
                spoken = [chance.choice([sound, sound[0]]) for sound in spoken]
            elif how == "as it is":
                spoken = [unit.text for unit in part]
            typed = chance.choice(["", " "]).join(spoken)
            yield typed[: chance.randint(1, len(typed))]


def test_it_finds_what_looking_at_each_name_alone_finds(index, hall, names):
    checked = 0
    codes = {code.casefold() for code in names}
    for typed in dict.fromkeys(_typings(names)):
        query = query_of(typed)
        if any(code.startswith(query.text) for code in codes):
            continue
        results = index.search(typed, most=200)
        found = {str(one.code) for one in results if one.certainty is Certainty.EXACT}
        expected = {
            code for code, cut in names.items() if any(leads_through(units, query) for units in cut)
        }
        assert found == expected, typed
        checked += 1
    assert checked > 200


@given(st.sets(st.integers(0, 300)), st.lists(st.integers(1, 12), max_size=20))
def test_a_seed_spreads_to_the_end_of_its_run_and_no_further(places, lengths):
    runs, at = [], 0
    for length in lengths:
        runs.append(range(at, at + length))
        at += length + 1
    mask = mask_of(400, *runs)
    seeds = {place for place in places if any(place in run for run in runs)}
    expected = {p for run in runs for p in run if any(s in run and s <= p for s in seeds)}
    assert set(set_bits(spread(mask_of(400, seeds), mask))) == expected


def test_the_beginning_of_a_syllable_blurs_to_the_beginning_of_the_blurred_syllable():
    sounds = {sound for each in readings().characters.values() for sound in each}
    for sound in sounds:
        for end in range(1, len(sound) + 1):
            begun = blurred(sound[:end])
            # The second letter of zh tells nothing, and neither does the g of -ang.
            assert blurred(sound).startswith(begun) or sound[:end] in ("zh", "ch", "sh"), sound


@pytest.mark.parametrize("typed", ["yagn", "yng", "yanng", "yabg", "ynag"])
def test_neighbours_are_one_slip_apart(typed):
    assert Neighbours(["yang", "lao", "ba"]).of(typed) == {"yang"}


def test_short_words_have_no_neighbours():
    assert Neighbours(["ba", "bao"]).of("ab") == frozenset()
