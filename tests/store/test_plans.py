"""Every question of the line is answered from an index, however long the history."""

from __future__ import annotations

import re
import sqlite3
from types import ModuleType

import psycopg
import pytest
from sqlalchemy import make_url

from common.store import counters, forms, pace, queries, staff
from common.store import help as help_calls

VALUES = {
    "hall": "DEMO01",
    "day": "2026-11-23",
    "counter": "F01",
    "queue": "FA",
    "zone": "F",
    "lane": "P0",
    "kind": "department",
    "places": 3,
    "ticket": "t",
    "leg": "l",
    "number": "FA001",
    "request": "r",
    "since": 0,
    "this_leg": "l",
    "state_before": "waiting",
    "waits": True,
    "at_most": 2,
    "kiosk": "kiosk-1",
    "id": "h",
}

PLANS = {
    "HEADS_FOR_COUNTER": {"ix_leg_lane", "ix_leg_for_kind", "ix_leg_for_counter"},
    "FRONT_OF_LANE": {"ix_leg_lane"},
    "WAITING": {"ix_leg_lane", "ix_leg_for_kind", "ix_leg_for_counter"},
    "WAITING_IN_QUEUE": {"ix_leg_lane", "ix_leg_for_kind", "ix_leg_for_counter"},
    "WAITING_IN_ZONE": {"ix_leg_lane", "ix_leg_for_kind", "ix_leg_for_counter"},
    "WAITING_FOR_COUNTER": {"ix_leg_lane", "ix_leg_for_kind", "ix_leg_for_counter"},
    "WAITING_COUNTS": {"ix_leg_lane", "ix_leg_for_kind", "ix_leg_for_counter"},
    "ERRAND_OF_TICKET": {"sqlite_autoindex_ticket", "sqlite_autoindex_leg"},
    "ERRAND_OF_LEG": {"sqlite_autoindex_ticket", "sqlite_autoindex_leg"},
    "ERRAND_AT_COUNTER": {"sqlite_autoindex_leg", "uq_leg_active_counter"},
    "LEGS_AT_COUNTERS": {"uq_leg_active_counter"},
    "SET_ASIDE": {"ix_leg_unfinished"},
    "UNFINISHED": {"ix_leg_unfinished"},
    "UNFINISHED_BEFORE": {"ix_leg_unfinished"},
    "OPEN_LEGS": {"uq_leg_active_counter", "ix_leg_unfinished"},
    "SERVED_AT_COUNTER": {"ix_leg_done"},
    "PLACE_OF_NEXT": {"sqlite_autoindex_ticket", "ix_leg_lane", "ix_leg_for_kind"},
    "TICKET_BY_NUMBER": {"sqlite_autoindex_ticket"},
    "TICKET_BY_CODE": {"sqlite_autoindex_ticket"},
    "OPEN_TICKET_BY_NUMBER": {"uq_leg_active_counter", "ix_leg_unfinished"},
    "AHEAD_AT_ISSUE": {"sqlite_autoindex_ticket"},
    "LAST_READY": {"sqlite_autoindex_ticket", "sqlite_autoindex_leg"},
    "NUMBERS_IN_HALF_HOUR": {"ix_ticket_half_hour", "ix_leg_beside", "sqlite_autoindex"},
    "OPEN_NUMBER_OF_PERSON": {"ix_ticket_person", "sqlite_autoindex_leg"},
    "CALLS_SINCE": {"ix_event_announced"},
    "EVENT_OF_REQUEST": {"sqlite_autoindex_event"},
    "EVENTS_OF_TICKET": {"ix_event_ticket"},
    "EVENTS": {"sqlite_autoindex_event"},
    "MOVE_LEG": {"sqlite_autoindex_leg"},
}


def plan(path: str, name: str, module: ModuleType = queries) -> list[str]:
    sql = getattr(module, name)
    connection = sqlite3.connect(path)
    try:
        values = dict.fromkeys(re.findall(r":(\w+)", sql)) | VALUES
        return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    finally:
        connection.close()


def test_every_question_has_its_plan_here():
    of_the_line = re.compile(r"\b(FROM|UPDATE) (leg|ticket|event)\b")
    asked = {
        name
        for name, sql in vars(queries).items()
        if name.isupper() and not name.startswith("_") and of_the_line.search(sql)
    }
    assert asked == PLANS.keys()


@pytest.mark.parametrize("name", PLANS)
def test_the_question_uses_its_index(sqlite_url, name):
    steps = plan(sqlite_url, name)
    for index in PLANS[name]:
        assert any(index in step for step in steps), steps
    of_history = ("SCAN leg", "SCAN head", "SCAN ticket", "SCAN event")
    assert not [step for step in steps if step.startswith(of_history)], steps


@pytest.mark.parametrize("name", ["HEADS_FOR_COUNTER", "FRONT_OF_LANE"])
def test_the_head_of_a_lane_is_found_without_sorting(sqlite_url, name):
    assert not [step for step in plan(sqlite_url, name) if "TEMP B-TREE" in step]


OF_STAFF = {
    "CLERK": {"sqlite_autoindex_clerk"},
    "SESSION_AT": {"uq_session_open_counter", "sqlite_autoindex_clerk"},
    "SESSION_OF": {"uq_session_open_clerk", "sqlite_autoindex_clerk"},
    "SESSION": {"sqlite_autoindex_session"},
}


@pytest.mark.parametrize("name", OF_STAFF)
def test_a_question_about_one_of_the_staff_uses_its_index(sqlite_url, name):
    steps = plan(sqlite_url, name, staff)
    for index in OF_STAFF[name]:
        assert any(index in step for step in steps), steps
    assert not [step for step in steps if step.startswith("SCAN")], steps


OF_COUNTERS = {
    "PAUSE_AT": {"uq_pause_open_counter"},
    "EXTRA_QUEUES_OF": {"uq_extra_queue_open"},
    "OPEN_COUNTERS": {"uq_session_open", "uq_pause_open_counter", "sqlite_autoindex_clerk"},
    "HELD_AT": {"ix_leg_held"},
    "TURNS_AT": {"ix_event_called"},
    "DONE_AT": {"ix_leg_done"},
    "MOVES_AT": {"ix_event_called", "ix_leg_done", "ix_event_ticket"},
    "WAITING_ONLY_FOR": {"ix_leg_for_counter", "ix_leg_unfinished"},
    "WAITING_ONLY_FOR_KIND": {"ix_leg_for_kind", "ix_leg_unfinished"},
}


@pytest.mark.parametrize("name", OF_COUNTERS)
def test_a_question_about_counters_uses_its_index(sqlite_url, name):
    steps = plan(sqlite_url, name, counters)
    for index in OF_COUNTERS[name]:
        assert any(index in step for step in steps), steps
    assert not [
        step for step in steps if step.startswith(("SCAN leg", "SCAN pause", "SCAN event"))
    ], steps


OF_FORMS = {
    "FORM_BY_ID": {"sqlite_autoindex_filled_form"},
    "FORM_BY_CODE": {"uq_filled_form_code"},
    "LAST_ERASED": {"ix_filled_form_erased"},
    "FORMS_OF_TICKET": {"ix_filled_form_ticket", "ix_form_link_ticket"},
    "FORMS_OF_SLIP": {"ix_filled_form_ticket", "ix_form_link_ticket", "sqlite_autoindex_ticket"},
    "KEPT_FORMS": {"ix_filled_form_due"},
    "DUE_FORMS": {"ix_filled_form_due"},
}


@pytest.mark.parametrize("name", OF_FORMS)
def test_a_question_about_forms_uses_its_index(sqlite_url, name):
    steps = plan(sqlite_url, name, forms)
    for index in OF_FORMS[name]:
        assert any(index in step for step in steps), steps
    assert not [step for step in steps if step.startswith(("SCAN filled_form", "SCAN form"))], steps


OF_HELP = {
    "CALL_BY_ID": {"sqlite_autoindex_help_call"},
    "OPEN_CALLS": {"uq_help_call_open"},
    "OPEN_CALL_AT": {"uq_help_call_open"},
    "CALLS_SINCE": {"ix_help_call_called"},
    "ON_DUTY": {"uq_session_open", "uq_pause_open_counter", "sqlite_autoindex_clerk"},
}


@pytest.mark.parametrize("name", OF_HELP)
def test_a_question_about_calls_for_help_uses_its_index(sqlite_url, name):
    steps = plan(sqlite_url, name, help_calls)
    for index in OF_HELP[name]:
        assert any(index in step for step in steps), steps
    assert not [step for step in steps if step.startswith("SCAN help_call")], steps


# PostgreSQL looks for another way than an index only where none fits, if it is told so: the tables
# of a test are empty, and there reading a whole table is always the cheapest.


@pytest.fixture(scope="module")
def explain(postgres_template):
    url = make_url(postgres_template).set(database="template_hall")
    with psycopg.connect(url.render_as_string(hide_password=False), autocommit=True) as server:
        server.execute("SET enable_seqscan = off")

        def explain(sql: str) -> list[str]:
            names = list(dict.fromkeys(re.findall(r":(\w+)", sql)))
            numbered = re.sub(r":(\w+)", lambda found: f"${names.index(found[1]) + 1}", sql)
            rows = server.pgconn.exec_(f"EXPLAIN (GENERIC_PLAN) {numbered}".encode())
            assert rows.status == psycopg.pq.ExecStatus.TUPLES_OK, rows.error_message
            return [rows.get_value(row, 0).decode() for row in range(rows.ntuples)]

        yield explain


HOT = [
    *((queries, name) for name in PLANS),
    *((counters, name) for name in OF_COUNTERS),
]


@pytest.mark.parametrize(("module", "name"), HOT, ids=[name for _, name in HOT])
def test_the_question_uses_an_index_on_postgresql(explain, module, name):
    steps = explain(getattr(module, name))
    of_history = re.compile(r"Seq Scan on (leg|ticket|event)\b")
    assert not [step for step in steps if of_history.search(step)], steps


def test_what_was_taken_of_late_is_counted_from_the_latest_numbers(sqlite_url):
    steps = plan(sqlite_url, "TAKEN_OF_LATE", pace)
    assert any("sqlite_autoindex_ticket" in step for step in steps), steps
    assert any("sqlite_autoindex_leg" in step for step in steps), steps
    assert not [step for step in steps if step.startswith(("SCAN leg", "SCAN ticket"))], steps
