"""One URL names a printer; a wrong one says what is wrong and what to write instead."""

from __future__ import annotations

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from common.ports.address import (
    DeviceServerAddress,
    LineSettings,
    SerialAddress,
    TcpAddress,
    UsbId,
)
from common.printing.errors import BadPrinterAddress
from common.printing.transports import printer_address
from common.printing.transports.address import (
    EXAMPLES,
    CupsAddress,
    FileAddress,
    LinePrinterAddress,
    SpoolerAddress,
)

NINE_SIX = LineSettings(baud=9600, parity="E")


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("serial:///dev/ttyUSB0", SerialAddress("/dev/ttyUSB0", LineSettings())),
        ("serial://COM3?baud=9600&parity=e", SerialAddress("COM3", NINE_SIX)),
        (
            "serial://04b8:0202?serial=J7&xonxoff=0",
            SerialAddress(UsbId(0x04B8, 0x0202, "J7"), LineSettings(xonxoff=False)),
        ),
        (
            "rfc2217://[fe80::1]:4001?rtscts=1",
            DeviceServerAddress("fe80::1", 4001, LineSettings(xonxoff=False, rtscts=True)),
        ),
        ("tcp://10.0.0.9", TcpAddress("10.0.0.9", 9100)),
        ("tcp://printer.lan:4000/", TcpAddress("printer.lan", 4000)),
        ("usb://04B8:0e15?serial=A", UsbId(0x04B8, 0x0E15, "A")),
        ("lp:///dev/usb/lp0", LinePrinterAddress("/dev/usb/lp0")),
        ("cups://slips", CupsAddress("slips")),
        ("win://收据 打印机（1）：B#2?", SpoolerAddress("收据 打印机（1）：B#2?")),
        ("win://Slips%20%26%20more", SpoolerAddress("Slips & more")),
        ("file:///tmp/a%20b", FileAddress("/tmp/a b")),
    ],
)
def test_a_url_says_which_printer_is_meant(url, meant):
    assert printer_address(url) == meant


@pytest.mark.parametrize(
    ("url", "reason", "instead"),
    [
        ("COM3", "no way", "serial://COM3?baud=19200"),
        ("/dev/ttyUSB0", "no way", "serial:///dev/ttyUSB0?baud=19200"),
        ("/dev/usb/lp0", "no way", "lp:///dev/usb/lp0"),
        ("10.0.0.9", "no way", "tcp://10.0.0.9:9100"),
        ("socket://10.0.0.9:9100", "no way", "tcp://10.0.0.9:9100"),
        ("04b8:0e15", "no way", "usb://04b8:0e15"),
        ("", "no way", "tcp://192.168.1.50:9100"),
        ("serial://dev/ttyS0", "three slashes", "serial:///dev/ttyS0"),
        ("usb:///dev/usb/lp1", "not its file", "lp:///dev/usb/lp1"),
        ("usb://epson", "four hexadecimal digits", "usb://04b8:0e15"),
        ("serial:///dev/x?xonxoff=yes", "xonxoff must be 0 or 1", ""),
        ("serial:///dev/x?baud=fast", "a speed", ""),
        ("serial:///dev/x?parity=M", "N, E or O", ""),
        ("serial:///dev/x?speed=1", "no option speed", ""),
        ("serial:///dev/x?baud=9600&baud=19200", "given twice", ""),
        ("serial://?baud=9600", "port is missing", ""),
        ("rfc2217://h", "port number is missing", ""),
        ("rfc2217://h:1?xonxoff=1&rtscts=1", "not both", ""),
        ("tcp://h:99999", "from 1 to 65535", ""),
        ("tcp://[::1", "host is missing", ""),
        ("tcp://h:9100/x", "may follow", ""),
        ("cups://", "name is missing", ""),
        ("cups://two words", "no CUPS queue", ""),
        ("file://x/y", "three slashes", "file:///x/y"),
        ("lp://", "path is missing", ""),
    ],
)
def test_a_wrong_url_says_what_is_wrong_and_what_to_write(url, reason, instead):
    with pytest.raises(BadPrinterAddress) as failed:
        printer_address(url)
    english, chinese = failed.value.text("en"), failed.value.text("zh")
    assert reason in english
    assert f"Write for example {instead}" in english
    assert reason not in chinese
    assert printer_address(failed.value.facts["example"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has this flow control")
def test_flow_control_that_posix_lacks_is_refused_with_the_way_to_wire_it():
    with pytest.raises(BadPrinterAddress) as failed:
        printer_address("serial:///dev/ttyS0?dsrdtr=1")
    assert "DTR to the computer's CTS" in failed.value.text("en")
    assert "DTR 接到电脑的 CTS" in failed.value.text("zh")
    assert failed.value.facts["example"].endswith("rtscts=1")


@given(
    st.sampled_from([f"{kind}://" for kind in EXAMPLES] + ["", "serial:", "TCP://"]),
    st.text("/:?&=[]@#%\\ .19aβ\u2028：é\n\0", max_size=12) | st.text(max_size=12),
)
@example("tcp://", "[::1]]:9100")
@example("usb://", "04b8:0e15?serial=%ff")
def test_whatever_is_typed_is_an_address_or_an_error_with_a_right_one(scheme, rest):
    try:
        printer_address(scheme + rest)
    except BadPrinterAddress as wrong:
        assert printer_address(wrong.facts["example"])
        assert wrong.text("zh") and wrong.text("en")
