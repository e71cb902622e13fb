"""The change feed as Qt signals."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from common.domain.errors import JiaohaoError
from common.qt import changes
from common.qt.changes import ChangeBridge


class Away(JiaohaoError):
    code = "database_away"


class ScriptedFeed:
    """Answers each wait with what the test puts in."""

    def __init__(self) -> None:
        self.answers: queue.Queue[bool | Exception] = queue.Queue()
        self.waits = threading.Semaphore(0)
        self.closed = False

    def wait(self, timeout_seconds: float) -> bool:
        self.waits.release()
        answer = self.answers.get()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def close(self) -> None:
        self.closed = True
        self.answers.put(False)


@pytest.fixture
def feed() -> ScriptedFeed:
    return ScriptedFeed()


@pytest.fixture
def bridge(qapp, feed, monkeypatch) -> Iterator[ChangeBridge]:
    monkeypatch.setattr(changes, "RETRY_SECONDS", 0.0)
    bridge = ChangeBridge(feed)
    bridge.start()
    yield bridge
    assert bridge.close()
    assert feed.closed


def test_a_change_is_told(bridge, feed, qtbot):
    with qtbot.waitSignal(bridge.changed):
        feed.answers.put(True)


def test_a_burst_of_changes_is_told_once(bridge, feed, qtbot):
    told: list[int] = []
    bridge.changed.connect(lambda: told.append(1))
    for _ in range(20):
        feed.answers.put(True)
    for _ in range(21):  # the twenty-first wait begins when all twenty answers were heard
        assert feed.waits.acquire(timeout=30)
    assert told == []
    QCoreApplication.processEvents()
    assert told == [1]
    with qtbot.waitSignal(bridge.changed):
        feed.answers.put(True)


def test_a_timeout_is_no_news(bridge, feed):
    told: list[int] = []
    bridge.changed.connect(lambda: told.append(1))
    for _ in range(3):
        feed.answers.put(False)
    for _ in range(4):
        assert feed.waits.acquire(timeout=30)
    QCoreApplication.processEvents()
    assert told == []


def test_loss_is_told_once_and_recovery_with_a_change(bridge, feed, qtbot):
    told: list[str] = []
    bridge.lost.connect(lambda: told.append("lost"))
    bridge.restored.connect(lambda: told.append("restored"))
    bridge.changed.connect(lambda: told.append("changed"))
    for _ in range(3):
        feed.answers.put(Away())
    feed.answers.put(False)
    qtbot.waitUntil(lambda: "changed" in told)
    assert told == ["lost", "restored", "changed"]
