"""What pydantic cannot see: numbers that are there twice, names of things that are not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zoneinfo import available_timezones

from common.domain.hall import ORDINARY
from common.domain.kiosk import HomeButton
from common.domain.number import PREFIX
from common.domain.password import faults_in_words, password_faults
from common.domain.text import Text
from common.operations.hall_file.calendar_faults import faulty_calendar
from common.operations.hall_file.document import Path
from common.operations.hall_file.form import FileForm
from common.operations.hall_file.guide_faults import faulty_guides
from common.operations.hall_file.plan_faults import faulty_plans
from common.operations.hall_file.references import Fault, dangling, repeated_in


def faults(file: FileForm) -> Iterator[Fault]:
    """Everything that is wrong between the parts of a file whose parts are right."""
    yield from _repeated("zones", (z.code for z in file.zones))
    yield from _repeated("departments", (d.code for d in file.departments))
    yield from _repeated("queues", (q.code for q in file.queues))
    yield from _repeated("priority_classes", (p.code for p in file.priority_classes))
    yield from _repeated("materials", (m.code for m in file.materials))
    yield from _repeated("services", (s.code for s in file.services))
    yield from _repeated("bundles", (b.code for b in file.bundles))
    yield from _repeated("counters", (c.code for c in file.counters))
    yield from _repeated("kiosks", (k.code for k in file.kiosks))
    yield from _repeated("life_stages", (s.code for s in file.life_stages))
    yield from _repeated("sites", (s.code for s in file.sites))
    yield from _repeated("support_zones", (z.code for z in file.support_zones))
    yield from _repeated("clerks", (c.login for c in file.clerks), "login")
    yield from _shared_codes(file)
    yield from _faulty_hall(file)
    yield from faulty_calendar(file.calendar, {counter.code for counter in file.counters})
    yield from _faulty_appointments(file)
    yield from _faulty_queues(file)
    yield from _faulty_services(file)
    yield from _faulty_bundles(file)
    yield from faulty_guides(file)
    yield from _faulty_counters(file)
    yield from _faulty_clerks(file)
    yield from _faulty_kiosks(file)
    yield from faulty_plans(file)


_ZONE = Text(zh="功能区", en="zone")
_QUEUE = Text(zh="队列", en="queue")
_SERVICE = Text(zh="事项", en="service")
_MATERIAL = Text(zh="材料", en="material")
_DEPARTMENT = Text(zh="部门", en="department")


def _faulty_hall(file: FileForm) -> Iterator[Fault]:
    if file.hall.time_zone not in available_timezones():
        yield (
            ("hall", "time_zone"),
            Text(
                zh=f"没有时区 {file.hall.time_zone}，例如 Asia/Shanghai",
                en=f"there is no time zone {file.hall.time_zone}; for example Asia/Shanghai",
            ),
        )
    if ORDINARY not in {p.code for p in file.priority_classes}:
        yield (
            ("priority_classes",),
            Text(
                zh=f"缺少普通类别 {ORDINARY}，请补上",
                en=f"the ordinary class {ORDINARY} is missing; add it",
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


def _faulty_appointments(file: FileForm) -> Iterator[Fault]:
    booking = file.rules.appointments
    if booking.first_day > booking.last_day:
        yield (
            ("rules", "appointments", "first_day"),
            Text(
                zh=f"应不大于 last_day（{booking.last_day}）",
                en=f"it must not be greater than last_day ({booking.last_day})",
            ),
        )
    lanes = [i for i, p in enumerate(file.priority_classes) if p.appointment]
    for i in lanes[1:]:
        yield (
            ("priority_classes", i, "appointment"),
            Text(
                zh="只能有一个预约类别，请只保留一个 appointment: true",
                en="a hall has one class for appointments; leave appointment: true in one only",
            ),
        )
    for i, queue in enumerate(file.queues):
        if queue.appointment_share_percent and queue.half_hour_quota is None:
            yield (
                ("queues", i, "appointment_share_percent"),
                Text(
                    zh="请同时填写 half_hour_quota，预约名额按它计算",
                    en="give half_hour_quota too: places to book are a share of it",
                ),
            )
        if queue.appointment_share_percent and not lanes:
            yield (
                ("queues", i, "appointment_share_percent"),
                Text(
                    zh="可预约的大厅需在 priority_classes 中有一个 appointment: true 的类别",
                    en="places to book need a priority class with appointment: true",
                ),
            )


def _faulty_queues(file: FileForm) -> Iterator[Fault]:
    zones = {zone.code for zone in file.zones}
    served = {code for counter in file.counters for code in counter.queues}
    for i, queue in enumerate(file.queues):
        yield from _faulty_prefix(("queues", i, "code"), queue.code)
        yield from dangling(("queues", i, "zone"), queue.zone, zones, _ZONE)
        if queue.code not in served:
            yield (
                ("queues", i, "code"),
                Text(
                    zh=f"没有窗口办理队列 {queue.code}，请在 counters 中加入",
                    en=f"no counter serves queue {queue.code}; add it to a counter's queues",
                ),
            )


def _faulty_services(file: FileForm) -> Iterator[Fault]:
    queues = {queue.code for queue in file.queues}
    departments = {department.code for department in file.departments}
    materials = {material.code for material in file.materials}
    for i, service in enumerate(file.services):
        at = ("services", i)
        yield from dangling((*at, "queue"), service.queue, queues, _QUEUE)
        yield from dangling((*at, "department"), service.department, departments, _DEPARTMENT)
        yield from repeated_in((*at, "weekdays"), service.weekdays or ())
        for code in service.materials:
            yield from dangling((*at, "materials"), code, materials, _MATERIAL)


def _faulty_bundles(file: FileForm) -> Iterator[Fault]:
    departments = {department.code for department in file.departments}
    services = {service.code for service in file.services}
    for i, bundle in enumerate(file.bundles):
        yield from dangling(("bundles", i, "lead"), bundle.lead, departments, _DEPARTMENT)
        for j, stage in enumerate(bundle.stages):
            path = ("bundles", i, "stages", j, "services")
            for code in stage.services:
                yield from dangling(path, code, services, _SERVICE)


def _faulty_counters(file: FileForm) -> Iterator[Fault]:
    zones = {zone.code for zone in file.zones}
    queues = {queue.code for queue in file.queues}
    for i, counter in enumerate(file.counters):
        at = ("counters", i)
        yield from dangling((*at, "zone"), counter.zone, zones, _ZONE)
        yield from repeated_in((*at, "queues"), counter.queues)
        for code in counter.queues:
            yield from dangling((*at, "queues"), code, queues, _QUEUE)
        for code in set(counter.handicap_minutes) - set(counter.queues):
            yield (
                (*at, "handicap_minutes"),
                Text(
                    zh=f"窗口 {counter.code} 不办理队列 {code}，请先把它加入 queues",
                    en=f"counter {counter.code} does not serve queue {code}; "
                    "add it to queues first",
                ),
            )


def _faulty_kiosks(file: FileForm) -> Iterator[Fault]:
    zones = {zone.code for zone in file.zones}
    for i, kiosk in enumerate(file.kiosks):
        if kiosk.zone is not None:
            yield from dangling(("kiosks", i, "zone"), kiosk.zone, zones, _ZONE)
    yield from _faulty_home(file)


def _faulty_home(file: FileForm) -> Iterator[Fault]:
    """A button that leads to nothing is left out, but one at least must be there."""
    home = file.kiosk.home
    yield from repeated_in(("kiosk", "home"), home)
    empty = set()
    if not file.bundles:
        empty.add(HomeButton.BUNDLES)
    if not any(priority.appointment for priority in file.priority_classes):
        empty.add(HomeButton.APPOINTMENT)
    if empty.issuperset(home):
        yield (
            ("kiosk", "home"),
            Text(
                zh="这些按钮没有内容：本大厅没有预约类别或一件事，请加上 take 等",
                en="these lead to nothing, for the hall has no appointments or bundles; "
                "add another, such as take",
            ),
        )


def _faulty_clerks(file: FileForm) -> Iterator[Fault]:
    for i, clerk in enumerate(file.clerks):
        if clerk.password is not None and clerk.password_hash is not None:
            yield (
                ("clerks", i, "login"),
                Text(
                    zh=f"{clerk.login} 的 password 与 password_hash 只能填写其中之一",
                    en=f"give {clerk.login} either a password or a password_hash, not both",
                ),
            )
        if clerk.password is not None:
            yield from _weak_password(("clerks", i, "password"), clerk.password, clerk.login)
    queues = {queue.code for queue in file.queues}
    for i, clerk in enumerate(file.clerks):
        at = ("clerks", i, "skills")
        yield from repeated_in(at, clerk.skills or ())
        for code in clerk.skills or ():
            yield from dangling(at, code, queues, _QUEUE)


def _weak_password(path: Path, password: str, login: str) -> Iterator[Fault]:
    faults = password_faults(password, login)
    if faults:
        needed = faults_in_words(faults)
        yield (
            path,
            Text(
                zh=f"{login} 的密码不符合要求，应当：{needed.zh}",
                en=f"the password of {login} will not do; it must be: {needed.en}",
            ),
        )


def _faulty_prefix(path: Path, code: str) -> Iterator[Fault]:
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


def _repeated(section: str, codes: Iterable[str], key: str = "code") -> Iterator[Fault]:
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


def _shared_codes(file: FileForm) -> Iterator[Fault]:
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
