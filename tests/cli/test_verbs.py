"""Every verb of the line: what it answers to people and to scripts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from common import operations
from common.domain.hall import CounterKind
from common.domain.ids import TicketId
from common.store import open_store

ACT = {"number", "move", "state", "counter", "id", "at"}


@pytest.fixture(autouse=True)
def hasty_hall(sqlite_url):
    """A hall that waits no time between two calls, as a script cannot wait."""
    store = open_store(sqlite_url)
    with store.write() as tx:
        tx.write_hall(replace(tx.hall, rules=replace(tx.hall.rules, call_spacing=timedelta(0))))
    store.close()


def at_f01(jiaohao, *verbs):
    """FA001 taken and called to F01, and more."""
    jiaohao("take", "FA002")
    for verb in ("call", *verbs):
        assert jiaohao(verb, "F01").code == 0


def waiting_in_fa(jiaohao):
    (queue,) = jiaohao("line", "FA", "--json").json["queues"]
    return queue["waiting"]


def test_take(jiaohao):
    jiaohao("take", "FA002")
    answer = jiaohao("take", "FA002", "--json")
    assert answer.code == 0
    assert answer.json.keys() == {"number", "id", "queue", "ahead", "issued_at", "code"}
    assert (answer.json["number"], answer.json["queue"], answer.json["ahead"]) == ("FA002", "FA", 1)
    assert datetime.fromisoformat(answer.json["issued_at"]).utcoffset() is not None
    assert jiaohao("take", "FA002").out == "FA003 (2 ahead)\n"


def test_take_with_an_id_takes_one_number(jiaohao):
    request = operations.new_id()
    first = jiaohao("take", "FA002", "--id", request, "--json")
    assert first.json["id"] == request
    assert jiaohao("take", "FA002", "--id", request.upper(), "--json") == first
    assert jiaohao("take", "FA002", "--json").json["number"] == "FA002"


def test_take_several_services_or_a_bundle_is_one_number(jiaohao):
    assert jiaohao("take", "fa002", "BA001", "--json").json["number"] == "FA001"
    legs = jiaohao("ticket", "FA001", "--json").json["legs"]
    assert [leg["queue"] for leg in legs] == ["FA", "BA"]
    assert jiaohao("take", "yjs07", "--json").json["number"] == "BA001"


def test_take_with_a_class(jiaohao):
    jiaohao("take", "FA002", "--class", "p1")
    assert jiaohao("ticket", "FA001", "--json").json["class"] == "P1"


def test_call(jiaohao):
    taken = jiaohao("take", "FA002", "--json").json
    answer = jiaohao("call", "f01", "--json").json
    assert answer.keys() == {"number", "counter", "reason", "id", "at"}
    assert (answer["number"], answer["counter"], answer["id"]) == ("FA001", "F01", taken["id"])
    assert "first in line" in answer["reason"]


def test_call_when_nobody_waits_is_no_error(jiaohao):
    answer = jiaohao("call", "F01", "--json")
    assert answer.code == 0
    assert answer.json == {"number": None, "counter": "F01", "reason": None}
    assert jiaohao("call", "F01").out == "nobody is waiting\n"


def test_call_a_chosen_number_with_its_reason(jiaohao):
    jiaohao("take", "FA002")
    jiaohao("take", "FA002")
    answer = jiaohao("call", "F01", "--number", "fa002", "--reason", "with a baby", "--json").json
    assert answer["number"] == "FA002"
    assert "with a baby" in answer["reason"]


def test_call_a_chosen_number_needs_a_reason(jiaohao):
    jiaohao("take", "FA002")
    answer = jiaohao("call", "F01", "--number", "FA001", "--json")
    assert answer.code == 1
    assert answer.json["error"] == "reason_needed"


def test_call_with_an_id_calls_one_number(jiaohao):
    jiaohao("take", "FA002")
    jiaohao("take", "FA002")
    request = operations.new_id()
    first = jiaohao("call", "F01", "--id", request, "--json")
    assert jiaohao("call", "F01", "--id", request, "--json") == first
    (queue,) = jiaohao("line", "FA", "--json").json["queues"]
    assert queue["waiting"] == ["FA002"]


@pytest.mark.parametrize(
    ("before", "verb", "options", "move", "state"),
    [
        ((), "recall", (), "recall", "called"),
        ((), "serve", (), "serve", "serving"),
        (("recall", "recall"), "miss", (), "miss", "missed"),
        (("serve",), "hold", ("--kind", "papers-taken"), "hold", "held"),
        (("serve",), "transfer", ("--to", "F02", "--back"), "transfer", "transferred"),
        (("serve",), "hold", ("--note", "copy"), "hold", "held"),
        (("serve",), "finish", (), "finish", "done"),
        (("serve",), "finish", ("--outcome", "accepted", "--cases", 8), "finish", "done"),
        (("serve",), "transfer", ("--to", "fd"), "transfer", "transferred"),
        ((), "transfer", ("--to", "F02"), "transfer", "transferred"),
    ],
)
def test_a_verb_at_a_counter(jiaohao, before, verb, options, move, state):
    at_f01(jiaohao, *before)
    answer = jiaohao(verb, "f01", *options, "--json")
    assert answer.code == 0
    assert answer.json.keys() == ACT
    assert (answer.json["move"], answer.json["state"]) == (move, state)
    assert answer.json["number"] == "FA001"


@pytest.mark.parametrize(
    ("before", "verb", "options", "state", "counter"),
    [
        (("serve", "hold"), "resume", (), "waiting", "F01"),
        (("serve", "hold"), "resume", ("--at", "F01"), "serving", "F01"),
        (("recall", "recall", "miss"), "reinstate", (), "waiting", None),
        (("recall", "recall", "miss"), "cancel", ("--reason", "left"), "cancelled", "F01"),
    ],
)
def test_a_verb_on_a_number(jiaohao, before, verb, options, state, counter):
    at_f01(jiaohao, *before)
    answer = jiaohao(verb, "fa001", *options, "--json").json
    assert answer.keys() == ACT
    assert (answer["state"], answer["counter"]) == (state, counter)


def test_finish_keeps_outcome_and_cases(jiaohao):
    at_f01(jiaohao, "serve")
    jiaohao("finish", "F01", "--outcome", "to-be-corrected", "--cases", 3)
    (leg,) = jiaohao("ticket", "FA001", "--json").json["legs"]
    assert (leg["outcome"], leg["cases"]) == ("to_be_corrected", 3)


@pytest.mark.parametrize("word", ["补正", "to_be_corrected", "TO-BE-CORRECTED"])
def test_finish_knows_an_outcome_by_code_or_chinese_word(jiaohao, word):
    at_f01(jiaohao, "serve")
    assert jiaohao("finish", "F01", "--outcome", word).code == 0


def test_board(jiaohao):
    at_f01(jiaohao, "recall")
    jiaohao("take", "BA001")
    jiaohao("call", "B01")
    calls = jiaohao("board", "--json").json["calls"]
    assert [c["counter"] for c in calls] == ["B01", "F01"]
    assert {"number", "counter", "zone", "at", "times"} <= calls[0].keys()
    assert (calls[1]["number"], calls[1]["zone"], calls[1]["times"]) == ("FA001", "F", 2)
    assert [c["counter"] for c in jiaohao("board", "--zone", "b", "--json").json["calls"]] == [
        "B01"
    ]
    assert "FA001" in jiaohao("board").out


def test_an_empty_board(jiaohao):
    assert jiaohao("board", "--json").json["calls"] == []
    assert jiaohao("board").out == "no calls now\n"


def test_line(jiaohao):
    jiaohao("take", "FA002")
    queues = jiaohao("line", "--json").json["queues"]
    assert len(queues) == 19
    assert all(queue.keys() >= {"queue", "waiting", "wait", "waits"} for queue in queues)
    (queue,) = jiaohao("line", "fa", "--json").json["queues"]
    assert queue == {
        "queue": "FA",
        "waiting": ["FA001"],
        "wait": None,
        "waits": {"FA001": None},
        "chosen_kinds": {},
    }
    assert jiaohao("line", "FA").out.split() == [
        "FA",
        "Pensions",
        "and",
        "social",
        "insurance",
        "FA001",
    ]


def test_who_chose_a_kind_of_counter_is_told_apart(jiaohao, sqlite_url):
    store = open_store(sqlite_url)
    for kind in (None, CounterKind.COMPREHENSIVE, CounterKind.DEPARTMENT):
        operations.issue(store, ["FB001"], ticket=TicketId(operations.new_id()), kind=kind)
    store.close()
    told = jiaohao("line", "FB").out
    assert "FB001 FB002(chose a comprehensive window) FB003(chose a department window)" in told
    (queue,) = jiaohao("line", "FB", "--json").json["queues"]
    assert queue["chosen_kinds"] == {"FB002": "comprehensive", "FB003": "department"}
    for verb in ("call", "serve", "finish", "call"):
        jiaohao(verb, "F05")
    (line,) = (told for told in jiaohao("counters").out.splitlines() if told.startswith("F05"))
    assert line.endswith("FB003 called  chose a department window")


def test_ticket(jiaohao):
    at_f01(jiaohao, "serve", "finish")
    story = jiaohao("ticket", "fa001", "--json").json
    assert {"number", "state", "legs", "events"} <= story.keys()
    assert (story["number"], story["state"]) == ("FA001", "done")
    assert [e["move"] for e in story["events"]] == ["issue", "call", "serve", "finish"]
    assert {"queue", "state", "counter", "services", "outcome", "cases"} <= story["legs"][0].keys()
    told = jiaohao("ticket", "FA001").out
    assert told.startswith("FA001  done\n")
    assert "call" in told


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("take", "FA999"), "unknown_service"),
        (("take", "FA002", "--class", "P7"), "unknown_class"),
        (("take", "YJS07", "FE001"), "bundle_stands_alone"),
        (("take", "FA002", "--id", "7"), "not_an_id"),
        (("call", "F99"), "unknown_counter"),
        (("serve", "F01"), "counter_idle"),
        (("call", "F01", "--number", "FA001", "--reason", "x"), "unknown_number"),
        (("finish", "F01", "--outcome", "nice"), "unknown_outcome"),
        (("finish", "F01", "--cases", "-1"), "cases_out_of_range"),
        (("hold", "F01", "--kind", "nap"), "unknown_hold_kind"),
        (("pause", "F01", "--reason", "nap"), "unknown_pause_reason"),
        (("reopen", "F01"), "not_paused"),
        (("drop-queue", "F01", "FA"), "not_added_here"),
        (("add-queue", "F01", "FA"), "already_served"),
        (("put-first", "FA001", "--approved-by", "a01", "--because", "x"), "not_permitted"),
        (("resume", "FA001"), "unknown_number"),
        (("reinstate", "FA001"), "unknown_number"),
        (("cancel", "FA001"), "unknown_number"),
        (("ticket", "FA001"), "unknown_number"),
        (("board", "--zone", "Z"), "unknown_zone"),
        (("line", "ZZ"), "unknown_queue"),
        (("slip", "FA001", "--out", "x.bin"), "unknown_number"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_an_error_is_one_clear_line_and_a_code(jiaohao, arguments, error):
    plain = jiaohao(*arguments)
    assert plain.code == 1
    assert plain.out == ""
    assert plain.err.count("\n") == 1
    scripted = jiaohao(*arguments, "--json")
    assert scripted.code == 1
    assert scripted.json == {"error": error, "message": plain.err.strip()}
    assert scripted.err == plain.err


@pytest.mark.parametrize("words", ["call F01 --number FA001 --reason", "hold F01 --note"])
def test_a_record_keeps_no_endless_words(jiaohao, words):
    answer = jiaohao(*words.split(), "长" * 501, "--json")
    assert (answer.code, answer.json["error"]) == (1, "words_too_long")


def test_an_illegal_move_names_the_move_and_the_state(jiaohao):
    at_f01(jiaohao)
    assert jiaohao("finish", "F01").err == (
        "Number FA001 is called: it is not possible to finish it now.\n"
    )
    urgent = ("--approved-by", "z04", "--because", "an ambulance waits")
    assert jiaohao("put-first", "FA001", *urgent).err == (
        "Number FA001 is called: it is not possible to put it first now.\n"
    )


def test_a_busy_counter_says_with_whom(jiaohao):
    at_f01(jiaohao)
    assert "FA001 is still at counter F01" in jiaohao("call", "F01").err


def test_without_a_verb_the_verbs_are_listed(jiaohao):
    answer = jiaohao()
    assert answer.code == 2
    for verb in ("init", "apply", "take", "call", "board", "doctor", "kiosk", "printer"):
        assert verb in answer.out


def test_help_is_no_error(jiaohao):
    assert jiaohao("take", "--help").code == 0


def test_the_language_is_that_of_the_session(jiaohao, monkeypatch):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert jiaohao("take", "FA002").out == "FA001（前面等候 0 人）\n"
    monkeypatch.setenv("JIAOHAO_LANG", "en")
    assert jiaohao("take", "FA002").out == "FA002 (1 ahead)\n"


def test_everything_is_said_in_chinese(jiaohao, monkeypatch):
    monkeypatch.setenv("JIAOHAO_LANG", "zh")
    assert jiaohao("serve", "F01").err == "F01 窗口目前没有号，请先叫号。\n"
    assert jiaohao("call", "F01").out == "现在没有人等候\n"
    jiaohao("take", "FA002")
    assert jiaohao("call", "F01").out.startswith("请 FA001 号到 F01 窗口\nFA001 排在最前")
    assert jiaohao("serve", "F01").out == "FA001 开始办理：办理中 @ F01\n"
    assert "用法见" in jiaohao("take").err
    error = json.loads(jiaohao("call", "F01", "--json").out)
    assert error["message"].startswith("F01 窗口还有 FA001 号")


def test_line_and_ticket_tell_the_expected_wait_once_it_is_known(jiaohao):
    for _ in range(5):
        jiaohao("take", "FA002")
        jiaohao("call", "F01")
        jiaohao("serve", "F01")
        jiaohao("finish", "F01")
    assert "min" not in jiaohao("line", "BA").out
    jiaohao("take", "FA002")
    (queue,) = jiaohao("line", "FA", "--json").json["queues"]
    assert queue["wait"] == [0, 1]
    assert queue["waits"] == {"FA006": [0, 1]}
    assert jiaohao("ticket", "FA006", "--json").json["next"]["wait"] == [0, 1]


def test_finish_says_where_the_person_goes_next(jiaohao):
    number = jiaohao("take", "FA002", "BA001", "--json").json["number"]
    counter = {"FA": "F01", "BA": "B01"}[number[:2]]
    jiaohao("call", counter)
    jiaohao("serve", counter)
    following = jiaohao("finish", counter, "--json").json["next"]
    assert {following["queue"], number[:2]} == {"FA", "BA"}
    assert following["wait"] is None
