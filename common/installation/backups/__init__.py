"""Copies of the hall's data, proven when they are made, and the way back from one."""

from common.installation.backups.backup import Backup, Occasion
from common.installation.backups.folder import backups_in
from common.installation.backups.making import BackupMade, back_up

__all__ = ["Backup", "BackupMade", "Occasion", "back_up", "backups_in"]
