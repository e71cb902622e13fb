"""A form that was filled in and signed, on its way to a counter.

It is personal through and through: whoever keeps it, encrypts `FilledForm.packed`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from common.domain.forms.field import Answers, FieldKey
from common.domain.forms.form import LONGEST_KEPT_DAYS, FormCode
from common.domain.text import Language

_LAYOUT = 1


class NotAFilledForm(ValueError):
    """These bytes were not packed by this version or an earlier one."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One answer that a clerk changed. It is sealed with the form and leaves it nowhere else."""

    at: datetime
    by: str
    """The clerk's login."""
    key: FieldKey
    before: str = field(repr=False)
    """The answer until then; empty where there was none."""


@dataclass(frozen=True, slots=True)
class FilledForm:
    forms: tuple[FormCode, ...]
    services: tuple[str, ...]
    language: Language
    """In which the person read the notices."""
    signed_at: datetime
    """Aware; also when the notices were agreed to, whose versions are among the answers."""
    answers: Answers = field(repr=False)
    edits: tuple[Edit, ...] = ()
    """What clerks changed after it was signed, the oldest first."""

    def expires(self, retention_days: int) -> datetime:
        """When it is erased unless somebody fetches it; never after more than seven days."""
        return self.signed_at + timedelta(days=min(retention_days, LONGEST_KEPT_DAYS))

    def packed(self) -> bytes:
        """As JSON in UTF-8, which `unpacked` reads."""
        facts = {
            "layout": _LAYOUT,
            "forms": self.forms,
            "services": self.services,
            "language": self.language,
            "signed_at": self.signed_at.astimezone(UTC).isoformat(),
            "answers": dict(self.answers),
            "edits": [
                [edit.at.astimezone(UTC).isoformat(), edit.by, edit.key, edit.before]
                for edit in self.edits
            ],
        }
        return json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(data: bytes) -> FilledForm:
    """The form that was packed. Raises NotAFilledForm, which never quotes what it was given."""
    try:
        facts = json.loads(data)
        if facts["layout"] != _LAYOUT:
            raise NotAFilledForm
        return FilledForm(
            forms=tuple(FormCode(_text(code)) for code in facts["forms"]),
            services=tuple(map(_text, facts["services"])),
            language=Language(facts["language"]),
            signed_at=_moment(facts["signed_at"]),
            answers={FieldKey(key): _text(value) for key, value in facts["answers"].items()},
            edits=tuple(
                Edit(_moment(at), _text(by), FieldKey(_text(key)), _text(before))
                for at, by, key, before in facts.get("edits", ())
            ),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise NotAFilledForm from None


def _moment(given: Any) -> datetime:
    moment = datetime.fromisoformat(given)
    if moment.tzinfo is None:
        raise NotAFilledForm
    return moment


def _text(given: Any) -> str:
    if not isinstance(given, str):
        raise NotAFilledForm
    return given


def changed_fields(before: Answers, after: Mapping[FieldKey, str]) -> tuple[FieldKey, ...]:
    """The fields whose answers differ: what the trace of an edit names; it holds no answers."""
    keys = dict.fromkeys((*before, *after))
    return tuple(key for key in keys if before.get(key, "") != after.get(key, ""))
