"""One stream, several kinds of reply, every bit looked at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.printing.replies import (
    AutomaticStatus,
    BufferCleared,
    BufferedStatus,
    Demultiplexer,
    ProcessId,
    RealTimeStatus,
    WentOffline,
)

READY = AutomaticStatus(False, False, False, False, False)


@pytest.mark.parametrize(
    ("stream", "replies"),
    [
        (b"\x12", [RealTimeStatus(0x12)]),
        (b"\x16\x1e\x7e\x32", [RealTimeStatus(byte) for byte in b"\x16\x1e\x7e\x32"]),
        (b"\x00\x0f\x03", [BufferedStatus(0x00), BufferedStatus(0x0F), BufferedStatus(0x03)]),
        (b"\x10\x00\x00\x0f", [READY]),
        (b"\x14\x00\x00\x00", [READY]),
        (b"\x38\x00\x0f\x0f", [AutomaticStatus(True, True, False, True, True)]),
        (b"\x18\x08\x00\x0f", [AutomaticStatus(True, False, True, False, False)]),
        (b"\x10\x13\x00\x11\x00\x0f", [READY]),
        (b"\x37\x22    \x00", [ProcessId(b"    ")]),
        (b"\x37\x22ab\x11cd\x00\x12", [ProcessId(b"abcd"), RealTimeStatus(0x12)]),
        (b"\x37\x25\x00", [BufferCleared()]),
        (b"\x37\x23\x00\x5fEPSON\x00", [WentOffline()]),
        (b"\x11\x13", []),
        (b"\x10\x00\x12", [RealTimeStatus(0x12)]),  # automatic status cut short
        (b"\x37\x22\x12", [RealTimeStatus(0x12)]),  # a block cut short
        (b"\xff\x80\x9c\x91", []),
        (b"", []),
    ],
)
def test_a_stream_is_parted_by_the_fixed_bits(stream, replies):
    assert Demultiplexer().feed(stream) == replies


def test_noise_is_counted():
    listener = Demultiplexer()
    listener.feed(b"\x12\xff\x80\x12\x11")
    assert listener.noise == 2


@given(st.binary(max_size=60), st.integers(0, 60))
def test_replies_do_not_depend_on_how_the_stream_is_cut(stream, at):
    whole, parts = Demultiplexer(), Demultiplexer()
    assert whole.feed(stream) == parts.feed(stream[:at]) + parts.feed(stream[at:])
    assert whole.noise == parts.noise


@given(st.binary(max_size=300))
def test_a_process_id_is_never_made_up(stream):
    for reply in Demultiplexer().feed(stream):
        if isinstance(reply, ProcessId):
            assert b"\x37\x22" in stream and len(reply.token) == 4
