"""All names of a hall side by side, each unit at a place of its own."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from common.domain.hall import Bundle, Hall, Service
from common.domain.ids import BundleCode, ServiceCode
from common.domain.text import Language, Text
from common.search.alike import Neighbours, blurred
from common.search.found import Field
from common.search.masks import Masks, mask_of
from common.search.readings import Readings
from common.search.units import is_chinese, units_of


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
        characters: dict[str, array[int]] = defaultdict(_places)
        sounds: dict[str, array[int]] = defaultdict(_places)
        alike: dict[str, array[int]] = defaultdict(_places)
        of_field: dict[Field, list[int]] = defaultdict(list)
        of_language: dict[Language, list[int]] = {language: [] for language in Language}
        names: list[Name] = []
        first_of_entry: list[int] = []
        last_of_entry: list[int] = []
        cut = lru_cache(maxsize=None)(lambda text: units_of(text, readings))
        at = 0
        for number, entry in enumerate(entries):
            first_of_entry.append(at)
            for field, text in _texts(entry):
                units = cut(text)
                if not units:
                    continue
                for place, unit in enumerate(units, at):
                    if is_chinese(unit.text):
                        characters[unit.text].append(place)
                        for sound in {blurred(sound) for sound in unit.sounds}:
                            alike[sound].append(place)
                    for sound in unit.sounds[:1]:
                        sounds[sound].append(place)
                last = at + len(units) - 1
                chinese = any(is_chinese(unit.text) for unit in units)
                language = Language.ZH if chinese else Language.EN
                names.append(Name(number, field, text, language, at, last))
                of_field[field].extend(range(at, last + 1))
                of_language[language].extend(range(at, last + 1))
                at = last + 2
            last_of_entry.append(max(at - 2, first_of_entry[-1]))
            at += 1
        self.size = at
        self.names = tuple(names)
        self.units = mask_of(at, *of_field.values())
        self.beginnings = mask_of(at, [name.first for name in names])
        self.endings = mask_of(at, [name.last for name in names])
        self.named = mask_of(at, of_field[Field.NAME], of_field[Field.ALIAS])
        self.spoken = {language: mask_of(at, them) for language, them in of_language.items()}
        self.bodies = mask_of(at, *map(_range, first_of_entry, last_of_entry))
        self.bottoms = mask_of(at, last_of_entry)
        self.characters = Masks(characters, at)
        self.sounds = Masks(sounds, at)
        self.alike = Masks(alike, at)
        self.neighbours = Neighbours(sounds)
        self._first_of_name = array("I", [name.first for name in names])
        self._first_of_entry = array("I", first_of_entry)

    def name_at(self, place: int) -> Name:
        return self.names[bisect_right(self._first_of_name, place) - 1]

    def entry_at(self, place: int) -> int:
        return bisect_right(self._first_of_entry, place) - 1

    def names_of(self, entry: int) -> Iterator[Name]:
        at = bisect_right(self._first_of_name, self._first_of_entry[entry] - 1)
        while at < len(self.names) and self.names[at].entry == entry:
            yield self.names[at]
            at += 1


def _places() -> array[int]:
    return array("I")


def _range(first: int, last: int) -> range:
    return range(first, last + 1)


def _texts(entry: Entry) -> Iterator[tuple[Field, str]]:
    yield Field.NAME, entry.name.zh
    yield Field.NAME, entry.name.en
    for alias in entry.aliases:
        yield Field.ALIAS, alias
    for field, words in entry.places:
        yield field, words.zh
        yield field, words.en
