"""The hall's description between the tables and the `Hall` value."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, time, timedelta
from typing import Any

from common.domain.calendar import AdjustedDay, Calendar, Holiday, Hours
from common.domain.floor_plan import Box, FloorPlan, Mark, MarkKind, PlanCounter, PlanZone
from common.domain.guide import LifeStage
from common.domain.hall import (
    AppointmentRules,
    Bundle,
    Counter,
    CounterKind,
    Department,
    Former,
    Hall,
    Material,
    Policy,
    PolicyKind,
    PriorityClass,
    Queue,
    ReinstateRule,
    Rules,
    Service,
    Stage,
    StageMode,
    Zone,
)
from common.domain.ids import HallCode, QueueCode
from common.domain.kiosk import Attract, HomeButton, Kiosk
from common.domain.text import Text
from common.store import queries
from common.store.driver import Link
from common.store.guides import (
    bundle_json,
    read_bundle_guide,
    read_service_guide,
    read_site,
    service_json,
)
from common.store.slip_templates import read_template, template_json

_SECOND = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
_date = date.fromisoformat

Record = Mapping[str, Any]
"""A row by the names of its columns."""


def read_hall(link: Link, code: HallCode) -> Hall:
    """The hall as its tables describe it; retired rows are what it formerly had."""
    (row,) = link.records(queries.HALL, {"hall": code})
    texts = json.loads(row["texts"])
    rows = {table: link.records(queries.things(table), {"hall": code}) for table in _TABLES}
    now = _things({name: [r for r in them if not r["retired"]] for name, them in rows.items()})
    former = _things({name: [r for r in them if r["retired"]] for name, them in rows.items()})
    return Hall(
        code=code,
        name=_text(row, "name"),
        time_zone=row["time_zone"],
        phone=row["phone"],
        address=_text(row, "address"),
        calendar=_calendar(json.loads(row["calendar"])),
        rules=_rules(json.loads(row["rules"])),
        zones=now.zones,
        departments=now.departments,
        queues=now.queues,
        materials=now.materials,
        services=now.services,
        bundles=now.bundles,
        counters=_counters(link, code, rows["counter"]),
        priority_classes=now.priority_classes,
        slip_rules=_texts(texts["slip_rules"]),
        ticker=_texts(texts["ticker"]),
        notices=_texts(texts["notices"]),
        kiosks=_kiosks(texts.get("kiosks", [])),
        support_zones=tuple(
            Zone(z["code"], Text(**z["name"]), z["floor"]) for z in texts.get("support_zones", [])
        ),
        life_stages=tuple(
            LifeStage(s["code"], Text(**s["name"])) for s in texts.get("life_stages", [])
        ),
        sites=tuple(map(read_site, texts.get("sites", []))),
        former=former,
        ask_phone=texts.get("ask_phone", True),
        book_ahead=texts.get("book_ahead", True),
        home_buttons=tuple(map(HomeButton, texts.get("home_buttons", HomeButton))),
        attract=Attract(**texts.get("attract", {})),
        slip=read_template(texts.get("slip") or {}),
        plans=tuple(map(_plan, texts.get("plans", []))),
        practice=texts.get("practice", False),
    )


def _kiosks(listed: Sequence[Record]) -> tuple[Kiosk, ...]:
    return tuple(Kiosk(k["code"], Text(**k["name"]), k["zone"]) for k in listed)


def _plan(stored: Record) -> FloorPlan:
    return FloorPlan(
        stored["floor"],
        stored["width"],
        stored["height"],
        tuple(PlanZone(one["zone"], Box(**one["box"])) for one in stored["zones"]),
        tuple(
            PlanCounter(one["counter"], Box(**one["box"]), tuple(one["front"]))
            for one in stored["counters"]
        ),
        tuple(Mark(MarkKind(m["kind"]), m["code"], m["x"], m["y"]) for m in stored["marks"]),
    )


_TABLES = (
    "zone",
    "department",
    "queue",
    "material",
    "service",
    "bundle",
    "counter",
    "priority_class",
)


def _things(rows: Mapping[str, Sequence[Record]]) -> Former:
    return Former(
        zones=tuple(Zone(r["code"], _text(r, "name"), r["floor"]) for r in rows["zone"]),
        departments=tuple(Department(r["code"], _text(r, "name")) for r in rows["department"]),
        queues=tuple(
            Queue(
                r["code"],
                r["zone"],
                _text(r, "name"),
                r["alarm_waiting"],
                r["half_hour_quota"],
                r["appointment_share"],
            )
            for r in rows["queue"]
        ),
        materials=tuple(
            Material(r["code"], _text(r, "name"), _text(r, "kind")) for r in rows["material"]
        ),
        services=tuple(
            Service(
                code=r["code"],
                queue=r["queue"],
                department=r["department"],
                name=_text(r, "name"),
                materials=tuple(r["materials"].split()),
                service_minutes=r["service_minutes"],
                promised_days=r["promised_days"],
                online=bool(r["online"]),
                popular=bool(r["popular"]),
                fee=_text(r, "fee"),
                weekdays=tuple(map(int, r["weekdays"].split())) or None,
                **read_service_guide(json.loads(r["guide"])),
            )
            for r in rows["service"]
        ),
        bundles=tuple(
            Bundle(
                r["code"],
                _text(r, "name"),
                r["lead"],
                tuple(
                    Stage(StageMode(s["mode"]), tuple(s["services"]))
                    for s in json.loads(r["stages"])
                ),
                **read_bundle_guide(json.loads(r["guide"])),
            )
            for r in rows["bundle"]
        ),
        priority_classes=tuple(
            PriorityClass(
                r["code"],
                _text(r, "name"),
                r["head_start_minutes"] * _MINUTE,
                bool(r["break_glass"]),
                bool(r["self_service"]),
                bool(r["appointment"]),
            )
            for r in rows["priority_class"]
        ),
    )


def _counters(link: Link, hall: HallCode, rows: Sequence[Record]) -> tuple[Counter, ...]:
    handicaps: dict[str, dict[QueueCode, int]] = {}
    for counter, queue, minutes in link.rows(queries.COUNTER_QUEUES, {"hall": hall}):
        handicaps.setdefault(counter, {})[queue] = minutes
    return tuple(
        Counter(
            code=r["code"],
            zone=r["zone"],
            kind=CounterKind(r["kind"]),
            name=_text(r, "name"),
            queues=tuple(handicaps.get(r["code"], {})),
            accessible=bool(r["accessible"]),
            handicaps={q: m * _MINUTE for q, m in handicaps.get(r["code"], {}).items() if m},
        )
        for r in rows
        if not r["retired"]
    )


def write_hall(link: Link, hall: Hall) -> None:
    """Make the tables say what `hall` says. What it no longer names retires."""
    revision = link.rows(queries.REVISION, {"hall": hall.code})
    values = {
        "code": hall.code,
        "revision": revision[0][0] + 1 if revision else 1,
        **_named("name", hall.name),
        **_named("address", hall.address),
        "time_zone": hall.time_zone,
        "phone": hall.phone,
        "calendar": json.dumps(_calendar_json(hall.calendar), ensure_ascii=False),
        "rules": json.dumps(_rules_json(hall.rules)),
        "texts": json.dumps(
            {
                "slip_rules": [asdict(t) for t in hall.slip_rules],
                "ticker": [asdict(t) for t in hall.ticker],
                "notices": [asdict(t) for t in hall.notices],
                "kiosks": [asdict(k) for k in hall.kiosks],
                "support_zones": [asdict(z) for z in hall.support_zones],
                "life_stages": [asdict(s) for s in hall.life_stages],
                "sites": [asdict(s) for s in hall.sites],
                "ask_phone": hall.ask_phone,
                "book_ahead": hall.book_ahead,
                "home_buttons": list(hall.home_buttons),
                "attract": asdict(hall.attract),
                "slip": template_json(hall.slip),
                "plans": [asdict(plan) for plan in hall.plans],
                "practice": hall.practice,
            },
            ensure_ascii=False,
        ),
    }
    link.change(queries.put_thing("hall", list(values), key=["code"]), values)
    if not revision:
        link.change(
            queries.ADD_HALL_SECRET, {"hall": hall.code, "person_key": secrets.token_hex(32)}
        )
    for table, rows in _catalogue_rows(hall):
        _replace_rows(link, table, hall.code, rows)
    link.change(queries.FORGET_COUNTER_QUEUES, {"hall": hall.code})
    link.change_each(
        queries.ADD_COUNTER_QUEUE,
        (
            {
                "hall": hall.code,
                "counter": counter.code,
                "queue": queue,
                "position": position,
                "handicap_minutes": counter.handicaps.get(queue, timedelta(0)) // _MINUTE,
            }
            for counter in hall.counters
            for position, queue in enumerate(counter.queues)
        ),
    )


def _catalogue_rows(hall: Hall) -> Iterable[tuple[str, list[dict[str, Any]]]]:
    yield (
        "zone",
        [{"code": z.code, "floor": z.floor, **_named("name", z.name)} for z in hall.zones],
    )
    yield (
        "department",
        [{"code": d.code, **_named("name", d.name)} for d in hall.departments],
    )
    yield (
        "queue",
        [
            {
                "code": q.code,
                "zone": q.zone,
                "alarm_waiting": q.alarm_waiting,
                "half_hour_quota": q.half_hour_quota,
                "appointment_share": q.appointment_share,
                **_named("name", q.name),
            }
            for q in hall.queues
        ],
    )
    yield (
        "material",
        [
            {"code": m.code, **_named("name", m.name), **_named("kind", m.kind)}
            for m in hall.materials
        ],
    )
    yield (
        "service",
        [
            {
                "code": s.code,
                "queue": s.queue,
                "department": s.department,
                "materials": " ".join(s.materials),
                "service_minutes": s.service_minutes,
                "promised_days": s.promised_days,
                "online": s.online,
                "popular": s.popular,
                "weekdays": " ".join(map(str, s.weekdays or ())),
                "guide": json.dumps(service_json(s), ensure_ascii=False),
                **_named("name", s.name),
                **_named("fee", s.fee),
            }
            for s in hall.services
        ],
    )
    yield (
        "bundle",
        [
            {
                "code": b.code,
                "lead": b.lead,
                "stages": json.dumps(
                    [{"mode": s.mode, "services": list(s.services)} for s in b.stages]
                ),
                "guide": json.dumps(bundle_json(b), ensure_ascii=False),
                **_named("name", b.name),
            }
            for b in hall.bundles
        ],
    )
    yield (
        "counter",
        [
            {
                "code": c.code,
                "zone": c.zone,
                "kind": c.kind,
                "accessible": c.accessible,
                **_named("name", c.name),
            }
            for c in hall.counters
        ],
    )
    yield (
        "priority_class",
        [
            {
                "code": p.code,
                "head_start_minutes": p.head_start // _MINUTE,
                "break_glass": p.break_glass,
                "self_service": p.self_service,
                "appointment": p.appointment,
                **_named("name", p.name),
            }
            for p in hall.priority_classes
        ],
    )


def _replace_rows(link: Link, table: str, hall: HallCode, rows: Sequence[dict[str, Any]]) -> None:
    link.change(queries.retire_things(table), {"hall": hall, "retired": True})
    whole = [
        {"hall": hall, **row, "position": position, "retired": False}
        for position, row in enumerate(rows)
    ]
    if whole:
        link.change_each(queries.put_thing(table, list(whole[0])), whole)


def _text(row: Record, column: str) -> Text:
    return Text(zh=row[f"{column}_zh"], en=row[f"{column}_en"])


def _named(column: str, words: Text) -> dict[str, str]:
    return {f"{column}_zh": words.zh, f"{column}_en": words.en}


def _texts(stored: list[dict[str, str]]) -> tuple[Text, ...]:
    return tuple(Text(**words) for words in stored)


def _calendar(stored: Mapping[str, Any]) -> Calendar:
    """What version 0.1 did not know yet is as it was there."""
    return Calendar(
        days=_days(stored["days"]),
        always=stored["always"],
        work=_days(stored.get("work", {})),
        counters=tuple(
            (int(weekday), tuple(codes)) for weekday, codes in stored.get("counters", {}).items()
        ),
        holidays=tuple(
            Holiday(
                date.fromisoformat(h["first"]), date.fromisoformat(h["last"]), Text(**h["name"])
            )
            for h in stored.get("holidays", ())
        ),
        adjusted=tuple(
            AdjustedDay(_date(day), like) for day, like in stored.get("adjusted", {}).items()
        ),
        extended=stored.get("extended_minutes", 0) * _MINUTE,
    )


def _calendar_json(calendar: Calendar) -> dict[str, Any]:
    return {
        "always": calendar.always,
        "days": _days_json(calendar.days),
        "work": _days_json(calendar.work),
        "counters": {str(weekday): list(codes) for weekday, codes in calendar.counters},
        "holidays": [
            {"first": h.first.isoformat(), "last": h.last.isoformat(), "name": asdict(h.name)}
            for h in calendar.holidays
        ],
        "adjusted": {a.day.isoformat(): a.like for a in calendar.adjusted},
        "extended_minutes": calendar.extended // _MINUTE,
    }


_Days = tuple[tuple[int, tuple[Hours, ...]], ...]


def _days(stored: Mapping[str, Any]) -> _Days:
    return tuple(
        (
            int(weekday),
            tuple(Hours(time.fromisoformat(a), time.fromisoformat(b)) for a, b in hours),
        )
        for weekday, hours in stored.items()
    )


def _days_json(days: _Days) -> dict[str, list[list[str]]]:
    return {
        str(weekday): [[f"{h.start:%H:%M}", f"{h.stop:%H:%M}"] for h in hours]
        for weekday, hours in days
    }


def _rules(stored: Mapping[str, Any]) -> Rules:
    """What an older version did not write has the value that it then had."""
    policy = stored.get("policy", {})
    appointments = stored.get("appointments", {})
    return Rules(
        policy=Policy(
            PolicyKind(policy.get("kind", PolicyKind.HEAD_START)),
            policy.get("appointments", 1),
            policy.get("walk_ins", 2),
        ),
        calls_before_miss=stored["calls_before_miss"],
        call_spacing=stored.get("call_spacing_seconds", 20) * _SECOND,
        reinstate=ReinstateRule(stored.get("reinstate", ReinstateRule.BEHIND)),
        reinstate_after=stored["reinstate_after"],
        reinstate_limit=stored["reinstate_limit"],
        hold_limit=stored.get("hold_limit_minutes", 60) * _MINUTE,
        pause_alarm=stored.get("pause_alarm_minutes", 15) * _MINUTE,
        wait_caution=stored["wait_caution_minutes"] * _MINUTE,
        wait_alarm=stored["wait_alarm_minutes"] * _MINUTE,
        appointments=AppointmentRules(
            first_day=appointments.get("first_day", 1),
            last_day=appointments.get("last_day", 5),
            check_in_before=appointments.get("check_in_before_minutes", 30) * _MINUTE,
            grace=appointments.get("grace_minutes", 15) * _MINUTE,
            no_shows=appointments.get("no_shows", 3),
            no_show_days=appointments.get("no_show_days", 30),
            barred_days=appointments.get("barred_days", 30),
        ),
        forms_after_pickup=stored.get("forms_days_after_pickup", 1) * _DAY,
    )


def _rules_json(rules: Rules) -> dict[str, Any]:
    booking = rules.appointments
    return {
        "policy": {
            "kind": rules.policy.kind,
            "appointments": rules.policy.appointments,
            "walk_ins": rules.policy.walk_ins,
        },
        "calls_before_miss": rules.calls_before_miss,
        "call_spacing_seconds": rules.call_spacing // _SECOND,
        "reinstate": rules.reinstate,
        "reinstate_after": rules.reinstate_after,
        "reinstate_limit": rules.reinstate_limit,
        "hold_limit_minutes": rules.hold_limit // _MINUTE,
        "pause_alarm_minutes": rules.pause_alarm // _MINUTE,
        "wait_caution_minutes": rules.wait_caution // _MINUTE,
        "wait_alarm_minutes": rules.wait_alarm // _MINUTE,
        "appointments": {
            "first_day": booking.first_day,
            "last_day": booking.last_day,
            "check_in_before_minutes": booking.check_in_before // _MINUTE,
            "grace_minutes": booking.grace // _MINUTE,
            "no_shows": booking.no_shows,
            "no_show_days": booking.no_show_days,
            "barred_days": booking.barred_days,
        },
        "forms_days_after_pickup": rules.forms_after_pickup // _DAY,
    }
