"""The rules alone, in memory: any moves of any legs, and who is called, without a database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from common.domain.event import Event
from common.domain.hall import Policy, PolicyKind
from common.domain.line import choose, head_of, order_of_calling
from common.domain.ratio import Side, turns_that_count
from common.domain.replay import beginning, begun, followed
from common.domain.ticket import (
    AT_COUNTER,
    ENDED,
    MOVES,
    HoldKind,
    IllegalMove,
    Leg,
    LegState,
    Move,
    Outcome,
)

START = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
COUNTERS = ("A01", "A02", "B01", "B02")
LANES = ("P0", "P0", "P1", "P5", "PA", "P9")
counters = st.sampled_from(COUNTERS)
picks = st.integers(0, 40)


@dataclass(frozen=True)
class Told:
    """What a move needs to know, and what its event must tell."""

    move: Move
    act: object
    facts: dict


def any_move(move, counter, at, pick):
    kind, outcome = tuple(HoldKind)[pick % 3], tuple(Outcome)[pick % 6]
    later = at + pick * MINUTE
    back = {} if pick % 2 else {"at": counter}
    acts = {
        Move.OPEN: (lambda leg: leg.open(), {}),
        Move.BLOCK: (lambda leg: leg.block(), {}),
        Move.UNBLOCK: (lambda leg: leg.unblock(), {}),
        Move.CALL: (lambda leg: leg.call(counter, at), {}),
        Move.RECALL: (lambda leg: leg.recall(at), {}),
        Move.SERVE: (lambda leg: leg.serve(at), {}),
        Move.FINISH: (
            lambda leg: leg.finish(outcome, pick, at),
            {"outcome": outcome, "cases": pick},
        ),
        Move.MISS: (lambda leg: leg.miss(at), {}),
        Move.REINSTATE: (lambda leg: leg.reinstate(later), {"ready_at": later.isoformat()}),
        Move.HOLD: (lambda leg: leg.hold(kind, at), {"kind": kind}),
        Move.RESUME: (
            (lambda leg: leg.resume_at(counter, at))
            if back
            else (lambda leg: leg.resume_in_line(at)),
            {},
        ),
        Move.TRANSFER: (lambda leg: leg.transfer(at), {}),
        Move.CANCEL: (lambda leg: leg.cancel(at), {}),
        Move.EXPIRE: (lambda leg: leg.expire(at), {}),
        Move.PUT_FIRST: (lambda leg: leg.put_first("P9"), {"lane": "P9"}),
        Move.RELEASE: (lambda leg: leg.release(), {}),
    }
    return Told(move, *acts[move])


class Line(RuleBasedStateMachine):
    base: object

    def __init__(self):
        super().__init__()
        self.now = START
        self.legs: dict[str, Leg] = {}
        self.told: dict[str, Leg] = {}
        self.turns: dict[str, list[Side]] = {}

    @initialize(
        policy=st.sampled_from([Policy(), Policy(PolicyKind.RATIO), Policy(PolicyKind.ABSOLUTE)])
    )
    def opens(self, policy):
        self.hall = replace(self.base, rules=replace(self.base.rules, policy=policy))

    def event(self, leg, move, facts):
        return Event(
            sequence=1,
            move=move,
            at=self.now,
            day=self.now.date(),
            ticket=leg.ticket,
            leg=leg.id,
            number=leg.number,
            counter=leg.counter,
            facts={"state": leg.state.value, **facts},
        )

    def keep(self, leg, move, facts):
        """As the tables keep it, and as the record tells it."""
        event = self.event(leg, move, facts)
        known = self.told.get(leg.id)
        self.legs[leg.id] = leg
        self.told[leg.id] = followed(known, event) if known else begun(event)

    @rule(
        queue=st.sampled_from(["QA", "QB", "QC"]),
        lane=st.sampled_from(LANES),
        since=st.integers(-20, 40),
        only=st.none() | counters,
        planned=st.booleans(),
    )
    def comes(self, queue, lane, since, only, planned):
        order = len(self.legs) + 1
        leg = Leg(
            id=f"leg-{order:03}",
            ticket=f"ticket-{order:03}",
            number=f"{queue}{order:03}",
            position=0,
            stage=int(planned),
            queue=queue,
            lane=lane,
            services=("S1",),
            state=LegState.PLANNED if planned else LegState.WAITING,
            ready_at=self.now - since * MINUTE,
            order=order,
            only_counter=only,
            returns_to=only,
        )
        self.keep(leg, Move.ISSUE, beginning(leg))

    @rule(
        pick=picks, move=st.sampled_from([m for m in Move if m is not Move.ISSUE]), counter=counters
    )
    def moves(self, pick, move, counter):
        """Legal or not: the table of moves decides alone."""
        if not self.legs:
            return
        leg = list(self.legs.values())[-1 - pick % len(self.legs)]
        told = any_move(move, counter, self.now, pick)
        targets = MOVES[move].get(leg.state, ())
        if not targets:
            with pytest.raises(IllegalMove) as refused:
                told.act(leg)
            assert leg.number in refused.value.text("en")
            assert refused.value.text("zh")
            assert self.legs[leg.id] == leg
            return
        after = told.act(leg)
        assert after.state in targets
        assert (after.id, after.ticket, after.number, after.order) == (
            leg.id,
            leg.ticket,
            leg.number,
            leg.order,
        )
        self.keep(after, move, told.facts)

    @rule(counter=counters)
    def calls(self, counter):
        desk = self.hall.counter(counter)
        waiting = [
            leg
            for leg in self.legs.values()
            if leg.state is LegState.WAITING
            and (
                leg.only_counter == counter
                or (leg.only_counter is None and leg.queue in desk.queues)
            )
        ]
        heads = {}
        for leg in sorted(waiting, key=lambda x: (x.ready_at, x.order)):
            own = leg.id if leg.only_counter else None
            heads.setdefault((leg.queue, leg.lane, own), leg)
        recent = self.turns.setdefault(counter, [])
        counting = recent[: turns_that_count(self.hall.rules.policy)]
        choice = choose(self.hall, desk, [head_of(x) for x in heads.values()], self.now, counting)
        assert (choice is None) == (not waiting)
        if choice is None:
            return
        assert choice.head.leg == order_of_calling(self.hall, desk, waiting, counting)[0].id
        called = self.legs[choice.head.leg]
        self.is_fair(desk, called, [x for x in waiting if x.id != called.id])
        assert choice.reason.zh
        assert called.number in choice.reason.en
        if choice.side:
            recent.insert(0, choice.side)
        self.keep(called.call(counter, self.now), Move.CALL, {})

    def is_fair(self, desk, called, passed):
        """Nobody is overtaken by more than head start and handicap allow; urgent ones go first."""
        if called.lane == "P9":
            return
        assert not any(x.lane == "P9" for x in passed)
        if called.comes_back:
            return
        assert not any(x.comes_back for x in passed)
        policy = self.hall.rules.policy.kind
        for other in passed:
            sides = {x.lane == "PA" for x in (other, called)}
            if policy is PolicyKind.ABSOLUTE or (policy is PolicyKind.RATIO and len(sides) > 1):
                continue
            by = called.ready_at - other.ready_at
            assert by <= self.advantage(desk, called) - self.advantage(desk, other)
            assert by <= 40 * MINUTE

    def advantage(self, desk, leg):
        start = self.hall.priority_class(leg.lane).head_start
        return start - desk.handicaps.get(leg.queue, timedelta(0))

    @rule(seconds=st.integers(-600, 3600))
    def time_passes(self, seconds):
        self.now += timedelta(seconds=seconds)

    @invariant()
    def the_record_gives_the_legs(self):
        assert self.told == self.legs

    @invariant()
    def every_leg_makes_sense(self):
        for leg in self.legs.values():
            assert leg.held_seconds >= 0
            assert (leg.held_since is not None) == (leg.state is LegState.HELD)
            if leg.state in AT_COUNTER:
                assert leg.counter
                assert leg.called_at
            if leg.state is LegState.DONE:
                assert leg.outcome
            if leg.comes_back:
                assert leg.only_counter
                assert leg.state not in AT_COUNTER
            if leg.state in ENDED:
                assert leg.ended_at


def test_any_moves_of_any_legs(round_the_clock, effort):
    machine = type("AnyLine", (Line,), {"base": round_the_clock})
    run_state_machine_as_test(machine, settings=effort(30, 60))
