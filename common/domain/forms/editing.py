"""A clerk corrects an answer: what else changes with it."""

from __future__ import annotations

from datetime import date

from common.domain.forms.checks import tidy
from common.domain.forms.field import Answers, FieldKey
from common.domain.forms.filled import changed_fields
from common.domain.forms.sheet import Sheet


def corrected(
    sheet: Sheet, answers: Answers, key: FieldKey, typed: str, today: date
) -> dict[FieldKey, str]:
    """All that `typed` at `key` changes: the answer itself, what follows from it, and what is no
    longer asked, which becomes empty. Answers to no field of the sheet stay as they are.

    Empty when nothing changes. Raises KeyError for a field that the sheet does not have.
    """
    field = next((asked.field for asked in sheet.every() if asked.field.key == key), None)
    if field is None:
        raise KeyError(key)
    known = {asked.field.key for asked in sheet.every()}
    known.update(notice.key for notice in sheet.notices.values())
    kept = sheet.kept({**answers, key: tidy(field, typed).value}, today)
    after = {other: text for other, text in answers.items() if other not in known} | dict(kept)
    return {changed: after.get(changed, "") for changed in changed_fields(answers, after)}
