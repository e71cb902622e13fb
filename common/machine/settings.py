"""What the settings of a PC say. Their names are those of the options they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from common.domain.os_words import os_words
from common.domain.text import Language
from common.machine.errors import PasswordFileUnreadable

FRONT_ENDS = ("kiosk", "counter", "display")


class Role(StrEnum):
    """What a PC is for."""

    ALL_IN_ONE = "all-in-one"
    """A small hall on one PC: database, kiosk, counter and board."""
    SERVER = "server"
    """The hall's PostgreSQL, its backups, and nothing on a screen."""
    KIOSK = "kiosk"
    COUNTER = "counter"
    DISPLAY = "display"

    @property
    def front_ends(self) -> tuple[str, ...]:
        """Those that may run on it."""
        if self is Role.ALL_IN_ONE:
            return FRONT_ENDS
        return () if self is Role.SERVER else (self.value,)

    @property
    def keeps_data(self) -> bool:
        """Whether the hall's data is on it, which is to be backed up."""
        return self in (Role.ALL_IN_ONE, Role.SERVER)


@dataclass(frozen=True, slots=True)
class KioskSettings:
    """The options of `jiaohao kiosk`."""

    name: str = "kiosk-1"
    printer: str = ""
    printer_profile: str = "generic-80"
    scanner: tuple[str, ...] = ()
    id_reader: tuple[str, ...] = ()
    pictures: str = ""
    screen: str = ""
    no_cursor: bool = False
    forms: str = ""


@dataclass(frozen=True, slots=True)
class CounterSettings:
    """The options of `jiaohao counter`."""

    counter: str = ""
    silent: bool = False
    printer: str = ""
    printer_profile: str = "generic-80"
    scanner: tuple[str, ...] = ()
    form_key: str = ""
    forms: str = ""
    form_printer: str = ""


@dataclass(frozen=True, slots=True)
class DisplaySettings:
    """The options of `jiaohao display`."""

    zone: str = ""
    screen: str = ""
    silent: bool = False


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What the hall's server is set up for."""

    network: str = ""
    """The networks of the PCs that it lets in, with commas."""


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """When a PC that keeps the hall's data copies it, and for how long."""

    folder: str = "/var/backups/jiaohao"
    at: str = "02:30"
    """HH:MM of this PC's own time."""
    keep_days: int = 30
    second_folder: str = ""
    """Another disk or a mounted share that gets a copy of each backup; none when empty."""


@dataclass(frozen=True, slots=True)
class Machine:
    """All settings of a PC. Front ends that it does not run keep their defaults."""

    role: Role
    language: Language = Language.ZH
    database: str = ""
    """A file path or an address without a password; this user's own when empty."""
    password_file: str = ""
    """Its first line is the password for `database`, which is a server's address then."""
    autostart: tuple[str, ...] = FRONT_ENDS
    """Of the front ends that its role has, those that start by themselves."""
    kiosk: KioskSettings = KioskSettings()
    counter: CounterSettings = CounterSettings()
    display: DisplaySettings = DisplaySettings()
    server: ServerSettings = ServerSettings()
    backup: BackupSettings = BackupSettings()

    @property
    def starts(self) -> tuple[str, ...]:
        """The front ends that start by themselves on this PC."""
        return tuple(one for one in self.role.front_ends if one in self.autostart)

    @property
    def address(self) -> str:
        """`database` with its password. Raises PasswordFileUnreadable."""
        if not self.password_file:
            return self.database
        try:
            with Path(self.password_file).open(encoding="utf-8-sig") as file:
                password = file.readline().rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            detail = os_words(error) if isinstance(error, OSError) else "UTF-8"
            raise PasswordFileUnreadable(file=self.password_file, detail=detail) from None
        return with_password(self.database, password)


def with_password(address: str, password: str) -> str:
    """A server's address with the password in it."""
    return f"{address}{'&' if '?' in address else '?'}password={quote(password, safe='')}"
