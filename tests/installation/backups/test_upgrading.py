"""Upgrades: with a backup at hand, whole or not at all."""

from __future__ import annotations

import pytest
from alembic import command

from common.installation.backups import Occasion, backups_in
from common.installation.upgrading import upgrade
from common.store import contents
from common.store.migrations.head import HEAD


def test_an_upgrade_makes_a_backup_of_the_old_version_once(old_url, folder):
    before = contents(old_url)
    done = upgrade(old_url, folder)
    assert done.changed
    (made,) = backups_in(folder)
    assert (made.occasion, made.contents) == (Occasion.BEFORE_UPGRADE, before)
    assert contents(old_url).revision == HEAD
    assert not upgrade(old_url, folder).changed
    assert len(backups_in(folder)) == 1


def test_a_migration_that_fails_leaves_the_old_hall_and_its_backup(old_url, folder, monkeypatch):
    before = contents(old_url)
    upgrade_all = command.upgrade

    def fail_at_the_end(*arguments: object) -> None:
        upgrade_all(*arguments)
        raise MemoryError

    monkeypatch.setattr(command, "upgrade", fail_at_the_end)
    with pytest.raises(MemoryError):
        upgrade(old_url, folder)
    assert contents(old_url) == before
    monkeypatch.undo()
    assert upgrade(old_url, None).changed
