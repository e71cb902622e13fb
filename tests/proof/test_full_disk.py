"""No space, and no right to write, in the middle of the verbs: clear words, and nothing lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import uuid
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from common import operations
from common.domain.session import Approval
from common.domain.ticket import HoldKind
from common.store import create_database, open_store
from common.store.errors import DatabaseReadOnly, DiskFull, ServerReadOnly

AGREED = Approval("chen", "full")


def errand(number):
    """One person's way through the hall: verbs in an order in which each goes through."""
    yield lambda store, act: operations.put_first(store, number, AGREED, request=act)
    yield lambda store, act: operations.call_next(store, "A01", request=act)
    yield lambda store, act: operations.serve(store, "A01", request=act)
    yield lambda store, act: operations.hold(store, "A01", kind=HoldKind.OTHER_STEP, request=act)
    yield lambda store, act: operations.resume(store, number, "A01", request=act)
    yield lambda store, act: operations.transfer(store, "A01", "QB", request=act)
    yield lambda store, act: operations.call_next(store, "B01", request=act)
    yield lambda store, act: operations.consult(store, "B01", "A02", request=act)
    yield lambda store, act: operations.cancel(store, number, request=act)
    yield lambda store, act: operations.add_queue(store, "B02", "QA", approval=AGREED, request=act)
    yield lambda store, act: operations.drop_queue(store, "B02", "QA", request=act)


def errands():
    """One after the other, for ever."""
    while True:
        issued = yield lambda store, act: operations.issue(store, ["S1", "S4"], ticket=act)
        yield from errand(issued.number)


class Person:
    """Goes through the verbs, and remembers what was confirmed."""

    def __init__(self, store):
        self.store = store
        self.confirmed = []
        self._errands = errands()
        self._verb = next(self._errands)
        self._act = operations.new_id()

    def go_on(self):
        """The next verb, or once more the one that failed, with the same id."""
        answer = self._verb(self.store, self._act)
        self.confirmed.append(self._act)
        self._verb = self._errands.send(answer)
        self._act = operations.new_id()

    def go_on_until(self, error, most=3000):
        for _ in range(most):
            try:
                self.go_on()
            except error as raised:
                assert raised.text("zh")
                return raised.text("en")
        raise AssertionError(f"no {error.__name__} in {most} verbs")

    def has_everything_once(self):
        """Whatever was confirmed is in the record, and nothing else."""
        with self.store.read() as tx:
            requests = [event.request for event in tx.events() if event.request]
        assert sorted(requests) == sorted(self.confirmed)
        assert operations.check_chain(self.store).whole

    def goes_on_as_if_nothing_had_been(self):
        for _ in range(30):
            self.go_on()
        self.has_everything_once()


@pytest.fixture
def open_person():
    """Somebody at work in the hall at an address."""
    stores = []

    def open_person(url):
        stores.append(open_store(url))
        return Person(stores[-1])

    yield open_person
    for store in stores:
        store.close()


@pytest.fixture
def small_disk():
    """`small_disk(size)`: a real file system of that size, where this user may mount one.

    Not in pytest's own folder: that is closed to the server's user.
    """
    mounted = []

    def small_disk(size, owner=None):
        folder = Path(tempfile.mkdtemp(prefix="jiaohao-disk-"))
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder]
        if shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
            folder.rmdir()
            pytest.skip("this user may mount no file system")
        mounted.append(folder)
        if owner is not None:
            os.chown(folder, owner, owner)
        return folder

    yield small_disk
    for folder in mounted:
        subprocess.run(["umount", "-l", folder], check=True)
        folder.rmdir()


def remount(folder, how):
    subprocess.run(["mount", "-o", f"remount,{how}", folder], check=True)


# SQLite


def test_a_full_disk_is_told_and_nothing_is_lost(proof_template, small_disk, open_person):
    disk = small_disk("1m")
    person = open_person(str(shutil.copy(proof_template, disk / "hall.db")))
    assert "Free some space" in person.go_on_until(DiskFull)
    for _ in range(3):  # It stays so, and asking again breaks nothing.
        with pytest.raises(DiskFull):
            person.go_on()
    person.has_everything_once()
    remount(disk, "size=8m")
    person.goes_on_as_if_nothing_had_been()


def test_a_file_that_may_not_grow_is_told_as_a_full_disk(sqlite_place, open_person):
    person = open_person(sqlite_place.url)
    person.go_on()
    (link,) = person.store._backend.links._ready  # SQLite's own limit is one connection's.
    pages = link.rows("PRAGMA page_count")[0][0]
    link.rows(f"PRAGMA max_page_count = {pages + 1}")
    person.go_on_until(DiskFull)
    person.has_everything_once()
    link.rows("PRAGMA max_page_count = 1000000")
    person.goes_on_as_if_nothing_had_been()


def test_a_file_system_that_turns_read_only_is_told(proof_template, small_disk, open_person):
    """As the kernel does with a disk that begins to fail."""
    disk = small_disk("8m")
    url = str(shutil.copy(proof_template, disk / "hall.db"))
    person = open_person(url)
    for _ in range(17):
        person.go_on()
    person.store.close()  # No file may be open for writing when that happens.
    remount(disk, "ro")
    with pytest.raises(DatabaseReadOnly, match="Check the rights"):
        person.go_on()
    remount(disk, "rw")
    person.goes_on_as_if_nothing_had_been()


# PostgreSQL


@pytest.fixture
def server_on_a_small_disk(postgres_server, small_disk, round_the_clock, clerks):
    """The address of a hall whose tables lie on a disk of 14 MB, and that disk."""
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        folder = connection.execute("SHOW data_directory").fetchone()[0]
        disk = small_disk("14m", Path(folder).stat().st_uid)
        name = f"small_{uuid.uuid4().hex}"
        connection.execute(f"CREATE TABLESPACE {name} LOCATION '{disk}'")
        connection.execute(f"CREATE DATABASE {name} TABLESPACE {name}")
        url = make_url(postgres_server).set(database=name).render_as_string(hide_password=False)
        create_database(url, round_the_clock, clerks=clerks).close()
        yield url, disk
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
        connection.execute(f"DROP TABLESPACE {name}")


def test_a_full_disk_of_the_server_is_told_and_nothing_is_lost(server_on_a_small_disk, open_person):
    url, disk = server_on_a_small_disk
    person = open_person(url)
    for _ in range(20):
        person.go_on()
    rest = disk / "rest"
    free = shutil.disk_usage(disk).free
    rest.write_bytes(bytes(max(0, free - 16 * 8192)))
    assert "Free some space" in person.go_on_until(DiskFull)
    for _ in range(3):
        with pytest.raises(DiskFull):
            person.go_on()
    person.has_everything_once()
    rest.unlink()
    person.goes_on_as_if_nothing_had_been()


def test_a_server_that_takes_no_changes_is_told_and_nothing_is_lost(
    postgres_place, postgres_server, open_person
):
    """As a standby, or a server whose administrator stopped all writing."""
    name = make_url(postgres_place.url).database
    person = open_person(postgres_place.url)
    for _ in range(8):
        person.go_on()
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        end_all = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        connection.execute(end_all)
        for _ in range(3):
            with pytest.raises(ServerReadOnly):
                person.go_on()
        person.has_everything_once()
        connection.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = off")
        connection.execute(end_all)
    person.goes_on_as_if_nothing_had_been()
