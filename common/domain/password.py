"""What a password must be.

The rules are those of 等保 level 2 (GB/T 22239-2019, 7.1.4.1 a: an identity is proven by something
that has a required complexity and is changed), spelled out so that each fault can be told.
"""

from __future__ import annotations

from enum import StrEnum

from common.domain.text import Text

SHORTEST = 8
LONGEST = 128
"""Hashing takes time by length, and nobody may keep a hall's computer busy."""
KINDS_NEEDED = 3


class PasswordFault(StrEnum):
    """What is wrong with a password."""

    SHORT = "short"
    LONG = "long"
    KINDS = "kinds"
    LOGIN = "login"
    OLD = "old"


POLICY: dict[PasswordFault, Text] = {
    PasswordFault.SHORT: Text(zh=f"至少 {SHORTEST} 个字符", en=f"at least {SHORTEST} characters"),
    PasswordFault.LONG: Text(zh=f"最多 {LONGEST} 个字符", en=f"at most {LONGEST} characters"),
    PasswordFault.KINDS: Text(
        zh=f"小写字母、大写字母、数字、其他字符中至少 {KINDS_NEEDED} 种",
        en=f"at least {KINDS_NEEDED} of: small letters, capital letters, digits, other characters",
    ),
    PasswordFault.LOGIN: Text(zh="不含账号", en="without the login in it"),
    PasswordFault.OLD: Text(zh="与原密码不同", en="another one than before"),
}
"""What each fault asks for, in words that also stand in a list of what is still missing."""


def password_faults(password: str, login: str, old: str = "") -> tuple[PasswordFault, ...]:
    """Everything that is wrong with `password` for this login; `old` is the one it replaces."""
    return tuple(_faults(password, login.lower(), old))


def faults_in_words(faults: tuple[PasswordFault, ...]) -> Text:
    """All that `faults` ask for, in one line."""
    return Text(
        zh="；".join(POLICY[fault].zh for fault in faults),
        en="; ".join(POLICY[fault].en for fault in faults),
    )


def _faults(password: str, login: str, old: str) -> list[PasswordFault]:
    kinds = {_kind(character) for character in password}
    found = {
        PasswordFault.SHORT: len(password) < SHORTEST,
        PasswordFault.LONG: len(password) > LONGEST,
        PasswordFault.KINDS: len(kinds) < KINDS_NEEDED,
        PasswordFault.LOGIN: bool(login) and login in password.lower(),
        PasswordFault.OLD: bool(old) and password == old,
    }
    return [fault for fault, is_there in found.items() if is_there]


def _kind(character: str) -> str:
    if character.isdigit():
        return "digit"
    if character.isupper():
        return "capital"
    return "small" if character.islower() else "other"
