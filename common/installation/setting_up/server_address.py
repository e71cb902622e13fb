"""The parts of a server's address as people give them, one by one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

PORT = 5432
_SCHEMES = ("postgresql://", "postgresql+psycopg://", "postgres://")
_TLS = ("sslmode", "sslrootcert")


def is_server(address: str) -> bool:
    """Whether it is the address of a PostgreSQL server and not a file."""
    return address.startswith(_SCHEMES)


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """`postgresql://USER@HOST:PORT/NAME?…`, without the password."""

    host: str = ""
    """Several, with commas, where a second server stands by; then each with its port."""
    name: str = "hall"
    user: str = ""
    rest: tuple[tuple[str, str], ...] = ()
    """What follows the question mark."""

    def __str__(self) -> str:
        user = f"{quote(self.user, safe='')}@" if self.user else ""
        rest = f"?{urlencode(self.rest, quote_via=quote, safe='/')}" if self.rest else ""
        return f"postgresql://{user}{self.host}/{quote(self.name, safe='')}{rest}"

    @property
    def hosts(self) -> tuple[tuple[str, int], ...]:
        """Each host with its port; none where a socket of this PC is meant."""
        found = []
        for one in filter(None, self.host.split(",")):
            parts = urlsplit(f"//{one}")
            found.append((unquote(parts.hostname or ""), parts.port or PORT))
        return tuple(found)

    @property
    def certificate(self) -> str:
        """The file of the certificate that the server must show; empty: any."""
        return dict(self.rest).get("sslrootcert", "")

    def trusting(self, certificate: Path | None) -> ServerAddress:
        """Only a server with this certificate is spoken to; None: any, encrypted where it can."""
        rest = tuple((key, value) for key, value in self.rest if key not in _TLS)
        if certificate is not None:
            mode = dict(self.rest).get("sslmode")
            kept = mode if mode == "verify-full" else "verify-ca"
            rest += (("sslmode", kept), ("sslrootcert", str(certificate)))
        return replace(self, rest=rest)


def server_address(address: str) -> tuple[ServerAddress, str]:
    """The parts of an address, and the password that stands in it.

    Raises ValueError when it has no such form.
    """
    parts = urlsplit(address)
    signed, _, host = parts.netloc.rpartition("@")
    user, _, password = signed.partition(":")
    rest = tuple(parse_qsl(parts.query, keep_blank_values=True))
    password = unquote(password) or dict(rest).get("password", "")
    found = ServerAddress(
        host,
        unquote(parts.path.removeprefix("/")),
        unquote(user),
        tuple((key, value) for key, value in rest if key != "password"),
    )
    _ = found.hosts  # A port that is no number is refused here.
    return found, password
