"""What a virtual device is told to use, and may not have."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from common.devices.virtual.ports import DevicePty
from common.ports.errors import PlaceRefused
from common.printing.profile import load_profile
from common.printing.virtual import serve
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.ports import PtyPort
from common.printing.virtual.serve import PrinterOrder, SlipFolder

WIDE = load_profile("generic-80")


@pytest.fixture
def printer():
    device = VirtualPrinter(WIDE)
    yield device
    device.stop()


@pytest.fixture(params=["printer", "device"])
def named(request, printer) -> Callable[[Path], Callable[[], None]]:
    """Opens a serial line with a lasting name, and gives what closes it."""

    def open_line(link: Path) -> Callable[[], None]:
        if request.param == "printer":
            return PtyPort(printer, link).close
        return DevicePty(lambda _data, _reply: None, link).unplug

    return open_line


def test_a_lasting_name_never_takes_the_place_of_a_file(named, tmp_path):
    hall = tmp_path / "hall.db"
    hall.write_bytes(b"the hall")
    with pytest.raises(FileExistsError):
        named(hall)
    assert hall.read_bytes() == b"the hall"


def test_a_lasting_name_that_another_took_over_stays(named, tmp_path):
    link = tmp_path / "line"
    close_first = named(link)
    first = link.readlink()
    close_second = named(link)
    second = link.readlink()
    assert first != second
    close_first()
    assert link.readlink() == second
    close_second()
    assert not link.is_symlink()


def test_a_folder_that_cannot_be_had_is_told_before_any_port_is(tmp_path, capfd):
    (tmp_path / "slips").write_text("a file")
    with ExitStack() as stack, pytest.raises(PlaceRefused, match="slips") as refused:
        serve.start_printer(stack, PrinterOrder(out_dir=tmp_path / "slips"))
    assert "internal" not in refused.value.text("en")
    assert capfd.readouterr().out == ""


def test_a_folder_that_goes_away_is_told(printer, tmp_path):
    folder = SlipFolder(printer, tmp_path / "slips")
    (tmp_path / "slips").rmdir()
    printer.receive(b"\x1b@A001\n\x1dVB\x00", lambda _answer: None)
    assert printer.wait_for(lambda: printer.slips != (), 30)
    with pytest.raises(PlaceRefused, match="slips"):
        folder.save_new()
