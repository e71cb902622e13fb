"""A visit through three processes on one database file, and what survives a crash of each."""

from __future__ import annotations

import pytest

from common import operations
from common.domain.ids import CounterCode, TicketId
from common.domain.print_job import PrintState
from common.domain.ticket import LegState

pytestmark = pytest.mark.timeout(180)


def take_number_at(kiosk, service="FE001"):
    kiosk.ask("touch start_area")
    kiosk.ask("touch take_button")
    kiosk.ask(f"touch service_{service}")
    kiosk.ask("touch take_number_button")


def take(store, service="FE001"):
    return operations.issue(store, [service], ticket=TicketId(operations.new_id())).number


def sign_in(counter, login):
    counter.ask(f"sign_in {login}")
    counter.wait_until("at_desk")


def test_a_visit_from_touch_to_board(start, store, printer, printer_url):
    kiosk, counter, board = start("kiosk", printer_url), start("counter", "F14"), start("display")
    sign_in(counter, "f14")

    take_number_at(kiosk)
    kiosk.wait_until("stage", "printed")
    counter.wait_until("waiting", 1)
    (slip,) = printer.slips
    assert b"FE001" in slip.data

    counter.ask("press F2")
    counter.wait_until("current", {"number": "FE001", "state": "called"})
    board.wait_until("banner", ["FE001"])
    counter.ask("press F2")
    counter.wait_until("current", {"number": "FE001", "state": "serving"})
    counter.ask("press F2")
    counter.wait_until("sheet")
    counter.ask("press Return")
    counter.wait_until("current", None)

    story = operations.timeline(store, "FE001")
    assert story.state is LegState.DONE
    assert story.events[-1].clerk == "f14"
    assert [job.state for job in story.print_jobs] == [PrintState.PRINTED]


def test_a_killed_counter_is_back_at_the_same_ticket(start, store):
    number = take(store)
    counter = start("counter", "F14")
    sign_in(counter, "f14")
    counter.ask("press F2")
    counter.wait_until("current", {"number": number, "state": "called"})
    counter.kill()

    again = start("counter", "F14")
    sign_in(again, "f14")
    again.wait_until("current", {"number": number, "state": "called"})


def test_a_kiosk_killed_before_issuing_leaves_no_number(start, store, printer, printer_url):
    printer.set_cover(True)
    kiosk = start("kiosk", printer_url)
    take_number_at(kiosk)
    kiosk.wait_until("page", "printer")
    kiosk.kill()
    assert operations.line(store, "FE")[0].waiting == ()

    printer.set_cover(False)
    again = start("kiosk", printer_url)
    take_number_at(again)
    again.wait_until("stage", "printed")
    assert [w.number for w in operations.line(store, "FE")[0].waiting] == ["FE001"]
    assert len(printer.slips) == 1


def test_a_kiosk_killed_while_it_prints_keeps_the_number_once(start, store, slow_printer_url):
    kiosk = start("kiosk", slow_printer_url)
    take_number_at(kiosk)
    kiosk.wait_until("stage", "printing")
    kiosk.kill()

    again = start("kiosk", slow_printer_url)
    assert again.ask("page") == "attract"
    assert [w.number for w in operations.line(store, "FE")[0].waiting] == ["FE001"]
    (job,) = operations.timeline(store, "FE001").print_jobs
    assert job.state is PrintState.INTERRUPTED


def test_a_killed_board_shows_what_stands_when_it_is_back(start, store):
    number = take(store)
    board = start("display")
    operations.call_next(store, CounterCode("F14"))
    board.wait_until("banner", [number])
    board.kill()

    again = start("display")
    again.wait_until("announced", lambda heard: heard in ([], [number]))
    second = take(store)
    operations.call_next(store, CounterCode("F15"))
    again.wait_until("announced", lambda heard: heard[-1:] == [second])


def test_calls_of_eight_counters_in_the_same_instant_all_reach_the_board(start, store):
    board = start("display")
    numbers = [take(store, "FA002") for _ in range(8)]
    for counter in range(1, 9):
        operations.call_next(store, CounterCode(f"F{counter:02d}"))
    board.wait_until("announced", numbers)


def test_a_double_touch_takes_one_number(start, store):
    kiosk = start("kiosk", "")
    kiosk.ask("touch start_area")
    kiosk.ask("touch take_button")
    kiosk.ask("touch service_FE001")
    kiosk.ask("touch take_number_button")
    kiosk.wait_until("page", "slip")
    assert [w.number for w in operations.line(store, "FE")[0].waiting] == ["FE001"]
