"""Taking a number for a person who cannot, or may not, take it at the kiosk."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Signal

from common import operations
from common.domain.hall import ORDINARY, Hall, PriorityClass, UnknownService
from common.domain.ids import ClassCode, ClerkLogin, CounterCode, TicketId
from common.domain.person import NotAnIdentity
from common.domain.session import Approval
from common.domain.text import Language
from common.operations import Issued
from common.operations.errors import (
    ApprovalNeeded,
    HallClosed,
    IssuingOver,
    NumberStillOpen,
    PersonBlocked,
    QuotaUsed,
    ServiceNotToday,
)
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import Store
from counter.view_models.bundle_promises import BundlePromises
from counter.view_models.message import Message, error_message
from counter.view_models.sheets import Option, OptionList

CAN_BE_APPROVED = (
    ApprovalNeeded,
    HallClosed,
    ServiceNotToday,
    IssuingOver,
    QuotaUsed,
    NumberStillOpen,
    PersonBlocked,
)
"""Rules against a number that a supervisor may pass over."""


class Step(StrEnum):
    """How far the sheet is."""

    ASKING = "asking"
    REFUSED = "refused"
    """A rule stands against it; a supervisor may pass over it."""
    ISSUED = "issued"


class TakeNumberSheet(QObject):
    """What the person came for, their class, and who they are if they like to say.

    Signals:
        changed(): anything that the sheet shows may differ.
        refused(str): the field to correct: "service" or "identity".
        approval_asked(): a supervisor has to agree; then call `issue_approved`.
    """

    changed = Signal()
    refused = Signal(str)
    approval_asked = Signal()

    def __init__(
        self,
        store: Store,
        runner: TaskRunner,
        translator: Translator,
        hall: Hall,
        counter: CounterCode,
        clerk: ClerkLogin,
        promises: BundlePromises,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._runner, self._translator = store, runner, translator
        self._hall, self._counter, self._clerk = hall, counter, clerk
        self.promises = promises
        promises.setParent(self)
        promises.changed.connect(self.changed)
        self.options = OptionList(_options(hall, translator.language), self)
        self.classes = tuple(c for c in hall.priority_classes if not c.appointment)
        self.busy = False
        self._begin()

    def _begin(self) -> None:
        self.typed = ""
        self.row = 0
        self.priority: ClassCode = ORDINARY
        self.identity = ""
        self.message: Message | None = None
        self.issued: Issued | None = None
        self.step = Step.ASKING
        self._ticket = TicketId(operations.new_id())
        self.options.narrow("")
        self._look_at_picked()

    # What the sheet shows

    @property
    def picked(self) -> Option | None:
        """The service or bundle that Enter would take."""
        shown = self.options.shown
        return shown[self.row] if 0 <= self.row < len(shown) else None

    @property
    def chosen_class(self) -> PriorityClass:
        return self._hall.priority_class(self.priority)

    @property
    def needs_approval(self) -> bool:
        """The class goes before all others: no number without a supervisor."""
        return self.chosen_class.break_glass

    @property
    def language(self) -> Language:
        return self._translator.language

    def to_approve(self) -> str:
        """What a supervisor is asked to agree to."""
        picked = self.picked
        return self.tr("A number for {service}, {priority}").format(
            service=picked.title if picked else "",
            priority=self.chosen_class.name.say(self.language),
        )

    # What the clerk does

    def type(self, text: str) -> None:
        self.typed = text
        self.options.narrow(text)
        self.row = 0
        self._ask_again()

    def pick(self, row: int) -> None:
        last = len(self.options.shown) - 1
        self.row = min(max(row, 0), max(last, 0))
        self._ask_again()

    def choose_class(self, code: ClassCode) -> None:
        self.priority = code
        self._ask_again()

    def set_identity(self, identity: str) -> None:
        self.identity = identity
        self._ask_again()

    def accept(self) -> None:
        """Enter: take the number, ask the supervisor, or begin anew after it was taken."""
        if self.busy:
            return
        if self.step is Step.ISSUED:
            self._begin()
            self.changed.emit()
        elif self.picked is None:
            self.refused.emit("service")
        elif self.step is Step.REFUSED or self.needs_approval:
            self.approval_asked.emit()
        else:
            self._issue(None)

    def issue_approved(self, approval: Approval) -> None:
        self._issue(approval)

    def _issue(self, approval: Approval | None) -> None:
        picked = self.picked
        if picked is None:
            return
        self.busy, self.message = True, None
        self.changed.emit()
        self._runner.submit(
            partial(
                operations.issue,
                self._store,
                [picked.key],
                ticket=self._ticket,
                priority=self.priority,
                by=self._counter,
                clerk=self._clerk,
                person=self.identity.strip() or None,
                approval=approval,
            ),
            self._show,
            self._fail,
            owner=self,
        )

    def _show(self, issued: Issued) -> None:
        self.busy = False
        self.issued, self.step = issued, Step.ISSUED
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self.busy = False
        self.message = error_message(error, lambda: self.language)
        approvable = isinstance(error, CAN_BE_APPROVED)
        self.step = Step.REFUSED if approvable else Step.ASKING
        self.changed.emit()
        field = _field_of(error)
        if field:
            self.refused.emit(field)

    def _ask_again(self) -> None:
        """Another question than the one that was refused."""
        self.step, self.message = Step.ASKING, None
        self._look_at_picked()
        self.changed.emit()

    def _look_at_picked(self) -> None:
        picked = self.picked
        self.promises.look_at(self._hall.bundle(picked.key) if picked else None)


def _field_of(error: Exception) -> str:
    if isinstance(error, NotAnIdentity):
        return "identity"
    return "service" if isinstance(error, UnknownService) else ""


def _options(hall: Hall, language: Language) -> tuple[Option, ...]:
    """Services, then bundles; found by code and by name in either language."""
    services = (
        Option(
            key=service.code,
            title=service.name.say(language),
            detail=hall.department(service.department).name.say(language),
            search=f"{service.name.zh} {service.name.en}",
        )
        for service in hall.services
    )
    bundles = (
        Option(
            key=bundle.code,
            title=bundle.name.say(language),
            detail=hall.department(bundle.lead).name.say(language),
            search=f"{bundle.name.zh} {bundle.name.en}",
        )
        for bundle in hall.bundles
    )
    return (*services, *bundles)
