"""Issue a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from common.domain.errors import JiaohaoError
from common.domain.event import Act
from common.domain.hall import ORDINARY, CounterKind, Hall
from common.domain.ids import (
    BundleCode,
    ClassCode,
    ClerkLogin,
    LegId,
    QueueCode,
    RequestId,
    TicketId,
)
from common.domain.number import ticket_number
from common.domain.person import person_hash
from common.domain.print_job import PrintJob
from common.domain.replay import beginning
from common.domain.route import Stop, beginning_with, plan_bundle, plan_services
from common.domain.session import Approval
from common.domain.ticket import Leg, LegState, Move, Ticket
from common.operations.closing import expire_leftovers
from common.operations.errors import ApprovalNeeded, BundleStandsAlone
from common.operations.ids import new_code, new_id
from common.operations.issuing_rules import broken_rules, walk_in_places
from common.operations.journey import done_before
from common.operations.pausing import approved
from common.operations.results import Issued
from common.operations.waits import quickest_first
from common.store import ReadTransaction, Store, WriteTransaction


def issue(
    store: Store,
    wanted: Sequence[str],
    *,
    ticket: TicketId,
    priority: ClassCode = ORDINARY,
    by: str = "",
    clerk: ClerkLogin | None = None,
    person: str | None = None,
    approval: Approval | None = None,
    slip: PrintJob | None = None,
    kind: CounterKind | None = None,
) -> Issued:
    """Give one person one number for everything in `wanted`: services, or one bundle.

    `ticket` is the client's id of the intent: repeating it answers with the same ticket. `by` names
    the kiosk. `person` is an ID or telephone number; it is never required and never stored, only a
    keyed hash of it. With `approval` the rules that stand against the number are passed over, which
    the record tells; a break-glass class is issued no other way. `slip` is the print job that is
    begun next: it is written down with the number, so that no slip is ever unheard of. With a
    `kind` of counter the number is called by such counters alone wherever it waits at once and the
    hall leaves the choice (综合窗口 or 部门窗口); without, by whichever is free first.

    Raises, in this order, HallClosed, ServiceNotToday, IssuingOver, QuotaUsed, NumberStillOpen and
    PersonBlocked, each after it was recorded; ApprovalNeeded, UnknownService, BundleStandsAlone,
    UnknownClass, NotAnIdentity.
    """
    quickest = _quickest(store, wanted, priority)

    def ask(tx: ReadTransaction) -> None:
        tx.ticket(ticket)
        tx.event_of(RequestId(ticket))
        queues = _first_queues(tx.hall, wanted, quickest)
        for queue in queues:
            walk_in_places(tx, tx.hall.queue(queue))
        for queue in queues[:1]:
            tx.next_place(queue)
        tx.last_ready()

    with store.write(ask) as tx:
        known = tx.ticket(ticket)
        if known is not None:
            begin_slip(tx, slip)
            return issued_before(tx, known)
        done_before(tx, RequestId(ticket), Move.ISSUE)
        who = _person(tx, person)
        rules = _rules_against(tx, wanted, priority, who, approval)
        if approval is not None or not rules:
            issued = give_number(
                tx,
                wanted,
                ticket=ticket,
                priority=priority,
                by=by,
                clerk=clerk or (approval.by if approval else None),
                person=who,
                facts=_passed_over(approval, rules) if approval else {},
                quickest=quickest,
                kind=kind,
            )
            begin_slip(tx, slip)
            return issued
        _record_refusal(tx, rules[0], wanted, priority, by, clerk)
    raise rules[0]


def check_issue(
    store: Store,
    wanted: Sequence[str],
    *,
    ticket: TicketId,
    priority: ClassCode = ORDINARY,
    by: str = "",
    person: str | None = None,
) -> None:
    """Whether `issue` would give this number now; raises and records what it would."""
    with store.read() as tx:
        if tx.ticket(ticket) is not None:
            return
        rules = _rules_against(tx, wanted, priority, _person(tx, person), None)
    if rules:
        record_refusal(store, rules[0], wanted, priority=priority, by=by)
        raise rules[0]


def record_refusal(
    store: Store,
    refusal: JiaohaoError,
    wanted: Sequence[str],
    *,
    priority: ClassCode = ORDINARY,
    by: str = "",
    request: RequestId | None = None,
) -> None:
    """Keep in the record that a number was not issued, for a rule that the caller saw to.

    With a `request`, doing it again changes nothing.
    """
    with store.write() as tx:
        if not done_before(tx, request, Act.REFUSE):
            _record_refusal(tx, refusal, wanted, priority, by, None, request)


def give_number(
    tx: WriteTransaction,
    wanted: Sequence[str],
    *,
    ticket: TicketId,
    priority: ClassCode,
    by: str = "",
    clerk: ClerkLogin | None = None,
    person: str | None = None,
    ready_at: datetime | None = None,
    facts: Mapping[str, Any] | None = None,
    quickest: Sequence[QueueCode] = (),
    kind: CounterKind | None = None,
) -> Issued:
    """Issue a number, whatever the rules say, inside a transaction that is under way.

    `person` is the keyed hash. `ready_at` is from when the person waits; without it from now on,
    and never before whoever took the number before: a clock that was set back changes no order.
    Stops that are open at once begin with the `quickest` queue, which gives the number. Where the
    hall leaves the choice, they wait for counters of the chosen `kind` alone.
    """
    lane = tx.hall.priority_class(priority).code
    route, bundle = _plan(tx.hall, wanted)
    route = beginning_with(route, quickest)
    queue = route[0].queue
    place = tx.next_place(queue)
    if place.order == 1:
        expire_leftovers(tx)
    new = Ticket(
        id=ticket,
        number=ticket_number(queue, place.sequence),
        day=tx.today,
        order=place.order,
        priority=lane,
        issued_at=tx.now,
        code=new_code(),
        bundle=bundle,
        issued_by=by,
        person=person,
    )
    since = ready_at or max(tx.now, tx.last_ready() or tx.now)
    choices = [_choice(tx, stop, kind) for stop in route]
    legs = [
        _leg(new, position, stop, since, kind if choice else None)
        for position, (stop, choice) in enumerate(zip(route, choices, strict=True))
    ]
    tx.add_ticket(new, queue, place, legs)
    for leg, choice in zip(legs, choices, strict=True):
        tx.record_event(
            leg,
            Move.ISSUE,
            day=new.day,
            clerk=clerk,
            request=RequestId(ticket) if leg.position == 0 else None,
            facts={**beginning(leg), "by": by, **choice, **(facts or {})},
        )
    return Issued(new.id, new.number, queue, place.ahead, new.issued_at, new.code)


def begin_slip(tx: WriteTransaction, slip: PrintJob | None) -> None:
    """Write the job down that prints the number next, if any does."""
    if slip is not None:
        tx.paper.begin(slip)


def _rules_against(
    tx: ReadTransaction,
    wanted: Sequence[str],
    priority: ClassCode,
    person: str | None,
    approval: Approval | None,
) -> list[JiaohaoError]:
    """Why the number may not be issued: every reason, or the first when nobody can approve it."""
    lane = tx.hall.priority_class(priority)
    route, _ = _plan(tx.hall, wanted)
    if approval is not None:
        return list(broken_rules(tx, route, person))
    if lane.break_glass:
        return [ApprovalNeeded(priority=lane.code)]
    first = next(broken_rules(tx, route, person), None)
    return [first] if first else []


def _passed_over(approval: Approval, rules: Sequence[JiaohaoError]) -> dict[str, Any]:
    return {
        **approved(approval),
        "passed_over": list(dict.fromkeys(rule.code for rule in rules)),
    }


def _record_refusal(
    tx: WriteTransaction,
    refusal: JiaohaoError,
    wanted: Sequence[str],
    priority: ClassCode,
    by: str,
    clerk: ClerkLogin | None,
    request: RequestId | None = None,
) -> None:
    facts = {"rule": refusal.code, "wanted": list(wanted), "priority": priority, "by": by}
    facts |= {name: refusal.facts[name] for name in ("number", "trouble") if name in refusal.facts}
    tx.record_act(Act.REFUSE, clerk=clerk, request=request, facts=facts)


def _person(tx: ReadTransaction, identity: str | None) -> str | None:
    return person_hash(tx.person_key(), identity) if identity is not None else None


def issued_before(tx: ReadTransaction, known: Ticket) -> Issued:
    """What was answered when `known` was issued."""
    first = tx.legs_of(known.id)[0]
    ahead = tx.ahead_at_issue(known.id)
    return Issued(known.id, known.number, first.queue, ahead, known.issued_at, known.code)


def _plan(hall: Hall, wanted: Sequence[str]) -> tuple[tuple[Stop, ...], BundleCode | None]:
    bundle = hall.bundle(wanted[0]) if len(wanted) == 1 else None
    if bundle is not None:
        return plan_bundle(hall, bundle), bundle.code
    for code in wanted:
        if hall.bundle(code) is not None:
            raise BundleStandsAlone(bundle=code)
    return plan_services(hall, [hall.service(code).code for code in wanted]), None


def _quickest(store: Store, wanted: Sequence[str], priority: ClassCode) -> list[QueueCode]:
    """Where somebody with several stops goes first; found out before the hall waits for us.

    Most people have one stop, which the hall as it was a moment ago tells without asking.
    """
    if store.known_hall and len(_first_queues(store.known_hall, wanted)) == 1:
        return []
    with store.read() as tx:
        queues = _first_queues(tx.hall, wanted)
        return quickest_first(tx, queues, priority) if len(queues) > 1 else []


def _first_queues(
    hall: Hall, wanted: Sequence[str], quickest: Sequence[QueueCode] = ()
) -> list[QueueCode]:
    """The queues in which a number for `wanted` waits at once, the one that gives it first."""
    route, _ = _plan(hall, wanted)
    return [stop.queue for stop in beginning_with(route, quickest) if stop.stage == 0]


def _choice(tx: ReadTransaction, stop: Stop, kind: CounterKind | None) -> dict[str, str]:
    """What the record tells of the choice of a kind of counter; nothing where there was none."""
    today = tx.now.astimezone(ZoneInfo(tx.hall.time_zone)).date()
    kinds = tx.hall.kinds_to_choose(stop.queue, today) if stop.stage == 0 else ()
    if not kinds or (kind is not None and kind not in kinds):
        return {}
    return {"chosen_kind": kind.value if kind else "first"}


def _leg(
    ticket: Ticket, position: int, stop: Stop, ready_at: datetime, kind: CounterKind | None
) -> Leg:
    return Leg(
        id=LegId(new_id()),
        ticket=ticket.id,
        number=ticket.number,
        position=position,
        stage=stop.stage,
        queue=stop.queue,
        lane=ticket.priority,
        services=stop.services,
        state=LegState.WAITING if stop.stage == 0 else LegState.PLANNED,
        ready_at=ready_at,
        order=ticket.order,
        only_kind=kind,
    )
