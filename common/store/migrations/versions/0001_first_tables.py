"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "hall",
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("name_zh", sa.String(length=200), nullable=False),
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("phone", sa.String(length=64), nullable=False),
        sa.Column("address_zh", sa.String(length=200), nullable=False),
        sa.Column("address_en", sa.String(length=200), nullable=False),
        sa.Column("calendar", sa.Text(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("texts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_hall")),
    )
    op.create_table(
        "clerk",
        sa.Column("hall", sa.String(length=32), nullable=False),
        sa.Column("login", sa.String(length=64), nullable=False),
        sa.Column("name_zh", sa.String(length=200), nullable=False),
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.BigInteger(), nullable=True),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_clerk_hall")),
        sa.PrimaryKeyConstraint("hall", "login", name=op.f("pk_clerk")),
    )
    op.create_table(
        "department",
        sa.Column("hall", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_zh", sa.String(length=200), nullable=False),
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_department_hall")),
        sa.PrimaryKeyConstraint("hall", "code", name=op.f("pk_department")),
    )
    op.create_table(
        "material",
        sa.Column("hall", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_zh", sa.String(length=200), nullable=False),
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("kind_zh", sa.String(length=200), nullable=False),
        sa.Column("kind_en", sa.String(length=200), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_material_hall")),
        sa.PrimaryKeyConstraint("hall", "code", name=op.f("pk_material")),
    )
    op.create_table(
        "priority_class",
        sa.Column("hall", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_zh", sa.String(length=200), nullable=False),
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("head_start_minutes", sa.Integer(), nullable=False),
        sa.Column("break_glass", sa.Boolean(), nullable=False),
        sa.Column("self_service", sa.Boolean(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_priority_class_hall")),
        sa.PrimaryKeyConstraint("hall", "code", name=op.f("pk_priority_class")),
    )
    op.create_table(
        "zone",
        sa.Column("hall", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_zh", sa.String(length=200), nullable=False),
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("floor", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_zone_hall")),
        sa.PrimaryKeyConstraint("hall", "code", name=op.f("pk_zone")),
    )
    op.create_table(
        "bundle",
        sa.Column("hall", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("lead", sa.String(length=32), nullable=False),
        sa.Column("name_zh", sa.String(length=200), nullable=False),
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("stages", sa.Text(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["hall", "lead"],
            ["department.hall", "department.code"],
            name=op.f("fk_bundle_hall_lead"),
        ),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_bundle_hall")),
        sa.PrimaryKeyConstraint("hall", "code", name=op.f("pk_bundle")),
    )
    op.create_table(
        "counter",
        sa.Column("hall", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name_zh", sa.String(length=200), nullable=False),
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("accessible", sa.Boolean(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["hall", "zone"], ["zone.hall", "zone.code"], name=op.f("fk_counter_hall_zone")
        ),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_counter_hall")),
        sa.PrimaryKeyConstraint("hall", "code", name=op.f("pk_counter")),
    )
    op.create_table(
        "queue",
        sa.Column("hall", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(length=32), nullable=False),
        sa.Column("name_zh", sa.String(length=200), nullable=False),
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("alarm_waiting", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["hall", "zone"], ["zone.hall", "zone.code"], name=op.f("fk_queue_hall_zone")
        ),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_queue_hall")),
        sa.PrimaryKeyConstraint("hall", "code", name=op.f("pk_queue")),
    )
    op.create_table(
        "counter_queue",
        sa.Column("hall", sa.String(length=32), nullable=False),
        sa.Column("counter", sa.String(length=32), nullable=False),
        sa.Column("queue", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("handicap_minutes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["hall", "counter"],
            ["counter.hall", "counter.code"],
            name=op.f("fk_counter_queue_hall_counter"),
        ),
        sa.ForeignKeyConstraint(
            ["hall", "queue"],
            ["queue.hall", "queue.code"],
            name=op.f("fk_counter_queue_hall_queue"),
        ),
        sa.PrimaryKeyConstraint("hall", "counter", "queue", name=op.f("pk_counter_queue")),
    )
    op.create_table(
        "service",
        sa.Column("hall", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("queue", sa.String(length=32), nullable=False),
        sa.Column("department", sa.String(length=32), nullable=False),
        sa.Column("name_zh", sa.String(length=200), nullable=False),
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("materials", sa.Text(), nullable=False),
        sa.Column("service_minutes", sa.Integer(), nullable=False),
        sa.Column("promised_days", sa.Integer(), nullable=False),
        sa.Column("online", sa.Boolean(), nullable=False),
        sa.Column("popular", sa.Boolean(), nullable=False),
        sa.Column("fee_zh", sa.String(length=200), nullable=False),
        sa.Column("fee_en", sa.String(length=200), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["hall", "department"],
            ["department.hall", "department.code"],
            name=op.f("fk_service_hall_department"),
        ),
        sa.ForeignKeyConstraint(
            ["hall", "queue"], ["queue.hall", "queue.code"], name=op.f("fk_service_hall_queue")
        ),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_service_hall")),
        sa.PrimaryKeyConstraint("hall", "code", name=op.f("pk_service")),
    )
    op.create_table(
        "session",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("hall", sa.String(length=32), nullable=False),
        sa.Column("clerk", sa.String(length=64), nullable=False),
        sa.Column("counter", sa.String(length=32), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["hall", "clerk"], ["clerk.hall", "clerk.login"], name=op.f("fk_session_hall_clerk")
        ),
        sa.ForeignKeyConstraint(
            ["hall", "counter"],
            ["counter.hall", "counter.code"],
            name=op.f("fk_session_hall_counter"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
    )
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.create_index(
            "uq_session_open_clerk",
            ["hall", "clerk"],
            unique=True,
            sqlite_where=sa.text("until IS NULL"),
            postgresql_where=sa.text("until IS NULL"),
        )
        batch_op.create_index(
            "uq_session_open_counter",
            ["hall", "counter"],
            unique=True,
            sqlite_where=sa.text("until IS NULL"),
            postgresql_where=sa.text("until IS NULL"),
        )

    op.create_table(
        "ticket",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("hall", sa.String(length=32), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("queue", sa.String(length=32), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("day_order", sa.Integer(), nullable=False),
        sa.Column("priority", sa.String(length=32), nullable=False),
        sa.Column("issued_at", sa.BigInteger(), nullable=False),
        sa.Column("ahead", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("bundle", sa.String(length=32), nullable=True),
        sa.Column("issued_by", sa.String(length=64), nullable=False),
        sa.CheckConstraint(
            "sequence > 0 AND day_order > 0", name=op.f("ck_ticket_counts_from_one")
        ),
        sa.ForeignKeyConstraint(
            ["hall", "bundle"], ["bundle.hall", "bundle.code"], name=op.f("fk_ticket_hall_bundle")
        ),
        sa.ForeignKeyConstraint(
            ["hall", "priority"],
            ["priority_class.hall", "priority_class.code"],
            name=op.f("fk_ticket_hall_priority"),
        ),
        sa.ForeignKeyConstraint(
            ["hall", "queue"], ["queue.hall", "queue.code"], name=op.f("fk_ticket_hall_queue")
        ),
        sa.ForeignKeyConstraint(["hall"], ["hall.code"], name=op.f("fk_ticket_hall")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket")),
        sa.UniqueConstraint("hall", "code", name=op.f("uq_ticket_hall_code")),
        sa.UniqueConstraint("hall", "day", "day_order", name=op.f("uq_ticket_hall_day_day_order")),
        sa.UniqueConstraint("hall", "day", "number", name=op.f("uq_ticket_hall_day_number")),
        sa.UniqueConstraint(
            "hall", "day", "queue", "sequence", name=op.f("uq_ticket_hall_day_queue_sequence")
        ),
    )
    op.create_table(
        "leg",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("ticket", sa.String(length=36), nullable=False),
        sa.Column("hall", sa.String(length=32), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("queue", sa.String(length=32), nullable=False),
        sa.Column("lane", sa.String(length=32), nullable=False),
        sa.Column("services", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("ready_at", sa.BigInteger(), nullable=False),
        sa.Column("day_order", sa.Integer(), nullable=False),
        sa.Column("counter", sa.String(length=32), nullable=True),
        sa.Column("only_counter", sa.String(length=32), nullable=True),
        sa.Column("comes_back", sa.Boolean(), nullable=False),
        sa.Column("called_at", sa.BigInteger(), nullable=True),
        sa.Column("last_called_at", sa.BigInteger(), nullable=True),
        sa.Column("times_called", sa.Integer(), nullable=False),
        sa.Column("serving_since", sa.BigInteger(), nullable=True),
        sa.Column("held_since", sa.BigInteger(), nullable=True),
        sa.Column("held_seconds", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("reinstated", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(state = 'held') = (held_since IS NOT NULL)", name=op.f("ck_leg_held_has_a_start")
        ),
        sa.CheckConstraint(
            "NOT (state IN ('called', 'serving', 'held')) OR (counter IS NOT NULL AND called_at IS NOT NULL)",
            name=op.f("ck_leg_active_at_a_counter"),
        ),
        sa.CheckConstraint(
            "outcome IN ('consulted', 'accepted', 'completed', 'to_be_corrected', 'refused', 'not_done')",
            name=op.f("ck_leg_known_outcome"),
        ),
        sa.CheckConstraint(
            "state <> 'done' OR (outcome IS NOT NULL AND ended_at IS NOT NULL)",
            name=op.f("ck_leg_done_has_an_outcome"),
        ),
        sa.CheckConstraint(
            "state <> 'serving' OR serving_since IS NOT NULL",
            name=op.f("ck_leg_serving_has_a_start"),
        ),
        sa.CheckConstraint(
            "state IN ('planned', 'waiting', 'blocked', 'called', 'serving', 'held', 'missed', 'done', 'transferred', 'cancelled', 'expired')",
            name=op.f("ck_leg_known_state"),
        ),
        sa.CheckConstraint(
            "NOT comes_back OR only_counter IS NOT NULL", name=op.f("ck_leg_returns_to_a_counter")
        ),
        sa.CheckConstraint(
            "times_called >= 0 AND held_seconds >= 0 AND cases >= 0",
            name=op.f("ck_leg_no_negatives"),
        ),
        sa.ForeignKeyConstraint(
            ["hall", "counter"], ["counter.hall", "counter.code"], name=op.f("fk_leg_hall_counter")
        ),
        sa.ForeignKeyConstraint(
            ["hall", "lane"],
            ["priority_class.hall", "priority_class.code"],
            name=op.f("fk_leg_hall_lane"),
        ),
        sa.ForeignKeyConstraint(
            ["hall", "only_counter"],
            ["counter.hall", "counter.code"],
            name=op.f("fk_leg_hall_only_counter"),
        ),
        sa.ForeignKeyConstraint(
            ["hall", "queue"], ["queue.hall", "queue.code"], name=op.f("fk_leg_hall_queue")
        ),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_leg_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leg")),
        sa.UniqueConstraint("ticket", "position", name=op.f("uq_leg_ticket_position")),
    )
    with op.batch_alter_table("leg", schema=None) as batch_op:
        batch_op.create_index(
            "ix_leg_done",
            ["hall", "counter", "day"],
            unique=False,
            sqlite_where=sa.text("state = 'done'"),
            postgresql_where=sa.text("state = 'done'"),
        )
        batch_op.create_index(
            "ix_leg_for_counter",
            ["hall", "day", "only_counter", "ready_at"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting' AND only_counter IS NOT NULL"),
            postgresql_where=sa.text("state = 'waiting' AND only_counter IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_leg_lane",
            ["hall", "day", "queue", "lane", "ready_at", "day_order"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting' AND only_counter IS NULL"),
            postgresql_where=sa.text("state = 'waiting' AND only_counter IS NULL"),
        )
        batch_op.create_index(
            "ix_leg_unfinished",
            ["hall", "day", "state"],
            unique=False,
            sqlite_where=sa.text("state IN ('planned', 'waiting', 'blocked', 'held', 'missed')"),
            postgresql_where=sa.text(
                "state IN ('planned', 'waiting', 'blocked', 'held', 'missed')"
            ),
        )
        batch_op.create_index(
            "uq_leg_active_counter",
            ["hall", "counter"],
            unique=True,
            sqlite_where=sa.text("state IN ('called', 'serving')"),
            postgresql_where=sa.text("state IN ('called', 'serving')"),
        )
        batch_op.create_index(
            "uq_leg_active_ticket",
            ["ticket"],
            unique=True,
            sqlite_where=sa.text("state IN ('called', 'serving', 'held')"),
            postgresql_where=sa.text("state IN ('called', 'serving', 'held')"),
        )

    op.create_table(
        "print_job",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("ticket", sa.String(length=36), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("printer", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("bytes_written", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "state IN ('printed', 'sent', 'failed', 'interrupted')",
            name=op.f("ck_print_job_known_state"),
        ),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_print_job_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_job")),
    )
    with op.batch_alter_table("print_job", schema=None) as batch_op:
        batch_op.create_index("ix_print_job_ticket", ["ticket"], unique=False)

    op.create_table(
        "event",
        sa.Column("hall", sa.String(length=32), nullable=False),
        sa.Column("sequence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("move", sa.String(length=12), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("ticket", sa.String(length=36), nullable=False),
        sa.Column("leg", sa.String(length=36), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("counter", sa.String(length=32), nullable=True),
        sa.Column("clerk", sa.String(length=64), nullable=True),
        sa.Column("request", sa.String(length=36), nullable=True),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint(
            "move IN ('issue', 'open', 'block', 'unblock', 'call', 'recall', 'serve', 'finish', 'miss', 'reinstate', 'hold', 'resume', 'transfer', 'cancel', 'expire')",
            name=op.f("ck_event_known_move"),
        ),
        sa.CheckConstraint("sequence > 0", name=op.f("ck_event_counts_from_one")),
        sa.ForeignKeyConstraint(["leg"], ["leg.id"], name=op.f("fk_event_leg")),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_event_ticket")),
        sa.PrimaryKeyConstraint("hall", "sequence", name=op.f("pk_event")),
        sa.UniqueConstraint("hall", "request", name=op.f("uq_event_hall_request")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(
            "ix_event_announced",
            ["hall", "at"],
            unique=False,
            sqlite_where=sa.text("move IN ('call', 'recall')"),
            postgresql_where=sa.text("move IN ('call', 'recall')"),
        )
        batch_op.create_index("ix_event_ticket", ["ticket", "sequence"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index("ix_event_ticket")
        batch_op.drop_index(
            "ix_event_announced",
            sqlite_where=sa.text("move IN ('call', 'recall')"),
            postgresql_where=sa.text("move IN ('call', 'recall')"),
        )

    op.drop_table("event")
    with op.batch_alter_table("print_job", schema=None) as batch_op:
        batch_op.drop_index("ix_print_job_ticket")

    op.drop_table("print_job")
    with op.batch_alter_table("leg", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_leg_active_ticket",
            sqlite_where=sa.text("state IN ('called', 'serving', 'held')"),
            postgresql_where=sa.text("state IN ('called', 'serving', 'held')"),
        )
        batch_op.drop_index(
            "uq_leg_active_counter",
            sqlite_where=sa.text("state IN ('called', 'serving')"),
            postgresql_where=sa.text("state IN ('called', 'serving')"),
        )
        batch_op.drop_index(
            "ix_leg_unfinished",
            sqlite_where=sa.text("state IN ('planned', 'waiting', 'blocked', 'held', 'missed')"),
            postgresql_where=sa.text(
                "state IN ('planned', 'waiting', 'blocked', 'held', 'missed')"
            ),
        )
        batch_op.drop_index(
            "ix_leg_lane",
            sqlite_where=sa.text("state = 'waiting' AND only_counter IS NULL"),
            postgresql_where=sa.text("state = 'waiting' AND only_counter IS NULL"),
        )
        batch_op.drop_index(
            "ix_leg_for_counter",
            sqlite_where=sa.text("state = 'waiting' AND only_counter IS NOT NULL"),
            postgresql_where=sa.text("state = 'waiting' AND only_counter IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_leg_done",
            sqlite_where=sa.text("state = 'done'"),
            postgresql_where=sa.text("state = 'done'"),
        )

    op.drop_table("leg")
    op.drop_table("ticket")
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_session_open_counter",
            sqlite_where=sa.text("until IS NULL"),
            postgresql_where=sa.text("until IS NULL"),
        )
        batch_op.drop_index(
            "uq_session_open_clerk",
            sqlite_where=sa.text("until IS NULL"),
            postgresql_where=sa.text("until IS NULL"),
        )

    op.drop_table("session")
    op.drop_table("service")
    op.drop_table("counter_queue")
    op.drop_table("queue")
    op.drop_table("counter")
    op.drop_table("bundle")
    op.drop_table("zone")
    op.drop_table("priority_class")
    op.drop_table("material")
    op.drop_table("department")
    op.drop_table("clerk")
    op.drop_table("hall")
