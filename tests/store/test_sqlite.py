"""A database file on one PC: how it is opened, and everything that may happen to it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from common import operations
from common.domain.errors import JiaohaoError
from common.domain.ticket import Move
from common.operations.hall_changes import create_hall
from common.store import (
    DatabaseAway,
    create_database,
    database,
    open_store,
    sqlite,
    upgrade_database,
)
from common.store.errors import (
    DatabaseBroken,
    DatabaseExists,
    DatabaseMissing,
    DatabaseNewer,
    DatabaseOnNetworkShare,
    DatabaseOutdated,
    DatabaseReadOnly,
    DiskFull,
    NoHall,
    NoRightToDatabase,
    UnknownDatabaseUrl,
)

ROOT = Path(__file__).parents[2]


@pytest.fixture
def file(sqlite_url):
    return Path(sqlite_url)


@pytest.fixture
def store(sqlite_url):
    store = open_store(sqlite_url)
    yield store
    store.close()


def numbers(store):
    return [w.number for w in operations.line(store, "FA")[0].waiting]


def alter(file, statement):
    connection = sqlite3.connect(file)
    connection.execute(statement)
    connection.commit()
    connection.close()


# How it is opened


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000)],
)
@pytest.mark.parametrize("kind", ["read", "write"])
def test_every_connection_is_durable_and_strict(store, kind, pragma, value):
    with getattr(store, kind)() as tx:
        assert tx._link.rows(f"PRAGMA {pragma}") == [(value,)]


def test_a_read_sees_one_moment(store, take):
    take(store)
    with store.read() as tx:
        before = len(tx.waiting())
        take(store)
        assert len(tx.waiting()) == before
    assert numbers(store) == ["FA001", "FA002"]


def test_what_fails_in_the_middle_changes_nothing(store, take):
    take(store)
    with pytest.raises(ZeroDivisionError), store.write() as tx:
        (leg,) = tx.waiting()
        tx.record(leg, leg.call("F01", tx.now), Move.CALL, day=tx.today)
        raise ZeroDivisionError
    assert numbers(store) == ["FA001"]
    assert operations.check_chain(store).whole


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}"])
def test_a_database_is_named_by_its_path(file, form):
    store = open_store(form.format(file))
    assert store.place == str(file)
    store.close()


@pytest.mark.parametrize("name", ["a b.db", "100%.db", "a?.db", "#1.db", "大厅.db", "a;b&c=d.db"])
def test_a_path_may_hold_any_character(tmp_path, demo_file, take, name):
    path = tmp_path / name
    create_hall(str(path), demo_file).close()
    store = open_store(str(path))
    assert take(store).number == "FA001"
    store.close()
    assert path.exists()


@pytest.mark.parametrize(
    "url",
    [
        *("", "mysql://u:secret@h/d", "http://x/y", "sqlite:///"),
        "postgresql://u:secret@127.0.0.1:1/x?connect_timeout=soon",
    ],
)
def test_an_address_of_something_else_is_refused_without_its_password(url):
    with pytest.raises(UnknownDatabaseUrl) as refused:
        open_store(url)
    assert "secret" not in refused.value.text("en") + refused.value.text("zh")


# What is there instead of a database


def test_a_missing_file_is_told_and_not_made(tmp_path):
    with pytest.raises(DatabaseMissing, match="jiaohao init"):
        open_store(str(tmp_path / "hall.db"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_closed_to_this_user_is_not_told_to_be_empty(file):
    file.parent.chmod(0)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        with pytest.raises(NoRightToDatabase, match="--desktop-user"):
            open_store(str(file))
    finally:
        if root:
            os.seteuid(0)
        file.parent.chmod(0o700)


def test_an_empty_file_is_no_database_yet(tmp_path, demo_file):
    path = tmp_path / "hall.db"
    path.touch()
    with pytest.raises(DatabaseMissing):
        open_store(str(path))
    assert path.stat().st_size == 0
    create_hall(str(path), demo_file).close()
    open_store(str(path)).close()


def test_a_folder_is_no_database(tmp_path, demo_file):
    with pytest.raises(DatabaseBroken, match="folder"):
        open_store(str(tmp_path))
    with pytest.raises(DatabaseBroken, match="folder"):
        create_hall(str(tmp_path), demo_file)


@pytest.mark.parametrize("action", [open_store, upgrade_database])
def test_a_text_file_is_told_and_left_as_it_is(tmp_path, action):
    path = tmp_path / "hall.db"
    path.write_text("the minutes of the last meeting\n" * 300, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(DatabaseBroken, match="left as it is"):
        action(str(path))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_text_file_is_not_written_over_by_init(tmp_path, demo_file):
    path = tmp_path / "hall.db"
    path.write_text("the minutes of the last meeting\n" * 300, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(JiaohaoError):
        create_hall(str(path), demo_file)
    assert path.read_bytes() == before


@pytest.mark.parametrize("action", [open_store, upgrade_database])
def test_a_database_of_another_program_is_told_and_left_as_it_is(tmp_path, demo_file, action):
    path = tmp_path / "other.db"
    alter(path, "CREATE TABLE recipe (name TEXT)")
    with pytest.raises(DatabaseBroken, match="another program"):
        action(str(path))
    with pytest.raises(DatabaseBroken, match="another program"):
        create_hall(str(path), demo_file)
    connection = sqlite3.connect(path)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
    connection.close()
    assert tables == ["recipe"]


@pytest.mark.parametrize("size", [100, 4096, 40_000])
def test_a_truncated_database_is_told(file, size):
    os.truncate(file, size)
    with pytest.raises(DatabaseBroken, match="last backup"):
        store = open_store(str(file))
        try:
            operations.hall(store)
        finally:
            store.close()


def test_a_newer_database_is_told_and_not_touched(file):
    alter(file, "UPDATE alembic_version SET version_num = '9999'")
    for action in (open_store, upgrade_database):
        with pytest.raises(DatabaseNewer, match="Install that version"):
            action(str(file))


def test_an_older_database_is_told_how_to_upgrade(file, monkeypatch):
    monkeypatch.setattr(database, "KNOWN", ("0000", *database.KNOWN))
    alter(file, "UPDATE alembic_version SET version_num = '0000'")
    with pytest.raises(DatabaseOutdated, match="jiaohao upgrade --db"):
        open_store(str(file))


def test_an_upgrade_of_a_current_database_changes_nothing(store, file, take):
    take(store)
    upgrade_database(str(file))
    assert numbers(store) == ["FA001"]


def test_a_database_without_its_hall_is_told(file):
    connection = sqlite3.connect(file)
    connection.execute("DELETE FROM hall")
    connection.commit()
    connection.close()
    with pytest.raises(NoHall):
        open_store(str(file))


def test_creating_a_hall_twice_leaves_the_first(file, store, take, demo_file):
    take(store)
    with pytest.raises(DatabaseExists, match="nothing was changed"):
        create_hall(str(file), demo_file)
    assert numbers(store) == ["FA001"]


def test_a_creation_that_fails_leaves_nothing_that_stands_in_the_way(
    tmp_path, demo_file, monkeypatch
):
    path = str(tmp_path / "hall.db")

    def fail(*_arguments):
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(database, "write_hall", fail)
        with pytest.raises(ZeroDivisionError):
            create_database(path, demo_file.hall)
    create_database(path, demo_file.hall).close()


_CREATE = """
import sys
from pathlib import Path
from common.domain.errors import JiaohaoError
from common.domain.ticket import Move
from common.operations.hall_changes import create_hall
from common.operations.hall_file import read_hall_file
file = read_hall_file(Path("resources/demo/hall.yaml"))
print("ready", flush=True)
sys.stdin.readline()
try:
    create_hall(sys.argv[1], file).close()
    print("created")
except JiaohaoError as error:
    print(error.code)
"""


def test_two_processes_that_create_at_once_make_one_hall(tmp_path):
    path = str(tmp_path / "hall.db")
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", _CREATE, path],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.stdin.write("\n")
        process.stdin.flush()
    ends = sorted(process.communicate(timeout=60)[0].strip() for process in processes)
    assert ends == ["created", "database_exists"]
    store = open_store(path)
    assert len(operations.hall(store).counters) == 52
    store.close()


# What happens to it while the hall works


def test_a_database_that_was_moved_away_comes_back(store, file, take, tmp_path):
    take(store)
    file.rename(tmp_path / "away.db")
    for act in (lambda: operations.board(store), lambda: take(store)):
        with pytest.raises(DatabaseAway, match="Nothing was lost"):
            act()
    with pytest.raises(DatabaseMissing):
        open_store(str(file))
    assert not file.exists()
    (tmp_path / "away.db").rename(file)
    assert take(store).number == "FA002"
    assert numbers(store) == ["FA001", "FA002"]


def test_a_database_that_vanishes_at_the_wrong_moment_is_not_made_anew(file, take, monkeypatch):
    """Between the look at the file and its opening."""
    store = open_store(str(file))
    store.close()
    monkeypatch.setattr("common.store.sqlite.SqliteBackend.require", lambda self: None)
    file.unlink()
    with pytest.raises(DatabaseAway):
        take(store)
    assert not file.exists()


def test_a_database_that_was_replaced_is_read_anew(store, file, demo_file, take, tmp_path):
    take(store)
    other = tmp_path / "other.db"
    renamed = replace(demo_file.hall, name=replace(demo_file.hall.name, en="The other one"))
    create_hall(str(other), replace(demo_file, hall=renamed)).close()
    for end in ("-wal", "-shm"):
        Path(f"{file}{end}").unlink()
    other.replace(file)
    assert operations.hall(store).name.en == "The other one"
    assert numbers(store) == []
    assert take(store).number == "FA001"


def test_a_database_that_was_replaced_by_that_of_another_hall_is_told(
    store, file, demo_file, tmp_path
):
    other = tmp_path / "other.db"
    elsewhere = replace(demo_file.hall, code="ELSEWHERE")
    create_hall(str(other), replace(demo_file, hall=elsewhere)).close()
    other.replace(file)
    with pytest.raises(DatabaseBroken, match="another hall"):
        operations.board(store)


def test_a_change_of_the_hall_by_others_is_seen_at_once(store, file, demo_file):
    from common.operations.hall_changes import apply_hall

    assert operations.hall(store).phone == demo_file.hall.phone
    other = open_store(str(file))
    apply_hall(other, replace(demo_file, hall=replace(demo_file.hall, phone="111")))
    other.close()
    assert operations.hall(store).phone == "111"


def test_a_writer_that_never_ends_is_told_in_the_end(store, file, take, monkeypatch):
    monkeypatch.setattr("common.store.sqlite._WRITE_TURN_SECONDS", 0.05)
    blocker = sqlite3.connect(file, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseAway, match="locked"):
        take(store)
    assert numbers(store) == []  # readers do not wait for writers
    blocker.execute("ROLLBACK")
    blocker.close()
    assert take(store).number == "FA001"


@pytest.fixture
def unchangeable(file):
    """The file cannot be written by anyone: permission bits would not stop root."""
    if os.geteuid() == 0:
        if shutil.which("chattr") is None or subprocess.run(["chattr", "+i", file]).returncode:
            pytest.skip("this file system has no immutable files")
        yield file
        subprocess.run(["chattr", "-i", file], check=True)
    else:
        file.chmod(0o444)
        yield file
        file.chmod(0o644)


def test_a_file_that_may_not_be_written_is_told_and_still_read(unchangeable, take):
    store = open_store(str(unchangeable))
    with pytest.raises(DatabaseReadOnly, match="Check the rights"):
        take(store)
    assert numbers(store) == []
    store.close()


def test_no_room_for_a_database_is_told(demo_file, tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    with pytest.raises(DatabaseReadOnly):
        create_hall(str(in_the_way / "hall.db"), demo_file)


def test_a_folder_of_others_is_told_before_a_hall_is_made_there(demo_file, tmp_path, monkeypatch):
    refused = sqlite3.OperationalError("unable to open database file")
    refused.sqlite_errorname = "SQLITE_CANTOPEN"
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != tmp_path)
    assert isinstance(sqlite.explain(refused, str(tmp_path / "hall.db")), DatabaseReadOnly)


def fill(store, take):
    """Take numbers until the disk is full; how many were given out."""
    for given in range(100_000):
        try:
            take(store)
        except DiskFull:
            return given
    raise AssertionError("the disk was never full")


def test_a_database_that_may_not_grow_is_told_and_loses_nothing(store, take):
    take(store)
    with store.read() as tx:
        ((pages,),) = tx._link.rows("PRAGMA page_count")
        tx._link.rows(f"PRAGMA max_page_count = {pages}")
    given = 1 + fill(store, take)
    assert len(numbers(store)) == given
    with store.read() as tx:
        tx._link.rows("PRAGMA max_page_count = 1000000")
    assert take(store).number == f"FA{given + 1:03}"
    assert operations.check_chain(store).whole


@pytest.fixture
def small_disk(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "none", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_is_told_and_loses_nothing(small_disk, sqlite_url, take):
    path = os.fspath(shutil.copy(sqlite_url, small_disk / "hall.db"))
    store = open_store(path)
    take(store)
    rest = small_disk / "rest"
    size = os.statvfs(small_disk)
    rest.write_bytes(b"x" * (size.f_bavail * size.f_frsize - 100_000))
    given = 1 + fill(store, take)
    assert len(numbers(store)) == given
    rest.unlink()
    assert take(store).number == f"FA{given + 1:03}"
    assert operations.check_chain(store).whole
    store.close()


# Network shares


MOUNTS = """\
21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 21 0:40 / /mnt/share rw,relatime shared:2 - {kind} //server/hall rw
31 30 8:2 / /mnt/share/local rw - xfs /dev/sdb1 rw
32 21 0:41 / /mnt/two\\040words rw - {kind} //server/hall rw
33 21 0:42 / /mnt/shared rw master:1 - tmpfs tmpfs rw
"""


@pytest.fixture
def mounts(monkeypatch):
    """Let the system say that a network share is mounted."""
    real = Path.read_text

    def pretend(kind):
        def read_text(self, *arguments, **options):
            if str(self) == "/proc/self/mountinfo":
                return MOUNTS.format(kind=kind)
            return real(self, *arguments, **options)

        monkeypatch.setattr(Path, "read_text", read_text)

    return pretend


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p"])
@pytest.mark.parametrize("path", ["/mnt/share/hall.db", "/mnt/share/a/b.db", "/mnt/two words/h.db"])
def test_a_network_share_is_refused(mounts, kind, path):
    mounts(kind)
    with pytest.raises(DatabaseOnNetworkShare, match=kind) as refused:
        open_store(path)
    assert "PostgreSQL" in refused.value.text("en")
    assert "PostgreSQL" in refused.value.text("zh")


@pytest.mark.parametrize("path", ["/mnt/share/local/h.db", "/mnt/shared/h.db", "/mnt/h.db"])
def test_a_local_disk_beside_or_below_a_share_is_not(mounts, path):
    mounts("nfs4")
    with pytest.raises(DatabaseMissing):
        open_store(path)


def test_a_link_to_a_network_share_is_refused(mounts, tmp_path):
    (tmp_path / "link").symlink_to("/mnt/share")
    mounts("nfs4")
    with pytest.raises(DatabaseOnNetworkShare):
        open_store(str(tmp_path / "link" / "hall.db"))
