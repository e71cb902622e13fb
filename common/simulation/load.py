"""The load of a hall: who comes when, for what, and how long it takes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from common.domain.hall import Hall
from common.domain.ids import ClassCode, ZoneCode
from common.domain.text import Text
from common.operations.hall_file.document import (
    HallFileUnreadable,
    HallFileWrong,
    Problem,
    read_document,
)
from common.operations.hall_file.words import explain
from common.simulation.errors import LoadModelUnreadable, UnknownLevel

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class HalfHour:
    """A stretch of the day in which people come."""

    start: timedelta
    """From midnight, in hall time."""
    weight: float


@dataclass(frozen=True, slots=True)
class ZoneLoad:
    """How many of the people one zone gets, and the lognormal time that one stop takes there."""

    code: ZoneCode
    weight: float
    location: float
    """Mean of the logarithm of the seconds."""
    spread: float
    """Standard deviation of the logarithm."""


@dataclass(frozen=True, slots=True)
class Level:
    tickets: int
    """People of an average day."""
    counters: int


@dataclass(frozen=True, slots=True)
class LoadModel:
    """Shares are fractions of 1; weights need no sum."""

    half_hours: tuple[HalfHour, ...]
    weekdays: tuple[tuple[int, float], ...]
    """Factor of each day of the week on which people come; 0 is Monday."""
    zones: tuple[ZoneLoad, ...]
    staffed: float
    no_shows: float
    appointments: float
    """Share of the people with one stop who want to book."""
    one_stop_work: float
    several: float
    """Share of the people whose errand leads to more than one counter."""
    three: float
    """Share of those who go to three counters instead of two."""
    bundles: float
    """Share of those who come for one of the hall's bundles."""
    classes: tuple[tuple[ClassCode, float], ...]
    levels: Mapping[str, Level]

    def level(self, name: str) -> Level:
        try:
            return self.levels[name.strip().upper()]
        except KeyError:
            raise UnknownLevel(given=name, known=" ".join(self.levels)) from None


_Percent = Annotated[float, Field(ge=0, le=100)]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, strict=True)


class _HalfHour(_Form):
    start: str = Field(alias="from", pattern=r"^([01]\d|2[0-3]):[03]0$")
    percent: float = Field(gt=0)


class _Zone(_Form):
    code: str
    percent: float = Field(gt=0)
    mean_minutes: float = Field(gt=0, le=600)
    deviation_minutes: float = Field(gt=0, le=600)


class _Several(_Form):
    percent: _Percent
    three_percent: _Percent
    bundle_percent: _Percent


class _Level(_Form):
    tickets: int = Field(ge=1, le=100_000)
    counters: int = Field(ge=1, le=2_000)


class _Load(_Form):
    arrivals: list[_HalfHour] = Field(min_length=1)
    weekdays: dict[str, Annotated[float, Field(gt=0, le=10)]] = Field(min_length=1)
    zones: list[_Zone] = Field(min_length=1)
    staffed_percent: float = Field(gt=0, le=100)
    no_show_percent: float = Field(ge=0, lt=100)
    appointment_percent: _Percent
    one_stop_work_percent: float = Field(gt=0, le=100)
    several_windows: _Several
    classes: dict[str, _Percent]
    levels: dict[str, _Level] = Field(min_length=1)


_WANTED = Text(
    zh="负荷模型，请参照 resources/simulation/load_model.yaml",
    en="a load model; see resources/simulation/load_model.yaml",
)


def read_load_model(file: Path, hall: Hall) -> LoadModel:
    """The load that `file` describes, for `hall`.

    Raises LoadModelUnreadable when it is no text file, and HallFileWrong with every fault, its line
    and what to do, also for a zone or class that the hall does not have.
    """
    try:
        document = read_document(file, _WANTED)
    except HallFileUnreadable as error:
        raise LoadModelUnreadable(**error.facts) from None
    try:
        form = _Load.model_validate(document.content)
    except ValidationError as error:
        problems = [
            Problem(
                document.line(fault["loc"]),
                explain(
                    ".".join(str(step) for step in fault["loc"] if not isinstance(step, int)),
                    fault["type"],
                    fault.get("input"),
                    fault.get("ctx", {}),
                    None,
                ),
            )
            for fault in error.errors()
        ]
        raise HallFileWrong(file, problems) from None
    found = [Problem(document.line(path), words) for path, words in _faults(form, hall)]
    if found:
        raise HallFileWrong(file, found)
    return _value(form)


def _faults(form: _Load, hall: Hall) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    """What does not fit the hall."""
    served = sorted({hall.queue(service.queue).zone for service in hall.services})
    for place, zone in enumerate(form.zones):
        if zone.code not in served:
            yield ("zones", place, "code"), _known("zones", zone.code, served)
    classes = [priority.code for priority in hall.priority_classes]
    for code in form.classes:
        if code not in classes:
            yield ("classes", code), _known("classes", code, classes)
    for day in form.weekdays:
        if day not in _WEEKDAYS:
            yield ("weekdays", day), _known("weekdays", day, _WEEKDAYS)


def _known(where: str, given: str, known: Iterable[str]) -> Text:
    choices = " ".join(known)
    return Text(
        zh=f"“{where}”中没有 {given}，可用：{choices}",
        en=f"{given!r} is not among the {where}; choose from {choices}",
    )


def _value(form: _Load) -> LoadModel:
    several = form.several_windows
    return LoadModel(
        half_hours=tuple(
            HalfHour(timedelta(hours=int(h.start[:2]), minutes=int(h.start[3:])), h.percent)
            for h in sorted(form.arrivals, key=lambda h: h.start)
        ),
        weekdays=tuple(
            (number, form.weekdays[name])
            for number, name in enumerate(_WEEKDAYS)
            if name in form.weekdays
        ),
        zones=tuple(map(_zone, form.zones)),
        staffed=form.staffed_percent / 100,
        no_shows=form.no_show_percent / 100,
        appointments=form.appointment_percent / 100,
        one_stop_work=form.one_stop_work_percent / 100,
        several=several.percent / 100,
        three=several.three_percent / 100,
        bundles=several.bundle_percent / 100,
        classes=tuple((ClassCode(code), share / 100) for code, share in form.classes.items()),
        levels={
            name.upper(): Level(level.tickets, level.counters)
            for name, level in form.levels.items()
        },
    )


def _zone(zone: _Zone) -> ZoneLoad:
    variance = math.log(1 + (zone.deviation_minutes / zone.mean_minutes) ** 2)
    return ZoneLoad(
        code=ZoneCode(zone.code),
        weight=zone.percent,
        location=math.log(zone.mean_minutes * 60) - variance / 2,
        spread=math.sqrt(variance),
    )
