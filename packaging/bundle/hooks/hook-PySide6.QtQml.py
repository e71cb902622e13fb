"""In place of PyInstaller's own, which collects every QML module there is: the spec names ours."""

from PyInstaller.utils.hooks.qt import add_qt6_dependencies  # type: ignore[import-untyped]

hiddenimports, binaries, datas = add_qt6_dependencies(__file__)
