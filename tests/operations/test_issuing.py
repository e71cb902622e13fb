"""Taking a number."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from common import operations
from common.domain.hall import UnknownClass, UnknownService
from common.domain.ids import ClassCode, QueueCode, TicketId
from common.domain.number import ticket_number
from common.domain.ticket import LegState, Move
from common.operations.errors import HallClosed
from common.operations.hall_changes import create_hall
from common.store import Store, open_store


def test_numbers_count_up_within_their_queue(take):
    assert [take("FA002").number for _ in range(3)] == ["FA001", "FA002", "FA003"]
    assert take("BA001").number == "BA001"


def test_people_ahead_are_those_who_wait_in_the_queue(take):
    assert [take("FA002").ahead for _ in range(3)] == [0, 1, 2]


def test_the_same_ticket_id_takes_one_number(store, take):
    first = take("FA002")
    again = operations.issue(store, ["FA002"], ticket=first.ticket)
    assert again == first
    assert take("FA002").number == "FA002"


def test_numbers_start_anew_with_the_hall_day(take, clock):
    take("FA002")
    clock.set(datetime(2026, 11, 23, 15, 59, 59, tzinfo=UTC))  # 23:59:59 in the hall
    assert take("FA002").number == "FA002"
    clock.advance(seconds=1)
    assert take("FA002").number == "FA001"


def test_numbers_go_on_with_four_digits_after_999():
    assert ticket_number(QueueCode("FA"), 999) == "FA999"
    assert ticket_number(QueueCode("FA"), 1000) == "FA1000"


def test_several_services_of_one_queue_are_one_leg(store, take):
    issued = take("FA002", "FA004")
    (leg,) = operations.timeline(store, issued.number).legs
    assert leg.services == ("FA002", "FA004")


def test_services_of_two_queues_are_two_legs_of_one_number(store, take):
    issued = take("FA002", "BA001")
    legs = operations.timeline(store, issued.number).legs
    assert [(leg.queue, leg.state) for leg in legs] == [
        ("FA", LegState.WAITING),
        ("BA", LegState.WAITING),
    ]


def test_a_bundle_opens_its_first_stage_only(store, take):
    issued = take("YJS07")
    legs = operations.timeline(store, issued.number).legs
    assert [(leg.queue, leg.state) for leg in legs] == [
        ("BA", LegState.WAITING),
        ("CB", LegState.PLANNED),
        ("FD", LegState.PLANNED),
        ("FB", LegState.PLANNED),
    ]


def test_issue_is_written_into_the_record(store, take):
    issued = take("FA002")
    (event,) = operations.timeline(store, issued.number).events
    assert (event.move, event.request) == (Move.ISSUE, issued.ticket)


@pytest.mark.parametrize(
    ("wanted", "priority", "error"),
    [("FA999", "P0", UnknownService), ("FA002", "P7", UnknownClass)],
)
def test_nonsense_takes_no_number(store, take, wanted, priority, error):
    with pytest.raises(error):
        operations.issue(
            store,
            [wanted],
            ticket=TicketId(operations.new_id()),
            priority=ClassCode(priority),
        )
    assert take("FA002").number == "FA001"


def test_a_closed_hall_issues_nothing_and_says_when_it_opens(tmp_path, demo_file, clock):
    from dataclasses import replace

    calendar = replace(demo_file.hall.calendar, always=False)
    hall = replace(demo_file.hall, calendar=calendar)
    create_hall(str(tmp_path / "h.db"), replace(demo_file, hall=hall)).close()
    store: Store = open_store(str(tmp_path / "h.db"), clock)
    clock.set(datetime(2026, 11, 23, 4, 0, tzinfo=UTC))  # noon in the hall
    with pytest.raises(HallClosed, match="2026-11-23 13:45"):
        operations.issue(store, ["FA002"], ticket=TicketId(operations.new_id()))
    store.close()


def test_the_first_number_of_a_day_expires_what_yesterday_left(store, take, clock):
    left = take("FA002")
    day = operations.timeline(store, left.number).ticket.day
    clock.advance(days=1)
    take("FA002")
    assert operations.timeline(store, left.number, day).state is LegState.EXPIRED
