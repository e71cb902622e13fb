"""One backup: a file with the data, and a small one beside it that says what it is."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from common.domain.text import Text
from common.store import Contents

_NAME = re.compile(r"hall-(?P<hall>.+)-(?P<at>\d{8}-\d{6})\.(db\.gz|dump)")
_AT = "%Y%m%d-%H%M%S"
_CHUNK = 1 << 20
FORMAT = 1


class Engine(StrEnum):
    """Of which database it is a copy."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"

    @property
    def label(self) -> str:
        return "SQLite" if self is Engine.SQLITE else "PostgreSQL"

    @property
    def ending(self) -> str:
        return "db.gz" if self is Engine.SQLITE else "dump"


class Occasion(StrEnum):
    """Why it was made."""

    ORDINARY = "ordinary"
    """Every night, or by hand."""
    BEFORE_UPGRADE = "before-upgrade"
    BEFORE_RESTORE = "before-restore"

    @property
    def words(self) -> Text:
        return _WORDS[self]


_WORDS = {
    Occasion.ORDINARY: Text(zh="日常备份", en="ordinary"),
    Occasion.BEFORE_UPGRADE: Text(zh="升级前", en="before an upgrade"),
    Occasion.BEFORE_RESTORE: Text(zh="恢复前", en="before a restore"),
}


@dataclass(frozen=True, slots=True)
class Backup:
    """What stands beside a backup, and where that is."""

    file: Path
    engine: Engine
    occasion: Occasion
    made_at: datetime
    program: str
    """The version of Jiaohao that made it."""
    contents: Contents
    whole: bool | None
    """Whether its record is unbroken; None when it was of an older version, which was not read."""
    users: tuple[str, ...]
    """Database users that have rights in it."""
    size: int
    sha256: str

    @property
    def good(self) -> bool:
        return self.whole is not False

    @property
    def note(self) -> Path:
        return note_of(self.file)

    def as_json(self) -> dict[str, Any]:
        """What stands in the file beside it."""
        facts = asdict(self)
        facts["made_at"] = self.made_at.isoformat()
        facts["file"] = self.file.name
        return {"format": FORMAT, **facts}


def backup_name(hall: str, at: datetime, engine: Engine) -> str:
    return f"hall-{hall}-{at.strftime(_AT)}.{engine.ending}"


def is_backup_name(name: str) -> bool:
    """Whether a file is called like a backup of ours."""
    return _NAME.fullmatch(name) is not None


def note_of(file: Path) -> Path:
    """The file that says what the backup `file` is."""
    return file.with_name(file.name + ".json")


def read_note(file: Path) -> Backup | None:
    """What is written about the backup `file`; None when there is nothing, or nonsense."""
    try:
        facts = json.loads(note_of(file).read_text(encoding="utf-8"))
        made_at = datetime.fromisoformat(facts["made_at"])
        if made_at.tzinfo is None:
            return None
        return Backup(
            file=file,
            engine=Engine(facts["engine"]),
            occasion=Occasion(facts["occasion"]),
            made_at=made_at,
            program=str(facts["program"]),
            contents=Contents(**facts["contents"]),
            whole=facts["whole"],
            users=tuple(map(str, facts["users"])),
            size=int(facts["size"]),
            sha256=str(facts["sha256"]),
        )
    except (OSError, ArithmeticError, ValueError, KeyError, TypeError):
        return None


def sha256_of(file: Path) -> str:
    """Raises OSError."""
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while chunk := opened.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
