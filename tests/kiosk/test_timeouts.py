"""Whoever walks away leaves nothing: every page ends by itself, later in large text."""

from __future__ import annotations

import pytest

from kiosk.view_models.journey import IDLE_SECONDS, LARGE_TEXT_IDLE_SECONDS, WARN_SECONDS
from kiosk.view_models.places import ATTRACT, HOME, Page, Place

NOBODY_THERE = {Page.NONE, Page.ATTRACT, Page.CLOSED, Page.AWAY, Page.BROKEN}
PAGES = [page for page in Page if page not in NOBODY_THERE]


@pytest.fixture
def kiosk(make_models):
    return make_models()


def test_every_page_of_a_visit_ends_by_itself_after_a_warning(kiosk, idle_clock):
    ended = []
    kiosk.journey.visit_ended.connect(lambda: ended.append(True))
    for large, seconds in ((False, IDLE_SECONDS), (True, LARGE_TEXT_IDLE_SECONDS)):
        for page in PAGES:
            ended.clear()
            kiosk.way.begin_at(HOME)
            if large:
                kiosk.journey.switch_text_size()
            kiosk.way.go(Place(page))
            assert kiosk.journey.page is page
            assert kiosk.idle.secondsLeft == seconds, page
            idle_clock.seconds += seconds - WARN_SECONDS
            kiosk.idle.tick()
            assert kiosk.idle.warning, page
            kiosk.idle.touched()
            assert kiosk.idle.secondsLeft == seconds, page
            idle_clock.seconds += seconds
            kiosk.idle.tick()
            assert kiosk.way.here == ATTRACT, page
            assert ended == [True], page
            assert not kiosk.idle.running and not kiosk.journey.largeText


def test_what_somebody_switches_while_the_kiosk_is_away_ends_with_them(kiosk, idle_clock):
    kiosk.hall.lose()
    assert kiosk.journey.page is Page.AWAY
    kiosk.journey.switch_language()
    kiosk.journey.linger()
    assert kiosk.journey.language == "en"
    idle_clock.seconds += IDLE_SECONDS
    kiosk.idle.tick()
    assert kiosk.journey.language == "zh"
    assert not kiosk.idle.running
