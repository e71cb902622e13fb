"""Every question about appointments is answered from an index, however many there were."""

from __future__ import annotations

import re
import sqlite3

import pytest

from common.store import appointments, queries

PLANS = {
    "BY_ID": "sqlite_autoindex_appointment",
    "BY_CODE": "sqlite_autoindex_appointment",
    "BY_REFERENCE": "sqlite_autoindex_appointment",
    "OF_TICKET": "sqlite_autoindex_appointment",
    "ON_DAYS": "ix_appointment_slot",
    "WITH_PHONE_TAIL": "ix_appointment_slot",
    "OF_PERSON": "ix_appointment_person",
    "NOT_CLAIMED": "ix_appointment_booked",
    "BOOKED_SERVICES": "ix_appointment_booked",
    "BOOKED_BY_SLOT": "ix_appointment_slot",
    "BOOKED_PLACES": "ix_appointment_slot",
    "UNUSED_PLACES": "ix_appointment_slot",
}
STATEMENTS = {**vars(queries), **vars(appointments)}


def test_every_question_has_its_plan_here():
    asked = {
        name
        for name, sql in STATEMENTS.items()
        if name.isupper() and not name.startswith("_") and "FROM appointment" in sql
    }
    assert asked == PLANS.keys()


@pytest.mark.parametrize("name", PLANS)
def test_the_question_uses_its_index(sqlite_url, name):
    sql = STATEMENTS[name]
    connection = sqlite3.connect(sqlite_url)
    try:
        values = dict.fromkeys(re.findall(r":(\w+)", sql), "x")
        steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    finally:
        connection.close()
    assert any(PLANS[name] in step for step in steps), steps
    assert not [step for step in steps if step.startswith("SCAN appointment")], steps
