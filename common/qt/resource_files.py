"""Where the suite's own files lie."""

from __future__ import annotations

from pathlib import Path

from common.domain.errors import JiaohaoError


class ResourceMissing(JiaohaoError):
    code = "resource_missing"
    en = "The installation is incomplete: {path} is missing. Install Jiaohao again."
    zh = "安装不完整：缺少 {path}。请重新安装本软件。"


RESOURCES = Path(__file__).resolve().parents[2] / "resources"
QML_MODULES = Path(__file__).resolve().parent / "qml"


def resource(*parts: str) -> Path:
    """The path of a bundled file. Raises ResourceMissing when the installation lacks it."""
    path = RESOURCES.joinpath(*parts)
    if not path.exists():
        raise ResourceMissing(path=str(path))
    return path
