"""Every read, write and connection ends in time, and so does the process."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
import tty
from contextlib import ExitStack, contextmanager, suppress

import pytest
import serial

from common.ports import tcp
from common.printing.errors import PrinterTimeout, PrinterUnreachable
from common.printing.transports import open_transport

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")

MUCH = bytes(200_000)


class Terminal:
    """A serial line whose other end does what the test says."""

    def __init__(self) -> None:
        self.master, slave = os.openpty()
        self.path = os.ttyname(slave)
        for end in (self.master, slave):
            tty.setraw(end)
        os.close(slave)

    def close(self) -> None:
        os.close(self.master)


@pytest.fixture
def terminal():
    terminal = Terminal()
    yield terminal
    terminal.close()


@pytest.fixture
def deaf_server():
    """A printer on the network that takes connections and never reads."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


@contextmanager
def in_time():
    """Ended by its own deadline: what would hang otherwise hangs for two minutes, or for ever."""
    began = time.monotonic()
    yield
    assert time.monotonic() - began < 60


@contextmanager
def opened(url: str):
    transport = open_transport(url, 1.0)
    try:
        yield transport
    finally:
        with in_time():
            transport.close()


@pytest.mark.parametrize("kind", ["serial", "lp", "tcp", "file"])
def test_a_printer_that_takes_no_more_is_late_in_time(kind, tmp_path, terminal, deaf_server):
    if kind == "file":
        os.mkfifo(tmp_path / "fifo")
        reader = os.open(tmp_path / "fifo", os.O_RDONLY | os.O_NONBLOCK)
    url = {
        "serial": f"serial://{terminal.path}",
        "lp": f"lp://{terminal.path}",
        "tcp": f"tcp://127.0.0.1:{deaf_server.getsockname()[1]}",
        "file": f"file://{tmp_path}/fifo",
    }[kind]
    much = MUCH * 40 if kind == "tcp" else MUCH
    with opened(url) as transport, in_time():
        with pytest.raises(PrinterTimeout) as late:
            transport.write(much, 0.1)
        assert 0 < late.value.facts["written"] <= len(much)
    if kind == "file":
        os.close(reader)


@pytest.mark.parametrize("kind", ["serial", "lp", "tcp"])
def test_silence_is_read_as_nothing_in_time(kind, terminal, deaf_server):
    url = f"{kind}://{terminal.path}"
    if kind == "tcp":
        url = f"tcp://127.0.0.1:{deaf_server.getsockname()[1]}"
    with opened(url) as transport, in_time():
        assert transport.read(0.05) == b""
        assert transport.read(0) == b""


def test_xoff_in_the_middle_of_a_write_does_not_send_it_in_circles(terminal):
    """A write that found room, and then none, waits for the deadline without burning the CPU."""
    with opened(f"serial://{terminal.path}?xonxoff=1") as transport:
        os.write(terminal.master, b"\x13")
        assert transport.read(0.02) == b""
        spent = time.thread_time()
        with pytest.raises(PrinterTimeout):
            transport.write(b"slip", 0.3)
        assert time.thread_time() - spent < 0.2
        os.write(terminal.master, b"\x11")
        transport.drop_unsent()
        answer = threading.Timer(0.02, os.read, (terminal.master, 100))
        answer.start()
        transport.write(b"more", 1.0)
        answer.join()


def test_a_printer_that_swallows_connections_is_unreachable_in_time(monkeypatch):
    """Linux drops what a full queue of connections cannot take: no answer, not even a refusal."""
    with ExitStack() as stack:
        server = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        place = server.getsockname()
        for _ in range(2):
            client = stack.enter_context(socket.socket())
            client.setblocking(False)
            client.connect_ex(place)
        several = [(socket.AF_INET, place)] * 4
        monkeypatch.setattr(tcp, "_resolved", lambda host, port: several)
        with in_time(), pytest.raises(PrinterUnreachable, match="no answer in time"):
            open_transport(f"tcp://127.0.0.1:{place[1]}", 0.2)


def test_a_name_server_that_hangs_is_asked_once_and_waited_for_in_time(monkeypatch):
    asked, over = [], threading.Event()

    def hangs(host: str, *_: object, **__: object) -> list[object]:
        asked.append(host)
        over.wait(120)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hangs)
    for _ in range(3):
        with in_time(), pytest.raises(PrinterUnreachable, match="write the IP"):
            open_transport("tcp://printer.hall:9100", 0.05)
    over.set()
    assert asked == ["printer.hall"]


def test_an_unknown_name_says_so(monkeypatch):
    def unknown(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(PrinterUnreachable) as failed:
        open_transport("tcp://printer.hal:9100", 1)
    assert "没有这个主机名" in failed.value.text("zh")


def test_a_refused_connection_says_to_check_the_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1]
    with pytest.raises(PrinterUnreachable, match="check the port number"):
        open_transport(f"tcp://127.0.0.1:{number}")


def test_bytes_that_a_network_printer_has_not_taken_are_not_sent_after_closing(deaf_server):
    transport = open_transport(f"tcp://127.0.0.1:{deaf_server.getsockname()[1]}")
    with pytest.raises(PrinterTimeout):
        transport.write(MUCH * 40, 0.1)
    transport.close()
    client, _ = deaf_server.accept()
    with client, suppress(ConnectionResetError):
        client.settimeout(2)
        got = 0
        while data := client.recv(1 << 20):
            got += len(data)
            assert got < len(MUCH) * 40
        pytest.fail("the connection ended as if the slip were whole")


def test_a_slip_that_was_taken_arrives_whole_though_the_line_is_closed_at_once(deaf_server):
    transport = open_transport(f"tcp://127.0.0.1:{deaf_server.getsockname()[1]}")
    transport.write(MUCH[:20_000], 1)
    transport.close()
    client, _ = deaf_server.accept()
    with client:
        client.settimeout(2)
        assert len(b"".join(iter(lambda: client.recv(4096), b""))) == 20_000


def test_a_port_that_hangs_in_close_holds_up_nobody(terminal, monkeypatch):
    """Linux waits for bytes that flow control holds back, and USB adapters cannot drop them."""
    over = threading.Event()
    close = serial.Serial.close

    def slow(port: serial.Serial) -> None:
        if port.is_open:
            over.wait(120)
        close(port)

    transport = open_transport(f"serial://{terminal.path}")
    monkeypatch.setattr(serial.Serial, "close", slow)
    with in_time():
        transport.close()
    over.set()


PROGRAM = """
import sys, serial, time
from common.printing.transports import open_transport
from common.printing.errors import PrinterTimeout
if sys.argv[2] == "slow":
    serial.Serial.close = lambda port: time.sleep(600)
transport = open_transport(sys.argv[1])
try:
    transport.write(bytes(8_000_000), 0.2)
except PrinterTimeout:
    print("late", flush=True)
if sys.argv[3] == "close":
    transport.close()
"""


@pytest.mark.parametrize(
    ("kind", "port", "end"), [("serial", "slow", "close"), ("tcp", "quick", "leave")]
)
def test_a_process_ends_though_the_printer_still_owes_it_room(
    kind, port, end, terminal, deaf_server
):
    url = f"serial://{terminal.path}"
    if kind == "tcp":
        url = f"tcp://127.0.0.1:{deaf_server.getsockname()[1]}"
    child = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, url, port, end], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None and child.stdout.readline() == "late\n"
    assert child.wait(60) == 0
    child.stdout.close()


@pytest.mark.parametrize("kind", ["serial", "lp"])
def test_a_line_that_is_opened_does_not_command_the_process(kind, terminal):
    """A service without a terminal would get the printer's as its own, and die when it goes."""
    opens = (
        "import os, sys\n"
        "from common.printing.transports import open_transport\n"
        "port = open_transport(sys.argv[1])\n"
        "try:\n"
        "    os.open('/dev/tty', os.O_RDWR)\n"
        "except OSError:\n"
        "    sys.exit(0)\n"
        "sys.exit(1)\n"
    )
    url = f"{kind}://{terminal.path}"
    child = subprocess.run([sys.executable, "-c", opens, url], start_new_session=True, timeout=60)
    assert child.returncode == 0
