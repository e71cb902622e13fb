"""Pictures of the counter's papers, and of kiosks that need somebody."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from common import operations
from common.demo.hall import PASSWORD
from common.demo.hand import settle, wait_until
from common.demo.studio import PictureHall, Size, Studio
from common.domain.ids import ClassCode, ClerkLogin, CounterCode, HelpId, KioskCode, TicketId
from common.domain.kiosk import KioskState
from common.domain.print_job import PrintJob, PrintState
from common.printing.profile import load_profile
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.ports import TcpPort
from counter.app import CounterApp
from counter.paper_outlet import PaperOutlet
from counter.view_models.acts import Act
from counter.view_models.desk import DeskViewModel
from counter.view_models.message import Tone

COUNTER = CounterCode("A03")
_GUIDE, _PROFILE = "z01", "generic-80"
_PEOPLE = (("AA001", "P0"), ("AA011", "P0"), ("AA004", "P1"), ("AA007", "P0"), ("AE001", "P0"))


def take_counter_paper_pictures(studio: Studio, hall: PictureHall, size: Size) -> None:
    """One language, one size of screen."""
    for wanted, priority in _PEOPLE:
        _arrive(hall, wanted, priority)
        hall.clock.now += timedelta(minutes=4)
    with ExitStack() as stack:
        device = VirtualPrinter(load_profile(_PROFILE))
        stack.callback(device.stop)
        port = TcpPort(device, 0)
        stack.callback(port.close)
        app = CounterApp(
            hall.store,
            studio.presentation,
            counter=COUNTER,
            login=_GUIDE,
            outlet=PaperOutlet(f"tcp://127.0.0.1:{port.number}", _PROFILE),
        )
        stack.callback(app.close)
        app.window.resize(*size)
        app.window.show()
        wait_until(lambda: app.sign_in.counter_place != "", "the counter's place")
        app.sign_in.set_password(PASSWORD)
        app.sign_in.sign_in()
        wait_until(lambda: app.desk is not None and app.desk.view is not None, "the desk")
        operations.call_next(hall.store, COUNTER)
        operations.serve(hall.store, COUNTER)
        wait_until(lambda: _desk(app).current is not None, "somebody at the desk")
        _papers(studio, app, device)
        _kiosks(studio, hall, app)
        _leave(studio, hall, app)


def _papers(studio: Studio, app: CounterApp, device: VirtualPrinter) -> None:
    """The menu, a notice that is printed, another that is not."""
    desk = _desk(app)
    desk.open_papers()
    _keep(studio, app, "papers_menu")
    desk.close_sheet()
    desk.do(Act.NOTICE)
    _type(app, "245")
    _keep(studio, app, "notice_sheet")
    desk.accept_sheet()
    wait_until(lambda: _tone(desk) is Tone.GOOD, "the notice on paper")
    _keep(studio, app, "notice_printed")
    device.set_cover(True)
    wait_until(lambda: desk.current is not None and desk.current.notices == 1, "the notice")
    desk.do(Act.NOTICE)
    _type(app, "1")
    _key(app, Qt.Key.Key_Return)
    _keep(studio, app, "notice_sheet_again")
    _key(app, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    _key(app, Qt.Key.Key_Return)
    wait_until(lambda: _tone(desk) is Tone.CAUTION, "a printer in trouble")
    _keep(studio, app, "notice_not_printed")
    desk.open_papers()
    _keep(studio, app, "papers_menu_unprinted")
    desk.close_sheet()
    device.set_cover(False)
    desk.do(Act.FINISH)
    _type(app, "2")
    _keep(studio, app, "finish_sheet_receipt")
    desk.close_sheet()


def _leave(studio: Studio, hall: PictureHall, app: CounterApp) -> None:
    """A slip again, for one whose slip is in doubt, and the end of the day."""
    desk = _desk(app)
    desk.do(Act.REPRINT)
    _keep(studio, app, "slip_again_sheet")
    desk.close_sheet()
    operations.finish(hall.store, COUNTER)
    wait_until(lambda: desk.idle, "a free desk")
    desk.do(Act.SIGN_OUT)
    _keep(studio, app, "sign_out_figures")
    desk.close_sheet()


def _tone(desk: DeskViewModel) -> Tone | None:
    return desk.message.tone if desk.message is not None else None


def _type(app: CounterApp, words: str) -> None:
    QTest.keyClicks(app.window.focusWidget(), words)


def _key(
    app: CounterApp,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    QTest.keyClick(app.window.focusWidget(), key, modifier)


def _kiosks(studio: Studio, hall: PictureHall, app: CounterApp) -> None:
    """One kiosk runs low, one is jammed with a slip in doubt, one says nothing."""
    alarms = _desk(app).alarms
    _say(hall, "kiosk-3", trouble="paper_low", can_print=True, paper_low=True, slips_left=34)
    wait_until(lambda: len(alarms.alarms) == 1, "an alarm")
    _keep(studio, app, "kiosk_paper_low")
    alarms.acknowledge()
    number, ticket = _arrive(hall, "AA002", "P0")
    now = hall.clock.now
    slip = PrintJob(operations.new_id(), ticket, "kiosk-2", "tcp://10.0.0.9:9100", now)
    operations.end_print(hall.store, slip.ended(PrintState.INTERRUPTED, 120, now, "jam"))
    _say(hall, "kiosk-2", trouble="jam")
    wait_until(lambda: any(number in a.unproven for a in alarms.unseen), "a slip in doubt")
    _keep(studio, app, "kiosk_alarm")
    _say(hall, "kiosk-1", trouble="paper_out", slips_left=0)
    wait_until(lambda: len(alarms.unseen) == 2, "two alarms")
    _keep(studio, app, "kiosk_alarms")
    alarms.acknowledge()
    _keep(studio, app, "kiosk_alarms_seen")
    _calls_for_help(studio, hall, app)


def _calls_for_help(studio: Studio, hall: PictureHall, app: CounterApp) -> None:
    """One that nobody answered for a minute, a fresh one, and one that a colleague sees to."""
    desk = _desk(app)
    first, _, third = (
        _call_for_help(hall, kiosk, page, seconds)
        for kiosk, page, seconds in (
            ("kiosk-1", "confirm", 0),
            ("kiosk-2", "guide", 70),
            ("kiosk-3", "form", 5),
        )
    )
    operations.acknowledge_help(hall.store, third, ClerkLogin("z02"))
    desk.start()
    wait_until(lambda: len(desk.help_calls.lines) == 3, "three calls for help")
    _keep(studio, app, "help_calls")
    operations.acknowledge_help(hall.store, first, desk.session.clerk)
    wait_until(lambda: bool(desk.help_calls.mine), "a helper who goes")
    _keep(studio, app, "help_mine")
    desk.errands.kiosks_wanted.emit()
    _keep(studio, app, "kiosks")
    desk.close_sheet()


def _call_for_help(hall: PictureHall, kiosk: str, page: str, seconds: int) -> HelpId:
    """After so many seconds."""
    hall.clock.now += timedelta(seconds=seconds)
    new = HelpId(operations.new_id())
    return operations.call_for_help(hall.store, KioskCode(kiosk), page, new).id


def _say(hall: PictureHall, kiosk: str, **how: object) -> None:
    state = KioskState(
        KioskCode(kiosk),
        hall.clock.now,
        **{"printer": "serial:///dev/ttyS1", "can_print": False, **how},  # type: ignore[arg-type]
    )
    operations.report_kiosk(hall.store, state)


def _arrive(hall: PictureHall, wanted: str, priority: str) -> tuple[str, TicketId]:
    issued = operations.issue(
        hall.store,
        [wanted],
        ticket=TicketId(operations.new_id()),
        priority=ClassCode(priority),
        by="kiosk-1",
    )
    return issued.number, issued.ticket


def _desk(app: CounterApp) -> DeskViewModel:
    assert app.desk is not None
    return app.desk


def _keep(studio: Studio, app: CounterApp, page: str) -> None:
    settle(150)
    studio.keep_window("counter", page, app.window)
