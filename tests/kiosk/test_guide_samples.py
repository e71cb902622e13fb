"""Samples that a guide shows, enlarged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from common.store import create_database
from tests.kiosk.looking import check

TRADER, FOOD, NONE = "AA001", "AA004", "AA002"


@pytest.fixture
def store(demo_file, tmp_path, clock):
    store = create_database(
        str(tmp_path / "hall.db"), demo_file.hall, clock, samples=demo_file.samples
    )
    yield store
    store.close()


def read_about(citizen, *services):
    journey = citizen.app.journey
    journey.open("guides")
    for service in services:
        journey.choose_service(service)


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=["portrait", "landscape"])
def test_a_sample_is_shown_as_large_as_the_page_and_closed_again(make_kiosk, size):
    citizen = make_kiosk(size=size)
    citizen.touch("start_area")
    read_about(citizen, TRADER)
    citizen.wait_for(lambda: citizen.sees("sample_button"))
    citizen.touch("sample_button")
    assert citizen.text("sample_title") == "样例：个体工商户设立登记"
    check(citizen, "zh", f"sample-{size[0]}")
    picture = citizen.find("sample_picture")
    painted = (picture.property("paintedWidth"), picture.property("paintedHeight"))
    assert max(painted) > 0.5 * min(size)
    at = picture.mapToScene(picture.boundingRect().center()).toPoint()
    shown = citizen.app.window.grabWindow()
    seen = {
        shown.pixelColor(at.x() + dx, at.y() + dy).name()
        for dx in range(-200, 200, 5)
        for dy in range(-200, 200, 5)
    }
    assert len(seen) > 10, "there is something on it"
    bar = citizen.find("home_button")
    sheet = citizen.find("sample_sheet")
    covered = sheet.mapRectToScene(sheet.boundingRect())
    assert not covered.intersects(QRectF(bar.mapRectToScene(bar.boundingRect())))
    citizen.app.journey.switch_text_size()
    check(citizen, "zh", f"sample-{size[0]}-large")
    citizen.touch("sample_close_button")
    assert not citizen.sees("sample_sheet")
    check(citizen, "zh", f"guide-with-sample-{size[0]}-large")
    citizen.touch("sample_button")
    citizen.touch("back_button")
    read_about(citizen, NONE)
    citizen.wait_until_settled()
    assert not citizen.sees("sample_button") and not citizen.sees("sample_sheet")


def test_several_services_have_several_samples(make_models, qtbot):
    kiosk = make_models()
    kiosk.journey.start()
    samples = kiosk.samples
    hall = kiosk.hall.hall
    samples.look_for([hall.service(code) for code in (TRADER, NONE, FOOD)])
    qtbot.waitUntil(lambda: len(samples.pictures) == 2)
    samples.open()
    first = samples.source
    samples.turn()
    assert samples.source not in ("", first)
    samples.turn()
    assert samples.source == first
    samples.look_for(())
    assert (samples.pictures, samples.place) == ([], -1)
