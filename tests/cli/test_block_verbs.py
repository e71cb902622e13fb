"""Who may take no numbers, and numbers that a person or a supervisor stands for."""

from __future__ import annotations

import io

import pytest

PHONE = "13800138000"


@pytest.fixture
def typed(monkeypatch):
    """What comes on standard input."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_a_blocked_person_takes_no_number_until_unblocked(jiaohao):
    answer = jiaohao(
        "block", PHONE, "--reason", "sold numbers", "--until", "2199-12-31", "--by", "z04", "--json"
    )
    assert answer.json.keys() == {"person", "since", "until", "reason", "by"}
    assert (answer.json["until"], answer.json["by"]) == ("2199-12-31T16:00:00+00:00", "z04")
    refused = jiaohao("take", "FA002", "--person", PHONE, "--json")
    assert (refused.code, refused.json["error"]) == (1, "person_blocked")
    assert "until 2200-01-01 00:00" in refused.err
    (entry,) = jiaohao("blocked", "--json").json["blocked"]
    assert entry == answer.json
    assert jiaohao("unblock", entry["person"]).out == "unblocked\n"
    assert jiaohao("take", "FA002", "--person", PHONE).code == 0
    assert jiaohao("blocked").out == "nobody is blocked\n"


def test_a_person_from_an_input_without_end_is_refused(jiaohao, monkeypatch):
    class Endless:
        def readline(self, most):
            return "1" * most

    monkeypatch.setattr("sys.stdin", Endless())
    assert jiaohao("block", "-", "--reason", "x", "--json").json["error"] == "not_an_identity"


def test_the_list_never_tells_who_it_is(jiaohao):
    jiaohao("block", PHONE, "--reason", "sold numbers")
    told = jiaohao("blocked").out
    assert "no end  sold numbers" in told
    assert PHONE not in told + jiaohao("blocked", "--json").out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("block", PHONE, "--reason", " "), "block_needs_reason"),
        (("block", PHONE, "--reason", "x", "--until", "2020-01-01"), "block_in_the_past"),
        (("block", PHONE, "--reason", "x", "--until", "tomorrow"), "not_a_day"),
        (("block", PHONE, "--reason", "x", "--until", "9999-12-31"), "not_a_day"),
        (("block", "x", "--reason", "x"), "not_an_identity"),
        (("block", PHONE, "--reason", "x", "--by", "a01"), "not_permitted"),
        (("unblock", PHONE), "not_blocked"),
        (("take", "FA002", "--person", ""), "not_an_identity"),
        (("take", "FA002", "--class", "P9"), "approval_needed"),
        (
            ("take", "FA002", "--class", "P9", "--approved-by", "a01", "--because", "x"),
            "not_permitted",
        ),
    ],
)
def test_nonsense_is_refused_with_words(jiaohao, arguments, code):
    answer = jiaohao(*arguments, "--json")
    assert (answer.code, answer.json["error"]) == (1, code)
    assert jiaohao("line", "FA", "--json").json["queues"][0]["waiting"] == []


def test_one_person_takes_one_number(jiaohao, typed):
    typed(f"{PHONE}\n")
    assert jiaohao("take", "FA002", "--person", "-").code == 0
    refused = jiaohao("take", "FA004", "--person", f"+86 {PHONE}", "--json")
    assert (refused.code, refused.json["error"]) == (1, "number_still_open")
    assert "FA001" in refused.json["message"]


def test_break_glass_with_the_word_of_a_supervisor(jiaohao):
    answer = jiaohao(
        "take", "FA002", "--class", "P9", "--approved-by", "z04", "--because", "heart patient"
    )
    assert answer.code == 0
    (event, *_) = jiaohao("ticket", "FA001", "--json").json["events"]
    assert "heart patient" in str(event)
