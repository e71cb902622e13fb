"""Many who book the same half hour at once: never more than there are places."""

from __future__ import annotations

import pytest

from common import operations
from common.domain.appointment import AppointmentState
from common.domain.event import Act
from common.store import open_store

PROCESSES = 8
ROUNDS = 6
ID_CARD = "99999919900307001X"


@pytest.fixture
def hall(hall_url):
    store = open_store(hall_url)
    yield store
    store.close()


@pytest.fixture
def free(hall):
    return operations.free_slots(hall, "FA002")[0]


def booked(hall, day):
    return [
        one
        for one in operations.find_appointments(hall, first=day)
        if one.state is AppointmentState.BOOKED
    ]


def test_eight_who_book_one_half_hour_get_no_more_than_its_places(hall, hall_url, free, race):
    wish = [free.day, free.start.isoformat(), "", ROUNDS]
    answers = race("book", hall_url, [wish] * PROCESSES)
    kept = [code for answer in answers for code in answer["kept"]]
    assert sorted(kept) == sorted(one.code for one in booked(hall, free.day))
    assert len(kept) == free.places
    assert {code for answer in answers for code in answer["refused"]} == {"slot_full"}
    # Also at every moment in between: the record counts up and down.
    standing = most = 0
    with hall.read() as tx:
        for event in tx.events():
            standing += {Act.BOOK: 1, Act.UNBOOK: -1}.get(event.move, 0)
            most = max(most, standing)
    assert (standing, most) == (free.places, free.places)
    assert operations.check_chain(hall).whole


def test_one_person_who_books_from_eight_places_at_once_has_one(hall, hall_url, free, race):
    wish = [free.day, free.start.isoformat(), ID_CARD, 2]
    answers = race("book", hall_url, [wish] * PROCESSES)
    refused = {code for answer in answers for code in answer["refused"]}
    assert len(booked(hall, free.day)) <= 1
    assert refused <= {"booked_before"}
