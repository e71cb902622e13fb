"""Papers of a hall that nobody got yet: what they would say, for a look at how they will look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from common.domain.hall import Bundle, Hall, Service
from common.domain.ids import QueueCode
from common.domain.number import ticket_number
from common.domain.opinion import ANSWERED_WITHIN, KIND_WORDS, OpinionKind
from common.domain.papers import (
    AppointmentFacts,
    ChecklistFacts,
    DayEndFacts,
    FormCodeFacts,
    NoticeFacts,
    OpinionFacts,
    PaperFacts,
    ReceiptFacts,
    Wanted,
)
from common.domain.print_job import PaperKind
from common.domain.slip import SlipFacts
from common.domain.text import Text
from common.domain.ticket import Outcome

_CODE = "7K3M9PQX"
_FORM_CODE = "7K3M9P"
_RECEIPT = "7K3M9PQ"
_BOOKED = Text(zh="预约 09:30-10:00", en="Appointment 09:30-10:00")
_REMARK = "复印件须加盖公章。"
_FORM = Text(zh="申请表", en="Application form")
_CLERK = Text(zh="窗口员", en="Clerk")
_LAST_SEQUENCE = 9999


def usual_slip(hall: Hall, now: datetime) -> SlipFacts:
    """The slip of a service that many come for."""
    service = (*hall.popular_services, *hall.services)[0]
    return sample_slip(hall, service, now, 6)


def longest_slip(hall: Hall, now: datetime) -> SlipFacts:
    """A reprint with the longest name, most papers, longest mark and longest number of the hall."""
    things: Sequence[Service | Bundle] = (*hall.services, *hall.bundles)
    longest = max(things, key=lambda thing: _weight(hall, thing))
    prefix = max((queue.code for queue in hall.queues), key=len)
    mark = max((one.name for one in hall.priority_classes), key=lambda name: len(name.zh))
    most = max((hall.main_counters_of(queue.code) for queue in hall.queues), key=len)
    slip = sample_slip(hall, longest, now, _LAST_SEQUENCE)
    return SlipFacts(
        hall=slip.hall,
        number=ticket_number(prefix, _LAST_SEQUENCE),
        services=slip.services,
        queue=slip.queue,
        zone_code=slip.zone_code,
        zone=slip.zone,
        floor=slip.floor,
        counters=tuple(counter.code for counter in most),
        ahead=128,
        wait_minutes=(95, 140),
        issued_at=now,
        marks=(mark, _BOOKED),
        bring=slip.bring,
        rules=slip.rules,
        code=slip.code,
        phone=slip.phone,
        reprint=True,
        template=hall.slip,
    )


def sample_paper(hall: Hall, kind: PaperKind, now: datetime) -> PaperFacts:
    """Another paper than a slip, for a service that asks for several materials."""
    service = max(hall.services, key=lambda service: len(service.materials))
    slip = sample_slip(hall, service, now, 6)
    wanted = tuple(Wanted(one.name, one.kind) for one in hall.materials_of([service.code]))
    counter = slip.counters[0]
    match kind:
        case PaperKind.NOTICE:
            return NoticeFacts(
                hall=hall.name,
                number=slip.number,
                services=slip.services,
                missing=wanted,
                remark=_REMARK,
                count=1,
                counter=counter,
                clerk=_CLERK,
                given_at=now,
                phone=hall.phone,
            )
        case PaperKind.RECEIPT:
            return ReceiptFacts(
                hall=hall.name,
                number=slip.number,
                services=slip.services,
                received=slip.bring,
                promised=(now + timedelta(days=max(1, service.promised_days))).date(),
                counter=counter,
                clerk=_CLERK,
                accepted_at=now,
                code=_CODE,
                phone=hall.phone,
            )
        case PaperKind.CHECKLIST:
            return ChecklistFacts(
                hall=hall.name,
                services=slip.services,
                bring=wanted,
                zone_code=slip.zone_code,
                zone=slip.zone,
                floor=slip.floor,
                counters=slip.counters,
                printed_at=now,
                phone=hall.phone,
            )
        case PaperKind.FORM_CODE:
            return FormCodeFacts(
                hall=hall.name,
                form=_FORM,
                code=_FORM_CODE,
                number=slip.number,
                kept_until=(now + timedelta(days=7)).date(),
                printed_at=now,
                phone=hall.phone,
            )
        case PaperKind.OPINION:
            return OpinionFacts(
                hall=hall.name,
                kind=KIND_WORDS[OpinionKind.SUGGESTION],
                receipt=_RECEIPT,
                given_at=now,
                answered_by=(now + ANSWERED_WITHIN).date(),
                phone=hall.phone,
            )
        case PaperKind.APPOINTMENT:
            return AppointmentFacts(
                hall=hall.name,
                service=service.name,
                code=_FORM_CODE,
                day=(now + timedelta(days=1)).date(),
                slot="09:30-10:00",
                opens=time(9),
                bring=wanted,
                zone_code=slip.zone_code,
                zone=slip.zone,
                floor=slip.floor,
                counters=slip.counters,
                printed_at=now,
                phone=hall.phone,
            )
        case _:
            return _day_end(hall, counter, now)


def sample_slip(hall: Hall, thing: Service | Bundle, now: datetime, sequence: int) -> SlipFacts:
    """The slip of a service or a bundle, with seven people ahead and a wait that is known."""
    services = _services_of(hall, thing)
    queue = hall.queue(services[0].queue)
    zone = hall.zone(queue.zone)
    return SlipFacts(
        hall=hall.name,
        number=ticket_number(QueueCode(queue.code), sequence),
        services=(thing.name,),
        queue=queue.name,
        zone_code=zone.code,
        zone=zone.name,
        floor=zone.floor,
        counters=tuple(counter.code for counter in hall.main_counters_of(queue.code)),
        ahead=7,
        wait_minutes=(12, 18),
        issued_at=now,
        marks=(),
        bring=tuple(one.name for one in hall.materials_of([one.code for one in services])),
        rules=hall.slip_rules,
        code=_CODE,
        phone=hall.phone,
        template=hall.slip,
    )


def _services_of(hall: Hall, thing: Service | Bundle) -> Sequence[Service]:
    if isinstance(thing, Service):
        return [thing]
    return [hall.service(code) for stage in thing.stages for code in stage.services]


def _weight(hall: Hall, thing: Service | Bundle) -> int:
    materials = hall.materials_of([one.code for one in _services_of(hall, thing)])
    return len(thing.name.zh) + sum(len(one.name.zh) + 1 for one in materials)


def _day_end(hall: Hall, counter: str, now: datetime) -> DayEndFacts:
    return DayEndFacts(
        hall=hall.name,
        counter=counter,
        clerk=_CLERK,
        day=now.date(),
        first_call=now.replace(hour=8, minute=31),
        last_end=now.replace(hour=17, minute=24),
        called=46,
        finished=42,
        cases=44,
        missed=3,
        transferred=1,
        outcomes=((Outcome.CONSULTED, 5), (Outcome.ACCEPTED, 21), (Outcome.COMPLETED, 16)),
        mean_service=timedelta(minutes=9, seconds=11),
        longest_service=timedelta(minutes=30, seconds=32),
        printed_at=now,
    )
