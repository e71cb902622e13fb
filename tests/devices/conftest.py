"""Virtual devices on real pseudo-terminals."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from common.devices.address import device_address
from common.devices.id_reader import IdReader, ReaderPatience
from common.devices.scanner import Scanner, ScannerPatience
from common.devices.virtual.id_reader import VirtualIdReader
from common.devices.virtual.ports import DevicePty

if sys.platform == "win32":
    collect_ignore_glob = ["*"]

TODAY = date(2026, 11, 23)
QUICK = ReaderPatience(connect=1, answer=0.3, read=0.5, poll=0.01, same=600.0)


@pytest.fixture
def virtual():
    return VirtualIdReader()


@pytest.fixture
def cable(virtual, tmp_path):
    """The virtual reader's line, under a name that lasts."""
    cable = DevicePty(virtual.receive, tmp_path / "reader")
    yield cable
    cable.unplug()


@pytest.fixture
def reader(cable, tmp_path):
    url = f"idreader:serial://{tmp_path / 'reader'}"
    reader = IdReader(url, device_address(url), lambda: TODAY, QUICK)
    yield reader
    reader.close()


@pytest.fixture
def scanner_line(tmp_path):
    """What a scanner says is sent by `scanner_line.send`."""
    line = DevicePty(lambda data, send: None, tmp_path / "scanner")
    yield line
    line.unplug()


@pytest.fixture
def scanner(scanner_line, tmp_path):
    url = f"scanner:serial://{tmp_path / 'scanner'}"
    scanner = Scanner(url, device_address(url), ScannerPatience(connect=1, pause=0.03, twice=0.1))
    assert scanner.look(0) is None  # open, so that nothing that is sent gets lost
    yield scanner
    scanner.close()
