"""Any day at all, on each engine: every verb, legal or not, by several people, at any time.

What must happen is worked out anew from the tables before each verb, without the code under test;
after each verb the rules that must always hold are looked at, and the record must give the tables.
"""

from __future__ import annotations

import random
from collections import Counter as Tally
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from common import operations
from common.domain.errors import JiaohaoError
from common.domain.event import Act, Event
from common.domain.hall import (
    Policy,
    PolicyKind,
    ReinstateRule,
    UnknownClass,
    UnknownCounter,
    UnknownQueue,
    UnknownService,
)
from common.domain.pause import PauseReason
from common.domain.person import NotAnIdentity
from common.domain.replay import begun, followed
from common.domain.session import Approval
from common.domain.ticket import (
    ACTIVE,
    AT_COUNTER,
    AT_THE_SAME_COUNTER,
    ENDED,
    HoldKind,
    IllegalMove,
    Leg,
    LegState,
    Move,
    Outcome,
)
from common.operations import errors
from common.operations.appointments import errors as booking
from common.store import open_store
from common.store.queries import LEG_COLUMNS
from common.store.rows import leg_of_row

ZONE = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
COUNTERS = ("A01", "A02", "B01", "B02")
QUEUES = ("QA", "QB", "QC")
CLERKS = ("li", "wang", "zhao", "chen")
SKILLS = {"wang": ("QA",)}
GLASS = "P9"
LARGEST_ADVANTAGE = 40 * MINUTE
WANTED = (("S1",), ("S3",), ("S4",), ("S1", "S2"), ("S1", "S3", "S4"), ("BUNDLE",), ("bundle",))
PEOPLE = (None, None, None, "440100199001011234", "13800001111")
AGREED = Approval("chen", "an ambulance waits")

counters = st.sampled_from((*COUNTERS, *COUNTERS, *COUNTERS, "Z99"))
clerks = st.sampled_from((None, *CLERKS))
picks = st.integers(0, 30)
policies = st.sampled_from(
    [Policy(), Policy(), Policy(PolicyKind.RATIO, 1, 2), Policy(PolicyKind.ABSOLUTE)]
)


@dataclass(frozen=True)
class Seen:
    """The hall as its tables show it, and what follows by the rules."""

    hall: object
    now: datetime
    tables: dict[str, list[tuple]]
    legs: dict[str, Leg]
    lane_day: dict[str, str]

    @property
    def today(self):
        return self.now.astimezone(ZONE).date()

    def at(self, counter):
        return next(
            (x for x in self.legs.values() if x.counter == counter and x.state in AT_COUNTER), None
        )

    def ticket(self, number):
        """As people mean it: today's, else the latest that is not over."""
        known = {row[7]: row for row in self.tables["ticket"] if row[0] == number}
        for ticket, row in known.items():
            if row[1] == self.today.isoformat():
                return ticket
        open_ones = [t for t in known if any(x.state not in ENDED for x in self.route(t))]
        return max(open_ones, key=lambda t: known[t][1], default=None)

    def route(self, ticket):
        return sorted(
            (x for x in self.legs.values() if x.ticket == ticket), key=lambda x: x.position
        )

    def said_of(self, ticket, *wanted):
        """The leg that a verb about the whole number means."""
        route = self.route(ticket)
        found = [x for x in route if x.state in wanted]
        return (found or [x for x in route if x.state not in ENDED] or route[-1:])[0]

    @property
    def sessions(self):
        return {row[0]: row[1] for row in self.tables["session"] if row[2] is None}

    @property
    def paused(self):
        return {row[0] for row in self.tables["pause"] if row[2] is None}

    def served(self, counter, clerk):
        extra = [r[1] for r in self.tables["extra_queue"] if r[0] == counter and r[2] is None]
        queues = (*self.hall.counter(counter).queues, *extra)
        return [q for q in queues if q in SKILLS.get(clerk, QUEUES)]

    def is_open(self, counter):
        return counter in self.sessions and counter not in self.paused

    def candidates(self, counter, clerk):
        served = self.served(counter, clerk)
        return [
            x
            for x in self.legs.values()
            if x.state is LegState.WAITING
            and self.lane_day[x.id] == self.today.isoformat()
            and (x.only_counter == counter or (x.only_counter is None and x.queue in served))
        ]

    def advantage(self, counter, leg):
        start = self.hall.priority_class(leg.lane).head_start
        return start - self.hall.counter(counter).handicaps.get(leg.queue, timedelta(0))

    def rank(self, counter, leg):
        """The smaller goes first; only where no ratio decides. Two legs of one person may tie."""
        if leg.lane == GLASS:
            return 0, timedelta(0), leg.ready_at, leg.order
        if leg.comes_back:
            return 1, timedelta(0), leg.ready_at, leg.order
        if self.hall.rules.policy.kind is PolicyKind.ABSOLUTE:
            start = self.hall.priority_class(leg.lane).head_start
            return 2, -start, leg.ready_at, leg.order
        return 2, timedelta(0), leg.ready_at - self.advantage(counter, leg), leg.order

    def busy(self, counter):
        if counter not in COUNTERS:
            return UnknownCounter
        if self.at(counter):
            return errors.CounterBusy
        return errors.CounterPaused if counter in self.paused else None

    def here(self, counter, *states):
        """Why a move of the leg at `counter`, which must be in one of `states`, is refused."""
        if counter not in COUNTERS:
            return UnknownCounter
        leg = self.at(counter)
        if leg is None:
            return errors.CounterIdle
        return None if leg.state in states else IllegalMove

    def lapsed(self, counter):
        limit = self.hall.rules.hold_limit
        return any(
            x.state is LegState.HELD
            and x.counter == counter
            and x.hold_kind is HoldKind.PAPERS_TAKEN
            and self.now - x.held_since > limit
            for x in self.legs.values()
        )

    def left_alone(self, counter):
        clerk = self.sessions.get(counter)
        if clerk is None:
            return False
        waiting = {
            x.queue
            for x in self.legs.values()
            if x.state is LegState.WAITING and self.lane_day[x.id] == self.today.isoformat()
        }
        others = [c for c in COUNTERS if c != counter and self.is_open(c)]
        return any(
            queue in waiting and not any(queue in self.served(c, self.sessions[c]) for c in others)
            for queue in self.served(counter, clerk)
        )


GROUPS: dict[str, list[tuple]] = {}


def among(group, **strategies):
    """One of many rare things, so that usual ones happen more often."""

    def mark(act):
        GROUPS.setdefault(group, []).append((act, strategies))
        return act

    return mark


class Days(RuleBasedStateMachine):
    """What people do in a hall, in any order."""

    place: object
    base: object

    def __init__(self):
        super().__init__()
        self.place.renew()
        self.now = START
        self.store = open_store(self.place.url, lambda: self.now)
        self.told: dict[str, Leg] = {}
        self.events = 0
        self.done: list[tuple] = []
        self.numbers: list[str] = []
        self.codes: list[str] = []

    @initialize(
        policy=policies,
        reinstate=st.sampled_from([ReinstateRule.BEHIND, ReinstateRule.BEHIND, ReinstateRule.END]),
        seed=st.integers(0, 10**9),
    )
    def opens(self, policy, reinstate, seed):
        rules = replace(self.base.rules, policy=policy, reinstate=reinstate)
        with self.store.write() as tx:
            tx.write_hall(replace(self.base, rules=rules))
        self.hall = operations.hall(self.store)
        for counter, clerk in zip(COUNTERS, CLERKS, strict=True):
            operations.sign_in(self.store, counter, clerk, "Right-2026")
        self.seen = self.look()
        self.the_record_gives_the_tables()
        self.has_been_open_for_a_while(random.Random(seed))

    def has_been_open_for_a_while(self, chance):
        """Strange things happen seldom to an empty hall."""
        for _ in range(chance.randrange(30)):
            way, counter = chance.randrange(31), chance.choice(COUNTERS)
            if way < 8:
                self.take(chance.choice(WANTED), chance.choice(["P0", "P1", "P5"]), None)
            elif way < 12 and (aside := self.set_aside()):
                self.take_back_or_reinstate(chance.choice(aside), chance.choice((None, *COUNTERS)))
            else:
                self.go_on(counter, chance.randrange(31), chance.choice((*QUEUES, *COUNTERS)))

    def teardown(self):
        try:
            assert operations.check_chain(self.store).whole
        finally:
            self.store.close()

    # Looking

    def look(self):
        tables = self.place.look(LEG_COLUMNS)
        rows = tables["leg"]
        legs = {row[0]: leg_of_row(row[:-1]) for row in rows}
        return Seen(self.hall, self.now, tables, legs, {row[0]: row[-1] for row in rows})

    def number(self, pick):
        """One of the latest; now and then one that nobody has."""
        if not self.numbers or pick == 30:
            return "QA077"
        return self.numbers[-1 - pick % min(len(self.numbers), 8)]

    def wait(self, how_long):
        self.now += how_long
        self.seen = replace(self.seen, now=self.now)

    # Acting

    def does(self, expected, verb, *arguments, **options):
        """Act, and hold the answer against what was `expected`: None, an error, or several."""
        expected = expected if isinstance(expected, set) else {expected}
        before = self.seen
        try:
            answer = verb(self.store, *arguments, **options)
        except JiaohaoError as error:
            assert type(error) in expected, (error, expected)
            assert error.text("zh").strip()
            assert error.text("en").strip()
            self.seen = self.look()
            self.nothing_but_a_refusal(before.tables, self.seen.tables)
            return None
        assert None in expected, f"{verb.__name__} went through, and {expected} was expected"
        self.seen = self.look()
        acted = len(self.seen.tables["event"]) > len(before.tables["event"])
        if options.get("request") and answer is not None and acted:
            self.done.append((verb, arguments, options, answer))
        return answer

    def nothing_but_a_refusal(self, before, after):
        assert len(after["event"]) - len(before["event"]) in (0, 1)
        for table, rows in after.items():
            if table != "event":
                assert rows == before[table], f"{table} was changed by a verb that was refused"
        if len(after["event"]) > len(before["event"]):
            with self.store.read() as tx:
                assert list(tx.events())[-1].move is Act.REFUSE

    def moves(self, expected, verb, *arguments, **options):
        """The same with a request id, which the record must keep with the clerk."""
        request = operations.new_id()
        answer = self.does(expected, verb, *arguments, request=request, **options)
        if answer is not None:
            with self.store.read() as tx:
                event = tx.event_of(request)
            assert event.at == self.now
            assert event.clerk == options.get("clerk", event.clerk)
        return answer

    @rule(
        wanted=st.sampled_from(WANTED),
        lane=st.sampled_from(["P0", "P0", "P1", "p5"]),
        who=st.sampled_from(PEOPLE),
    )
    def takes(self, wanted, lane, who):
        self.take(wanted, lane, who)

    @rule(wanted=st.sampled_from([("S1",), ("S3",), ("S1", "S4")]))
    def takes_another(self, wanted):
        self.take(wanted, "P0", None)

    def take(self, wanted, lane, who):
        expected = {None}
        first_stage = {"S1": "QA", "S2": "QA", "S3": "QB", "S4": "QC", "BUNDLE": "QA"}
        queues = {first_stage[code.upper()] for code in wanted}
        if "QB" in queues:
            expected.add(errors.QuotaUsed)
        if who is not None:
            expected |= {errors.NumberStillOpen, errors.PersonBlocked}
        ticket = operations.new_id()
        options = {"ticket": ticket, "priority": lane, "by": "kiosk-1", "person": who}
        issued = self.does(expected, operations.issue, wanted, **options)
        if issued is not None:
            self.numbers.append(issued.number)
            self.done.append((operations.issue, (wanted,), options, issued))
            assert issued.issued_at == self.now

    @among("mistakes", wanted=st.sampled_from(WANTED), with_approval=st.booleans())
    def takes_urgently(self, wanted, with_approval):
        approval = AGREED if with_approval else None
        issued = self.does(
            None if with_approval else errors.ApprovalNeeded,
            operations.issue,
            wanted,
            ticket=operations.new_id(),
            priority=GLASS,
            approval=approval,
        )
        if issued is not None:
            self.numbers.append(issued.number)

    @among(
        "mistakes",
        case=st.sampled_from(
            [
                (("S9",), "P0", None, UnknownService),
                (("S1",), "P7", None, UnknownClass),
                (("S1",), "P0", "?", NotAnIdentity),
            ]
        ),
    )
    def takes_nonsense(self, case):
        wanted, lane, who, error = case
        self.does(
            error, operations.issue, wanted, ticket=operations.new_id(), priority=lane, person=who
        )

    @among("verbs at counters", counter=counters, clerk=clerks)
    def calls_next(self, counter, clerk):
        self.call_next(counter, clerk)

    @rule(counter=st.sampled_from(COUNTERS))
    def calls_next_as_usual(self, counter):
        self.call_next(counter, self.seen.sessions.get(counter))

    def call_next(self, counter, clerk):
        before = self.seen
        expected = before.busy(counter)
        called = self.moves(expected, operations.call_next, counter, clerk=clerk)
        if expected is not None:
            return
        if before.lapsed(counter):  # Who did not come back in time frees other legs of theirs.
            return
        candidates = before.candidates(counter, clerk)
        if called is None:
            assert not candidates
            assert self.seen.tables == before.tables
            return
        head = before.legs[called.leg]
        assert head in candidates
        assert called.reason.zh
        assert called.reason.en
        others = [x for x in candidates if x.id != head.id]
        self.nobody_is_overtaken_too_far(before, counter, head, others)
        if before.hall.rules.policy.kind is not PolicyKind.RATIO:
            assert before.rank(counter, head) == min(before.rank(counter, x) for x in candidates)

    @staticmethod
    def nobody_is_overtaken_too_far(before, counter, head, others):
        if head.lane == GLASS or head.comes_back:
            return
        policy = before.hall.rules.policy.kind
        for other in others:
            assert other.lane != GLASS
            assert not other.comes_back
            if policy is PolicyKind.ABSOLUTE:
                continue
            if policy is PolicyKind.RATIO and (other.lane == "PA") != (head.lane == "PA"):
                continue
            by = head.ready_at - other.ready_at
            assert by <= before.advantage(counter, head) - before.advantage(counter, other)
            assert by <= LARGEST_ADVANTAGE

    @among(
        "verbs about numbers",
        counter=counters,
        pick=picks,
        clerk=clerks,
        reason=st.sampled_from(["a baby", "a baby", " "]),
    )
    def calls_a_number(self, counter, pick, clerk, reason):
        number = self.number(pick)
        self.moves(
            self.call_number_expects(counter, number, clerk, reason),
            operations.call_number,
            counter,
            number.lower(),
            reason,
            clerk=clerk,
        )

    def call_number_expects(self, counter, number, clerk, reason):
        seen = self.seen
        if not reason.strip():
            return errors.ReasonNeeded
        if (refused := seen.busy(counter)) is not None:
            return refused
        ticket = seen.ticket(number)
        if ticket is None:
            return errors.UnknownNumber
        waiting = [x for x in seen.route(ticket) if x.state is LegState.WAITING]
        if not waiting:
            return IllegalMove
        served = seen.served(counter, clerk)
        for leg in waiting:
            if leg.only_counter == counter:
                return None
            elsewhere = leg.only_counter is not None and seen.is_open(leg.only_counter)
            if not elsewhere and leg.queue in served:
                return None
        if any(x.only_counter and seen.is_open(x.only_counter) for x in waiting):
            return {errors.SentElsewhere, errors.NotTrained, errors.NotServedHere}
        return {errors.NotTrained, errors.NotServedHere}

    @among("verbs at counters", counter=counters, clerk=clerks)
    def calls_again(self, counter, clerk):
        self.call_again(counter, clerk)

    def call_again(self, counter, clerk):
        expected = self.seen.here(counter, LegState.CALLED)
        if expected is None:
            leg, rules = self.seen.at(counter), self.hall.rules
            if leg.times_called >= rules.calls_before_miss:
                expected = errors.RecallLimit
            elif timedelta(0) <= self.now - leg.last_called_at < rules.call_spacing:
                expected = errors.RecallTooSoon
        self.moves(expected, operations.recall, counter, clerk=clerk)

    @among("verbs at counters", counter=counters)
    def gives_somebody_up(self, counter):
        self.gives_up(counter)

    def gives_up(self, counter):
        """As a clerk does: call as often as the hall wants, then mark as missed."""
        for _ in range(4):
            self.call_again(counter, None)
            self.wait(self.hall.rules.call_spacing)
        self.mark_as_missed(counter, None)

    @among("verbs at counters", counter=counters, clerk=clerks)
    def marks_as_missed(self, counter, clerk):
        self.mark_as_missed(counter, clerk)

    def mark_as_missed(self, counter, clerk):
        expected = self.seen.here(counter, LegState.CALLED)
        if expected is None:
            leg, rules = self.seen.at(counter), self.hall.rules
            if leg.times_called < rules.calls_before_miss:
                expected = errors.TooFewCalls
            elif timedelta(0) <= self.now - leg.last_called_at < rules.call_spacing:
                expected = errors.MissTooSoon
        self.moves(expected, operations.miss, counter, clerk=clerk)

    @among("verbs at counters", counter=counters, clerk=clerks)
    def serves(self, counter, clerk):
        self.serve(counter, clerk)

    def serve(self, counter, clerk):
        expected = self.seen.here(counter, LegState.CALLED)
        self.moves(expected, operations.serve, counter, clerk=clerk)

    @among(
        "verbs at counters",
        counter=counters,
        outcome=st.sampled_from(Outcome),
        cases=st.sampled_from([0, 1, 1, 8, -1, 1000]),
    )
    def finishes(self, counter, outcome, cases):
        self.finish(counter, outcome, cases)

    def finish(self, counter, outcome, cases):
        expected = self.seen.here(counter, LegState.SERVING)
        if not 0 <= cases <= 999:
            expected = errors.CasesOutOfRange
        before, leg = self.seen, self.seen.at(counter)
        if self.moves(expected, operations.finish, counter, outcome, cases):
            self.goes_back_to_who_asked(before, leg)

    def goes_back_to_who_asked(self, before, done):
        """An expert finished: the person is sent back to the counter that asked, if it is open."""
        new = [x for x in self.seen.route(done.ticket) if x.id not in before.legs]
        if done.returns_to in (None, done.counter):
            assert not new
            return
        (back,) = new
        assert back.state is LegState.WAITING
        is_open = before.is_open(done.returns_to)
        assert (back.only_counter, back.comes_back) == (
            (done.returns_to, True) if is_open else (None, False)
        )

    @rule(data=st.data())
    def somebody_tries_a_verb_at_a_counter(self, data):
        self.draws("verbs at counters", data)

    @rule(data=st.data())
    def somebody_tries_a_verb_about_a_number(self, data):
        self.draws("verbs about numbers", data)

    @rule(data=st.data())
    def a_counter_changes(self, data):
        self.draws("counters", data)

    @rule(data=st.data())
    def something_about_appointments(self, data):
        self.draws("appointments", data)

    @rule(data=st.data())
    def somebody_makes_a_mistake(self, data):
        self.draws("mistakes", data)

    @rule(data=st.data())
    def time_goes_on(self, data):
        self.draws("time", data)

    def draws(self, group, data):
        act, strategies = data.draw(st.sampled_from(GROUPS[group]), label=group)
        act(self, **{name: data.draw(one, label=name) for name, one in strategies.items()})

    @rule(way=picks)
    def everybody_goes_on(self, way):
        for place, counter in enumerate(COUNTERS):
            self.go_on(counter, way + place)

    @rule(many=st.lists(st.sampled_from(WANTED), min_size=2, max_size=4), pick=picks)
    def several_come(self, many, pick):
        for wanted in many:
            self.take(wanted, ("P0", "P1", "P5")[pick % 3], None)
            self.wait(MINUTE)

    @rule(counter=st.sampled_from(COUNTERS), way=picks, to=st.sampled_from((*QUEUES, *COUNTERS)))
    def goes_on(self, counter, way, to):
        self.go_on(counter, way, to)

    def go_on(self, counter, way, to="QA"):
        """As a clerk does all day, whatever stands at the counter."""
        self.wait(way * MINUTE / 5)
        leg = self.seen.at(counter)
        if leg is None:
            self.call_next(counter, self.seen.sessions.get(counter))
        elif leg.state is LegState.CALLED:
            if way % 4:
                self.serve(counter, None)
            else:
                self.gives_up(counter)
        elif way % 3 == 0:
            self.hold(counter, tuple(HoldKind)[way // 3 % 3])
        elif way % 3 == 1 and leg.returns_to is None:
            self.send_on(counter, to, asks=way % 2 == 0)
        else:
            self.finish(counter, tuple(Outcome)[way % 6], way)

    @rule(counter=st.sampled_from(COUNTERS), way=picks)
    def goes_on_fast(self, counter, way):
        """Until the counter is free."""
        for step in range(3):
            self.go_on(counter, way + step)

    @precondition(lambda self: self.set_aside())
    @rule(pick=picks)
    def comes_back(self, pick):
        aside = self.set_aside()
        leg = aside[pick % len(aside)]
        self.take_back_or_reinstate(leg, (None, leg.counter, *COUNTERS)[pick % 6])

    def take_back_or_reinstate(self, leg, counter):
        if leg.state is LegState.MISSED:
            self.reinstate(leg.number)
        else:
            self.take_back(leg.number, counter)

    @precondition(lambda self: any(x.state is LegState.HELD for x in self.seen.legs.values()))
    @rule(pick=picks, counter=st.sampled_from(COUNTERS))
    def goes_to_a_free_counter_after_a_hold(self, pick, counter):
        """The right one or another."""
        held = [x for x in self.set_aside() if x.state is LegState.HELD]
        free = [c for c in COUNTERS if self.seen.busy(c) is None]
        leg = held[pick % len(held)]
        self.take_back(leg.number, free[pick % len(free)] if free else counter)

    def set_aside(self):
        aside = (LegState.MISSED, LegState.HELD)
        return sorted(
            (x for x in self.seen.legs.values() if x.state in aside), key=lambda x: (x.order, x.id)
        )

    @among("verbs at counters", counter=counters, kind=st.sampled_from(HoldKind))
    def holds(self, counter, kind):
        self.hold(counter, kind)

    def hold(self, counter, kind):
        expected = self.seen.here(counter, LegState.SERVING)
        self.moves(expected, operations.hold, counter, "a copy", kind)

    @among("verbs about numbers", pick=picks, counter=st.none() | counters)
    def takes_back(self, pick, counter):
        self.take_back(self.number(pick), counter)

    def take_back(self, number, counter):
        seen = self.seen
        ticket = seen.ticket(number)
        expected = errors.UnknownNumber if ticket is None else None
        if ticket is not None:
            held = seen.said_of(ticket, LegState.HELD)
            if counter == "Z99":
                expected = UnknownCounter
            elif held.state is not LegState.HELD:
                expected = IllegalMove
            elif counter is not None:
                expected = seen.busy(counter)
                if expected is None and held.counter != counter:
                    if held.hold_kind in AT_THE_SAME_COUNTER:
                        expected = errors.HeldElsewhere
                    elif held.queue not in seen.served(counter, None):
                        expected = errors.NotServedHere
        self.moves(expected, operations.resume, number, counter)

    @among("verbs about numbers", pick=picks)
    def reinstates(self, pick):
        self.reinstate(self.number(pick))

    def reinstate(self, number):
        seen = self.seen
        ticket = seen.ticket(number)
        expected = errors.UnknownNumber if ticket is None else None
        if ticket is not None:
            missed = seen.said_of(ticket, LegState.MISSED)
            if missed.state is not LegState.MISSED:
                expected = IllegalMove
            elif missed.reinstated >= self.hall.rules.reinstate_limit:
                expected = errors.ReinstateLimit
        self.moves(expected, operations.reinstate, number)

    @among(
        "verbs at counters",
        counter=counters,
        to=st.sampled_from((*QUEUES, *COUNTERS, "qa", "X")),
        asks=st.booleans(),
    )
    def sends_on(self, counter, to, asks):
        self.send_on(counter, to, asks)

    def send_on(self, counter, to, asks):
        expected = self.seen.here(counter, *AT_COUNTER)
        if expected is None and to == "X":
            expected = UnknownQueue
        elif expected is None and to == counter:
            expected = errors.TransferToSelf
        verb = operations.consult if asks else operations.transfer
        self.moves(expected, verb, counter, to, "a note")

    @among("verbs about numbers", pick=picks)
    def cancels(self, pick):
        number = self.number(pick)
        ticket = self.seen.ticket(number)
        expected = errors.UnknownNumber
        if ticket is not None:
            states = {x.state for x in self.seen.route(ticket)}
            over = states <= set(ENDED)
            expected = IllegalMove if over or states & set(AT_COUNTER) else None
        self.moves(expected, operations.cancel, number, "went home")

    @among("verbs about numbers", pick=picks)
    def puts_first(self, pick):
        number = self.number(pick)
        ticket = self.seen.ticket(number)
        expected = errors.UnknownNumber
        if ticket is not None:
            leg = self.seen.said_of(ticket, LegState.WAITING)
            expected = None
            if leg.state not in (LegState.WAITING, LegState.BLOCKED, LegState.PLANNED):
                expected = IllegalMove
            elif leg.state is LegState.WAITING and leg.lane == GLASS:
                expected = errors.AlreadyFirst
        self.moves(expected, operations.put_first, number, AGREED)

    @among("counters", counter=counters, reason=st.sampled_from(PauseReason), agreed=st.booleans())
    def pauses(self, counter, reason, agreed):
        expected = self.seen.busy(counter)
        if expected is None and not agreed and self.seen.left_alone(counter):
            expected = errors.LastOpenCounter
        approval = AGREED if agreed else None
        self.moves(expected, operations.pause, counter, reason, approval=approval)

    @among("counters", counter=counters)
    def reopens(self, counter):
        expected = None if counter in self.seen.paused else errors.NotPaused
        if counter not in COUNTERS:
            expected = UnknownCounter
        self.moves(expected, operations.reopen, counter)

    @among(
        "counters", counter=st.sampled_from(COUNTERS), queue=st.sampled_from([*QUEUES, "qc", "X"])
    )
    def helps_out(self, counter, queue):
        known = queue.upper() in QUEUES
        expected = None if known else UnknownQueue
        if known and queue.upper() in self.seen.served(counter, None):
            expected = errors.AlreadyServed
        self.moves(expected, operations.add_queue, counter, queue, "chen", approval=AGREED)

    @among("counters", counter=st.sampled_from(COUNTERS), queue=st.sampled_from(QUEUES))
    def helps_out_without_asking(self, counter, queue):
        self.moves(errors.NotPermitted, operations.add_queue, counter, queue, "li")

    @among("counters", counter=st.sampled_from(COUNTERS), queue=st.sampled_from(QUEUES))
    def stops_helping_out(self, counter, queue):
        here = (counter, queue, None) in self.seen.tables["extra_queue"]
        expected = None if here else errors.NotAddedHere
        self.moves(expected, operations.drop_queue, counter, queue)

    @among("counters", counter=counters, clerk=st.sampled_from(CLERKS), take_over=st.booleans())
    def signs_in(self, counter, clerk, take_over):
        here = self.seen.sessions.get(counter)
        own = next((c for c, login in self.seen.sessions.items() if login == clerk), None)
        expected = None
        if counter not in COUNTERS:
            expected = UnknownCounter
        elif here not in (None, clerk) and not take_over:
            expected = errors.CounterTaken
        elif here != clerk and own is not None and self.seen.at(own):
            expected = errors.ClerkElsewhere
        self.does(expected, operations.sign_in, counter, clerk, "Right-2026", take_over=take_over)

    @among("counters", counter=st.sampled_from(COUNTERS))
    def signs_out(self, counter):
        with self.store.read() as tx:
            session = tx.staff.session_at(counter)
        if session is not None:
            self.does(None, operations.sign_out, session.id)
            assert counter not in self.seen.sessions
            assert counter not in self.seen.paused

    @among("mistakes", person=st.sampled_from(PEOPLE[3:]), hours=st.integers(1, 30))
    def blocks(self, person, hours):
        until = self.now + timedelta(hours=hours)
        self.does(None, operations.block_person, person, until, "shouted", "chen")

    @among("mistakes", person=st.sampled_from(PEOPLE[3:]))
    def unblocks(self, person):
        self.does({None, errors.NotBlocked}, operations.unblock_person, person, "chen")

    # Appointments

    @among(
        "appointments",
        days=st.integers(0, 6),
        half_hours=st.integers(0, 46),
        who=st.sampled_from(PEOPLE),
        service=st.sampled_from(["S3", "S3", "S3", "S1"]),
    )
    def books(self, days, half_hours, who, service):
        day = self.seen.today + timedelta(days=days)
        slot = time(half_hours // 2, half_hours % 2 * 30)
        self.book(service, day, slot, who)

    @among("appointments", half_hours=st.integers(0, 4))
    def books_for_tomorrow_at_nine(self, half_hours):
        self.book("S3", self.seen.today + timedelta(days=1), time(9, 0), None)

    def book(self, service, day, slot, who):
        expected = booking.NotBookable
        if service == "S3":
            expected = {None, booking.SlotFull}
            if not 1 <= (day - self.seen.today).days <= 5:
                expected = booking.DayNotBookable
            elif who is not None:
                expected |= {booking.BookingBarred, booking.BookedBefore, errors.PersonBlocked}
        one = self.does(
            expected,
            operations.book,
            service,
            day,
            slot,
            appointment=operations.new_id(),
            person=who,
        )
        if one is not None:
            self.codes.append(one.code)

    @among("appointments", pick=picks, on_time=st.booleans())
    def checks_in(self, pick, on_time):
        if not self.codes:
            return
        code = self.codes[pick % len(self.codes)]
        if on_time:  # Let that time come, if it is still to come.
            (one,) = operations.find_appointments(self.store, code=code)
            due = one.starts(ZONE).astimezone(UTC) + timedelta(minutes=pick - 10)
            self.now = max(self.now, due)
        self.sweep()
        issued = self.does(
            {
                None,
                booking.AppointmentEarly,
                booking.AppointmentOver,
                booking.AppointmentCancelled,
                booking.CheckedInBefore,
                errors.NumberStillOpen,
                errors.PersonBlocked,
            },
            operations.check_in,
            code,
            ticket=operations.new_id(),
            by="kiosk-1",
        )
        if issued is not None:
            self.numbers.append(issued.issued.number)

    @among("appointments", pick=picks)
    def unbooks(self, pick):
        if not self.codes:
            return
        self.sweep()
        code = self.codes[pick % len(self.codes)]
        self.does(
            {None, booking.CheckedInBefore, booking.AppointmentOver},
            operations.cancel_appointment,
            code,
            "cannot come",
            request=operations.new_id(),
        )

    @among("appointments")
    def sweeps(self):
        self.sweep()

    def sweep(self):
        self.does(None, operations.sweep_appointments)

    # Time

    @among("time", seconds=st.integers(0, 3 * 3600))
    def time_passes(self, seconds):
        self.wait(timedelta(seconds=seconds))

    @among("time")
    def night_falls(self):
        """To a little after the next midnight."""
        tomorrow = datetime.combine(self.seen.today + timedelta(days=1), time(0, 0, 1), ZONE)
        self.now = tomorrow.astimezone(UTC)
        self.seen = replace(self.seen, now=self.now)

    @among("time")
    def the_clock_is_set_back(self):
        self.wait(-timedelta(hours=1))

    @among("time")
    def the_day_is_closed(self):
        before = {x.id: x for x in self.seen.legs.values() if x.state in AT_COUNTER}
        self.does(None, operations.expire_past_days)
        assert before.items() <= self.seen.legs.items()

    # Again

    @among("mistakes", pick=picks)
    def repeats(self, pick):
        """A client that heard no answer asks again."""
        if not self.done:
            return
        verb, arguments, options, answer = self.done[-1 - pick % len(self.done)]
        before = self.seen
        assert self.does(None, verb, *arguments, **options) == answer
        assert self.seen.tables == before.tables

    @among("mistakes", pick=picks, counter=st.sampled_from(COUNTERS))
    def uses_an_id_twice(self, pick, counter):
        used = [(v, o["request"]) for v, _, o, _ in self.done if "request" in o]
        if not used:
            return
        verb, request = used[pick % len(used)]
        other = operations.finish if verb is not operations.finish else operations.recall
        self.does(errors.RequestReused, other, counter, request=request)

    # What always holds

    @invariant()
    def holds_always(self):
        self.the_record_gives_the_tables()
        self.a_number_is_there_once_a_day()
        self.nobody_is_at_two_places()
        self.nobody_is_forgotten()
        self.the_board_shows_who_is_called_or_served()
        self.a_transferred_number_stands_before_those_issued_later()
        self.booked_places_are_never_more_than_there_are()

    def the_record_gives_the_tables(self):
        rows = self.seen.tables["event"]
        if len(rows) == self.events:
            assert self.told == self.seen.legs
            return
        with self.store.read() as tx:
            events: list[Event] = list(tx.events())
        for event in events[self.events :]:
            if not isinstance(event.move, Move):
                continue
            assert event.at <= self.now
            known = self.told.get(event.leg)
            leg = followed(known, event) if known else begun(event)
            assert leg is not None
            self.told[leg.id] = leg
            if event.move is Move.CALL:
                assert event.facts["reason"]["zh"]
                assert event.facts["reason"]["en"]
        self.events = len(events)
        assert self.told == self.seen.legs

    def a_number_is_there_once_a_day(self):
        tickets = self.seen.tables["ticket"]
        assert not [k for k, n in Tally((r[1], r[0]) for r in tickets).items() if n > 1]
        for (day, queue), sequence in _last_numbers(tickets).items():
            issued = [r for r in tickets if (r[1], r[2]) == (day, queue)]
            assert len(issued) == sequence, "no number is left out"

    def nobody_is_at_two_places(self):
        legs = self.seen.legs.values()
        here = [x.counter for x in legs if x.state in AT_COUNTER]
        assert len(here) == len(set(here))
        active = [x.ticket for x in legs if x.state in ACTIVE]
        assert len(active) == len(set(active))
        waiting = {x.ticket for x in legs if x.state is LegState.WAITING}
        assert not waiting & set(active), "who is at a counter stands in no lane"

    def nobody_is_forgotten(self):
        routes: dict[str, list[Leg]] = {}
        for leg in self.seen.legs.values():
            routes.setdefault(leg.ticket, []).append(leg)
        for route in routes.values():
            active = any(x.state in ACTIVE for x in route)
            assert active or not any(x.state is LegState.BLOCKED for x in route)
            for leg in route:
                earlier_over = all(x.state in ENDED for x in route if x.stage < leg.stage)
                if leg.state is LegState.PLANNED:
                    assert active or not earlier_over, "its turn has come, and it is not open"
                elif leg.state not in ENDED:
                    assert earlier_over, "it is open before its turn"

    def the_board_shows_who_is_called_or_served(self):
        if self.events % 3:
            return
        shown = {(c.number, c.counter) for c in operations.board(self.store).calls}
        legs = self.seen.legs.values()
        assert shown == {(x.number, x.counter) for x in legs if x.state in AT_COUNTER}

    def a_transferred_number_stands_before_those_issued_later(self):
        sent = {x.id for x in self.seen.legs.values() if x.state is LegState.TRANSFERRED}
        if not sent:
            return
        ordered = {r[7]: (r[1], r[4]) for r in self.seen.tables["ticket"] if r[5] != "PA"}
        lanes: dict[tuple, list[Leg]] = {}
        for leg in self.seen.legs.values():
            if leg.state is LegState.WAITING and leg.ticket in ordered and not leg.reinstated:
                lanes.setdefault((leg.queue, leg.lane, leg.only_counter), []).append(leg)
        moved = {self.seen.legs[leg].ticket for leg in sent}
        for lane in lanes.values():
            lane.sort(key=lambda x: (x.ready_at, x.order))
            for place, leg in enumerate(lane):
                day, order = ordered[leg.ticket]
                for before in lane[:place]:
                    its_day, its_order = ordered[before.ticket]
                    if leg.ticket in moved and its_day == day:
                        assert its_order <= order

    def booked_places_are_never_more_than_there_are(self):
        booked = Tally(
            (r[1], r[2], r[3]) for r in self.seen.tables["appointment"] if r[4] != "cancelled"
        )
        assert all(count <= 3 for count in booked.values())


def _last_numbers(tickets):
    last: dict[tuple[str, str], int] = {}
    for row in tickets:
        key = (row[1], row[2])
        last[key] = max(last.get(key, 0), row[3])
    return last


def lives(place, hall, settings):
    machine = type("AnyDays", (Days,), {"place": place, "base": hall})
    run_state_machine_as_test(machine, settings=settings)


def test_any_days_on_sqlite(sqlite_place, round_the_clock, effort):
    lives(sqlite_place, round_the_clock, effort(12, 40))


def test_any_days_on_postgresql(postgres_place, round_the_clock, effort):
    lives(postgres_place, round_the_clock, effort(4, 40))
