"""A kiosk to practise at says so on every page and on every slip."""

from __future__ import annotations

import pytest

from common.operations.practice import practice_hall
from common.store import open_store

BAND = "练习模式 PRACTICE"


@pytest.fixture
def practice(sqlite_url, tmp_path, clock):
    store = open_store(practice_hall(sqlite_url, tmp_path / "practice", with_staff=False), clock)
    yield store
    store.close()


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=["portrait", "landscape"])
def test_every_page_of_a_practice_kiosk_says_that_it_is_one(
    make_kiosk, practice, paper_printer, records, size
):
    citizen = make_kiosk(paper_printer.url, on=practice, size=size)
    assert BAND in citizen.words()
    for touched in ("start_area", "take_button", "service_FA002", "take_number_button"):
        citizen.touch(touched)
        assert BAND in citizen.words()
    citizen.wait_for(lambda: citizen.sees("finish_button"))
    band = citizen.find("practice_band")
    assert band.width() == size[0]
    below = citizen.find("pages")
    assert below.mapToScene(below.boundingRect().topLeft()).y() >= band.height()
    assert records.numbers == []


def test_a_real_kiosk_has_no_such_band(make_kiosk):
    assert not make_kiosk().sees("practice_band")
