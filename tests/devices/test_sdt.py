"""Frames of the card reader's protocol, whole and in pieces, between noise of every kind."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from common.devices import sdt
from common.devices.sdt import FrameParser, framed

contents = st.binary(min_size=2, max_size=40)
noise = st.lists(
    st.sampled_from([b"\xaa", sdt.PREAMBLE, sdt.PREAMBLE + b"\x05\x08", b"\x96\x69", b"\0"])
    | st.binary(max_size=20),
    max_size=6,
).map(b"".join)


def test_commands_are_framed_as_the_makers_print_them():
    assert framed(sdt.FIND).hex(" ") == "aa aa aa 96 69 00 03 20 01 22"
    assert framed(sdt.SELECT).hex(" ") == "aa aa aa 96 69 00 03 20 02 21"
    assert framed(sdt.READ).hex(" ") == "aa aa aa 96 69 00 03 30 01 32"
    assert framed(sdt.RESET).hex(" ") == "aa aa aa 96 69 00 03 10 ff ec"
    assert framed(sdt.SAM_ID).hex(" ") == "aa aa aa 96 69 00 03 12 ff ee"


def test_answers_are_understood_as_the_makers_print_them():
    parser = FrameParser()
    (found,) = parser.feed(bytes.fromhex("aaaaaa9669 0008 00009f 00000000 97"))
    answer = sdt.answer_in(found)
    assert (answer.sw, bytes(answer.data)) == (sdt.Sw.FOUND, bytes(4))
    (none,) = parser.feed(bytes.fromhex("aaaaaa9669 0004 000080 84"))
    assert sdt.answer_in(none).sw == sdt.Sw.NO_CARD
    assert not any(found) and not any(none)  # overwritten when taken out


@settings(max_examples=60)
@given(noise)
def test_no_bytes_whatever_raise_or_pile_up(data):
    parser = FrameParser()
    for at in range(0, len(data), 7):
        parser.feed(data[at : at + 7])
    assert len(parser._heard) <= len(data)
    parser.feed(bytes(sdt._LONGEST + 10))
    assert len(parser._heard) < len(sdt.PREAMBLE)


@settings(max_examples=60)
@given(noise, contents, st.sampled_from([1, 7, 30, 500]))
@example(sdt.PREAMBLE + b"\x05\x08", b"\x00\x00\x90", 3)
@example(b"\xaa\xaa", b"\x00\x00\x90", 1)
def test_a_right_frame_is_found_behind_any_noise_in_any_pieces(before, said, piece):
    """Where the noise claims to be a longer frame, as soon as that one would have ended.

    Only what is by chance a right frame itself may hide another.
    """
    stream = before + framed(said) + bytes(sdt._LONGEST + 10)
    parser = FrameParser()
    found = []
    for at in range(0, len(stream), piece):
        found += parser.feed(stream[at : at + piece])
    found = [bytes(one) for one in found]
    assert found and all(framed(one) in stream for one in found)
    assert said in found or any(len(one) > sdt._HEAD for one in found)


@given(contents, st.data())
def test_a_frame_with_one_wrong_byte_is_no_frame(said, data):
    frame = bytearray(framed(said))
    at = data.draw(st.integers(0, len(frame) - 1))
    frame[at] ^= data.draw(st.integers(1, 255))
    assert bytes(said) not in [bytes(one) for one in FrameParser().feed(bytes(frame))]


@given(st.lists(contents, max_size=4))
def test_frames_that_follow_each_other_keep_their_order(said):
    heard = FrameParser().feed(b"".join(map(framed, said)))
    assert [bytes(one) for one in heard] == said


def test_what_was_begun_is_overwritten_when_it_is_forgotten():
    parser = FrameParser()
    parser.feed(sdt.PREAMBLE + b"\x05\x08" + "测试甲".encode("utf-16-le"))
    memory = parser._heard
    parser.forget()
    assert memory == b"" and parser.feed(framed(b"ok")) == [b"ok"]
