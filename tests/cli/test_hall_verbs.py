"""The verbs of IT staff: init, apply, upgrade, close-day, doctor, slip; and how a hall is named."""

from __future__ import annotations

import sqlite3

import pytest
from PIL import Image

from common.resources import resource

DEMO = resource("demo", "hall.yaml")
COUNTS = {
    "zones": 6,
    "departments": 22,
    "queues": 19,
    "counters": 52,
    "services": 74,
    "bundles": 8,
}


@pytest.mark.parametrize("which", [("--demo",), ("--hall", DEMO)])
def test_init_makes_a_hall(jiaohao, tmp_path, which):
    path = tmp_path / "new" / "hall.db"
    answer = jiaohao("init", *which, "--db", path, "--json")
    assert answer.code == 0
    assert answer.json == {"db": str(path), "hall": "DEMO01", **COUNTS}
    assert jiaohao("take", "FA002", "--db", path, "--json").json["number"] == "FA001"


def test_init_twice_leaves_the_first(jiaohao):
    jiaohao("take", "FA002")
    answer = jiaohao("init", "--demo")
    assert answer.code == 1
    assert "nothing was changed" in answer.err
    assert jiaohao("line", "FA", "--json").json["queues"][0]["waiting"] == ["FA001"]


@pytest.mark.parametrize("which", [(), ("--demo", "--hall", DEMO)])
def test_init_needs_one_hall(jiaohao, tmp_path, which):
    answer = jiaohao("init", *which, "--db", tmp_path / "new.db")
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert not (tmp_path / "new.db").exists()


def test_init_with_a_wrong_file_makes_nothing(jiaohao, tmp_path):
    file = tmp_path / "hall.yaml"
    file.write_text("hall: {}\n", encoding="utf-8")
    answer = jiaohao("init", "--hall", file, "--db", tmp_path / "new.db")
    assert answer.code == 1
    assert f"{file}:1: 'zones' is missing; add it" in answer.err
    assert not (tmp_path / "new.db").exists()


@pytest.fixture
def edited(tmp_path):
    """The demonstration hall with another telephone and without one service's popularity."""
    file = tmp_path / "hall.yaml"
    words = DEMO.read_text(encoding="utf-8")
    assert '"000-12345678"' in words
    file.write_text(words.replace('"000-12345678"', '"111"'), encoding="utf-8")
    return file


CHANGE = {"kind": "changed", "section": "hall", "code": "phone", "fields": []}


def test_apply_shows_the_difference_and_makes_it(jiaohao, edited):
    jiaohao("take", "FA002")
    nobody = {"staff_not_in_file": [], "staff_retired": []}
    assert jiaohao("apply", edited, "--dry-run", "--json").json == {
        "applied": False,
        "changes": [CHANGE],
        **nobody,
    }
    assert jiaohao("apply", edited).out == "~ hall phone\napplied\n"
    assert jiaohao("apply", edited).out == "nothing differs\n"
    assert jiaohao("apply", edited, "--json").json == {"applied": False, "changes": [], **nobody}
    assert jiaohao("line", "FA", "--json").json["queues"][0]["waiting"] == ["FA001"]


def test_apply_says_file_line_and_what_to_do(jiaohao, tmp_path):
    file = tmp_path / "hall.yaml"
    words = DEMO.read_text(encoding="utf-8").replace("{code: FA, zone: F,", "{code: FO, zone: F,")
    file.write_text(words, encoding="utf-8")
    answer = jiaohao("apply", file)
    assert answer.code == 1
    number = next(
        i for i, line in enumerate(words.splitlines(), start=1) if "code: FO, zone" in line
    )
    assert f"{file}:{number}: the prefix FO has an I or O" in answer.err
    assert answer.err.endswith("Nothing was changed.\n")


def test_upgrade_of_a_current_database(jiaohao):
    assert jiaohao("upgrade").out == "the database is up to date\n"
    assert jiaohao("upgrade", "--json").json["changed"] is False


def test_close_day_expires_nothing_of_today(jiaohao):
    jiaohao("take", "FA002")
    assert jiaohao("close-day", "--json").json == {"expired": 0, "erased": 0}


# Which database


def test_the_option_goes_before_the_environment(jiaohao, tmp_path):
    jiaohao("init", "--demo", "--db", tmp_path / "other.db")
    jiaohao("take", "FA002")
    assert jiaohao("take", "FA002", "--db", tmp_path / "other.db", "--json").json["ahead"] == 0
    assert jiaohao("take", "FA002", "--json").json["ahead"] == 1


def test_without_either_it_is_the_users_own(jiaohao, monkeypatch, tmp_path):
    monkeypatch.delenv("JIAOHAO_DB")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert jiaohao("init", "--demo", "--json").json["db"] == str(tmp_path / "jiaohao" / "hall.db")
    assert jiaohao("take", "FA002").code == 0


def test_a_database_that_is_not_there_is_told_with_what_to_do(jiaohao, tmp_path):
    answer = jiaohao("board", "--db", tmp_path / "none.db")
    assert answer.code == 1
    assert f"jiaohao init --db {tmp_path / 'none.db'} --demo" in answer.err
    assert answer.err.count("\n") == 1


# The slip


def test_a_slip_as_bytes_and_as_a_picture(jiaohao, tmp_path):
    jiaohao("take", "FA002")
    answer = jiaohao("slip", "fa001", "--out", tmp_path / "slip.bin", "--json")
    data = (tmp_path / "slip.bin").read_bytes()
    assert answer.json == {
        "number": "FA001",
        "file": str(tmp_path / "slip.bin"),
        "bytes": len(data),
    }
    assert b"FA001" in data
    assert "养老".encode("gbk") in data
    assert jiaohao("slip", "FA001", "--out", tmp_path / "slip.PNG").code == 0
    with Image.open(tmp_path / "slip.PNG") as picture:
        assert picture.width >= 560
        assert picture.height > picture.width / 2


def test_a_slip_in_english_for_narrow_paper(jiaohao, tmp_path):
    jiaohao("take", "FA002")
    options = ("--lang", "en", "--profile", "generic-58", "--out", tmp_path / "slip.bin")
    assert jiaohao("slip", "FA001", *options).code == 0
    assert b"Pension" in (tmp_path / "slip.bin").read_bytes()


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (("--out", "/nowhere/at/all.bin"), "cannot_write_file"),
        (("--out", "x.bin", "--lang", "fr"), "unknown_language"),
        (("--out", "x.bin", "--profile", "laser"), "unknown_profile"),
    ],
)
def test_a_slip_that_cannot_be_made(jiaohao, monkeypatch, tmp_path, options, error):
    monkeypatch.chdir(tmp_path)
    jiaohao("take", "FA002")
    answer = jiaohao("slip", "FA001", *options, "--json")
    assert (answer.code, answer.json["error"]) == (1, error)
    assert list(tmp_path.glob("*.bin")) == []


# The doctor


def checks(answer):
    return {check["name"]: check["ok"] for check in answer.json["checks"]}


def test_the_doctor_finds_a_healthy_hall_healthy(jiaohao):
    jiaohao("take", "FA002")
    answer = jiaohao("doctor", "--json")
    assert answer.code == 0
    assert answer.json["ok"]
    assert {"database", "disk", "record", "clock", "fonts"} <= checks(answer).keys()
    assert "✓ record" in jiaohao("doctor").out


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE event SET number = 'FA009' WHERE sequence = 1",
        "DELETE FROM event WHERE sequence = 2",
    ],
)
def test_the_doctor_finds_a_damaged_record(jiaohao, sqlite_url, damage):
    jiaohao("take", "FA002")
    jiaohao("take", "FA002")
    connection = sqlite3.connect(sqlite_url)
    connection.execute(damage)
    connection.commit()
    connection.close()
    answer = jiaohao("doctor", "--json")
    assert answer.code == 1
    assert not answer.json["ok"]
    assert not checks(answer)["record"]
    assert checks(answer)["database"]
    assert "✗ record" in jiaohao("doctor").out


def test_the_doctor_finds_no_database(jiaohao, tmp_path):
    answer = jiaohao("doctor", "--db", tmp_path / "none.db", "--json")
    assert answer.code == 1
    assert not checks(answer)["database"]


def test_the_doctor_finds_no_printer(jiaohao):
    answer = jiaohao("doctor", "--printer", "tcp://127.0.0.1:1", "--json")
    assert answer.code == 1
    assert not checks(answer)["printer"]
