"""Notices, receipts, slips and figures at a counter, on a real (virtual) printer or as pictures."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from common import operations
from common.domain.event import Act as Happened
from common.domain.print_job import PaperKind, PrintJob, PrintState
from common.domain.ticket import Outcome
from common.printing.patience import Patience
from common.printing.profile import load_profile
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.ports import TcpPort
from counter.paper_outlet import PaperOutlet
from counter.view_models.acts import Act
from counter.view_models.menu import Errand
from counter.view_models.notice_sheet import NoticeSheet
from counter.view_models.sheets import FinishSheet

CLERK, GUIDE, DEMO = "f01", "z01", "jiaohao-demo"
QUICK = Patience(connect=1, reply=0.3, proof=1, clear=0.3, poll=0.05, settle=0.02)
"""Nothing on this PC takes longer."""
CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Printer:
    device: VirtualPrinter
    profile: str
    url: str

    @property
    def slips(self):
        return self.device.slips

    def outlet(self):
        return PaperOutlet(self.url, self.profile, QUICK)


@pytest.fixture
def profile():
    return "generic-80"


@pytest.fixture
def printer(profile):
    with ExitStack() as stack:
        device = VirtualPrinter(load_profile(profile), speed=10_000)
        stack.callback(device.stop)
        port = TcpPort(device, 0)
        stack.callback(port.close)
        yield Printer(device, profile, f"tcp://127.0.0.1:{port.number}")


@pytest.fixture
def desk_with(start_counter, qtbot, presentation):
    """Sign somebody in at F01 in English: `app = desk_with("f01", outlet=…)`."""

    def desk_with(login=CLERK, outlet=None):
        presentation.translator.set_language("en")
        app = start_counter(login=login, outlet=outlet)
        app.sign_in.set_counter("F01")
        app.sign_in.set_password(DEMO)
        app.sign_in.sign_in()
        qtbot.waitUntil(lambda: app.desk is not None and app.desk.view is not None)
        return app

    return desk_with


@pytest.fixture
def serving(take, store, qtbot):
    """Somebody is served at the desk; returns the number."""

    def serving(app, wanted="FA002"):
        number = take(wanted=(wanted,)).number
        operations.call_number(store, "F01", number, "test")
        operations.serve(store, "F01")
        qtbot.waitUntil(lambda: bool(app.desk.current) and app.desk.current.state == "serving")
        return number

    return serving


def said(app):
    return app.desk.message.words() if app.desk.message else ""


def jobs(store, number):
    return operations.timeline(store, number).print_jobs


def happened(store, number, act):
    return [e for e in operations.timeline(store, number).events if e.move is act]


def keys(app, qtbot, *pressed):
    for one in pressed:
        target = app.window.focusWidget() or app.window
        if isinstance(one, str):
            qtbot.keyClicks(target, one)
        elif isinstance(one, tuple):
            qtbot.keyClick(target, one[1], one[0])
        else:
            qtbot.keyClick(target, one)


def choose_paper(app, qtbot, errand):
    keys(app, qtbot, (CONTROL, Qt.Key.Key_P))
    keys(app, qtbot, str(app.desk.sheet.errands.index(errand) + 1))


# The one-time notice


def test_a_notice_by_keyboard(desk_with, serving, printer, store, qtbot):
    app = desk_with(outlet=printer.outlet())
    number = serving(app)
    choose_paper(app, qtbot, Errand.NOTICE)
    sheet = app.desk.sheet
    assert isinstance(sheet, NoticeSheet)
    keys(app, qtbot, Qt.Key.Key_Return)
    problem = app.window.findChild(QLabel, "sheet_problem")
    assert problem.text() == "Tick what is missing, or write a remark."
    keys(app, qtbot, "0", "1")  # all, but not the first
    assert sheet.missing == tuple(code for code, _, _ in sheet.materials[1:])
    keys(app, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(app) == f"Printed: Notice for {number}")
    assert len(printer.slips) == 1
    (event,) = happened(store, number, Happened.NOTICE)
    assert (event.clerk, event.counter) == (CLERK, "F01")
    qtbot.waitUntil(lambda: jobs(store, number)[0].state is PrintState.PRINTED)
    (job,) = jobs(store, number)
    assert (job.paper, job.device, job.printer) == (PaperKind.NOTICE, "F01", printer.url)


def test_another_notice_needs_a_reason(desk_with, serving, printer, store, qtbot):
    app = desk_with(outlet=printer.outlet())
    number = serving(app)
    operations.give_notice(store, number, ["id"])
    qtbot.waitUntil(lambda: app.desk.current.notices == 1)
    choose_paper(app, qtbot, Errand.NOTICE)
    keys(app, qtbot, "1", Qt.Key.Key_Return)
    reason = app.window.findChild(QLineEdit, "reason_field")
    assert reason.hasFocus() and reason.property("wrong") == "true"
    keys(app, qtbot, (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_1), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(happened(store, number, Happened.NOTICE)) == 2)
    facts = happened(store, number, Happened.NOTICE)[1].facts
    assert (facts["count"], facts["reason_given"]) == (2, "The paper was lost")


def test_a_notice_is_for_somebody(desk_with, printer, qtbot):
    app = desk_with(outlet=printer.outlet())
    choose_paper(app, qtbot, Errand.NOTICE)
    assert app.desk.sheet is None
    assert said(app) == "Nobody is at counter F01. Call the next number first."


def test_without_a_printer_a_notice_is_a_picture(desk_with, serving, store, tmp_path, qtbot):
    app = desk_with()
    number = serving(app)
    choose_paper(app, qtbot, Errand.NOTICE)
    keys(app, qtbot, "1", Qt.Key.Key_Return)
    file = tmp_path / "papers" / f"{number}-notice.png"
    qtbot.waitUntil(lambda: said(app) == f"Saved as {file}")
    assert file.stat().st_size > 1000
    assert len(happened(store, number, Happened.NOTICE)) == 1
    assert jobs(store, number) == ()


# A printer in trouble


def test_a_printer_in_trouble_is_told_and_the_paper_printed_again(
    desk_with, serving, printer, store, qtbot
):
    app = desk_with(outlet=printer.outlet())
    number = serving(app)
    printer.device.set_cover(True)
    choose_paper(app, qtbot, Errand.NOTICE)
    keys(app, qtbot, "1", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Not printed" in said(app))
    assert said(app) == (
        f"Not printed: Notice for {number}. The cover is open: close it. "
        "Ctrl+P prints it again or saves it"
    )
    printer.device.set_cover(False)
    choose_paper(app, qtbot, Errand.PRINT_AGAIN)
    qtbot.waitUntil(lambda: said(app) == f"Printed: Notice for {number}")
    assert len(happened(store, number, Happened.NOTICE)) == 1
    qtbot.waitUntil(lambda: all(job.state for job in jobs(store, number)))
    assert {j.state for j in jobs(store, number)} == {PrintState.FAILED, PrintState.PRINTED}
    keys(app, qtbot, (CONTROL, Qt.Key.Key_P))
    assert Errand.PRINT_AGAIN not in app.desk.sheet.errands


def test_what_was_not_printed_can_be_kept(desk_with, serving, printer, qtbot, tmp_path):
    app = desk_with(outlet=printer.outlet())
    number = serving(app)
    printer.device.set_power(False)
    choose_paper(app, qtbot, Errand.NOTICE)
    keys(app, qtbot, "1", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Not printed" in said(app))
    choose_paper(app, qtbot, Errand.SAVE_PAPER)
    qtbot.waitUntil(lambda: said(app).startswith("Saved as"))
    assert (tmp_path / "papers" / f"{number}-notice.png").exists()


def test_a_paper_that_the_program_left_open_is_told(desk_with, printer, store, clock, qtbot):
    job = PrintJob(operations.new_id(), None, "F01", printer.url, clock(), PaperKind.DAY_END)
    operations.begin_print(store, job)
    app = desk_with(outlet=printer.outlet())
    qtbot.waitUntil(lambda: said(app).startswith("The program ended while it printed"))
    assert operations.abandoned_prints(store, "F01") == ()


# The acceptance receipt


def test_what_is_accepted_gets_a_receipt(desk_with, serving, printer, store, qtbot):
    app = desk_with(outlet=printer.outlet())
    number = serving(app)
    keys(app, qtbot, Qt.Key.Key_F2)
    button = app.window.findChild(QPushButton, "receipt_button")
    assert not button.isVisible()
    keys(app, qtbot, "2")
    assert button.isVisible() and button.isChecked()
    keys(app, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(app) == f"Printed: Receipt for {number}")
    assert operations.timeline(store, number).legs[0].outcome is Outcome.ACCEPTED
    (event,) = happened(store, number, Happened.RECEIPT)
    assert (event.facts, event.clerk) == ({"promised": "2026-12-14"}, CLERK)
    assert len(printer.slips) == 1


def test_a_receipt_that_is_not_wanted_is_not_given(desk_with, serving, printer, store, qtbot):
    app = desk_with(outlet=printer.outlet())
    number = serving(app)
    keys(app, qtbot, Qt.Key.Key_F2)
    keys(app, qtbot, "2", (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_R), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.desk.current is None)
    assert happened(store, number, Happened.RECEIPT) == []
    choose_paper(app, qtbot, Errand.RECEIPT)
    keys(app, qtbot, number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(app) == f"Printed: Receipt for {number}")


def test_nothing_is_offered_where_nothing_prints(desk_with, serving, qtbot):
    app = desk_with()
    serving(app)
    keys(app, qtbot, Qt.Key.Key_F2)
    assert isinstance(app.desk.sheet, FinishSheet)
    app.desk.sheet.choose(Outcome.ACCEPTED)
    assert not app.desk.sheet.receipt


# The slip again


def test_a_guide_prints_a_slip_again(desk_with, take, printer, store, qtbot):
    app = desk_with(GUIDE, printer.outlet())
    number = take("FA").number
    choose_paper(app, qtbot, Errand.SLIP_AGAIN)
    keys(app, qtbot, number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(app) == f"Printed: Second slip of {number}")
    (event,) = happened(store, number, Happened.REPRINT)
    assert (event.clerk, event.facts["by"]) == (GUIDE, "F01")
    qtbot.waitUntil(lambda: jobs(store, number)[0].state is PrintState.PRINTED)
    assert jobs(store, number)[0].reprint
    assert len(printer.slips) == 1


def test_a_clerk_prints_no_slip_again(desk_with, printer, qtbot):
    app = desk_with(CLERK, printer.outlet())
    keys(app, qtbot, (CONTROL, Qt.Key.Key_P))
    assert Errand.SLIP_AGAIN not in app.desk.sheet.errands


@pytest.mark.parametrize("profile", ["epson-tm-t88"])
def test_what_an_earlier_job_left_in_the_printer_is_cleared_first(
    desk_with, take, printer, store, clock, qtbot
):
    taken = take("FA")
    slip = PrintJob(operations.new_id(), taken.ticket, "F01", printer.url, clock())
    operations.end_print(store, slip.ended(PrintState.INTERRUPTED, 9, clock(), "jam"))
    app = desk_with(GUIDE, printer.outlet())
    app.desk.do(Act.REPRINT)
    app.desk.sheet.type(taken.number)
    app.desk.accept_sheet()
    qtbot.waitUntil(lambda: said(app) == f"Printed: Second slip of {taken.number}")
    qtbot.waitUntil(lambda: jobs(store, taken.number)[0].cleared)


def test_a_first_slip_that_may_still_come_out_elsewhere_is_told(
    desk_with, take, printer, store, clock, qtbot
):
    taken = take("FA")
    slip = PrintJob(operations.new_id(), taken.ticket, "kiosk-1", "tcp://other:9100", clock())
    operations.end_print(store, slip.ended(PrintState.INTERRUPTED, 9, clock(), "jam"))
    app = desk_with(GUIDE, printer.outlet())
    app.desk.do(Act.REPRINT)
    app.desk.sheet.type(taken.number)
    app.desk.accept_sheet()
    qtbot.waitUntil(lambda: "The first one may still come out" in said(app))
    assert not jobs(store, taken.number)[0].cleared


# The figures of the day


def test_the_figures_are_printed_on_demand_and_at_sign_out(desk_with, printer, store, qtbot):
    app = desk_with(outlet=printer.outlet())
    choose_paper(app, qtbot, Errand.DAY_END)
    qtbot.waitUntil(lambda: said(app) == "Printed: Figures of F01")
    keys(app, qtbot, (CONTROL, Qt.Key.Key_Q))
    keys(app, qtbot, "2", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.desk is None)
    qtbot.waitUntil(lambda: len(printer.slips) == 2)

    def all_ended():
        with store.read() as tx:
            return tx.paper.open_jobs("F01") == []

    qtbot.waitUntil(all_ended)


def test_the_end_of_a_job_is_written_when_the_database_is_back(
    desk_with, serving, printer, store, qtbot, monkeypatch
):
    from common.store import DatabaseAway

    app = desk_with(outlet=printer.outlet())
    number = serving(app)
    end, away = operations.end_print, [True]

    def sometimes(store, job):
        if away:
            raise DatabaseAway(detail="test")
        end(store, job)

    monkeypatch.setattr(operations, "end_print", sometimes)
    choose_paper(app, qtbot, Errand.NOTICE)
    keys(app, qtbot, "1", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(app) == f"Printed: Notice for {number}")
    qtbot.waitUntil(lambda: app._papers._not_written != [])
    away.clear()
    app.desk.start()
    qtbot.waitUntil(lambda: jobs(store, number)[0].state is PrintState.PRINTED)


def test_half_a_paper_of_one_person_is_marked_before_the_paper_of_the_next(printer, qtbot):
    """The printer was switched off in the middle and forgot the rest."""
    device, full = printer.device, printer.device.panel.paper_mm

    def switch_off_and_on():
        if device.panel.paper_mm < full - 20:
            device.forget(switch_off_and_on)
            device.set_power(False)
            device.set_power(True)

    device.observe(switch_off_and_on)
    outlet = printer.outlet()
    first, second = (b"\x1b@" + words + b"\n" * 12 + b"\x1dVB\x00" for words in (b"LI", b"WU"))
    assert outlet.print(first, clear_first=False).state is PrintState.INTERRUPTED
    assert outlet.print(second, clear_first=False).state is PrintState.PRINTED
    marked, whole = printer.slips
    assert b"LI" in marked.data and "不完整".encode("gbk") in marked.data
    assert b"WU" in whole.data and b"LI" not in whole.data
    outlet.close()
