"""Passwords are kept as Argon2id hashes only (RFC 9106).

The library is loaded with the first password: it takes a tenth of a command's whole time, and most
commands never see one.
"""

from __future__ import annotations

import secrets

from common.domain.ids import ClerkLogin
from common.domain.password import faults_in_words, password_faults
from common.operations.errors import WeakPassword

_LETTERS = "abcdefghjkmnpqrstuvwxyz"
_CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_DIGITS = "23456789"
"""None that looks like another: a temporary password is read aloud or copied from paper."""
_TEMPORARY_LENGTH = 10


def hash_password(password: str) -> str:
    """An Argon2id hash in the PHC string format; takes some 50 ms."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(password)


def is_password(password: str, known_hash: str) -> bool:
    """Whether `password` is the one that was hashed; a broken hash fits no password."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(known_hash, password)
    except (VerificationError, InvalidHashError):
        return False


def require_strong(password: str, login: ClerkLogin, old: str = "") -> None:
    """Raise WeakPassword, which tells everything that is wrong with `password`."""
    faults = password_faults(password, login, old)
    if faults:
        raise WeakPassword(faults=faults, needed=faults_in_words(faults))


def temporary_password(login: ClerkLogin) -> str:
    """A password for a first sign-in, easy to read aloud."""
    every = _LETTERS + _CAPITALS + _DIGITS
    while True:
        password = "".join(secrets.choice(every) for _ in range(_TEMPORARY_LENGTH))
        if not password_faults(password, login):
            return password
