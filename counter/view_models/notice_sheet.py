"""What is missing: ticked in a list, and told once and in writing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from common.domain.hall import Material
from common.domain.text import Language
from counter.view_models.acts import Act


class NoticeSheet(QObject):
    """The one-time notice of the person here.

    Signals:
        changed(): ticks, remark or reason differ.
    """

    changed = Signal()

    def __init__(
        self,
        number: str,
        materials: Sequence[Material],
        given: int,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        """`given` counts the notices before this one, which then needs a reason."""
        super().__init__(parent)
        self.act = Act.NOTICE
        self.number, self.given = number, given
        self.materials = tuple(
            (one.code, one.name.say(language), one.kind.say(language)) for one in materials
        )
        self._ticked: frozenset[str] = frozenset()
        self.remark = ""
        self.reason = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """The codes that are ticked, in order."""
        return tuple(code for code, _, _ in self.materials if code in self._ticked)

    @property
    def says_something(self) -> bool:
        return bool(self.missing or self.remark.strip())

    @property
    def has_reason(self) -> bool:
        return not self.given or bool(self.reason.strip())

    @property
    def complete(self) -> bool:
        return self.says_something and self.has_reason

    def is_ticked(self, row: int) -> bool:
        return self.materials[row][0] in self._ticked

    def tick(self, row: int) -> None:
        """Tick the material in this row, or take the tick away."""
        self._ticked ^= {self.materials[row][0]}
        self.changed.emit()

    def tick_key(self, digit: int) -> None:
        """The material under the key `digit`, from 1; 0 is all of them, or none."""
        if digit == 0:
            every = frozenset(code for code, _, _ in self.materials)
            self._ticked = frozenset() if self._ticked == every else every
            self.changed.emit()
        elif digit <= len(self.materials):
            self.tick(digit - 1)

    def write_remark(self, remark: str) -> None:
        self.remark = remark
        self.changed.emit()

    def write_reason(self, reason: str) -> None:
        self.reason = reason
        self.changed.emit()


def reasons_for_another() -> tuple[str, ...]:
    """Why a person is told a second time."""
    return (
        QCoreApplication.translate("ReadyNotes", "The paper was lost"),
        QCoreApplication.translate("ReadyNotes", "Something was overlooked"),
        QCoreApplication.translate("ReadyNotes", "The case has changed"),
    )
