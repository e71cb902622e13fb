"""Restoring: proven before it replaces anything, and nothing is thrown away."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from common import operations
from common.domain.ids import HallCode
from common.installation.backups import Backup, Occasion, back_up
from common.installation.backups.errors import (
    BackupDamaged,
    BackupIsTheHall,
    BackupMissing,
    BackupNewer,
    BackupOfOtherEngine,
    BackupOfOtherHall,
    HallInUse,
    RestoredUnsound,
)
from common.installation.backups.reading import find_backup
from common.installation.backups.restoring import restore
from common.operations.hall_changes import create_hall
from common.store import contents, open_store
from common.store.server import known_users
from tests.sql import run_sql


def _made(url: str, folder: Path) -> Backup:
    return back_up(url, folder, occasion=Occasion.ORDINARY).backup


def _edit_note(backup: Backup, **changes: object) -> None:
    facts = json.loads(backup.note.read_text(encoding="utf-8"))
    facts["contents"].update(changes)
    backup.note.write_text(json.dumps(facts), encoding="utf-8")


def test_a_hall_is_as_it_was_and_what_was_lost_is_told(hall_url, folder, take):
    take(hall_url, 2)
    made = _made(hall_url, folder)
    later = take(hall_url, 3)
    restored = restore(made.file, hall_url, folder=folder)
    assert contents(hall_url) == made.contents
    assert restored.lost is not None
    assert (restored.lost.events, list(restored.lost.numbers)) == (3, later)
    assert restored.saved is not None
    assert restored.saved.backup.contents.tickets == 5
    assert restored.saved.backup.occasion is Occasion.BEFORE_RESTORE
    with closing(open_store(hall_url)) as store:
        assert operations.check_chain(store).whole
    assert take(hall_url) == [later[0]]
    # And back again: nothing was thrown away.
    restore(restored.saved.backup.file, hall_url, folder=folder)
    assert contents(hall_url).tickets == 5


def test_a_hall_in_use_is_left_alone_unless_forced_and_goes_on_then(hall_url, folder, take):
    take(hall_url, 1)
    made = _made(hall_url, folder)
    with closing(open_store(hall_url)) as store:
        assert operations.hall(store).code
        take(hall_url, 1)
        with pytest.raises(HallInUse):
            restore(made.file, hall_url, folder=folder)
        assert contents(hall_url).tickets == 2
        feed = store.feed()
        while feed.wait(0):
            pass
        restore(made.file, hall_url, folder=folder, force=True)
        try:
            changed = feed.wait(30)
        except operations.errors.JiaohaoError:  # its connection was ended with the old database
            changed = feed.wait(30)
        assert changed
        feed.close()
        assert contents(hall_url).tickets == 1
        assert operations.timeline(store, "FA001")
        issued = operations.issue(store, ["FA002"], ticket=operations.new_id())
        assert issued.number == "FA002"


def test_a_cut_or_edited_backup_is_refused_and_changes_nothing(hall_url, folder, take):
    take(hall_url, 1)
    made = _made(hall_url, folder)
    whole = made.file.read_bytes()
    before = contents(hall_url)
    for bad in (whole[: len(whole) // 2], whole[:-100] + bytes(100), b""):
        made.file.write_bytes(bad)
        with pytest.raises(BackupDamaged):
            restore(made.file, hall_url, folder=folder)
    made.note.unlink()  # Without the note its content tells.
    made.file.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BackupDamaged):
        restore(made.file, hall_url, folder=folder)
    assert contents(hall_url) == before
    made.file.write_bytes(whole)
    restore(made.file, hall_url, folder=folder)


def test_backups_of_others_are_refused(hall_url, folder, tmp_path, sqlite_url, take):
    take(hall_url, 1)
    made = _made(hall_url, folder)
    with pytest.raises(BackupMissing):
        find_backup("nothing", folder)
    assert find_backup("latest", folder) == find_backup(made.file.name, folder) == made.file
    if "://" in hall_url:
        with pytest.raises(BackupOfOtherEngine):
            restore(made.file, sqlite_url)
    _edit_note(made, hall="OTHER")
    with pytest.raises(BackupOfOtherHall):
        restore(made.file, hall_url)
    _edit_note(made, hall=contents(hall_url).hall, revision="9999")
    with pytest.raises(BackupNewer):
        restore(made.file, hall_url)


def test_files_of_other_programs_are_told_in_one_plain_sentence(sqlite_url, tmp_path):
    before = contents(sqlite_url)
    names = ("other.db", "like-ours.db", "text.gz", "empty.gz")
    other, like_ours, text, empty = (tmp_path / name for name in names)
    for database, table in ((other, "hall"), (like_ours, "alembic_version")):
        with closing(sqlite3.connect(database)) as connection:
            connection.execute(f"CREATE TABLE {table} (x)")
    text.write_bytes(gzip.compress(b"no database" * 1000))
    empty.write_bytes(gzip.compress(b""))
    for file, why in (
        (other, "data of another program"),
        (like_ours, "no hall is in it"),
        (text, "file is not a database"),
        (empty, "no hall is in it"),
    ):
        with pytest.raises(BackupDamaged) as told:
            restore(file, sqlite_url)
        assert str(told.value).startswith(f"The backup {file} is damaged: {why}. Nothing was")
    assert contents(sqlite_url) == before


def test_what_a_killed_restore_left_is_deleted_a_day_later(sqlite_url, folder):
    made = _made(sqlite_url, folder)
    old, new = (Path(sqlite_url).with_name(f".hall.db.{pid}.new") for pid in (1, 2))
    assert Path(sqlite_url).name == "hall.db"
    for file in (old, new):
        file.touch()
    long_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(old, (long_ago, long_ago))
    restore(made.file, sqlite_url, folder=folder)
    assert (old.exists(), new.exists()) == (False, True)


def test_a_name_that_no_file_can_have_is_no_backup(folder):
    with pytest.raises(BackupMissing):
        find_backup("x" * 5000, folder)


def test_a_broken_record_comes_back_only_by_force(hall_url, folder, take):
    take(hall_url, 2)
    run_sql(hall_url, "UPDATE event SET hash = 'edited' WHERE sequence = 1")
    made = _made(hall_url, folder)
    with pytest.raises(RestoredUnsound):
        restore(made.file, hall_url, folder=folder)
    restore(made.file, hall_url, folder=folder, force=True)


def test_a_restore_in_vain_leaves_no_users_on_the_server(postgres_url, folder, take):
    take(postgres_url, 1)
    run_sql(postgres_url, "UPDATE event SET hash = 'edited' WHERE sequence = 1")
    made = _made(postgres_url, folder)
    user = f"in vain {uuid4().hex}"
    facts = json.loads(made.note.read_text(encoding="utf-8"))
    made.note.write_text(json.dumps(facts | {"users": [user]}), encoding="utf-8")
    with pytest.raises(RestoredUnsound):
        restore(made.file, postgres_url, folder=folder)
    assert user not in known_users(postgres_url)


def test_the_way_back_from_a_newer_version_keeps_what_cannot_be_read(hall_url, folder, take):
    take(hall_url, 1)
    made = _made(hall_url, folder)
    take(hall_url, 1)
    run_sql(hall_url, "UPDATE alembic_version SET version_num = '9999'")
    restored = restore(made.file, hall_url, folder=folder)
    assert (restored.saved, restored.lost) == (None, None)
    assert contents(hall_url) == made.contents
    if "://" in hall_url:
        assert "_before_" in restored.kept
        name = restored.kept.rsplit("/", 1)[1]
        run_sql(hall_url, f"DROP DATABASE {name}")
    else:
        run_sql(restored.kept, "UPDATE alembic_version SET version_num = '0002'")
        assert contents(restored.kept).tickets == 2


def test_a_backup_of_an_older_version_is_upgraded(old_url, folder):
    made = _made(old_url, folder)
    assert (made.contents.revision, made.whole, made.good) == ("0001", None, True)
    restored = restore(made.file, old_url, folder=folder)
    assert restored.upgraded
    assert contents(old_url).revision == "0002"
    with closing(open_store(old_url)) as store:
        assert operations.check_chain(store).whole


def test_a_hall_is_restored_where_there_was_none(sqlite_url, postgres_url, folder, tmp_path):
    file = _made(sqlite_url, folder).file
    elsewhere = tmp_path / "new pc" / "hall.db"
    restored = restore(file, str(elsewhere))
    assert contents(str(elsewhere)) == restored.contents
    assert [one.name for one in elsewhere.parent.iterdir()] == ["hall.db"]
    dump = _made(postgres_url, folder).file
    from common.store.server import create_empty, drop, exists, with_database

    there = with_database(postgres_url, "practised_restore")
    left, foreign = (
        with_database(postgres_url, f"practised_restore_new_{end}")
        for end in ("20261101_023000", "building")
    )
    for one in (left, foreign):
        create_empty(one)
    restored = restore(dump, there)
    try:
        assert contents(there) == restored.contents
        assert (exists(left), exists(foreign)) == (False, True)  # one was of a restore that died
    finally:
        for one in (there, left, foreign):
            drop(one)


def test_a_hall_that_nobody_used_gives_way_to_another_one(sqlite_url, folder, tmp_path, demo_file):
    made = _made(sqlite_url, folder)
    new_pc = str(tmp_path / "new.db")
    other = replace(demo_file, hall=replace(demo_file.hall, code=HallCode("NEW")))
    create_hall(new_pc, other).close()
    restore(made.file, new_pc, folder=folder)
    assert contents(new_pc) == made.contents


def test_a_database_file_of_somebody_is_taken_with_its_log_but_never_the_hall_itself(
    sqlite_url, folder, tmp_path, take
):
    copied = tmp_path / "copied.db"
    with closing(open_store(sqlite_url)) as store:
        take(sqlite_url, 2)
        assert operations.hall(store).code
        for log in ("", "-wal"):
            shutil.copy(sqlite_url + log, f"{copied}{log}")
    take(sqlite_url, 1)
    restore(copied, sqlite_url, folder=folder)
    assert contents(sqlite_url).tickets == 2
    with pytest.raises(BackupIsTheHall):
        restore(Path(sqlite_url), sqlite_url, folder=folder, force=True)


def test_a_broken_file_is_kept_aside(sqlite_url, folder, take):
    take(sqlite_url, 1)
    made = _made(sqlite_url, folder)
    Path(sqlite_url).write_bytes(b"SQLite format 3\0" + os.urandom(20_000))
    restored = restore(made.file, sqlite_url, folder=folder)
    assert Path(restored.kept).stat().st_size == 20_016
    assert contents(sqlite_url) == made.contents
