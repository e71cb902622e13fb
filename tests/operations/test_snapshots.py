"""What boards, desks, kiosks and slips are told."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from common import operations
from common.domain.hall import UnknownQueue, UnknownZone
from common.domain.ticket import LegState
from common.operations.errors import UnknownNumber

F01, F02, F03, F11, B01 = "F01", "F02", "F03", "F11", "B01"


def finish_at(store, counter):
    operations.serve(store, counter)
    operations.finish(store, counter)


# The board


def test_a_board_shows_the_newest_call_first(store, take, clock):
    for counter in (F01, F02, F03):
        take()
        clock.advance(seconds=1)
        operations.call_next(store, counter)
    assert [c.counter for c in operations.board(store).calls] == [F03, F02, F01]
    clock.advance(seconds=20)
    operations.recall(store, F01)
    (first, *_) = operations.board(store).calls
    assert (first.counter, first.times, first.at) == (F01, 2, clock())


def test_a_board_tells_serving_from_called(store, take):
    take()
    operations.call_next(store, F01)
    assert not operations.board(store).calls[0].serving
    operations.serve(store, F01)
    assert operations.board(store).calls[0].serving
    operations.finish(store, F01)
    assert operations.board(store).calls == ()


def test_a_call_is_announced_even_if_it_was_over_at_once(store, take):
    """Several calls in one instant, some over before any board looked."""
    numbers = [take().number for _ in range(3)]
    for counter in (F01, F02, F03):
        operations.call_next(store, counter)
    finish_at(store, F01)
    finish_at(store, F02)
    announced = operations.board(store).announcements
    assert [a.number for a in announced] == numbers
    assert [a.counter for a in announced] == [F01, F02, F03]
    assert sorted(a.sequence for a in announced) == [a.sequence for a in announced]
    assert len({a.sequence for a in announced}) == 3


def test_every_recall_is_an_announcement_of_its_own(store, take, clock):
    take()
    operations.call_next(store, F01)
    for _ in range(2):
        clock.advance(seconds=20)
        operations.recall(store, F01)
    assert [a.times for a in operations.board(store).announcements] == [1, 2, 3]


def test_an_announcement_is_over_after_two_minutes(store, take, clock):
    take()
    operations.call_next(store, F01)
    clock.advance(seconds=120)
    assert len(operations.board(store).announcements) == 1
    clock.advance(seconds=1)
    assert operations.board(store).announcements == ()


def test_a_board_of_a_zone_shows_its_counters_and_queues_only(store, take):
    take("FA002")
    take("BA001")
    operations.call_next(store, F01)
    operations.call_next(store, B01)
    assert {c.counter for c in operations.board(store).calls} == {F01, B01}
    view = operations.board(store, "B")
    assert [c.counter for c in view.calls] == [B01]
    assert [a.counter for a in view.announcements] == [B01]
    assert {q.queue for q in view.queues} == {"BA", "BB", "BC"}
    assert view.zone.code == "B"


def test_a_zone_that_does_not_exist_is_named(store):
    with pytest.raises(UnknownZone, match="Z"):
        operations.board(store, "Z")


def test_a_board_counts_all_who_wait_and_names_the_next(store, take):
    for _ in range(10):
        take()
    (queue,) = [q for q in operations.board(store).queues if q.queue == "FA"]
    assert queue.waiting == 10
    assert queue.next == tuple(f"FA{n:03}" for n in range(1, 9))


def test_one_who_waits_for_one_counter_is_counted_too(store, take):
    take()
    operations.call_next(store, F01)
    operations.transfer(store, F01, F02)
    (queue,) = [q for q in operations.board(store).queues if q.queue == "FA"]
    assert (queue.waiting, queue.next) == (1, ("FA001",))
    assert operations.kiosk_view(store).waiting["FA"] == 1


# The line and the desk


def test_the_list_on_the_desk_is_the_order_of_the_calls(store, take, clock):
    for wanted, priority in [
        ("FA002", "P0"),
        ("FA002", "P1"),
        ("FA002", "P0"),
        ("FA004", "P5"),
        ("FA002", "P2"),
        ("FA002", "P9"),
    ]:
        take(wanted, priority=priority)
        clock.advance(minutes=7)
    listed = [w.number for w in operations.desk(store, F01).waiting]
    called = []
    while call := operations.call_next(store, F01):
        called.append(call.number)
        finish_at(store, F01)
    assert called == listed
    assert len(listed) == 6


def test_a_desk_lists_only_whom_it_may_call(store, take):
    take("FA002")
    take("BA001")
    take("FA002")
    operations.call_next(store, F01)
    operations.transfer(store, F01, F02)
    assert [w.number for w in operations.desk(store, F01).waiting] == ["FA002"]
    assert {w.number for w in operations.desk(store, F02).waiting} == {"FA001", "FA002"}


def test_a_desk_shows_the_person_the_route_and_why(store, take, clock):
    take("FA002", "BA001")
    clock.advance(minutes=3)
    called = operations.call_next(store, F01)
    current = operations.desk(store, F01).current
    assert current.number == called.number
    assert current.reason == called.reason
    assert [(step.queue.code, step.current) for step in current.route] == [
        ("FA", True),
        ("BA", False),
    ]
    assert current.issued_at == clock() - timedelta(minutes=3)


def test_a_desk_lists_held_and_missed(store, take, call_in_vain):
    take()
    take()
    operations.call_next(store, F01)
    operations.serve(store, F01)
    operations.hold(store, F01, note="fetching a copy")
    operations.call_next(store, F01)
    call_in_vain(store, F01)
    operations.miss(store, F01)
    view = operations.desk(store, F01)
    assert [(t.number, t.note) for t in view.held] == [("FA001", "fetching a copy")]
    assert [t.number for t in view.missed] == ["FA002"]
    other = operations.desk(store, F02)
    assert other.held == ()
    assert [t.number for t in other.missed] == ["FA002"]


def test_a_desk_counts_what_it_finished_today(store, take, clock):
    for _ in range(2):
        take()
        operations.call_next(store, F01)
        finish_at(store, F01)
    assert operations.desk(store, F01).served_today == 2
    clock.advance(days=1)
    assert operations.desk(store, F01).served_today == 0


def test_an_unknown_queue_is_named(store):
    with pytest.raises(UnknownQueue, match="ZZ"):
        operations.line(store, "ZZ")


def test_the_line_lists_every_queue_of_the_hall(store, demo_file):
    assert [q.queue for q in operations.line(store)] == list(demo_file.hall.queues)


# The kiosk and the slip


def test_the_kiosk_knows_how_many_wait(store, take):
    take()
    take("BA001")
    waiting = operations.kiosk_view(store).waiting
    assert (waiting["FA"], waiting["BA"], waiting["BB"]) == (1, 1, 0)
    assert operations.kiosk_view(store).closure is None


def test_a_slip_tells_where_to_go_and_what_to_bring(store, take, clock, demo_file):
    take()
    number = take("FA002", priority="P1").number
    facts = operations.slip_facts(store, number.lower())
    hall = demo_file.hall
    service = hall.service("FA002")
    assert facts.number == number
    assert facts.services == (service.name,)
    assert facts.queue == hall.queue("FA").name
    assert (facts.zone_code, facts.floor) == ("F", 2)
    assert facts.counters == tuple(c.code for c in hall.main_counters_of("FA"))
    assert facts.ahead == 1
    assert facts.issued_at == clock()
    assert facts.issued_at.tzinfo == ZoneInfo("Asia/Shanghai")
    assert facts.marks == (hall.priority_class("P1").name,)
    assert facts.bring == tuple(hall.material(code).name for code in service.materials)


def test_a_slip_says_how_many_stood_ahead_at_the_time(store, take):
    take()
    number = take().number
    operations.call_next(store, F01)
    assert operations.slip_facts(store, number).ahead == 1


def test_an_ordinary_slip_has_no_mark_and_a_bundle_its_own_name(store, take, demo_file):
    number = take("YJS07").number
    facts = operations.slip_facts(store, number)
    assert facts.marks == ()
    assert facts.services == (demo_file.hall.bundle("YJS07").name,)


def test_a_code_says_nothing_and_is_its_tickets_own(store, take):
    codes = {take().code for _ in range(20)}
    assert len(codes) == 20
    assert all(len(code) == 8 and not set(code) & set("01IO") for code in codes)


# A number that somebody has already


def test_an_open_number_tells_who_is_before_it_now(store, take):
    take()
    take(priority="P1")
    number = take().number
    assert operations.open_number(store, number).ahead == 2
    operations.call_next(store, F01)
    here = operations.open_number(store, number.lower())
    assert (here.facts.number, here.ahead, here.counter) == (number, 1, None)
    take(priority="P1")
    assert operations.open_number(store, number).ahead == 2


def test_an_open_number_that_was_called_tells_where_to_go(store, take):
    number = take().number
    operations.call_next(store, F02)
    here = operations.open_number(store, number)
    assert (here.counter, here.ahead, here.wait) == (F02, None, None)


# One ticket's story


def test_a_story_has_every_move_in_order(store, take, clock):
    number = take().number
    operations.call_next(store, F01, clerk="f01")
    clock.advance(seconds=20)
    operations.recall(store, F01)
    finish_at(store, F01)
    story = operations.timeline(store, number)
    assert [e.move for e in story.events] == ["issue", "call", "recall", "serve", "finish"]
    assert story.events[1].clerk == "f01"
    assert story.state is LegState.DONE


def test_a_story_of_another_day_is_asked_for_by_its_day(store, take, clock):
    number = take().number
    operations.call_next(store, F01)
    finish_at(store, F01)
    clock.advance(days=1)
    with pytest.raises(UnknownNumber):
        operations.timeline(store, number)
    assert operations.timeline(store, number, date(2026, 11, 23)).ticket.number == number
