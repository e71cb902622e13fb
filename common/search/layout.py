"""All names of a hall side by side, each unit at a place of its own."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from common.domain.hall import Bundle, Hall, Service
from common.domain.ids import BundleCode, ServiceCode
from common.domain.text import Language, Text
from common.search.alike import Neighbours, blurred
from common.search.found import Field
from common.search.masks import Masks, mask_of, runs_of
from common.search.readings import Readings
from common.search.units import is_chinese, units_of

_OWN = (Field.NAME, Field.ALIAS)
"""Fields that name the entry itself, and no place."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be found."""

    code: ServiceCode | BundleCode
    is_bundle: bool
    popular: bool
    name: Text
    aliases: tuple[str, ...]
    places: tuple[tuple[Field, Text], ...]
    """Department and queue."""


@dataclass(frozen=True, slots=True)
class Name:
    """One text by which an entry is found, at the places `first` to `last`."""

    entry: int
    field: Field
    text: str
    language: Language
    first: int
    last: int


def entries_of(hall: Hall) -> tuple[Entry, ...]:
    """In the order in which equally good ones are shown: popular, bundles, the rest."""
    services = [_service_entry(hall, service) for service in hall.services]
    bundles = [_bundle_entry(hall, bundle) for bundle in hall.bundles]
    rest = [entry for entry in services if not entry.popular]
    return (*(entry for entry in services if entry.popular), *bundles, *rest)


def _service_entry(hall: Hall, service: Service) -> Entry:
    places = (
        (Field.DEPARTMENT, hall.department(service.department).name),
        (Field.QUEUE, hall.queue(service.queue).name),
    )
    return Entry(service.code, False, service.popular, service.name, service.aliases, places)


def _bundle_entry(hall: Hall, bundle: Bundle) -> Entry:
    places = ((Field.DEPARTMENT, hall.department(bundle.lead).name),)
    return Entry(bundle.code, True, False, bundle.name, bundle.aliases, places)


class Layout:
    """Where everything is. Between two names one place stays empty, so that no match crosses it."""

    def __init__(self, entries: tuple[Entry, ...], readings: Readings) -> None:
        self.entries = entries
        places = _Places(readings)
        bodies = []
        for number, entry in enumerate(entries):
            first = places.size
            for field, text in _texts(entry):
                places.add(number, field, text)
            bodies.append((first, max(places.size - 2, first)))
            places.size += 1
        self.names = names = tuple(places.names)
        self.size = size = places.size
        self.units = runs_of(size, map(_run, names))
        self.beginnings = mask_of(size, (name.first for name in names))
        self.endings = mask_of(size, (name.last for name in names))
        self.named = runs_of(size, (_run(n) for n in names if n.field in _OWN))
        self.spoken = {
            language: runs_of(size, (_run(n) for n in names if n.language is language))
            for language in Language
        }
        self.bodies = runs_of(size, bodies)
        self.bottoms = mask_of(size, (last for _, last in bodies))
        self.characters = Masks(places.characters, size)
        self.sounds = Masks(places.sounds, size)
        self.alike = Masks(_alike(places.characters, readings), size)
        self.neighbours = Neighbours(places.sounds)
        self._first_of_name = array("I", (name.first for name in names))
        self._first_of_entry = array("I", (first for first, _ in bodies))

    def name_at(self, place: int) -> Name:
        return self.names[bisect_right(self._first_of_name, place) - 1]

    def names_of(self, entry: int) -> Iterator[Name]:
        at = bisect_right(self._first_of_name, self._first_of_entry[entry] - 1)
        while at < len(self.names) and self.names[at].entry == entry:
            yield self.names[at]
            at += 1


class _Places:
    """Gives each unit its place, name after name."""

    def __init__(self, readings: Readings) -> None:
        self.size = 0
        self.names: list[Name] = []
        self.characters: dict[str, array[int]] = defaultdict(_no_places)
        self.sounds: dict[str, array[int]] = defaultdict(_no_places)
        self._units = lru_cache(maxsize=None)(lambda text: units_of(text, readings))

    def add(self, entry: int, field: Field, text: str) -> None:
        units = self._units(text)
        if not units:
            return
        language = Language.EN
        first = self.size
        for place, unit in enumerate(units, first):
            if is_chinese(unit.text):
                language = Language.ZH
                self.characters[unit.text].append(place)
            if unit.sounds:
                self.sounds[unit.sounds[0]].append(place)
        last = first + len(units) - 1
        self.names.append(Name(entry, field, text, language, first, last))
        self.size = last + 2


def _alike(characters: Mapping[str, array[int]], readings: Readings) -> dict[str, array[int]]:
    """Where what sounds like each sound is, by all readings of a character."""
    alike: dict[str, array[int]] = defaultdict(_no_places)
    for character, places in characters.items():
        for sound in {blurred(sound) for sound in readings.characters.get(character, ())}:
            alike[sound].extend(places)
    return alike


def _no_places() -> array[int]:
    return array("I")


def _run(name: Name) -> tuple[int, int]:
    return name.first, name.last


def _texts(entry: Entry) -> Iterator[tuple[Field, str]]:
    yield Field.NAME, entry.name.zh
    yield Field.NAME, entry.name.en
    for alias in entry.aliases:
        yield Field.ALIAS, alias
    for field, words in entry.places:
        yield field, words.zh
        yield field, words.en
