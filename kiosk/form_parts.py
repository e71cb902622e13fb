"""The parts by which forms are filled in, put together."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import Store
from kiosk.view_models.field_editor import FieldEditor
from kiosk.view_models.form_filling import FormFilling
from kiosk.view_models.form_keeping import FormKeeping
from kiosk.view_models.form_linking import FormLinking
from kiosk.view_models.form_shelf import FormShelf
from kiosk.view_models.form_visit import FormVisit
from kiosk.view_models.guide import ServiceGuide
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.one_paper import OnePaper
from kiosk.view_models.outbox import Outbox
from kiosk.view_models.taking import NumberTaking
from kiosk.view_models.way import Way


def form_visit(
    store: Store,
    worker: TaskRunner,
    reader: TaskRunner,
    way: Way,
    hall_watch: HallWatch,
    guide: ServiceGuide,
    taking: NumberTaking,
    paper: OnePaper,
    outbox: Outbox,
    translator: Translator,
    device: str,
    folder: Path | None,
    parent: QObject,
) -> FormVisit:
    """`reader` reads the files of the forms aside; `folder` has the hall's own, if any."""
    shelf = FormShelf(store, worker, reader, hall_watch, folder, parent)
    filling = FormFilling(way, hall_watch, parent)
    editor = FieldEditor(filling, parent)
    keeping = FormKeeping(
        store,
        worker,
        filling,
        paper,
        way,
        hall_watch,
        lambda: taking.taken,
        translator,
        device,
        parent,
    )
    FormLinking(store, keeping, taking, outbox, device, parent)
    return FormVisit(way, shelf, filling, editor, keeping, guide, taking, paper, parent)
