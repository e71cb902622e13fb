"""A filled form that leaves the hall's keeping, and the file it becomes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from common.domain.forms import FilledForm
from common.domain.ids import ClerkLogin, HallCode

_FORMAT = "jiaohao filled form"
_VERSION = 1


class TakenAs(StrEnum):
    PAPER = "paper"
    PDF = "pdf"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class ExportedForm:
    """All of it: for paper, or for the system in which the case is entered."""

    hall: HallCode
    code: str
    number: str | None
    filled: FilledForm
    at: datetime
    by: ClerkLogin

    def as_json(self) -> bytes:
        """For the system in which the case is entered (docs/guide/forms.md)."""
        return (json.dumps(self.facts(), ensure_ascii=False, indent=2) + "\n").encode()

    def facts(self) -> dict[str, Any]:
        """What was there before an edit stays sealed."""
        filled = self.filled
        return {
            "format": _FORMAT,
            "version": _VERSION,
            "hall": self.hall,
            "code": self.code,
            "number": self.number,
            "forms": list(filled.forms),
            "services": list(filled.services),
            "language": filled.language.value,
            "signed_at": _utc(filled.signed_at),
            "exported_at": _utc(self.at),
            "exported_by": self.by,
            "answers": dict(filled.answers),
            "edits": [
                {"at": _utc(edit.at), "by": edit.by, "field": edit.key} for edit in filled.edits
            ],
        }


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
