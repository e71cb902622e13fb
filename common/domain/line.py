"""Who is next, and why.

Waiting legs stand in lanes: a queue and a priority class. Within a lane it is strictly first come,
so only the head of each lane can be next. `choose` looks at those heads alone and returns its
choice with a reason that a person understands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from common.domain import reasons
from common.domain.hall import Counter, Hall, PolicyKind, PriorityClass
from common.domain.ids import ClassCode, LegId, QueueCode, TicketId, TicketNumber
from common.domain.ratio import Side, by_turns, side_in_turn
from common.domain.reasons import Claim
from common.domain.text import Text
from common.domain.ticket import HoldKind, Leg

_NONE = timedelta(0)


class LaneHead(NamedTuple):
    """As much of a waiting leg as the choice needs. Each call makes one for every lane."""

    leg: LegId
    ticket: TicketId
    number: TicketNumber
    queue: QueueCode
    lane: ClassCode
    ready_at: datetime
    order: int
    """Breaks a tie of `ready_at`: the ticket's place in the day's issuing."""
    comes_back: bool
    """Comes back to the counter that asks."""
    hold_kind: HoldKind | None = None
    """Of the hold that it was in last."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The head to call, and why this one."""

    head: LaneHead
    reason: Text
    side: Side | None = None
    """Whose turn of the hall's ratio this is. None when it is nobody's: one side waited alone, the
    policy is another, or the ticket goes before all policy. Keep it with the call: the latest of
    them are the `recent` of the next choice."""


# What counts before any minute does; the smaller goes first. Plain numbers: this is the hot path.
_URGENT, _COMES_BACK, _IN_TURN, _OUT_OF_TURN = range(4)

_Standing = tuple[int, timedelta, datetime, int, LegId, LaneHead]
"""Place, rank of the class, ready time as the policy counts it, order, leg; and whose these are.

The smaller goes first. A ratio puts the side that is not in turn `_OUT_OF_TURN`.
"""


def choose(
    hall: Hall,
    counter: Counter,
    heads: Sequence[LaneHead],
    now: datetime,
    recent: Iterable[Side] = (),
) -> Choice | None:
    """The head that goes first at `counter`; None when `heads` is empty.

    Order: break-glass tickets, then people who come back to this counter, each by seniority, then
    the hall's policy. Under a ratio `recent` are the sides of this counter's latest choices that
    had one, newest first; `turns_that_count` of them are enough.
    """
    if not heads:
        return None
    policy = hall.rules.policy
    side = side_in_turn(policy, recent) if policy.kind is PolicyKind.RATIO else None
    standing = _standings(hall, counter, heads, side)
    best = min(standing)
    place, *_, first = best
    # Legs of one stage may wait at the same time, and nobody goes before themselves.
    rivals = [one for one in standing if one[-1].ticket != first.ticket]
    if not rivals:
        return Choice(first, reasons.alone(first.number, _merit(hall, counter, now, best)))
    rival = min(rivals)
    why = _comparison(hall, counter, now, best, rival)
    passed_over = [one for one in rivals if one[0] == _OUT_OF_TURN]
    if side is None or place != _IN_TURN or not passed_over:
        return Choice(first, reasons.before(first.number, rival[-1].number, why))
    turn_of_side = reasons.turn_of(side, policy)
    reason = reasons.before(first.number, min(passed_over)[-1].number, turn_of_side)
    if rival[0] == _IN_TURN:
        reason = reasons.also_before(reason, rival[-1].number, why)
    return Choice(first, reason, side)


def order_of_calling(
    hall: Hall, counter: Counter, waiting: Iterable[Leg], recent: Iterable[Side] = ()
) -> list[Leg]:
    """`waiting` in the order in which `counter` would call them if nobody else came or called."""
    policy = hall.rules.policy
    side = Side.APPOINTMENT if policy.kind is PolicyKind.RATIO else None
    legs = {leg.id: leg for leg in waiting}
    standing = sorted(_standings(hall, counter, map(head_of, legs.values()), side))
    before_all = [legs[leg] for place, *_, leg, _head in standing if place < _IN_TURN]
    appointments = [legs[leg] for place, *_, leg, _head in standing if place == _IN_TURN]
    walk_ins = [legs[leg] for place, *_, leg, _head in standing if place == _OUT_OF_TURN]
    return [*before_all, *by_turns(policy, appointments, walk_ins, recent)]


def head_of(leg: Leg) -> LaneHead:
    """As much of `leg` as the choice needs."""
    return LaneHead(
        leg=leg.id,
        ticket=leg.ticket,
        number=leg.number,
        queue=leg.queue,
        lane=leg.lane,
        ready_at=leg.ready_at,
        order=leg.order,
        comes_back=leg.comes_back,
        hold_kind=leg.hold_kind,
    )


def _standings(
    hall: Hall, counter: Counter, heads: Iterable[LaneHead], side: Side | None
) -> list[_Standing]:
    """How `heads` stand to each other; of a ratio's sides, `side` is in turn."""
    absolute = hall.rules.policy.kind is PolicyKind.ABSOLUTE
    handicaps = {} if absolute else counter.handicaps
    lanes: dict[ClassCode, tuple[int, timedelta, timedelta]] = {}
    standings: list[_Standing] = []
    for head in heads:
        leg, _, _, queue, lane, ready_at, order, comes_back, _ = head
        if lane not in lanes:
            lanes[lane] = _lane_standing(hall.priority_class(lane), absolute, side)
        place, rank, head_start = lanes[lane]
        if comes_back and place != _URGENT:
            standings.append((_COMES_BACK, _NONE, ready_at, order, leg, head))
            continue
        if place != _URGENT:
            ready_at -= head_start
            if queue in handicaps:
                ready_at += handicaps[queue]
        standings.append((place, rank, ready_at, order, leg, head))
    return standings


def _lane_standing(
    lane: PriorityClass, absolute: bool, side: Side | None
) -> tuple[int, timedelta, timedelta]:
    """Place, rank and head start."""
    if lane.break_glass:
        return _URGENT, _NONE, _NONE
    if absolute:
        return _IN_TURN, -lane.head_start, _NONE
    in_turn = side is None or lane.appointment == (side is Side.APPOINTMENT)
    return (_IN_TURN if in_turn else _OUT_OF_TURN), _NONE, lane.head_start


_SAME_MERIT = {_URGENT: reasons.BOTH_URGENT, _COMES_BACK: reasons.BOTH_COME_BACK}


def _merit(hall: Hall, counter: Counter, now: datetime, one: _Standing) -> Text:
    """What speaks for `one`, whoever else waits."""
    place, *_, head = one
    if place == _URGENT:
        return reasons.URGENT
    if place == _COMES_BACK:
        return reasons.comes_back(head.hold_kind)
    return reasons.claimed(_claim(hall, counter, now, one))


def _comparison(
    hall: Hall, counter: Counter, now: datetime, one: _Standing, rival: _Standing
) -> Text:
    """Why `one` goes before `rival`."""
    place, rank, *_, head = one
    place_of_rival, rank_of_rival, *_, other = rival
    if place in _SAME_MERIT and place != place_of_rival:
        return _merit(hall, counter, now, one)
    if rank != rank_of_rival:
        return reasons.class_first(
            hall.priority_class(head.lane).name, hall.priority_class(other.lane).name
        )
    why = reasons.stronger(_claim(hall, counter, now, one), _claim(hall, counter, now, rival))
    return reasons.joined(_SAME_MERIT[place], why) if place in _SAME_MERIT else why


def _claim(hall: Hall, counter: Counter, now: datetime, one: _Standing) -> Claim:
    """By minutes; only a policy of minutes counts those of class and counter."""
    place, *_, head = one
    waited = now - head.ready_at
    if place in _SAME_MERIT or hall.rules.policy.kind is PolicyKind.ABSOLUTE:
        return Claim(waited)
    lane = hall.priority_class(head.lane)
    return Claim(waited, lane.head_start, counter.handicaps.get(head.queue, _NONE), lane.name)
