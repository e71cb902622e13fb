"""The counter that this PC stands at: the one somebody last signed in at."""

from __future__ import annotations

import logging
from pathlib import Path

from platformdirs import user_config_dir

log = logging.getLogger(__name__)


def last_counter() -> str:
    """Its number; empty on a PC where nobody has signed in yet."""
    try:
        return _file().read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def remember_counter(counter: str) -> None:
    """Keep the number for the next start, and nothing about who sat there."""
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().write_text(f"{counter}\n", encoding="utf-8")
    except OSError as error:
        log.warning("the counter's number could not be kept for the next start: %s", error)


def _file() -> Path:
    return Path(user_config_dir("jiaohao", appauthor=False)) / "last-counter"
