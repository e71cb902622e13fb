"""Why a number goes first, in words that a clerk can pass on to whoever asks.

Figures are whole minutes. Where those alone would not show who is ahead, the reason says by how
much, or that the number was issued earlier.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from common.domain.hall import Policy
from common.domain.ids import TicketNumber
from common.domain.ratio import Side
from common.domain.text import Text
from common.domain.ticket import HoldKind

_NONE = timedelta(0)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Claim:
    """What speaks for a number: how long it waited, and what the policy adds or takes."""

    waited: timedelta
    """Below zero while the time of its appointment is still to come."""
    head_start: timedelta = _NONE
    """Whole minutes, as the hall file has them; so is `handicap`."""
    handicap: timedelta = _NONE
    lane: Text | None = None
    """The name of the class that gives the head start."""

    @property
    def strength(self) -> timedelta:
        return self.waited + self.head_start - self.handicap


URGENT = Text(zh="紧急优先（值班主任）", en="urgent, put first by the duty manager")
BOTH_URGENT = Text(zh="同为紧急优先", en="both urgent")
BOTH_COME_BACK = Text(zh="都回到本窗口继续办理", en="both come back to this counter")


_COMES_BACK = Text(zh="回到本窗口继续办理", en="comes back to this counter")
_COMES_BACK_FROM = {
    HoldKind.PAPERS_LEFT: Text(
        zh="回到本窗口继续办理（材料留在本窗口）",
        en="comes back to this counter, where the papers stayed",
    ),
    HoldKind.OTHER_STEP: Text(
        zh="办完其他环节，回到本窗口继续办理", en="comes back to this counter from another step"
    ),
}


def comes_back(hold: HoldKind | None) -> Text:
    """Says from what kind of hold, where that is known."""
    return _COMES_BACK if hold is None else _COMES_BACK_FROM.get(hold, _COMES_BACK)


def alone(number: TicketNumber, why: Text) -> Text:
    """`number` has nobody to go before."""
    return Text(zh=f"{number} 排在最前：{why.zh}", en=f"{number} is first in line: {why.en}")


def before(number: TicketNumber, rival: TicketNumber, why: Text) -> Text:
    return Text(zh=f"{number} 先于 {rival}：{why.zh}", en=f"{number} before {rival}: {why.en}")


def also_before(reason: Text, rival: TicketNumber, why: Text) -> Text:
    """`reason`, and why the same number goes before one more."""
    return Text(
        zh=f"{reason.zh}；先于 {rival}：{why.zh}", en=f"{reason.en}; before {rival}: {why.en}"
    )


def claimed(claim: Claim) -> Text:
    return Text(zh=_claim_zh(claim), en=_claim_en(claim))


def stronger(claim: Claim, rival: Claim) -> Text:
    """`claim` against one that is weaker, or equal and issued later."""
    lead = _lead(claim, rival)
    return Text(
        zh=f"{_claim_zh(claim)}，对方{_claim_zh(rival)}{lead.zh}",
        en=f"{_claim_en(claim)} against {_claim_en(rival).removeprefix('waited ')}{lead.en}",
    )


def joined(both: Text, why: Text) -> Text:
    return Text(zh=f"{both.zh}，{why.zh}", en=f"{both.en}, {why.en}")


def turn_of(side: Side, policy: Policy) -> Text:
    whose = _WHOSE[side]
    ratio = policy.appointments, policy.walk_ins
    return Text(
        zh="轮到{}（预约 {}：现场 {}）".format(whose.zh, *ratio),
        en="{}'s turn (appointments to walk-ins {} to {})".format(whose.en, *ratio),
    )


_WHOSE = {
    Side.APPOINTMENT: Text(zh="预约号", en="appointment"),
    Side.WALK_IN: Text(zh="现场号", en="walk-in"),
}


def class_first(lane: Text, later: Text) -> Text:
    return Text(
        zh=f"按类别先后，“{lane.zh}”在“{later.zh}”之前",
        en=f"class {lane.en} goes before class {later.en}",
    )


def _lead(claim: Claim, rival: Claim) -> Text:
    """Empty when the minutes tell it already."""
    lead = claim.strength - rival.strength
    if not lead:
        return Text(zh="，相同，取号在先", en=", equal: issued earlier")
    if claim.strength // _MINUTE > rival.strength // _MINUTE:
        return Text(zh="", en="")
    seconds = int(lead.total_seconds())
    if not seconds:
        return Text(zh="，领先不到 1 秒", en=", ahead by less than 1 s")
    return Text(zh=f"，领先 {seconds} 秒", en=f", ahead by {seconds} s")


def _claim_zh(claim: Claim) -> str:
    minutes = claim.waited // _MINUTE
    told = f"已等 {minutes} 分钟" if minutes >= 0 else f"还差 {-minutes} 分钟到时"
    if claim.lane and claim.head_start:
        told += f" + 优先 {claim.head_start // _MINUTE} 分钟（{claim.lane.zh}）"
    if claim.handicap:
        told += f" - 协助队列 {claim.handicap // _MINUTE} 分钟"
    return told


def _claim_en(claim: Claim) -> str:
    minutes = claim.waited // _MINUTE
    told = f"waited {minutes} min" if minutes >= 0 else f"due in {-minutes} min"
    if claim.lane and claim.head_start:
        told += f" + {claim.head_start // _MINUTE} min head start ({claim.lane.en})"
    if claim.handicap:
        told += f" - {claim.handicap // _MINUTE} min handicap (helps out)"
    return told
