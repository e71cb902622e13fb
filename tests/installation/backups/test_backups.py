"""Backups: made while people work, proven, kept for so long and no longer."""

from __future__ import annotations

import gzip
import json
import math
import os
import resource
import shutil
import stat
import subprocess
import threading
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from common import operations
from common.domain.ids import TicketId
from common.installation.backups import Backup, Occasion, back_up, backups_in, making
from common.installation.backups.errors import (
    BackupFolderClosed,
    BackupFolderOnShare,
    BackupNotWritten,
)
from common.operations.errors import QuotaUsed
from common.store import contents, open_store
from common.store.errors import DatabaseBroken
from tests.sql import run_sql

BEGIN = datetime(2026, 11, 1, 2, 30).astimezone()


def _made(url: str, folder: Path, **how) -> Backup:
    return back_up(url, folder, occasion=Occasion.ORDINARY, **how).backup


def test_a_backup_says_what_it_holds_and_is_found_again(hall_url, hall_store, folder, take):
    take(hall_url, 3)
    made = _made(hall_url, folder, now=BEGIN)
    hall = operations.hall(hall_store).code
    assert made.file.name.startswith(f"hall-{hall}-20261101-023000.")
    assert (made.contents.tickets, made.whole, made.good) == (3, True, True)
    assert made.contents == contents(hall_url)
    assert backups_in(folder) == (made,)
    assert made.file.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in folder.iterdir()) == sorted([made.file.name, made.note.name])


def test_the_copy_of_a_file_is_one_moment_while_people_take_numbers(sqlite_url, folder, tmp_path):
    enough = threading.Event()

    def take_numbers() -> None:
        with closing(open_store(sqlite_url)) as store:
            while not enough.is_set():
                with suppress(QuotaUsed):  # which is written down too
                    operations.issue(store, ["FA002"], ticket=TicketId(operations.new_id()))

    busy = threading.Thread(target=take_numbers)
    busy.start()
    try:
        made = [_made(sqlite_url, folder) for _ in range(3)]
    finally:
        enough.set()
        busy.join()
    assert all(one.whole for one in made)
    assert [one.contents.tickets for one in made] == sorted(one.contents.tickets for one in made)
    copy = tmp_path / "copy.db"
    copy.write_bytes(gzip.decompress(made[-1].file.read_bytes()))
    assert contents(str(copy)) == made[-1].contents
    with closing(open_store(str(copy))) as store:
        assert operations.check_chain(store).whole


def test_a_full_disk_leaves_nothing_half_and_is_told_in_words(sqlite_url, folder):
    first = _made(sqlite_url, folder)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
    try:
        with pytest.raises(BackupNotWritten) as told:
            _made(sqlite_url, folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "没有留下残缺文件" in told.value.text("zh")
    assert backups_in(folder) == (first,)
    assert len(list(folder.iterdir())) == 2


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_small_disk_is_told_to_be_full(hall_url, tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "none", folder])
    if mounted.returncode:
        pytest.skip("this root may not mount")
    try:
        with pytest.raises(BackupNotWritten, match="make room"):
            _made(hall_url, folder)
        assert not list(folder.iterdir())
    finally:
        subprocess.run(["umount", folder], check=True)


def test_a_copy_is_for_few_eyes_from_its_first_byte(hall_url, folder, tmp_path, monkeypatch):
    modes: list[int] = []

    def look_before(step: str) -> None:
        real = getattr(making, step)

        def look(*given):
            modes.extend(file.stat().st_mode for file in folder.glob(".hall-*"))
            return real(*given)

        monkeypatch.setattr(making, step, look)

    look_before("record_is_whole")
    look_before("_publish")
    second = tmp_path / "second"
    second.mkdir()
    before = os.umask(0)
    try:
        made = back_up(hall_url, folder, occasion=Occasion.ORDINARY, second_folder=second)
    finally:
        os.umask(before)
    assert modes and made.second is not None
    for file in (made.backup.file, made.backup.note, made.second):
        modes.append(file.stat().st_mode)
    assert not any(mode & stat.S_IRWXO for mode in modes)


def test_a_folder_that_is_a_file_is_told(sqlite_url, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(BackupNotWritten):
        _made(sqlite_url, tmp_path / "file")


def test_a_folder_on_a_share_is_refused(sqlite_url, folder, monkeypatch):
    monkeypatch.setattr(
        "common.store.sqlite._mount_type",
        lambda path: "nfs4" if path.is_relative_to(folder) else "ext4",
    )
    with pytest.raises(BackupFolderOnShare, match="second_folder"):
        _made(sqlite_url, folder)
    assert not list(folder.iterdir())


def test_a_damaged_database_makes_no_backup(sqlite_url, folder):
    with Path(sqlite_url).open("r+b") as file:
        file.seek(4096 * 3)
        file.write(os.urandom(4096 * 40))
    with pytest.raises((DatabaseBroken, BackupNotWritten)) as told:
        _made(sqlite_url, folder)
    assert told.value.text("zh")
    assert str(folder) not in str(told.value), "the hall's own database is the broken one"
    assert backups_in(folder) == ()


def test_a_broken_record_is_kept_as_evidence_but_never_counts_as_good(hall_url, folder, take):
    take(hall_url, 2)
    run_sql(hall_url, "UPDATE event SET hash = 'edited' WHERE sequence = 1")
    made = _made(hall_url, folder)
    assert (made.whole, made.good) == (False, False)


def test_backups_are_forgotten_after_their_days_but_not_the_newest_good_one(
    sqlite_url, folder, take
):
    take(sqlite_url, 2)
    oldest, good = (_made(sqlite_url, folder, now=BEGIN + timedelta(days=d)) for d in (0, 1))
    folder.joinpath("hall-of-somebody.db.gz").touch()
    foreign = folder / "hall-OTHER-20200101-000000.db.gz"
    shutil.copy(good.file, foreign)
    facts = json.loads(good.note.read_text(encoding="utf-8"))
    facts["contents"]["hall"] = "OTHER"
    foreign.with_name(foreign.name + ".json").write_text(json.dumps(facts), encoding="utf-8")
    run_sql(sqlite_url, "UPDATE event SET hash = 'edited' WHERE sequence = 1")
    late = back_up(
        sqlite_url,
        folder,
        occasion=Occasion.ORDINARY,
        keep_days=30,
        now=BEGIN + timedelta(days=60),
    )
    assert late.forgotten == (oldest,)
    assert not oldest.file.exists()
    assert not oldest.note.exists()
    assert {one.file.name for one in backups_in(folder)} == {
        good.file.name,
        late.backup.file.name,
        foreign.name,
    }
    assert folder.joinpath("hall-of-somebody.db.gz").exists()


def test_whoever_keeps_backups_for_ever_is_obeyed(sqlite_url, folder):
    made = back_up(sqlite_url, folder, occasion=Occasion.ORDINARY, keep_days=999_999)
    assert made.forgotten == () and made.warnings == ()


@pytest.mark.parametrize("nonsense", [{"size": math.inf}, {"made_at": "2026-01-01T00:00:00"}])
def test_a_note_with_nonsense_makes_no_backup_and_hides_no_other(sqlite_url, folder, nonsense):
    spoilt, good = (_made(sqlite_url, folder, now=BEGIN + timedelta(days=d)) for d in (0, 1))
    facts = json.loads(spoilt.note.read_text(encoding="utf-8"))
    spoilt.note.write_text(json.dumps(facts | nonsense), encoding="utf-8")
    assert backups_in(folder) == (good,)


def test_a_folder_that_cannot_be_looked_into_is_not_taken_for_an_empty_one(tmp_path):
    assert backups_in(tmp_path / "none yet") == ()
    (tmp_path / "file").touch()
    with pytest.raises(BackupFolderClosed, match="is no folder"):
        backups_in(tmp_path / "file")


def test_a_second_folder_gets_a_copy_and_its_absence_is_told(sqlite_url, folder, tmp_path):
    second = tmp_path / "share"
    made = back_up(sqlite_url, folder, occasion=Occasion.ORDINARY, second_folder=second)
    assert made.second is None
    assert "mounted" in made.warnings[0].en
    assert backups_in(folder) == (made.backup,)
    second.mkdir()
    made = back_up(sqlite_url, folder, occasion=Occasion.ORDINARY, second_folder=second)
    assert made.second == second / made.backup.file.name
    assert made.second.read_bytes() == made.backup.file.read_bytes()
    assert backups_in(second)[0].sha256 == made.backup.sha256
    assert "disk of the first" in made.warnings[0].en


def test_a_second_folder_that_cannot_even_be_looked_for_is_a_warning(sqlite_url, folder, tmp_path):
    made = back_up(
        sqlite_url, folder, occasion=Occasion.ORDINARY, second_folder=tmp_path / ("x" * 300)
    )
    assert made.second is None and "too long" in made.warnings[0].en
    assert backups_in(folder) == (made.backup,)


def test_what_a_killed_backup_left_is_swept_away_a_day_later(sqlite_url, folder):
    folder.mkdir()
    left = folder / ".hall-H-20261101-023000.db.gz.77.new"
    alone = folder / "hall-H-20261101-023000.db.gz.json"
    for file in (left, alone):
        file.touch()
    back_up(sqlite_url, folder, occasion=Occasion.ORDINARY, keep_days=1)
    assert left.exists()
    assert alone.exists()
    later = datetime.now().astimezone() + timedelta(days=2)
    back_up(sqlite_url, folder, occasion=Occasion.ORDINARY, keep_days=9, now=later)
    assert not left.exists()
    assert not alone.exists()
