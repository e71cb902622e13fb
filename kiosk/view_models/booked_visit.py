"""Somebody with an appointment on the confirm page: what it asks of the hall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from common.domain.hall import ORDINARY, Hall
from common.domain.ids import TicketId
from common.domain.print_job import PrintJob
from common.domain.slip import SlipFacts
from common.domain.text import Text
from common.operations import Issued, check_in, new_id, slip_facts
from common.operations.appointments.arriving import Arriving
from common.operations.appointments.checking_in import may_check_in
from common.store import Store
from kiosk.view_models.errand import Errand
from kiosk.view_models.visit import Visit


@dataclass(frozen=True, kw_only=True)
class BookedVisit(Visit):
    """The number comes from an appointment: it asks for no person and no class."""

    arriving: Arriving

    @classmethod
    def of(cls, hall: Hall, arriving: Arriving, today: date, device: str) -> BookedVisit:
        lane = hall.appointment_class
        return cls(
            errand=Errand.of_service(hall, arriving.appointment.service, today),
            ticket=TicketId(new_id()),
            device=device,
            priority=ORDINARY if arriving.late or lane is None else lane.code,
            arriving=arriving,
        )

    @property
    def booking(self) -> Text:
        one = self.arriving.appointment
        return one.told_late if self.arriving.late else one.told

    def check(self, store: Store, person: str | None) -> None:
        may_check_in(store, self.arriving.appointment.id, ticket=self.ticket, by=self.device)

    def take(
        self, store: Store, person: str | None, slip: PrintJob | None
    ) -> tuple[Issued, SlipFacts]:
        done = check_in(
            store, self.arriving.appointment.id, ticket=self.ticket, by=self.device, slip=slip
        )
        return done.issued, slip_facts(store, done.issued.number)

    def give_back(self, store: Store) -> None:
        """It stays: who left without seeing it finds it again by the appointment's code."""
