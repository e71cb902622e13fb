"""`jiaohao doctor`: each fault is found, and what to do is said."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from common.installation.backups import Occasion, back_up
from common.installation.examination import Subject, examine
from common.installation.examination.finding import Finding
from common.installation.examination.pc import examine_sound
from common.installation.server.certificate import new_certificate
from common.machine import (
    BackupSettings,
    CounterSettings,
    DisplaySettings,
    KioskSettings,
    Machine,
    Role,
    write_machine,
)
from common.store import open_store


@pytest.fixture
def found(tmp_path, monkeypatch, sqlite_url):
    """`found(machine)["backups"]`: what the doctor says of a PC with these settings."""
    settings = tmp_path / "jiaohao.toml"
    monkeypatch.setenv("JIAOHAO_SETTINGS", str(settings))

    def found(machine: Machine | None = None, url: str = sqlite_url) -> dict[str, Finding]:
        if machine is not None:
            write_machine(machine, settings)
        findings = examine(Subject(lambda: url))
        assert all(one.detail.zh and one.detail.en for one in findings)
        return {one.name: one for one in findings}

    return found


def _of_one_pc(folder: Path, **more: object) -> Machine:
    return Machine(Role.ALL_IN_ONE, backup=BackupSettings(folder=str(folder), **more))


def test_a_pc_without_settings_is_told_of_them_and_of_its_hall(found):
    told = found()
    assert told["settings"].notable
    assert told["database"].good
    assert told["record"].good
    assert "backups" not in told


def test_the_bundles_of_a_hall_keep_their_promises_or_say_what_to_do(found, sqlite_url):
    kept = found()["bundles"]
    assert kept.good and not kept.notable
    with closing(open_store(sqlite_url)) as store, store.write() as tx:
        first, *others = tx.hall.bundles
        lax = replace(first, delivery=None, stages=first.stages[:1])
        tx.write_hall(replace(tx.hall, bundles=(lax, *others)))
    told = found()
    assert "bundles" not in told
    assert told[first.code].good and told[first.code].notable
    assert "not “Handled as one”: it has one service only" in told[first.code].detail.en
    assert "未做到一次送达：没有写结果怎样送达，请写上 delivery" in told[first.code].detail.zh


def test_the_forms_that_bundles_need_are_those_of_this_pc(found, tmp_path):
    machine = replace(_of_one_pc(tmp_path), kiosk=KioskSettings(forms=str(tmp_path / "none")))
    assert not found(machine)["bundles"].good


def test_settings_that_mean_nothing_are_named(found, tmp_path):
    (tmp_path / "jiaohao.toml").write_text('role = "fridge"\n', encoding="utf-8")
    told = found()
    assert not told["settings"].good
    assert "role" in told["settings"].detail.zh


def test_backups_are_wanted_of_last_night_whole_and_elsewhere(found, sqlite_url, tmp_path):
    folder, second = tmp_path / "backups", tmp_path / "share"
    machine = _of_one_pc(folder, second_folder=str(second))
    assert "cannot be looked into" in found(machine)["backups"].detail.en
    folder.mkdir()
    assert "there is none" in found()["backups"].detail.en
    two_days_ago = datetime.now().astimezone() - timedelta(days=2)
    back_up(sqlite_url, folder, occasion=Occasion.ORDINARY, now=two_days_ago)
    assert "26 hours" in found()["backups"].detail.en
    made = back_up(sqlite_url, folder, occasion=Occasion.ORDINARY).backup
    told = found()
    assert told["backups"].good
    assert not told["second copy"].good
    second.mkdir()
    back_up(sqlite_url, folder, occasion=Occasion.ORDINARY, second_folder=second)
    assert found()["second copy"].notable  # on the same disk
    for file in (made.file, *folder.glob("*.gz")):
        file.write_bytes(file.read_bytes()[:-1] + b"?")
    assert "not what it was" in found()["backups"].detail.en


def test_what_everybody_could_read_is_named_with_its_cure(found, sqlite_url, tmp_path):
    key = tmp_path / "forms.key"
    key.touch(0o640)
    Path(sqlite_url).chmod(0o660)
    machine = Machine(Role.COUNTER, counter=CounterSettings(form_key=str(key)))
    assert found(machine)["rights"].good
    key.chmod(0o644)
    told = found()["rights"]
    assert not told.good
    assert f"chmod o-rwx {key}" in told.detail.zh
    key.unlink()
    assert str(key) in found()["rights"].detail.en


def test_the_doctor_goes_on_whatever_the_settings_name(command, tmp_path, monkeypatch):
    settings = tmp_path / "jiaohao.toml"
    monkeypatch.setenv("JIAOHAO_SETTINGS", str(settings))
    monkeypatch.setenv("JIAOHAO_LANG", "en")
    monkeypatch.delenv("JIAOHAO_DB", raising=False)
    (tmp_path / "server.crt").mkdir()
    machine = Machine(
        Role.COUNTER,
        database="postgresql://u@h/hall",
        password_file=str(tmp_path),
        counter=CounterSettings(form_key="~nobody-here/forms.key"),
    )
    write_machine(machine, settings)

    def told() -> dict[str, str]:
        answer = command("doctor", "--json")
        assert answer.code == 1 and answer.err == ""
        return {one["name"]: one["detail"] for one in answer.json["checks"] if not one["ok"]}

    found = told()
    assert "it is a folder" in found["database"] and "it is a folder" in found["certificate"]
    assert "~nobody-here/forms.key: there is no such file" in found["rights"]
    assert "jiaohao-counter.desktop" in found
    settings.write_text("role =", encoding="utf-8")
    assert [*told()] == ["settings"]


def test_a_certificate_that_ends_soon_is_told_in_time(found, tmp_path):
    file = tmp_path / "server.crt"
    file.write_bytes(new_certificate(["hall"]).certificate)
    assert found(Machine(Role.DISPLAY))["certificate"].good
    old = datetime.now(UTC) - timedelta(days=3620)
    file.write_bytes(new_certificate(["hall"], old).certificate)
    told = found()["certificate"]
    assert not told.good
    assert "sudo jiaohao setup" in told.detail.zh


def test_devices_of_the_settings_are_looked_for(found, tmp_path):
    there = tmp_path / "ttyACM0"
    there.touch()
    kiosk = KioskSettings(
        printer="tcp://127.0.0.1:1", scanner=(f"serial://{there}",), id_reader=("serial:///no",)
    )
    told = found(Machine(Role.KIOSK, kiosk=kiosk))
    assert not told["kiosk printer"].good
    assert told["scanner"].good
    assert not told["idreader"].good
    assert "jiaohao devices" in told["idreader"].detail.zh
    keyboard = KioskSettings(scanner=("keyboard",))
    assert found(Machine(Role.KIOSK, kiosk=keyboard))["scanner"].notable


def test_sound_is_told_honestly(tmp_path, monkeypatch):
    cards = tmp_path / "cards"
    monkeypatch.setattr("common.installation.examination.pc.CARDS", cards)
    board = Machine(Role.DISPLAY)
    (unknown,) = examine_sound(board)
    assert unknown.notable
    cards.write_text("--- no soundcards ---\n")
    (none,) = examine_sound(board)
    assert none.notable
    assert "no sound card" in none.detail.en
    cards.write_text(
        " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n                      at 0xf7c10000\n"
    )
    (card,) = examine_sound(board)
    assert card.good
    assert not card.notable
    assert "HDA Intel PCH" in card.detail.zh
    assert list(examine_sound(Machine(Role.DISPLAY, display=DisplaySettings(silent=True)))) == []


def test_a_server_is_told_with_its_clock_and_encryption(found, postgres_url, monkeypatch):
    told = found(Machine(Role.COUNTER), postgres_url)
    assert told["server"].good
    assert "on this PC" in told["server"].detail.en
    assert told["clock skew"].good

    class Late(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) - timedelta(seconds=9)

    monkeypatch.setattr("common.installation.examination.database.datetime", Late)
    skewed = found(None, postgres_url)["clock skew"]
    assert skewed.notable
    assert skewed.good
    assert "-9" in skewed.detail.en


def test_a_server_that_is_away_is_told(found):
    told = found(Machine(Role.COUNTER), "postgresql://nobody@127.0.0.1:1/hall")
    assert not told["database"].good
    assert "record" not in told
