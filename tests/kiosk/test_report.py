"""What a kiosk says of itself, how soon, and what its pages say of its printer."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import replace

import pytest

from common.domain.event import Act
from common.domain.kiosk import SILENT_AFTER, KioskState
from common.operations import kiosks, report_kiosk
from kiosk.view_models.stages import Stage


@pytest.fixture
def now(store):
    """How this kiosk is, by the database."""

    def state(code: str = "kiosk-7"):
        return next((k for k in kiosks(store) if k.kiosk.code == code), None)

    return state


@pytest.fixture
def wait(qtbot):
    return qtbot.waitUntil


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        ({"cover_open": True}, "cover_open"),
        ({"cutter_stuck": True}, "cutter"),
        ({"paper_jam": True}, "jam"),
        ({"head_hot": True}, "head"),
        ({"mechanical": True}, "service"),
        ({"dead": True}, "unknown"),
        ({"babbling": True}, "unknown"),
        ("paper", "paper_out"),
        ("power", "unknown"),
        ("plug", "unreachable"),
    ],
    ids=str,
)
def test_a_change_is_in_the_database_at_once_and_its_end_too(
    make_models, line_printer, now, wait, fault, trouble
):
    printer = line_printer("snbc-bt-t080")
    kiosk = make_models(printer.url, profile=printer.profile)
    wait(lambda: now() is not None and now().gives_paper)
    spoil(printer, fault)
    wait(lambda: now().state.trouble == trouble)
    assert (now().gives_paper, kiosk.report.prints, kiosk.report.trouble) == (False, False, trouble)
    repair(printer, fault)
    wait(lambda: now().state.trouble == "none")
    assert kiosk.report.prints


def spoil(printer, fault):
    match fault:
        case "paper":
            printer.device.load_paper(0)
        case "power":
            printer.device.set_power(False)
        case "plug":
            printer.port.unplug()
        case _:
            printer.device.set_faults(**fault)


def repair(printer, fault):
    match fault:
        case "paper":
            printer.device.load_paper()
        case "power":
            printer.device.set_power(True)
        case "plug":
            printer.port.plug()
        case _:
            printer.device.set_faults(**dict.fromkeys(fault, False))


def test_paper_that_runs_low_is_said_quietly(make_models, line_printer, now, wait):
    printer = line_printer()
    printer.device.load_paper(printer.device.profile.near_end_mm - 100)
    kiosk = make_models(printer.url, profile=printer.profile)
    wait(lambda: now() is not None and now().state.paper_low)
    assert (now().gives_paper, kiosk.report.paperLow, kiosk.report.prints) == (True, True, True)
    assert 0 < now().state.slips_left < 50


def test_a_kiosk_without_a_printer_is_known_too(make_models, now, wait):
    make_models()
    wait(lambda: now() is not None)
    assert (now().state.printer, now().gives_paper, now().needs_help) == ("", False, False)


def test_a_kiosk_that_is_switched_off_is_not_looked_for(make_models, now, wait):
    kiosk = make_models()
    wait(lambda: now() is not None)
    kiosk.close()
    assert now() is None


def test_while_nothing_changes_nothing_is_written_however_often_it_looks(
    make_models, line_printer, sqlite_url, wait, now
):
    printer = line_printer()
    make_models(printer.url, profile=printer.profile)
    wait(lambda: now() is not None)
    outside = sqlite3.connect(sqlite_url)

    def version() -> int:
        return outside.execute("PRAGMA data_version").fetchone()[0]

    before, looks = version(), printer.device.log_since(0)[0]
    wait(lambda: printer.device.log_since(0)[0] >= looks + 20)
    assert version() == before
    outside.close()


def test_its_heartbeat_keeps_it_known(make_models, clock, store, wait, now):
    kiosk = make_models()
    wait(lambda: now() is not None)
    clock.advance(seconds=31)
    assert now().silent
    kiosk.report._heartbeat.timeout.emit()
    wait(lambda: not now().silent)
    assert kiosk.report._heartbeat.interval() * 3 <= SILENT_AFTER.total_seconds() * 1000


def test_another_kiosk_of_the_same_name_is_noticed(make_models, clock, wait, now):
    one = make_models()
    wait(lambda: now() is not None)
    before = clock()
    clock.advance(seconds=5)
    make_models()
    wait(lambda: now().state.seen_at > before)
    clock.advance(seconds=5)
    one.report.report()
    wait(lambda: now().doubled)


def test_a_kiosk_that_lost_its_database_takes_no_word_of_its_own_for_anothers(
    make_models, clock, store, wait, now
):
    kiosk = make_models()
    wait(lambda: now() is not None and kiosk.report._heard_at is not None)
    clock.advance(seconds=5)
    before = report_kiosk(store, now().state).seen_at  # kept, but the answer was lost
    kiosk.report._not_reported(ConnectionError("the answer was lost"))
    clock.advance(seconds=5)
    kiosk.report.report()
    wait(lambda: now().state.seen_at > before)
    assert not now().doubled


def test_the_roll_is_remembered_over_restarts(make_models, line_printer, store, wait, now):
    printer = line_printer()
    first = make_models(printer.url, profile=printer.profile)
    wait(lambda: now() is not None)
    printer.device.load_paper(0)
    wait(lambda: now().state.trouble == "paper_out")
    assert now().state.roll_mm == 0
    printer.device.load_paper()
    wait(lambda: now().gives_paper)
    full = now().state.roll_mm
    first.journey.start()
    first.journey.choose_service("FA002")
    first.taking.take_number()
    wait(lambda: first.taking.stage is Stage.PRINTED)
    first.report.report()
    wait(lambda: now().state.roll_mm < full)
    left = now().state
    first.close()

    make_models(printer.url, profile=printer.profile)
    wait(lambda: now() is not None)
    assert (now().state.roll_mm, now().state.slips_left) == (
        left.roll_mm,
        pytest.approx(left.slips_left, rel=0.3),
    )


def test_the_nearest_kiosk_that_prints_is_offered(make_models, line_printer, store, clock, wait):
    printer = line_printer()
    printer.device.set_cover(True)
    working = KioskState("kiosk-3", clock(), "tcp://p", can_print=True)
    report_kiosk(store, working)
    kiosk = make_models(printer.url, profile=printer.profile, name="kiosk-1")
    wait(lambda: kiosk.report.nextKiosk["zh"] == "二楼3号取号机")
    report_kiosk(store, replace(working, kiosk="kiosk-2"))
    wait(lambda: kiosk.report.nextKiosk["zh"] == "一楼东门2号取号机")
    report_kiosk(store, replace(working, kiosk="kiosk-2", can_print=False, trouble="jam"))
    wait(lambda: kiosk.report.nextKiosk["en"] == "Kiosk 3, second floor")
    assert kiosk.report.here["zh"] == "一楼大厅1号取号机"
    printer.device.set_cover(False)
    wait(lambda: kiosk.report.nextKiosk["zh"] == "")


def test_trouble_is_in_the_record_once(make_models, line_printer, store, wait, now):
    printer = line_printer()
    make_models(printer.url, profile=printer.profile)
    wait(lambda: now() is not None)
    printer.device.set_cover(True)
    wait(lambda: now().state.trouble == "cover_open")
    printer.device.set_cover(False)
    wait(lambda: now().state.trouble == "none")
    with store.read() as tx:
        told = [e.facts["trouble"] for e in tx.events() if e.move is Act.PRINTER_TROUBLE]
    assert told == ["cover_open", "none"]


@pytest.mark.parametrize("fault", ["dead", "stalled", "gone"])
def test_the_end_of_a_kiosk_waits_for_no_printer(make_models, line_printer, wait, fault, qtbot):
    printer = line_printer(speed=3)
    kiosk = make_models(printer.url, profile=printer.profile)
    wait(lambda: kiosk._watch.status is not None)
    kiosk.journey.start()
    kiosk.journey.choose_service("FA002")
    kiosk.taking.take_number()
    wait(lambda: kiosk.taking.stage is Stage.PRINTING)
    if fault == "dead":
        printer.device.set_faults(dead=True)
    elif fault == "gone":
        printer.port.unplug()
    began = time.monotonic()
    kiosk.close()
    assert time.monotonic() - began < 20, "it waited for the printer"
