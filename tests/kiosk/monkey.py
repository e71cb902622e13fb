"""A monkey before a kiosk: it touches whatever it sees, types what nobody types, and goes away."""

from __future__ import annotations

import random
import time
from collections import Counter, deque

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

PATIENCE = 60.0
"""Seconds in which a page must settle, and the kiosk must be done with whatever it does."""
REMEMBERED = 40
LONGER_THAN_ANY_VISIT = 400.0
"""Seconds: twice the time that large text gives."""
NASTY = (
    *(
        "😀👩‍👩‍👧‍👦🏳️‍🌈",
        "𠮷野家",
        "\x00\x07\x1b[31m\x7f",
        "\u202eevil\u202c",
        "\u2066\u200f\u200b\ufeff",
    ),
    *("Z̴̡̛͓a̷l̶g̸o̵", "ﷺ" * 20, "'; DROP TABLE ticket; --", "<b>%s{0}$(id)</b>", "\t\r\n", " " * 300),
    *("号" * 10_000, "A1" * 5_000, "\u0301" * 10_000),
)
WAYS_OUT = ("leave_button", "home_button", "back_button")
LAST_WORDS = ("finish", "keep", "close", "cancel", "done", "ok", "continue", "without", "skip")


class Monkey:
    """Acts on the window of `citizen`; the same `seed` draws the same acts."""

    def __init__(self, citizen, idle_clock, seed: str) -> None:
        self.citizen = citizen
        self.seed = seed
        self.pages: Counter[str] = Counter()
        self.acts: deque[str] = deque(maxlen=REMEMBERED)
        self._window = citizen.app.window
        self._idle_clock = idle_clock
        self._luck = random.Random(seed)

    def play(self, touches: int, leave_every: int) -> None:
        """So many acts; now and then it wants to leave, and it must always be able to."""
        for touch in range(touches):
            self._act()
            self.settle()
            self.pages[self.citizen.page] += 1
            assert self.citizen.page != "broken", self.story()
            if touch % leave_every == leave_every - 1:
                self.leave()

    def story(self) -> str:
        """What to tell when something went wrong."""
        return f"seed {self.seed}, page {self.citizen.page}; last: {' | '.join(self.acts)}"

    # -- acts ----------------------------------------------------------------------------------

    def _act(self) -> None:
        kinds = {
            self._touch_something: 60,
            self._touch_anywhere: 14,
            self._touch_twice: 6,
            self._drag: 6,
            self._press_long: 2,
            self._press_key: 4,
            self._type_nasty: 6,
            self._be_away: 2,
        }
        (act,) = self._luck.choices([*kinds], [*kinds.values()])
        act()

    def _touch_something(self) -> None:
        found = self.touchable()
        if not found:
            self._touch_anywhere()
            return
        name, place = self._luck.choice(found)
        self._note(f"touch {name}")
        if self._luck.random() < 0.3:
            QTest.mouseClick(self._window, Qt.MouseButton.LeftButton, pos=place)
        else:
            self.citizen.tap(place)

    def _touch_anywhere(self) -> None:
        place = self._anywhere()
        self._note(f"touch {place.x()},{place.y()}")
        self.citizen.tap(place)

    def _touch_twice(self) -> None:
        found = self.touchable()
        name, place = self._luck.choice(found) if found else ("nothing", self._anywhere())
        self._note(f"touch twice {name}")
        self.citizen.tap(place)
        self.citizen.tap(place)

    def _drag(self) -> None:
        begin, end = self._anywhere(), self._anywhere()
        self._note(f"drag {begin.x()},{begin.y()} to {end.x()},{end.y()}")
        window, finger = self._window, self.citizen.finger
        QTest.touchEvent(window, finger).press(0, begin, window).commit()
        for part in range(1, 5):
            place = begin + (end - begin) * part / 4
            QTest.touchEvent(window, finger).move(0, place, window).commit()
        QTest.touchEvent(window, finger).release(0, end, window).commit()

    def _press_long(self) -> None:
        found = self.touchable()
        name, place = self._luck.choice(found) if found else ("nothing", self._anywhere())
        self._note(f"press long {name}")
        window, finger = self._window, self.citizen.finger
        QTest.touchEvent(window, finger).press(0, place, window).commit()
        self._let_pass(0.05)
        QTest.touchEvent(window, finger).release(0, place, window).commit()

    def _press_key(self) -> None:
        keys = (
            *(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return),
            *(Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_F11),
            *(Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_A, Qt.Key.Key_7),
        )
        key = self._luck.choice(keys)
        self._note(f"key {key.name}")
        QTest.keyClick(self._window, key)

    def _type_nasty(self) -> None:
        text = self._luck.choice(NASTY)
        way = self._luck.choice((type_keys, paste, compose))
        self._note(f"{way.__name__} {text[:12]!r} x{len(text)}")
        way(self._window, text)

    def _be_away(self) -> None:
        self._note("nobody touches")
        self._idle_clock.seconds += self._luck.choice((20, 50, 70, 130))
        self.citizen.app.models.idle.tick()

    # -- leaving -------------------------------------------------------------------------------

    def leave(self) -> None:
        """By touch to where a visit begins, and without any touch to where nobody is."""
        self._note("leave")
        by_touch = self._luck.random() < 0.5
        if by_touch:
            for _ in range(24):
                if self.citizen.page in ("attract", "closed") and not self._at_the_door():
                    return
                self._touch_a_way_out()
                self.settle()
            raise AssertionError(f"it cannot be left by touch: {self.story()}")
        until = time.monotonic() + PATIENCE
        while self.citizen.page not in ("attract", "closed") or self._at_the_door():
            assert time.monotonic() < until, f"it is never left: {self.story()}"
            self._idle_clock.seconds += LONGER_THAN_ANY_VISIT
            self.citizen.app.models.idle.tick()
            self._let_pass(0.01)
            self.settle()

    def _at_the_door(self) -> bool:
        return self.citizen.sees("staff_close_button")

    def _touch_a_way_out(self) -> None:
        found = dict(self.touchable())
        names = [name for name in WAYS_OUT if name in found]
        names += [n for word in LAST_WORDS for n in found if word in n and n not in names]
        if names:
            self._note(f"out by {names[0]}")
            self.citizen.tap(found[names[0]])
        elif found:
            self._touch_something()

    # -- looking -------------------------------------------------------------------------------

    def touchable(self) -> list[tuple[str, QPoint]]:
        """Every button that is seen on the screen and takes touches, with a place inside it.

        What stands behind an open sheet or a list's edge is not touched: its place is another's.
        """
        stage = QRectF(0, 0, self._window.width(), self._window.height())
        found = []
        for item in self.citizen.items():
            if item.metaObject().indexOfProperty("checkable") < 0 or not item.isEnabled():
                continue
            shown = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
            shown = shown.intersected(stage)
            if shown.width() < 8 or shown.height() < 8:
                continue
            across, down = self._luck.uniform(0.2, 0.8), self._luck.uniform(0.2, 0.8)
            place = QPointF(shown.x() + shown.width() * across, shown.y() + shown.height() * down)
            if self._is_on_top(item, place):
                found.append((item.objectName() or "a button", place.toPoint()))
        return found

    def _is_on_top(self, item: QQuickItem, place: QPointF) -> bool:
        """Whether nothing that takes touches lies over it; flickables clip what they scrolled."""
        parent = item.parentItem()
        while parent is not None:
            if parent.clip() and not parent.contains(parent.mapFromScene(place)):
                return False
            parent = parent.parentItem()
        return True

    def settle(self) -> None:
        """Until the page stands still and the kiosk waits for nobody."""
        until = time.monotonic() + PATIENCE
        self._let_pass(0)
        while not (self._window.property("settled") and not self.citizen.app.taking.busy):
            assert time.monotonic() < until, f"it never settles: {self.story()}"
            self._let_pass(0.003)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _anywhere(self) -> QPoint:
        return QPoint(
            self._luck.randrange(self._window.width()), self._luck.randrange(self._window.height())
        )

    def _note(self, act: str) -> None:
        self._idle_clock.seconds += 0.4
        self.acts.append(f"{self.citizen.page}: {act}")

    @staticmethod
    def _let_pass(seconds: float) -> None:
        until = time.monotonic() + seconds
        while True:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            if time.monotonic() >= until:
                return
            time.sleep(0.001)


def type_keys(window, text: str) -> None:
    """As a keyboard does, or a scanner that pretends to be one."""
    for sign in text[:30]:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
            QCoreApplication.sendEvent(window, event)


def paste(window, text: str) -> None:
    """From the clipboard, by the keys for it."""
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def compose(window, text: str) -> None:
    """As an input method does: the whole text at once."""
    focus = window.activeFocusItem()
    if focus is not None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(focus, event)
