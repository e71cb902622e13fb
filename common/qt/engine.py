"""Starting Qt Quick: an engine, the module `Jiaohao`, windows with required properties.

Python types stay unknown to QML on purpose. What a QML file names is either declared in QML (the
components and the typed singleton `Theme` of the module `Jiaohao`, which qmllint checks) or arrives
as `required property var`: a view model, whose every misspelt member is a Qt warning, and a warning
fails the tests. No context properties.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent, QQmlError
from PySide6.QtQuick import QQuickWindow

from common.qt.icons import IconProvider
from common.qt.theme import Theme
from common.qt.translations import Translator

QML_MODULES = Path(__file__).resolve().parent / "qml"

log = logging.getLogger(__name__)

_HOLDER = b"import QtQuick; import Jiaohao; QtObject { readonly property QtObject theme: Theme }"


class QmlBroken(RuntimeError):
    """A QML file could not be loaded: a bug. The text lists what Qt says."""


def create_engine(
    theme: Theme, family: str, translator: Translator, *imports: Path
) -> QQmlApplicationEngine:
    """An engine that knows the module `Jiaohao`, the theme, the icons and the language.

    `family` is what `register_fonts` returned; `imports` are further folders of QML modules.
    """
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(QML_MODULES))
    for path in imports:
        engine.addImportPath(str(path))
    engine.addImageProvider("icon", IconProvider())
    engine.warnings.connect(_log_warnings)
    apply_theme(engine, theme, family)
    translator.attach(engine)
    return engine


def theme_singleton(engine: QQmlApplicationEngine) -> QObject:
    """The `Theme` of the module `Jiaohao`, for `unit`, `textScale` and `motion` set from Python."""
    # Not engine.singletonInstance: it holds the interpreter's lock while Qt's QML thread loads the
    # module, and that thread asks our QTranslator, which needs the lock. Creating a component lets
    # the lock go. For the same reason never set a property from Python that makes a Loader load;
    # emit a signal of a view model instead.
    component = QQmlComponent(engine)
    component.setData(_HOLDER, QUrl("jiaohao-theme"))
    holder = component.create()
    singleton = holder.property("theme") if holder is not None else None
    if not isinstance(singleton, QObject):
        raise QmlBroken(component.errorString())
    return singleton


def apply_theme(engine: QQmlApplicationEngine, theme: Theme, family: str) -> None:
    """Fill QML's `Theme`; everything that is bound to it changes at once."""
    target = theme_singleton(engine)
    for role, color in asdict(theme.colors).items():
        _set(target, _camel(role), QColor(color))
    for size, pixels in asdict(theme.sizes).items():
        _set(target, f"{size}Size", float(pixels))
    _set(target, "onZone", QColor(theme.on_zone))
    _set(target, "zones", {letter: QColor(color) for letter, color in theme.zones.items()})
    _set(target, "family", family)


def load_window(
    engine: QQmlApplicationEngine, file: Path, properties: Mapping[str, Any]
) -> QQuickWindow:
    """Load a window's QML file with its required properties.

    Keep the engine and everything in `properties` alive as long as the window. Raises QmlBroken
    with Qt's own messages when the file does not load.
    """
    troubles: list[str] = []
    note = lambda errors: troubles.extend(error.toString() for error in errors)  # noqa: E731
    engine.warnings.connect(note)
    engine.setInitialProperties(dict(properties))
    engine.load(QUrl.fromLocalFile(str(file)))
    engine.warnings.disconnect(note)
    windows = engine.rootObjects()
    if not windows or not isinstance(windows[-1], QQuickWindow):
        raise QmlBroken("\n".join(troubles) or f"{file} holds no window")
    return windows[-1]


def retire(engine: QQmlApplicationEngine, home: QObject) -> None:
    """Delete an engine with its windows, and after these the view models under `home`.

    Where a process opens another window later: PySide gives an object whose plain methods hear
    signals a meta-object of its own and frees it with the object, while QML remembers an object's
    members by the address of its meta-object until the next engine ends. A view model that came to
    lie at such an address would have the members of another. So the addresses are not given back.
    """
    for model in home.findChildren(QObject):
        _addresses.append(vars(model).get("__METAOBJECT__"))
    home.setParent(engine)  # A child goes last, and not before because Python forgot it.
    engine.deleteLater()


_addresses: list[object] = []


def _log_warnings(warnings: list[QQmlError]) -> None:
    for warning in warnings:
        log.error("QML: %s", warning.toString())


def _set(target: QObject, name: str, value: object) -> None:
    if not target.setProperty(name, value):
        raise QmlBroken(f"Theme.qml lacks the property {name}")


def _camel(role: str) -> str:
    first, *rest = role.split("_")
    return first + "".join(part.capitalize() for part in rest)
