"""The server's own certificate, by which the hall's PCs know it."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_YEARS = 10
_SOON = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Certificate:
    """A key and what it proves, as PEM."""

    key: bytes
    certificate: bytes


def new_certificate(names: Sequence[str], now: datetime | None = None) -> Certificate:
    """A self-signed one for a server with these names and addresses.

    Whoever has a copy of it knows this server from any other: `sslmode=verify-ca`.
    """
    now = now or datetime.now(UTC)
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0][:64])])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))  # the clock of a kiosk may be behind
        .not_valid_after(now + timedelta(days=365 * _YEARS))
        .add_extension(x509.SubjectAlternativeName([_general(one) for one in names]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), True)
        .sign(key, hashes.SHA256())
    )
    return Certificate(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
        certificate.public_bytes(serialization.Encoding.PEM),
    )


def ends_at(certificate: bytes) -> datetime | None:
    """Until when a certificate counts; None when it is none."""
    try:
        return x509.load_pem_x509_certificate(certificate).not_valid_after_utc
    except ValueError:
        return None


def is_good(certificate: bytes, now: datetime | None = None) -> bool:
    """Whether it counts for a while yet."""
    end = ends_at(certificate)
    return end is not None and end - (now or datetime.now(UTC)) > _SOON


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)
