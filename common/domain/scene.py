"""All of a hall that decides how long people wait, and how it becomes a game to play forward."""

from __future__ import annotations

from collections import Counter as Counts
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import log, sqrt
from typing import NamedTuple

from common.domain.forward import (
    BEFORE_POLICY,
    Arrival,
    Crossing,
    Desk,
    Errand,
    Lane,
    Line,
    Newcomer,
    Occupied,
    Person,
    Stays,
    Turn,
)
from common.domain.hall import (
    KINDS_TO_CHOOSE,
    Counter,
    CounterKind,
    Hall,
    PolicyKind,
    PriorityClass,
)
from common.domain.ids import ClassCode, CounterCode, LegId, QueueCode, TicketId
from common.domain.ticket import Leg, LegState

FEWEST_SAMPLES = 5
"""With fewer recent services of a queue nothing is said about it."""


class Standing(NamedTuple):
    """As much of a waiting leg as the estimate needs."""

    leg: LegId
    ticket: TicketId
    queue: QueueCode
    lane: ClassCode
    ready_at: datetime
    order: int
    only_counter: CounterCode | None
    comes_back: bool
    only_kind: CounterKind | None = None


@dataclass(frozen=True, slots=True)
class ServingCounter:
    """A counter that calls people now."""

    counter: Counter
    """With the queues that it serves now."""
    person: Leg | None
    """The leg called to it or served at it."""


@dataclass(frozen=True)
class Scene:
    """A hall at one moment."""

    hall: Hall
    now: datetime
    counters: Sequence[ServingCounter]
    waiting: Sequence[Standing]
    later: Sequence[Leg] = ()
    """Planned and blocked legs: they join their lanes when their people are free for them."""
    stays: Mapping[QueueCode, Sequence[float]] = field(default_factory=dict)
    """How many seconds each of the latest people of a queue took up a counter."""
    absent_share: float = 0.0
    """How many of those who are called do not come."""
    arrivals: Mapping[tuple[QueueCode, ClassCode], float] = field(default_factory=dict)
    """People a second who took a number lately."""


@dataclass(frozen=True, slots=True)
class Part:
    """Counters of a hall that are tied to each other by the queues that they share."""

    counters: tuple[ServingCounter, ...]
    queues: frozenset[QueueCode]
    usual: Mapping[QueueCode, float]
    """For each queue, the mean stay in all queues that share its counters, in seconds."""

    @property
    def places(self) -> frozenset[QueueCode | CounterCode]:
        """Where a leg of this part may wait."""
        return self.queues.union(one.counter.code for one in self.counters)


def parts(scene: Scene) -> list[Part]:
    """The hall in parts that do not take each other's people.

    A small hall is one part: then people with stops in several zones are seen everywhere.
    """
    found: list[tuple[list[ServingCounter], set[QueueCode]]] = []
    for counter in scene.counters:
        queues = set(counter.counter.queues)
        tied = [part for part in found if part[1] & queues]
        found = [part for part in found if not part[1] & queues]
        counters = [*(one for part in tied for one in part[0]), counter]
        found.append((counters, queues.union(*(part[1] for part in tied))))
    divided = [_part(scene, counters, queues) for counters, queues in found]
    if len(scene.counters) + len(scene.waiting) > _SMALL or not divided:
        return divided
    return [
        Part(
            tuple(one for part in divided for one in part.counters),
            frozenset().union(*(part.queues for part in divided)),
            {queue: mean for part in divided for queue, mean in part.usual.items()},
        )
    ]


def _part(scene: Scene, counters: Sequence[ServingCounter], queues: Collection[QueueCode]) -> Part:
    stays = [seconds for queue in sorted(queues) for seconds in scene.stays.get(queue, ())]
    mean = sum(stays) / len(stays) if stays else 0.0
    return Part(tuple(counters), frozenset(queues), dict.fromkeys(queues, mean))


_Place = QueueCode | CounterCode | tuple[QueueCode, CounterKind]
"""Where people stand: in a queue, for one counter, or in a queue for one kind of counter."""
Slot = tuple[QueueCode, ClassCode] | tuple[QueueCode, ClassCode, CounterKind] | LegId
"""Whose wait is asked: of a number taken now, for any counter or one kind; or of a leg."""


def set_up(
    scene: Scene, part: Part, queues: Collection[QueueCode], legs: Collection[LegId]
) -> tuple[Line, list[Slot]] | None:
    """One part of the hall as a game, and what its slots are: new numbers in `queues`, and `legs`.

    Queues and legs of which too little is known have no slot; None when nothing is left to ask.
    """
    table = _Table(scene, part)
    table.put_waiting(legs)
    table.put_newcomers(queues)
    return (table.line(), table.slots) if table.slots else None


class _Table:
    def __init__(self, scene: Scene, part: Part) -> None:
        self._scene, self._part = scene, part
        self._policy = scene.hall.rules.policy
        self._sides = (0, 1) if self._policy.kind is PolicyKind.RATIO else (0,)
        self._here = {one.counter.code for one in part.counters}
        # In an order that is the same in every process: it decides what is drawn for whom.
        self._known = sorted(
            q for q in part.queues if len(scene.stays.get(q, ())) >= FEWEST_SAMPLES
        )
        self.slots: list[Slot] = []
        self._lanes: dict[tuple[_Place, int], int] = {}
        self._people: list[list[Person]] = []
        self._newcomers: list[list[Newcomer]] = []
        self._stays: dict[QueueCode, int] = {}
        self._errands: list[Errand] = []
        self._errand_of: dict[TicketId, int] = {}
        self._tie_errands()

    def put_waiting(self, legs: Collection[LegId]) -> None:
        for one in self._scene.waiting:
            if self._is_here(one):
                slot = self._slot(one.leg) if one.leg in legs and one.queue in self._known else -1
                lane, person = self._arrival(one, slot)
                self._people[lane].append(person)

    def put_newcomers(self, queues: Collection[QueueCode]) -> None:
        for queue in self._known:
            if queue not in queues:
                continue
            for priority in self._scene.hall.priority_classes:
                if not priority.break_glass:
                    slot = self._slot((queue, priority.code))
                    lane = self._lane(queue, priority)
                    self._newcomers[lane].append(Newcomer(self._turn(priority, 0.0), slot))
                    for kind in self._kinds_of(queue):
                        slot = self._slot((queue, priority.code, kind))
                        lane = self._lane((queue, kind), priority)
                        self._newcomers[lane].append(Newcomer(self._turn(priority, 0.0), slot))
        for newcomers in self._newcomers:
            newcomers.sort(reverse=True)

    def line(self) -> Line:
        desks = list(self._desks())
        crossings = list(self._crossings())
        return Line(
            policy=self._policy,
            desks=desks,
            lanes=self._people,
            stays=[self._stays_of(queue) for queue in self._stays],
            newcomers=self._newcomers,
            errands=self._errands,
            crossings=crossings,
            slots=len(self.slots),
        )

    # Lanes and turns

    def _is_here(self, one: Standing | Leg) -> bool:
        if one.only_counter is None:
            return one.queue in self._part.queues
        return one.only_counter in self._here

    def _kinds_of(self, queue: QueueCode) -> Iterable[CounterKind]:
        """The kinds of open counter between which somebody may choose."""
        serving = {c.counter.kind for c in self._part.counters if queue in c.counter.queues}
        return KINDS_TO_CHOOSE if serving.issuperset(KINDS_TO_CHOOSE) else ()

    def _lane(self, place: _Place, priority: PriorityClass) -> int:
        side = int(priority.appointment) if len(self._sides) > 1 else 0
        return self._lane_on(place, side)

    def _lane_on(self, place: _Place, side: int) -> int:
        number = self._lanes.setdefault((place, side), len(self._people))
        if number == len(self._people):
            self._people.append([])
            self._newcomers.append([])
        return number

    def _arrival(self, one: Standing | Leg, slot: int = -1) -> Arrival:
        priority = self._scene.hall.with_former.priority_class(one.lane)
        ready = (one.ready_at - self._scene.now).total_seconds()
        turn = 2 * BEFORE_POLICY + ready if one.comes_back else self._turn(priority, ready)
        errand = self._errand_of.get(one.ticket, -1)
        person = Person(turn, one.order, self._stay(one.queue), slot, errand)
        kind = (one.queue, one.only_kind) if one.only_kind else one.queue
        return Arrival(self._lane(one.only_counter or kind, priority), person)

    def _turn(self, priority: PriorityClass, ready: float) -> Turn:
        """As the hall's policy ranks who stands so since `ready`, in one number."""
        if priority.break_glass:
            return 3 * BEFORE_POLICY + ready * _OUTRANKS
        head_start = priority.head_start.total_seconds()
        if self._policy.kind is PolicyKind.ABSOLUTE:
            return ready - head_start * _OUTRANKS
        return ready - head_start

    def _slot(self, asked: Slot) -> int:
        self.slots.append(asked)
        return len(self.slots) - 1

    # Counters

    def _desks(self) -> Iterator[Desk]:
        for one in self._scene.counters:
            errand = self._errand_of.get(one.person.ticket, -1) if one.person else -1
            if one.counter.code in self._here:
                yield Desk(tuple(self._lanes_of(one.counter)), self._occupied(one.person, errand))
            elif errand >= 0:
                yield Desk((), self._occupied(one.person, errand))

    def _lanes_of(self, counter: Counter) -> Iterator[Lane]:
        absolute = self._policy.kind is PolicyKind.ABSOLUTE
        handicaps = {} if absolute else counter.handicaps
        for side in self._sides:
            for queue in counter.queues:
                handicap = handicaps.get(queue, timedelta(0)).total_seconds()
                yield Lane(self._lane_on(queue, side), handicap, side)
                if ((queue, counter.kind), side) in self._lanes:
                    yield Lane(self._lane_on((queue, counter.kind), side), handicap, side)
            if (counter.code, side) in self._lanes:
                yield Lane(self._lane_on(counter.code, side), 0.0, side)

    def _occupied(self, person: Leg | None, errand: int) -> Occupied | None:
        if person is None:
            return None
        elapsed = _since_called(person, self._scene.now)
        return Occupied(_rests(self._stays_of(person.queue).served, elapsed), errand)

    # Service times

    def _stay(self, queue: QueueCode) -> int:
        return self._stays.setdefault(queue, len(self._stays))

    def _stays_of(self, queue: QueueCode) -> Stays:
        """Of its own latest people; where these are few, so are they like their neighbours."""
        scene = self._scene
        served: Sequence[float] = scene.stays.get(queue, ())
        if len(served) < FEWEST_SAMPLES:
            served = [s for other in self._known for s in scene.stays[other]]
        usual = self._part.usual.get(queue, 0.0)
        mean = sum(served) / len(served)
        doubt = _doubt(served, mean)
        if usual:
            share = len(served) / (len(served) + _LIKE_NEIGHBOURS)
            pace = share + (1 - share) * usual / mean
            served = [seconds * pace for seconds in served]
        rules = scene.hall.rules
        absent = rules.calls_before_miss * rules.call_spacing.total_seconds()
        return Stays(tuple(served), absent, scene.absent_share, doubt)

    # Who comes later

    def _tie_errands(self) -> None:
        """Tickets with more stops than one, of which the game has to know."""
        planned: dict[TicketId, list[Leg]] = defaultdict(list)
        blocked: dict[TicketId, list[Leg]] = defaultdict(list)
        for leg in self._scene.later:
            (planned if leg.state is LegState.PLANNED else blocked)[leg.ticket].append(leg)
        together = Counts(one.ticket for one in self._scene.waiting)
        together.update(leg.ticket for legs in blocked.values() for leg in legs)
        together.update(one.person.ticket for one in self._scene.counters if one.person)
        several = {t for t, stops in together.items() if stops > 1} | set(planned)
        self._errand_of.update((ticket, number) for number, ticket in enumerate(sorted(several)))
        for ticket in self._errand_of:
            nearest = min((leg.stage for leg in planned[ticket]), default=0)
            self._errands.append(
                Errand(
                    together[ticket],
                    self._arrivals(blocked[ticket]),
                    self._arrivals(leg for leg in planned[ticket] if leg.stage == nearest),
                )
            )

    def _arrivals(self, legs: Iterable[Leg]) -> tuple[Arrival, ...]:
        return tuple(self._arrival(leg) for leg in legs if self._is_here(leg))

    def _crossings(self) -> Iterator[Crossing]:
        """Who takes a number from now on and goes before people who wait already."""
        lag = max(
            (h.total_seconds() for c in self._part.counters for h in c.counter.handicaps.values()),
            default=0.0,
        )
        for (queue, lane), rate in self._scene.arrivals.items():
            priority = self._scene.hall.with_former.priority_class(lane)
            if queue not in self._part.queues or priority.break_glass or not rate:
                continue
            until = lag + priority.head_start.total_seconds()
            by_rank = self._policy.kind is PolicyKind.ABSOLUTE and priority.head_start
            if by_rank or (self._policy.kind is PolicyKind.RATIO and priority.appointment):
                until = _FORESEEN
            if until:
                person = Person(self._turn(priority, 0.0), _LAST, self._stay(queue))
                yield Crossing(Arrival(self._lane(queue, priority), person), 1 / rate, until)


def _since_called(person: Leg, now: datetime) -> float:
    since = person.serving_since or person.last_called_at or now
    return max(0.0, (now - since).total_seconds() - person.held_seconds)


def _rests(served: Sequence[float], elapsed: float) -> tuple[float, ...]:
    """How much longer it takes when it took so long already."""
    longer = tuple(seconds - elapsed for seconds in served if seconds > elapsed)
    if longer:
        return longer
    mean = sum(served) / len(served)
    return tuple(-log(1 - (place + 0.5) / _SHARES) * mean / 2 for place in range(_SHARES))


def _doubt(served: Sequence[float], mean: float) -> float:
    """The standard error of their mean, as a share of it."""
    variance = sum((seconds - mean) ** 2 for seconds in served) / len(served)
    return sqrt(variance / (len(served) + _LIKE_NEIGHBOURS)) / mean if mean else 0.0


_SMALL = 300
"""Counters and waiting people that are soon played all together."""
_LIKE_NEIGHBOURS = 30
"""So many people of the queues that share its counters count for the pace of a queue."""
_SHARES = 10
"""Nobody known ever took so long: an exponential rest in so many equal shares, half as long on
average as a whole service."""
_OUTRANKS = 1e4
"""So much more than a second of waiting counts a second of head start where classes go strictly
first, and a second of a break-glass ticket, whom no handicap holds back."""
_FORESEEN = 3600.0
"""For how long arrivals are expected to come as they came lately."""
_LAST = 1 << 30
