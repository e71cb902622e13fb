"""Pinyin for those who touch: Qt's own engine, whatever this machine types with otherwise."""

from __future__ import annotations

import os


def prepare_input_method() -> None:
    """Before the application object is made: Qt reads this once, then.

    The engine itself loads when somebody first types text. Its own keyboard is never shown: the
    kiosk's keys ask it (qml/PinyinEngine.qml), and tell it that all text is sensitive, so that it
    learns no words. The dictionary of the user's that it makes all the same stays empty.
    """
    os.environ["QT_IM_MODULE"] = "qtvirtualkeyboard"
    os.environ["QT_VIRTUALKEYBOARD_DESKTOP_DISABLE"] = "1"
