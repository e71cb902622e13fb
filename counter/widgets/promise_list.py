"""What a bundle promises: each promise with a check, or open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from common.domain.promises import PROMISE_NAMES, Promise, PromiseCheck
from common.domain.text import Language
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.parts import label, set_icon, set_part

_MARK = 18
_COLUMNS = 2


class PromiseList(QWidget):
    """The four of them in two rows; hidden while there are none."""

    def __init__(self, theme: DeskTheme) -> None:
        super().__init__()
        self.setObjectName("promise_list")
        self._theme = theme
        self._cells: dict[Promise, tuple[QLabel, QLabel]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        for place, promise in enumerate(Promise):
            grid.addLayout(self._cell(promise), *divmod(place, _COLUMNS))
        self.hide()

    def _cell(self, promise: Promise) -> QHBoxLayout:
        mark, words = QLabel(), label("quiet", name=f"promise_{promise.value}")
        mark.setFixedWidth(self._theme.px(_MARK))
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._cells[promise] = (mark, words)
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(6))
        row.addWidget(mark)
        row.addWidget(words, 1)
        return row

    def show_checks(self, checks: Sequence[PromiseCheck], language: Language) -> None:
        """How each is kept, or what to do that it is, is its tool tip."""
        colors, size = self._theme.colors, self._theme.px(_MARK)
        for check in checks:
            mark, words = self._cells[check.promise]
            name = PROMISE_NAMES[check.promise].say(language)
            told = name if check.kept else self.tr("{promise}: not yet").format(promise=name)
            words.setText(told)
            words.setToolTip(check.words.say(language))
            words.setAccessibleName(f"{told}: {check.words.say(language)}")
            set_part(words, "met" if check.kept else "quiet")
            set_icon(
                mark,
                "check" if check.kept else "progress",
                colors.good if check.kept else colors.quiet,
                size,
            )
        self.setVisible(bool(checks))
