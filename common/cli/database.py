"""Which database is meant when none is named."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def database_url(given: str | None) -> str:
    """The database that was named, else this user's own."""
    return given or os.fspath(Path(platformdirs.user_data_dir("jiaohao")) / "hall.db")


def practice_folder() -> Path:
    """Where this user's practice halls are, apart from every real one."""
    return Path(platformdirs.user_data_dir("jiaohao")) / "practice"
