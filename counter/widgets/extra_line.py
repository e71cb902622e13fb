"""The queues that this counter takes for now besides its own, and the press that ends it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from counter.view_models.desk import DeskViewModel
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.parts import ElidedLabel, button, icon_label, set_part


class ExtraLine(QFrame):
    """Stands above the waiting list while the counter helps out."""

    def __init__(self, model: DeskViewModel, theme: DeskTheme) -> None:
        super().__init__()
        self.setObjectName("extra_line")
        set_part(self, "note")
        self._model = model
        self._words = ElidedLabel(name="extra_words")
        self._end = button("", "end_extra_button")
        self._end.clicked.connect(model.end_extra_queues)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.edges(12, 6, 8, 6))
        row.setSpacing(theme.px(8))
        row.addWidget(icon_label("people", theme.colors.caution, theme.px(20)))
        row.addWidget(self._words, 1)
        row.addWidget(self._end)
        self.refresh()

    def refresh(self) -> None:
        model = self._model
        extra = model.view.extra if model.view else ()
        names = " · ".join(f"{q.code} {q.name.say(model.language)}" for q in extra)
        self._words.setText(self.tr("Also takes {queues}").format(queues=names))
        self._end.setText(self.tr("End it"))
        self._end.setEnabled(model.ready)
        self.setVisible(bool(extra))
