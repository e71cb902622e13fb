"""Queues of CUPS and of Windows: bytes are handed over as they are, and no more is known."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from common.domain.print_job import PrintState
from common.printing.errors import PrinterTimeout, PrinterUnreachable
from common.printing.printer import Printer
from common.printing.profile import load_profile
from common.printing.transports import open_transport
from common.printing.transports.windows_spooler import SpoolerTransport

PROFILE = load_profile("generic-80")

LPSTAT = """#!/bin/sh
[ "$LC_ALL" = C.UTF-8 ] || exit 9
case "$2" in
slips) echo "printer slips is idle.  enabled since today" ;;
stopped) echo "printer stopped disabled since today -" ;;
*) echo "lpstat: Invalid destination name in list \\"$2\\"." >&2; exit 1 ;;
esac
"""
LP = """#!/bin/sh
echo "$@" > {folder}/arguments
exec cat > {folder}/job
"""
SLOW = "#!/bin/sh\nexec sleep 300\n"
FULL = "#!/bin/sh\necho 'lp: Destination \"slips\" is not accepting jobs.' >&2; exit 1\n"


@pytest.fixture
def cups(tmp_path, monkeypatch):
    """Installs programs under CUPS's names in front of the PATH."""
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")

    def install(**scripts: str) -> Path:
        for name, script in scripts.items():
            program = programs / name
            program.write_text(script.format(folder=tmp_path) if name == "lp" else script)
            program.chmod(0o755)
        return tmp_path

    return install


def test_a_slip_is_handed_to_the_queue_byte_for_byte_and_counts_as_sent(cups):
    folder = cups(lp=LP, lpstat=LPSTAT)
    data = bytes(range(256))
    result = Printer("cups://slips", PROFILE).print(data)
    assert (result.state, result.written) == (PrintState.SENT, 256)
    assert (folder / "job").read_bytes() == data
    assert "-d slips -o raw" in (folder / "arguments").read_text()


@pytest.mark.parametrize(
    ("queue", "zh", "en"), [("nobody", "lpstat -e", "Invalid"), ("stopped", "停用", "cupsenable")]
)
def test_an_unknown_or_stopped_queue_gets_nothing(cups, queue, zh, en):
    folder = cups(lp=LP, lpstat=LPSTAT)
    with pytest.raises(PrinterUnreachable) as failed:
        open_transport(f"cups://{queue}")
    assert zh in failed.value.text("zh") and en in failed.value.text("en")
    assert Printer(f"cups://{queue}", PROFILE).print(b"slip").state is PrintState.FAILED
    assert not (folder / "job").exists()


def test_a_queue_that_refuses_has_taken_nothing(cups):
    cups(lp=FULL, lpstat=LPSTAT)
    with pytest.raises(PrinterUnreachable, match="not accepting jobs") as failed:
        open_transport("cups://slips").write(b"slip", 5)
    assert failed.value.facts["written"] == 0


def test_a_spooler_that_hangs_is_late_and_may_have_taken_all(cups):
    cups(lp=SLOW, lpstat=LPSTAT)
    transport = open_transport("cups://slips")
    began = time.monotonic()
    with pytest.raises(PrinterTimeout) as late:
        transport.write(b"slip", 0.2)
    assert time.monotonic() - began < 60
    assert late.value.facts["written"] == 4


def test_a_scheduler_that_hangs_is_unreachable_in_time(cups):
    cups(lpstat=SLOW)
    began = time.monotonic()
    with pytest.raises(PrinterUnreachable, match="no answer in time"):
        open_transport("cups://slips", 0.2)
    assert time.monotonic() - began < 60


def test_missing_cups_says_which_package_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PrinterUnreachable, match="cups-client"):
        open_transport("cups://slips")


class Spooler:
    """winspool.drv's calls, a few bytes at a time."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.taken = b""
        self.fails_after = 1 << 30
        self.hangs = 0.0

    def open(self, printer: str) -> str:
        if printer == "none":
            raise OSError(1801, "The printer name is invalid.")
        return printer

    def begin(self, handle: str) -> None:
        self.calls.append("begin")

    def write(self, handle: str, data: bytes) -> int:
        time.sleep(self.hangs)
        if len(self.taken) >= self.fails_after:
            raise OSError(1, "The printer was deleted.")
        self.taken += data[:100]
        return len(data[:100])

    def end(self, handle: str) -> None:
        self.calls.append("end")

    def abort(self, handle: str) -> None:
        self.calls.append("abort")

    def close(self, handle: str) -> None:
        self.calls.append("close")


@pytest.fixture
def spooler():
    return Spooler()


def opened(spooler: Spooler, name: str = "Slips") -> SpoolerTransport:
    return SpoolerTransport(f"win://{name}", name, 1.0, lambda: spooler)


def test_windows_gets_one_raw_job_in_as_many_pieces_as_it_likes(spooler):
    transport = opened(spooler)
    transport.write(bytes(250), 1)
    transport.close()
    assert (len(spooler.taken), spooler.calls) == (250, ["begin", "end", "close"])


def test_a_job_that_windows_breaks_off_is_taken_back_with_what_may_have_gone_out(spooler):
    spooler.fails_after = 200
    with pytest.raises(PrinterUnreachable, match="deleted") as failed:
        opened(spooler).write(bytes(250), 1)
    assert (failed.value.facts["written"], spooler.calls) == (200, ["begin", "abort"])


def test_a_windows_spooler_that_hangs_is_late(spooler):
    spooler.hangs = 0.4
    with pytest.raises(PrinterTimeout):
        opened(spooler).write(bytes(100), 0.05)


def test_an_unknown_windows_printer_is_unreachable(spooler):
    with pytest.raises(PrinterUnreachable, match="invalid"):
        opened(spooler, "none")


def test_elsewhere_a_windows_printer_says_where_it_works():
    with pytest.raises(PrinterUnreachable) as failed:
        open_transport("win://Slips")
    assert "只能在 Windows" in failed.value.text("zh")
