"""Who is next, and why.

Waiting legs stand in lanes: a queue and a priority class. Within a lane it is strictly first come,
so only the head of each lane can be next. `choose` looks at those heads alone and returns its
choice with a reason that a person understands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import nsmallest
from typing import NamedTuple

from common.domain.hall import Counter, Hall, PriorityClass
from common.domain.ids import ClassCode, LegId, QueueCode, TicketId, TicketNumber
from common.domain.text import Text
from common.domain.ticket import Leg

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


@dataclass(frozen=True, slots=True)
class Choice:
    """The head to call, and why this one."""

    head: LaneHead
    reason: Text


@dataclass(frozen=True, slots=True)
class _Claim:
    """What speaks for a head: how long it waited, and what the policy adds or takes."""

    head: LaneHead
    waited: timedelta
    head_start: timedelta
    handicap: timedelta


def choose(hall: Hall, counter: Counter, heads: Sequence[LaneHead], now: datetime) -> Choice | None:
    """The head that goes first at `counter`; None when `heads` is empty.

    Order: break-glass tickets, then people who come back to this counter, then the head-start
    policy: the smallest `ready_at - class head start + counter handicap`. A head start is bounded,
    so everyone moves up with time and nobody starves.
    """
    if not heads:
        return None
    classes = {lane: hall.priority_class(lane) for lane in {head.lane for head in heads}}
    urgent = [head for head in heads if classes[head.lane].break_glass]
    if urgent:
        return Choice(min(urgent, key=_seniority), _BREAK_GLASS)
    back = [head for head in heads if head.comes_back]
    if back:
        return Choice(min(back, key=_seniority), _RETURNING)
    first, *rest = nsmallest(
        2, heads, key=lambda head: _turn(classes[head.lane], counter.handicaps, head)
    )
    claims = [_claim(hall, counter, head, now) for head in (first, *rest)]
    return Choice(first, _explain(hall, *claims))


def _seniority(head: LaneHead) -> tuple[datetime, int, LegId]:
    return head.ready_at, head.order, head.leg


def _turn(
    lane: PriorityClass, handicaps: Mapping[QueueCode, timedelta], head: LaneHead
) -> tuple[datetime, int, LegId]:
    """The head-start policy: the smaller goes first."""
    handicap = handicaps.get(head.queue, _NONE)
    return head.ready_at - lane.head_start + handicap, head.order, head.leg


def _claim(hall: Hall, counter: Counter, head: LaneHead, now: datetime) -> _Claim:
    return _Claim(
        head=head,
        waited=max(now - head.ready_at, _NONE),
        head_start=hall.priority_class(head.lane).head_start,
        handicap=counter.handicaps.get(head.queue, _NONE),
    )


_BREAK_GLASS = Text(zh="紧急优先（值班主任）", en="urgent, put first by the duty manager")
_RETURNING = Text(zh="回到本窗口继续办理", en="comes back to this counter")


def _explain(hall: Hall, first: _Claim, second: _Claim | None = None) -> Text:
    if second is None:
        return Text(
            zh=f"{first.head.number} 排在最前：{_claim_zh(hall, first)}",
            en=f"{first.head.number} is first in line: {_claim_en(hall, first)}",
        )
    return Text(
        zh=f"{first.head.number} 先于 {second.head.number}："
        f"{_claim_zh(hall, first)}，对方{_claim_zh(hall, second)}",
        en=f"{first.head.number} before {second.head.number}: "
        f"{_claim_en(hall, first)} against {_claim_en(hall, second)}",
    )


def _minutes(span: timedelta) -> int:
    return int(span.total_seconds() // 60)


def _claim_zh(hall: Hall, claim: _Claim) -> str:
    told = f"已等 {_minutes(claim.waited)} 分钟"
    if claim.head_start:
        name = hall.priority_class(claim.head.lane).name.zh
        told += f" + 优先 {_minutes(claim.head_start)} 分钟（{name}）"
    if claim.handicap:
        told += f" - 协助队列 {_minutes(claim.handicap)} 分钟"
    return told


def _claim_en(hall: Hall, claim: _Claim) -> str:
    told = f"waited {_minutes(claim.waited)} min"
    if claim.head_start:
        name = hall.priority_class(claim.head.lane).name.en
        told += f" + {_minutes(claim.head_start)} min head start ({name})"
    if claim.handicap:
        told += f" - {_minutes(claim.handicap)} min handicap (helps out)"
    return told


def order_of_calling(hall: Hall, counter: Counter, waiting: Sequence[Leg]) -> list[Leg]:
    """`waiting` in the order in which `counter` would call them if nobody else came or called."""

    def turn(leg: Leg) -> tuple[bool, bool, datetime, int, LegId]:
        head = head_of(leg)
        lane = hall.priority_class(leg.lane)
        if lane.break_glass or leg.comes_back:
            return not lane.break_glass, False, *_seniority(head)
        return True, True, *_turn(lane, counter.handicaps, head)

    return sorted(waiting, key=turn)


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
    )
