"""Reads a hall file: YAML that a person wrote, checked to the last reference.

All faults are found in one go, each with its line and what to do about it.
"""

from __future__ import annotations

import difflib
from collections import Counter as Tally
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path as FilePath
from typing import Annotated, Any, Literal
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from common.domain import hall as domain
from common.domain.calendar import Calendar, Hours
from common.domain.ids import (
    BundleCode,
    ClassCode,
    ClerkLogin,
    CounterCode,
    DepartmentCode,
    HallCode,
    QueueCode,
    ServiceCode,
    ZoneCode,
)
from common.domain.number import PREFIX
from common.domain.text import Text
from common.operations.hall_file_words import explain
from common.operations.yaml_document import Document, HallFileWrong, Path, Problem, read_document


@dataclass(frozen=True, slots=True)
class NewClerk:
    """A clerk as the hall file names one; exactly one of the two secrets is set."""

    login: ClerkLogin
    name: Text
    password: str | None
    password_hash: str | None


@dataclass(frozen=True, slots=True)
class HallFile:
    """A hall file without faults."""

    hall: domain.Hall
    clerks: tuple[NewClerk, ...]


# What the file may hold. A model's fields are the keys; anything else is refused.

_Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,32}$")]
_Words = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
_Count = Annotated[int, Field(ge=0, le=10_000)]
_Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Text(_Model):
    zh: _Words
    en: _Words

    def value(self) -> Text:
        return Text(zh=self.zh, en=self.en)


class _Hall(_Model):
    code: _Code
    name: _Text
    address: _Text
    time_zone: str
    phone: Annotated[str, StringConstraints(max_length=64)]


_From = Field(alias="from")


class _Hours(_Model):
    from_: Annotated[_Clock, _From]
    to: _Clock


class _Days(_Model):
    monday: list[_Hours] = []
    tuesday: list[_Hours] = []
    wednesday: list[_Hours] = []
    thursday: list[_Hours] = []
    friday: list[_Hours] = []
    saturday: list[_Hours] = []
    sunday: list[_Hours] = []


class _Calendar(_Model):
    always: bool = False
    days: _Days


class _Rules(_Model):
    calls_before_miss: Annotated[int, Field(ge=1, le=20)] = 3
    reinstate_after: _Count = 3
    reinstate_limit: _Count = 1
    wait_caution_minutes: Annotated[int, Field(ge=1, le=600)] = 20
    wait_alarm_minutes: Annotated[int, Field(ge=1, le=600)] = 30


class _Zone(_Model):
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]
    floor: Annotated[int, Field(ge=-9, le=200)]
    name: _Text


class _Department(_Model):
    code: _Code
    name: _Text


class _Queue(_Model):
    code: str
    zone: str
    alarm_waiting: Annotated[int, Field(ge=1, le=10_000)] = 20
    name: _Text


class _PriorityClass(_Model):
    code: _Code
    head_start_minutes: Annotated[int, Field(ge=0, le=240)]
    break_glass: bool = False
    self_service: bool = False
    name: _Text


class _Material(_Model):
    code: _Code
    name: _Text
    kind: _Text


_NO_FEE = {"zh": "不收费", "en": "Free of charge"}


class _Service(_Model):
    code: _Code
    queue: str
    department: str
    service_minutes: Annotated[int, Field(ge=1, le=480)]
    promised_days: _Count
    online: bool = False
    popular: bool = False
    materials: list[str] = []
    fee: _Text = _Text(**_NO_FEE)
    name: _Text


class _Stage(_Model):
    mode: Literal["serial", "parallel"]
    services: Annotated[list[str], Field(min_length=1)]


class _Bundle(_Model):
    code: _Code
    lead: str
    name: _Text
    stages: Annotated[list[_Stage], Field(min_length=1)]


class _Counter(_Model):
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]?[0-9]{1,4}$")]
    zone: str
    kind: Literal["comprehensive", "department", "bundle", "enterprise", "collection", "resolution"]
    queues: Annotated[list[str], Field(min_length=1)]
    handicap_minutes: dict[str, Annotated[int, Field(ge=0, le=240)]] = {}
    accessible: bool = False
    name: _Text


class _Texts(_Model):
    slip_rules: list[_Text] = []
    ticker: list[_Text] = []
    notices: list[_Text] = []


class _Clerk(_Model):
    login: Annotated[str, StringConstraints(pattern=r"^[a-z0-9._-]{1,64}$")]
    name: _Text
    password: Annotated[str, StringConstraints(min_length=8, max_length=128)] | None = None
    password_hash: Annotated[str, StringConstraints(pattern=r"^\$argon2id\$")] | None = None


class _File(_Model):
    hall: _Hall
    calendar: _Calendar
    rules: _Rules = _Rules()
    zones: Annotated[list[_Zone], Field(min_length=1)]
    departments: Annotated[list[_Department], Field(min_length=1)]
    queues: Annotated[list[_Queue], Field(min_length=1)]
    priority_classes: Annotated[list[_PriorityClass], Field(min_length=1)]
    materials: list[_Material] = []
    services: Annotated[list[_Service], Field(min_length=1)]
    bundles: list[_Bundle] = []
    counters: Annotated[list[_Counter], Field(min_length=1)]
    texts: _Texts = _Texts()
    clerks: list[_Clerk] = []


def read_hall_file(file: FilePath) -> HallFile:
    """The hall that `file` describes.

    Raises HallFileUnreadable when it is no text file, and HallFileWrong with every fault, its line,
    and what to do.
    """
    document = read_document(file)
    try:
        content = _File.model_validate(document.content)
    except ValidationError as error:
        problems = [_explain(document, e) for e in error.errors()]
        raise HallFileWrong(file, problems) from None
    faults = [Problem(document.line(path), message) for path, message in _faults(content)]
    if faults:
        raise HallFileWrong(file, faults)
    return _value(content)


_Fault = tuple[Path, Text]


def _explain(document: Document, error: ErrorDetails) -> Problem:
    path: Path = tuple(error["loc"])
    where = ".".join(str(step) for step in path if not isinstance(step, int)) or "hall"
    near = difflib.get_close_matches(str(path[-1]), _known_keys(path[:-1]), n=1) if path else []
    words = explain(
        where, error["type"], error.get("input"), error.get("ctx", {}), next(iter(near), None)
    )
    return Problem(document.line(path), words)


def _known_keys(path: Path) -> list[str]:
    model: type[BaseModel] = _File
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            inner = _inner_model(model.model_fields[step].annotation)
            if inner is None:
                return []
            model = inner
    return [field.alias or name for name, field in model.model_fields.items()]


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_inner_model, getattr(annotation, "__args__", ()))), None)


# What pydantic cannot see: numbers that are there twice, names of things that are not there.


def _faults(file: _File) -> Iterator[_Fault]:
    yield from _repeated("zones", (z.code for z in file.zones))
    yield from _repeated("departments", (d.code for d in file.departments))
    yield from _repeated("queues", (q.code for q in file.queues))
    yield from _repeated("priority_classes", (p.code for p in file.priority_classes))
    yield from _repeated("materials", (m.code for m in file.materials))
    yield from _repeated("services", (s.code for s in file.services))
    yield from _repeated("bundles", (b.code for b in file.bundles))
    yield from _repeated("counters", (c.code for c in file.counters))
    yield from _repeated("clerks", (c.login for c in file.clerks), "login")
    yield from _shared_codes(file)
    yield from _faulty_hall(file)
    yield from _faulty_queues(file)
    yield from _faulty_services(file)
    yield from _faulty_bundles(file)
    yield from _faulty_counters(file)
    yield from _faulty_clerks(file)


_ZONE = Text(zh="功能区", en="zone")
_QUEUE = Text(zh="队列", en="queue")
_SERVICE = Text(zh="事项", en="service")
_MATERIAL = Text(zh="材料", en="material")
_DEPARTMENT = Text(zh="部门", en="department")


def _faulty_hall(file: _File) -> Iterator[_Fault]:
    if file.hall.time_zone not in available_timezones():
        yield (
            ("hall", "time_zone"),
            Text(
                zh=f"没有时区 {file.hall.time_zone}，例如 Asia/Shanghai",
                en=f"there is no time zone {file.hall.time_zone}; for example Asia/Shanghai",
            ),
        )
    for day, hours in file.calendar.days:
        for i, stretch in enumerate(hours):
            if stretch.from_ >= stretch.to:
                yield (
                    ("calendar", "days", day, i),
                    Text(
                        zh=f"结束时间 {stretch.to} 应晚于开始时间 {stretch.from_}",
                        en=f"{stretch.to} must be later than {stretch.from_}",
                    ),
                )
    if domain.ORDINARY not in {p.code for p in file.priority_classes}:
        yield (
            ("priority_classes",),
            Text(
                zh=f"缺少普通类别 {domain.ORDINARY}，请补上",
                en=f"the ordinary class {domain.ORDINARY} is missing; add it",
            ),
        )
    if file.rules.wait_caution_minutes >= file.rules.wait_alarm_minutes:
        yield (
            ("rules", "wait_caution_minutes"),
            Text(
                zh="提醒时间应小于告警时间 wait_alarm_minutes",
                en="the caution must come before wait_alarm_minutes",
            ),
        )


def _faulty_queues(file: _File) -> Iterator[_Fault]:
    zones = {zone.code for zone in file.zones}
    served = {code for counter in file.counters for code in counter.queues}
    for i, queue in enumerate(file.queues):
        yield from _faulty_prefix(("queues", i, "code"), queue.code)
        yield from _dangling(("queues", i, "zone"), queue.zone, zones, _ZONE)
        if queue.code not in served:
            yield (
                ("queues", i, "code"),
                Text(
                    zh=f"没有窗口办理队列 {queue.code}，请在 counters 中加入",
                    en=f"no counter serves queue {queue.code}; add it to a counter's queues",
                ),
            )


def _faulty_services(file: _File) -> Iterator[_Fault]:
    queues = {queue.code for queue in file.queues}
    departments = {department.code for department in file.departments}
    materials = {material.code for material in file.materials}
    for i, service in enumerate(file.services):
        at = ("services", i)
        yield from _dangling((*at, "queue"), service.queue, queues, _QUEUE)
        yield from _dangling((*at, "department"), service.department, departments, _DEPARTMENT)
        for code in service.materials:
            yield from _dangling((*at, "materials"), code, materials, _MATERIAL)


def _faulty_bundles(file: _File) -> Iterator[_Fault]:
    departments = {department.code for department in file.departments}
    services = {service.code for service in file.services}
    for i, bundle in enumerate(file.bundles):
        yield from _dangling(("bundles", i, "lead"), bundle.lead, departments, _DEPARTMENT)
        for j, stage in enumerate(bundle.stages):
            path = ("bundles", i, "stages", j, "services")
            for code in stage.services:
                yield from _dangling(path, code, services, _SERVICE)


def _faulty_counters(file: _File) -> Iterator[_Fault]:
    zones = {zone.code for zone in file.zones}
    queues = {queue.code for queue in file.queues}
    for i, counter in enumerate(file.counters):
        at = ("counters", i)
        yield from _dangling((*at, "zone"), counter.zone, zones, _ZONE)
        yield from _repeated_in((*at, "queues"), counter.queues)
        for code in counter.queues:
            yield from _dangling((*at, "queues"), code, queues, _QUEUE)
        for code in set(counter.handicap_minutes) - set(counter.queues):
            yield (
                (*at, "handicap_minutes"),
                Text(
                    zh=f"窗口 {counter.code} 不办理队列 {code}，请先把它加入 queues",
                    en=f"counter {counter.code} does not serve queue {code}; "
                    "add it to queues first",
                ),
            )


def _faulty_clerks(file: _File) -> Iterator[_Fault]:
    for i, clerk in enumerate(file.clerks):
        if (clerk.password is None) == (clerk.password_hash is None):
            yield (
                ("clerks", i, "login"),
                Text(
                    zh=f"请为 {clerk.login} 填写 password 或 password_hash 其中之一",
                    en=f"give {clerk.login} either a password or a password_hash",
                ),
            )


def _faulty_prefix(path: Path, code: str) -> Iterator[_Fault]:
    if PREFIX.fullmatch(code):
        return
    if set("IO") & set(code.upper()):
        yield (
            path,
            Text(
                zh=f"前缀 {code} 含有 I 或 O，易与 1、0 混淆，请换一个字母",
                en=f"the prefix {code} has an I or O, which look like 1 and 0; "
                "choose another letter",
            ),
        )
    else:
        yield (
            path,
            Text(
                zh=f"前缀 {code} 应为 1 到 3 个大写字母",
                en=f"the prefix {code} must be one to three capital letters",
            ),
        )


def _repeated(section: str, codes: Iterable[str], key: str = "code") -> Iterator[_Fault]:
    seen: set[str] = set()
    for i, code in enumerate(codes):
        if code in seen:
            yield (
                (section, i, key),
                Text(
                    zh=f"{code} 已经用过，请换一个",
                    en=f"{code} is used twice in {section}; choose another",
                ),
            )
        seen.add(code)


def _repeated_in(path: Path, codes: Iterable[str]) -> Iterator[_Fault]:
    for code, times in Tally(codes).items():
        if times > 1:
            yield path, Text(zh=f"{code} 重复，请删去一个", en=f"{code} stands here twice")


def _shared_codes(file: _File) -> Iterator[_Fault]:
    """A service and a bundle, or a queue and a counter, may be asked for by code in one place."""
    services = {s.code for s in file.services}
    for i, bundle in enumerate(file.bundles):
        if bundle.code in services:
            yield (
                ("bundles", i, "code"),
                Text(
                    zh=f"{bundle.code} 已是事项编码，请换一个",
                    en=f"{bundle.code} is a service already; choose another code",
                ),
            )
    queues = {q.code for q in file.queues}
    for i, counter in enumerate(file.counters):
        if counter.code in queues:
            yield (
                ("counters", i, "code"),
                Text(
                    zh=f"{counter.code} 已是队列编码，请换一个",
                    en=f"{counter.code} is a queue already; choose another code",
                ),
            )


def _dangling(path: Path, code: str, known: set[str], what: Text) -> Iterator[_Fault]:
    if code in known:
        return
    near = difflib.get_close_matches(code, known, n=1)
    yield (
        path,
        Text(
            zh=f"没有{what.zh} {code}" + (f"，是否应为 {near[0]}？" if near else "，请先定义"),
            en=f"there is no {what.en} {code}"
            + (f"; did you mean {near[0]}?" if near else "; define it first"),
        ),
    )


# From the file's models to the hall's values.

_MINUTE = timedelta(minutes=1)


def _value(file: _File) -> HallFile:
    hall = domain.Hall(
        code=HallCode(file.hall.code),
        name=file.hall.name.value(),
        time_zone=file.hall.time_zone,
        phone=file.hall.phone,
        address=file.hall.address.value(),
        calendar=_calendar(file.calendar),
        rules=domain.Rules(
            reinstate_after=file.rules.reinstate_after,
            reinstate_limit=file.rules.reinstate_limit,
            wait_caution=file.rules.wait_caution_minutes * _MINUTE,
            wait_alarm=file.rules.wait_alarm_minutes * _MINUTE,
            calls_before_miss=file.rules.calls_before_miss,
        ),
        zones=tuple(domain.Zone(ZoneCode(z.code), z.name.value(), z.floor) for z in file.zones),
        departments=tuple(
            domain.Department(DepartmentCode(d.code), d.name.value()) for d in file.departments
        ),
        queues=tuple(
            domain.Queue(QueueCode(q.code), ZoneCode(q.zone), q.name.value(), q.alarm_waiting)
            for q in file.queues
        ),
        materials=tuple(
            domain.Material(m.code, m.name.value(), m.kind.value()) for m in file.materials
        ),
        services=tuple(
            domain.Service(
                code=ServiceCode(s.code),
                queue=QueueCode(s.queue),
                department=DepartmentCode(s.department),
                name=s.name.value(),
                materials=tuple(s.materials),
                service_minutes=s.service_minutes,
                promised_days=s.promised_days,
                online=s.online,
                popular=s.popular,
                fee=s.fee.value(),
            )
            for s in file.services
        ),
        bundles=tuple(
            domain.Bundle(
                BundleCode(b.code),
                b.name.value(),
                DepartmentCode(b.lead),
                tuple(
                    domain.Stage(
                        domain.StageMode(s.mode), tuple(ServiceCode(c) for c in s.services)
                    )
                    for s in b.stages
                ),
            )
            for b in file.bundles
        ),
        counters=tuple(
            domain.Counter(
                code=CounterCode(c.code),
                zone=ZoneCode(c.zone),
                kind=domain.CounterKind(c.kind),
                name=c.name.value(),
                queues=tuple(QueueCode(q) for q in c.queues),
                accessible=c.accessible,
                handicaps={
                    QueueCode(q): minutes * _MINUTE
                    for q, minutes in c.handicap_minutes.items()
                    if minutes
                },
            )
            for c in file.counters
        ),
        priority_classes=tuple(
            domain.PriorityClass(
                ClassCode(p.code),
                p.name.value(),
                p.head_start_minutes * _MINUTE,
                p.break_glass,
                p.self_service,
            )
            for p in file.priority_classes
        ),
        slip_rules=tuple(t.value() for t in file.texts.slip_rules),
        ticker=tuple(t.value() for t in file.texts.ticker),
        notices=tuple(t.value() for t in file.texts.notices),
    )
    clerks = tuple(
        NewClerk(ClerkLogin(c.login), c.name.value(), c.password, c.password_hash)
        for c in file.clerks
    )
    return HallFile(hall, clerks)


def _calendar(calendar: _Calendar) -> Calendar:
    days = (
        calendar.days.monday,
        calendar.days.tuesday,
        calendar.days.wednesday,
        calendar.days.thursday,
        calendar.days.friday,
        calendar.days.saturday,
        calendar.days.sunday,
    )
    return Calendar(
        days=tuple(
            (
                weekday,
                tuple(Hours(time.fromisoformat(h.from_), time.fromisoformat(h.to)) for h in hours),
            )
            for weekday, hours in enumerate(days)
            if hours
        ),
        always=calendar.always,
    )
