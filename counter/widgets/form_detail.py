"""The right side of an open form: the picked answer, its change, or where to save the form."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from common.domain.forms import Level
from counter.view_models.form_editor import FormEditor
from counter.view_models.form_reader import FormReader
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.form_list import SignatureView
from counter.widgets.parts import button, label, set_part
from counter.widgets.row_list import OptionRowPainter, PlainList

_OPTION_ROW = 36
_TONES = {Level.FAULT: "alarm", Level.WARNING: "caution", Level.CLERK: "info"}
_SHOWN_TRACES = 4


class AnswerView(QWidget):
    """Label, answer, what is wrong, how it was changed."""

    def __init__(self, reader: FormReader, theme: DeskTheme) -> None:
        super().__init__()
        self._reader, self._theme = reader, theme
        self._label = label("caption", name="picked_label")
        self._value = label("heading", name="picked_value")
        self._words = label("told", name="picked_words")
        self._hint = label("quiet", name="picked_hint")
        self._signature = SignatureView(theme)
        self._trace = label("quiet", name="picked_trace")
        for words in (self._label, self._value, self._words, self._hint, self._trace):
            words.setWordWrap(True)
        self._reveal = button("", "reveal_button")
        self._reveal.setText(self.tr("Show in full (Space)"))
        self._reveal.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._reveal.clicked.connect(reader.reveal)
        self._recorded = label("caption", self.tr("The record keeps who looked, not what."))
        self._recorded.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        pieces: tuple[QWidget, ...] = (
            self._label,
            self._value,
            self._signature,
            self._words,
            self._reveal,
            self._recorded,
            self._hint,
            self._trace,
        )
        for piece in pieces:
            column.addWidget(piece)
        column.addStretch(1)

    def refresh(self) -> None:
        reader = self._reader
        row = reader.picked
        if row is None:
            return
        signature = reader.signature
        self._label.setText(row.label)
        self._value.setText(row.value)
        self._value.setVisible(signature is None)
        self._signature.show_signature(signature)
        self._words.setText(row.words)
        self._words.setVisible(bool(row.words))
        if row.level is not None:
            set_part(self._words, "told", tone=_TONES[row.level])
        self._reveal.setVisible(row.covered)
        self._reveal.setEnabled(not reader.busy)
        self._recorded.setVisible(row.covered)
        self._hint.setText(reader.hint if row.editable else "")
        self._hint.setVisible(row.editable and bool(reader.hint))
        lines = [
            self.tr("Changed {time} by {clerk}; before: {before}").format(
                time=one.at, clerk=one.by, before=one.before
            )
            if one.before
            else self.tr("Changed {time} by {clerk}").format(time=one.at, clerk=one.by)
            for one in reader.traces[:_SHOWN_TRACES]
        ]
        self._trace.setText("\n".join(lines))
        self._trace.setVisible(bool(lines))


class EditView(QWidget):
    """One field, checked at each key; a choice is narrowed by typing and picked with arrows."""

    def __init__(self, editor: FormEditor, theme: DeskTheme, family: str) -> None:
        super().__init__()
        self._editor = editor
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(label("caption", editor.label, "edit_label"))
        self._field = QLineEdit()
        self._field.setObjectName("answer_field")
        self._field.setAccessibleName(editor.label)
        self._list = PlainList("choice_list")
        set_part(self._list, "boxed")
        column.addWidget(self._field)
        column.addWidget(self._list, 1)
        self._list.setVisible(editor.chooses)
        self._field.setVisible(not editor.several)
        if editor.chooses:
            self._choose(theme, family)
        else:
            self._field.setText(editor.typed)
            self._field.textEdited.connect(editor.type)
            self._field.selectAll()
        self._problem = label("told", name="edit_problem")
        self._problem.setWordWrap(True)
        column.addWidget(self._problem)
        hint = label("quiet", editor.hint, "edit_hint")
        hint.setWordWrap(True)
        column.addWidget(hint)
        if not editor.chooses:
            column.addStretch(1)
        editor.changed.connect(self.refresh)
        self.refresh()

    def first_field(self) -> QWidget:
        return self._list if self._editor.several else self._field

    def refresh(self) -> None:
        editor = self._editor
        problem = editor.problem
        self._problem.setVisible(problem is not None)
        wrong = problem is not None and problem[1] is Level.FAULT
        if problem is not None:
            self._problem.setText(problem[0])
            set_part(self._problem, "told", tone=_TONES[problem[1]])
        if self._field.property("wrong") != ("true" if wrong else ""):
            set_part(self._field, "", wrong="true" if wrong else "")
        if editor.chooses:
            self._list.setCurrentIndex(editor.options.index(editor.row))

    def _choose(self, theme: DeskTheme, family: str) -> None:
        editor = self._editor
        self._field.setPlaceholderText(self.tr("Type to narrow, move with ↑ ↓"))
        self._field.textEdited.connect(editor.narrow)
        self._field.textEdited.connect(lambda _: editor.pick(editor.row))
        self._field.installEventFilter(self)
        self._list.setModel(editor.options)
        self._list.setItemDelegate(OptionRowPainter(theme, family, _OPTION_ROW, self._list, 0))
        self._list.setAccessibleName(editor.label)
        if not editor.several:
            self._list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._list.clicked.connect(lambda index: editor.pick(index.row()))
        self._list.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            editor = self._editor
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if watched is self._field and (step := steps.get(Qt.Key(event.key()))):
                editor.pick(editor.row + step)
                return True
            if watched is self._list and event.key() == Qt.Key.Key_Space and editor.several:
                editor.pick(self._list.currentIndex().row())
                return True
            if watched is self._list and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.ignore()  # The card saves.
                return False
        return super().eventFilter(watched, event)


class SaveView(QWidget):
    """Where the file goes."""

    def __init__(self, reader: FormReader, theme: DeskTheme) -> None:
        super().__init__()
        self.field = QLineEdit(str(reader.file or ""))
        self.field.setObjectName("file_field")
        caption = self.tr("Save as")
        self.field.setAccessibleName(caption)
        self.field.textEdited.connect(reader.name_file)
        words = label(
            "quiet",
            self.tr(
                "The file holds everything in full, and only this user can read it. Delete it when "
                "the case is entered: the hall erases what it keeps, not what you saved."
            ),
        )
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(label("caption", caption))
        column.addWidget(self.field)
        column.addWidget(words)
        column.addStretch(1)


class FormDetail(QFrame):
    """Shows the one of the three that the reader is at."""

    def __init__(self, reader: FormReader, theme: DeskTheme, family: str) -> None:
        super().__init__()
        set_part(self, "panel")
        self._reader, self._theme, self._family = reader, theme, family
        self._answer = AnswerView(reader, theme)
        self._edit: EditView | None = None
        self._save: SaveView | None = None
        self._editor: FormEditor | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.edges(16, 12, 16, 12))
        column.addWidget(self._stack)

    def first_field(self) -> QWidget | None:
        """What takes the keys now; None leaves them with the list."""
        if self._save is not None:
            return self._save.field
        return self._edit.first_field() if self._edit is not None else None

    def refresh(self) -> bool:
        """Show what there is now; whether another of the three came up."""
        reader = self._reader
        self._answer.refresh()
        turned = False
        if reader.editor is not self._editor:
            turned, self._editor = True, reader.editor
            self._remove(self._edit)
            self._edit = None
            if reader.editor is not None:
                self._edit = EditView(reader.editor, self._theme, self._family)
                self._stack.addWidget(self._edit)
        if (reader.file is None) != (self._save is None):
            turned = True
            self._remove(self._save)
            self._save = None
            if reader.file is not None:
                self._save = SaveView(reader, self._theme)
                self._stack.addWidget(self._save)
        self._stack.setCurrentWidget(self._save or self._edit or self._answer)
        return turned

    def _remove(self, view: QWidget | None) -> None:
        if view is not None:
            self._stack.removeWidget(view)
            view.deleteLater()
