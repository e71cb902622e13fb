"""`jiaohao devices`, and the virtual devices as processes of their own."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from common.devices import discovery
from common.devices.address import device_address
from common.devices.scanner import Scanner
from common.devices.virtual.id_reader import VirtualIdReader
from common.devices.virtual.persons import PERSONS
from common.devices.virtual.ports import DevicePty
from common.ports import known

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")


@pytest.fixture
def ports(monkeypatch, tmp_path):
    """This computer's ports, of which it has none yet."""
    found: list[ListPortInfo] = []
    monkeypatch.setattr(list_ports, "comports", lambda: found)
    monkeypatch.setattr(known, "STABLE_PORTS", tmp_path / "none")
    monkeypatch.setattr(discovery, "KEYBOARDS", tmp_path / "keyboards")
    return found


def port(path: str, vendor: int | None = None, product: str | None = None) -> ListPortInfo:
    info = ListPortInfo(path)
    info.vid, info.pid, info.serial_number, info.product = vendor, 0x1D06, "A1", product
    info.manufacturer = "Newland" if vendor else None
    return info


@pytest.fixture
def reader():
    return VirtualIdReader()


@pytest.fixture
def line(reader):
    line = DevicePty(reader.receive)
    yield line.path
    line.unplug()


def test_devices_are_named_by_what_they_probably_are(jiaohao, ports, tmp_path):
    ports += [port("/dev/ttyACM0", 0x1EAB, "NLS"), port("/dev/ttyUSB1", 0x1A86, "ID Card Reader")]
    keyboards = tmp_path / "keyboards"
    keyboards.mkdir()
    for name in ("usb-Honeywell_Barcode_Scanner-if01-event-kbd", "usb-Logitech-event-kbd"):
        (keyboards / name).touch()
    scanner, reader, keyboard = jiaohao("devices", "--json").json["devices"]
    assert (scanner["url"], scanner["kind"]) == ("scanner:serial:///dev/ttyACM0", "scanner")
    assert scanner["also"] == ["scanner:serial://1eab:1d06?serial=A1"]
    assert (reader["url"], reader["asked"]) == ("idreader:serial:///dev/ttyUSB1", False)
    assert (keyboard["url"], keyboard["says"]) == ("scanner:keyboard", "Honeywell Barcode Scanner")
    for one in (scanner, reader, keyboard):
        assert device_address(one["url"])
    assert "probably: code scanner" in jiaohao("devices").out


def test_a_port_gets_no_byte_unless_somebody_asks(jiaohao, ports, reader, line):
    ports.append(port(line))
    (found,) = jiaohao("devices", "--json").json["devices"]
    assert (found["url"], found["kind"], found["asked"]) == (f"serial://{line}", None, False)
    assert found["also"] == [f"idreader:serial://{line}", f"scanner:serial://{line}"]
    assert reader.asked == 0 and "--probe asks" in jiaohao("devices").out
    (found,) = jiaohao("devices", "--probe", "--json").json["devices"]
    assert (found["url"], found["answers"]) == (f"idreader:serial://{line}", True)
    assert "SAM 05.01-20260102" in found["says"]


def test_a_port_where_nothing_answers_says_so(jiaohao, ports, reader, line):
    ports.append(port(line))
    reader.set_faults(dead=True)
    told = jiaohao("devices", "--probe").out
    assert "no card reader answers" in told
    ports[:] = [port("/dev/nothing")]
    assert "there is no such device" in jiaohao("devices", "--probe").out
    ports.clear()
    assert "scanner:keyboard" in jiaohao("devices").out


def test_a_card_is_tried_and_shown_masked(jiaohao, reader, line):
    reader.place(PERSONS[0])
    answer = jiaohao("devices", "test", f"idreader:serial://{line}", "--json")
    assert (answer.code, answer.json["read"]) == (0, True)
    assert answer.json["name"] == "测**" and answer.json["number"].count("*") >= 10
    reader.remove()
    answer = jiaohao("devices", "test", f"idreader:serial://{line}", "--seconds", "0.2", "--json")
    assert (answer.code, answer.json["error"]) == (1, "nothing_read")
    reader.set_faults(authentication=True)
    reader.place(PERSONS[0])
    answer = jiaohao("devices", "test", f"idreader:serial://{line}")
    assert (answer.code, "could not be verified" in answer.out) == (1, True)
    assert "scan" in jiaohao("devices", "test", "scanner:keyboard").err.lower()


@contextmanager
def running(*arguments: str, urls: int = 1):
    """A virtual device as a child, with its addresses."""
    program = Path(sys.executable).with_name("jiaohao")
    child = subprocess.Popen(
        [program, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield child, [child.stdout.readline().strip() for _ in range(urls)]
        child.send_signal(signal.SIGTERM)
        assert child.wait(10) == 0
    finally:
        child.kill()
        child.communicate()


def test_the_virtual_reader_obeys_line_by_line(jiaohao, monkeypatch, tmp_path):
    monkeypatch.setenv("JIAOHAO_LANG", "en")
    arguments = ("idreader", "--headless", "--tcp", "0", "--link", str(tmp_path / "r"))
    with running(*arguments, urls=2) as (child, (tcp, serial)):
        assert serial == f"idreader:serial://{tmp_path / 'r'}"

        def say(line: str) -> str:
            child.stdin.write(line + "\n")
            child.stdin.flush()
            return child.stderr.readline().strip()

        assert child.stderr.readline().strip() == "no card"
        assert say("place 2") == "card of 测试乙"
        assert jiaohao("devices", "test", tcp, "--json").json["name"] == "测**"
        assert say("slow 0.01") == "card of 测试乙; slow 0.01"
        assert say("dead on") == "card of 测试乙; slow 0.01, dead"
        assert say("dead maybe").startswith("place NUMBER or NAME")
        assert say("remove") == "no card; slow 0.01, dead"


def test_the_virtual_scanner_scans_what_is_named_and_what_is_typed(tmp_path):
    arguments = ("scanner", "K7Q2M4XA", "--pause", "0.5", "--link", str(tmp_path / "s"))
    with running(*arguments, "--encoding", "gbk") as (child, (url,)):
        scanner = Scanner(url, device_address(url))
        first = scanner.look(5)
        child.stdin.write("号票\n")
        child.stdin.flush()
        assert [first.text, scanner.look(5).text] == ["K7Q2M4XA", "号票"]
        scanner.close()


def test_a_card_that_nobody_has_is_refused(jiaohao):
    answer = jiaohao("idreader", "--headless", "--card", "99")
    assert (answer.code, "测试甲" in answer.err) == (1, True)
