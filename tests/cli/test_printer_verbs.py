"""`jiaohao printers` with virtual printers on real ports."""

from __future__ import annotations

import sys

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from common.domain.print_job import PrintState
from common.installation.setting_up.printers import print_test_slip
from common.ports import known
from common.printing import discovery
from common.printing.discovery import FoundPrinter, Way
from common.printing.looking import look_at
from common.printing.patience import Patience
from common.printing.profile import Proof, load_profile, profile_codes
from common.printing.transports import usb_printer
from common.printing.trying import try_printer
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.ports import PtyPort, TcpPort

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")


@pytest.fixture
def device():
    device = VirtualPrinter(load_profile("epson-tm-t82"), speed=10_000)
    yield device
    device.stop()


@pytest.fixture
def serial(device, monkeypatch, tmp_path):
    """The printer on the only port of this computer."""
    port = PtyPort(device)
    monkeypatch.setattr(list_ports, "comports", lambda: [ListPortInfo(port.path)])
    monkeypatch.setattr(usb_printer, "usb_printers", lambda: iter(()))
    monkeypatch.setattr(discovery, "LINE_PRINTERS", tmp_path / "none")
    monkeypatch.setattr(known, "STABLE_PORTS", tmp_path / "none")
    monkeypatch.setenv("PATH", str(tmp_path))
    yield f"serial://{port.path}?baud=19200"
    port.close()


@pytest.fixture
def network(device):
    port = TcpPort(device, 0)
    yield f"127.0.0.1:{port.number}"
    port.close()


def test_a_serial_port_gets_no_byte_unless_somebody_asks(jiaohao, device, serial):
    (found,) = jiaohao("printers", "--json").json["printers"]
    assert (found["url"], found["way"], found["asked"]) == (serial, "serial", False)
    assert (found["can_print"], device.log) == (None, ())
    assert "--probe asks" in jiaohao("printers").out


def test_a_printer_that_is_asked_names_its_model_and_its_trouble(jiaohao, device, serial):
    (found,) = jiaohao("printers", "--probe", "--json").json["printers"]
    assert (found["profile"], found["asked"]) == ("epson-tm-t82", True)
    assert (found["trouble"], found["can_print"]) == ("none", True)
    device.set_cover(True)  # off line it tells its trouble, and not its model
    told = jiaohao("printers", "--probe").out
    assert serial in told and "The cover is open: close it" in told


def test_a_named_host_is_asked_and_a_wrong_one_says_why(jiaohao, serial, network):
    good, wrong, port = jiaohao(
        "printers", "--host", network, "--host", "127.0.0.1:1", "--json"
    ).json["printers"]
    assert (good["url"], good["trouble"], good["can_print"]) == (f"tcp://{network}", "none", True)
    assert (wrong["trouble"], wrong["can_print"]) == ("unreachable", False)
    assert "check the port number" in wrong["message"]
    assert port["url"] == serial


def test_a_computer_without_ports_says_what_to_do(jiaohao, serial, monkeypatch):
    monkeypatch.setattr(list_ports, "comports", list)
    assert "--host ADDRESS" in jiaohao("printers").out
    assert jiaohao("printers", "--json").json == {"printers": []}


def test_a_test_slip_is_printed_in_the_profile_that_the_printer_names(jiaohao, device, serial):
    answer = jiaohao("printers", "test", serial, "--json")
    told = answer.json
    assert (answer.code, told["state"], told["profile"]) == (0, "printed", "epson-tm-t82")
    assert told["written"] > 500
    (slip,) = device.slips
    assert slip.cut and "打印测试".encode("gbk") in slip.data and serial.encode() in slip.data


def test_a_test_slip_says_what_became_of_it(jiaohao, device, serial, tmp_path):
    assert jiaohao("printers", "test", serial).out.startswith("PRINTED, the printer says so")
    device.load_paper(0)
    answer = jiaohao("printers", "test", serial)
    assert (answer.code, answer.out.split(" · ")[0]) == (1, "NOT PRINTED")
    assert "Paper is out: load a new roll" in answer.out
    answer = jiaohao("printers", "test", f"file://{tmp_path}/slip.bin")
    assert (answer.code, answer.out.split(",")[0]) == (0, "SENT")
    assert "printed as generic-80" in answer.out
    assert (tmp_path / "slip.bin").stat().st_size > 500


def test_a_test_slip_fits_every_profile(jiaohao, tmp_path):
    for code in profile_codes():
        answer = jiaohao("printers", "test", f"file://{tmp_path}/{code}", "--profile", code)
        assert answer.code == 0, answer


def test_a_usb_printer_is_looked_at_through_the_driver_that_others_may_use(device):
    port = PtyPort(device)
    found = FoundPrinter("usb://04b8:0e15", Way.USB, also=(f"lp://{port.path}",))
    look = look_at(found)
    assert (look.profile, look.status.ready, look.port) == ("epson-tm-t82", True, None)
    port.close()


def test_a_wrong_address_or_a_missing_printer_is_one_line(jiaohao):
    answer = jiaohao("printers", "test", "COM3")
    assert (answer.code, answer.out) == (1, "")
    assert "Write for example serial://COM3?baud=19200" in answer.err
    answer = jiaohao("printers", "test", "serial:///dev/nothing", "--json")
    assert (answer.code, answer.json["error"]) == (1, "printer_unreachable")
    assert "there is no such device" in answer.err
    assert "192.168.1.0/24" in jiaohao("printers", "--scan", "8.8.8.0/24").err


def test_profiles_are_listed_with_what_they_prove(jiaohao):
    profiles = {
        one["profile"]: one for one in jiaohao("printers", "profiles", "--json").json["profiles"]
    }
    assert tuple(profiles) == profile_codes()
    assert profiles["epson-tm-t82"]["proof"] == "process_id"
    assert "80 mm" in jiaohao("printers", "profiles").out


def test_a_printer_that_only_tells_its_state_gets_its_test_slip_and_is_called_so():
    """Many kiosk printers execute no GS r: with a profile that wants it nothing would come out."""
    device = VirtualPrinter(load_profile("generic-80"), speed=10_000, proof=Proof.STATUS)
    port = TcpPort(device, 0)
    url = f"tcp://127.0.0.1:{port.number}"
    quick = Patience(reply=0.5, proof=0.5, freeing=0.1)
    trial = try_printer(url, patience=quick)
    assert (trial.result.state, trial.well) == (PrintState.SENT, True)
    assert trial.look.promises_too_much
    assert device.wait_for(lambda: len(device.slips) == 1, 30)
    tried = print_test_slip(url, patience=quick)
    assert not tried.well and 'proof = "status"' in tried.told.en
    port.close()
    device.stop()
