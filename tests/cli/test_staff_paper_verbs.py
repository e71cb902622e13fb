"""Notices, receipts and slips on the command line: on a printer, or in a file."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest

from common import operations
from common.domain.print_job import PrintJob, PrintState
from common.printing.profile import load_profile
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.ports import TcpPort
from common.store import open_store


@pytest.fixture
def printer():
    with ExitStack() as stack:
        device = VirtualPrinter(load_profile("generic-80"), speed=10_000)
        stack.callback(device.stop)
        port = TcpPort(device, 0)
        stack.callback(port.close)
        device.url = f"tcp://127.0.0.1:{port.number}"
        yield device


@pytest.fixture
def served(jiaohao):
    """A number that is served at F01."""
    number = jiaohao("take", "FA002", "--json").json["number"]
    jiaohao("call", "F01")
    jiaohao("serve", "F01")
    return number


def acts(jiaohao, number, move):
    return [e for e in jiaohao("ticket", number, "--json").json["events"] if e["move"] == move]


def test_a_notice_is_printed_and_recorded(jiaohao, served, printer):
    told = jiaohao(
        *("paper", "notice", served.lower(), "--missing", "id", "--printer", printer.url),
        *("--counter", "f01", "--clerk", "f01", "--json"),
    ).json
    assert (told["paper"], told["number"], told["state"]) == ("notice", served, "printed")
    (event,) = acts(jiaohao, served, "notice")
    assert (event["counter"], event["clerk"], event["facts"]["count"]) == ("F01", "f01", 1)
    (job,) = jiaohao("ticket", served, "--json").json["prints"]
    assert (job["state"], job["device"]) == ("printed", "F01")
    assert len(printer.slips) == 1


def test_a_notice_in_a_file_needs_no_printer(jiaohao, served, tmp_path):
    picture, data = tmp_path / "x.png", tmp_path / "x.bin"
    jiaohao("paper", "notice", served, "--missing", "id", "--preview", "--out", picture)
    assert acts(jiaohao, served, "notice") == []
    jiaohao("paper", "notice", served, "--missing", "id", "--out", data)
    assert picture.stat().st_size > 1000 and data.read_bytes().startswith(b"\x1b@")
    assert len(acts(jiaohao, served, "notice")) == 1


def test_a_paper_goes_somewhere(jiaohao, served):
    answer = jiaohao("paper", "notice", served, "--missing", "id", "--json")
    assert answer.json["error"] == "nowhere_to_put"
    assert acts(jiaohao, served, "notice") == []


def test_another_notice_needs_a_reason(jiaohao, served, tmp_path):
    notice = ("paper", "notice", served, "--missing", "id", "--out", tmp_path / "x.bin", "--json")
    jiaohao(*notice)
    assert jiaohao(*notice).json["error"] == "notice_reason_needed"
    assert jiaohao(*notice, "--reason", "lost").code == 0


def test_a_printer_in_trouble_says_how_to_print_it_again(jiaohao, served, printer):
    printer.set_cover(True)
    notice = ("paper", "notice", served, "--missing", "id", "--printer", printer.url)
    answer = jiaohao(*notice)
    assert answer.code == 1
    assert "The cover is open: close it. Then say the same command again with --id" in answer.err
    request = answer.err.rstrip(".\n").rsplit(" ", 1)[1]
    printer.set_cover(False)
    assert jiaohao(*notice, "--id", request).code == 0
    assert len(acts(jiaohao, served, "notice")) == 1
    states = {j["state"] for j in jiaohao("ticket", served, "--json").json["prints"]}
    assert states == {"failed", "printed"}


def test_a_receipt_of_what_was_accepted(jiaohao, served, tmp_path):
    receipt = ("paper", "receipt", served, "--out", tmp_path / "r.bin", "--json")
    assert jiaohao(*receipt).json["error"] == "not_accepted"
    jiaohao("finish", "F01", "--outcome", "accepted")
    assert jiaohao(*receipt, "--preview").code == 0
    assert acts(jiaohao, served, "receipt") == []
    assert jiaohao(*receipt).json["paper"] == "receipt"
    assert len(acts(jiaohao, served, "receipt")) == 1


def test_a_checklist_and_the_figures_of_a_day(jiaohao, served, printer):
    assert jiaohao("paper", "checklist", "YJS08", "--printer", printer.url).code == 0
    jiaohao("finish", "F01")
    day = ("paper", "day-end", "f01", "--printer", printer.url)
    assert jiaohao(*day, "--json").json["paper"] == "day_end"
    assert len(printer.slips) == 2
    assert jiaohao(*day, "--day", "yesterday", "--json").json["error"] == "not_a_day"


def test_a_slip_again_is_a_guides(jiaohao, printer, sqlite_url):
    taken = jiaohao("take", "FA002", "--json").json
    slip = ("paper", "slip", taken["number"], "--printer", printer.url, "--json")
    assert jiaohao(*slip, "--clerk", "f01").json["error"] == "not_permitted"
    told = jiaohao(*slip, "--clerk", "z01").json
    assert (told["paper"], told["state"]) == ("slip", "printed")
    (event,) = acts(jiaohao, taken["number"], "reprint")
    assert event["clerk"] == "z01"
    store = open_store(sqlite_url)
    (job,) = operations.timeline(store, taken["number"]).print_jobs
    store.close()
    assert (job.state, job.trouble) == (PrintState.PRINTED, "")  # as kiosks write it down


def test_a_first_slip_that_may_still_come_out_is_told(jiaohao, printer, sqlite_url):
    taken = jiaohao("take", "FA002", "--json").json
    store = open_store(sqlite_url)
    ticket = operations.timeline(store, taken["number"]).ticket
    now = ticket.issued_at
    lost = PrintJob(operations.new_id(), ticket.id, "kiosk-1", "tcp://other:9100", now)
    operations.end_print(store, lost.ended(PrintState.INTERRUPTED, 9, now, "jam"))
    store.close()
    slip = ("paper", "slip", taken["number"], "--printer", printer.url)
    assert "the first one may still come out of tcp://other:9100" in jiaohao(*slip).out
    assert jiaohao(*slip, "--json").json["may_come_out"] == ["tcp://other:9100"]


def test_every_paper_can_be_seen_before(jiaohao, tmp_path: Path):
    out = tmp_path / "n.png"
    assert jiaohao("paper", "preview", "notice", "--out", out).code == 0
    assert out.exists()
