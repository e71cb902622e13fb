"""What this PC is: its role, its database, its devices, and the program that is installed on it."""

from __future__ import annotations

from common.machine.settings import (
    BackupSettings,
    CounterSettings,
    DisplaySettings,
    KioskSettings,
    Machine,
    Role,
    ServerSettings,
)
from common.machine.settings_file import read_machine, settings_path, write_machine

__all__ = [
    "BackupSettings",
    "CounterSettings",
    "DisplaySettings",
    "KioskSettings",
    "Machine",
    "Role",
    "ServerSettings",
    "read_machine",
    "settings_path",
    "write_machine",
]
