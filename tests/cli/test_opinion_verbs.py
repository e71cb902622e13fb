"""What people told the hall, on the command line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from common import operations
from common.domain.ids import KioskCode
from common.domain.opinion import OpinionKind, OpinionTopic, Satisfaction
from common.domain.ticket import Outcome
from common.store import Store, open_store


@pytest.fixture
def store(sqlite_url) -> Iterator[Store]:
    store = open_store(sqlite_url)
    yield store
    store.close()


def test_a_supervisor_reads_and_answers_what_people_said(jiaohao, store):
    assert jiaohao("opinions").out == "nobody has said anything\n"
    told = operations.give_opinion(
        store, OpinionKind.SUGGESTION, OpinionTopic.PLACE, "多放几把椅子", "kiosk-1"
    )
    listed = jiaohao("opinions").out
    assert "Suggestion · The hall itself  多放几把椅子\n  not answered yet" in listed
    refused = jiaohao("opinions", "answer", told.receipt, "好的", "--by", "a01", "--json")
    assert (refused.code, refused.json["error"]) == (1, "not_permitted")
    answered = jiaohao(
        "opinions", "answer", told.receipt.lower(), "已添置", "--by", "z04", "--json"
    )
    assert answered.json["answer"] == "已添置"
    (one,) = jiaohao("opinions", "--json").json["opinions"]
    assert one == answered.json
    assert "answer (z04): 已添置" in jiaohao("opinions").out


def test_ratings_are_counted_by_level(jiaohao, store):
    issued = operations.issue(store, ["FA002"], ticket=operations.new_id())
    operations.call_next(store, "F01")
    operations.serve(store, "F01")
    operations.finish(store, "F01", Outcome.COMPLETED)
    operations.rate(store, issued.ticket, Satisfaction.SATISFIED, KioskCode("kiosk-1"))
    counted = jiaohao("opinions", "--json").json["ratings"]
    assert counted == {"5": 0, "4": 1, "3": 0, "2": 0, "1": 0}
    assert "Satisfied 1" in jiaohao("opinions").out
