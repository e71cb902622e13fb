"""Passwords are kept as Argon2id hashes only (RFC 9106)."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher()


def hash_password(password: str) -> str:
    """An Argon2id hash in the PHC string format; takes some 50 ms."""
    return _hasher.hash(password)


def is_password(password: str, known_hash: str) -> bool:
    """Whether `password` is the one that was hashed; a broken hash fits no password."""
    try:
        return _hasher.verify(known_hash, password)
    except (VerificationError, InvalidHashError):
        return False
