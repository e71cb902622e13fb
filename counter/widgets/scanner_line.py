"""That the counter's scanner is away, and what to do meanwhile."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from counter.view_models.desk import DeskViewModel
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.parts import ElidedLabel, icon_label, set_part


class ScannerLine(QFrame):
    """Stands quietly above the waiting list until the scanner is back."""

    def __init__(self, model: DeskViewModel, theme: DeskTheme) -> None:
        super().__init__()
        self.setObjectName("scanner_line")
        set_part(self, "alarm", tone="quiet")
        self._model = model
        self._words = ElidedLabel(name="scanner_words")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.edges(12, 6, 12, 6))
        row.setSpacing(theme.px(8))
        row.addWidget(icon_label("warning", theme.colors.quiet, theme.px(18)))
        row.addWidget(self._words, 1)
        self.refresh()

    def refresh(self) -> None:
        trouble, language = self._model.scanner_trouble, self._model.language
        self._words.setText(self.tr("Scanner away: check its cable, type codes meanwhile"))
        # What exactly is wrong is for whoever repairs it.
        self.setToolTip(trouble.say(language) if trouble else "")
        self.setVisible(trouble is not None)
