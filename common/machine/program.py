"""The program as it is installed on this PC."""

from __future__ import annotations

import sys
from functools import cache

from common.resources import RESOURCES, ResourceMissing

FROZEN = bool(getattr(sys, "frozen", False))
"""Whether this is the installed bundle, in which `sys.executable` is `jiaohao` itself."""


def own_command(*arguments: str) -> list[str]:
    """What starts `jiaohao` with `arguments`, from the same installation as this process."""
    return [sys.executable, *([] if FROZEN else ["-P", "-m", "common.cli"]), *arguments]


@cache
def version() -> str:
    """Of this program, such as 0.1.0. Raises ResourceMissing when it is not complete."""
    import tomllib

    project = RESOURCES.parent / "pyproject.toml"  # goes along into the bundle
    if not project.exists():
        raise ResourceMissing(path=project)
    return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])
