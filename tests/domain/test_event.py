"""The chain of events."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from common.domain.event import GENESIS, Event
from common.domain.ticket import Move

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
EVENT = Event(
    sequence=1,
    move=Move.CALL,
    at=NOON,
    day=date(2026, 11, 23),
    ticket="t",
    leg="l",
    number="FA001",
    counter="F01",
    clerk="f01",
    request="r",
    facts={"state": "called", "reason": {"zh": "理由", "en": "why"}},
)


@pytest.mark.parametrize(
    "edit",
    [
        {"sequence": 2},
        {"move": Move.RECALL},
        {"at": NOON + timedelta(microseconds=1)},
        {"day": date(2026, 11, 24)},
        {"ticket": "u"},
        {"leg": "m"},
        {"number": "FA002"},
        {"counter": None},
        {"clerk": "f02"},
        {"request": None},
        {"facts": {"state": "called", "reason": {"zh": "理由", "en": "because"}}},
    ],
    ids=lambda edit: next(iter(edit)),
)
def test_every_fact_of_an_event_is_in_its_hash(edit):
    assert replace(EVENT, **edit).chained(GENESIS) != EVENT.chained(GENESIS)


def test_an_event_hangs_on_the_one_before():
    assert EVENT.chained(GENESIS) != EVENT.chained("1" * 64)


def test_a_hash_is_not_part_of_what_it_proves():
    assert replace(EVENT, hash="x").chained(GENESIS) == EVENT.chained(GENESIS)


def test_the_order_of_the_facts_does_not_matter():
    turned = json.loads(json.dumps(dict(reversed(EVENT.facts.items()))))
    assert replace(EVENT, facts=turned).chained(GENESIS) == EVENT.chained(GENESIS)


def test_the_hash_never_changes_between_versions():
    """Databases in the field hold hashes: a new version must compute the same ones."""
    assert EVENT.chained(GENESIS) == (
        "972a69e57f9a2f26e146bf3df9b831098aab4c4ba1691e62b147359de626d5cb"
    )
