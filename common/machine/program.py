"""The program as it is installed on this PC."""

from __future__ import annotations

import sys

FROZEN = bool(getattr(sys, "frozen", False))
"""Whether this is the installed bundle, in which `sys.executable` is `jiaohao` itself."""


def own_command(*arguments: str) -> list[str]:
    """What starts `jiaohao` with `arguments`, from the same installation as this process."""
    return [sys.executable, *([] if FROZEN else ["-P", "-m", "common.cli"]), *arguments]
