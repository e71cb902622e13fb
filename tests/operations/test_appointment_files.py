"""Files of outside booking channels: whatever Excel makes of them, taken once and told clearly."""

from __future__ import annotations

import codecs
import csv
import io
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common import operations
from common.domain.appointment import AppointmentState
from common.domain.errors import JiaohaoError
from common.domain.event import Act
from common.domain.ids import AppointmentId, TicketId
from common.domain.text import Language
from common.operations.appointments import errors, table
from common.operations.appointments.entries import day_of, slot_of_text
from common.operations.appointments.exporting import exported, write_file
from common.operations.appointments.importing import Taken, import_appointments

TUESDAY = date(2026, 11, 24)
APP = "市民APP"
ID_CARD = "99999919900307001X"
HEADINGS = "预约编号,事项,日期,时段,证件或电话,电话,状态\n"
ROWS = (
    "A1,FA002,2026-11-24,09:30-10:00,99999919900307001X,13800138001,已预约\n"
    "A2,FA002,2026/11/24,9:30,,13800138002,\n"
    "A3,BA001,2026年11月24日,9：30～10：00,,,已预约\n"
)
GOOD = HEADINGS + ROWS


@pytest.fixture
def take_file(store):
    def take_file(text, channel=APP, **more):
        data = text if isinstance(text, bytes) else text.encode()
        return import_appointments(store, data, channel, **more)

    return take_file


def of_day(store, day=TUESDAY):
    return operations.find_appointments(store, first=day)


def reasons(report):
    return {row.line: row.reason.code for row in report.bad}


def row(reference="A1", service="FA002", day="2026-11-24", slot="09:30", more=",,"):
    return f"{reference},{service},{day},{slot},{more}\n"


# Encodings and delimiters


@pytest.mark.parametrize(
    "written",
    [
        GOOD.encode(),
        GOOD.encode("utf-8-sig"),
        GOOD.encode("gbk"),
        GOOD.encode("gb18030"),
        GOOD.encode("utf-16"),
        codecs.BOM_UTF16_BE + GOOD.encode("utf-16-be"),
        GOOD.encode("utf-16-le"),
        GOOD.encode("utf-16-be"),
        GOOD.replace(",", ";").encode("gbk"),
        GOOD.replace(",", "\t").encode("utf-16"),
        GOOD.replace("\n", "\r\n").encode("gbk"),
        GOOD.replace("\n", "\r").encode(),
        ("sep=;\n" + GOOD.replace(",", ";")).encode(),
        GOOD.rstrip("\n").encode(),
        ("\n" + GOOD.replace("\n", "\n\n")).encode(),
        GOOD.replace("预约编号,事项,日期", '"预约编号*","事项","预约 日期"').encode(),
        GOOD.replace(HEADINGS, "Reference,Service,DATE,Slot,ID number,Phone,State\n").encode(),
    ],
)
def test_a_file_simply_works_however_it_was_saved(written):
    read = [
        (one.texts["reference"], one.texts["service"], one.texts["phone"], one.texts["state"])
        for one in table.table_rows(written)
    ]
    assert read == [
        ("A1", "FA002", "13800138001", "已预约"),
        ("A2", "FA002", "13800138002", ""),
        ("A3", "BA001", "", "已预约"),
    ]


def test_a_file_from_excel_in_gbk_is_booked(store, take_file):
    report = take_file(GOOD.replace("\n", "\r\n").encode("gbk"))
    assert (report.counts[Taken.BOOKED], report.bad) == (3, ())
    assert [(one.reference, one.slot, one.phone_tail) for one in of_day(store)] == [
        ("A1", time(9, 30), "8001"),
        ("A2", time(9, 30), "8002"),
        ("A3", time(9, 30), ""),
    ]


@pytest.mark.parametrize(
    ("written", "error"),
    [
        (b"", errors.FileEmpty),
        (b"\n \n", errors.FileEmpty),
        (HEADINGS.encode(), errors.FileEmpty),
        (ROWS.encode(), errors.NoHeadings),
        (GOOD.encode("big5", "replace"), errors.NoHeadings),
        (b"PK\x03\x04" + bytes(100), errors.IsAWorkbook),
        (b"\xd0\xcf\x11\xe0" + bytes(100), errors.IsAWorkbook),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 9, errors.NotAText),
        (b"\x89PNG\r\n\x1a\n\x01\x02\xff\xfe\xff\xff", errors.UnknownEncoding),
        (b"reference,service,date,slot\nA\x07,FA002,2026-11-24,09:30\n", errors.NotAText),
        ((GOOD + "A4,FA002,2026-1").encode(), errors.FileCutOff),
        ((GOOD + 'A4,FA002,"2026-1').encode(), errors.FileCutOff),
        (GOOD.encode()[:9], errors.NoHeadings),
        ((GOOD + "A4,养老").encode()[:-1], errors.FileCutOff),
        ((GOOD + "A4,养老").encode("utf-16")[:-1], errors.FileCutOff),
        (GOOD.replace("A2", 'A"2"').replace("A1", '"A"1').encode(), errors.QuotesBroken),
        (GOOD.replace("电话,状态", "手机号,联系电话").encode(), errors.HeadingTwice),
    ],
)
def test_a_file_that_is_none_is_told_in_one_message(written, error):
    with pytest.raises(error) as raised:
        table.table_rows(written)
    for language in ("zh", "en"):
        told = raised.value.text(language)
        assert "\n" not in told and ID_CARD not in told


def test_half_a_file_changes_nothing(store, take_file):
    with pytest.raises(errors.FileCutOff):
        take_file(GOOD + "A4,FA002,2026-1")
    assert of_day(store) == ()


def test_the_message_about_headings_names_those_that_are_missing():
    with pytest.raises(errors.NoHeadings) as raised:
        table.table_rows("预约编号,日期\nA1,2026-11-24\n".encode())
    assert "缺少：时段、事项。" in raised.value.text("zh")


def test_a_file_of_a_hundred_megabytes_is_not_read(tmp_path):
    path = tmp_path / "big.csv"
    with path.open("wb") as file:
        file.truncate(100 * 1024**2)
    with pytest.raises(errors.FileTooBig):
        table.read_bytes(path)
    with pytest.raises(errors.NoSuchFile, match="no such file"):
        table.read_bytes(tmp_path / "none.csv")
    with pytest.raises(errors.NoSuchFile, match="it is a folder"):
        table.read_bytes(tmp_path)


@settings(max_examples=200)
@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_nonsense_is_told_and_never_a_fault_of_the_program(data):
    try:
        table.table_rows(data)
    except JiaohaoError as error:
        assert error.text("zh") and error.text("en")


@settings(max_examples=100)
@given(st.integers(0, len(GOOD.encode("gb18030"))))
def test_a_file_cut_anywhere_never_becomes_another_days_booking(cut):
    """Half a file is refused, or the rows that it has are whole but for the last field."""
    whole = [one.texts for one in table.table_rows(GOOD.encode())]
    try:
        rows = table.table_rows(GOOD.encode("gb18030")[:cut])
    except JiaohaoError:
        return
    for read, meant in zip(rows, whole, strict=False):
        if read.fault is None:
            same = {name: text for name, text in meant.items() if name != "state"}
            assert same.items() <= read.texts.items()


# Dates and half hours


@pytest.mark.parametrize(
    "text",
    ["2026-11-24", "2026/11/24", "2026.11.24", "2026年11月24日", "20261124", "２０２６-１１-２４",
     " 2026/11/24 0:00 ", "2026-11-24 00:00:00"],
)  # fmt: skip
def test_a_day_in_the_usual_spellings(text):
    assert day_of(text) == TUESDAY


@pytest.mark.parametrize("text", ["46350", "46350.0"])
def test_excels_own_number_of_a_day_is_refused_with_a_hint(text):
    with pytest.raises(errors.DayFromExcel, match="Format the column"):
        day_of(text)


@pytest.mark.parametrize(
    "text", ["", "tomorrow", "24/11/2026", "2026-02-30", "2026-13-01", "11-24", "0.5"]
)
def test_what_is_no_day(text):
    with pytest.raises(errors.NotADay):
        day_of(text)


@pytest.mark.parametrize(
    "text",
    ["09:30", "9:30", "9：30", "09:30:00", "09:30-10:00", "9:30~10:00", "09:30 — 10:00", "9点30分",
     "9:30至10:00", "09:30:00-10:00:00"],
)  # fmt: skip
def test_a_half_hour_in_the_usual_spellings(text):
    assert slot_of_text(text) == time(9, 30)


@pytest.mark.parametrize("text", ["", "9", "25:00", "0.395833", "09:30-11:00", "morning"])
def test_what_is_no_half_hour(text):
    with pytest.raises(errors.NotASlot):
        slot_of_text(text)


# Rows


def test_good_rows_are_taken_and_each_bad_one_is_told_with_its_line(store, take_file):
    report = take_file(
        HEADINGS
        + row("B2")
        + row("B3", service="XX999")
        + '"B4",FA002,2026-11-24,"09:\n30",,,\n'
        + row("B6", day="46350")
        + row("B7", slot="12:30")
        + row("B8", day="2026-11-28")
        + row("B9", service="AE001")
        + row("", service="FA002")
        + row(ID_CARD)
        + row("B12", more="4.20106E+17,,")
        + row("B13", more="123,,")
        + row("B14", more=",12,")
        + row("B15", more=",,maybe")
        + "B16,FA002,2026-11-24\n"
        + row("B17", service="基本养老保险关系转移接续", slot="10:00")
        + row("B18", day="2026-11-23", slot="09:00")
    )
    assert reasons(report) == {
        3: "no_such_service_here",
        4: "not_a_slot",
        6: "day_from_excel",
        7: "no_such_slot",
        8: "day_off",
        9: "not_bookable",
        10: "not_a_reference",
        11: "not_a_reference",
        12: "number_from_excel",
        13: "not_an_identity",
        14: "not_a_phone",
        15: "not_a_state",
        16: "columns_differ",
        18: "slot_over",
    }
    assert [one.reference for one in of_day(store)] == ["B2", "B17"]
    assert report.rows == 16


def test_the_report_repeats_no_number_and_no_name(take_file):
    shifted = HEADINGS + "".join(
        f"C{n},{','.join(fields)},,,\n"
        for n, fields in enumerate(
            [
                (ID_CARD, "2026-11-24", "09:30"),
                ("FA002", ID_CARD, "09:30"),
                ("FA002", "13800138000", "09:30"),
                ("FA002", "2026-11-24", "13800138000"),
                ("张三", "2026-11-24", "09:30"),
                ("FA002", "张三", "09:30"),
                ("FA002", "2026-11-24", "张三"),
            ]
        )
    )
    report = take_file(shifted)
    told = " ".join(bad.reason.text(lang) for bad in report.bad for lang in ("zh", "en"))
    assert len(report.bad) == 7
    for secret in (ID_CARD, "13800138000", "张三", ID_CARD[:12]):
        assert secret not in told


def test_with_all_or_nothing_one_bad_row_keeps_all_others_out(store, take_file):
    report = take_file(GOOD + row("A4", day="never"), all_or_nothing=True)
    assert (report.applied, reasons(report), of_day(store)) == (False, {5: "not_a_day"}, ())
    full = GOOD + "".join(row(f"F{n}") for n in range(5))
    report = take_file(full, all_or_nothing=True)
    assert (report.applied, set(reasons(report).values())) == (False, {"slot_full"})
    assert of_day(store) == ()
    assert take_file(GOOD, all_or_nothing=True).counts[Taken.BOOKED] == 3


# Again and again


def test_the_same_file_again_changes_nothing(store, take_file):
    take_file(GOOD)
    before = of_day(store)
    report = take_file(GOOD.encode("gbk"))
    assert report.counts == {
        Taken.BOOKED: 0,
        Taken.MOVED: 0,
        Taken.CANCELLED: 0,
        Taken.UNCHANGED: 3,
    }
    assert of_day(store) == before
    with store.read() as tx:
        assert sum(event.move is Act.BOOK for event in tx.events()) == 3


def test_a_changed_row_moves_the_appointment_and_a_cancelled_one_frees_the_place(store, take_file):
    take_file(GOOD)
    code = of_day(store)[0].code
    changed = GOOD.replace("09:30-10:00", "10:00-10:30").replace("8002,", "8002,已取消")
    report = take_file(changed)
    assert (report.counts[Taken.MOVED], report.counts[Taken.CANCELLED]) == (1, 1)
    found = {one.reference: one for one in of_day(store)}
    assert (found["A1"].slot, found["A1"].code) == (time(10), code)
    assert found["A2"].state is AppointmentState.CANCELLED
    assert take_file(changed).counts[Taken.UNCHANGED] == 3
    assert reasons(take_file(GOOD)) == {3: "cancelled_here"}
    assert operations.check_chain(store).whole


def test_what_the_file_leaves_empty_stays_as_it_was(store, take_file):
    take_file(GOOD)
    before = of_day(store)[0]
    report = take_file("预约编号,事项编码,日期,时段\nA1,FA002,2026-11-24,09:30\n")
    assert report.counts[Taken.UNCHANGED] == 1
    assert of_day(store)[0] == before


def test_a_full_half_hour_takes_a_move_only_when_a_place_is_free(store, take_file):
    take_file(HEADINGS + "".join(row(f"A{n}") for n in range(4)) + row("A9", slot="10:00"))
    moved = HEADINGS + row("A9")
    assert reasons(take_file(moved)) == {2: "slot_full"}
    report = take_file(moved + row("A0", more=",,已取消"))
    assert (report.counts[Taken.MOVED], report.counts[Taken.CANCELLED]) == (1, 1)


def test_two_channels_may_use_the_same_numbers(store, take_file):
    take_file(HEADINGS + row("1"))
    take_file(HEADINGS + row("1"), channel="phone")
    assert [one.channel for one in of_day(store)] == [APP, "phone"]


def test_a_reference_twice_in_a_file_means_its_last_row(store, take_file):
    twice = HEADINGS + row("A1") + row("A1", slot="10:00")
    for taken in (Taken.BOOKED, Taken.UNCHANGED):
        report = take_file(twice)
        assert (report.counts[taken], reasons(report)) == (1, {2: "repeated_below"})
    assert [one.slot for one in of_day(store)] == [time(10)]


def test_who_has_come_is_not_moved_or_cancelled_by_a_file(store, clock, take_file):
    take_file(GOOD)
    clock.set(datetime(2026, 11, 24, 1, 30, tzinfo=UTC))
    code = of_day(store)[0].code
    operations.check_in(store, code, ticket=TicketId(operations.new_id()))
    moved = GOOD.replace("09:30-10:00", "11:00-11:30")
    assert reasons(take_file(moved)) == {2: "checked_in_before"}
    cancelled = GOOD.replace("8001,已预约", "8001,已取消")
    assert reasons(take_file(cancelled)) == {2: "checked_in_before"}
    assert take_file(GOOD).counts[Taken.UNCHANGED] == 3


def test_a_half_hour_of_today_that_has_not_begun_will_do(store, take_file):
    report = take_file(HEADINGS + row("T1", day="2026-11-23", slot="10:00"))
    assert report.counts[Taken.BOOKED] == 1


def test_one_person_one_service_one_day_holds_for_files_too(take_file):
    mine = f"{ID_CARD},,"
    report = take_file(HEADINGS + row("A1", more=mine) + row("A2", slot="10:00", more=mine))
    assert reasons(report) == {3: "booked_before"}


# Export


def test_an_export_opens_in_excel_and_names_nobody(store, take_file):
    take_file(GOOD)
    data, count = exported(store, TUESDAY, TUESDAY, Language.ZH)
    assert count == 3
    assert data.startswith(codecs.BOM_UTF8)
    assert data.count(b"\r\n") == 4 == data.count(b"\n")
    assert ID_CARD.encode() not in data and b"13800138001" not in data
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert (rows[0]["预约编号"], rows[0]["时段"], rows[0]["状态"]) == (
        "A1",
        "09:30-10:00",
        "已预约",
    )


@pytest.mark.parametrize("language", list(Language))
def test_an_export_comes_back_without_a_change(store, take_file, language):
    take_file(GOOD)
    data, _ = exported(store, None, None, language)
    assert take_file(data).counts[Taken.UNCHANGED] == 3
    assert reasons(take_file(data, channel="other")) == dict.fromkeys((2, 3, 4), "other_channel")


def test_an_export_is_no_formula(store, take_file):
    evil = '=HYPERLINK("http://evil")'
    quoted = evil.replace('"', '""')
    assert take_file(HEADINGS + row(f'"{quoted}"')).counts[Taken.BOOKED] == 1
    assert take_file(HEADINGS + row("+1", slot="10:00"), channel="-c").counts[Taken.BOOKED] == 1
    data, _ = exported(store, TUESDAY, TUESDAY, Language.EN)
    cells = [cell for line in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in line]
    assert f"'{evil}" in cells and "'+1" in cells and "'-c" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    data, _ = exported(store, TUESDAY, TUESDAY, Language.EN, APP)
    assert take_file(data).counts[Taken.UNCHANGED] == 1


def test_a_file_that_cannot_be_written_leaves_the_older_one(tmp_path):
    path = tmp_path / "out.csv"
    write_file(path, b"old")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    with pytest.raises(errors.FileNotWritten):
        write_file(tmp_path / "none" / "out.csv", b"")
    with pytest.raises(errors.FileNotWritten):
        write_file(tmp_path, b"")
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]


def test_cancelling_in_the_hall_holds_against_the_file(store, take_file):
    take_file(GOOD)
    operations.cancel_appointment(store, of_day(store)[0].code)
    assert reasons(take_file(GOOD)) == {2: "cancelled_here"}


def test_hundreds_of_rows_go_in_parts(store, take_file):
    """More than one transaction, and the hall's own booking in between counts."""
    operations.book(
        store, "DB001", TUESDAY, time(9), appointment=AppointmentId(operations.new_id())
    )
    rows = [
        row(f"N{day}-{service}-{hour}-{n}", service, f"2026-11-{day}", f"{hour}:00")
        for day in (24, 25, 26, 27)
        for service in ("FA002", "BA001", "EA001")
        for hour in ("9", "10", "11", "14", "15")
        for n in range(4)
    ]
    report = take_file(HEADINGS + "".join(rows))
    assert (report.counts[Taken.BOOKED], report.bad) == (240, ())
    assert take_file(HEADINGS + "".join(rows)).counts[Taken.UNCHANGED] == 240
