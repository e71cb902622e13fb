"""A wrong speed, a wrong device, a broken cable: whatever they say, no paper is made up."""

from __future__ import annotations

from collections.abc import Callable
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

from common.domain.print_job import PrintState
from common.printing.printer import Patience, Printer
from common.printing.profile import load_profile
from common.printing.status import PrinterStatus, PrintResult, Trouble
from common.printing.transports.transport import Transport
from tests.printing.scripted import SLIP, answers

READY = b"\x12\x12\x12\x12"
NO_TIME = Patience(reply=0.0, proof=0.002, poll=0.0, settle=0.0, freeing=0.0, bytes_per_second=1e9)
"""What is said on a `Line` is there at once."""
WIDE, EPSON = load_profile("generic-80"), load_profile("epson-tm-t82")


class Line(Transport):
    """A line without a cable: what a device says to each write is there at once."""

    def __init__(self, answer: Callable[[bytes], bytes]) -> None:
        super().__init__("tcp://line")
        self._answer = answer
        self._said = b""
        self.heard = b""

    def write(self, data: bytes, seconds: float) -> None:
        self.heard += data
        self._said += self._answer(data)

    def read(self, seconds: float) -> bytes:
        said, self._said = self._said, b""
        return said

    def close(self) -> None:
        return

    def drop_unsent(self) -> None:
        return


def asked(line: Line, profile=WIDE) -> PrinterStatus:
    with mock.patch("common.printing.conversation.open_transport", lambda *_: line):
        return Printer("tcp://line", profile, NO_TIME).check()


def printed(line: Line, profile=WIDE) -> PrintResult:
    with mock.patch("common.printing.conversation.open_transport", lambda *_: line):
        return Printer("tcp://line", profile, NO_TIME).print(SLIP)


def test_the_line_itself_is_good():
    assert asked(Line(answers(READY))).ready
    assert printed(Line(answers(READY))).state is PrintState.PRINTED


NO_STATUS = st.binary(max_size=40).map(lambda data: bytes(b for b in data if b & 0x93 != 0x12))


@given(st.lists(NO_STATUS, min_size=1, max_size=8))
def test_a_device_that_never_says_a_valid_status_is_unknown(said):
    words = iter(said * 20)
    line = Line(lambda _data: next(words, b""))
    status = asked(line)
    assert (status.trouble, status.can_print, status.told) == (Trouble.UNKNOWN, False, False)


@given(st.lists(st.integers(0x80, 0xFF), min_size=3, max_size=40).map(bytes))
def test_good_answers_among_noise_are_not_believed(noise):
    talk = answers(READY)
    assert asked(Line(lambda data: noise + talk(data))).trouble is Trouble.UNKNOWN


def test_a_stream_of_good_answers_that_nobody_asked_for_is_not_believed():
    assert asked(Line(lambda data: b"\x12" * 9)).trouble is Trouble.UNKNOWN
    talk = answers(READY)
    assert asked(Line(lambda data: talk(data) + b"\x00" * 3)).trouble is Trouble.UNKNOWN


@given(st.lists(st.binary(max_size=5), min_size=4, max_size=8))
def test_a_ready_printer_has_said_so_to_each_question(said):
    words = iter(said * 10)
    history: list[tuple[bytes, bytes]] = []

    def answer(data: bytes) -> bytes:
        history.append((data, next(words, b"")))
        return history[-1][1]

    if asked(Line(answer)).ready:
        trouble = {1: 0x08, 2: 0x64, 3: 0x6C, 4: 0x6C}
        heard = b"".join(reply for _, reply in history)
        for bits in trouble.values():
            assert any(byte & 0x93 == 0x12 and not byte & bits for byte in heard)


@given(st.binary(max_size=60))
def test_no_noise_is_taken_for_the_proof_of_a_job(noise):
    """Only the job's own number proves it, where the model knows numbers."""
    talk = answers(READY)

    def answer(data: bytes) -> bytes:
        return noise if b"\x1d(H" in data else talk(data)

    line = Line(answer)
    result = printed(line, EPSON)
    at = line.heard.find(b"\x1d(H\x06\x0000")
    token = line.heard[at + 7 : at + 11]
    assert result.state is PrintState.INTERRUPTED or token in noise
    assert result.written == len(SLIP)


@given(st.randoms(use_true_random=False))
def test_a_printer_that_begins_to_babble_has_proven_nothing(chance):
    """Among enough noise there is a 00, which is also the best answer to GS r."""
    well, babble = answers(READY), []

    class Broken(Line):
        def read(self, seconds: float) -> bytes:
            return super().read(seconds) + (chance.randbytes(16) if babble else b"")

    def answer(data: bytes) -> bytes:
        if SLIP in data:
            babble.append(True)
        return b"" if babble else well(data)

    assert printed(Broken(answer)).state is PrintState.INTERRUPTED


def test_a_line_that_dies_with_a_break_has_proven_nothing():
    """A break is heard as 00, which is also the best answer to GS r."""
    alive = answers(READY)
    gone = False

    def answer(data: bytes) -> bytes:
        nonlocal gone
        if gone or SLIP not in data:
            return b"" if gone else alive(data)
        gone = True
        return b"\x00"

    result = printed(Line(answer))
    assert (result.state, result.trouble) == (PrintState.INTERRUPTED, Trouble.UNKNOWN)
    assert result.written == len(SLIP)
