"""The change feed: a hint that something may have changed, never what."""

from __future__ import annotations

from typing import Protocol


class ChangeFeed(Protocol):
    """Waits for commits of others. Used from one thread; `close` may come from another."""

    def wait(self, timeout: float) -> bool:
        """Block until something may have changed (True) or `timeout` seconds passed (False).

        Raises DatabaseAway when the database cannot be reached; call again to find out whether it
        is back. After an absence everything may have changed.
        """

    def close(self) -> None:
        """End the feed and wake its waiter."""
