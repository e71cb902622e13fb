"""Pictures of the counter's papers, and of kiosks that need somebody."""

from __future__ import annotations

from datetime import timedelta

from common import operations
from common.demo.hall import PASSWORD
from common.demo.hand import settle, wait_until
from common.demo.studio import PictureHall, Size, Studio
from common.domain.ids import ClassCode, CounterCode, KioskCode, TicketId
from common.domain.kiosk import KioskState
from common.domain.print_job import PrintJob, PrintState
from counter.app import CounterApp
from counter.view_models.desk import DeskViewModel

COUNTER = CounterCode("A03")
_GUIDE = "z01"
_PEOPLE = (("AA001", "P0"), ("AA011", "P0"), ("AA004", "P1"), ("AA007", "P0"), ("AE001", "P0"))


def take_counter_paper_pictures(studio: Studio, hall: PictureHall, size: Size) -> None:
    """One language, one size of screen."""
    for wanted, priority in _PEOPLE:
        _arrive(hall, wanted, priority)
        hall.clock.now += timedelta(minutes=4)
    app = CounterApp(hall.store, studio.presentation, counter=COUNTER, login=_GUIDE)
    try:
        app.window.resize(*size)
        app.window.show()
        wait_until(lambda: app.sign_in.counter_place != "", "the counter's place")
        app.sign_in.set_password(PASSWORD)
        app.sign_in.sign_in()
        wait_until(lambda: app.desk is not None and app.desk.view is not None, "the desk")
        operations.call_next(hall.store, COUNTER)
        operations.serve(hall.store, COUNTER)
        _kiosks(studio, hall, app)
    finally:
        app.close()


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
