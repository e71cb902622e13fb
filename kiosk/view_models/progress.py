"""How an errand stands, as QML takes it: its steps, what came of each, and what is next."""

from __future__ import annotations

from typing import Any

from common.operations.enquiries import Enquiry, Step
from common.printing.slip import counter_ranges
from common.qt.translations import date_text
from kiosk.view_models.slip import open_number_page
from kiosk.view_models.words import NO_WORDS, Words, error_words, words


def errand_page(found: Enquiry) -> dict[str, Any]:
    """What 我的号 and 进度查询 show of a number."""
    standing = found.standing
    line = open_number_page(standing) if standing else {"ahead": -1, "wait": [], "calledTo": ""}
    ended = [step.outcome.value for step in found.steps if step.outcome]
    return {
        "number": str(found.number),
        "state": found.state.value,
        "services": [words(name) for name in found.services],
        "marks": line.get("marks", []),
        "ahead": line["ahead"],
        "wait": line["wait"],
        "calledTo": line["calledTo"],
        "steps": [_step(step, place == found.now) for place, step in enumerate(found.steps)],
        "here": _step(found.steps[found.now], True) if found.now is not None else {},
        "isOver": found.now is None,
        "ofToday": found.of_today,
        "day": {language: date_text(found.day, language) for language in ("zh", "en")},
        "outcome": ended[-1] if ended else "",
        "missing": [words(name) for name in found.missing],
        "remark": found.remark,
        "promised": _day(found),
        "mayComeBack": found.may_come_back,
        "notBack": error_words(found.not_back) if found.not_back else NO_WORDS,
        "mayBeCancelled": found.may_be_cancelled,
        "mayBeRated": found.may_be_rated,
    }


def _day(found: Enquiry) -> Words:
    day = found.promised
    return {one: date_text(day, one) for one in ("zh", "en")} if day else NO_WORDS


def _step(step: Step, now: bool) -> dict[str, Any]:
    return {
        "services": [words(name) for name in step.services],
        "queue": words(step.queue),
        "zone": step.zone_code,
        "zoneName": words(step.zone),
        "floor": step.floor,
        "counters": " ".join(counter_ranges(step.counters)),
        "state": step.state.value,
        "outcome": step.outcome.value if step.outcome else "",
        "isNow": now,
    }
