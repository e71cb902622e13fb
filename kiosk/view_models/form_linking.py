"""A number that is taken after its form: the counter finds the form by the number too."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from common.domain.ids import FormId, TicketId
from common.store import Store
from kiosk.view_models.form_keeping import FormKeeping
from kiosk.view_models.outbox import Outbox
from kiosk.view_models.taking import NumberTaking


class FormLinking(QObject):
    """Links what was filled in during this visit to the number that is taken for the same thing.

    A form for something else stays by its code: the counter that calls this number has no use for
    it (Personal Information Protection Law, article 6: what the purpose needs, and no more).
    """

    def __init__(
        self,
        store: Store,
        keeping: FormKeeping,
        taking: NumberTaking,
        outbox: Outbox,
        device: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._keeping = keeping
        self._taking = taking
        self._outbox = outbox
        self._device = device
        self._linked: tuple[TicketId, list[FormId]] | None = None
        taking.stage_changed.connect(self._link)

    @Slot()
    def _link(self) -> None:
        taken, errand = self._taking.taken, self._taking.about
        if taken is None or errand is None:
            return
        ticket, wanted = taken[0], {service.code for service in errand.services}
        forms = [
            form
            for form, kept_for in self._keeping.kept_in_visit
            if wanted & {service.code for service in kept_for.services}
        ]
        if forms and self._linked != (ticket, forms):
            self._linked = (ticket, forms)
            self._outbox.add(lambda: _linked(self._store, forms, ticket, self._device))


def _linked(store: Store, forms: list[FormId], ticket: TicketId, device: str) -> None:
    from common.operations.kept_forms import link_forms  # ciphers take a while to load

    link_forms(store, forms, ticket, kiosk=device)
