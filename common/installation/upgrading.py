"""Bring the hall's database to this version, with a backup at hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from common.installation.backups import BackupMade, Occasion, back_up
from common.installation.backups.rights import renew_rights
from common.store import contents, is_server, upgrade_database
from common.store.migrations.head import HEAD


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What an upgrade did."""

    changed: bool
    """False where the database was of this version already."""
    backup: BackupMade | None
    users: tuple[str, ...]
    """Database users whose rights were given anew."""


def upgrade(url: str, folder: Path | None) -> Upgraded:
    """Upgrade the database at `url`, after a backup into `folder`; None makes none.

    A migration that fails changes nothing. Raises what `back_up` raises, before anything is
    changed, and what `upgrade_database` and `grant` raise.
    """
    if contents(url).revision == HEAD:
        return Upgraded(False, None, ())
    made = back_up(url, folder, occasion=Occasion.BEFORE_UPGRADE) if folder else None
    upgrade_database(url)
    return Upgraded(True, made, renew_rights(url) if is_server(url) else ())
