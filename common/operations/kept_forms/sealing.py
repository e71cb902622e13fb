"""Sealed boxes: whoever has the public key closes them, and the private key alone opens them.

X25519 (RFC 7748) with a new key pair for each box, HKDF-SHA256 (RFC 5869) over what both sides
compute, ChaCha20-Poly1305 (RFC 8439). A key closes one box only, so its nonce may be constant.
"""

from __future__ import annotations

import hashlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from common.domain.ids import FormId, HallCode

_LAYOUT = b"\x01"
_KEY_BYTES = 32
_PURPOSE = b"jiaohao filled form 1"
_NONCE = bytes(12)
_STEP = 512
"""Contents are filled up to a multiple of this, so that a length tells little of what is inside."""
_END = b"\x80"


class NotOpened(ValueError):
    """Another key, another place, or the box was altered. Which of them cannot be told."""


def new_private_key() -> bytes:
    return X25519PrivateKey.generate().private_bytes_raw()


def public_key_of(private: bytes) -> bytes:
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def key_id(public: bytes) -> str:
    """The name of a key, which nobody can give to another: 16 signs of its SHA-256."""
    return hashlib.sha256(public).hexdigest()[:16]


def place_of(hall: HallCode, form: FormId, key: str) -> bytes:
    """Where a form's box belongs: moved to another row, hall or key, it opens no more."""
    return f"filled_form/{hall}/{form}/{key}".encode()


def seal(public: bytes, content: bytes, place: bytes) -> bytes:
    """`content` in a box that opens at `place` only."""
    once = X25519PrivateKey.generate()
    ours = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    filled = content + _END
    filled += bytes(-len(filled) % _STEP)
    return _LAYOUT + ours + _cipher(shared, ours, public).encrypt(_NONCE, filled, place)


def open_box(private: bytes, box: bytes, place: bytes) -> bytes:
    """What was sealed. Raises NotOpened."""
    theirs, closed = box[1 : 1 + _KEY_BYTES], box[1 + _KEY_BYTES :]
    if box[:1] != _LAYOUT or len(theirs) < _KEY_BYTES:
        raise NotOpened
    try:
        key = X25519PrivateKey.from_private_bytes(private)
        shared = key.exchange(X25519PublicKey.from_public_bytes(theirs))
        public = key.public_key().public_bytes_raw()
        filled = _cipher(shared, theirs, public).decrypt(_NONCE, closed, place)
    except (InvalidTag, ValueError):
        raise NotOpened from None
    return filled.rstrip(b"\0")[: -len(_END)]


def _cipher(shared: bytes, ours: bytes, theirs: bytes) -> ChaCha20Poly1305:
    derive = HKDF(algorithm=SHA256(), length=_KEY_BYTES, salt=ours + theirs, info=_PURPOSE)
    return ChaCha20Poly1305(derive.derive(shared))
