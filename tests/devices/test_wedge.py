"""Which keys are a scan, by their times alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.devices.wedge import LONGEST, KeyBurst, Verdict

QUICK, SLOW = 0.004, 0.12


class Person:
    """Plays events to a burst and keeps what a text field would get."""

    def __init__(self) -> None:
        self.burst = KeyBurst()
        self.now = 0.0
        self.field = ""
        self.scans: list[str] = []
        self.spoiled = 0
        self._kept: list[str] = []

    def heed(self, verdict: Verdict, text: str) -> None:
        if verdict.release:
            self.field += "".join(self._kept)
            self._kept.clear()
        if verdict.scan is not None or verdict.spoiled:
            self._kept.clear()
            self.spoiled += verdict.spoiled
            self.scans += [verdict.scan] if verdict.scan is not None else []
        elif verdict.keep:
            self._kept.append(text)
        else:
            self.field += text

    def wait(self, seconds: float) -> None:
        self.now += seconds
        if seconds > self.burst.gap:
            self.heed(self.burst.lapse(self.now), "")

    def type(self, text: str, pause: float) -> None:
        for sign in text:
            self.wait(pause)
            self.heed(self.burst.press(sign, self.now), sign)

    def commit(self, text: str, pause: float) -> None:
        for sign in text:
            self.wait(pause)
            self.heed(self.burst.commit(sign, self.now), sign)


@pytest.fixture
def person():
    return Person()


def test_a_burst_that_ends_with_enter_is_a_scan_and_no_field_sees_it(person):
    person.type("K7Q2M4XA\r", QUICK)
    person.wait(SLOW)
    assert (person.scans, person.field) == (["K7Q2M4XA"], "")


def test_what_a_person_types_arrives_whole_and_in_order(person):
    person.type("hello world\r", SLOW)
    person.wait(SLOW)
    assert (person.scans, person.field) == ([], "hello world\r")


def test_two_keys_at_once_and_enter_are_no_scan(person):
    person.type("ok\r", QUICK)
    person.wait(SLOW)
    assert (person.scans, person.field) == ([], "ok\r")


def test_a_burst_without_enter_was_not_a_scan(person):
    person.type("K7Q2M4XA", QUICK)
    person.wait(SLOW)
    assert (person.scans, person.field) == ([], "K7Q2M4XA")


def test_a_scan_in_the_middle_of_typing_takes_nothing_along(person):
    person.type("ab", SLOW)
    person.wait(SLOW)
    person.type("K7Q2M4XA\r", QUICK)
    person.type("cd", SLOW)
    person.wait(SLOW)
    assert (person.scans, person.field) == (["K7Q2M4XA"], "abcd")


def test_keys_without_a_sign_let_what_was_typed_through_first(person):
    person.type("abc\t", QUICK)
    assert person.field == "abc\t"


def test_full_width_signs_become_half_width_ones(person):
    person.type("Ｋ７Ｑ２Ｍ４ＸＡ\r", QUICK)
    assert person.scans == ["K7Q2M4XA"]
    person.commit("Ｋ７Ｑ２Ｍ４ＸＢ", QUICK)
    person.type("\r", QUICK)
    assert (person.scans[1:], person.field) == (["K7Q2M4XB"], "")


def test_a_burst_that_an_input_method_commits_as_typed_is_understood(person):
    for length in range(1, 9):
        person.wait(QUICK)
        person.burst.compose("kq'mxabcd"[:length], person.now)
    person.wait(QUICK)
    assert person.burst.commit("kqmxabcd", person.now).keep
    assert person.burst.lapse(person.now + SLOW).scan == "kqmxabcd"


def test_a_burst_that_an_input_method_turned_into_characters_is_told(person):
    for text in ("k", "kq", "kqm", "kqmx"):
        person.wait(QUICK)
        person.burst.compose(text, person.now)
    person.wait(QUICK)
    assert person.burst.commit("快去", person.now).keep
    person.wait(QUICK)
    assert person.burst.press("\r", person.now).spoiled


def test_a_burst_that_stays_in_the_input_method_is_told(person):
    for text in ("k", "kq", "kqm", "kqmx"):
        person.wait(QUICK)
        verdict = person.burst.compose(text, person.now)
    assert verdict.keep
    assert person.burst.lapse(person.now + SLOW).spoiled


def test_whoever_writes_chinese_is_left_alone(person):
    for text in ("n", "ni", "ni'h", "ni'hao"):
        person.wait(SLOW)
        assert person.burst.compose(text, person.now) == Verdict(keep=False)
    assert person.burst.commit("你好", person.now + SLOW) == Verdict(keep=False)
    for word in ("中", "中国", "ａ，"):  # picked by touch, or pasted by an input method
        person.wait(SLOW)
        verdict = person.burst.commit(word, person.now)
        assert not verdict.keep and not verdict.release


def test_more_than_any_code_holds_is_dropped_as_spoiled(person):
    person.type("x" * (LONGEST * 20) + "\r", QUICK)
    assert (person.scans, person.spoiled, person.field) == ([], 1, "")
    assert len(person.burst._text) <= LONGEST


def test_the_burst_does_not_show_what_it_holds(person):
    person.type("999999", QUICK)
    assert repr(person.burst) == "KeyBurst(6 keys)"


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["press", "commit"]),
            st.text("aZ7Ａ７，中\r\t", min_size=1, max_size=1),
            st.sampled_from([QUICK, SLOW]),
        ),
        max_size=25,
    )
)
def test_every_sign_is_typed_or_scanned_and_none_twice(events):
    person = Person()
    for kind, sign, pause in events:
        person.wait(pause)
        person.heed(getattr(person.burst, kind)(sign, person.now), sign)
    person.wait(SLOW)
    if not person.scans and not person.spoiled:
        assert person.field == "".join(sign for _, sign, _ in events)
    assert len(person.field) <= len(events)
    assert not person._kept
