"""Codes from a scanner on a real serial line, and what they may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.devices.scanner import LONGEST, Scan, ScanLines, decoded
from common.domain.pickup_code import new_pickup_code
from common.domain.scanned import CodeKind, scanned_code
from common.operations.ids import new_appointment_code, new_code
from common.ports.errors import PortUnreachable


@pytest.mark.parametrize("end", [b"\r", b"\r\n", b"\n", b""])
def test_a_code_is_read_whatever_it_ends_with(scanner, scanner_line, end):
    scanner_line.send(b"K7Q2M4XA" + end)
    assert scanner.look(1) == Scan("K7Q2M4XA")
    assert scanner.look(0) is None


def test_codes_that_come_in_pieces_and_close_together_are_all_read(scanner, scanner_line):
    for piece in (b"K7Q", b"2M4XA\rFORM", b"22\r\nABCDEF\r"):
        scanner_line.send(piece)
    assert [scanner.look(1).text for _ in range(3)] == ["K7Q2M4XA", "FORM22", "ABCDEF"]


def test_a_code_that_lies_before_the_scanner_is_one_scan(scanner, scanner_line):
    scanner_line.send(b"K7Q2M4XA\rK7Q2M4XA\r")
    assert scanner.look(1) is not None
    assert scanner.look(0.05) is None
    scanner_line.send(b"ABCDEF\rK7Q2M4XA\r")
    assert [scanner.look(1).text for _ in range(2)] == ["ABCDEF", "K7Q2M4XA"]


def test_ten_thousand_bytes_of_garbage_are_one_refused_code(scanner, scanner_line):
    for _ in range(20):
        scanner_line.send(b"\x8f" * 512)
        scanner.look(0)  # as its thread does all the time
        assert len(scanner._lines._line) <= LONGEST
    scanner_line.send(b"\rK7Q2M4XA\r")
    assert [scanner.look(1).text for _ in range(2)] == ["", "K7Q2M4XA"]


def test_a_scanner_that_was_pulled_out_is_used_again(scanner, scanner_line):
    scanner_line.send(b"HALF")
    scanner_line.unplug()
    with pytest.raises(PortUnreachable):
        for _ in range(3):
            scanner.look(0.01)
    scanner.close()
    scanner_line.plug()
    assert scanner.look(0) is None
    scanner_line.send(b"K7Q2M4XA\r")
    assert scanner.look(1) == Scan("K7Q2M4XA")  # and no half of another before it


def test_chinese_is_read_in_both_codes_of_qr():
    assert decoded("号票 A012".encode()) == decoded("号票 A012".encode("gbk")) == "号票 A012"
    assert decoded(b"\x02K7Q2M4XA\x03") == "K7Q2M4XA"
    assert decoded("\ufeffK7Q2M4XA".encode()) == "K7Q2M4XA"
    assert decoded(b"\xff\xfe\xfd") == decoded(b"a\x1b[2Jb") == ""


@given(st.lists(st.binary(max_size=700), max_size=5))
def test_no_bytes_whatever_raise_or_pile_up(pieces):
    lines = ScanLines()
    for piece in pieces:
        for scan in lines.feed(piece):
            scanned_code(scan.text)
            assert scan.text.isprintable() and len(scan.text) <= LONGEST
        assert len(lines._line) <= LONGEST


def test_a_scan_does_not_show_what_it_holds():
    assert "511" not in repr(Scan("51102319900307001X"))


# -- what a code may be ----------------------------------------------------------------------------


def test_our_own_codes_are_known_by_their_shape():
    for _ in range(50):
        ticket, appointment, form = new_code(), new_appointment_code(), new_pickup_code()
        assert scanned_code(ticket).may_be == (CodeKind.TICKET,)
        assert scanned_code(appointment).may_be[0] is CodeKind.APPOINTMENT
        assert scanned_code(form).may_be == (CodeKind.APPOINTMENT, CodeKind.FORM)
    assert scanned_code("ABUVZ2").may_be == (CodeKind.APPOINTMENT,)


@pytest.mark.parametrize(
    "held", ["k7q2m4xa", " K7Q2 M4XA\r", "Ｋ７Ｑ２Ｍ４ＸＡ", "]Q1K7Q2M4XA", "\u200bK7Q2M4XA"]
)
def test_a_code_is_the_same_however_it_is_typed_or_scanned(held):
    assert scanned_code(held).code == "K7Q2M4XA"


@pytest.mark.parametrize(
    "held",
    [
        "",
        "https://example.gov.cn/t/K7Q2M4XA",
        "134567890123456789",
        "K7Q2M4X",
        "K7Q2M4X0",
        "号票号票号票",
        "K7Q2M4XA" * 2_000,
    ],
)
def test_whatever_else_people_hold_before_a_scanner_is_none_of_ours(held):
    assert scanned_code(held) is None
