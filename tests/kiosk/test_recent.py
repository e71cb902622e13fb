"""Beside the popular services: what people take these days."""

from __future__ import annotations

from common import operations


def test_what_was_taken_lately_is_one_touch_away_until_the_visit_ends(make_kiosk, store):
    operations.issue(store, ["AA009"], ticket=operations.new_id())
    citizen = make_kiosk()
    citizen.wait_for(lambda: bool(citizen.app.models.recent.services))
    citizen.start_to_take()
    assert not citizen.sees("service_AA009")
    citizen.touch("recent_button")
    assert citizen.sees("service_AA009")
    citizen.app.journey.finish()
    assert not citizen.app.models.recent.isShown


def test_a_hall_in_which_nothing_was_taken_offers_no_such_list(make_kiosk):
    citizen = make_kiosk()
    citizen.start_to_take()
    assert not citizen.sees("recent_button")
