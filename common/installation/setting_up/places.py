"""Where things of the installed program stand on a PC, and whose they are."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from common.domain.errors import JiaohaoError
from common.machine.settings_file import PLACE_VARIABLE, settings_path

SYSTEM_USER = "jiaohao"
"""The user of kiosks and boards, and the group of all who share the hall's data."""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one installation."""

    settings: Path
    data: Path
    backups: Path
    owner: str = ""
    """User and group of the hall's data; empty: whoever sets up keeps it, and no service starts."""

    @property
    def hall(self) -> Path:
        """The database of a hall on one PC."""
        return self.data / "hall.db"

    @property
    def has_hall(self) -> bool:
        """Whether there is a hall already, as far as this user may look.

        A set-up that was killed, or a power cut, leaves a file in which there is none.
        """
        try:
            if not self.hall.exists():
                return False
        except PermissionError:
            return False
        # It takes a while to load, and most PCs have no hall of their own.
        from common.store import open_store
        from common.store.errors import DatabaseMissing

        try:
            open_store(str(self.hall)).close()
        except DatabaseMissing:
            return False
        except JiaohaoError:
            pass  # Whoever works with it says what is wrong with it.
        return True

    @property
    def password(self) -> Path:
        """The file with the password of the hall's server."""
        return self.settings.with_name("database.password")

    @property
    def certificate(self) -> Path:
        """The certificate by which the hall's server is known."""
        return self.settings.with_name("server.crt")

    @property
    def of_the_system(self) -> bool:
        return bool(self.owner)


def places_of_this_pc() -> Places:
    """The system's places; beside the settings file when JIAOHAO_SETTINGS names another one.

    So set-up can be tried in a folder of one's own: without root, and without any service.
    """
    settings = settings_path()
    if PLACE_VARIABLE in os.environ or os.name == "nt":
        return Places(settings, settings.parent / "data", settings.parent / "backups")
    return Places(settings, Path("/var/lib/jiaohao"), Path("/var/backups/jiaohao"), SYSTEM_USER)
