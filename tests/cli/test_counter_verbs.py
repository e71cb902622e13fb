"""Pause, help out, put first: what the command answers to people and to scripts."""

from __future__ import annotations

import pytest

ACT = {"counter", "act", "what", "at"}


@pytest.mark.parametrize(
    ("verb", "act", "what"),
    [
        (("pause", "f01", "--reason", "lunch"), "pause", "lunch"),
        (("pause", "F01", "--reason", "会议", "--note", "weekly"), "pause", "meeting"),
        (("add-queue", "b01", "fa"), "add_queue", "FA"),
        (
            ("add-queue", "B01", "FA", "--clerk", "b01", "--approved-by", "z04", "--because", "x"),
            "add_queue",
            "FA",
        ),
    ],
)
def test_an_act_of_a_counter(jiaohao, verb, act, what):
    answer = jiaohao(*verb, "--json")
    assert answer.code == 0
    assert answer.json.keys() == ACT
    assert (answer.json["act"], answer.json["what"]) == (act, what)


def test_a_pause_from_beginning_to_end(jiaohao):
    jiaohao("take", "FA002")
    assert jiaohao("pause", "F01", "--reason", "lunch").out == "F01 pause lunch\n"
    assert jiaohao("call", "F01", "--json").json["error"] == "counter_paused"
    assert jiaohao("reopen", "F01").out == "F01 reopen\n"
    assert jiaohao("call", "F01", "--json").json["number"] == "FA001"


def test_an_extra_queue_comes_and_goes(jiaohao):
    jiaohao("add-queue", "B01", "FA")
    assert jiaohao("drop-queue", "B01", "FA", "--json").json["act"] == "drop_queue"


def test_a_supervisor_puts_a_number_first(jiaohao):
    jiaohao("take", "FA002")
    jiaohao("take", "FA002")
    told = jiaohao("put-first", "fa002", "--approved-by", "Z04", "--because", "an ambulance waits")
    assert told.out == "FA002 goes before all others\n"
    assert jiaohao("call", "F01", "--json").json["number"] == "FA002"
    events = jiaohao("ticket", "FA002", "--json").json["events"]
    assert any(e["move"] == "put_first" and e["clerk"] == "z04" for e in events)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("add-queue", "B01", "FA", "--clerk", "b01"), "not_permitted"),
        (("pause", "F01", "--reason", "lunch", "--approved-by", "z04"), "approval_reason_needed"),
        (("put-first", "FA001", "--approved-by", "nobody", "--because", "x"), "unknown_clerk"),
        (("pause", "X99", "--reason", "lunch"), "unknown_counter"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_an_error_is_one_clear_line(jiaohao, arguments, error):
    answer = jiaohao(*arguments, "--json")
    assert answer.code == 1
    assert answer.json["error"] == error


def test_what_all_counters_do_now(jiaohao):
    jiaohao("take", "FA002")
    jiaohao("call", "F02")
    jiaohao("pause", "F01", "--reason", "equipment")
    jiaohao("add-queue", "B01", "FA")
    told = {c["counter"]: c for c in jiaohao("counters", "--json").json["counters"]}
    assert len(told) == 52
    assert (told["F01"]["paused"], told["F02"]["number"]) == ("equipment", "FA001")
    assert told["B01"]["extra_queues"] == ["FA"]
    lines = jiaohao("counters").out.splitlines()
    assert any(line.startswith("F01") and "paused: equipment" in line for line in lines)
    assert any(line.startswith("F02") and "FA001 called" in line for line in lines)
