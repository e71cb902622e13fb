"""The tables. What must never be, the schema refuses, whatever the code does.

This is what the migrations are made from and compared with; the statements that run every day
stand in `common.store.queries`.

Instants are whole microseconds since 1970 in UTC, hall days are ISO dates, lists of codes are
separated by blanks, what is nested is JSON as text: the same on both engines, exact, and ordered by
any index. Catalogue rows are never deleted, because past legs speak of them: they retire.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from common.domain.appointment import AppointmentState
from common.domain.event import Act
from common.domain.pause import PauseReason
from common.domain.print_job import PaperKind, PrintState
from common.domain.session import Role
from common.domain.ticket import (
    ACTIVE,
    AT_COUNTER,
    UNFINISHED,
    HoldKind,
    LegState,
    Move,
    Outcome,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_CODE = String(32)
_UUID = String(36)
_NAME = String(200)
_DAY = String(10)


def _hall() -> Column[str]:
    return Column("hall", _CODE, primary_key=True)


def _in_hall() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["hall"], ["hall.code"])


def _reference(column: str, table: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["hall", column], [f"{table}.hall", f"{table}.code"])


def _words(name: str) -> tuple[Column[str], Column[str]]:
    """A text of the hall in both languages."""
    return (
        Column(f"{name}_zh", _NAME, nullable=False),
        Column(f"{name}_en", _NAME, nullable=False),
    )


def _truth(name: str) -> Column[bool]:
    return Column(name, Boolean(create_constraint=False), nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _catalogue(name: str, *more: Column[Any] | ForeignKeyConstraint) -> Table:
    """A table of things that the hall file lists, with what all of them have."""
    return Table(
        name,
        metadata,
        _hall(),
        Column("code", _CODE, primary_key=True),
        _number("position"),
        *_words("name"),
        _truth("retired"),
        *more,
        _in_hall(),
    )


def _states(*states: LegState) -> str:
    return "state IN (" + ", ".join(f"'{state}'" for state in states) + ")"


def _one_of(column: str, *kinds: type[StrEnum]) -> str:
    values = [value for kind in kinds for value in kind]
    return f"{column} IN (" + ", ".join(f"'{value}'" for value in values) + ")"


hall = Table(
    "hall",
    metadata,
    Column("code", _CODE, primary_key=True),
    _number("revision"),
    *_words("name"),
    Column("time_zone", String(64), nullable=False),
    Column("phone", String(64), nullable=False),
    *_words("address"),
    Column("calendar", Text, nullable=False),
    Column("rules", Text, nullable=False),
    Column("texts", Text, nullable=False),
)

zone = _catalogue(
    "zone",
    _number("floor"),
)

department = _catalogue(
    "department",
)

queue = _catalogue(
    "queue",
    Column("zone", _CODE, nullable=False),
    _number("alarm_waiting"),
    Column("half_hour_quota", Integer),
    _number("appointment_share"),
    _reference("zone", "zone"),
)

material = _catalogue(
    "material",
    *_words("kind"),
)

service = _catalogue(
    "service",
    Column("queue", _CODE, nullable=False),
    Column("department", _CODE, nullable=False),
    Column("materials", Text, nullable=False),
    _number("service_minutes"),
    _number("promised_days"),
    _truth("online"),
    _truth("popular"),
    *_words("fee"),
    Column("weekdays", String(16), nullable=False),
    _reference("queue", "queue"),
    _reference("department", "department"),
)

bundle = _catalogue(
    "bundle",
    Column("lead", _CODE, nullable=False),
    Column("stages", Text, nullable=False),
    _reference("lead", "department"),
)

counter = _catalogue(
    "counter",
    Column("zone", _CODE, nullable=False),
    Column("kind", String(16), nullable=False),
    _truth("accessible"),
    _reference("zone", "zone"),
)

counter_queue = Table(
    "counter_queue",
    metadata,
    _hall(),
    Column("counter", _CODE, primary_key=True),
    Column("queue", _CODE, primary_key=True),
    _number("position"),
    _number("handicap_minutes"),
    _reference("counter", "counter"),
    _reference("queue", "queue"),
)

priority_class = _catalogue(
    "priority_class",
    _number("head_start_minutes"),
    _truth("break_glass"),
    _truth("self_service"),
    _truth("appointment"),
)

clerk = Table(
    "clerk",
    metadata,
    _hall(),
    Column("login", String(64), primary_key=True),
    *_words("name"),
    Column("password_hash", String(200), nullable=False),
    _number("failures"),
    Column("locked_until", BigInteger),
    _truth("retired"),
    Column("role", String(16), nullable=False),
    Column("skills", Text),
    _truth("must_change"),
    _in_hall(),
    CheckConstraint(_one_of("role", Role), name="known_role"),
)

session = Table(
    "session",
    metadata,
    Column("id", _UUID, primary_key=True),
    Column("hall", _CODE, nullable=False),
    Column("clerk", String(64), nullable=False),
    Column("counter", _CODE, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger),
    ForeignKeyConstraint(["hall", "clerk"], ["clerk.hall", "clerk.login"]),
    _reference("counter", "counter"),
)
Index(
    "uq_session_open_counter",
    session.c.hall,
    session.c.counter,
    unique=True,
    sqlite_where=text("until IS NULL"),
    postgresql_where=text("until IS NULL"),
)
Index(
    "uq_session_open_clerk",
    session.c.hall,
    session.c.clerk,
    unique=True,
    sqlite_where=text("until IS NULL"),
    postgresql_where=text("until IS NULL"),
)

ticket = Table(
    "ticket",
    metadata,
    Column("id", _UUID, primary_key=True),
    Column("hall", _CODE, nullable=False),
    Column("day", _DAY, nullable=False),
    Column("number", String(16), nullable=False),
    Column("queue", _CODE, nullable=False),
    _number("sequence"),
    _number("day_order"),
    Column("priority", _CODE, nullable=False),
    Column("issued_at", BigInteger, nullable=False),
    _number("ahead"),
    Column("code", String(16), nullable=False),
    Column("bundle", _CODE),
    Column("issued_by", String(64), nullable=False),
    Column("person", String(64)),
    UniqueConstraint("hall", "day", "number"),
    UniqueConstraint("hall", "day", "queue", "sequence"),
    UniqueConstraint("hall", "day", "day_order"),
    UniqueConstraint("hall", "code"),
    CheckConstraint("sequence > 0 AND day_order > 0", name="counts_from_one"),
    _in_hall(),
    _reference("queue", "queue"),
    _reference("priority", "priority_class"),
    _reference("bundle", "bundle"),
)
Index("ix_ticket_half_hour", ticket.c.hall, ticket.c.day, ticket.c.queue, ticket.c.issued_at)
_NAMED = text("person IS NOT NULL")
Index(
    "ix_ticket_person",
    ticket.c.hall,
    ticket.c.day,
    ticket.c.person,
    sqlite_where=_NAMED,
    postgresql_where=_NAMED,
)

leg = Table(
    "leg",
    metadata,
    Column("id", _UUID, primary_key=True),
    Column("ticket", _UUID, nullable=False),
    Column("hall", _CODE, nullable=False),
    Column("day", _DAY, nullable=False),
    Column("number", String(16), nullable=False),
    _number("position"),
    _number("stage"),
    Column("queue", _CODE, nullable=False),
    Column("lane", _CODE, nullable=False),
    Column("services", Text, nullable=False),
    Column("state", String(12), nullable=False),
    Column("ready_at", BigInteger, nullable=False),
    _number("day_order"),
    Column("counter", _CODE),
    Column("only_counter", _CODE),
    _truth("comes_back"),
    Column("called_at", BigInteger),
    Column("last_called_at", BigInteger),
    _number("times_called"),
    Column("serving_since", BigInteger),
    Column("held_since", BigInteger),
    _number("held_seconds"),
    Column("ended_at", BigInteger),
    _number("reinstated"),
    Column("outcome", String(16)),
    _number("cases"),
    Column("hold_kind", String(16)),
    Column("returns_to", _CODE),
    ForeignKeyConstraint(["ticket"], ["ticket.id"]),
    _reference("queue", "queue"),
    _reference("lane", "priority_class"),
    _reference("counter", "counter"),
    _reference("only_counter", "counter"),
    UniqueConstraint("ticket", "position"),
    CheckConstraint(_one_of("state", LegState), name="known_state"),
    CheckConstraint(_one_of("outcome", Outcome), name="known_outcome"),
    CheckConstraint(_one_of("hold_kind", HoldKind), name="known_hold_kind"),
    CheckConstraint(
        f"NOT ({_states(*ACTIVE)}) OR (counter IS NOT NULL AND called_at IS NOT NULL)",
        name="active_at_a_counter",
    ),
    CheckConstraint("(state = 'held') = (held_since IS NOT NULL)", name="held_has_a_start"),
    CheckConstraint("state <> 'serving' OR serving_since IS NOT NULL", name="serving_has_a_start"),
    CheckConstraint(
        "state <> 'done' OR (outcome IS NOT NULL AND ended_at IS NOT NULL)",
        name="done_has_an_outcome",
    ),
    CheckConstraint("NOT comes_back OR only_counter IS NOT NULL", name="returns_to_a_counter"),
    CheckConstraint("times_called >= 0 AND held_seconds >= 0 AND cases >= 0", name="no_negatives"),
)
_AT_COUNTER = text(_states(*AT_COUNTER))
_ACTIVE = text(_states(*ACTIVE))
Index(
    "uq_leg_active_ticket",
    leg.c.ticket,
    unique=True,
    sqlite_where=_ACTIVE,
    postgresql_where=_ACTIVE,
)
Index(
    "uq_leg_active_counter",
    leg.c.hall,
    leg.c.counter,
    unique=True,
    sqlite_where=_AT_COUNTER,
    postgresql_where=_AT_COUNTER,
)
_IN_LANE = text("state = 'waiting' AND only_counter IS NULL")
Index(
    "ix_leg_lane",
    leg.c.hall,
    leg.c.day,
    leg.c.queue,
    leg.c.lane,
    leg.c.ready_at,
    leg.c.day_order,
    sqlite_where=_IN_LANE,
    postgresql_where=_IN_LANE,
)
_FOR_COUNTER = text("state = 'waiting' AND only_counter IS NOT NULL")
Index(
    "ix_leg_for_counter",
    leg.c.hall,
    leg.c.day,
    leg.c.only_counter,
    leg.c.ready_at,
    sqlite_where=_FOR_COUNTER,
    postgresql_where=_FOR_COUNTER,
)
_UNFINISHED = text(_states(*UNFINISHED))
Index(
    "ix_leg_unfinished",
    leg.c.hall,
    leg.c.day,
    leg.c.state,
    sqlite_where=_UNFINISHED,
    postgresql_where=_UNFINISHED,
)
_BESIDE = text("stage = 0 AND position > 0")
Index(
    "ix_leg_beside",
    leg.c.hall,
    leg.c.day,
    leg.c.queue,
    sqlite_where=_BESIDE,
    postgresql_where=_BESIDE,
)
_HELD = text("state = 'held'")
Index(
    "ix_leg_held",
    leg.c.hall,
    leg.c.counter,
    leg.c.held_since,
    sqlite_where=_HELD,
    postgresql_where=_HELD,
)
_DONE = text("state = 'done'")
Index(
    "ix_leg_done",
    leg.c.hall,
    leg.c.counter,
    leg.c.day,
    sqlite_where=_DONE,
    postgresql_where=_DONE,
)
_SERVED = text("state IN ('done', 'transferred')")
Index(
    "ix_leg_served",
    leg.c.hall,
    leg.c.queue,
    leg.c.ended_at,
    sqlite_where=_SERVED,
    postgresql_where=_SERVED,
)

event = Table(
    "event",
    metadata,
    _hall(),
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("move", String(24), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("day", _DAY, nullable=False),
    Column("ticket", _UUID),
    Column("leg", _UUID),
    Column("number", String(16)),
    Column("counter", _CODE),
    Column("clerk", String(64)),
    Column("request", _UUID),
    Column("facts", Text, nullable=False),
    Column("hash", String(64), nullable=False),
    ForeignKeyConstraint(["ticket"], ["ticket.id"]),
    ForeignKeyConstraint(["leg"], ["leg.id"]),
    UniqueConstraint("hall", "request"),
    CheckConstraint(_one_of("move", Move, Act), name="known_move"),
    CheckConstraint("sequence > 0", name="counts_from_one"),
)
Index("ix_event_ticket", event.c.ticket, event.c.sequence)
_ANNOUNCED = text("move IN ('call', 'recall')")
Index(
    "ix_event_announced",
    event.c.hall,
    event.c.at,
    sqlite_where=_ANNOUNCED,
    postgresql_where=_ANNOUNCED,
)
_CALLED = text("move = 'call'")
Index(
    "ix_event_called",
    event.c.hall,
    event.c.counter,
    event.c.day,
    event.c.sequence,
    sqlite_where=_CALLED,
    postgresql_where=_CALLED,
)

appointment = Table(
    "appointment",
    metadata,
    Column("id", _UUID, primary_key=True),
    Column("hall", _CODE, nullable=False),
    Column("code", String(16), nullable=False),
    Column("day", _DAY, nullable=False),
    Column("slot", String(5), nullable=False),
    Column("queue", _CODE, nullable=False),
    Column("service", _CODE, nullable=False),
    Column("person", String(64)),
    Column("phone_tail", String(4), nullable=False),
    Column("channel", String(32), nullable=False),
    Column("reference", String(64)),
    Column("state", String(12), nullable=False),
    Column("booked_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Column("ticket", _UUID),
    _in_hall(),
    _reference("queue", "queue"),
    _reference("service", "service"),
    ForeignKeyConstraint(["ticket"], ["ticket.id"]),
    UniqueConstraint("hall", "code"),
    UniqueConstraint("hall", "channel", "reference"),
    UniqueConstraint("ticket"),
    CheckConstraint(_one_of("state", AppointmentState), name="known_state"),
)
Index(
    "ix_appointment_slot",
    appointment.c.hall,
    appointment.c.day,
    appointment.c.queue,
    appointment.c.slot,
)
Index("ix_appointment_person", appointment.c.hall, appointment.c.person, appointment.c.day)
_BOOKED = text("state = 'booked'")
Index(
    "ix_appointment_booked",
    appointment.c.hall,
    appointment.c.day,
    appointment.c.slot,
    sqlite_where=_BOOKED,
    postgresql_where=_BOOKED,
)
_KEPT = text("person IS NOT NULL AND state IN ('booked', 'checked_in')")
Index(
    "uq_appointment_person",
    appointment.c.hall,
    appointment.c.day,
    appointment.c.service,
    appointment.c.person,
    unique=True,
    sqlite_where=_KEPT,
    postgresql_where=_KEPT,
)

blocked_person = Table(
    "blocked_person",
    metadata,
    _hall(),
    Column("person", String(64), primary_key=True),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger),
    Column("reason", _NAME, nullable=False),
    Column("blocked_by", String(64), nullable=False),
    _in_hall(),
)

hall_secret = Table(
    "hall_secret",
    metadata,
    _hall(),
    Column("person_key", String(64), nullable=False),
    _in_hall(),
)

pause = Table(
    "pause",
    metadata,
    Column("id", _UUID, primary_key=True),
    Column("hall", _CODE, nullable=False),
    Column("counter", _CODE, nullable=False),
    Column("clerk", String(64)),
    Column("reason", String(16), nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger),
    _reference("counter", "counter"),
    CheckConstraint(_one_of("reason", PauseReason), name="known_reason"),
)
_OPEN = text("until IS NULL")
Index(
    "uq_pause_open_counter",
    pause.c.hall,
    pause.c.counter,
    unique=True,
    sqlite_where=_OPEN,
    postgresql_where=_OPEN,
)

extra_queue = Table(
    "extra_queue",
    metadata,
    Column("id", _UUID, primary_key=True),
    Column("hall", _CODE, nullable=False),
    Column("counter", _CODE, nullable=False),
    Column("queue", _CODE, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger),
    _reference("counter", "counter"),
    _reference("queue", "queue"),
)
Index(
    "uq_extra_queue_open",
    extra_queue.c.hall,
    extra_queue.c.counter,
    extra_queue.c.queue,
    unique=True,
    sqlite_where=_OPEN,
    postgresql_where=_OPEN,
)

print_job = Table(
    "print_job",
    metadata,
    Column("id", _UUID, primary_key=True),
    Column("hall", _CODE, nullable=False),
    Column("ticket", _UUID),
    Column("device", String(64), nullable=False),
    Column("printer", String(200), nullable=False),
    Column("started_at", BigInteger, nullable=False),
    Column("paper", String(16), nullable=False),
    _truth("reprint"),
    Column("state", String(12)),
    Column("bytes_written", Integer),
    Column("trouble", String(32), nullable=False),
    _truth("cleared"),
    Column("ended_at", BigInteger),
    _in_hall(),
    ForeignKeyConstraint(["ticket"], ["ticket.id"]),
    CheckConstraint(_one_of("state", PrintState), name="known_state"),
    CheckConstraint(_one_of("paper", PaperKind), name="known_paper"),
    CheckConstraint("(state IS NULL) = (ended_at IS NULL)", name="ends_once"),
)
Index("ix_print_job_ticket", print_job.c.ticket)
_UNDER_WAY = text("state IS NULL")
Index(
    "ix_print_job_open",
    print_job.c.hall,
    print_job.c.device,
    sqlite_where=_UNDER_WAY,
    postgresql_where=_UNDER_WAY,
)
_UNPROVEN = text("state = 'interrupted'")
Index(
    "ix_print_job_interrupted",
    print_job.c.hall,
    print_job.c.ticket,
    sqlite_where=_UNPROVEN,
    postgresql_where=_UNPROVEN,
)

kiosk_state = Table(
    "kiosk_state",
    metadata,
    _hall(),
    Column("kiosk", _CODE, primary_key=True),
    Column("seen_at", BigInteger, nullable=False),
    Column("printer", String(200), nullable=False),
    Column("trouble", String(32), nullable=False),
    Column("since", BigInteger),
    _truth("can_print"),
    _truth("paper_low"),
    _truth("switched_off"),
    Column("roll_mm", Integer),
    Column("slips_left", Integer),
    _in_hall(),
)
