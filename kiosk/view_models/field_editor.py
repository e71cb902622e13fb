"""One field of a form while it is filled in, on whatever pad it needs."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.forms import Fault, Field, FieldKey, Keyboard, Kind, Level, tidy
from common.domain.forms.field import FOREVER
from common.domain.signs import LONGEST
from common.domain.text import Text
from kiosk.view_models.form_filling import FormFilling
from kiosk.view_models.form_rows import NOTHING
from kiosk.view_models.words import LIST, MAP, words

_DATE_DIGITS = len("20260307")
_MONTH_DIGITS = len("202603")
_POINTED = (Kind.MONEY, Kind.NUMBER)


class Pad(StrEnum):
    """What a field is filled in with."""

    NONE = ""
    TEXT = "text"
    """Pinyin, letters, digits and signs."""
    LETTERS = "letters"
    DIGITS = "digits"
    DATE = "date"
    CHOICE = "choice"
    MULTI = "multi"
    CONSENT = "consent"


class FieldEditor(QObject):
    """Types, chooses or ticks the answer to one field; `accept` puts it into the form.

    What is wrong is told at once, in words that say what to do. A caution is told once, and the
    same answer is taken the second time. What is typed is never logged.

    Signals:
        changed: anything of it.
        touched: a key was pressed.
        finish_composing: characters that are half typed are to be finished now.
    """

    changed = Signal()
    touched = Signal()
    finish_composing = Signal()

    def __init__(self, filling: FormFilling, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filling = filling
        self._forget()
        filling.wiped.connect(self.close)

    def _forget(self) -> None:
        self._field: Field | None = None
        self._typed = ""
        self._fault: Fault | None = None
        self._cautioned = ""
        """The answer that a caution was told about."""
        self._notice: Text | None = None

    # Opening and leaving

    @Slot(str)
    def open(self, key: str) -> None:
        form = self._filling.form
        asked = form.field(FieldKey(key)) if form else None
        if form is None or asked is None:
            return
        self._forget()
        self._field = asked.field
        self._typed = self._as_typed(form.answers.get(asked.field.key, ""))
        told = form.told_faults().get(asked.field.key)
        self._fault = None if told is None or told.missing else told
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Back to the page; what was typed here is looked at like any other answer."""
        field, typed = self._field, self._typed
        self._forget()
        self.changed.emit()
        if field is not None and self._filling.form is not None:
            value = tidy(field, typed).value
            if value == self._filling.answers.get(field.key, ""):
                self._filling.leave(field.key)
            else:
                self._filling.put(field.key, value)

    @Slot()
    def accept(self) -> None:
        """Take what was typed; on to the next empty field of the page when it is right."""
        form, field = self._filling.form, self._field
        if form is None or field is None:
            return
        tidied = tidy(field, self._typed)
        fault = self._filling.put(field.key, tidied.value)
        if not tidied.value and form.needs(field.key):
            fault = form.told_faults().get(field.key)
        warned = fault is not None and fault.level is Level.WARNING
        if tidied.notice is not None or (
            fault is not None and not (warned and self._cautioned == tidied.value)
        ):
            self._typed = self._as_typed(tidied.value)
            self._fault, self._notice = fault, tidied.notice
            self._cautioned = tidied.value if warned else ""
            self._touch()
            return
        self._go_on(field.key)

    def _go_on(self, key: FieldKey) -> None:
        following = self._filling.next_empty(key)
        self._forget()
        if following is not None:
            self.open(following)
        self._touch()

    # Typing

    @Slot()
    def touch(self) -> None:
        """A key of a pad was pressed, whether it changed something or not."""
        self.touched.emit()

    @Slot()
    def finishing(self) -> None:
        """What an input method holds back belongs to the answer that is accepted next."""
        self.finish_composing.emit()

    @Slot(str)
    def press(self, sign: str) -> None:
        """One more sign of a pad or a keyboard; one that cannot belong here is not taken."""
        if self._field is None or len(sign) != 1:
            return
        pad = self._pad
        if pad is Pad.LETTERS:
            sign = sign.upper()
            fits = sign.isascii() and sign.isalnum() and len(self._typed) < self._most_signs
        elif pad is Pad.DIGITS:
            pointed = self._field.kind in _POINTED and sign == "." and "." not in self._typed
            fits = (sign.isascii() and sign.isdigit()) or pointed
            fits = fits and len(self._typed) < self._most_signs
        elif pad is Pad.DATE:
            if self._typed == FOREVER:
                self._typed = ""
            fits = sign.isascii() and sign.isdigit() and len(self._typed) < self._most_signs
        else:
            fits = False
        if fits:
            self._set(self._typed + sign)

    @Slot(str)
    def write(self, text: str) -> None:
        """The whole text of a text field, as an input method leaves it."""
        if self._pad is Pad.TEXT and text != self._typed:
            self._set(text[: LONGEST + 1])

    @Slot()
    def erase(self) -> None:
        """Take back the last sign."""
        self._set("" if self._typed == FOREVER else self._typed[:-1])

    @Slot()
    def clear(self) -> None:
        """Begin anew."""
        self._set("")

    @Slot()
    def choose_forever(self) -> None:
        """长期, for a date that may have no end."""
        if self._pad is Pad.DATE and self._field is not None and self._field.endless:
            self._set(FOREVER)
            self.accept()

    @Slot(str)
    def choose(self, code: str) -> None:
        """One of the choices; where several may be chosen, touched again it is none of them."""
        field = self._field
        if field is None or field.choice(code) is None:
            return
        if self._pad is Pad.CHOICE:
            self._set(code)
            self.accept()
        elif self._pad is Pad.MULTI:
            chosen = self._chosen()
            chosen = [c for c in chosen if c != code] if code in chosen else [*chosen, code]
            order = [choice.code for choice in field.choices]
            self._set(",".join(sorted(chosen, key=order.index)))

    @Slot()
    def tick(self) -> None:
        """A consent: agreed to, or not after all."""
        form, field = self._filling.form, self._field
        if self._pad is Pad.CONSENT and form and field and field.notice:
            self._set("" if self._typed else form.sheet.notices[field.notice].version)

    @Slot()
    def leave_empty(self) -> None:
        """Nothing to say here."""
        form = self._filling.form
        if form is not None and self._field is not None and not form.needs(self._field.key):
            self._typed = ""
            self.accept()

    def _set(self, typed: str) -> None:
        self._typed = typed
        self._fault = self._notice = None
        self._touch()

    def _touch(self) -> None:
        self.touched.emit()
        self.changed.emit()

    def _as_typed(self, value: str) -> str:
        """An answer as the pad shows it while it is typed: dates as digits."""
        if self._pad is Pad.DATE and value != FOREVER:
            return "".join(sign for sign in value if sign.isdigit())[: self._most_signs]
        return value

    # What the sheet shows

    @property
    def field(self) -> Field | None:
        """What is being filled in; None while nothing is."""
        return self._field

    @property
    def _pad(self) -> Pad:
        field = self._field
        if field is None:
            return Pad.NONE
        match field.kind:
            case Kind.CHOICE:
                return Pad.CHOICE
            case Kind.MULTI:
                return Pad.MULTI
            case Kind.CONSENT:
                return Pad.CONSENT
            case Kind.DATE | Kind.MONTH:
                return Pad.DATE
        match field.keyboard:
            case Keyboard.DIGITS:
                return Pad.DIGITS
            case Keyboard.LETTERS:
                return Pad.LETTERS
            case _:
                return Pad.TEXT

    @property
    def _most_signs(self) -> int:
        assert self._field is not None
        if self._pad is Pad.DATE:
            return _MONTH_DIGITS if self._field.kind is Kind.MONTH else _DATE_DIGITS
        return self._field.max_length

    def _chosen(self) -> list[str]:
        return self._typed.split(",") if self._typed else []

    def _page(self) -> dict[str, Any]:
        field, form = self._field, self._filling.form
        if field is None or form is None:
            return {}
        notice = form.sheet.notices[field.notice] if field.notice else None
        return {
            "key": str(field.key),
            "pad": self._pad.value,
            "label": words(field.label),
            "hint": words(field.hint),
            "choices": [
                {"code": choice.code, "label": words(choice.label)} for choice in field.choices
            ],
            "unit": words(field.unit or NOTHING),
            "point": field.kind is Kind.MONEY or field.decimals > 0,
            "month": field.kind is Kind.MONTH,
            "endless": field.endless,
            "needed": form.needs(field.key),
            "text": words(notice.text if notice else NOTHING),
            "tick": words(notice.tick if notice else NOTHING),
        }

    def _is_open(self) -> bool:
        return self._field is not None

    def _typed_signs(self) -> str:
        return self._typed

    def _chosen_codes(self) -> list[str]:
        return self._chosen()

    def _advice(self) -> dict[str, str]:
        told = self._fault.words if self._fault else self._notice
        return words(told or NOTHING)

    def _is_caution(self) -> bool:
        return self._fault is not None and self._fault.level is Level.WARNING

    isOpen = Property(bool, _is_open, notify=changed)
    page = Property(MAP, _page, notify=changed)
    typed = Property(str, _typed_signs, notify=changed)
    chosen = Property(LIST, _chosen_codes, notify=changed)
    advice = Property(MAP, _advice, notify=changed)
    """What to do about what was typed; empty while nothing is wrong."""
    isCaution = Property(bool, _is_caution, notify=changed)
    """The advice is a hint only: the same answer is taken the second time."""
