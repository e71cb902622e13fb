"""How the kiosks are, on the command line."""

from __future__ import annotations

import io

import pytest

from common import operations
from common.domain.kiosk import KioskState
from common.qt.hall_time import utc_now
from common.store import open_store


@pytest.fixture
def say(sqlite_url):
    def report(kiosk, last=None, **how):
        store = open_store(sqlite_url)
        kept = operations.report_kiosk(store, KioskState(kiosk, utc_now(), **how), last=last)
        store.close()
        return kept.seen_at

    return report


def test_kiosks_are_listed_with_what_is_wrong(jiaohao, say):
    assert jiaohao("kiosks").out == "no kiosk has said anything yet\n"
    say("kiosk-1", printer="tcp://p", can_print=True, slips_left=700)
    say("kiosk-2", printer="tcp://p", trouble="paper_out", slips_left=0)
    wrong, right = jiaohao("kiosks").out.splitlines()
    assert wrong.startswith(
        "✗ kiosk-2    Kiosk 2, east entrance; Paper is out: load a new roll (since"
    )
    assert right == (
        "✓ kiosk-1    Kiosk 1, ground-floor hall; The printer is ready; about 700 slips left"
    )
    told = jiaohao("kiosks", "--json").json["kiosks"]
    assert [(k["kiosk"], k["trouble"], k["needs_help"], k["gives_paper"]) for k in told] == [
        ("kiosk-2", "paper_out", True, False),
        ("kiosk-1", "none", False, True),
    ]


def test_the_doctor_looks_at_every_kiosk(jiaohao, say, monkeypatch):
    say("kiosk-1", printer="tcp://p", can_print=True)
    say("kiosk-3", printer="tcp://p", trouble="a word of next year")
    answer = jiaohao("doctor", "--json")
    assert answer.code == 1
    checks = {c["name"]: c for c in answer.json["checks"]}
    assert checks["kiosk-1"]["ok"] and not checks["kiosk-3"]["ok"]
    monkeypatch.setenv("JIAOHAO_LANG", "zh")
    assert "二楼3号取号机；打印机报告故障，请关机重开" in jiaohao("doctor").out


def test_two_kiosks_of_one_name_are_told(jiaohao, say):
    before = say("kiosk-1")
    say("kiosk-1")
    say("kiosk-1", last=before)
    assert jiaohao("kiosks").out.startswith(
        "✗ kiosk-1    Kiosk 1, ground-floor hall; Two PCs call themselves kiosk-1: rename one, "
    )
    assert jiaohao("kiosks", "--json").json["kiosks"][0]["doubled"]
    checks = {c["name"]: c for c in jiaohao("doctor", "--json").json["checks"]}
    assert not checks["kiosk-1"]["ok"]


def test_a_kiosk_that_was_switched_off_is_forgotten(jiaohao, say):
    say("kiosk-2", trouble="jam")
    assert jiaohao("kiosks", "forget", "kiosk-2").out == "kiosk-2 is not looked for\n"
    assert jiaohao("kiosks", "--json").json == {"kiosks": []}
    assert jiaohao("kiosks", "forget", "kiosk-2").code == 0


def test_a_kiosk_that_was_never_heard_of_is_not_forgotten(jiaohao, say):
    say("kiosk-2", trouble="jam")
    answer = jiaohao("kiosks", "forget", "kiosk2", "--json")
    assert (answer.code, answer.json["error"]) == (1, "unknown_kiosk")


def test_the_pin_of_the_kiosks_is_set_made_and_taken_away(jiaohao, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("123456\n407193\n"))
    assert "--pin-stdin" in jiaohao("kiosks", "pin").err
    weak = jiaohao("kiosks", "pin", "--pin-stdin")
    assert weak.code == 1 and "no run, no repetition" in weak.err
    assert jiaohao("kiosks", "pin", "--pin-stdin").out == "the kiosks have a new PIN\n"
    made = jiaohao("kiosks", "pin", "--generate", "--json").json["pin"]
    assert len(made) == 8 and made.isdigit()
    assert "pin" in jiaohao("doctor").out and "is set" in jiaohao("doctor").out
    assert jiaohao("kiosks", "pin", "--off").out == "the kiosks have no PIN now\n"
    assert "`jiaohao kiosks pin` sets it" in jiaohao("doctor").out


def test_kiosks_say_which_page_they_show(jiaohao, say):
    say("kiosk-1", page="confirm")
    assert jiaohao("kiosks").out.rstrip().endswith("; page: confirming a number")
    assert jiaohao("kiosks", "--json").json["kiosks"][0]["page"] == "confirm"


def test_calls_for_help_are_listed_with_the_time_to_an_answer(jiaohao, sqlite_url, clock):
    assert jiaohao("help-calls").out == "nobody has called a helper today\n"
    clock.set(utc_now())
    store = open_store(sqlite_url, clock)
    first, second = (
        operations.call_for_help(store, kiosk, "guide", operations.new_id())
        for kiosk in ("kiosk-1", "kiosk-2")
    )
    clock.advance(seconds=75)
    operations.acknowledge_help(store, first.id, "z01")
    operations.end_help(store, first.id, "z01")
    store.close()
    late, waiting = jiaohao("help-calls").out.splitlines()
    assert late.startswith("✗ ")
    assert "Kiosk 1, ground-floor hall (guide): z01 answered after 75 s, helped at " in late
    assert waiting.startswith("✓ ") and "no answer for " in waiting
    told = jiaohao("help-calls", "--json").json["help_calls"]
    assert [(t["id"], t["acknowledged_by"], t["escalated"], t["ended"]) for t in told] == [
        (first.id, "z01", True, "came"),
        (second.id, None, False, None),
    ]
