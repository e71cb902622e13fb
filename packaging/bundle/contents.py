"""What the bundle holds, and what it leaves out of what its libraries bring.

Qt for Python is 650 MB, of which the hall needs a tenth. So nothing of Qt is taken because it is
there: modules, plugins and QML modules are named here, and of the shared libraries only those stay
that something named here links, directly or through another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

ROOMS = ("common", "kiosk", "counter", "display")

NOT_INSTALLED = ("common.demo",)
"""Rooms of the checkout: the demonstration of four windows, and the pictures of the manual."""

ON_DISK = ("common/store/migrations/env.py", "common/store/migrations/versions/*.py")
"""Modules that Alembic reads as files."""

HIDDEN = (
    # Found by name while the program runs.
    "PySide6.QtPrintSupport",
    "PySide6.QtTextToSpeech",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "alembic.ddl.postgresql",
    "alembic.ddl.sqlite",
    "psycopg.pq.pq_ctypes",
    "psycopg_binary._psycopg",
    "psycopg_binary.pq",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite.pysqlite",
    # Qt for Python reads type hints with these (shibokensupport).
    "shiboken6.Shiboken",
)

EXCLUDED = (
    "common.demo",
    # Digests are Python's own. `ssl` stays: PostgreSQL's driver, which brings a library of its own
    # for TLS, imports it all the same.
    "_hashlib",
    # Interactive Python, its tests and its own tools.
    "_curses",
    "_tkinter",
    "curses",
    "distutils",
    "doctest",
    "ensurepip",
    "idlelib",
    "lib2to3",
    "pdb",
    "pip",
    "pkg_resources",
    "pydoc",
    "readline",
    "setuptools",
    "tkinter",
    "test",
    "unittest",
    "venv",
    # Other drivers, formats and languages that libraries offer.
    "PIL.AvifImagePlugin",
    "PIL.ImageCms",
    "PIL.ImageQt",
    "PIL.ImageShow",
    "PIL.ImageTk",
    "PIL.WebPImagePlugin",
    "PIL._avif",
    "PIL._imagingcms",
    "PIL._imagingtk",
    "PIL._webp",
    "numpy",
    "pytest",
    "typing_extensions.mypy",
)

QT_MODULES = (
    "QtCore",
    "QtGui",
    "QtMultimedia",
    "QtNetwork",
    "QtOpenGL",
    "QtPrintSupport",
    "QtQml",
    "QtQuick",
    "QtSvg",
    "QtTextToSpeech",
    "QtWidgets",
)

QT_PLUGINS = (
    "platforms/*qxcb*",
    "platforms/*qwayland*",
    "platforms/*qoffscreen*",
    "platforms/qwindows*",
    # A screen of a PC that has neither X nor Wayland.
    "platforms/*qlinuxfb*",
    "wayland-shell-integration/*xdg-shell*",
    "wayland-shell-integration/*fullscreen-shell*",
    "wayland-graphics-integration-client/*qt-plugin-wayland-egl*",
    "wayland-decoration-client/*bradient*",
    "xcbglintegrations/*",
    # The kiosk's pinyin, and a clerk's own input method.
    "platforminputcontexts/*",
    "platformthemes/*xdgdesktopportal*",
    "imageformats/*qjpeg*",
    "imageformats/*qsvg*",
    "printsupport/*",
    "texttospeech/*speechd*",
    "texttospeech/*sapi*",
    "styles/*modernwindows*",
)
"""Of Qt's plugins these alone. Its players of films are not among them: a chime is a WAV file, for
which Qt Multimedia's own library is enough."""

OPTIONAL_PLUGINS = ("texttospeech/*",)
"""What they link may be absent: without a voice the kiosk offers no reading aloud."""

QML_MODULES = (
    "QtQml",
    "QtQml/Base",
    "QtQml/Models",
    "QtQml/WorkerScript",
    "QtQuick",
    "QtQuick/Shapes",
    "QtQuick/Templates",
    # The engine of pinyin, without the keyboard around it.
    "QtQuick/VirtualKeyboard/Core",
    "QtQuick/VirtualKeyboard/Plugins/Pinyin",
    "QtQuick/Window",
)

QML_NOT_NEEDED = ("*.qmltypes", "designer/*")
"""Files of QML modules for editors."""

SYSTEM_LIBRARIES = (
    # Python's own.
    "libpython3*.so*",
    "libbz2.so*",
    "libffi.so*",
    "liblzma.so*",
    "libmpdec.so*",
    "libsqlite3.so*",
    "libuuid.so*",
    # What Qt's X11 plugin needs and a desktop without other Qt programs does not have.
    "libxcb-cursor.so*",
    "libxcb-icccm.so*",
    "libxcb-image.so*",
    "libxcb-keysyms.so*",
    "libxcb-render-util.so*",
    "libxcb-util.so*",
)
"""Libraries of the machine that builds which go along. All others are the target's own: a graphics
driver or a C library from elsewhere would not fit its kernel, its cards and its fonts, and the
parts of xkbcommon know each other's insides."""


def modules_of(root: Path) -> list[str]:
    """Every module of our rooms that is imported by its name."""
    files = [
        path.relative_to(root)
        for room in ROOMS
        for path in (root / room).rglob("*.py")
        if not any(fnmatch(path.relative_to(root).as_posix(), pattern) for pattern in ON_DISK)
    ]
    names = {
        ".".join(file.parent.parts if file.stem == "__init__" else file.with_suffix("").parts)
        for file in files
    }
    left_out = tuple(f"{room}." for room in NOT_INSTALLED)
    return sorted(name for name in names if not f"{name}.".startswith(left_out))


def data_of(root: Path) -> list[tuple[Path, str]]:
    """Files that are read from disk, each with its folder in the bundle."""
    files = [root / "pyproject.toml"]  # says the version
    files += [path for path in (root / "resources").rglob("*") if path.is_file()]
    for room in ROOMS:
        files += (root / room).rglob("*.qml")
        files += (root / room).rglob("qmldir")
    for pattern in ON_DISK:
        files += root.glob(pattern)
    folders = sorted((file, file.parent.relative_to(root).as_posix()) for file in files)
    return [(file, folder) for file, folder in folders if file.suffix not in (".ts", ".pyc")]


def qml_of(qml: Path) -> list[tuple[Path, str]]:
    """Files of the QML modules we use, each with its folder below that of all QML modules."""
    files = []
    for module in QML_MODULES:
        for path in sorted((qml / module).glob("*")):
            if path.is_file() and not any(path.match(pattern) for pattern in QML_NOT_NEEDED):
                files.append((path, module))
    return files


def stays(name: str) -> bool:
    """Whether a file that PyInstaller collected, by its path in the bundle, may stay.

    Shared libraries of Qt are judged by `reachable` instead.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    parts = path.parts
    if parts[0] == "PySide6":
        if "plugins" in parts:
            plugin = "/".join(parts[parts.index("plugins") + 1 :])
            return any(fnmatch(plugin, pattern) for pattern in QT_PLUGINS)
        if "qml" in parts:
            folder = "/".join(parts[parts.index("qml") + 1 : -1])
            return folder in QML_MODULES
        if {"translations", "resources", "libexec", "typesystems"} & set(parts):
            return False
        if len(parts) == 2 and parts[1].startswith("Qt"):
            return parts[1].partition(".")[0] in QT_MODULES
        return "libQt6FFmpegStub" not in path.name
    if parts[0] == "tzdata":
        return False  # Debian's own; the spec adds it on Windows
    if path.name == name and "libusb" in name:
        return False  # a second one beside that of libusb_package, where it is looked for
    if parts[0].endswith(".dist-info"):
        # SQLAlchemy asks for the driver's version, and the driver asks this file.
        return parts[0].startswith("psycopg-") and path.name == "METADATA"
    return path.name not in ("py.typed", "base_library.zip.d")


def is_of_system(name: str) -> bool:
    """Whether a library of the building machine is to be the target's own."""
    return not any(fnmatch(PurePosixPath(name).name, pattern) for pattern in SYSTEM_LIBRARIES)


def reachable(
    roots: Iterable[str], libraries: Mapping[str, str], needs: Callable[[str], Iterable[str]]
) -> set[str]:
    """Which of `libraries` (file name to path) the roots link, directly or through another."""
    found: set[str] = set()
    open_ends = [need for root in roots for need in needs(root)]
    while open_ends:
        name = open_ends.pop()
        if name in libraries and name not in found:
            found.add(name)
            open_ends += needs(libraries[name])
    return found
