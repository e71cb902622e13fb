"""`jiaohao appointments`: what it answers to people and to scripts."""

from __future__ import annotations

import codecs
import csv
import io
from datetime import UTC, datetime

import pytest

from common import operations
from common.store import open_store

FACTS = {
    "code", "id", "day", "slot", "service", "queue", "state", "channel", "reference", "phone",
    "ticket",
}  # fmt: skip
HEADINGS = "预约编号,事项,日期,时段,电话,状态\n"


@pytest.fixture
def free(jiaohao):
    """The first half hour that can be booked: whatever day it is."""
    return jiaohao("appointments", "slots", "FA002", "--json").json["slots"][0]


@pytest.fixture
def booked(jiaohao, free):
    answer = jiaohao("appointments", "book", "FA002", free["day"], free["slot"], "--json")
    assert answer.code == 0
    return answer.json


def rows(jiaohao, free, *more):
    return jiaohao(
        "appointments", "list", "--from", free["day"], "--to", free["day"], *more, "--json"
    ).json["appointments"]


def test_slots(jiaohao, free):
    assert free == {"day": free["day"], "slot": "08:30", "places": 4, "left": 4}
    answer = jiaohao("appointments", "slots", "fa002", "--day", free["day"])
    assert answer.out.splitlines()[0] == f"{free['day']}  08:30-09:00  4/4"
    assert len(answer.out.splitlines()) == 14


def test_book_with_an_id_books_once(jiaohao, free):
    act = operations.new_id()
    words = ("appointments", "book", "FA002", free["day"], "8:30-9:00", "--id", act, "--json")
    first = jiaohao(*words, "--phone", "138-0013-8000", "--person", "99999919900307001X")
    assert first.json.keys() == FACTS
    assert (first.json["id"], first.json["phone"], first.json["state"]) == (act, "8000", "booked")
    assert jiaohao(*words) == first
    assert len(rows(jiaohao, free)) == 1


def test_the_person_may_come_from_standard_input(jiaohao, free, monkeypatch):
    words = ("appointments", "book", "FA002", free["day"], free["slot"], "--person", "-", "--json")
    for code in (0, 1):
        monkeypatch.setattr("sys.stdin", io.StringIO("99999919900307001X\n"))
        answer = jiaohao(*words)
        assert answer.code == code
    assert answer.json["error"] == "booked_before"


def test_what_cannot_be_booked_is_told(jiaohao, free):
    answer = jiaohao("appointments", "book", "AE001", free["day"], free["slot"])
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert jiaohao("appointments", "book", "FA002", "soon", "9:30").code == 1
    assert jiaohao("appointments", "book", "FA002", free["day"], "9:40").code == 1
    assert rows(jiaohao, free) == []


def test_days_that_go_backwards_are_refused(jiaohao):
    days = ("--from", "2026-11-24", "--to", "2026-11-23", "--json")
    for words in (("list",), ("export", "-")):
        answer = jiaohao("appointments", *words, *days)
        assert (answer.code, answer.json["error"]) == (1, "days_backwards")


def test_list_finds_by_code_and_by_phone(jiaohao, free, booked):
    jiaohao("appointments", "book", "FA002", free["day"], free["slot"], "--phone", "13800138001")
    assert [one["phone"] for one in rows(jiaohao, free)] == ["", "8001"]
    assert [one["phone"] for one in rows(jiaohao, free, "--phone", "8001")] == ["8001"]
    (one,) = jiaohao("appointments", "list", "--code", booked["code"], "--json").json[
        "appointments"
    ]
    assert one == booked
    assert jiaohao("appointments", "list", "--code", "NOSUCH").code == 1
    assert jiaohao("appointments", "list").out == "no appointments\n"


def test_cancel(jiaohao, free, booked):
    answer = jiaohao("appointments", "cancel", booked["code"], "--reason", "ill", "--json")
    assert answer.json["state"] == "cancelled"
    assert jiaohao("appointments", "cancel", booked["code"]).code == 0
    assert jiaohao("appointments", "slots", "FA002", "--json").json["slots"][0]["left"] == 4


def test_check_in_too_early_says_when(jiaohao, free, booked):
    answer = jiaohao("appointments", "check-in", booked["code"], "--json")
    assert (answer.code, answer.json["error"]) == (1, "appointment_early")
    assert f"{free['day']} 08:00" in answer.err


def test_check_in(jiaohao, free, booked, sqlite_url, monkeypatch):
    came = datetime.fromisoformat(f"{free['day']}T08:40+08:00").astimezone(UTC)
    monkeypatch.setattr("common.cli.options.open_store", lambda url: open_store(url, lambda: came))
    ticket = operations.new_id()
    words = ("appointments", "check-in", booked["code"], "--id", ticket)
    answer = jiaohao(*words, "--json")
    assert (answer.json["number"], answer.json["id"], answer.json["late"]) == (
        "FA001",
        ticket,
        False,
    )
    assert jiaohao(*words).out == "FA001  Appointment 08:30-09:00\n"
    assert "Appointment 08:30-09:00" in jiaohao("ticket", "FA001").out
    assert jiaohao("appointments", "sweep").out == "0 not come\n"


def test_import_and_export(jiaohao, free, tmp_path):
    path, out = tmp_path / "app.csv", tmp_path / "out.csv"
    good = f"A1,FA002,{free['day']},09:30,13800138000,\n"
    path.write_bytes((HEADINGS + good + "A2,FA002,46350,09:30,,\n").encode("gbk"))
    answer = jiaohao("appointments", "import", path, "--channel", "app", "--json")
    assert answer.code == 1
    assert answer.json | {"bad": None} == {
        "rows": 2,
        "applied": True,
        "booked": 1,
        "moved": 0,
        "cancelled": 0,
        "unchanged": 0,
        "bad": None,
    }
    assert [(bad["line"], bad["error"]) for bad in answer.json["bad"]] == [(3, "day_from_excel")]
    told = jiaohao("appointments", "import", path, "--channel", "app").out
    assert told.startswith("line 3: ")
    assert told.endswith("0 booked, 0 moved, 0 cancelled, 1 unchanged, 1 bad\n")
    answer = jiaohao("appointments", "export", out, "--day", free["day"], "--json")
    assert answer.json == {"file": str(out), "appointments": 1}
    # Excel takes a file without this mark for GBK, and shows Chinese names as nonsense.
    assert out.read_bytes().startswith(codecs.BOM_UTF8)
    (line,) = csv.DictReader(io.StringIO(out.read_bytes().decode("utf-8-sig")))
    assert (line["reference"], line["phone digits"]) == ("A1", "8000")
    assert jiaohao("appointments", "import", out, "--channel", "app").code == 0


def test_import_all_or_nothing_takes_nothing(jiaohao, free, tmp_path):
    path = tmp_path / "app.csv"
    path.write_text(HEADINGS + f"A1,FA002,{free['day']},09:30,,\nA2,FA002,never,09:30,,\n")
    answer = jiaohao("appointments", "import", path, "--channel", "app", "--all-or-nothing")
    assert (answer.code, answer.out.splitlines()[-1]) == (1, "nothing was changed")
    assert rows(jiaohao, free) == []


def test_a_file_that_is_not_there_is_said_in_the_users_language(jiaohao, monkeypatch, tmp_path):
    none = tmp_path / "none.csv"
    assert "no such file" in jiaohao("appointments", "import", none, "--channel", "a").err
    monkeypatch.setenv("JIAOHAO_LANG", "zh")
    for wrong, words in ((none, "文件不存在"), (tmp_path, "这是一个文件夹")):
        told = jiaohao("appointments", "import", wrong, "--channel", "a").err
        assert words in told
        assert "such" not in told and "irectory" not in told


def test_a_file_that_is_none_is_one_line(jiaohao, tmp_path):
    path = tmp_path / "app.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(200))
    answer = jiaohao("appointments", "import", path, "--channel", "app")
    assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)
    answer = jiaohao("appointments", "import", tmp_path / "none", "--channel", "app", "--json")
    assert (answer.code, answer.json["error"]) == (1, "no_such_file")
    answer = jiaohao("appointments", "export", tmp_path / "none" / "out.csv")
    assert (answer.code, answer.err.count("\n")) == (1, 1)


def test_standard_input_and_output_instead_of_files(child, sqlite_url, jiaohao, free):
    text = HEADINGS + f"A1,FA002,{free['day']},09:30,,\n"
    words = ("appointments", "import", "-", "--channel", "app", "--db", sqlite_url)
    assert child(*words, input=text).code == 0
    answer = child("appointments", "export", "-", "--db", sqlite_url, encoding="utf-8-sig")
    assert "A1,app," in answer.out
