"""What to bring, on paper and without a number."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from common.domain.print_job import PaperKind
from common.operations import checklist_facts
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import Store
from kiosk.view_models.guide import ServiceGuide
from kiosk.view_models.one_paper import OnePaper
from kiosk.view_models.outbox import Outbox
from kiosk.view_models.printer_watch import PrinterWatch


class ChecklistPaper(OnePaper):
    """Prints the checklist of the guide that is open."""

    def __init__(
        self,
        store: Store,
        worker: TaskRunner,
        outbox: Outbox,
        watch: PrinterWatch,
        guide: ServiceGuide,
        translator: Translator,
        device: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(
            PaperKind.CHECKLIST, store, worker, outbox, watch, translator, device, parent
        )
        self._guide = guide
        guide.changed.connect(self.let_go)

    @Slot()
    def print_list(self) -> None:
        """Put it on paper, once however often it is touched meanwhile."""
        errand = self._guide.errand
        if errand is not None:
            self.put(lambda: checklist_facts(self._store, [errand.code]))
