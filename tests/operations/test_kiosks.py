"""What kiosks say of themselves, and what the staff hear of it."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from common import operations
from common.domain.event import Act
from common.domain.kiosk import HEARTBEAT, KioskState
from common.domain.print_job import PrintJob, PrintState
from common.installation.examination.kiosk_words import kiosk_words
from common.store import open_store


@pytest.fixture
def say(store, clock):
    """A kiosk says how it is."""

    def report(kiosk="kiosk-1", **how):
        how = {"printer": "tcp://p", "can_print": True, **how}
        return operations.report_kiosk(store, KioskState(kiosk, clock(), **how))

    return report


def test_a_kiosk_is_known_by_its_place(store, say):
    say(slips_left=40, roll_mm=3_000)
    (now,) = operations.kiosks(store)
    assert now.kiosk.name.zh == "一楼大厅1号取号机"
    assert (now.needs_help, now.gives_paper, now.state.slips_left) == (False, True, 40)


def test_a_reader_that_is_not_there_is_told_and_calls_nobody(store, say):
    say(devices_away=("idreader", "scanner", "lamp"))
    (now,) = operations.kiosks(store)
    assert (now.state.devices_away, now.needs_help) == (("idreader", "scanner", "lamp"), False)
    told = kiosk_words(now, ZoneInfo("Asia/Shanghai"))
    assert told.en.endswith(
        "card reader not connected; scanner not connected; a device is not connected"
    )
    say()
    assert operations.kiosks(store)[0].state.devices_away == ()


def test_a_kiosk_that_no_hall_file_lists_is_known_by_its_code(store, say):
    say("kiosk-9")
    assert operations.kiosks(store)[0].kiosk.name.zh == "kiosk-9"


def test_trouble_keeps_its_beginning_and_is_in_the_record_once(store, say, clock):
    say()
    began = clock()
    say(trouble="paper_out", can_print=False)
    clock.advance(seconds=10)
    say(trouble="paper_out", can_print=False)
    (now,) = operations.kiosks(store)
    assert (now.state.since, now.needs_help, now.gives_paper) == (began, True, False)
    say()
    assert operations.kiosks(store)[0].state.since is None
    with store.read() as tx:
        told = [e.facts for e in tx.events() if e.move is Act.PRINTER_TROUBLE]
    assert told == [
        {"kiosk": "kiosk-1", "trouble": "paper_out"},
        {"kiosk": "kiosk-1", "trouble": "none"},
    ]
    assert operations.check_chain(store).whole


def test_a_kiosk_that_says_nothing_needs_help(store, say, clock):
    say()
    clock.advance(seconds=31)
    (now,) = operations.kiosks(store)
    assert (now.silent, now.needs_help, now.gives_paper) == (True, True, False)


def test_a_kiosk_that_was_switched_off_is_not_looked_for(store, say, clock):
    say(roll_mm=1_200)
    operations.forget_kiosk(store, "kiosk-1")
    assert operations.kiosks(store) == ()
    assert operations.last_report(store, "kiosk-1").roll_mm == 1_200
    say()
    assert [now.kiosk.code for now in operations.kiosks(store)] == ["kiosk-1"]


def test_numbers_without_a_proven_slip_are_shown_until_they_are_called(store, take, say, clock):
    say()
    taken = take()
    slip = PrintJob(operations.new_id(), taken.ticket, "kiosk-1", "tcp://p", clock())
    operations.end_print(store, slip.ended(PrintState.INTERRUPTED, 12, clock(), "jam"))
    assert operations.kiosks(store)[0].unproven == (taken.number,)
    operations.call_number(store, "F01", taken.number, "slip")
    assert operations.kiosks(store)[0].unproven == ()


def test_two_kiosks_of_one_name_are_told_until_one_has_another(store, clock):
    heard = {}

    def report(pc, seconds=5):
        clock.advance(seconds=seconds)
        state = KioskState("kiosk-1", clock(), "tcp://p", can_print=True)
        heard[pc] = operations.report_kiosk(store, state, last=heard.get(pc)).seen_at
        (now,) = operations.kiosks(store)
        return now.doubled

    assert not report("old") and not report("old"), "its own word"
    assert not report("new"), "the first word of a process may follow that of the one before"
    assert report("old") and report("new")
    (now,) = operations.kiosks(store)
    assert now.needs_help and now.gives_paper
    told = kiosk_words(now, ZoneInfo("Asia/Shanghai"))
    assert "Two PCs call themselves kiosk-1: rename one, sudo jiaohao setup --kiosk-name" in told.en
    assert "有两台电脑都叫 kiosk-1，请给其中一台改名" in told.zh

    doubled = [report("new", seconds=10) for _ in range(13)]
    assert doubled == [True] * 12 + [False], "one of them was given another name"
    (now,) = operations.kiosks(store)
    assert now.state.doubled_at is None and not now.needs_help


def test_a_kiosk_that_comes_back_after_another_took_its_place_and_left_is_not_doubled(store, clock):
    state = KioskState("kiosk-1", clock(), "tcp://p", can_print=True)
    before = operations.report_kiosk(store, state).seen_at
    clock.advance(seconds=60)
    operations.report_kiosk(store, state)
    clock.advance(seconds=60)
    operations.report_kiosk(store, state, last=before)
    assert not operations.kiosks(store)[0].doubled


def test_those_that_need_help_come_first(store, say):
    say("kiosk-1")
    say("kiosk-2", trouble="jam", can_print=False)
    assert [now.kiosk.code for now in operations.kiosks(store)] == ["kiosk-2", "kiosk-1"]


def test_a_heartbeat_wakes_nobody_and_a_change_does(postgres_url, clock):
    store = open_store(postgres_url, clock)
    feed = store.feed()
    state = KioskState("kiosk-1", clock(), printer="tcp://p", can_print=True)
    operations.report_kiosk(store, state)
    while feed.wait(0.2):
        continue
    clock.advance(seconds=10)
    operations.report_kiosk(store, replace(state, page="confirm"))  # citizens turn many pages
    assert not feed.wait(0.2)
    assert operations.kiosks(store)[0].state.page == "confirm"
    assert operations.kiosks(store)[0].state.seen_at == clock()
    operations.report_kiosk(store, replace(state, page="what was typed", paper_low=True))
    assert feed.wait(30)
    assert operations.kiosks(store)[0].state.page == "other"
    while feed.wait(0.2):
        continue
    own = operations.kiosks(store)[0].state
    clock.advance(seconds=10)
    operations.report_kiosk(store, own, last=own.seen_at - HEARTBEAT)
    assert feed.wait(30), "another PC of the same name is told at once"
    feed.close()
    store.close()
