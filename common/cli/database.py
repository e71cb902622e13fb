"""Which database is meant when none is named."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from common.machine import read_machine


def database_url(given: str | None) -> str:
    """The database that was named, else that of this PC's settings, else this user's own.

    An empty one is refused: it is a script's variable that was not set, and must not lead to the
    hall. Raises UnknownDatabaseUrl, SettingsUnreadable, SettingsWrong, PasswordFileUnreadable.
    """
    if given is not None:
        if not given.strip():
            # It brings the whole store along.
            from common.store.errors import UnknownDatabaseUrl

            raise UnknownDatabaseUrl(url="''")
        return given
    machine = read_machine()
    if machine and machine.database:
        return machine.address
    return os.fspath(Path(platformdirs.user_data_dir("jiaohao")) / "hall.db")


def practice_folder() -> Path:
    """Where this user's practice halls are, apart from every real one."""
    return Path(platformdirs.user_data_dir("jiaohao")) / "practice"
