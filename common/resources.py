"""Where the suite's own files lie: fonts, sounds, themes, translations, the demonstration hall."""

from __future__ import annotations

import sys
from pathlib import Path

from common.domain.errors import JiaohaoError


class ResourceMissing(JiaohaoError):
    code = "resource_missing"
    en = "The installation is incomplete: {path} is missing. Install Jiaohao again."
    zh = "安装不完整：缺少 {path}。请重新安装本软件。"


# An installer unpacks beside the program and names that folder in sys._MEIPASS (PyInstaller).
RESOURCES = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[1])) / "resources"


def resource(*parts: str) -> Path:
    """The path of a bundled file or folder. Raises ResourceMissing when it is not there."""
    path = RESOURCES.joinpath(*parts)
    if not path.exists():
        raise ResourceMissing(path=path)
    return path
