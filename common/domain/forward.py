"""Play one part of the line forward from now: who is called when, if nothing unforeseen happens.

A game follows the hall's own rule of who is next, with service times drawn from recent ones.
Moments are seconds from now and everybody's turn is one number, so that a game is sums and
comparisons.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import inf
from random import Random
from typing import NamedTuple

from common.domain.hall import Policy, PolicyKind
from common.domain.ratio import Side, side_in_turn, turns_that_count

Turn = float
"""The smaller goes first."""

BEFORE_POLICY: Turn = -1e9
"""Whose turn is smaller goes first whatever the policy says: break-glass, then who comes back."""


class Person(NamedTuple):
    """Somebody in a lane of the game."""

    turn: Turn
    order: int
    """Breaks a tie of `turn`."""
    stay: int
    """Which of `Line.stays` says how long the counter is taken."""
    slot: int = -1
    """Where the moment of the call is noted; -1 when nobody asks for it."""
    errand: int = -1
    """Which of `Line.errands` it is a stop of; -1 when it is the only stop."""


class Lane(NamedTuple):
    """A lane as a counter sees it."""

    lane: int
    handicap: float
    """How much later this counter takes it, in seconds."""
    side: int
    """0 or, under a ratio for people with an appointment, 1."""


class Arrival(NamedTuple):
    """Somebody who joins a lane later in the game."""

    lane: int
    person: Person


@dataclass(slots=True)
class Errand:
    """A ticket with more stops than one: its person is at one counter at a time."""

    together: int
    """Stops of this stage that are not over, the one at a counter included."""
    blocked: tuple[Arrival, ...] = ()
    """Stops that rejoin their lanes when the person leaves the counter where they are now."""
    planned: tuple[Arrival, ...] = ()
    """Stops of the next stage, which opens when none of this stage is left."""


class Occupied(NamedTuple):
    """Somebody at a counter when the game begins."""

    rests: tuple[float, ...]
    """How much longer it may take, one as likely as the other."""
    errand: int = -1


class Desk(NamedTuple):
    """A counter; one without lanes only finishes with who is there."""

    lanes: tuple[Lane, ...]
    occupied: Occupied | None = None


class Newcomer(NamedTuple):
    """A number that could be taken now; nobody waits behind it."""

    turn: Turn
    slot: int


class Stays(NamedTuple):
    """How long people of one queue take up a counter, in seconds."""

    served: tuple[float, ...]
    absent: float
    """Somebody who is called and does not come."""
    absent_share: float
    doubt: float
    """How far the mean of `served` may be off, as a share of it (one standard error)."""


class Crossing(NamedTuple):
    """People who come after now and still go before some who wait already."""

    arrival: Arrival
    """Who comes now; the turn of who comes later is so much greater."""
    every: float
    """Seconds from one to the next, on average."""
    until: float
    """Who comes later than this goes before nobody."""


@dataclass(frozen=True, slots=True)
class Line:
    """Counters, and the queues that they share, as they stand now."""

    policy: Policy
    desks: Sequence[Desk]
    lanes: Sequence[Sequence[Person]]
    stays: Sequence[Stays]
    newcomers: Sequence[Sequence[Newcomer]]
    """For each lane, who goes first standing last."""
    errands: Sequence[Errand]
    crossings: Sequence[Crossing]
    slots: int

    @property
    def people(self) -> int:
        """So many counters and people make the length of a game."""
        return len(self.desks) + sum(map(len, self.lanes))


def play(line: Line, random: Random) -> list[float]:
    """One game: the seconds from now at which each slot is called; `inf` when it never is."""
    return _Game(line, random).play()


class _Game:
    def __init__(self, line: Line, random: Random) -> None:
        self._line = line
        self._random = random
        self._lanes = [list(lane) for lane in line.lanes]
        for lane in self._lanes:
            heapify(lane)
        self._pace = [max(0.5, random.gauss(1.0, stays.doubt)) for stays in line.stays]
        """The few known services may have been quicker or slower than those to come."""
        self._newcomers = [list(lane) for lane in line.newcomers]
        self._by_turns = line.policy.kind is PolicyKind.RATIO
        self._sides: list[deque[Side]] = [
            deque(maxlen=turns_that_count(line.policy)) for _ in line.desks
        ]
        self._idle: list[list[int]] = [[] for _ in line.lanes]
        self._together = [errand.together for errand in line.errands]
        self._away = [0.0] * len(line.errands)
        """Until when an errand's person is at a counter."""
        self._arrivals: list[Arrival] = []
        self._events: list[tuple[float, int]] = []
        """From 0 on the desk that becomes free then, below that the arrival with its number."""
        self._called = [inf] * line.slots
        self._open_slots = line.slots

    def play(self) -> list[float]:
        self._begin()
        events = self._events
        while events and self._open_slots:
            now, who = heappop(events)
            if who < 0:
                self._arrive(now, self._arrivals[~who])
                continue
            lane = self._next_lane(who, now)
            if lane < 0:
                for each in self._line.desks[who].lanes:
                    self._idle[each.lane].append(who)
                continue
            person = heappop(self._lanes[lane])
            if person.slot >= 0:
                self._note(person.slot, now)
            over = now + self._stay(person.stay)
            heappush(events, (over, who))
            if person.errand >= 0:
                self._leave(person.errand, over)
        return self._called

    def _begin(self) -> None:
        for number, desk in enumerate(self._line.desks):
            over = 0.0
            if desk.occupied is not None:
                rests, errand = desk.occupied
                over = rests[int(self._random.random() * len(rests))]
                if errand >= 0:
                    self._leave(errand, over)
                    for arrival in self._line.errands[errand].blocked:
                        self._expect(over, arrival)
            self._events.append((over, number))
        heapify(self._events)
        for (lane, person), every, until in self._line.crossings:
            at = self._random.expovariate(1 / every)
            while at < until:
                self._expect(at, Arrival(lane, person._replace(turn=person.turn + at)))
                at += self._random.expovariate(1 / every)

    def _next_lane(self, desk: int, now: float) -> int:
        """The lane whose head this desk calls, or -1; newcomers who would go first are called."""
        mine = self._line.desks[desk].lanes
        turns, sources = [inf, inf], [-1, -1]
        for lane, handicap, side in mine:
            people = self._lanes[lane]
            while people and people[0].errand >= 0 and self._is_elsewhere(lane, now):
                pass
            if people:
                turn = people[0].turn + handicap
                if turn < turns[side]:
                    turns[side], sources[side] = turn, lane
        side, limits = self._side(desk, turns) if self._by_turns else (0, turns)
        for lane, handicap, own_side in mine:
            newcomers = self._newcomers[lane]
            while newcomers and newcomers[-1].turn + handicap < limits[own_side]:
                self._note(newcomers.pop().slot, now)
        return sources[side]

    def _side(self, desk: int, turns: list[Turn]) -> tuple[int, list[Turn]]:
        """Which side's head this desk calls, and before which turns of each it calls newcomers."""
        first = int(turns[1] < turns[0])
        if turns[first] < BEFORE_POLICY:
            return first, [turns[first]] * 2
        in_turn = side_in_turn(self._line.policy, self._sides[desk])
        side = _SIDES.index(in_turn)
        if inf in turns:
            limits = [t if s == side or turns[1 - s] == inf else -inf for s, t in enumerate(turns)]
            return first, limits
        self._sides[desk].appendleft(in_turn)
        return side, [t if s == side else -inf for s, t in enumerate(turns)]

    def _note(self, slot: int, now: float) -> None:
        if self._called[slot] == inf:
            self._called[slot] = now
            self._open_slots -= 1

    def _leave(self, errand: int, over: float) -> None:
        """The errand's person is at a counter until `over`; see to what follows then."""
        self._away[errand] = over
        self._together[errand] -= 1
        if self._together[errand] == 0:
            for arrival in self._line.errands[errand].planned:
                self._expect(over, arrival)

    def _is_elsewhere(self, lane: int, now: float) -> bool:
        """Whether the head of `lane` is at another counter; if so it comes back to its place."""
        head = self._lanes[lane][0]
        until = self._away[head.errand]
        if until <= now:
            return False
        heappop(self._lanes[lane])
        self._expect(until, Arrival(lane, head))
        return True

    def _expect(self, at: float, arrival: Arrival) -> None:
        self._arrivals.append(arrival)
        heappush(self._events, (at, ~(len(self._arrivals) - 1)))

    def _arrive(self, now: float, arrival: Arrival) -> None:
        heappush(self._lanes[arrival.lane], arrival.person)
        idle = self._idle[arrival.lane]
        if idle:
            desk = idle[0]
            for each in self._line.desks[desk].lanes:
                self._idle[each.lane].remove(desk)
            heappush(self._events, (now, desk))

    def _stay(self, number: int) -> float:
        """How long the next person of such a queue takes up the counter."""
        served, absent, absent_share, _ = self._line.stays[number]
        random = self._random.random
        if random() < absent_share:
            return absent
        return served[int(random() * len(served))] * self._pace[number]


_SIDES = (Side.WALK_IN, Side.APPOINTMENT)
