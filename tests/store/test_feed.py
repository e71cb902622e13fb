"""The change feed: a hint that something may have changed."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from common import operations
from common.domain.errors import JiaohaoError
from common.store import DatabaseAway, open_store

SOON = 20.0
"""Seconds that nothing here ever needs."""


@pytest.fixture
def feed(hall_url):
    store = open_store(hall_url)
    feed = store.feed()
    yield feed
    feed.close()
    store.close()


@pytest.fixture
def quiet_feed(feed):
    """A feed that has said its first word: at the start, everything may have changed."""
    assert feed.wait(SOON)
    return feed


def test_it_is_quiet_while_nobody_commits(quiet_feed):
    assert not quiet_feed.wait(0.2)


def test_it_wakes_when_another_process_commits(quiet_feed, hall_url, other_process):
    process = other_process(hall_url)
    assert quiet_feed.wait(SOON)
    assert process.stdout.readline() == "FA001\n"


def test_it_wakes_when_this_process_commits(quiet_feed, hall_store, take):
    take(hall_store)
    assert quiet_feed.wait(SOON)


def test_it_tells_of_a_commit_that_came_before_the_wait(quiet_feed, hall_store, take):
    take(hall_store)
    take(hall_store)
    assert quiet_feed.wait(SOON)


def test_reading_is_no_change(quiet_feed, hall_store):
    operations.board(hall_store)
    assert not quiet_feed.wait(0.2)


def test_what_was_refused_is_no_change(quiet_feed, hall_store):
    with pytest.raises(JiaohaoError):
        operations.serve(hall_store, "F01")
    assert not quiet_feed.wait(0.2)


def test_closing_wakes_the_waiter(quiet_feed):
    answers = []
    waiter = threading.Thread(target=lambda: answers.append(quiet_feed.wait(SOON)))
    waiter.start()
    quiet_feed.close()
    waiter.join(30)
    assert answers == [False]


def test_a_file_that_was_moved_away_is_told_until_it_is_back(sqlite_url, tmp_path):
    store = open_store(sqlite_url)
    feed = store.feed()
    assert feed.wait(SOON)
    file = Path(sqlite_url)
    file.rename(tmp_path / "away.db")
    for _ in range(2):
        with pytest.raises(DatabaseAway):
            feed.wait(SOON)
    assert not file.exists()
    (tmp_path / "away.db").rename(file)
    assert feed.wait(SOON)  # after an absence everything may have changed
    assert not feed.wait(0.1)
    feed.close()
    store.close()


def test_a_file_that_was_replaced_is_a_change(sqlite_url, sqlite_template, tmp_path):
    store = open_store(sqlite_url)
    feed = store.feed()
    assert feed.wait(SOON)
    shutil.copy(sqlite_template, tmp_path / "new.db")
    (tmp_path / "new.db").replace(sqlite_url)
    assert feed.wait(SOON)
    feed.close()
    store.close()
