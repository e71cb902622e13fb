"""The load model that comes with the program, and load models that people wrote."""

from __future__ import annotations

import math
import random

import pytest

from common.operations.hall_file import HallFileWrong
from common.resources import resource
from common.simulation.arrivals import Crowd
from common.simulation.errors import LoadModelUnreadable, UnknownLevel
from common.simulation.halls import simulated_hall
from common.simulation.load import read_load_model


@pytest.fixture
def written(tmp_path):
    """A load model with one text replaced by another."""

    def written(old: str, new: str):
        text = resource("simulation", "load_model.yaml").read_text(encoding="utf-8")
        assert old in text
        file = tmp_path / "load.yaml"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return file

    return written


def test_the_shares_of_the_day_and_of_the_zones_are_whole(load):
    assert math.isclose(sum(h.weight for h in load.half_hours), 100)
    assert math.isclose(sum(zone.weight for zone in load.zones), 100)
    assert math.isclose(sum(factor for _, factor in load.weekdays), len(load.weekdays))
    assert load.level("l5").tickets == 20_000


def test_drawn_people_are_like_the_load_model(hall, load):
    visits = Crowd(simulated_hall(hall, 52), load).day(6000, random.Random(3))
    assert sum(v.priority == "P1" for v in visits) / 6000 == pytest.approx(0.18, abs=0.02)
    assert sum(len(v.stops) > 1 for v in visits) / 6000 == pytest.approx(0.15, abs=0.015)
    assert sum(not v.comes for v in visits) / 6000 == pytest.approx(0.04, abs=0.01)
    alone = [v for v in visits if len(v.stops) == 1]
    zones = [hall.queue(v.stops[0].queue).zone for v in alone]
    assert zones.count("F") / len(alone) == pytest.approx(0.39, abs=0.03)
    minutes = [v.seconds[0] / 60 for v, zone in zip(alone, zones, strict=True) if zone == "F"]
    mean = sum(minutes) / len(minutes)
    deviation = math.sqrt(sum((one - mean) ** 2 for one in minutes) / len(minutes))
    assert mean == pytest.approx(9, abs=0.5)
    assert deviation == pytest.approx(6, abs=0.8)


def test_a_level_that_is_not_there_is_told_with_those_that_are(load):
    with pytest.raises(UnknownLevel) as caught:
        load.level("L9")
    assert "L1 L2 L3 L5" in caught.value.text("zh")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("code: F,", "code: Q,", "zones"),
        ("P1: 18", "P7: 18", "classes"),
        ("monday: 1.2", "moonday: 1.2", "weekdays"),
        ("no_show_percent: 4 ", "no_show_percent: 140 ", "no_show_percent"),
        ("mean_minutes: 9,", "mean_minutes: nine,", "mean_minutes"),
        ("mean_minutes: 9,", "mean_minutes: .nan,", "mean_minutes"),
        ('from: "08:30"', 'from: "08:37"', "from"),
        ("tickets: 900,", "tickets: -900,", "tickets"),
        ("one_stop_work_percent: 70", "one_stop_wrok_percent: 70", "one_stop_wrok_percent"),
    ],
)
def test_each_fault_is_told_with_its_line_in_both_languages(hall, written, old, new, told):
    file = written(old, new)
    line = next(
        number
        for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if new in text
    )
    with pytest.raises(HallFileWrong) as caught:
        read_load_model(file, hall)
    for language in ("zh", "en"):
        message = caught.value.text(language)
        assert told in message
        assert f"{file}:{line}:" in message


def test_a_file_that_is_no_text_is_told(hall, tmp_path):
    file = tmp_path / "load.yaml"
    file.write_bytes("负荷".encode("gbk"))
    with pytest.raises(LoadModelUnreadable) as caught:
        read_load_model(file, hall)
    assert "load.yaml" in caught.value.text("zh")
    with pytest.raises(LoadModelUnreadable):
        read_load_model(tmp_path / "absent.yaml", hall)
