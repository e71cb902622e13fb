"""Forms as the invented person 测试甲 would fill them in."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from common.domain.forms import (
    Field,
    FilledForm,
    FormBook,
    FormCode,
    Kind,
    sheet_of,
    tidy,
)
from common.domain.forms.signature import SIDE, Signature
from common.domain.text import Language


def filled_in(
    book: FormBook,
    codes: Sequence[str],
    signed_at: datetime,
    *,
    services: Sequence[str] = (),
    zone: str = "Asia/Shanghai",
) -> FilledForm:
    """Every field that is asked, with the example that stands in the field dictionary."""
    forms = [book.forms[FormCode(code)] for code in codes]
    sheet = sheet_of(book, forms, services)
    answers = {asked.field.key: _answer(book, asked.field) for asked in sheet.every()}
    answers |= {notice.key: notice.version for notice in sheet.notices.values()}
    day = signed_at.astimezone(ZoneInfo(zone)).date()
    kept = {key: text for key, text in sheet.kept(answers, day).items() if text}
    facts = sheet.facts(kept, day)
    due = {notice.key for notice in sheet.notices_due(facts)}
    every = {notice.key for notice in sheet.notices.values()}
    return FilledForm(
        forms=tuple(form.code for form in forms),
        services=tuple(services),
        language=Language.ZH,
        signed_at=signed_at,
        answers={key: text for key, text in kept.items() if key not in every - due},
    )


def _answer(book: FormBook, field: Field) -> str:
    match field.kind:
        case Kind.CHOICE | Kind.MULTI:
            return field.choices[0].code
        case Kind.CONSENT:
            return book.notices[field.notice].version if field.notice else ""
        case Kind.SIGNATURE:
            return _signature().text
        case _:
            return tidy(field, field.example).value


def _signature() -> Signature:
    """Three quick loops, as somebody in a hurry signs."""
    strokes = []
    for place, (wide, high) in enumerate(((1300, 3300), (1000, 2700), (1500, 3600))):
        left, steps = 1300 + place * 2800, 46
        strokes.append(
            tuple(
                (
                    _inside(left + step * 44 + wide * math.sin(step / 3.1)),
                    _inside(5000 + high * math.cos(step / 2.3 + place) * (1 - step / 70)),
                )
                for step in range(steps)
            )
        )
    strokes.append(
        tuple((_inside(1200 + step * 160), _inside(8300 - step * 12)) for step in range(48))
    )
    return Signature(tuple(strokes))


def _inside(place: float) -> int:
    return min(max(round(place), 0), SIDE)
