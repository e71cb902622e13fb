"""Persons, where a hall must know that two numbers are of the same one.

Nothing that names a person is kept: a keyed hash stands for them. Without the hall's key nobody can
find the person by trying all telephone numbers.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from common.domain.errors import JiaohaoError

_FEWEST_SIGNS = 5
_MOST_SIGNS = 64
_MAINLAND_MOBILE = re.compile(r"(?:0086|86)(1\d{10})")
_MARK = re.compile(r"[0-9a-f]{64}")


class NotAnIdentity(JiaohaoError):
    code = "not_an_identity"
    en = "That is no ID number or telephone number. Write letters and digits, 5 to 64 of them."
    zh = "这不是证件号或手机号。请填写 5 到 64 位字母和数字。"


@dataclass(frozen=True, slots=True)
class BlockedPerson:
    """Somebody who may take no numbers for a time."""

    person: str
    """Their keyed hash."""
    since: datetime
    until: datetime | None
    """None is until somebody takes them off the list."""
    reason: str
    by: str
    """Who put them there."""

    def holds_at(self, now: datetime) -> bool:
        return self.until is None or now < self.until


def person_hash(key: bytes, identity: str) -> str:
    """What stands for the person with this ID number or telephone number: HMAC-SHA256, hex.

    However it is typed, with blanks, dashes, a country code or small letters, it is the same one.
    Raises NotAnIdentity.
    """
    plain = unicodedata.normalize("NFKC", identity).upper()
    signs = "".join(sign for sign in plain if sign.isalnum())
    if not _FEWEST_SIGNS <= len(signs) <= _MOST_SIGNS:
        raise NotAnIdentity
    mobile = _MAINLAND_MOBILE.fullmatch(signs)
    return hmac.digest(key, (mobile[1] if mobile else signs).encode(), hashlib.sha256).hex()


def is_person_hash(given: str) -> bool:
    """Whether `given` is such a hash itself, as the block list shows it."""
    return _MARK.fullmatch(given) is not None
