"""Trying a hall's database, and saying in words what stands in the way."""

from __future__ import annotations

import re
import socket
from pathlib import Path

from common.domain.errors import JiaohaoError
from common.domain.hall import Hall
from common.domain.os_words import os_words
from common.domain.text import Text
from common.installation.setting_up.errors import (
    CertificateMissing,
    CertificateStrange,
    HostSilent,
    HostUnknown,
    NoHallYet,
    NoSuchDatabase,
    NothingListens,
    NotLetIn,
    PasswordNeeded,
    PasswordWrong,
    ServerOlder,
    ServerWithoutTls,
)
from common.installation.setting_up.server_address import (
    ServerAddress,
    is_server,
    server_address,
)
from common.store import open_store
from common.store.errors import (
    DatabaseAway,
    DatabaseMissing,
    DatabaseOutdated,
    DatabaseRefused,
    NoHall,
    ServerLacksDatabase,
    UnknownDatabaseUrl,
)

_SECONDS = 3.0
_NO_ANSWER = Text(zh="等待超时", en="it timed out")
# What a server tells of signing in has no code at the client, and the server's own language.
_NO_PASSWORD = re.compile(r"no password supplied")
_NO_ENTRY = re.compile(r"pg_hba\.conf")
_NO_TLS = re.compile(r"server does not support SSL")
_STRANGER = re.compile(r"certificate|SSL error")


def hall_at(address: str) -> Hall:
    """The hall of a database. Raises a JiaohaoError that says what to do about it."""
    if not is_server(address):
        return _hall(address)
    try:
        server, _ = server_address(address)
    except ValueError:
        raise UnknownDatabaseUrl(url="postgresql://…") from None
    if server.certificate and not Path(server.certificate).is_file():
        raise CertificateMissing(file=server.certificate)
    _reach(server)
    try:
        return _hall(address)
    except (DatabaseMissing, DatabaseOutdated, NoHall, DatabaseRefused, DatabaseAway) as error:
        raise _in_words(error, server) from None


def _hall(address: str) -> Hall:
    store = open_store(address)
    try:
        with store.read() as tx:
            return tx.hall
    finally:
        store.close()


def _reach(server: ServerAddress) -> None:
    """Raises what is wrong with every host of the address; the last one when all are."""
    failure: JiaohaoError | None = None
    for host, port in server.hosts:
        failure = _why_not_reached(host, port)
        if failure is None:
            return
    if failure is not None:
        raise failure


def _why_not_reached(host: str, port: int) -> JiaohaoError | None:
    try:
        socket.create_connection((host, port), _SECONDS).close()
    except (socket.gaierror, UnicodeError):
        return HostUnknown(host=host)
    except ConnectionRefusedError:
        return NothingListens(host=host, port=port)
    except TimeoutError:
        return HostSilent(host=host, port=port, detail=_NO_ANSWER)
    except OSError as error:
        return HostSilent(host=host, port=port, detail=os_words(error))
    return None


def _in_words(error: JiaohaoError, server: ServerAddress) -> JiaohaoError:
    told = str(error.facts.get("detail", ""))
    host = server.host or "localhost"
    match error:
        case ServerLacksDatabase():
            return NoSuchDatabase(host=host, name=server.name)
        case DatabaseMissing() | NoHall():
            return NoHallYet(host=host, name=server.name)
        case DatabaseOutdated():
            return ServerOlder(host=host)
        case DatabaseRefused() if _NO_ENTRY.search(told):
            return NotLetIn(host=host, user=server.user)
        case DatabaseRefused() if _NO_PASSWORD.search(told):
            return PasswordNeeded(user=server.user)
        case DatabaseRefused():
            return PasswordWrong(user=server.user)
        case DatabaseAway() if _NO_TLS.search(told):
            return ServerWithoutTls(host=host)
        case DatabaseAway() if _NO_PASSWORD.search(told):
            return PasswordNeeded(user=server.user)
        case DatabaseAway() if _STRANGER.search(told):
            return CertificateStrange(host=host, file=server.certificate)
    return error
