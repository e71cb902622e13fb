"""A ticket is one person's errand today: a number and a route of legs.

The table of allowed moves stands here and nowhere else. A move takes the leg, says what becomes of
it, and never looks at the clock or the database.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from common.domain.errors import JiaohaoError
from common.domain.hall import CounterKind
from common.domain.ids import (
    BundleCode,
    ClassCode,
    CounterCode,
    LegId,
    QueueCode,
    ServiceCode,
    TicketId,
    TicketNumber,
)


class LegState(StrEnum):
    """Where a leg stands."""

    PLANNED = "planned"
    """A later stage: opens when the stages before it are done."""
    WAITING = "waiting"
    BLOCKED = "blocked"
    """Would wait, but its person is at another counter of the same stage."""
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"
    MISSED = "missed"
    DONE = "done"
    TRANSFERRED = "transferred"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


AT_COUNTER = (LegState.CALLED, LegState.SERVING)
"""The states that occupy a counter."""
ACTIVE = (*AT_COUNTER, LegState.HELD)
"""The states that keep a person from being called for another leg."""
UNFINISHED = (
    LegState.PLANNED,
    LegState.WAITING,
    LegState.BLOCKED,
    LegState.HELD,
    LegState.MISSED,
)
"""The states of a leg that is not over and does not stand at a counter."""
ENDED = (LegState.DONE, LegState.TRANSFERRED, LegState.CANCELLED, LegState.EXPIRED)


class Move(StrEnum):
    """What may happen to a leg."""

    ISSUE = "issue"
    OPEN = "open"
    """The leg joins its lane: the stage before is done, or a transfer made it."""
    BLOCK = "block"
    UNBLOCK = "unblock"
    CALL = "call"
    RECALL = "recall"
    SERVE = "serve"
    FINISH = "finish"
    MISS = "miss"
    REINSTATE = "reinstate"
    HOLD = "hold"
    RESUME = "resume"
    TRANSFER = "transfer"
    CANCEL = "cancel"
    EXPIRE = "expire"
    PUT_FIRST = "put_first"
    """Into the lane that goes before all others, by a supervisor."""
    RELEASE = "release"
    """The one counter, or the last of the kind, that the leg waited for is closed: any counter of
    the queue may call it."""


MOVES: dict[Move, dict[LegState, tuple[LegState, ...]]] = {
    Move.OPEN: {LegState.PLANNED: (LegState.WAITING,)},
    Move.BLOCK: {LegState.WAITING: (LegState.BLOCKED,)},
    Move.UNBLOCK: {LegState.BLOCKED: (LegState.WAITING,)},
    Move.CALL: {LegState.WAITING: (LegState.CALLED,)},
    Move.RECALL: {LegState.CALLED: (LegState.CALLED,)},
    Move.SERVE: {LegState.CALLED: (LegState.SERVING,)},
    Move.FINISH: {LegState.SERVING: (LegState.DONE,)},
    # A hold whose time is up is missed too: the person may still come back by the hall's rule.
    Move.MISS: {LegState.CALLED: (LegState.MISSED,), LegState.HELD: (LegState.MISSED,)},
    Move.REINSTATE: {LegState.MISSED: (LegState.WAITING,)},
    Move.HOLD: {LegState.SERVING: (LegState.HELD,)},
    # A clerk takes a held person back at once; without a free counter the person is next there.
    Move.RESUME: {LegState.HELD: (LegState.SERVING, LegState.WAITING)},
    Move.TRANSFER: {
        LegState.CALLED: (LegState.TRANSFERRED,),
        LegState.SERVING: (LegState.TRANSFERRED,),
    },
    Move.CANCEL: dict.fromkeys(UNFINISHED, (LegState.CANCELLED,)),
    Move.EXPIRE: dict.fromkeys(UNFINISHED, (LegState.EXPIRED,)),
    # The whole errand goes first: what waits now, and its later legs in their turn.
    Move.PUT_FIRST: {
        state: (state,) for state in (LegState.WAITING, LegState.BLOCKED, LegState.PLANNED)
    },
    Move.RELEASE: {state: (state,) for state in (LegState.WAITING, LegState.BLOCKED)},
}
"""From which state each move leads to which; all else raises `IllegalMove`."""


class IllegalMove(JiaohaoError):
    """A move that the state of the leg does not allow; nothing was changed."""

    code = "illegal_move"
    en = "Number {number} is {state}: it is not possible to {move_en} now."
    zh = "{number} 号当前状态为“{state_zh}”，不能{move_zh}。"

    def __init__(self, number: TicketNumber, move: Move, state: LegState) -> None:
        super().__init__(
            number=number,
            move=move.value,
            state=state.value,
            move_en="put it first" if move is Move.PUT_FIRST else f"{move.value} it",
            move_zh=MOVE_ZH[move],
            state_zh=STATE_ZH[state],
        )


STATE_ZH = {
    LegState.PLANNED: "待开启",
    LegState.WAITING: "等候",
    LegState.BLOCKED: "等候其他环节",
    LegState.CALLED: "已叫号",
    LegState.SERVING: "办理中",
    LegState.HELD: "挂起",
    LegState.MISSED: "过号",
    LegState.DONE: "已办结",
    LegState.TRANSFERRED: "已转号",
    LegState.CANCELLED: "已取消",
    LegState.EXPIRED: "已失效",
}
MOVE_ZH = {
    Move.ISSUE: "取号",
    Move.OPEN: "开启",
    Move.BLOCK: "暂离队列",
    Move.UNBLOCK: "回到队列",
    Move.CALL: "叫号",
    Move.RECALL: "重呼",
    Move.SERVE: "开始办理",
    Move.FINISH: "办结",
    Move.MISS: "过号",
    Move.REINSTATE: "复号",
    Move.HOLD: "挂起",
    Move.RESUME: "回呼",
    Move.TRANSFER: "转号",
    Move.CANCEL: "取消",
    Move.EXPIRE: "失效",
    Move.PUT_FIRST: "特急提前",
    Move.RELEASE: "改由任一窗口办理",
}


class HoldKind(StrEnum):
    """Why a person is on hold, which decides where they come back."""

    PAPERS_TAKEN = "papers_taken"
    """The person left with the papers and may come back to any counter of the queue."""
    PAPERS_LEFT = "papers_left"
    """The papers stayed, so the person comes back to the same counter."""
    OTHER_STEP = "other_step"
    """Waits for another step; the same counter serves others meanwhile."""


AT_THE_SAME_COUNTER = (HoldKind.PAPERS_LEFT, HoldKind.OTHER_STEP)
"""The kinds of hold whose person belongs to the counter that held them, so they never lapse."""


class Outcome(StrEnum):
    """How a leg ended for the citizen (办理结果)."""

    CONSULTED = "consulted"
    ACCEPTED = "accepted"
    COMPLETED = "completed"
    TO_BE_CORRECTED = "to_be_corrected"
    REFUSED = "refused"
    NOT_DONE = "not_done"


OUTCOME_ZH = {
    Outcome.CONSULTED: "咨询",
    Outcome.ACCEPTED: "受理",
    Outcome.COMPLETED: "办结",
    Outcome.TO_BE_CORRECTED: "补正",
    Outcome.REFUSED: "不予受理",
    Outcome.NOT_DONE: "未办",
}


@dataclass(frozen=True, slots=True)
class Leg:
    """One stop of a ticket's route: one queue, its services, its own state and times."""

    id: LegId
    ticket: TicketId
    number: TicketNumber
    position: int
    """Place in the route, from 0."""
    stage: int
    """Legs of one stage may be done in any order; the next stage opens when all are done."""
    queue: QueueCode
    lane: ClassCode
    services: tuple[ServiceCode, ...]
    state: LegState
    ready_at: datetime
    """Seniority in the lane: when the errand began, not when this leg opened."""
    order: int
    """Breaks a tie of `ready_at`: the ticket's place in the day's issuing."""
    counter: CounterCode | None = None
    """Where it is or was called."""
    only_counter: CounterCode | None = None
    """Set when a transfer named the counter: no other may call it."""
    comes_back: bool = False
    """Waits to come back to `only_counter` (resumed there), before all others; until called."""
    called_at: datetime | None = None
    last_called_at: datetime | None = None
    times_called: int = 0
    """Since it was last in line; the calls before it was missed do not count."""
    serving_since: datetime | None = None
    held_since: datetime | None = None
    held_seconds: int = 0
    """Time on hold so far, which is not service time."""
    ended_at: datetime | None = None
    reinstated: int = 0
    outcome: Outcome | None = None
    cases: int = 0
    hold_kind: HoldKind | None = None
    """Of the hold it is in, or was in last."""
    returns_to: CounterCode | None = None
    """Where its person goes back when it is done: the counter that asked the expert."""
    only_kind: CounterKind | None = None
    """The kind of counter that its person chose: while it first stands in line no other calls it.

    Whoever comes back, from a hold or after missing a call, may be called by any again.
    """

    def _to(self, move: Move, state: LegState) -> Leg:
        if state not in MOVES[move].get(self.state, ()):
            raise IllegalMove(self.number, move, self.state)
        return replace(self, state=state)

    def open(self) -> Leg:
        return self._to(Move.OPEN, LegState.WAITING)

    def block(self) -> Leg:
        return self._to(Move.BLOCK, LegState.BLOCKED)

    def unblock(self) -> Leg:
        return self._to(Move.UNBLOCK, LegState.WAITING)

    def call(self, counter: CounterCode, at: datetime) -> Leg:
        called = self._to(Move.CALL, LegState.CALLED)
        return replace(
            called,
            counter=counter,
            comes_back=False,
            called_at=self.called_at or at,
            last_called_at=at,
            times_called=1,
        )

    def recall(self, at: datetime) -> Leg:
        """Call once more; the first call keeps its time, so the wait does not grow."""
        called = self._to(Move.RECALL, LegState.CALLED)
        return replace(called, last_called_at=at, times_called=self.times_called + 1)

    def serve(self, at: datetime) -> Leg:
        serving = self._to(Move.SERVE, LegState.SERVING)
        return replace(serving, serving_since=self.serving_since or at)

    def finish(self, outcome: Outcome, cases: int, at: datetime) -> Leg:
        done = self._to(Move.FINISH, LegState.DONE)
        return replace(done, outcome=outcome, cases=cases, ended_at=at)

    def miss(self, at: datetime) -> Leg:
        """Nobody came when called, or nobody came back in time from a hold."""
        return self._to(Move.MISS, LegState.MISSED)._without_hold(at)

    def reinstate(self, ready_at: datetime) -> Leg:
        waiting = self._to(Move.REINSTATE, LegState.WAITING)
        return replace(
            waiting,
            ready_at=ready_at,
            counter=None,
            reinstated=self.reinstated + 1,
            only_kind=None,
        )

    def hold(self, kind: HoldKind, at: datetime) -> Leg:
        return replace(self._to(Move.HOLD, LegState.HELD), held_since=at, hold_kind=kind)

    @property
    def belongs_to_its_counter(self) -> bool:
        """Held, or back from a hold, in a way that only the counter that held it may go on."""
        return self.hold_kind in AT_THE_SAME_COUNTER

    def is_overdue(self, limit: timedelta, now: datetime) -> bool:
        """Held for longer than `limit`."""
        return self.held_since is not None and now - self.held_since > limit

    def resume_at(self, counter: CounterCode, at: datetime) -> Leg:
        """Back to the counter at once: the person stands there."""
        serving = self._to(Move.RESUME, LegState.SERVING)
        return replace(serving._without_hold(at), counter=counter)

    def resume_in_line(self, at: datetime) -> Leg:
        """Back to the line: next at the counter that held it, or by seniority at any of the queue.

        The kind of hold decides which.
        """
        resumed = self._to(Move.RESUME, LegState.WAITING)._without_hold(at)
        waiting = replace(resumed, only_kind=None)
        if not self.belongs_to_its_counter:
            return waiting
        return replace(waiting, only_counter=self.counter, comes_back=True)

    def _without_hold(self, at: datetime) -> Leg:
        if self.held_since is None:
            return self
        held = max(timedelta(0), at - self.held_since)
        return replace(
            self, held_since=None, held_seconds=self.held_seconds + int(held.total_seconds())
        )

    def transfer(self, at: datetime) -> Leg:
        return replace(self._to(Move.TRANSFER, LegState.TRANSFERRED), ended_at=at)

    def cancel(self, at: datetime) -> Leg:
        cancelled = self._to(Move.CANCEL, LegState.CANCELLED)
        return replace(cancelled._without_hold(at), ended_at=at)

    def expire(self, at: datetime) -> Leg:
        expired = self._to(Move.EXPIRE, LegState.EXPIRED)
        return replace(expired._without_hold(at), ended_at=at)

    def put_first(self, lane: ClassCode) -> Leg:
        """Into the break-glass `lane`."""
        return replace(self._to(Move.PUT_FIRST, self.state), lane=lane)

    def release(self) -> Leg:
        """Any counter of its queue may call it now."""
        released = self._to(Move.RELEASE, self.state)
        return replace(released, only_counter=None, comes_back=False, only_kind=None)


@dataclass(frozen=True, slots=True)
class Ticket:
    """One person's errand today."""

    id: TicketId
    number: TicketNumber
    day: date
    order: int
    """Place in the day's issuing over all queues, from 1."""
    priority: ClassCode
    issued_at: datetime
    code: str
    """Six characters that find the ticket again; printed as the slip's QR."""
    bundle: BundleCode | None = None
    issued_by: str = ""
    """The kiosk or clerk that issued it."""
    person: str | None = None
    """A keyed hash of who took it, where the person gave an identity; it is never required."""


_STATE_BY_WEIGHT = (
    LegState.SERVING,
    LegState.CALLED,
    LegState.HELD,
    LegState.WAITING,
    LegState.MISSED,
    LegState.PLANNED,
    LegState.EXPIRED,
    LegState.CANCELLED,
    LegState.DONE,
)


def ticket_state(legs: Sequence[Leg]) -> LegState:
    """What a person would say of the whole ticket: its most active leg decides.

    A finished ticket is DONE when its last legs were done, EXPIRED or CANCELLED when any was.
    """
    states = {leg.state for leg in legs}
    return next((s for s in _STATE_BY_WEIGHT if s in states), LegState.DONE)
