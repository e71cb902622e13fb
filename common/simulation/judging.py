"""Is what people are told about their wait true? Each number's range, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from enum import StrEnum
from statistics import fmean, median

from common.domain.estimate import WaitRange, expected_waits
from common.domain.ids import ClerkLogin, CounterCode, QueueCode, SessionId, TicketId
from common.domain.scene import FEWEST_SAMPLES, Scene
from common.domain.session import Clerk, Session
from common.domain.text import Text
from common.operations.ids import new_id
from common.operations.results import Called, Issued
from common.operations.waits import scene_of
from common.store import Store

_MINUTE = timedelta(minutes=1)


class Group(StrEnum):
    ALL = "all"
    FROM_5 = "told_5_minutes_or_more"
    ABOUT_20 = "told_15_to_25_minutes"


@dataclass(frozen=True, slots=True)
class Told:
    """What one person was told, or would have been, and how long they waited; in minutes."""

    queue: QueueCode
    shown: WaitRange | None
    naive: float | None
    waited: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """How well the ranges of some people agree with their true waits."""

    people: int
    shown: int
    """Those who were told a range."""
    inside: float
    """Share of these whose true wait lies in it."""
    error: float
    """Median distance of the range's middle from the true wait, in minutes."""
    naive_error: float
    """The same of people ahead, times their average service, over the open counters."""
    width: float
    """Median of the ranges, in minutes."""
    waited: float
    """Median of the true waits, in minutes."""

    @classmethod
    def of(cls, told: Sequence[Told]) -> Verdict | None:
        """None when nobody was told anything."""
        ranges = [(one.shown, one.naive, one.waited) for one in told if one.shown]
        if not ranges:
            return None
        return cls(
            people=len(told),
            shown=len(ranges),
            inside=fmean(r.shortest <= waited <= r.longest for r, _, waited in ranges),
            error=median(abs(r.middle - waited) for r, _, waited in ranges),
            naive_error=median(abs(n - waited) for _, n, waited in ranges if n is not None),
            width=median(r.longest - r.shortest for r, _, _ in ranges),
            waited=median(waited for _, _, waited in ranges),
        )


@dataclass(slots=True)
class Judge:
    """Watches a simulated day. The staffed counters are signed in, as in a hall that is open."""

    staffed: Iterable[CounterCode]
    every: int = 1
    """Of so many numbers one is judged."""
    told: list[Told] = field(default_factory=list)
    _numbers: int = 0
    _open: dict[TicketId, tuple[Issued, WaitRange | None, float | None]] = field(
        default_factory=dict
    )

    def issued(self, store: Store, issued: Issued) -> None:
        """Note what the slip says."""
        if self._numbers == 0:
            _sign_in(store, self.staffed)
        self._numbers += 1
        if self._numbers % self.every:
            return
        with store.read() as tx:
            legs = [leg.id for leg in tx.legs_of(issued.ticket)]
            scene = scene_of(tx)
        shown = expected_waits(scene, (), legs).tickets.get(issued.ticket)
        self._open[issued.ticket] = issued, shown, _naive(scene, issued)

    def called(self, called: Called, queue: QueueCode, waited: timedelta) -> None:
        """The first call of a number ends what its slip spoke of."""
        noted = self._open.pop(called.ticket, None)
        if noted is not None:
            issued, shown, naive = noted
            minutes = (called.at - issued.issued_at) / _MINUTE
            self.told.append(Told(issued.queue, shown, naive, minutes))

    def verdicts(self) -> dict[Group, Verdict]:
        """Of all people, and by how long a wait they were told; without groups of nobody."""
        middles = [(one, one.shown.middle if one.shown else 0.0) for one in self.told]
        groups = {
            Group.ALL: self.told,
            Group.FROM_5: [one for one, middle in middles if middle >= 5],
            Group.ABOUT_20: [one for one, middle in middles if 15 <= middle <= 25],
        }
        found = {group: Verdict.of(told) for group, told in groups.items()}
        return {group: verdict for group, verdict in found.items() if verdict is not None}

    def facts(self) -> dict[str, dict[str, float]]:
        """The same for programs."""
        return {group.value: asdict(verdict) for group, verdict in self.verdicts().items()}


def _naive(scene: Scene, issued: Issued) -> float | None:
    """People ahead, times the average of their queue, over the counters open for it; in minutes."""
    stays = scene.stays.get(issued.queue, ())
    counters = sum(issued.queue in one.counter.queues for one in scene.counters)
    if len(stays) < FEWEST_SAMPLES or not counters:
        return None
    return issued.ahead * fmean(stays) / counters / 60


def _sign_in(store: Store, counters: Iterable[CounterCode]) -> None:
    with store.write() as tx:
        for counter in counters:
            login, name = ClerkLogin(f"judged-{counter}"), Text(counter, counter)
            tx.staff.add([Clerk(login, name, "")])
            tx.staff.open_session(Session(SessionId(new_id()), login, name, counter, tx.now))
