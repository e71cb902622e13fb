"""Reads a hall file: YAML that a person wrote, checked to the last reference.

All faults are found in one go, each with its line and what to do about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path as FilePath

from pydantic import ValidationError

from common.domain import hall as domain
from common.domain.calendar import AdjustedDay, Calendar, Holiday, Hours
from common.domain.guide import LifeStage, SamplePicture
from common.domain.ids import (
    BundleCode,
    ClassCode,
    ClerkLogin,
    CounterCode,
    DepartmentCode,
    HallCode,
    KioskCode,
    LifeStageCode,
    QueueCode,
    ServiceCode,
    ZoneCode,
)
from common.domain.kiosk import Attract, HomeButton, Kiosk
from common.domain.session import Role
from common.domain.slip_template import Logo, SlipTemplate
from common.domain.text import Text
from common.operations.hall_file.document import (
    HallFileWrong,
    Problem,
    read_document,
)
from common.operations.hall_file.explaining import explained
from common.operations.hall_file.faults import faults
from common.operations.hall_file.form import (
    WEEKDAYS,
    CalendarForm,
    DaysForm,
    FileForm,
    FormsForm,
    RulesForm,
)
from common.operations.hall_file.guides import delivery, effort, guide, site
from common.operations.hall_file.logo import read_logo
from common.operations.hall_file.plan_form import floor_plan
from common.operations.hall_file.references import Fault
from common.operations.hall_file.sample_pictures import read_sample
from common.operations.hall_file.slip_faults import faulty_slip
from common.operations.hall_file.slip_form import slip_template


@dataclass(frozen=True, slots=True)
class NewClerk:
    """A clerk as the hall file names one; one that is new to the hall needs one of the secrets."""

    login: ClerkLogin
    name: Text
    password: str | None
    password_hash: str | None
    role: Role = Role.CLERK
    skills: tuple[QueueCode, ...] | None = None
    must_change: bool = True
    """Whether the first sign-in asks for another password."""


@dataclass(frozen=True, slots=True)
class HallFile:
    """A hall file without faults."""

    hall: domain.Hall
    clerks: tuple[NewClerk, ...]
    samples: tuple[SamplePicture, ...] = ()
    """The pictures that its guides show."""


def read_hall_file(file: FilePath) -> HallFile:
    """The hall that `file` describes.

    Raises HallFileUnreadable when it is no text file, and HallFileWrong with every fault, its line,
    and what to do.
    """
    document = read_document(file)
    try:
        content = FileForm.model_validate(document.content)
    except ValidationError as error:
        raise HallFileWrong(file, explained(document, error, FileForm)) from None
    logo = read_logo(content.slip.logo if content.slip else None, file.parent)
    template = slip_template(content.slip, logo if isinstance(logo, Logo) else None)
    samples = {
        (i, service.guide.sample): read_sample(service.guide.sample, file.parent)
        for i, service in enumerate(content.services)
        if service.guide.sample is not None
    }
    found = [
        Problem(document.line(path), message)
        for path, message in (
            *faults(content),
            *faulty_slip(content, template, logo),
            *_faulty_samples(samples),
        )
    ]
    if found:
        raise HallFileWrong(file, found)
    pictures = {n: one for (_, n), one in samples.items() if isinstance(one, SamplePicture)}
    return _value(content, template, pictures)


def _faulty_samples(samples: Mapping[tuple[int, str], SamplePicture | Text]) -> Iterator[Fault]:
    for (service, _), sample in samples.items():
        if isinstance(sample, Text):
            yield ("services", service, "guide", "sample"), sample


_SECOND = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)


def _value(file: FileForm, slip: SlipTemplate, samples: Mapping[str, SamplePicture]) -> HallFile:
    hall = domain.Hall(
        code=HallCode(file.hall.code),
        name=file.hall.name.value(),
        time_zone=file.hall.time_zone,
        phone=file.hall.phone,
        address=file.hall.address.value(),
        calendar=_calendar(file.calendar),
        rules=_rules(file.rules, file.forms),
        zones=tuple(domain.Zone(ZoneCode(z.code), z.name.value(), z.floor) for z in file.zones),
        departments=tuple(
            domain.Department(DepartmentCode(d.code), d.name.value()) for d in file.departments
        ),
        queues=tuple(
            domain.Queue(
                QueueCode(q.code),
                ZoneCode(q.zone),
                q.name.value(),
                q.alarm_waiting,
                q.half_hour_quota,
                q.appointment_share_percent,
            )
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
                weekdays=tuple(sorted(map(WEEKDAYS.index, s.weekdays))) if s.weekdays else None,
                aliases=tuple(s.aliases),
                life_stages=tuple(map(LifeStageCode, s.life_stages)),
                guide=guide(s.guide, samples),
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
                aliases=tuple(b.aliases),
                life_stages=tuple(map(LifeStageCode, b.life_stages)),
                before=effort(b.before),
                after=effort(b.after),
                delivery=delivery(b.delivery),
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
                p.appointment,
            )
            for p in file.priority_classes
        ),
        slip_rules=tuple(t.value() for t in file.texts.slip_rules),
        ticker=tuple(t.value() for t in file.texts.ticker),
        notices=tuple(t.value() for t in file.texts.notices),
        ask_phone=file.kiosk.ask_phone,
        book_ahead=file.kiosk.book_ahead,
        home_buttons=tuple(button for button in HomeButton if button in file.kiosk.home),
        attract=Attract(file.kiosk.attract.folder, file.kiosk.attract.seconds),
        slip=slip,
        kiosks=tuple(
            Kiosk(KioskCode(k.code), k.name.value(), ZoneCode(k.zone) if k.zone else None)
            for k in file.kiosks
        ),
        support_zones=tuple(
            domain.Zone(ZoneCode(z.code), z.name.value(), z.floor) for z in file.support_zones
        ),
        life_stages=tuple(
            LifeStage(LifeStageCode(s.code), s.name.value()) for s in file.life_stages
        ),
        sites=tuple(map(site, file.sites)),
        plans=tuple(map(floor_plan, file.plans)),
    )
    clerks = tuple(
        NewClerk(
            login=ClerkLogin(c.login),
            name=c.name.value(),
            password=c.password,
            password_hash=c.password_hash,
            role=Role(c.role),
            skills=tuple(map(QueueCode, c.skills)) if c.skills else None,
            must_change=(
                c.change_password if c.change_password is not None else c.password is not None
            ),
        )
        for c in file.clerks
    )
    return HallFile(hall, clerks, tuple(samples.values()))


def _rules(rules: RulesForm, forms: FormsForm) -> domain.Rules:
    booking = rules.appointments
    return domain.Rules(
        policy=domain.Policy(
            domain.PolicyKind(rules.policy.kind),
            rules.policy.appointments,
            rules.policy.walk_ins,
        ),
        calls_before_miss=rules.calls_before_miss,
        call_spacing=rules.call_spacing_seconds * _SECOND,
        reinstate=domain.ReinstateRule(rules.reinstate),
        reinstate_after=rules.reinstate_after,
        reinstate_limit=rules.reinstate_limit,
        hold_limit=rules.hold_limit_minutes * _MINUTE,
        pause_alarm=rules.pause_alarm_minutes * _MINUTE,
        wait_caution=rules.wait_caution_minutes * _MINUTE,
        wait_alarm=rules.wait_alarm_minutes * _MINUTE,
        appointments=domain.AppointmentRules(
            first_day=booking.first_day,
            last_day=booking.last_day,
            check_in_before=booking.check_in_before_minutes * _MINUTE,
            grace=booking.grace_minutes * _MINUTE,
            no_shows=booking.no_shows,
            no_show_days=booking.no_show_days,
            barred_days=booking.barred_days,
        ),
        forms_after_pickup=forms.keep_days_after_pickup * _DAY,
    )


def _calendar(calendar: CalendarForm) -> Calendar:
    return Calendar(
        days=_days(calendar.days),
        always=calendar.always,
        work=_days(calendar.work),
        counters=tuple(
            (weekday, tuple(CounterCode(code) for code in codes))
            for weekday, codes in calendar.counters.by_weekday()
            if codes
        ),
        holidays=tuple(
            Holiday(h.from_, h.to or h.from_, h.name.value()) for h in calendar.holidays
        ),
        adjusted=tuple(AdjustedDay(a.date, WEEKDAYS.index(a.as_)) for a in calendar.adjusted_days),
        extended=calendar.extended_minutes * _MINUTE,
    )


def _days(days: DaysForm) -> tuple[tuple[int, tuple[Hours, ...]], ...]:
    return tuple(
        (
            weekday,
            tuple(Hours(time.fromisoformat(h.from_), time.fromisoformat(h.to)) for h in hours),
        )
        for weekday, hours in days.by_weekday()
        if hours
    )
