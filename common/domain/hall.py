"""The hall as its hall file describes it: places, queues, services, and the rules between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from common.domain.calendar import Calendar
from common.domain.errors import JiaohaoError
from common.domain.floor_plan import FloorPlan
from common.domain.guide import NO_GUIDE, Delivery, Effort, Guide, LifeStage, Site
from common.domain.ids import (
    BundleCode,
    ClassCode,
    CounterCode,
    DepartmentCode,
    HallCode,
    KioskCode,
    LifeStageCode,
    QueueCode,
    ServiceCode,
    ZoneCode,
)
from common.domain.kiosk import NO_PICTURES, Attract, HomeButton, Kiosk
from common.domain.slip_template import DEFAULT_TEMPLATE, SlipTemplate
from common.domain.text import Text


class UnknownService(JiaohaoError):
    code = "unknown_service"
    en = "There is no service or bundle {service}. The hall file lists the codes, such as FA002."
    zh = "没有事项或一件事 {service}。编码见大厅文件，例如 FA002。"


class UnknownQueue(JiaohaoError):
    code = "unknown_queue"
    en = "There is no queue {queue} in this hall. Known queues: {known}."
    zh = "本大厅没有队列 {queue}。现有队列：{known}。"


class UnknownCounter(JiaohaoError):
    code = "unknown_counter"
    en = "There is no counter {counter} in this hall. Check the number on the counter's screen."
    zh = "本大厅没有窗口 {counter}，请核对窗口号。"


class UnknownZone(JiaohaoError):
    code = "unknown_zone"
    en = "There is no zone {zone} in this hall. Known zones: {known}."
    zh = "本大厅没有功能区 {zone}。现有功能区：{known}。"


class UnknownClass(JiaohaoError):
    code = "unknown_class"
    en = "There is no priority class {priority}. Known classes: {known}."
    zh = "没有优先类别 {priority}。现有类别：{known}。"


class CounterKind(StrEnum):
    """What a counter is for; the words a citizen sees are its name."""

    COMPREHENSIVE = "comprehensive"
    DEPARTMENT = "department"
    BUNDLE = "bundle"
    ENTERPRISE = "enterprise"
    COLLECTION = "collection"
    RESOLUTION = "resolution"


KINDS_TO_CHOOSE = (CounterKind.COMPREHENSIVE, CounterKind.DEPARTMENT)
"""Who may be served by both may say by which: one does more, the other knows more of one thing."""
CHOSEN_KIND = {
    CounterKind.COMPREHENSIVE: Text("自选综合窗口", "chose a comprehensive window"),
    CounterKind.DEPARTMENT: Text("自选部门窗口", "chose a department window"),
}
"""Of whoever did, for the staff."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the hall with its own boards and colour; `code` is the letter on the signs."""

    code: ZoneCode
    name: Text
    floor: int


@dataclass(frozen=True, slots=True)
class Department:
    code: DepartmentCode
    name: Text


@dataclass(frozen=True, slots=True)
class Queue:
    """A waiting line. Its code is the prefix of its numbers."""

    code: QueueCode
    zone: ZoneCode
    name: Text
    alarm_waiting: int
    """So many people waiting make the line a matter for the supervisor."""
    half_hour_quota: int | None = None
    """So many numbers in each half hour, appointments included; None is without limit."""
    appointment_share: int = 0
    """Percent of the quota that can be booked ahead."""

    @property
    def places_to_book(self) -> int:
        """Places of one half hour that can be booked ahead."""
        return (self.half_hour_quota or 0) * self.appointment_share // 100


@dataclass(frozen=True, slots=True)
class Material:
    """A paper to bring. `kind` says in which shape: original, copy, checked by the system."""

    code: str
    name: Text
    kind: Text


@dataclass(frozen=True, slots=True)
class Service:
    """What a citizen comes for (事项)."""

    code: ServiceCode
    queue: QueueCode
    department: DepartmentCode
    name: Text
    materials: tuple[str, ...]
    service_minutes: int
    promised_days: int
    """Working days until the result; 0 is on the spot."""
    online: bool
    popular: bool
    fee: Text
    weekdays: tuple[int, ...] | None = None
    """The only weekdays on which it is done (0 is Monday); None is every day."""
    aliases: tuple[str, ...] = ()
    """What people call it (俗称), in whatever language: it is found by these words too."""
    life_stages: tuple[LifeStageCode, ...] = ()
    guide: Guide = NO_GUIDE


class StageMode(StrEnum):
    SERIAL = "serial"
    PARALLEL = "parallel"


@dataclass(frozen=True, slots=True)
class Stage:
    """Services of a bundle that are open at the same time."""

    mode: StageMode
    services: tuple[ServiceCode, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Several services done as one errand (一件事), stage after stage."""

    code: BundleCode
    name: Text
    lead: DepartmentCode
    stages: tuple[Stage, ...]
    aliases: tuple[str, ...] = ()
    life_stages: tuple[LifeStageCode, ...] = ()
    before: Effort | None = None
    """What it took while each service was an errand of its own."""
    after: Effort | None = None
    """What it takes as one errand."""
    delivery: Delivery | None = None

    @property
    def services(self) -> tuple[ServiceCode, ...]:
        """All its services, in the order of its stages."""
        return tuple(code for stage in self.stages for code in stage.services)


@dataclass(frozen=True, slots=True)
class Counter:
    """A numbered place. `queues` stand in the order in which it prefers them."""

    code: CounterCode
    zone: ZoneCode
    kind: CounterKind
    name: Text
    queues: tuple[QueueCode, ...]
    accessible: bool
    handicaps: Mapping[QueueCode, timedelta] = field(default_factory=dict)
    """How much later this counter takes a queue that it only helps out."""


@dataclass(frozen=True, slots=True)
class PriorityClass:
    """A head start over ordinary tickets, never an absolute jump unless `break_glass`."""

    code: ClassCode
    name: Text
    head_start: timedelta
    break_glass: bool
    self_service: bool
    """Whether a citizen may claim it at the kiosk (confirmed at the counter)."""
    appointment: bool = False
    """The lane of people who booked; a hall has at most one such class."""


class PolicyKind(StrEnum):
    """How one lane's head goes before another's."""

    HEAD_START = "head_start"
    """The longest wait, to which a class adds its head start."""
    RATIO = "ratio"
    """Appointments and walk-ins by turns; head start inside a side."""
    ABSOLUTE = "absolute"
    """Classes strictly by head start, the greater first; the longest wait inside a class."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Who goes first among the heads of the lanes."""

    kind: PolicyKind = PolicyKind.HEAD_START
    appointments: int = 1
    """Ratio only: so many appointments, then so many walk-ins, while both wait."""
    walk_ins: int = 2


class ReinstateRule(StrEnum):
    """Where a missed number comes back."""

    BEHIND = "behind"
    """Behind a few others."""
    END = "end"
    """At the end of its lane."""
    NEVER = "never"
    """Not at all: the person takes a new number."""


@dataclass(frozen=True, slots=True)
class AppointmentRules:
    """When people may book, come, and be late."""

    first_day: int = 1
    """The nearest day that can be booked, in working days from today."""
    last_day: int = 5
    check_in_before: timedelta = timedelta(minutes=30)
    """How long before the slot a person may check in."""
    grace: timedelta = timedelta(minutes=15)
    """So late the appointment still holds; later the person is a walk-in."""
    no_shows: int = 3
    """So many appointments not kept within `no_show_days` bar a person from booking."""
    no_show_days: int = 30
    barred_days: int = 30


@dataclass(frozen=True, slots=True)
class Rules:
    """The numbers of the hall's policy."""

    policy: Policy = Policy()
    calls_before_miss: int = 3
    """So many calls are made before a number counts as missed, and no more."""
    call_spacing: timedelta = timedelta(seconds=20)
    """The least time between two calls of one number."""
    reinstate: ReinstateRule = ReinstateRule.BEHIND
    reinstate_after: int = 3
    """With `ReinstateRule.BEHIND`: a missed ticket comes back behind so many others."""
    reinstate_limit: int = 1
    hold_limit: timedelta = timedelta(minutes=60)
    """Longer than that on hold is overdue; who left with the papers counts as missed then."""
    pause_alarm: timedelta = timedelta(minutes=15)
    """A counter that pauses for longer is a matter for the supervisor."""
    wait_caution: timedelta = timedelta(minutes=20)
    wait_alarm: timedelta = timedelta(minutes=30)
    appointments: AppointmentRules = AppointmentRules()
    forms_after_pickup: timedelta = timedelta(days=1)
    """So long a filled form stays readable once a counter has picked it up."""


ORDINARY = ClassCode("P0")
_LOOK_AHEAD_DAYS = 366


@dataclass(frozen=True, slots=True)
class Former:
    """What the hall no longer has, while numbers of the past still speak of it."""

    zones: tuple[Zone, ...] = ()
    departments: tuple[Department, ...] = ()
    queues: tuple[Queue, ...] = ()
    materials: tuple[Material, ...] = ()
    services: tuple[Service, ...] = ()
    bundles: tuple[Bundle, ...] = ()
    priority_classes: tuple[PriorityClass, ...] = ()


@dataclass(frozen=True)
class Hall:
    """One site. All look-ups raise the `Unknown…` error that names what was asked for.

    Services, bundles and classes are found in capital letters too when typed in small ones.
    """

    code: HallCode
    name: Text
    time_zone: str
    phone: str
    address: Text
    calendar: Calendar
    rules: Rules
    zones: tuple[Zone, ...]
    departments: tuple[Department, ...]
    queues: tuple[Queue, ...]
    materials: tuple[Material, ...]
    services: tuple[Service, ...]
    bundles: tuple[Bundle, ...]
    counters: tuple[Counter, ...]
    priority_classes: tuple[PriorityClass, ...]
    slip_rules: tuple[Text, ...]
    ticker: tuple[Text, ...]
    notices: tuple[Text, ...]
    kiosks: tuple[Kiosk, ...] = ()
    support_zones: tuple[Zone, ...] = ()
    """Parts of the hall where nobody is called: self-service machines, the guides' desk."""
    life_stages: tuple[LifeStage, ...] = ()
    sites: tuple[Site, ...] = ()
    former: Former = Former()
    ask_phone: bool = True
    """Whether the kiosk offers to enter a mobile number; nobody has to."""
    book_ahead: bool = True
    """Whether people book a time to come at the kiosk, where there are places to book."""
    home_buttons: tuple[HomeButton, ...] = tuple(HomeButton)
    """What the home page of its kiosks offers."""
    attract: Attract = NO_PICTURES
    slip: SlipTemplate = DEFAULT_TEMPLATE
    plans: tuple[FloorPlan, ...] = ()
    """Its floors on a grid, as far as it has drawn them."""
    practice: bool = False
    """A copy to practise in: what happens here concerns nobody, and every screen says so."""

    @cached_property
    def with_former(self) -> Hall:
        """The hall as it ever was: to tell of a number whose service or queue is gone."""
        ever = {
            part.name: getattr(self, part.name) + getattr(self.former, part.name)
            for part in fields(Former)
        }
        return replace(self, **ever, former=Former())

    @cached_property
    def _zones(self) -> dict[str, Zone]:
        return {zone.code: zone for zone in self.zones}

    @cached_property
    def _queues(self) -> dict[str, Queue]:
        return {queue.code: queue for queue in self.queues}

    @cached_property
    def _services(self) -> dict[str, Service]:
        return {service.code: service for service in self.services}

    @cached_property
    def _bundles(self) -> dict[str, Bundle]:
        return {bundle.code: bundle for bundle in self.bundles}

    @cached_property
    def _counters(self) -> dict[str, Counter]:
        return {counter.code: counter for counter in self.counters}

    @cached_property
    def _classes(self) -> dict[str, PriorityClass]:
        return {priority.code: priority for priority in self.priority_classes}

    @cached_property
    def _departments(self) -> dict[str, Department]:
        return {department.code: department for department in self.departments}

    @cached_property
    def _kiosks(self) -> dict[str, Kiosk]:
        return {kiosk.code: kiosk for kiosk in self.kiosks}

    @cached_property
    def _materials(self) -> dict[str, Material]:
        return {material.code: material for material in self.materials}

    @cached_property
    def _counters_of_queue(self) -> dict[str, tuple[Counter, ...]]:
        serving: dict[str, list[Counter]] = {queue.code: [] for queue in self.queues}
        for counter in self.counters:
            for queue in counter.queues:
                serving[queue].append(counter)
        return {queue: tuple(counters) for queue, counters in serving.items()}

    def zone(self, code: str) -> Zone:
        try:
            return self._zones[code]
        except KeyError:
            raise UnknownZone(zone=code, known=" ".join(self._zones)) from None

    def queue(self, code: str) -> Queue:
        try:
            return self._queues[code]
        except KeyError:
            raise UnknownQueue(queue=code, known=" ".join(self._queues)) from None

    def service(self, code: str) -> Service:
        found = _by_code(self._services, code)
        if found is None:
            raise UnknownService(service=code)
        return found

    def has_service(self, code: str) -> bool:
        return code in self._services

    def bundle(self, code: str) -> Bundle | None:
        """The bundle with this code; None when the code is not a bundle's."""
        return _by_code(self._bundles, code)

    def counter(self, code: str) -> Counter:
        try:
            return self._counters[code]
        except KeyError:
            raise UnknownCounter(counter=code) from None

    def is_counter(self, code: str) -> bool:
        return code in self._counters

    def priority_class(self, code: str) -> PriorityClass:
        found = _by_code(self._classes, code)
        if found is None:
            raise UnknownClass(priority=code, known=" ".join(self._classes))
        return found

    def department(self, code: str) -> Department:
        return self._departments[code]

    def material(self, code: str) -> Material:
        return self._materials[code]

    def kiosk(self, code: KioskCode) -> Kiosk:
        """The kiosk with this code; one that the hall file does not list is named by its code."""
        return self._kiosks.get(code) or Kiosk(code, Text(zh=code, en=code))

    def counters_of(self, queue: QueueCode) -> tuple[Counter, ...]:
        """Counters that serve `queue`; those of the queue's own zone first, then by number."""
        home = self.queue(queue).zone
        return tuple(sorted(self._counters_of_queue[queue], key=lambda c: (c.zone != home, c.code)))

    def main_counters_of(
        self, queue: QueueCode, kind: CounterKind | None = None
    ) -> tuple[Counter, ...]:
        """Counters whose first choice is `queue`; all that serve it when there is none.

        With a `kind`, as far as they are of it; a kind that does not serve the queue counts for
        none.
        """
        counters = self.counters_of(queue)
        counters = tuple(c for c in counters if kind in (None, c.kind)) or counters
        return tuple(c for c in counters if c.queues[0] == queue) or counters

    def place_of(self, queue: QueueCode, kind: CounterKind | None = None) -> Zone:
        """Where to go for `queue`: to its own zone, or to that of the counters of a `kind`."""
        counters = self.main_counters_of(queue, kind) if kind else ()
        return self.zone(counters[0].zone if counters else self.queue(queue).zone)

    def kinds_to_choose(self, queue: QueueCode, day: date) -> tuple[CounterKind, ...]:
        """The kinds of counter between which somebody may choose; none where there is one only."""
        working = self.calendar.open_counters(day)
        kinds = {
            counter.kind
            for counter in self._counters_of_queue[queue]
            if working is None or counter.code in working
        }
        return KINDS_TO_CHOOSE if kinds.issuperset(KINDS_TO_CHOOSE) else ()

    def materials_of(self, services: Iterable[ServiceCode]) -> tuple[Material, ...]:
        """What to bring for `services`, each material once, in order of first mention."""
        codes = dict.fromkeys(code for s in services for code in self.service(s).materials)
        return tuple(self.material(code) for code in codes)

    def is_done_on(self, service: Service, day: date) -> bool:
        """Whether `service` is done on `day`, as far as weekdays and working counters decide."""
        weekday = self.calendar.plan(day).weekday
        if service.weekdays is not None and weekday not in service.weekdays:
            return False
        working = self.calendar.open_counters(day)
        return working is None or any(
            counter.code in working for counter in self._counters_of_queue[service.queue]
        )

    def next_day_done(self, services: Collection[Service], today: date) -> date | None:
        """The first day after `today` on which numbers for all `services` are issued.

        None when that is not within a year.
        """
        days = (today + timedelta(days=ahead) for ahead in range(1, _LOOK_AHEAD_DAYS))
        return next(
            (
                day
                for day in days
                if (self.calendar.always or self.calendar.plan(day).issuing)
                and all(self.is_done_on(service, day) for service in services)
            ),
            None,
        )

    def services_of_department(self, department: DepartmentCode) -> tuple[Service, ...]:
        return tuple(s for s in self.services if s.department == department)

    def services_of_zone(self, zone: ZoneCode) -> tuple[Service, ...]:
        return tuple(s for s in self.services if self.queue(s.queue).zone == zone)

    def services_of_life_stage(self, stage: LifeStageCode) -> tuple[Service, ...]:
        return tuple(s for s in self.services if stage in s.life_stages)

    def bundles_of_life_stage(self, stage: LifeStageCode) -> tuple[Bundle, ...]:
        return tuple(b for b in self.bundles if stage in b.life_stages)

    def sites_of(self, services: Iterable[ServiceCode]) -> tuple[Site, ...]:
        """Where else all of `services` are done, in the order of the hall file."""
        named = [self.service(code).guide.sites for code in services]
        return tuple(site for site in self.sites if all(site.code in codes for codes in named))

    @cached_property
    def appointment_class(self) -> PriorityClass | None:
        """The lane of people who booked; None in a hall without appointments."""
        return next((c for c in self.priority_classes if c.appointment), None)

    @property
    def popular_services(self) -> tuple[Service, ...]:
        return tuple(s for s in self.services if s.popular)


_Thing = TypeVar("_Thing")


def _by_code(things: Mapping[str, _Thing], code: str) -> _Thing | None:
    """As it is written, else as people type it: most codes are in capital letters."""
    return things.get(code) or things.get(code.upper())
