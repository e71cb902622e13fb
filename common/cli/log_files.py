"""Where programs that run all day write down what they do."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path

from platformdirs import user_log_dir


def log_folder() -> Path:
    return Path(user_log_dir("jiaohao", appauthor=False, ensure_exists=True))


def log_to_files(name: str, *, folder: Path | None = None, level: int = logging.INFO) -> None:
    """Log to stderr and to `<folder>/<name>.log` (five files of 2 MB)."""
    pattern = logging.Formatter("%(asctime)s %(levelname)s %(name)s %(threadName)s: %(message)s")
    file = logging.handlers.RotatingFileHandler(
        (folder or log_folder()) / f"{name}.log",
        maxBytes=2_000_000,
        backupCount=4,
        encoding="utf-8",
    )
    screen = logging.StreamHandler()
    root = logging.getLogger()
    root.setLevel(level)
    for handler in (file, screen):
        handler.setFormatter(pattern)
        root.addHandler(handler)
