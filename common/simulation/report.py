"""What a simulation says: one sentence for a supervisor, and everything as plain facts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from common.domain.hall import PolicyKind
from common.domain.ids import ZoneCode
from common.domain.text import Text
from common.simulation.day import Numbers
from common.simulation.experiment import Plan, Result
from common.simulation.measures import Measures, Spread

NUMBERS = {
    Numbers.ONE: Text(zh="一件事一个号", en="one number for everything"),
    Numbers.TRANSFER: Text(zh="一个号依次转号", en="one number, transferred"),
    Numbers.SEPARATE: Text(zh="每个窗口各取一个号", en="a new number at each counter"),
    Numbers.ONE_STOP: Text(zh="整件事一窗办理", en="whole errand at one counter"),
}

POLICIES = {
    PolicyKind.HEAD_START: Text(zh="优先提前分钟数", en="priority by head start"),
    PolicyKind.RATIO: Text(zh="预约与现场按比例", en="appointments and walk-ins by turns"),
    PolicyKind.ABSOLUTE: Text(zh="绝对优先", en="absolute priority"),
}


def headline(plan: Plan) -> Text:
    """What was simulated, in one line."""
    hall, setting = plan.at_first.hall, plan.setting
    counters, staffed = len(hall.counters), len(plan.at_first.staffed)
    policy = POLICIES[hall.rules.policy.kind]
    return Text(
        zh=f"{setting.level.upper()}，{setting.days} 天，每天约 {plan.tickets} 人，"
        f"{counters} 个窗口开 {staffed} 个，{NUMBERS[setting.numbers].zh}，"
        f"{policy.zh}，随机种子 {setting.seed}",
        en=f"{setting.level.upper()}, {_days(setting.days)}, {plan.tickets} people on an average "
        f"day, {staffed} of {counters} counters staffed, {NUMBERS[setting.numbers].en}, "
        f"{policy.en}, seed {setting.seed}",
    )


def question(result: Result) -> Text | None:
    """What the change is; None when nothing was asked."""
    if result.opened is not None:
        code = result.opened
        return Text(zh=f"增开 {code} 窗口后", en=f"With one counter more, {code}")
    if result.after is not None:
        zones = _zones(result.plan)
        return Text(
            zh=f"{'、'.join(zones)} 区窗口合并后",
            en=f"With the counters of {_listed(zones)} pooled",
        )
    return None


def answer(result: Result) -> Text | None:
    """The answer to the supervisor's question, in one sentence; None when nothing was asked."""
    asked = question(result)
    if asked is None or result.after is None:
        return None
    where = [queue.code for queue in result.plan.where]
    old, new = (together(m.queues[c] for c in where if c in m.queues) for m in _both(result))
    hall_old, hall_new = (measures.waits.mean for measures in _both(result))
    place = _place(result.plan)
    often = _how_often(result)
    return Text(
        zh=f"{asked.zh}，{place.zh}平均等候由 {old.mean:.1f} 分钟变为 {new.mean:.1f} 分钟"
        f"（{_change(old.mean, new.mean)}），等候超过 30 分钟的由 {old.long:.1%} 变为 "
        f"{new.long:.1%}；全大厅平均由 {hall_old:.1f} 分钟变为 {hall_new:.1f} 分钟{often.zh}。",
        en=f"{asked.en}, the mean wait in {place.en} goes from {old.mean:.1f} to "
        f"{new.mean:.1f} min ({_change(old.mean, new.mean)}) and the waits over 30 min from "
        f"{old.long:.1%} to {new.long:.1%}; over the whole hall the mean goes from "
        f"{hall_old:.1f} to {hall_new:.1f} min{often.en}.",
    )


def _how_often(result: Result) -> Text:
    """On how many days it helped: a single day says nothing about that."""
    before, after = (measures.day_means for measures in _both(result))
    days = len(before)
    if days == 1:
        return Text(zh="", en="")
    better = sum(new < old for old, new in zip(before, after, strict=True))
    return Text(zh=f"，{days} 天中 {better} 天更短", en=f", shorter on {better} of {_days(days)}")


def _days(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"


def _zones(plan: Plan) -> list[ZoneCode]:
    return list(dict.fromkeys(queue.zone for queue in plan.where))


def _both(result: Result) -> tuple[Measures, Measures]:
    assert result.after is not None
    return result.before, result.after


def _place(plan: Plan) -> Text:
    """The queues of the change; a zone by its letter when all of its queues are meant."""
    zones = _zones(plan)
    of_zones = [queue for queue in plan.at_first.hall.queues if queue.zone in zones]
    if len(of_zones) == len(plan.where):
        named = f"{'、'.join(zones)} 区"
        return Text(zh=named, en=f"zone{'s' if len(zones) > 1 else ''} {_listed(zones)}")
    codes = [queue.code for queue in plan.where]
    return Text(zh=f"{'、'.join(codes)} 队列", en=f"queue {_listed(codes)}")


def _listed(codes: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(codes[:-1]), codes[-1])))


def together(spreads: Iterable[Spread]) -> Spread:
    """Several spreads as one, as far as means and shares go; percentiles are the greatest."""
    parts = [part for part in spreads if part.count]
    count = sum(part.count for part in parts)
    if not count:
        return Spread(0, 0.0, 0.0, 0.0, 0.0, 0.0)
    return Spread(
        count=count,
        mean=math.fsum(part.count * part.mean for part in parts) / count,
        p50=max(part.p50 for part in parts),
        p90=max(part.p90 for part in parts),
        maximum=max(part.maximum for part in parts),
        long=math.fsum(part.count * part.long for part in parts) / count,
    )


def _change(old: float, new: float) -> str:
    return f"{(new - old) / old:+.0%}" if old else "±0%"


def facts(result: Result) -> dict[str, Any]:
    """Everything, for programs; times in minutes, shares as fractions of 1."""
    plan = result.plan
    setting = plan.setting
    told = answer(result)
    return {
        "hall": plan.at_first.hall.code,
        "level": setting.level.upper(),
        "days": setting.days,
        "seed": setting.seed,
        "tickets_a_day": plan.tickets,
        "policy": plan.at_first.hall.rules.policy.kind.value,
        "numbers": setting.numbers.value,
        "before": _measured(result.before),
        "after": result.after and _measured(result.after),
        "opened": result.opened,
        "pooled": _zones(plan) if setting.pool else None,
        "answer": told and {"zh": told.zh, "en": told.en},
    }


def _measured(measures: Measures) -> dict[str, Any]:
    return {
        "tickets": measures.tickets,
        "booked": measures.booked,
        "missed": measures.missed,
        "left_waiting": measures.left_waiting,
        "wait": _told(measures.waits),
        "hall_time": _told(measures.errands),
        "hall_time_several_windows": _told(measures.several),
        "zones": {code: _told(one) for code, one in measures.zones.items()},
        "queues": {code: _told(one) for code, one in measures.queues.items()},
        "classes": {code: _told(one) for code, one in measures.classes.items()},
        "half_hours": {
            f"{start.seconds // 3600:02d}:{start.seconds // 60 % 60:02d}": _told(one)
            for start, one in measures.half_hours
        },
        "counters": {
            use.counter: {"zone": use.zone, "people": use.people, "busy": round(use.busy, 4)}
            for use in measures.counters
        },
        "busy": round(measures.busy, 4),
        "day_means": [round(mean, 3) for mean in measures.day_means],
    }


def _told(one: Spread) -> dict[str, float]:
    return {
        "people": one.count,
        "mean": round(one.mean, 3),
        "p50": round(one.p50, 3),
        "p90": round(one.p90, 3),
        "max": round(one.maximum, 3),
        "over_30_min": round(one.long, 4),
    }
