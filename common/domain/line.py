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

from common.domain.hall import Counter, Hall
from common.domain.ids import ClassCode, LegId, QueueCode, TicketId, TicketNumber
from common.domain.text import Text
from common.domain.ticket import Leg

_NO_HANDICAP = timedelta(0)


@dataclass(frozen=True, slots=True)
class LaneHead:
    """As much of a waiting leg as the choice needs."""

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
class _Ranked:
    head: LaneHead
    key: datetime
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
    urgent = [head for head in heads if hall.priority_class(head.lane).break_glass]
    if urgent:
        return Choice(min(urgent, key=_seniority), _BREAK_GLASS)
    back = [head for head in heads if head.comes_back]
    if back:
        return Choice(min(back, key=_seniority), _RETURNING)
    first, *rest = nsmallest(
        2,
        (_rank(hall, counter.handicaps, head, now) for head in heads),
        key=lambda r: (r.key, r.head.order, r.head.leg),
    )
    return Choice(first.head, _explain(hall, first, rest[0] if rest else None))


def _seniority(head: LaneHead) -> tuple[datetime, int, LegId]:
    return head.ready_at, head.order, head.leg


def _rank(
    hall: Hall, handicaps: Mapping[QueueCode, timedelta], head: LaneHead, now: datetime
) -> _Ranked:
    head_start = hall.priority_class(head.lane).head_start
    handicap = handicaps.get(head.queue, _NO_HANDICAP)
    return _Ranked(
        head=head,
        key=head.ready_at - head_start + handicap,
        waited=max(now - head.ready_at, timedelta(0)),
        head_start=head_start,
        handicap=handicap,
    )


_BREAK_GLASS = Text(zh="紧急优先（值班主任）", en="urgent, put first by the duty manager")
_RETURNING = Text(zh="回到本窗口继续办理", en="comes back to this counter")


def _explain(hall: Hall, first: _Ranked, second: _Ranked | None) -> Text:
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


def _claim_zh(hall: Hall, ranked: _Ranked) -> str:
    claim = f"已等 {_minutes(ranked.waited)} 分钟"
    if ranked.head_start:
        name = hall.priority_class(ranked.head.lane).name.zh
        claim += f" + 优先 {_minutes(ranked.head_start)} 分钟（{name}）"
    if ranked.handicap:
        claim += f" - 协助队列 {_minutes(ranked.handicap)} 分钟"
    return claim


def _claim_en(hall: Hall, ranked: _Ranked) -> str:
    claim = f"waited {_minutes(ranked.waited)} min"
    if ranked.head_start:
        name = hall.priority_class(ranked.head.lane).name.en
        claim += f" + {_minutes(ranked.head_start)} min head start ({name})"
    if ranked.handicap:
        claim += f" - {_minutes(ranked.handicap)} min handicap (helps out)"
    return claim


def order_of_calling(
    hall: Hall, counter: Counter, waiting: Sequence[Leg], now: datetime
) -> list[Leg]:
    """`waiting` in the order in which `counter` would call them if nobody else came or called."""

    def turn(leg: Leg) -> tuple[bool, bool, datetime, int, LegId]:
        urgent = hall.priority_class(leg.lane).break_glass
        if urgent or leg.comes_back:
            return not urgent, False, *_seniority(head_of(leg))
        key = _rank(hall, counter.handicaps, head_of(leg), now).key
        return True, True, key, leg.order, leg.id

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
