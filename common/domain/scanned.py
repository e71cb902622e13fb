"""What a scanned code may be: the code of a slip, of an appointment or of a form.

Our codes hold nothing but themselves. Everything else that people hold before a scanner (payment
codes, parcels, links) is refused calmly and kept nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from common.domain.pickup_code import pickup_code
from common.domain.signs import tidied
from common.domain.text import Text

CODE_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Of slips and appointments. Without 0, 1, I and O: a code may be read aloud and typed."""
TICKET_CODE_LENGTH = 8
APPOINTMENT_CODE_LENGTH = 6

NOT_OURS = Text(
    zh="这不是本大厅的码。请扫描号票、预约凭证或表单上的码",
    en="This code is not from this hall. Scan the one on your slip, appointment or form",
)
"""For whoever scanned something else."""

_SYMBOLOGY = re.compile(r"\][A-Za-z][0-9A-Za-z]")
"""What many scanners put before a code to tell its kind (ISO/IEC 15424)."""


class CodeKind(StrEnum):
    TICKET = "ticket"
    APPOINTMENT = "appointment"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class ScannedCode:
    """A code that could be ours: whether it is, the database knows."""

    code: str
    may_be: tuple[CodeKind, ...]
    """Where to look for it, the likeliest first: appointments and forms both have six signs."""


def scanned_code(text: str) -> ScannedCode | None:
    """The code that was scanned or typed, in any case and width; None when it is none of ours."""
    plain = _SYMBOLOGY.sub("", tidied(text).value, count=1).strip()
    code = plain.replace(" ", "").upper()
    if not code or any(sign not in CODE_SIGNS for sign in code):
        return None
    kinds = []
    if len(code) == TICKET_CODE_LENGTH:
        kinds.append(CodeKind.TICKET)
    if len(code) == APPOINTMENT_CODE_LENGTH:
        kinds.append(CodeKind.APPOINTMENT)
    if pickup_code(code) is not None:
        kinds.append(CodeKind.FORM)
    return ScannedCode(code, tuple(kinds)) if kinds else None
