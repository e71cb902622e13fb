"""What is filled in of one errand's forms: answers, notices agreed to, and what is wrong yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from common.domain.forms import (
    Asked,
    Fault,
    Field,
    FieldKey,
    Kind,
    Level,
    Notice,
    Sheet,
    fault_at,
    faults,
    tidy_answers,
)
from common.domain.forms.conditions import Facts
from common.domain.forms.form import PRIVACY, SENSITIVE


class FormAnswers:
    """The answers to `sheet` so far. They are in memory alone, and never logged.

    Nothing personal is asked before the notices that are due are agreed to (`pending`); what is
    wrong with a field is told once somebody was there (`told_faults`).
    """

    def __init__(self, sheet: Sheet, today: Callable[[], date]) -> None:
        self.sheet = sheet
        self._today = today
        self._answers: dict[FieldKey, str] = {}
        self._left: set[FieldKey] = set()
        """Fields that were looked at: what is wrong with them is told."""
        self._told: frozenset[FieldKey] = frozenset()
        """The sensitive fields that the separate notice named."""

    @property
    def answers(self) -> dict[FieldKey, str]:
        """Tidied; a copy."""
        return dict(self._answers)

    @property
    def facts(self) -> Facts:
        return self.sheet.facts(self._answers, self._today())

    # Fields

    def field(self, key: FieldKey) -> Asked | None:
        return next((asked for asked in self.sheet.every() if asked.field.key == key), None)

    def needs(self, key: FieldKey) -> bool:
        asked = self.field(key)
        return asked is not None and asked.required.holds(self.facts) is True

    def put(self, key: FieldKey, value: str) -> Fault | None:
        """Take a tidied answer; returns what is wrong with it. A signature is under other answers,
        so it is drawn anew."""
        if self._answers.get(key, "") != value:
            self._answers[key] = value
            self.unsign()
        self._left.add(key)
        return fault_at(self.sheet, self._answers, key, self._today())

    def put_all(self, answers: Mapping[FieldKey, str]) -> None:
        """Take several at once, as a card tells them."""
        self._answers |= {key: text for key, text in answers.items() if text}
        self._left |= answers.keys()
        self._answers = tidy_answers(self.sheet, self._answers)
        self.unsign()

    def leave(self, key: FieldKey) -> None:
        """Somebody looked at the field and went away."""
        self._left.add(key)

    # Pages

    @property
    def steps(self) -> list[int]:
        """The pages that ask anything now."""
        return [step for step in range(len(self.sheet.pages)) if self.entries(step)]

    def entries(self, step: int) -> tuple[Asked, ...]:
        """What a page asks now. The signature and the first consent have pages of their own."""
        if not 0 <= step < len(self.sheet.pages):
            return ()
        asked = self.sheet.visible(self.sheet.pages[step], self.facts)
        return tuple(one for one in asked if not _has_its_own_page(one.field))

    def leave_page(self, step: int) -> bool:
        """Somebody is done with a page; False where something on it is missing or wrong."""
        keys = [asked.field.key for asked in self.entries(step)]
        self._left.update(keys)
        return self.wrong.isdisjoint(keys)

    def first_fault(self, step: int) -> FieldKey | None:
        """The first field of a page that keeps it from being left."""
        wrong = self.wrong
        keys = (asked.field.key for asked in self.entries(step))
        return next((key for key in keys if key in wrong), None)

    def next_empty(self, step: int, after: FieldKey) -> FieldKey | None:
        """The next field of the page that nothing is in yet."""
        keys = [asked.field.key for asked in self.entries(step)]
        rest = keys[keys.index(after) + 1 :] if after in keys else []
        return next((key for key in rest if not self._answers.get(key)), None)

    # What is wrong

    @property
    def wrong(self) -> frozenset[FieldKey]:
        """The fields without which nothing can be handed in, or not like that."""
        return frozenset(fault.key for fault in self._faults() if fault.level is Level.FAULT)

    def told_faults(self) -> dict[FieldKey, Fault]:
        """What is told at each field: nothing before somebody was there."""
        told: dict[FieldKey, Fault] = {}
        for fault in self._faults():
            if fault.key in self._left and fault.level is not Level.CLERK:
                told.setdefault(fault.key, fault)
        return told

    def _faults(self) -> tuple[Fault, ...]:
        return faults(self.sheet, self._answers, self._today())

    # Notices

    @property
    def pending(self) -> Notice | None:
        """The first notice that is due and not agreed to."""
        facts = self.facts
        due = list(self.sheet.notices_due(facts))
        if all(notice.code != PRIVACY for notice in due):
            due.insert(0, self.sheet.notices[PRIVACY])
        for notice in due:
            agreed = facts.text(self._consent_key(notice)) == notice.version
            if notice.code == SENSITIVE and not self._sensitive_keys() <= self._told:
                agreed = False
            if not agreed:
                return notice
        return None

    def agree(self, notice: Notice) -> None:
        self._answers[self._consent_key(notice)] = notice.version
        if notice.code == SENSITIVE:
            self._told = self._sensitive_keys()

    def _consent_key(self, notice: Notice) -> FieldKey:
        """Where the answers hold it: at the form's own field, if it has one."""
        fields = (asked.field for asked in self.sheet.every())
        return next((field.key for field in fields if field.notice == notice.code), notice.key)

    def _sensitive_keys(self) -> frozenset[FieldKey]:
        return frozenset(field.key for field in self.sheet.sensitive_fields(self.facts))

    # Signature

    @property
    def signature_key(self) -> FieldKey | None:
        """The field to sign in; None where no signature is asked for."""
        facts = self.facts
        every = (asked for page in self.sheet.pages for asked in self.sheet.visible(page, facts))
        return next((a.field.key for a in every if a.field.kind is Kind.SIGNATURE), None)

    def sign(self, text: str) -> None:
        key = self.signature_key
        if key is not None:
            self._answers[key] = text

    def unsign(self) -> None:
        key = self.signature_key
        if key is not None:
            self._answers.pop(key, None)


def _has_its_own_page(field: Field) -> bool:
    return field.kind is Kind.SIGNATURE or (field.kind is Kind.CONSENT and field.notice == PRIVACY)
