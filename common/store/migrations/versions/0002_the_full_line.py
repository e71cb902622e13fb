"""Policies, appointments, pauses, staff: the line in full.

What SQLite cannot alter in place is written anew only where nothing else speaks of the table: the
record. New columns of other tables bring their checks with them.
"""

import secrets

import sqlalchemy as sa
from alembic import op

from common.store.errors import NoWayBack

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_HOLD_KINDS = "hold_kind IN ('papers_taken', 'papers_left', 'other_step')"
_KINDS = (
    "only_kind IN ('comprehensive', 'department', 'bundle', 'enterprise', 'collection', "
    "'resolution')"
)
_ROLES = "role IN ('clerk', 'guide', 'supervisor', 'administrator')"
_MOVES = (
    "move IN ('issue', 'open', 'block', 'unblock', 'call', 'recall', 'serve', 'finish', 'miss', "
    "'reinstate', 'hold', 'resume', 'transfer', 'cancel', 'expire', 'put_first', 'release'"
)
_ACTS = (
    "'refuse', 'sign_in', 'sign_out', 'pause', 'reopen', 'add_queue', 'drop_queue', 'book', "
    "'unbook', 'check_in', 'no_show', 'block_person', 'unblock_person', 'add_clerk', "
    "'change_clerk', 'retire_clerk', 'change_password', 'reprint', 'notice', 'receipt', "
    "'printer_trouble', 'apply_hall', 'keep_form', 'link_form', 'open_form', 'reveal_field', "
    "'edit_form', 'pick_up_form', 'export_form', 'erase_form', 'change_form_key', "
    "'set_kiosk_pin', 'try_kiosk_pin', 'open_kiosk', "
    "'call_help', 'answer_help', 'end_help', 'rate', 'opinion', "
    "'answer_opinion'"
)


def upgrade() -> None:
    _add_columns()
    _widen_the_record()
    _make_tables()
    _widen_the_paper_trail()
    _keep_forms()
    _keep_kiosk_pin()
    _keep_help_calls()
    _keep_opinions()
    _keep_samples()
    _draw_secrets()


def downgrade() -> None:
    raise NoWayBack


def _add_columns() -> None:
    op.execute("ALTER TABLE queue ADD COLUMN half_hour_quota INTEGER")
    op.execute("ALTER TABLE queue ADD COLUMN appointment_share INTEGER NOT NULL DEFAULT 0")
    op.execute("ALTER TABLE service ADD COLUMN weekdays VARCHAR(16) NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE service ADD COLUMN guide TEXT NOT NULL DEFAULT '{}'")
    op.execute("ALTER TABLE bundle ADD COLUMN guide TEXT NOT NULL DEFAULT '{}'")
    op.execute("ALTER TABLE priority_class ADD COLUMN appointment BOOLEAN NOT NULL DEFAULT FALSE")
    op.execute(
        "ALTER TABLE clerk ADD COLUMN role VARCHAR(16) NOT NULL DEFAULT 'clerk' "
        f"CONSTRAINT ck_clerk_known_role CHECK ({_ROLES})"
    )
    op.execute("ALTER TABLE clerk ADD COLUMN skills TEXT")
    op.execute("ALTER TABLE clerk ADD COLUMN must_change BOOLEAN NOT NULL DEFAULT FALSE")
    op.execute("ALTER TABLE ticket ADD COLUMN person VARCHAR(64)")
    op.execute(
        "ALTER TABLE leg ADD COLUMN hold_kind VARCHAR(16) "
        f"CONSTRAINT ck_leg_known_hold_kind CHECK ({_HOLD_KINDS})"
    )
    op.execute("ALTER TABLE leg ADD COLUMN returns_to VARCHAR(32)")
    op.execute(
        "ALTER TABLE leg ADD COLUMN only_kind VARCHAR(16) "
        f"CONSTRAINT ck_leg_known_only_kind CHECK ({_KINDS})"
    )
    # What an older version held could be taken back at any counter of its queue.
    op.execute("UPDATE leg SET hold_kind = 'papers_taken' WHERE state = 'held'")
    op.create_index("ix_ticket_half_hour", "ticket", ["hall", "day", "queue", "issued_at"])
    _partial_index("ix_ticket_person", "ticket", ["hall", "day", "person"], "person IS NOT NULL")
    _partial_index("ix_leg_held", "leg", ["hall", "counter", "held_since"], "state = 'held'")
    _lanes_by_kind()
    served = "state IN ('done', 'transferred')"
    _partial_index("ix_leg_served", "leg", ["hall", "queue", "ended_at"], served)
    _partial_index("ix_leg_beside", "leg", ["hall", "day", "queue"], "stage = 0 AND position > 0")


def _lanes_by_kind() -> None:
    """Who chose a kind of counter stands in a lane of its own."""
    in_lane = "state = 'waiting' AND only_counter IS NULL AND only_kind IS "
    lane = ["hall", "day", "queue", "lane"]
    op.drop_index("ix_leg_lane", "leg")
    _partial_index("ix_leg_lane", "leg", [*lane, "ready_at", "day_order"], f"{in_lane}NULL")
    for_kind = [*lane, "only_kind", "ready_at", "day_order"]
    _partial_index("ix_leg_for_kind", "leg", for_kind, f"{in_lane}NOT NULL")


def _widen_the_record() -> None:
    """Acts concern no leg, and are told by longer words."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    with op.batch_alter_table("event") as event:
        event.alter_column(
            "move", existing_type=sa.String(12), type_=sa.String(24), existing_nullable=False
        )
        event.alter_column("ticket", existing_type=sa.String(36), nullable=True)
        event.alter_column("leg", existing_type=sa.String(36), nullable=True)
        event.alter_column("number", existing_type=sa.String(16), nullable=True)
        if sqlite:  # Writing a table anew forgets its checks.
            event.create_check_constraint(op.f("ck_event_counts_from_one"), "sequence > 0")
        else:
            event.drop_constraint(op.f("ck_event_known_move"), type_="check")
        event.create_check_constraint(op.f("ck_event_known_move"), f"{_MOVES}, {_ACTS})")
    _partial_index(
        "ix_event_called", "event", ["hall", "counter", "day", "sequence"], "move = 'call'"
    )


def _make_tables() -> None:
    op.create_table(
        "appointment",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("hall", sa.String(32), nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("slot", sa.String(5), nullable=False),
        sa.Column("queue", sa.String(32), nullable=False),
        sa.Column("service", sa.String(32), nullable=False),
        sa.Column("person", sa.String(64)),
        sa.Column("phone_tail", sa.String(4), nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("reference", sa.String(64)),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("booked_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger()),
        sa.Column("ticket", sa.String(36)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_appointment_hall")),
        sa.ForeignKeyConstraint(
            ["hall", "queue"], ["queue.hall", "queue.code"], name=op.f("fk_appointment_hall_queue")
        ),
        sa.ForeignKeyConstraint(
            ["hall", "service"],
            ["service.hall", "service.code"],
            name=op.f("fk_appointment_hall_service"),
        ),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_appointment_ticket")),
        sa.UniqueConstraint("hall", "code", name=op.f("uq_appointment_hall_code")),
        sa.UniqueConstraint(
            "hall", "channel", "reference", name=op.f("uq_appointment_hall_channel_reference")
        ),
        sa.UniqueConstraint("ticket", name=op.f("uq_appointment_ticket")),
        sa.CheckConstraint(
            "state IN ('booked', 'checked_in', 'no_show', 'cancelled')",
            name=op.f("ck_appointment_known_state"),
        ),
    )
    op.create_index("ix_appointment_slot", "appointment", ["hall", "day", "queue", "slot"])
    op.create_index("ix_appointment_person", "appointment", ["hall", "person", "day"])
    _partial_index(
        "ix_appointment_booked", "appointment", ["hall", "day", "slot"], "state = 'booked'"
    )
    _partial_index(
        "uq_appointment_person",
        "appointment",
        ["hall", "day", "service", "person"],
        "person IS NOT NULL AND state IN ('booked', 'checked_in')",
        unique=True,
    )
    op.create_table(
        "blocked_person",
        sa.Column("hall", sa.String(32), nullable=False),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger()),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.Column("blocked_by", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("hall", "person", name=op.f("pk_blocked_person")),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_blocked_person_hall")),
    )
    op.create_table(
        "hall_secret",
        sa.Column("hall", sa.String(32), nullable=False),
        sa.Column("person_key", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("hall", name=op.f("pk_hall_secret")),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_hall_secret_hall")),
    )
    op.create_table(
        "pause",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("hall", sa.String(32), nullable=False),
        sa.Column("counter", sa.String(32), nullable=False),
        sa.Column("clerk", sa.String(64)),
        sa.Column("reason", sa.String(16), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
        sa.ForeignKeyConstraint(
            ["hall", "counter"],
            ["counter.hall", "counter.code"],
            name=op.f("fk_pause_hall_counter"),
        ),
        sa.CheckConstraint(
            "reason IN ('lunch', 'meeting', 'equipment', 'other')",
            name=op.f("ck_pause_known_reason"),
        ),
    )
    _partial_index(
        "uq_pause_open_counter", "pause", ["hall", "counter"], "until IS NULL", unique=True
    )
    op.create_table(
        "extra_queue",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("hall", sa.String(32), nullable=False),
        sa.Column("counter", sa.String(32), nullable=False),
        sa.Column("queue", sa.String(32), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extra_queue")),
        sa.ForeignKeyConstraint(
            ["hall", "counter"],
            ["counter.hall", "counter.code"],
            name=op.f("fk_extra_queue_hall_counter"),
        ),
        sa.ForeignKeyConstraint(
            ["hall", "queue"], ["queue.hall", "queue.code"], name=op.f("fk_extra_queue_hall_queue")
        ),
    )
    _partial_index(
        "uq_extra_queue_open",
        "extra_queue",
        ["hall", "counter", "queue"],
        "until IS NULL",
        unique=True,
    )


def _widen_the_paper_trail() -> None:
    """A job is written down before it ends, and may be of no number."""
    op.execute(
        "CREATE TABLE print_job_of_0001 AS "
        "SELECT print_job.*, ticket.hall FROM print_job JOIN ticket ON ticket.id = print_job.ticket"
    )
    op.drop_table("print_job")
    op.create_table(
        "print_job",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("hall", sa.String(32), nullable=False),
        sa.Column("ticket", sa.String(36)),
        sa.Column("device", sa.String(64), nullable=False),
        sa.Column("printer", sa.String(200), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("paper", sa.String(16), nullable=False),
        sa.Column("reprint", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(12)),
        sa.Column("bytes_written", sa.Integer()),
        sa.Column("trouble", sa.String(32), nullable=False),
        sa.Column("cleared", sa.Boolean(), nullable=False),
        sa.Column("ended_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_job")),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_print_job_hall")),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_print_job_ticket")),
        sa.CheckConstraint(
            "state IN ('printed', 'sent', 'failed', 'interrupted')",
            name=op.f("ck_print_job_known_state"),
        ),
        sa.CheckConstraint(
            "paper IN ('slip', 'notice', 'receipt', 'checklist', 'form_code', 'opinion', "
            "'appointment', 'day_end', 'test')",
            name=op.f("ck_print_job_known_paper"),
        ),
        sa.CheckConstraint(
            "(state IS NULL) = (ended_at IS NULL)", name=op.f("ck_print_job_ends_once")
        ),
    )
    op.create_index("ix_print_job_ticket", "print_job", ["ticket"])
    _partial_index("ix_print_job_open", "print_job", ["hall", "device"], "state IS NULL")
    _partial_index(
        "ix_print_job_interrupted", "print_job", ["hall", "ticket"], "state = 'interrupted'"
    )
    op.execute(
        "INSERT INTO print_job (id, hall, ticket, device, printer, started_at, paper, reprint, "
        "state, bytes_written, trouble, cleared, ended_at) "
        "SELECT id, hall, ticket, device, printer, started_at, 'slip', FALSE, state, "
        "bytes_written, '', FALSE, ended_at FROM print_job_of_0001"
    )
    op.drop_table("print_job_of_0001")
    op.create_table(
        "kiosk_state",
        sa.Column("hall", sa.String(32), nullable=False),
        sa.Column("kiosk", sa.String(32), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.Column("doubled_at", sa.BigInteger()),
        sa.Column("printer", sa.String(200), nullable=False),
        sa.Column("trouble", sa.String(32), nullable=False),
        sa.Column("since", sa.BigInteger()),
        sa.Column("can_print", sa.Boolean(), nullable=False),
        sa.Column("paper_low", sa.Boolean(), nullable=False),
        sa.Column("switched_off", sa.Boolean(), nullable=False),
        sa.Column("roll_mm", sa.Integer()),
        sa.Column("slips_left", sa.Integer()),
        sa.Column("page", sa.String(32), nullable=False),
        sa.Column("devices_away", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("hall", "kiosk", name=op.f("pk_kiosk_state")),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_kiosk_state_hall")),
    )


def _keep_forms() -> None:
    op.create_table(
        "form_key",
        sa.Column("hall", sa.String(32), nullable=False),
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("public_key", sa.String(64), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("hall", "id", name=op.f("pk_form_key")),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_form_key_hall")),
    )
    op.create_table(
        "filled_form",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("hall", sa.String(32), nullable=False),
        sa.Column("code", sa.String(6), nullable=False),
        sa.Column("ticket", sa.String(36)),
        sa.Column("forms", sa.Text(), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.Column("key_id", sa.String(16), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("filled_at", sa.BigInteger(), nullable=False),
        sa.Column("picked_up_at", sa.BigInteger()),
        sa.Column("erase_after", sa.BigInteger(), nullable=False),
        sa.Column("kiosk", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filled_form")),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_filled_form_hall")),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_filled_form_ticket")),
        sa.ForeignKeyConstraint(
            ["hall", "key_id"],
            ["form_key.hall", "form_key.id"],
            name=op.f("fk_filled_form_hall_key_id"),
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'picked_up', 'erased')", name=op.f("ck_filled_form_known_state")
        ),
        sa.CheckConstraint(
            "(state = 'erased') = (sealed = '')", name=op.f("ck_filled_form_erased_is_empty")
        ),
        sa.CheckConstraint(
            "state = 'erased' OR (state = 'picked_up') = (picked_up_at IS NOT NULL)",
            name=op.f("ck_filled_form_picked_up_has_a_time"),
        ),
    )
    kept = "state <> 'erased'"
    _partial_index("uq_filled_form_code", "filled_form", ["hall", "code"], kept, unique=True)
    _partial_index("ix_filled_form_erased", "filled_form", ["hall", "code"], "state = 'erased'")
    _partial_index("ix_filled_form_due", "filled_form", ["hall", "erase_after"], kept)
    _partial_index("ix_filled_form_ticket", "filled_form", ["ticket"], "ticket IS NOT NULL")
    op.create_table(
        "form_link",
        sa.Column("form", sa.String(36), nullable=False),
        sa.Column("ticket", sa.String(36), nullable=False),
        sa.Column("hall", sa.String(32), nullable=False),
        sa.Column("linked_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("form", "ticket", name=op.f("pk_form_link")),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_form_link_hall")),
        sa.ForeignKeyConstraint(["form"], ["filled_form.id"], name=op.f("fk_form_link_form")),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_form_link_ticket")),
    )
    op.create_index("ix_form_link_ticket", "form_link", ["ticket"])


def _keep_kiosk_pin() -> None:
    op.create_table(
        "kiosk_pin",
        sa.Column("hall", sa.String(32), nullable=False),
        sa.Column("pin_hash", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("hall", name=op.f("pk_kiosk_pin")),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_kiosk_pin_hall")),
    )
    op.create_table(
        "kiosk_pin_tries",
        sa.Column("hall", sa.String(32), nullable=False),
        sa.Column("kiosk", sa.String(32), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("wait_until", sa.BigInteger()),
        sa.PrimaryKeyConstraint("hall", "kiosk", name=op.f("pk_kiosk_pin_tries")),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_kiosk_pin_tries_hall")),
    )


def _keep_help_calls() -> None:
    op.create_table(
        "help_call",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("hall", sa.String(32), nullable=False),
        sa.Column("kiosk", sa.String(32), nullable=False),
        sa.Column("page", sa.String(32), nullable=False),
        sa.Column("called_at", sa.BigInteger(), nullable=False),
        sa.Column("acknowledged_by", sa.String(64)),
        sa.Column("acknowledged_at", sa.BigInteger()),
        sa.Column("ended", sa.String(12)),
        sa.Column("ended_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_call")),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_help_call_hall")),
        sa.CheckConstraint(
            "ended IN ('came', 'withdrawn', 'lapsed')", name=op.f("ck_help_call_known_end")
        ),
        sa.CheckConstraint(
            "(ended IS NULL) = (ended_at IS NULL)", name=op.f("ck_help_call_ends_once")
        ),
        sa.CheckConstraint(
            "(acknowledged_by IS NULL) = (acknowledged_at IS NULL)",
            name=op.f("ck_help_call_answered_by_somebody"),
        ),
    )
    _partial_index(
        "uq_help_call_open", "help_call", ["hall", "kiosk"], "ended_at IS NULL", unique=True
    )
    op.create_index("ix_help_call_called", "help_call", ["hall", "called_at"])


def _keep_opinions() -> None:
    op.create_table(
        "rating",
        sa.Column("ticket", sa.String(36), nullable=False),
        sa.Column("hall", sa.String(32), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("kiosk", sa.String(32), nullable=False),
        sa.Column("rated_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("ticket", name=op.f("pk_rating")),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_rating_hall")),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_rating_ticket")),
        sa.CheckConstraint("level BETWEEN 1 AND 5", name=op.f("ck_rating_five_levels")),
    )
    op.create_index("ix_rating_rated", "rating", ["hall", "rated_at"])
    op.create_table(
        "opinion",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("hall", sa.String(32), nullable=False),
        sa.Column("receipt", sa.String(7), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("topic", sa.String(12), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("kiosk", sa.String(32), nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.String(64)),
        sa.Column("answered_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opinion")),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_opinion_hall")),
        sa.UniqueConstraint("hall", "receipt", name=op.f("uq_opinion_receipt")),
        sa.CheckConstraint(
            "kind IN ('suggestion', 'praise', 'complaint')", name=op.f("ck_opinion_known_kind")
        ),
        sa.CheckConstraint(
            "topic IN ('staff', 'waiting', 'process', 'place', 'machine', 'other')",
            name=op.f("ck_opinion_known_topic"),
        ),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (answer = '')",
            name=op.f("ck_opinion_answered_in_words"),
        ),
    )
    op.create_index("ix_opinion_given", "opinion", ["hall", "given_at"])


def _keep_samples() -> None:
    op.create_table(
        "sample_picture",
        sa.Column("hall", sa.String(32), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hall", "digest", name=op.f("pk_sample_picture")),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_sample_picture_hall")),
    )


def _draw_secrets() -> None:
    """A hall of an older version gets the key of its own for the hashes of people."""
    for (code,) in op.get_bind().execute(sa.text("SELECT code FROM hall")).all():
        op.get_bind().execute(
            sa.text("INSERT INTO hall_secret (hall, person_key) VALUES (:hall, :key)"),
            {"hall": code, "key": secrets.token_hex(32)},
        )


def _partial_index(
    name: str, table: str, columns: list[str], where: str, *, unique: bool = False
) -> None:
    condition = sa.text(where)
    op.create_index(
        name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition
    )
