"""What the bundle is made of: each name in its lists is there, and nothing pruned is missed."""

from __future__ import annotations

import importlib.util
import re
from fnmatch import fnmatch
from pathlib import Path

import contents
import PySide6
import pytest

from common.cli.verbs import ROOMS as VERB_ROOMS

ROOT = Path(__file__).resolve().parents[2]
QT = Path(PySide6.__file__).parent / "Qt"


def sources(*kinds: str) -> list[Path]:
    return [
        path
        for room in contents.ROOMS
        for kind in kinds
        for path in (ROOT / room).rglob(kind)
        if "demo" not in path.parts
    ]


def test_rooms_that_are_imported_by_name_go_along():
    modules = contents.modules_of(ROOT)
    assert {f"common.cli.{room}" for room in VERB_ROOMS} <= set(modules)
    assert {"kiosk.__main__", "counter.__main__", "display.__main__"} <= set(modules)
    assert not [name for name in modules if name.startswith("common.demo")]


def test_what_is_hidden_from_pyinstaller_can_be_imported():
    missing = [name for name in contents.HIDDEN if importlib.util.find_spec(name) is None]
    assert missing == []


def test_nothing_excluded_is_imported_by_a_room():
    imported = {
        match
        for path in sources("*.py")
        for match in re.findall(r"^\s*(?:from|import) ([\w.]+)", path.read_text("utf-8"), re.M)
    }
    excluded = {name for name in contents.EXCLUDED if name != "common.demo"}
    assert {
        name for name in imported if name in excluded or name.split(".")[0] in excluded
    } == set()


def test_each_qt_module_that_a_room_imports_stays():
    imported = {
        match
        for path in sources("*.py")
        for match in re.findall(r"PySide6\.(Qt\w+)", path.read_text("utf-8"))
    }
    assert imported <= set(contents.QT_MODULES)


def test_each_qml_module_that_a_file_imports_stays():
    imported = {
        match.replace(".", "/")
        for path in sources("*.qml")
        for match in re.findall(r"^import (Qt[\w.]+)", path.read_text("utf-8"), re.M)
    }
    assert imported <= set(contents.QML_MODULES)
    of_qt_6_8 = {"QtQml/Base"}
    missing = {name for name in contents.QML_MODULES if not (QT / "qml" / name).is_dir()}
    assert missing <= of_qt_6_8


def test_each_kind_of_plugin_is_one_that_qt_has():
    plugins = [path.relative_to(QT / "plugins").as_posix() for path in QT.rglob("plugins/*/*.so")]
    of_windows = {"platforms/qwindows*", "texttospeech/*sapi*", "styles/*modernwindows*"}
    for pattern in set(contents.QT_PLUGINS) - of_windows:
        assert any(fnmatch(plugin, pattern) for plugin in plugins), pattern


def test_alembic_finds_its_files_on_the_disk():
    folders = {folder for file, folder in contents.data_of(ROOT) if file.suffix == ".py"}
    assert folders == {"common/store/migrations", "common/store/migrations/versions"}


def test_every_resource_and_every_qml_file_goes_along_but_no_source_of_a_translation():
    taken = {file for file, _ in contents.data_of(ROOT)}
    assert set(sources("*.qml")) <= taken
    assert ROOT / "resources" / "fonts" / "NotoSansSC-Regular.otf" in taken
    assert not [file for file in taken if file.suffix == ".ts"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("PySide6/QtCore.abi3.so", True),
        ("PySide6/QtWebEngineCore.abi3.so", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/multimedia/libffmpegmediaplugin.so", False),
        ("PySide6/Qt/qml/QtQuick/qmldir", True),
        ("PySide6/Qt/qml/QtQuick/Controls/Material/Button.qml", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("tzdata/zoneinfo/Asia/Shanghai", False),
        ("resources/fonts/OFL.txt", True),
        ("alembic-1.20.1.dist-info/METADATA", False),
        ("psycopg-3.3.9.dist-info/METADATA", True),
        ("psycopg-3.3.9.dist-info/RECORD", False),
        ("psycopg_binary-3.3.9.dist-info/METADATA", False),
    ],
)
def test_what_stays_of_what_pyinstaller_collects(name, expected):
    assert contents.stays(name) is expected


def test_a_graphics_driver_is_never_taken_along():
    for name in ("libGL.so.1", "libEGL.so.1", "libdrm.so.2", "libstdc++.so.6", "libc.so.6"):
        assert contents.is_of_system(name)
    assert not contents.is_of_system("libxcb-cursor.so.0")


def test_a_library_stays_when_something_links_it_through_another():
    links = {"plugin": ["b"], "/b": ["c", "libc"], "/c": ["b"], "/d": []}
    libraries = {"b": "/b", "c": "/c", "d": "/d"}
    assert contents.reachable(["plugin"], libraries, links.__getitem__) == {"b", "c"}
