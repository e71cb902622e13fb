"""Papers for people besides their number: what is missing, what was accepted, what to bring.

Each is told here as facts. Whoever prints them writes the print job down as for a slip.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from common.domain.event import Act, Event
from common.domain.hall import Hall, Material
from common.domain.ids import ClerkLogin, CounterCode, RequestId, ServiceCode, TicketId
from common.domain.opinion import ANSWERED_WITHIN, KIND_WORDS, Opinion
from common.domain.papers import (
    ChecklistFacts,
    FormCodeFacts,
    NoticeFacts,
    OpinionFacts,
    ReceiptFacts,
    Wanted,
)
from common.domain.print_job import PaperKind, PrintJob, PrintState
from common.domain.session import Role
from common.domain.slip import PRACTICE_MARK, SlipFacts
from common.domain.text import Text
from common.domain.ticket import ACTIVE, ENDED, STATE_ZH, Leg, Outcome, Ticket, ticket_state
from common.operations.errors import (
    MaterialNotAsked,
    NoPromisedDay,
    NotAccepted,
    NothingMissing,
    NoticeReasonNeeded,
    NumberOver,
)
from common.operations.journey import done_before, ticket_numbered
from common.operations.staff import require_role
from common.operations.views import slip_facts
from common.store import ReadTransaction, Store, WriteTransaction


@dataclass(frozen=True, slots=True)
class Given:
    """A paper that the hall's record tells of."""

    facts: NoticeFacts | ReceiptFacts
    ticket: TicketId
    job: PrintJob | None
    """The job that is to print it, which is written down; None when nobody prints it yet."""


@dataclass(frozen=True, slots=True)
class SlipAgain:
    """A second slip of a number, and what may still come of the first."""

    ticket: TicketId
    facts: SlipFacts
    in_doubt: tuple[PrintJob, ...]
    """Earlier jobs of which nobody knows what is on paper, newest first."""


def notice_facts(
    store: Store,
    number: str,
    missing: Sequence[str],
    *,
    counter: CounterCode | None = None,
    clerk: ClerkLogin | None = None,
    remark: str = "",
) -> NoticeFacts:
    """What a notice given now would say; nothing is recorded. Raises as `give_notice` does."""
    with store.read() as tx:
        ticket = ticket_numbered(tx, number)
        codes = _missing(tx, ticket, missing, remark)
        count = len(_notices(tx, ticket)) + 1
        return _notice(tx, ticket, codes, remark.strip(), count, counter, clerk)


def give_notice(
    store: Store,
    number: str,
    missing: Sequence[str],
    *,
    counter: CounterCode | None = None,
    clerk: ClerkLogin | None = None,
    remark: str = "",
    reason: str = "",
    job: PrintJob | None = None,
    request: RequestId | None = None,
) -> Given:
    """Tell a person once and in writing everything that is missing (一次性告知).

    A further notice for the same number needs a reason and is counted. `job` is written down with
    it. Raises UnknownNumber, NothingMissing, MaterialNotAsked, NoticeReasonNeeded, UnknownCounter.
    """
    with store.write() as tx:
        here = tx.hall.counter(counter).code if counter else None
        if event := done_before(tx, request, Act.NOTICE):
            return _notice_told_by(tx, event, job)
        ticket = ticket_numbered(tx, number)
        codes = _missing(tx, ticket, missing, remark)
        before = len(_notices(tx, ticket))
        if before and not reason.strip():
            raise NoticeReasonNeeded(number=ticket.number, given=before)
        event = tx.record_act(
            Act.NOTICE,
            counter=here,
            clerk=clerk,
            request=request,
            ticket=ticket,
            facts={
                "missing": list(codes),
                "remark": remark.strip(),
                "count": before + 1,
                **({"reason_given": reason.strip()} if before else {}),
            },
        )
        return _notice_told_by(tx, event, job)


def receipt_facts(store: Store, number: str, *, counter: CounterCode | None = None) -> ReceiptFacts:
    """What the receipt of this number says; nothing is recorded. Raises as `give_receipt` does."""
    with store.read() as tx:
        ticket = ticket_numbered(tx, number)
        return _receipt(tx, ticket, _accepted(tx, ticket, counter), counter, None)


def give_receipt(
    store: Store,
    number: str,
    *,
    counter: CounterCode | None = None,
    clerk: ClerkLogin | None = None,
    job: PrintJob | None = None,
    request: RequestId | None = None,
) -> Given:
    """Confirm what was accepted (受理), and the day by which it will be done.

    With `counter`, what was accepted there; else everything of the number. `job` is written down
    with it. Raises UnknownNumber, NotAccepted, NoPromisedDay, UnknownCounter.
    """
    with store.write() as tx:
        here = tx.hall.counter(counter).code if counter else None
        event = done_before(tx, request, Act.RECEIPT)
        if event is not None:
            assert event.ticket is not None
            ticket = tx.ticket(event.ticket)
            assert ticket is not None
        else:
            ticket = ticket_numbered(tx, number)
        facts = _receipt(tx, ticket, _accepted(tx, ticket, here), here, clerk)
        if event is None:
            tx.record_act(
                Act.RECEIPT,
                counter=here,
                clerk=clerk,
                request=request,
                ticket=ticket,
                facts={"promised": facts.promised.isoformat() if facts.promised else None},
            )
        return Given(facts, ticket.id, _begun(tx, job, ticket))


def checklist_facts(store: Store, wanted: Sequence[str]) -> ChecklistFacts:
    """What to bring for services or a bundle, and where to go. Raises UnknownService."""
    with store.read() as tx:
        hall = tx.hall
        services: list[ServiceCode] = []
        names: list[Text] = []
        for code in wanted:
            bundle = hall.bundle(code)
            names.append(bundle.name if bundle else hall.service(code).name)
            stages = bundle.stages if bundle else ()
            services += [one for stage in stages for one in stage.services] or [
                hall.service(code).code
            ]
        queue = hall.queue(hall.service(services[0]).queue)
        zone = hall.zone(queue.zone)
        return ChecklistFacts(
            hall=hall.name,
            services=tuple(names),
            bring=tuple(map(_wanted, hall.materials_of(services))),
            zone_code=zone.code,
            zone=zone.name,
            floor=zone.floor,
            counters=tuple(c.code for c in hall.main_counters_of(queue.code)),
            printed_at=tx.now.astimezone(ZoneInfo(hall.time_zone)),
            phone=hall.phone,
            sites=hall.sites_of(services),
            marks=_marks(hall),
        )


def form_code_facts(
    store: Store, code: str, form: Text, kept_until: date, number: str = ""
) -> FormCodeFacts:
    """The code of a form that was just filled in, with nothing of what is in it."""
    with store.read() as tx:
        return FormCodeFacts(
            hall=tx.hall.name,
            form=form,
            code=code,
            number=number,
            kept_until=kept_until,
            printed_at=tx.now.astimezone(ZoneInfo(tx.hall.time_zone)),
            phone=tx.hall.phone,
            marks=_marks(tx.hall),
        )


def opinion_facts(store: Store, opinion: Opinion) -> OpinionFacts:
    """The receipt of an opinion, with nothing of what it says."""
    with store.read() as tx:
        given = opinion.given_at.astimezone(ZoneInfo(tx.hall.time_zone))
        return OpinionFacts(
            hall=tx.hall.name,
            kind=KIND_WORDS[opinion.kind],
            receipt=opinion.receipt,
            given_at=given,
            answered_by=(given + ANSWERED_WITHIN).date(),
            phone=tx.hall.phone,
            marks=_marks(tx.hall),
        )


def slip_again(store: Store, number: str, by: ClerkLogin | None = None) -> SlipAgain:
    """What the second slip (补打) of an open number says.

    A guide or supervisor asks for it. Raises UnknownNumber, NumberOver, NotPermitted.
    """
    with store.read() as tx:
        require_role(tx, by, Role.GUIDE)
        ticket = ticket_numbered(tx, number)
        state = ticket_state(tx.legs_of(ticket.id))
        if state in ENDED:
            raise NumberOver(number=ticket.number, state=Text(zh=STATE_ZH[state], en=state.value))
        jobs = tx.paper.jobs_of(ticket.id)
    return SlipAgain(
        ticket.id,
        replace(slip_facts(store, ticket.number, ticket.day), reprint=True),
        tuple(job for job in reversed(jobs) if _is_in_doubt(job)),
    )


def _is_in_doubt(job: PrintJob) -> bool:
    unknown = job.state in (None, PrintState.INTERRUPTED)
    return job.paper is PaperKind.SLIP and unknown and not job.cleared


# The one-time notice


def _notices(tx: ReadTransaction, ticket: Ticket) -> list[Event]:
    return [event for event in tx.events_of(ticket.id) if event.move is Act.NOTICE]


def _missing(
    tx: ReadTransaction, ticket: Ticket, missing: Sequence[str], remark: str
) -> tuple[str, ...]:
    """The codes in the order in which the services name them, each once."""
    asked = [material.code for material in _materials(tx, ticket)]
    for code in missing:
        if code not in asked:
            raise MaterialNotAsked(material=code, number=ticket.number, known=" ".join(asked))
    if not missing and not remark.strip():
        raise NothingMissing(number=ticket.number)
    return tuple(code for code in asked if code in missing)


def _materials(tx: ReadTransaction, ticket: Ticket) -> tuple[Material, ...]:
    return tx.hall.with_former.materials_of(_services(tx, ticket))


def _services(tx: ReadTransaction, ticket: Ticket) -> list[ServiceCode]:
    """What the person is at a counter for now; else everything the number is for."""
    legs = tx.legs_of(ticket.id)
    active = [leg for leg in legs if leg.state in ACTIVE]
    return list(dict.fromkeys(code for leg in active or legs for code in leg.services))


def _notice_told_by(tx: WriteTransaction, event: Event, job: PrintJob | None) -> Given:
    assert event.ticket is not None
    ticket = tx.ticket(event.ticket)
    assert ticket is not None
    told = event.facts
    facts = _notice(
        tx, ticket, told["missing"], told["remark"], told["count"], event.counter, event.clerk
    )
    return Given(facts, ticket.id, _begun(tx, job, ticket))


def _notice(
    tx: ReadTransaction,
    ticket: Ticket,
    missing: Sequence[str],
    remark: str,
    count: int,
    counter: CounterCode | None,
    clerk: ClerkLogin | None,
) -> NoticeFacts:
    hall = tx.hall.with_former
    return NoticeFacts(
        hall=hall.name,
        number=ticket.number,
        services=_names(hall, _services(tx, ticket)),
        missing=tuple(_wanted(hall.material(code)) for code in missing),
        remark=remark,
        count=count,
        counter=counter or "",
        clerk=_name(tx, clerk),
        given_at=tx.now.astimezone(ZoneInfo(hall.time_zone)),
        phone=hall.phone,
        marks=_marks(hall),
    )


# The acceptance receipt


def _accepted(tx: ReadTransaction, ticket: Ticket, counter: CounterCode | None) -> list[Leg]:
    found = [
        leg
        for leg in tx.legs_of(ticket.id)
        if leg.outcome is Outcome.ACCEPTED and counter in (None, leg.counter)
    ]
    if not found:
        raise NotAccepted(number=ticket.number)
    return found


def _receipt(
    tx: ReadTransaction,
    ticket: Ticket,
    legs: Sequence[Leg],
    counter: CounterCode | None,
    clerk: ClerkLogin | None,
) -> ReceiptFacts:
    hall = tx.hall.with_former
    zone = ZoneInfo(hall.time_zone)
    services = list(dict.fromkeys(code for leg in legs for code in leg.services))
    accepted = max(leg.ended_at or tx.now for leg in legs).astimezone(zone)
    return ReceiptFacts(
        hall=hall.name,
        number=ticket.number,
        services=_names(hall, services),
        received=tuple(material.name for material in hall.materials_of(services)),
        promised=_promised(hall, services, accepted.date()),
        counter=counter or legs[-1].counter or "",
        clerk=_name(tx, clerk),
        accepted_at=accepted,
        code=ticket.code,
        phone=hall.phone,
        marks=_marks(hall),
    )


def _promised(hall: Hall, services: Sequence[ServiceCode], accepted: date) -> date | None:
    """So many working days after the day of acceptance as the slowest service promises."""
    days = max(hall.service(code).promised_days for code in services)
    if not days:
        return None
    working = hall.calendar.working_days_after(accepted, days)
    if len(working) < days:
        raise NoPromisedDay(days=days)
    return working[-1]


# What all papers say


def _begun(tx: WriteTransaction, job: PrintJob | None, ticket: Ticket) -> PrintJob | None:
    if job is None:
        return None
    written = replace(job, ticket=ticket.id)
    tx.paper.begin(written)
    return written


def _wanted(material: Material) -> Wanted:
    return Wanted(material.name, material.kind)


def _names(hall: Hall, services: Sequence[ServiceCode]) -> tuple[Text, ...]:
    return tuple(hall.service(code).name for code in services)


def _name(tx: ReadTransaction, clerk: ClerkLogin | None) -> Text | None:
    known = tx.staff.clerk(clerk) if clerk else None
    return known.name if known else None


def _marks(hall: Hall) -> tuple[Text, ...]:
    return (PRACTICE_MARK,) if hall.practice else ()
