"""Fields for a new password, and a list of what it must be that ticks itself off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from counter.view_models.message import Tone
from counter.view_models.new_password import NewPassword
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.parts import MessageLine, label, set_icon, set_part

_MARK = 20
_UNMET = "○"


class NewPasswordForm(QWidget):
    """Says itself in the language of the screen again when it is told to."""

    def __init__(self, model: NewPassword, theme: DeskTheme) -> None:
        super().__init__()
        self.setObjectName("new_password_form")
        self._model, self._theme = model, theme
        self._fields: dict[str, tuple[QLabel, QLineEdit]] = {}
        self.message = MessageLine(theme, "new_password_message", wraps=True)
        self._marks: list[QLabel] = []
        self._words: list[QLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for name, set_value in (
            ("old", model.set_old),
            ("new", model.set_new),
            ("again", model.set_again),
        ):
            if name != "old" or model.old_asked:
                caption, field = label("quiet"), QLineEdit()
                field.setObjectName(f"{name}_password_field")
                field.setEchoMode(QLineEdit.EchoMode.Password)
                field.setText(getattr(model, name))
                field.textEdited.connect(set_value)
                caption.setBuddy(field)
                self._fields[name] = (caption, field)
                column.addWidget(caption)
                column.addWidget(field)
        column.addSpacing(theme.px(4))
        for place in range(len(model.points)):
            column.addLayout(self._point_row(place))
        column.addWidget(self.message)
        model.changed.connect(self._show)
        model.refused.connect(self._point_at)
        self.retranslate()

    def first_field(self) -> QWidget:
        return next(field for _, field in self._fields.values())

    def fields(self) -> list[QLineEdit]:
        return [field for _, field in self._fields.values()]

    def retranslate(self) -> None:
        captions = {
            "old": self.tr("Password until now"),
            "new": self.tr("New password"),
            "again": self.tr("New password once more"),
        }
        for name, (caption, field) in self._fields.items():
            caption.setText(captions[name])
            field.setAccessibleName(captions[name])
        self._show()

    def _point_row(self, place: int) -> QHBoxLayout:
        mark, words = QLabel(), label("quiet", name=f"password_point_{place}")
        mark.setFixedWidth(self._theme.px(_MARK))
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        self._marks.append(mark)
        self._words.append(words)
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return row

    def _show(self) -> None:
        model = self._model
        for mark, words, point in zip(self._marks, self._words, model.points, strict=True):
            words.setText(point.words)
            state = self.tr("done") if point.met else self.tr("still missing")
            words.setAccessibleName(f"{point.words}: {state}")
            set_part(words, "met" if point.met else "quiet")
            if point.met:
                set_icon(mark, "check", self._theme.colors.good, self._theme.px(_MARK))
            else:
                mark.setText(_UNMET)
                set_part(mark, "quiet")
        for _, field in self._fields.values():
            field.setEnabled(not model.busy)
            if field.property("wrong"):
                set_part(field, "", wrong="")
        if "old" in self._fields and not model.old:
            self._fields["old"][1].clear()
        if model.busy:
            self.message.show_words(self.tr("Changing the password…"), Tone.INFO, "progress")
        else:
            self.message.show_message(model.message)
        self.message.setVisible(bool(self.message.text()))

    def _point_at(self, name: str) -> None:
        _, field = self._fields[name]
        field.setEnabled(True)
        set_part(field, "", wrong="true")
        field.setFocus()
        field.selectAll()
