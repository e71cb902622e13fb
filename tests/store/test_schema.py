"""The tables: as the migrations make them, and what they refuse whatever the code does."""

from __future__ import annotations

import re

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from common import operations
from common.domain.ids import FormId, HelpId
from common.domain.kept_form import FormKey, FormState, KeptForm
from common.domain.ticket import ACTIVE, AT_COUNTER
from common.store import schema
from common.store.migrations.head import HEAD, KNOWN
from common.store.migrations.run import alembic_config

F01, F02 = "F01", "F02"


def test_the_migrations_make_what_the_models_say(tables):
    context = MigrationContext.configure(
        tables, opts={"compare_type": True, "render_as_batch": True}
    )
    assert compare_metadata(context, schema.metadata) == []


def test_the_models_conditions_are_those_in_the_database(tables):
    """Alembic compares no conditions of partial indexes."""
    if tables.dialect.name == "sqlite":
        stored = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        rows = tables.execute(text(stored))
        found = {name: sql.partition(" WHERE ")[2] for name, sql in rows}
        expected = {
            index.name: str(condition)
            for table in schema.metadata.tables.values()
            for index in table.indexes
            if (condition := index.dialect_options["sqlite"]["where"]) is not None
        }
        assert {n: c for n, c in found.items() if c} == expected
    else:
        stored = "SELECT indexname, indexdef FROM pg_indexes WHERE indexdef LIKE '% WHERE %'"
        rows = tables.execute(text(stored))
        words = {name: set(re.findall(r"'(\w+)'", sql)) for name, sql in rows}
        assert words["uq_leg_active_ticket"] == {state.value for state in ACTIVE}
        assert words["uq_leg_active_counter"] == {state.value for state in AT_COUNTER}


def test_the_program_knows_every_revision_of_the_migrations(tables):
    scripts = ScriptDirectory.from_config(alembic_config(tables))
    revisions = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(revisions)) == KNOWN
    assert scripts.get_current_head() == HEAD


def test_the_checks_are_in_the_database(tables):
    """Alembic compares no check constraints either."""
    if tables.dialect.name == "sqlite":
        rows = tables.execute(text("SELECT sql FROM sqlite_master WHERE type = 'table'"))
        found = " ".join(row.sql for row in rows)
    else:
        rows = tables.execute(text("SELECT conname FROM pg_constraint WHERE contype = 'c'"))
        found = " ".join(row.conname for row in rows)
    for table in schema.metadata.tables.values():
        for check in table.constraints:
            if check.__visit_name__ == "check_constraint":
                assert str(check.name) in found


# What must never be. Each starts from what the verbs made.


@pytest.fixture
def busy(hall_store, take):
    """FA001 with two legs is called to F01; FA002 waits."""
    take(hall_store, "FA002", "BA001")
    take(hall_store)
    operations.call_next(hall_store, F01)
    with hall_store.write() as tx:
        key = FormKey("k", b"public", tx.now)
        tx.forms.add_key(key)
        for code in ("AAAAAA", "CCCCCC"):
            form = KeptForm(
                *(FormId(operations.new_id()), code, None, (), key.id, FormState.WAITING),
                *(tx.now, None, tx.now, "k1"),
            )
            assert tx.forms.keep(form, b"sealed")
    operations.call_for_help(hall_store, "k1", "home", HelpId(operations.new_id()))
    return hall_store


CALLED = "state = 'called', counter = '{}', called_at = 1, last_called_at = 1, times_called = 1"

NEVER = {
    "one ticket active at two counters": (
        f"UPDATE leg SET {CALLED.format('B01')} WHERE number = 'FA001' AND state = 'blocked'"
    ),
    "one ticket held and active": (
        "UPDATE leg SET state = 'held', held_since = 1, counter = 'B01', called_at = 1 "
        "WHERE number = 'FA001' AND state = 'blocked'"
    ),
    "two numbers at one counter": (f"UPDATE leg SET {CALLED.format('F01')} WHERE number = 'FA002'"),
    "one number twice a day": "UPDATE ticket SET number = 'FA001' WHERE number = 'FA002'",
    "one sequence twice": "UPDATE ticket SET sequence = 1 WHERE number = 'FA002'",
    "one place in the day twice": "UPDATE ticket SET day_order = 1 WHERE number = 'FA002'",
    "a place before the first": "UPDATE ticket SET day_order = 0 WHERE number = 'FA002'",
    "a state that does not exist": "UPDATE leg SET state = 'gone' WHERE number = 'FA002'",
    "an outcome that does not exist": "UPDATE leg SET outcome = 'good' WHERE number = 'FA002'",
    "called by no counter": (
        "UPDATE leg SET counter = NULL WHERE number = 'FA001' AND state = 'called'"
    ),
    "called to a counter that does not exist": (
        f"UPDATE leg SET {CALLED.format('F99')} WHERE number = 'FA002'"
    ),
    "served since never": (
        "UPDATE leg SET state = 'serving' WHERE number = 'FA001' AND state = 'called'"
    ),
    "held since never": "UPDATE leg SET state = 'held' WHERE state = 'called'",
    "waiting while on hold": "UPDATE leg SET held_since = 1 WHERE number = 'FA002'",
    "done without an outcome": "UPDATE leg SET state = 'done', ended_at = 1 WHERE number = 'FA002'",
    "coming back to nowhere": "UPDATE leg SET comes_back = {true} WHERE number = 'FA002'",
    "fewer than no cases": "UPDATE leg SET cases = -1 WHERE number = 'FA002'",
    "a leg of no ticket": "UPDATE leg SET ticket = 'x' WHERE number = 'FA002'",
    "a ticket that is deleted under its legs": "DELETE FROM ticket WHERE number = 'FA002'",
    "a leg that is deleted under its events": "DELETE FROM leg WHERE number = 'FA002'",
    "a counter that is deleted under people": "DELETE FROM counter WHERE code = 'F01'",
    "a move that does not exist": "UPDATE event SET move = 'jump' WHERE sequence = 1",
    "one request twice": (
        "UPDATE event SET request = (SELECT request FROM event WHERE sequence = 1) "
        "WHERE sequence = 3"
    ),
    "one code of two forms": "UPDATE filled_form SET code = 'AAAAAA' WHERE code = 'CCCCCC'",
    "a form in a state that does not exist": "UPDATE filled_form SET state = 'lost'",
    "a form that is called erased and is not": "UPDATE filled_form SET state = 'erased'",
    "a form that is erased and is not called so": "UPDATE filled_form SET sealed = ''",
    "a form picked up at no time": "UPDATE filled_form SET state = 'picked_up'",
    "a form of a key that does not exist": "UPDATE filled_form SET key_id = 'x'",
    "two open calls for help of one kiosk": (
        "INSERT INTO help_call (id, hall, kiosk, page, called_at) "
        "SELECT 'x', hall, kiosk, page, called_at FROM help_call"
    ),
    "a call for help that ended at no time": "UPDATE help_call SET ended = 'came'",
    "a call for help that ended somehow": "UPDATE help_call SET ended = 'somehow', ended_at = 1",
    "a call for help answered by nobody": "UPDATE help_call SET acknowledged_at = 1",
    "a level of content that does not exist": (
        "INSERT INTO rating (ticket, hall, level, kiosk, rated_at) "
        "SELECT id, hall, 6, 'kiosk-1', 1 FROM ticket WHERE number = 'FA002'"
    ),
    "an opinion of no kind": (
        "INSERT INTO opinion (id, hall, receipt, kind, topic, words, kiosk, given_at, answer) "
        "SELECT 'x', hall, 'AAAAAAA', 'rumour', 'staff', '', 'kiosk-1', 1, '' "
        "FROM ticket WHERE number = 'FA002'"
    ),
    "one place in the record twice": "UPDATE event SET sequence = 1 WHERE sequence = 2",
}


def test_the_schema_refuses(busy, tables):
    """All in one hall, since a new one takes longer than all of them."""
    on_sqlite = tables.dialect.name == "sqlite"
    if on_sqlite:
        tables.execute(text("PRAGMA foreign_keys = ON"))
    accepted = []
    for name, statement in NEVER.items():
        before = tables.begin_nested()
        try:
            tables.execute(text(statement.format(true="1" if on_sqlite else "true")))
            accepted.append(name)
        except IntegrityError:
            pass
        before.rollback()
    assert accepted == []


def test_the_schema_accepts_what_may_be(busy, tables):
    """What the test above tries is refused for its reason alone."""
    tables.execute(text(f"UPDATE leg SET {CALLED.format('F02')} WHERE number = 'FA002'"))
    tables.rollback()


@pytest.mark.parametrize(
    ("clerk", "counter"), [("f02", "F01"), ("f01", "F02")], ids=["counter", "clerk"]
)
def test_the_schema_refuses_a_second_open_session(hall_store, tables, clerk, counter):
    operations.sign_in(hall_store, F01, "f01", "jiaohao-demo")
    opened = text(
        "INSERT INTO session (id, hall, clerk, counter, since) "
        "VALUES ('x', 'DEMO01', :clerk, :counter, 1)"
    )
    with pytest.raises(IntegrityError):
        tables.execute(opened, {"clerk": clerk, "counter": counter})


def test_a_bug_in_our_sql_is_never_told_as_a_fault_of_the_database(busy):
    with (
        pytest.raises(Exception, match=r"(?i)unique|duplicate") as caught,
        busy.write() as tx,
    ):
        (waiting,) = tx.waiting(queue="FA")
        tx._link.change(f"UPDATE leg SET {CALLED.format('F01')} WHERE id = '{waiting.id}'")
    assert not hasattr(caught.value, "code") or "JiaohaoError" not in str(
        type(caught.value).__mro__
    )
    assert [w.number for w in operations.line(busy, "FA")[0].waiting] == ["FA002"]
