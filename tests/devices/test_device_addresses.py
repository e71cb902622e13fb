"""One URL names a device and its port; a wrong one says what to write instead."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.devices.address import (
    BadDeviceAddress,
    DeviceAddress,
    DeviceKind,
    device_address,
)
from common.ports.address import LineSettings, SerialAddress, TcpAddress, UsbId

READER = LineSettings(baud=115200, xonxoff=False)
SCANNER = LineSettings(baud=9600, xonxoff=False)


@pytest.mark.parametrize(
    ("url", "kind", "port"),
    [
        (
            "idreader:serial:///dev/ttyUSB1",
            DeviceKind.ID_READER,
            SerialAddress("/dev/ttyUSB1", READER),
        ),
        (
            "idreader:serial://COM3?baud=9600",
            DeviceKind.ID_READER,
            SerialAddress("COM3", LineSettings(baud=9600, xonxoff=False)),
        ),
        (
            "scanner:serial://1eab:1d06?serial=A1",
            DeviceKind.SCANNER,
            SerialAddress(UsbId(0x1EAB, 0x1D06, "A1"), SCANNER),
        ),
        ("idreader:tcp://127.0.0.1:4001", DeviceKind.ID_READER, TcpAddress("127.0.0.1", 4001)),
        ("scanner:keyboard", DeviceKind.SCANNER, None),
    ],
)
def test_a_url_says_which_device_on_which_port(url, kind, port):
    assert device_address(url) == DeviceAddress(kind, port)


@pytest.mark.parametrize(
    ("url", "reason", "instead"),
    [
        ("serial:///dev/ttyUSB1", "begin with the kind", "idreader:serial:///dev/ttyUSB1"),
        ("/dev/ttyUSB1", "begin with the kind", "idreader:serial:///dev/ttyUSB1"),
        ("scaner:keyboard", "begin with the kind", "scanner:serial:///dev/ttyACM0"),
        ("idreader:keyboard", "names no port", "idreader:serial:///dev/ttyUSB1"),
        ("idreader:usb://04b8:0e15", "names no port", "idreader:serial:///dev/ttyUSB1"),
        ("idreader:tcp://10.0.0.9", "port number is missing", "idreader:serial"),
        ("scanner:serial://dev/x", "three slashes", "scanner:serial:///dev/x"),
        ("scanner:serial:///dev/x?baud=fast", "a speed", "scanner:serial:///dev/ttyACM0"),
    ],
)
def test_a_wrong_url_says_what_is_wrong_and_what_to_write(url, reason, instead):
    with pytest.raises(BadDeviceAddress) as failed:
        device_address(url)
    english, chinese = failed.value.text("en"), failed.value.text("zh")
    assert reason in english and f"Write for example {instead}" in english
    assert reason not in chinese
    assert device_address(failed.value.facts["example"])


@settings(max_examples=60)
@given(
    st.sampled_from(["", "scanner:", "idreader:", "serial://", "idreader:serial://"]),
    st.text("/:?&=[]@#%\\ .19aβ\u2028：é\n\0", max_size=12),
)
def test_whatever_is_typed_is_an_address_or_an_error_with_a_right_one(begin, rest):
    try:
        device_address(begin + rest)
    except BadDeviceAddress as wrong:
        assert device_address(wrong.facts["example"])
        assert wrong.text("zh") and wrong.text("en")
