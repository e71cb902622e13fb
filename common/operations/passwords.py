"""Passwords are kept as Argon2id hashes only (RFC 9106).

The library is loaded with the first password: it takes a tenth of a command's whole time, and most
commands never see one.
"""

from __future__ import annotations


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
