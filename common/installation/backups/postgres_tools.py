"""pg_dump and pg_restore of the right version."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from common.installation.backups.errors import DumpToolMissing
from common.installation.commands import run

_PLACES = (("/usr/lib/postgresql", "*/bin"), ("C:/Program Files/PostgreSQL", "*/bin"))
"""Where Debian and Windows keep several versions side by side."""
_VERSION = re.compile(r"\(PostgreSQL\) (\d+)")


def dump_tool(name: str, version: int) -> str:
    """The oldest of this PC that serves a server of `version`; pg_dump reads no newer ones.

    Raises DumpToolMissing.
    """
    known = [(found, path) for path in _candidates(name) if (found := _version(path)) >= version]
    if not known:
        raise DumpToolMissing(command=name, version=version)
    return min(known)[1]


def _candidates(name: str) -> Iterator[str]:
    if on_path := shutil.which(name):
        yield on_path
    ending = ".exe" if os.name == "nt" else ""
    for place, versions in _PLACES:
        for folder in Path(place).glob(versions):
            if (path := folder / f"{name}{ending}").is_file():
                yield str(path)


def _version(path: str) -> int:
    found = _VERSION.search(run([path, "--version"], package="postgresql-client"))
    return int(found[1]) if found else 0
