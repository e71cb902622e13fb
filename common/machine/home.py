"""The sign ~ in a path that somebody typed."""

from __future__ import annotations

from pathlib import Path


def at_home(path: str | Path) -> Path:
    """With a home folder in place of ~ or ~USER; as it stands where there is no such user."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)
