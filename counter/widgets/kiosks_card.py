"""Every kiosk on one card, to be looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QScrollArea, QWidget

from counter.view_models.kiosks_sheet import KioskRow, KiosksSheet
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.parts import icon_label, label
from counter.widgets.sheet_card import SheetCard

_WIDTH, _HEIGHT, _EDGES = 760, 420, 64


class KiosksCard(SheetCard):
    """A row for each kiosk: a sign and its name, its page, its printer, when it was heard of."""

    def __init__(self, sheet: KiosksSheet, theme: DeskTheme) -> None:
        super().__init__(
            theme,
            QApplication.translate("Sheets", "The kiosks now"),
            QApplication.translate("Sheets", "Close (Esc)"),
            verb_key=False,
        )
        self.setObjectName("kiosks_sheet")
        self.close_button.hide()
        self.setFixedWidth(theme.px(_WIDTH))
        self._sheet, self._theme = sheet, theme
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area)
        sheet.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        theme, rows = self._theme, self._sheet.rows
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, theme.px(8), 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(2))
        grid.setColumnStretch(1, 1)
        for place, row in enumerate(rows):
            self._add(grid, 3 * place, row)
            grid.setRowMinimumHeight(3 * place + 2, theme.px(12))
        grid.setRowStretch(3 * len(rows), 1)
        if not rows:
            grid.addWidget(label("quiet", self.tr("No kiosk has said anything yet")), 0, 1)
        self._area.setWidget(content)
        wanted = grid.sizeHint().height()
        if grid.hasHeightForWidth():
            wanted = grid.totalHeightForWidth(theme.px(_WIDTH - _EDGES))
        self._area.setFixedHeight(min(wanted, theme.px(_HEIGHT)))

    def _add(self, grid: QGridLayout, line: int, row: KioskRow) -> None:
        theme = self._theme
        sign, ink = ("check", theme.colors.good) if row.well else ("warning", theme.colors.bad)
        name = label("alarm_name", row.name, f"kiosk_{row.code}")
        said = " · ".join(filter(None, (row.page, row.printer)))
        words = label("quiet", said, f"kiosk_words_{row.code}")
        words.setWordWrap(True)
        name.setAccessibleName(f"{row.name}: {said}")
        grid.addWidget(icon_label(sign, ink, theme.px(22)), line, 0)
        grid.addWidget(name, line, 1)
        heard = label("quiet", self.tr("heard of at {time}").format(time=row.heard))
        grid.addWidget(heard, line, 2)
        grid.addWidget(words, line + 1, 1, 1, 2)
