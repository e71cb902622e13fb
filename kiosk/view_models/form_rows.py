"""The fields of a form as pages show them: words, and never more of an answer than they need."""

from __future__ import annotations

from datetime import date
from typing import Any

from common.domain.forms import (
    Answers,
    Asked,
    Fault,
    Kind,
    Page,
    Privacy,
    Sheet,
    preview,
    row_of,
)
from common.domain.forms.conditions import Facts
from common.domain.forms.signature import SIDE
from common.domain.text import Text
from kiosk.view_models.words import words

NOTHING = Text(zh="", en="")
MOST_POINTS = 5_000
"""Of all strokes of a signature together."""


def point(x: float, y: float) -> tuple[int, int]:
    """A place on the pad as a signature keeps it; a finger beside the pad is at its edge."""
    return _inside(x), _inside(y)


def _inside(share: float) -> int:
    return round(min(1.0, max(0.0, share)) * SIDE)


def row(asked: Asked, facts: Facts, fault: Fault | None) -> dict[str, Any]:
    """One field: what it is called, what is in it, and what is wrong there, if anything is."""
    field, answer = asked.field, facts.text(asked.field.key)
    needed = asked.required.holds(facts) is True
    return {
        "key": str(field.key),
        "label": words(field.label),
        "hint": words(field.hint),
        "value": words(_shown(asked, answer)),
        "needed": needed,
        "fault": words(fault.words if fault else NOTHING),
        "level": "" if fault is None else "missing" if fault.missing else fault.level.value,
    }


def _shown(asked: Asked, answer: str) -> Text:
    """A sensitive answer is masked as soon as it is typed: others may look over a shoulder."""
    if not answer:
        return NOTHING
    shown = row_of(asked.field, answer)
    return shown.masked if asked.field.privacy is Privacy.SENSITIVE else shown.value


def derived_rows(sheet: Sheet, page: Page, facts: Facts) -> list[dict[str, Any]]:
    """What a page need not ask, for another answer tells it."""
    told = sheet.told_elsewhere(facts)
    return [
        {"label": words(asked.field.label), "value": words(row_of(asked.field, answer).value)}
        for asked in page.asked
        if asked.field.key in told and (answer := facts.text(asked.field.key))
    ]


def overview(sheet: Sheet, answers: Answers, today: date) -> list[dict[str, Any]]:
    """Everything that was answered, masked as the forms say. `key` is empty where it cannot be
    changed: it follows from another answer, or has a page of its own."""
    facts = sheet.facts(answers, today)
    told = sheet.told_elsewhere(facts)
    fixed = {
        asked.field.key
        for asked in sheet.every()
        if asked.field.key in told or asked.field.kind in (Kind.SIGNATURE, Kind.CONSENT)
    }
    signatures = {a.field.key for a in sheet.every() if a.field.kind is Kind.SIGNATURE}
    blocks = (
        (block.title, [one for one in block.rows if one.key not in signatures])
        for block in preview(sheet, answers, today)
    )
    return [
        {
            "title": words(title),
            "rows": [
                {
                    "key": "" if one.key is None or one.key in fixed else str(one.key),
                    "label": words(one.label),
                    "value": words(one.masked),
                }
                for one in rows
            ],
        }
        for title, rows in blocks
        if rows
    ]
