"""One stream, several kinds of reply, every bit looked at."""

from __future__ import annotations

import tracemalloc
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.printing.replies import (
    AutomaticStatus,
    BufferCleared,
    BufferedStatus,
    Demultiplexer,
    FullStatus,
    ProcessId,
    RealTimeStatus,
    WentOffline,
)

READY = AutomaticStatus(False, False, False, False, False)
DOUBTFUL = AutomaticStatus(False, False, True, False, False)
"""What a full status is to somebody who does not know of it."""


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
        (b"\x37\x23abcd\x00", [WentOffline()]),
        (b"\x37\x22a\x1abcd\x00", [RealTimeStatus(0x1A), ProcessId(b"abcd")]),
        (b"\x37\x22abcde\x00", [BufferedStatus(0x00)]),  # too long for a process id
        (b"\x37\x22abc\x00", []),  # too short
        (b"\x5fTM-T82\x00\x3dx\x00\x35y\x00\x3bz\x00\x12", [RealTimeStatus(0x12)]),
        (b"\x10\x0f\x04\x00\x00\x00", [DOUBTFUL, *[BufferedStatus(0)] * 2]),
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


def test_a_full_status_is_told_from_an_automatic_one_by_its_second_byte():
    listener = Demultiplexer(full_status=True)
    stream = b"\x10\x0f\x05\x13\x02\x41\x00\x10\x00\x00\x0f\x12"
    assert listener.feed(stream) == [
        FullStatus(b"\x05\x02\x41\x00"),
        READY,
        RealTimeStatus(0x12),
    ]


def test_an_unfinished_reply_is_known_and_can_be_forgotten():
    listener = Demultiplexer()
    for start in (b"\x37\x22ab", b"\x10\x00"):
        assert listener.feed(start) == [] and listener.midway
        listener.restart()
        assert not listener.midway
        assert listener.feed(b"\x12") == [RealTimeStatus(0x12)]


STREAMS = st.lists(
    st.binary(max_size=6)
    | st.sampled_from(
        (
            *(b"\x12", b"\x1e", b"\x00", b"\x11", b"\x13"),
            *(b"\x10\x00\x00\x0f", b"\x10\x0f\x05\x00\x40\x01"),
            *(b"\x37\x22abcd\x00", b"\x37\x23\x00", b"\x37\x25\x00", b"\x5fEPSON\x00"),
        )
    ),
    max_size=30,
).map(b"".join)
"""Noise and replies, whole and cut short, in any order."""


@given(STREAMS, st.lists(st.integers(0, 200), max_size=4), st.booleans())
def test_replies_do_not_depend_on_how_the_stream_is_cut(stream, cuts, full):
    whole, parts = Demultiplexer(full), Demultiplexer(full)
    edges = [0, *sorted(min(cut, len(stream)) for cut in cuts), len(stream)]
    told = [reply for a, b in pairwise(edges) for reply in parts.feed(stream[a:b])]
    assert told == whole.feed(stream)
    assert (parts.noise, parts.midway) == (whole.noise, whole.midway)


@given(STREAMS, st.booleans())
def test_no_reply_is_made_up(stream, full):
    """Every reply is there byte by byte, in order, once flow control is left out."""
    bare = bytes(byte for byte in stream if byte not in b"\x11\x13")
    listener = Demultiplexer(full)
    for reply in listener.feed(stream):
        match reply:
            case RealTimeStatus(byte):
                assert byte & 0x93 == 0x12 and byte in bare
            case BufferedStatus(byte):
                assert byte & 0x90 == 0 and byte in bare
            case ProcessId(token):
                letters = bytes(byte for byte in bare if byte & 0x93 != 0x12 or byte >= 0x20)
                assert b"\x37\x22" + token + b"\x00" in letters
            case FullStatus(data):
                assert full and b"\x10\x0f" + data in bare
            case BufferCleared():
                letters = bytes(byte for byte in bare if byte & 0x93 != 0x12 or byte >= 0x20)
                assert b"\x37\x25\x00" in letters
    assert 0 <= listener.noise <= len(bare)


@given(STREAMS, st.booleans())
def test_no_noise_swallows_the_status_behind_it(stream, full):
    assert Demultiplexer(full).feed(stream + b"\x1a")[-1] == RealTimeStatus(0x1A)


@pytest.mark.parametrize(
    "endless", [b"\x5fA", b"A", b"\x37\x22", b"\x10\x00", b"\x10\x0f\x00\x11", b"\x80", b"\x13"]
)
def test_noise_without_end_takes_no_memory(endless):
    listener = Demultiplexer(full_status=True)
    tracemalloc.start()
    try:
        for _ in range(100):
            listener.feed(endless * 100)
        assert tracemalloc.get_traced_memory()[0] < 20_000
    finally:
        tracemalloc.stop()
    assert listener.feed(b"\x12")[-1] == RealTimeStatus(0x12)


@given(st.binary(max_size=200))
def test_bytes_that_no_reply_begins_with_are_all_noise(stream):
    starts = b"\x35\x37\x3b\x3d\x5f\x11\x13"
    noise = bytes(
        b for b in stream if b & 0x93 not in (0x10, 0x12) and b & 0x90 and b not in starts
    )
    listener = Demultiplexer()
    assert listener.feed(noise) == []
    assert listener.noise == len(noise)
