"""A device on the network."""

from __future__ import annotations

import socket
import struct
import sys
import threading
import time
from concurrent.futures import Future
from contextlib import suppress
from ipaddress import ip_address
from typing import Any

from common.domain.text import Text
from common.ports.address import TcpAddress
from common.ports.awake import NAP, now
from common.ports.deadline import start
from common.ports.port import ANY_DEVICE, Port, PortErrors

_DRAIN_POLL = 0.002
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)

Place = tuple[socket.AddressFamily, Any]


class TcpPort(Port):
    """A raw TCP port; most devices take one connection at a time."""

    stays_open = False

    def __init__(
        self,
        url: str,
        address: TcpAddress,
        connect_seconds: float,
        errors: PortErrors = ANY_DEVICE,
    ) -> None:
        super().__init__(url, errors)
        deadline = time.monotonic() + connect_seconds
        try:
            places = _places(address.host, address.port, connect_seconds)
        except TimeoutError as error:
            raise self._gone(_NAME_SILENT) from error
        except OSError as error:
            raise self._gone(_NAME_UNKNOWN) from error
        try:
            self._socket = _connected(places, deadline)
        except OSError as error:
            raise self._gone(error) from error
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def write(self, data: bytes, seconds: float) -> None:
        deadline = now() + seconds
        written = 0
        while written < len(data):
            left = deadline - now()
            if left <= 0:
                raise self._late(seconds, written)
            self._socket.settimeout(min(left, NAP))
            try:
                written += self._socket.send(data[written:])
            except TimeoutError:
                continue
            except OSError as error:
                raise self._gone(error, written) from error
        while self._unsent():
            if now() >= deadline:
                raise self._late(seconds, written)
            time.sleep(_DRAIN_POLL)

    def _unsent(self) -> int:
        """Bytes that the device has not acknowledged to have received; 0 where nobody tells."""
        if sys.platform != "linux":
            return 0
        import fcntl
        import termios

        try:
            reply = fcntl.ioctl(self._socket, termios.TIOCOUTQ, bytes(4))
        except OSError:
            return 0
        return int.from_bytes(reply, sys.byteorder)

    def drop_unsent(self) -> None:
        return  # a connection can only be closed to take bytes back

    def read(self, seconds: float) -> bytes:
        self._socket.settimeout(max(seconds, 0.0))
        try:
            data = self._socket.recv(4096)
        except (TimeoutError, BlockingIOError):
            return b""
        except OSError as error:
            raise self._gone(error) from error
        if not data:
            raise self._gone(Text("对方关闭了连接", "the other end closed the connection"))
        return data

    def close(self) -> None:
        if self._unsent():
            # Else the system would go on sending what is counted as interrupted.
            with suppress(OSError):
                self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        else:
            with suppress(OSError):  # the other end may have closed first
                self._socket.shutdown(socket.SHUT_WR)
        self._socket.close()


_NAME_SILENT = Text(
    "域名服务器没有应答，建议改写 IP 地址", "the name server does not answer: better write the IP"
)
_NAME_UNKNOWN = Text(
    "没有这个主机名，请检查拼写或改写 IP 地址",
    "there is no host of that name: check it or write the IP",
)

_lookups: dict[tuple[str, int], Future[list[Place]]] = {}
_lookups_lock = threading.Lock()


def _places(host: str, port: int, seconds: float) -> list[Place]:
    """Where the host is. Nothing limits the system's own search for a name."""
    if _is_ip(host):
        return _resolved(host, port)
    key = (host, port)
    with _lookups_lock:
        lookup = _lookups.get(key)
        if lookup is None or lookup.done():  # one that hangs is waited for again, not doubled
            lookup = _lookups[key] = start(lambda: _resolved(host, port))
    return lookup.result(seconds)


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _resolved(host: str, port: int) -> list[Place]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # labels that are empty or too long
        raise socket.gaierror(str(error)) from error
    return [(family, place) for family, _, _, _, place in found]


def _connected(places: list[Place], deadline: float) -> socket.socket:
    """A connection to the first place that takes it, each in its share of the time."""
    failure: OSError = TimeoutError()
    for number, (family, place) in enumerate(places):
        share = (deadline - time.monotonic()) / (len(places) - number)
        if share <= 0:
            break
        try:
            connection = socket.socket(family, socket.SOCK_STREAM)
        except OSError as error:  # no IPv6 here
            failure = error
            continue
        connection.settimeout(share)
        try:
            connection.connect(place)
        except OSError as error:
            connection.close()
            failure = error
            continue
        return connection
    raise failure
