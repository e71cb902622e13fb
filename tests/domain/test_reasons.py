"""The sentence that says why: true, complete, and in figures that show who is ahead."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.hall import Policy, PolicyKind, PriorityClass, Rules
from common.domain.line import choose, head_of
from common.domain.ratio import Side
from common.domain.text import Text
from common.domain.ticket import HoldKind

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
BOOKED = PriorityClass(
    "PA", Text(zh="预约", en="booked"), 5 * MINUTE, False, False, appointment=True
)
RATIO = Policy(PolicyKind.RATIO, 1, 2)
ABSOLUTE = Policy(PolicyKind.ABSOLUTE)


@pytest.fixture(scope="session")
def why(small_hall):
    """The reason for the choice of a counter with a handicap for QB."""
    classes = (*small_hall.priority_classes, BOOKED)
    halls = {
        policy: replace(small_hall, rules=Rules(policy=policy), priority_classes=classes)
        for policy in (Policy(), RATIO, ABSOLUTE)
    }

    def why(*legs, policy=Policy(), recent=()):  # noqa: B008
        hall = halls[policy]
        return choose(hall, hall.counter("A02"), [head_of(leg) for leg in legs], NOON, recent)

    return why


@st.composite
def crowds(draw, lanes=("P0", "P1", "P5", "P9", "PA"), may_come_back=True):
    """Some who came at odd microseconds, some at the same instant, some before their time."""
    instants = st.one_of(st.integers(-90, 5), st.floats(-3, 1), st.floats(-16, -14))
    people = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["QA", "QB"]),
                st.sampled_from(lanes),
                instants,
                st.booleans() if may_come_back else st.just(False),
            ),
            min_size=1,
            max_size=6,
        )
    )
    return [
        {"order": order, "queue": queue, "lane": lane, "ready": ready, "comes_back": back}
        for order, (queue, lane, ready, back) in enumerate(people, start=1)
    ]


@given(crowds(), st.sampled_from([Policy(), RATIO, ABSOLUTE]), st.lists(st.sampled_from(Side)))
def test_every_reason_names_the_number_and_one_that_it_goes_before(
    why, make_leg, people, policy, recent
):
    legs = [make_leg(**person) for person in people]
    choice = why(*legs, policy=policy, recent=recent)
    for said in (choice.reason.zh, choice.reason.en):
        named = set(re.findall(r"QA\d{3}", said))
        assert choice.head.number in named
        assert (len(named) > 1) == (len(legs) > 1)
        assert named <= {leg.number for leg in legs}


SIGNS = {"waited": 1, "against": 1, "due in": -1, "+": 1, "-": -1}


def shown_minutes(claim):
    claim = claim if claim.startswith("due in") else f"waited {claim.removeprefix('waited ')}"
    figures = re.findall(r"(waited|due in|\+|-) (\d+) min", claim)
    return sum(SIGNS[sign] * int(minutes) for sign, minutes in figures)


@given(crowds(lanes=("P0", "P1", "P5"), may_come_back=False))
def test_the_figures_show_who_is_ahead_or_the_reason_says_so(why, make_leg, people):
    legs = {person["order"]: make_leg(**person) for person in people}
    choice = why(*legs.values())
    if len(legs) == 1:
        return
    told = choice.reason.en.split(": ", 1)[1]
    mine, theirs = map(shown_minutes, told.split(" against "))
    rival = legs[int(re.search(r"before QA(\d+)", choice.reason.en)[1])]
    if mine == theirs:
        assert ", equal: issued earlier" in told or ", ahead by" in told
        assert "取号在先" in choice.reason.zh or "领先" in choice.reason.zh
    else:
        assert mine > theirs
        assert "ahead" not in told
        assert "equal" not in told
    if "issued earlier" in told:
        assert choice.head.order < rival.order


def test_it_names_both_and_their_claims(why, make_leg):
    reason = why(make_leg(1, ready=-22), make_leg(2, lane="P1", ready=-14)).reason
    assert (
        reason.en == "QA002 before QA001: waited 14 min + 15 min head start (older) against 22 min"
    )
    assert (
        reason.zh
        == "QA002 先于 QA001：已等 14 分钟 + 优先 15 分钟（older（中）），对方已等 22 分钟"
    )


def test_it_tells_of_a_handicap(why, make_leg):
    reason = why(make_leg(1, queue="QB", ready=-30)).reason
    assert reason.en == ("QA001 is first in line: waited 30 min - 10 min handicap (helps out)")
    assert reason.zh == "QA001 排在最前：已等 30 分钟 - 协助队列 10 分钟"


@pytest.mark.parametrize(
    ("seconds", "en", "zh"),
    [
        (61, "waited 15 min against 13 min", "已等 15 分钟，对方已等 13 分钟"),
        (59, "waited 15 min against 14 min", "已等 15 分钟，对方已等 14 分钟"),
        (-20, "waited 15 min against 15 min, ahead by 10 s", "对方已等 15 分钟，领先 10 秒"),
        (-29.5, "against 15 min, ahead by less than 1 s", "对方已等 15 分钟，领先不到 1 秒"),
        (-30, "against 15 min, equal: issued earlier", "对方已等 15 分钟，相同，取号在先"),
    ],
)
def test_less_than_a_minute_is_told_in_seconds(why, make_leg, seconds, en, zh):
    reason = why(make_leg(1, ready=-15.5), make_leg(2, queue="QC", ready=-15 + seconds / 60)).reason
    assert reason.en.endswith(en)
    assert reason.zh.endswith(zh)


def test_who_is_early_for_an_appointment_has_not_waited(why, make_leg):
    """Also after a clock was set back: no negative wait is shown."""
    reason = why(make_leg(1, lane="PA", ready=2.5), make_leg(2, ready=0)).reason
    assert reason.en == (
        "QA001 before QA002: due in 3 min + 5 min head start (booked) against 0 min"
    )
    assert reason.zh == "QA001 先于 QA002：还差 3 分钟到时 + 优先 5 分钟（预约），对方已等 0 分钟"


def test_nobody_goes_before_themselves(why, make_leg):
    """Both legs of an open stage wait, each in its queue."""
    one = make_leg(1, ready=-5)
    other = replace(make_leg(2, queue="QC", ready=-5), ticket=one.ticket, number=one.number)
    assert why(one, other).reason.en == "QA001 is first in line: waited 5 min"
    assert why(one, other, make_leg(3)).reason.en == (
        "QA001 before QA003: waited 5 min against 0 min"
    )


def test_break_glass_says_so(why, make_leg):
    urgent, more_urgent = make_leg(1, lane="P9"), make_leg(2, lane="P9", queue="QC", ready=-3)
    back = make_leg(3, comes_back=True, ready=-60)
    assert why(urgent).reason.en == "QA001 is first in line: urgent, put first by the duty manager"
    assert why(urgent, back).reason == Text(
        zh="QA001 先于 QA003：紧急优先（值班主任）",
        en="QA001 before QA003: urgent, put first by the duty manager",
    )
    assert why(urgent, more_urgent, back).reason == Text(
        zh="QA002 先于 QA001：同为紧急优先，已等 3 分钟，对方已等 0 分钟",
        en="QA002 before QA001: both urgent, waited 3 min against 0 min",
    )


@pytest.mark.parametrize("policy", [Policy(), RATIO, ABSOLUTE])
def test_coming_back_says_so(why, make_leg, policy):
    """Head starts count nothing here, so none is shown."""
    back = make_leg(1, comes_back=True, ready=-5)
    longer = make_leg(2, lane="P1", comes_back=True, ready=-7, queue="QC")
    green = make_leg(3, lane="P5", ready=-60)
    assert why(back, green, policy=policy).reason == Text(
        zh="QA001 先于 QA003：回到本窗口继续办理",
        en="QA001 before QA003: comes back to this counter",
    )
    assert why(back, longer, green, policy=policy).reason.en == (
        "QA002 before QA001: both come back to this counter, waited 7 min against 5 min"
    )


@pytest.mark.parametrize(
    ("kind", "en"),
    [
        (HoldKind.PAPERS_LEFT, "comes back to this counter, where the papers stayed"),
        (HoldKind.OTHER_STEP, "comes back to this counter from another step"),
        (None, "comes back to this counter"),
    ],
)
def test_coming_back_says_from_what_kind_of_hold(why, make_leg, kind, en):
    reason = why(make_leg(1, comes_back=True, hold_kind=kind), make_leg(2, ready=-50)).reason
    assert reason.en == f"QA001 before QA002: {en}"


def test_a_ratio_says_whose_turn_it_is(why, make_leg):
    booked = make_leg(1, lane="PA", ready=-5)
    walk_in = make_leg(2, ready=-50)
    assert why(booked, walk_in, policy=RATIO).reason == Text(
        zh="QA001 先于 QA002：轮到预约号（预约 1：现场 2）",
        en="QA001 before QA002: appointment's turn (appointments to walk-ins 1 to 2)",
    )
    third = make_leg(3, lane="P1", ready=-30)
    choice = why(booked, walk_in, third, policy=RATIO, recent=[Side.APPOINTMENT])
    assert choice.side is Side.WALK_IN
    assert choice.reason == Text(
        zh="QA002 先于 QA001：轮到现场号（预约 1：现场 2）；"
        "先于 QA003：已等 50 分钟，对方已等 30 分钟 + 优先 15 分钟（older（中））",
        en="QA002 before QA001: walk-in's turn (appointments to walk-ins 1 to 2); "
        "before QA003: waited 50 min against 30 min + 15 min head start (older)",
    )


def test_a_side_alone_is_explained_by_its_minutes(why, make_leg):
    reason = why(make_leg(1, ready=-9), make_leg(2, queue="QC", ready=-4), policy=RATIO).reason
    assert reason.en == "QA001 before QA002: waited 9 min against 4 min"


def test_an_absolute_policy_says_which_class_goes_first(why, make_leg):
    older, ordinary = make_leg(1, lane="P1"), make_leg(2, ready=-50)
    assert why(older, ordinary, policy=ABSOLUTE).reason == Text(
        zh="QA001 先于 QA002：按类别先后，“older（中）”在“ordinary（中）”之前",
        en="QA001 before QA002: class older goes before class ordinary",
    )
    helped = make_leg(3, queue="QB", ready=-55)
    assert why(helped, ordinary, policy=ABSOLUTE).reason.en == (
        "QA003 before QA002: waited 55 min against 50 min"
    )
