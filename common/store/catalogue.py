"""The hall's description between the tables and the `Hall` value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import time, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, insert, select, update

from common.domain.calendar import Calendar, Hours
from common.domain.hall import (
    Bundle,
    Counter,
    CounterKind,
    Department,
    Former,
    Hall,
    Material,
    PriorityClass,
    Queue,
    Rules,
    Service,
    Stage,
    StageMode,
    Zone,
)
from common.domain.ids import HallCode, QueueCode
from common.domain.session import Clerk
from common.domain.text import Text
from common.store import schema
from common.store.rows import stored

_MINUTE = timedelta(minutes=1)


def read_hall(connection: Connection, code: HallCode) -> Hall:
    """The hall as its tables describe it; retired rows are what it formerly had."""
    row = connection.execute(select(schema.hall).where(schema.hall.c.code == code)).one()
    rows = {table.name: list(_rows(connection, table, code)) for table in _TABLES}
    now = _things({name: [r for r in them if not r.retired] for name, them in rows.items()})
    former = _things({name: [r for r in them if r.retired] for name, them in rows.items()})
    return Hall(
        code=code,
        name=_text(row, "name"),
        time_zone=row.time_zone,
        phone=row.phone,
        address=_text(row, "address"),
        calendar=_calendar(row.calendar),
        rules=_rules(row.rules),
        zones=now.zones,
        departments=now.departments,
        queues=now.queues,
        materials=now.materials,
        services=now.services,
        bundles=now.bundles,
        counters=_counters(connection, code, rows["counter"]),
        priority_classes=now.priority_classes,
        slip_rules=_texts(row.texts["slip_rules"]),
        ticker=_texts(row.texts["ticker"]),
        notices=_texts(row.texts["notices"]),
        former=former,
    )


_TABLES = (
    schema.zone,
    schema.department,
    schema.queue,
    schema.material,
    schema.service,
    schema.bundle,
    schema.counter,
    schema.priority_class,
)


def _things(rows: Mapping[str, Sequence[Row[Any]]]) -> Former:
    return Former(
        zones=tuple(Zone(r.code, _text(r, "name"), r.floor) for r in rows["zone"]),
        departments=tuple(Department(r.code, _text(r, "name")) for r in rows["department"]),
        queues=tuple(
            Queue(r.code, r.zone, _text(r, "name"), r.alarm_waiting) for r in rows["queue"]
        ),
        materials=tuple(
            Material(r.code, _text(r, "name"), _text(r, "kind")) for r in rows["material"]
        ),
        services=tuple(
            Service(
                code=r.code,
                queue=r.queue,
                department=r.department,
                name=_text(r, "name"),
                materials=tuple(r.materials),
                service_minutes=r.service_minutes,
                promised_days=r.promised_days,
                online=r.online,
                popular=r.popular,
                fee=_text(r, "fee"),
            )
            for r in rows["service"]
        ),
        bundles=tuple(
            Bundle(
                r.code,
                _text(r, "name"),
                r.lead,
                tuple(Stage(StageMode(s["mode"]), tuple(s["services"])) for s in r.stages),
            )
            for r in rows["bundle"]
        ),
        priority_classes=tuple(
            PriorityClass(
                r.code,
                _text(r, "name"),
                r.head_start_minutes * _MINUTE,
                r.break_glass,
                r.self_service,
            )
            for r in rows["priority_class"]
        ),
    )


def _counters(
    connection: Connection, hall: HallCode, rows: Sequence[Row[Any]]
) -> tuple[Counter, ...]:
    handicaps: dict[str, dict[QueueCode, int]] = {}
    for link in connection.execute(
        select(schema.counter_queue)
        .where(schema.counter_queue.c.hall == hall)
        .order_by(schema.counter_queue.c.counter, schema.counter_queue.c.position)
    ):
        handicaps.setdefault(link.counter, {})[link.queue] = link.handicap_minutes
    return tuple(
        Counter(
            code=r.code,
            zone=r.zone,
            kind=CounterKind(r.kind),
            name=_text(r, "name"),
            queues=tuple(handicaps.get(r.code, {})),
            accessible=r.accessible,
            handicaps={q: m * _MINUTE for q, m in handicaps.get(r.code, {}).items() if m},
        )
        for r in rows
        if not r.retired
    )


def write_hall(connection: Connection, hall: Hall) -> None:
    """Make the tables say what `hall` says. What it no longer names retires."""
    known = connection.execute(
        select(schema.hall.c.revision).where(schema.hall.c.code == hall.code)
    ).scalar_one_or_none()
    values = {
        **_named("name", hall.name),
        **_named("address", hall.address),
        "time_zone": hall.time_zone,
        "phone": hall.phone,
        "calendar": _calendar_json(hall.calendar),
        "rules": _rules_json(hall.rules),
        "texts": {
            "slip_rules": [asdict(t) for t in hall.slip_rules],
            "ticker": [asdict(t) for t in hall.ticker],
            "notices": [asdict(t) for t in hall.notices],
        },
        "revision": (known or 0) + 1,
    }
    if known is None:
        connection.execute(insert(schema.hall).values(code=hall.code, **values))
    else:
        connection.execute(
            update(schema.hall).where(schema.hall.c.code == hall.code).values(**values)
        )
    for table, rows in _catalogue_rows(hall):
        _replace_rows(connection, table, hall.code, rows)
    connection.execute(delete(schema.counter_queue).where(schema.counter_queue.c.hall == hall.code))
    connection.execute(
        insert(schema.counter_queue),
        [
            {
                "hall": hall.code,
                "counter": counter.code,
                "queue": queue,
                "position": position,
                "handicap_minutes": counter.handicaps.get(queue, timedelta(0)) // _MINUTE,
            }
            for counter in hall.counters
            for position, queue in enumerate(counter.queues)
        ],
    )


def add_clerks(connection: Connection, hall: HallCode, clerks: Iterable[Clerk]) -> None:
    """Let these clerks sign in."""
    rows = [
        {
            "hall": hall,
            "login": clerk.login,
            "name_zh": clerk.name.zh,
            "name_en": clerk.name.en,
            "password_hash": clerk.password_hash,
            "failures": clerk.failures,
            "locked_until": stored(clerk.locked_until),
            "retired": False,
        }
        for clerk in clerks
    ]
    if rows:
        connection.execute(insert(schema.clerk), rows)


def _catalogue_rows(hall: Hall) -> Iterable[tuple[Table, list[dict[str, Any]]]]:
    yield (
        schema.zone,
        [{"code": z.code, "floor": z.floor, **_named("name", z.name)} for z in hall.zones],
    )
    yield (
        schema.department,
        [{"code": d.code, **_named("name", d.name)} for d in hall.departments],
    )
    yield (
        schema.queue,
        [
            {
                "code": q.code,
                "zone": q.zone,
                "alarm_waiting": q.alarm_waiting,
                **_named("name", q.name),
            }
            for q in hall.queues
        ],
    )
    yield (
        schema.material,
        [
            {"code": m.code, **_named("name", m.name), **_named("kind", m.kind)}
            for m in hall.materials
        ],
    )
    yield (
        schema.service,
        [
            {
                "code": s.code,
                "queue": s.queue,
                "department": s.department,
                "materials": list(s.materials),
                "service_minutes": s.service_minutes,
                "promised_days": s.promised_days,
                "online": s.online,
                "popular": s.popular,
                **_named("name", s.name),
                **_named("fee", s.fee),
            }
            for s in hall.services
        ],
    )
    yield (
        schema.bundle,
        [
            {
                "code": b.code,
                "lead": b.lead,
                "stages": [{"mode": s.mode, "services": list(s.services)} for s in b.stages],
                **_named("name", b.name),
            }
            for b in hall.bundles
        ],
    )
    yield (
        schema.counter,
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
        schema.priority_class,
        [
            {
                "code": p.code,
                "head_start_minutes": p.head_start // _MINUTE,
                "break_glass": p.break_glass,
                "self_service": p.self_service,
                **_named("name", p.name),
            }
            for p in hall.priority_classes
        ],
    )


def _replace_rows(
    connection: Connection, table: Table, hall: HallCode, rows: list[dict[str, Any]]
) -> None:
    known = set(connection.execute(select(table.c.code).where(table.c.hall == hall)).scalars())
    for position, row in enumerate(rows):
        values = {**row, "position": position, "retired": False}
        if row["code"] in known:
            connection.execute(
                update(table).where(table.c.hall == hall, table.c.code == row["code"]), values
            )
        else:
            connection.execute(insert(table), {**values, "hall": hall})
    gone = known - {row["code"] for row in rows}
    if gone:
        connection.execute(
            update(table).where(table.c.hall == hall, table.c.code.in_(gone)).values(retired=True)
        )


def _rows(connection: Connection, table: Table, hall: HallCode) -> Iterable[Row[Any]]:
    return connection.execute(select(table).where(table.c.hall == hall).order_by(table.c.position))


def _text(row: Row[Any], column: str) -> Text:
    values = row._mapping
    return Text(zh=values[f"{column}_zh"], en=values[f"{column}_en"])


def _named(column: str, words: Text) -> dict[str, str]:
    return {f"{column}_zh": words.zh, f"{column}_en": words.en}


def _texts(stored: list[dict[str, str]]) -> tuple[Text, ...]:
    return tuple(Text(**words) for words in stored)


def _calendar(stored: Mapping[str, Any]) -> Calendar:
    return Calendar(
        days=tuple(
            (
                int(weekday),
                tuple(Hours(time.fromisoformat(a), time.fromisoformat(b)) for a, b in hours),
            )
            for weekday, hours in stored["days"].items()
        ),
        always=stored["always"],
    )


def _calendar_json(calendar: Calendar) -> dict[str, Any]:
    return {
        "always": calendar.always,
        "days": {
            str(weekday): [[f"{h.start:%H:%M}", f"{h.stop:%H:%M}"] for h in hours]
            for weekday, hours in calendar.days
        },
    }


def _rules(stored: Mapping[str, Any]) -> Rules:
    return Rules(
        reinstate_after=stored["reinstate_after"],
        reinstate_limit=stored["reinstate_limit"],
        wait_caution=stored["wait_caution_minutes"] * _MINUTE,
        wait_alarm=stored["wait_alarm_minutes"] * _MINUTE,
        calls_before_miss=stored["calls_before_miss"],
    )


def _rules_json(rules: Rules) -> dict[str, Any]:
    return {
        "reinstate_after": rules.reinstate_after,
        "reinstate_limit": rules.reinstate_limit,
        "wait_caution_minutes": rules.wait_caution // _MINUTE,
        "wait_alarm_minutes": rules.wait_alarm // _MINUTE,
        "calls_before_miss": rules.calls_before_miss,
    }
