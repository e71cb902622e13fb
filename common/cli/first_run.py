"""A front end that is started on a PC of which nobody has said yet what it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from common.cli.database import database_url
from common.domain.errors import JiaohaoError
from common.machine import program, read_machine

_KNOWS = ("--db", "--practice", "--help", "-h")


def is_first_run(arguments: Sequence[str]) -> bool:
    """Whether the installed program should ask what this PC is, and not say that data is missing.

    From a checkout the message says more than a window would.
    """
    if not program.FROZEN or os.environ.get("JIAOHAO_DB"):
        return False
    if any(one.partition("=")[0] in _KNOWS for one in arguments):
        return False
    if not has_screen():
        return False
    try:
        return read_machine() is None and not Path(database_url(None)).exists()
    except JiaohaoError:
        return False  # There are settings; the front end says what is wrong with them.


def has_screen() -> bool:
    """Whether a window could be shown."""
    return sys.platform != "linux" or bool(
        {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"} & {*os.environ}
    )
