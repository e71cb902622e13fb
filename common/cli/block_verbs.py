"""Who may take no numbers: block, unblock, and the list."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from common import operations
from common.cli.options import By, Db, Json, NotADay, Reason, acting, console, identity, opened
from common.domain.calendar import hall_instant
from common.domain.hall import Hall
from common.domain.person import BlockedPerson

app = typer.Typer()

Person = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="ID or telephone number; - reads it from standard input. Never stored."
    ),
]


@app.command()
def block(
    person: Person,
    reason: Reason,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DAY", help="The last day, like 2026-12-31; else no end."),
    ] = None,
    by: By = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """A person may take no numbers for a time."""
    out = console(as_json)
    with opened(db) as store:
        hall = operations.hall(store)
        entry = operations.block_person(
            store, identity(person), _end_of(hall, until), reason, acting(store, by)
        )
    end = _end(hall, entry)
    out.answer(
        _facts(entry),
        out.pick(
            f"已限制取号，至 {end}" if end else "已限制取号",
            f"blocked until {end}" if end else "blocked",
        ),
    )


@app.command()
def unblock(person: Person, by: By = None, db: Db = None, as_json: Json = False) -> None:
    """A person may take numbers again; ID may also be the hash that the list shows."""
    out = console(as_json)
    with opened(db) as store:
        entry = operations.unblock_person(store, identity(person), acting(store, by))
    out.answer(_facts(entry), out.pick("已解除限制", "unblocked"))


@app.command()
def blocked(db: Db = None, as_json: Json = False) -> None:
    """Who may take no numbers now, each by a hash that tells nobody who it is."""
    out = console(as_json)
    with opened(db) as store:
        hall = operations.hall(store)
        entries = operations.blocked_persons(store)
    rows = [
        f"{e.person}  {_end(hall, e) or out.pick('无期限', 'no end')}  {e.reason}" for e in entries
    ]
    out.answer(
        {"blocked": [_facts(entry) for entry in entries]},
        "\n".join(rows) or out.pick("名单为空", "nobody is blocked"),
    )


def _facts(entry: BlockedPerson) -> dict[str, object]:
    return {
        "person": entry.person,
        "since": entry.since,
        "until": entry.until,
        "reason": entry.reason,
        "by": entry.by or None,
    }


def _end_of(hall: Hall, day: str | None) -> datetime | None:
    """The end of `day` in the hall."""
    if day is None:
        return None
    try:
        last = date.fromisoformat(day.strip())
        end = hall_instant(last + timedelta(days=1), time(0), ZoneInfo(hall.time_zone))
        return end.astimezone(UTC)
    except (ValueError, OverflowError):
        raise NotADay(given=day) from None


def _end(hall: Hall, entry: BlockedPerson) -> str | None:
    if entry.until is None:
        return None
    return f"{entry.until.astimezone(ZoneInfo(hall.time_zone)):%Y-%m-%d %H:%M}"
