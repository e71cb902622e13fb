"""Pictures of several services with one number at the kiosk."""

from __future__ import annotations

from datetime import timedelta

from common.demo.hand import touch, wait_until
from common.demo.kiosk_view import KioskView
from common.demo.studio import PictureHall
from common.domain.hall import CounterKind
from common.domain.ids import CounterCode, TicketId
from common.operations import call_next, finish, issue, new_id, serve
from kiosk.app import KioskApp
from kiosk.view_models.stages import Stage

_SERVICES = ("FB001", "FD001", "CB001", "BA003")
_OF_A_BUNDLE = ("AA001", "EA001")
_BUNDLE = "YJS07"
_GUIDED = "FB001"
_OPEN = tuple(map(CounterCode, ("F06", "F07", "F08", "C07")))
_SERVED, _SERVICE_TAKES = 3, timedelta(minutes=5)


def take_basket_pictures(view: KioskView) -> None:
    with view.studio.busy_hall() as hall:
        _serve_some(hall)
        with view.kiosk(hall, "file:///dev/null") as kiosk:
            wait_until(
                lambda: bool(kiosk.models.hall.known_waits.by_kind), "a kiosk that knows waits"
            )
            _BasketPictures(view, kiosk).take()


def _serve_some(hall: PictureHall) -> None:
    """So many people at both kinds of counter that the kiosk knows how long they take."""
    for counter in _OPEN:
        for _ in range(_SERVED):
            issue(hall.store, [_GUIDED], ticket=TicketId(new_id()))
            if call_next(hall.store, counter) is not None:
                serve(hall.store, counter)
                hall.clock.now += _SERVICE_TAKES
                finish(hall.store, counter)
    for _ in range(_SERVED):
        issue(hall.store, [_GUIDED], ticket=TicketId(new_id()), kind=CounterKind.DEPARTMENT)


class _BasketPictures:
    def __init__(self, view: KioskView, kiosk: KioskApp) -> None:
        self._view, self._kiosk = view, kiosk

    def take(self) -> None:
        journey = self._kiosk.journey
        self._collect(_SERVICES)
        self._keep("basket")
        touch(self._kiosk.window, "another_service_button")
        self._keep("take_another")
        self._kiosk.models.basket.open()
        touch(self._kiosk.window, "proceed_button")
        self._keep("confirm_several")
        self._collect(_OF_A_BUNDLE)
        self._keep("basket_bundle")
        self._begin()
        journey.choose_bundle(_BUNDLE)
        self._keep("confirm_effort")
        self._begin()
        journey.choose_service(_GUIDED)
        self._keep("confirm_choice")
        touch(self._kiosk.window, "kind_comprehensive")
        for kind in ("comprehensive", "department"):
            self._kiosk.models.counter_choice.choose(kind)
            self._kiosk.models.floor_plan.show_errand()
            self._keep(f"plan_{kind}")
            touch(self._kiosk.window, "plan_close_button")
        self._kiosk.taking.take_number()
        wait_until(lambda: self._kiosk.taking.stage is Stage.SENT, "a slip that was sent")
        self._keep("slip_with_plan")
        self._begin()
        journey.open("guides")
        journey.choose_service(_GUIDED)
        self._keep("guide_collect")

    def _collect(self, services: tuple[str, ...]) -> None:
        self._begin()
        self._kiosk.journey.open("take")
        self._kiosk.journey.choose_service(services[0])
        self._kiosk.models.basket.add_another()
        for service in services[1:]:
            self._kiosk.journey.choose_service(service)

    def _begin(self) -> None:
        self._view.begin(self._kiosk)

    def _keep(self, page: str) -> None:
        self._view.keep(self._kiosk, page)
