"""Which question each act asks."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject

from common.domain.hall import Hall
from common.domain.text import Language
from common.operations import DeskView
from counter.view_models.acts import Act
from counter.view_models.appointments import AppointmentsSheet
from counter.view_models.approval import ApprovalSheet
from counter.view_models.choice_sheet import ChoiceSheet, hold_sheet, pause_sheet, sign_out_sheet
from counter.view_models.forms_sheet import FormsSheet
from counter.view_models.kiosks_sheet import KiosksSheet
from counter.view_models.menu import MenuSheet
from counter.view_models.new_password import NewPassword
from counter.view_models.notice_sheet import NoticeSheet
from counter.view_models.options import (
    doubtful_options,
    held_elsewhere_options,
    held_options,
    missed_options,
    queue_options,
    transfer_options,
    waiting_options,
)
from counter.view_models.sheets import FinishSheet, Option, PickSheet
from counter.view_models.take_number import TakeNumberSheet

Sheet = (
    FinishSheet
    | PickSheet
    | ChoiceSheet
    | NoticeSheet
    | MenuSheet
    | ApprovalSheet
    | TakeNumberSheet
    | AppointmentsSheet
    | FormsSheet
    | KiosksSheet
    | NewPassword
)


def sheet_for(
    act: Act,
    view: DeskView,
    hall: Hall,
    now: datetime,
    language: Language,
    picked: str,
    parent: QObject,
    *,
    printer: bool = False,
    forms_left: str = "",
) -> FinishSheet | PickSheet | ChoiceSheet | NoticeSheet:
    """The question that `act` asks before it happens; `picked` is where the list begins.

    `printer` says that the counter prints papers, `forms_left` names what the person filled in at
    a kiosk and nobody has taken over.
    """
    here = view.current.number if view.current else ""
    options = options_for(act, view, hall, now, language)
    match act:
        case Act.FINISH:
            return FinishSheet(here, receipt_offered=printer, forms_left=forms_left, parent=parent)
        case Act.HOLD:
            return hold_sheet(here, parent)
        case Act.PAUSE:
            return pause_sheet(parent)
        case Act.SIGN_OUT if printer and view.current is None:
            return sign_out_sheet(parent)
        case Act.TRANSFER:
            return PickSheet(
                act, options, number=here, note_asked=True, return_offered=True, parent=parent
            )
        case Act.NOTICE if view.current is not None:
            current = view.current
            return NoticeSheet(here, current.materials, current.notices, language, parent)
        case Act.CALL_NUMBER:
            return PickSheet(
                act,
                options,
                picked=picked,
                free_entry=True,
                note_needed=True,
                ready_notes=_choice_reasons(),
                parent=parent,
            )
        case Act.PUT_FIRST | Act.RECEIPT | Act.REPRINT:
            return PickSheet(act, options, free_entry=True, parent=parent)
        case Act.RESUME | Act.REINSTATE | Act.EXTRA_QUEUE:
            return PickSheet(act, options, parent=parent)
        case Act.CANCEL:
            return PickSheet(
                act,
                options,
                picked=picked,
                note_asked=True,
                ready_notes=_cancel_reasons(),
                parent=parent,
            )
        case _:
            return PickSheet(act, number=here, parent=parent)


def options_for(
    act: Act, view: DeskView, hall: Hall, now: datetime, language: Language
) -> tuple[Option, ...]:
    """What the question of `act` offers to pick, as the desk is now."""
    match act:
        case Act.TRANSFER:
            route = view.current.route if view.current else ()
            queue = next((step.queue.code for step in route if step.current), None)
            return transfer_options(hall, view.counter.code, queue, language)
        case Act.CALL_NUMBER | Act.PUT_FIRST:
            return waiting_options(view, now, language)
        case Act.REPRINT:
            doubtful = doubtful_options(view, language)
            known = [option.key for option in doubtful]
            others = waiting_options(view, now, language)
            return (*doubtful, *(option for option in others if option.key not in known))
        case Act.RESUME:
            return (
                *held_options(view.held, now, language),
                *held_elsewhere_options(view.held_elsewhere, now, language),
            )
        case Act.EXTRA_QUEUE:
            return queue_options(hall, view, language)
        case Act.REINSTATE:
            return missed_options(view.missed, now, language)
        case Act.CANCEL:
            return (
                *missed_options(view.missed, now, language),
                *held_options(view.held, now, language),
                *waiting_options(view, now, language),
            )
        case _:
            return ()


def _choice_reasons() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("ReadyNotes", "Back with the papers"),
        QCoreApplication.translate("ReadyNotes", "Needs help"),
        QCoreApplication.translate("ReadyNotes", "Manager agreed"),
    )


def _cancel_reasons() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("ReadyNotes", "Gave up"),
        QCoreApplication.translate("ReadyNotes", "Taken twice"),
        QCoreApplication.translate("ReadyNotes", "Did not come back"),
    )
