"""What the paper of a booked time says."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from common.domain.appointment import Appointment, slot_words
from common.domain.papers import AppointmentFacts, Wanted
from common.domain.slip import PRACTICE_MARK
from common.store import Store


def appointment_facts(store: Store, one: Appointment) -> AppointmentFacts:
    """The code, when and where to come, and what to bring; nothing of who booked."""
    with store.read() as tx:
        hall = tx.hall.with_former
        service = hall.service(one.service)
        queue = hall.queue(one.queue)
        zone = hall.zone(queue.zone)
        before = hall.rules.appointments.check_in_before
        return AppointmentFacts(
            hall=hall.name,
            service=service.name,
            code=one.code,
            day=one.day,
            slot=slot_words(one.slot),
            opens=(datetime.combine(one.day, one.slot) - before).time(),
            bring=tuple(Wanted(m.name, m.kind) for m in hall.materials_of([service.code])),
            zone_code=zone.code,
            zone=zone.name,
            floor=zone.floor,
            counters=tuple(counter.code for counter in hall.main_counters_of(queue.code)),
            printed_at=tx.now.astimezone(ZoneInfo(hall.time_zone)),
            phone=hall.phone,
            marks=(PRACTICE_MARK,) if hall.practice else (),
        )
