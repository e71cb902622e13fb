"""`jiaohao backup` and `jiaohao restore`."""

from __future__ import annotations

import pytest

from common.machine import BackupSettings, Machine, Role, write_machine


@pytest.fixture
def set_up(tmp_path, monkeypatch, sqlite_url):
    """This PC keeps the hall's data, and its backups in a folder."""
    settings = tmp_path / "jiaohao.toml"
    backups = BackupSettings(folder=str(tmp_path / "backups"), keep_days=7)
    write_machine(Machine(Role.ALL_IN_ONE, database=sqlite_url, backup=backups), settings)
    monkeypatch.setenv("JIAOHAO_SETTINGS", str(settings))
    return tmp_path / "backups"


def test_a_backup_is_made_listed_and_restored_by_the_settings_of_the_pc(jiaohao, set_up):
    jiaohao("take", "FA002")
    made = jiaohao("backup")
    assert (made.code, made.err) == (0, "")
    (file,) = set_up.glob("*.gz")
    assert made.out.startswith(f"backed up: {file}\n")
    assert "1 number," in made.out
    assert file.name in jiaohao("backup", "list").out
    taken = jiaohao("take", "FA002", "--json").json["number"]
    answer = jiaohao("restore", "latest", "--json")
    assert answer.code == 0
    assert (answer.json["tickets"], answer.json["lost_numbers"]) == (1, [taken])
    listed = jiaohao("backup", "list", "--json").json["backups"]
    assert [one["occasion"] for one in listed] == ["before-restore", "ordinary"]
    assert jiaohao("restore", "latest", "--json").json["tickets"] == 1  # the same again
    told = jiaohao("restore", listed[0]["file"]).out
    assert told.startswith("restored hall DEMO01: 2 numbers")
    assert jiaohao("ticket", taken).code == 0


def test_a_variable_that_was_not_set_never_leads_to_the_hall(jiaohao, set_up):
    jiaohao("backup")
    taken = jiaohao("take", "FA002", "--json").json["number"]
    refused = jiaohao("restore", "latest", "--into", "")
    assert refused.code == 1 and "is not a database address" in refused.err
    assert jiaohao("ticket", taken).code == 0


def test_without_settings_a_backup_wants_a_folder(jiaohao, tmp_path):
    answer = jiaohao("backup")
    assert answer.code == 1
    assert "--to FOLDER" in answer.err
    assert jiaohao("backup", "--to", tmp_path / "here").code == 0
    assert jiaohao("restore", "nothing").code == 1


def test_a_broken_record_fails_the_backup_that_keeps_it(jiaohao, set_up, sqlite_url):
    from tests.sql import run_sql

    jiaohao("take", "FA002")
    run_sql(sqlite_url, "UPDATE event SET hash = 'edited'")
    answer = jiaohao("backup")
    assert answer.code == 1
    assert "evidence" in answer.out
    assert len(list(set_up.glob("*.gz"))) == 1
