"""What a clerk can do at a counter, under which key, and in which state of the desk."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from common.domain.ticket import LegState
from common.operations import DeskView


class Act(StrEnum):
    """One thing a clerk can do with one press."""

    CALL_NEXT = "call_next"
    SERVE = "serve"
    FINISH = "finish"
    RECALL = "recall"
    MISS = "miss"
    HOLD = "hold"
    TRANSFER = "transfer"
    CALL_NUMBER = "call_number"
    RESUME = "resume"
    REINSTATE = "reinstate"
    CANCEL = "cancel"
    PUT_FIRST = "put_first"
    PAUSE = "pause"
    REOPEN = "reopen"
    EXTRA_QUEUE = "extra_queue"
    NOTICE = "notice"
    RECEIPT = "receipt"
    REPRINT = "reprint"
    DAY_END = "day_end"
    ANSWER_HELP = "answer_help"
    END_HELP = "end_help"
    SIGN_OUT = "sign_out"


PRIMARY = (Act.CALL_NEXT, Act.SERVE, Act.FINISH, Act.REOPEN)
"""The acts that share the one large button."""
SECONDARY = (
    Act.RECALL,
    Act.MISS,
    Act.HOLD,
    Act.TRANSFER,
    Act.CALL_NUMBER,
    Act.RESUME,
    Act.REINSTATE,
    Act.CANCEL,
)
"""The row of further acts, in order."""

KEYS = {
    Act.CALL_NEXT: "F2",
    Act.SERVE: "F2",
    Act.FINISH: "F2",
    Act.REOPEN: "F2",
    Act.RECALL: "F3",
    Act.MISS: "F4",
    Act.HOLD: "F6",
    Act.TRANSFER: "F7",
    Act.CALL_NUMBER: "F8",
    Act.RESUME: "F9",
    Act.REINSTATE: "F10",
    Act.CANCEL: "F12",
    Act.SIGN_OUT: "Ctrl+Q",
}
HELP_KEY = "F1"
STRIP_KEY = "F11"
LANGUAGE_KEY = "Ctrl+E"
PAPERS_KEY = "Ctrl+P"
FORMS_KEY = "Ctrl+F"
ALARM_KEY = "Ctrl+K"
"""Whoever pressed it goes to the person who asks for help; else knows of the kiosks' troubles."""
HELPED_KEY = "Ctrl+D"
"""The person who asked for help has been helped."""


def primary_act(desk: DeskView | None) -> Act:
    """The next thing to do: call, then serve, then finish; after a pause, serve again."""
    if desk is not None and desk.pause is not None:
        return Act.REOPEN
    if desk is None or desk.current is None:
        return Act.CALL_NEXT
    return Act.SERVE if desk.current.state is LegState.CALLED else Act.FINISH


def is_possible(act: Act, desk: DeskView) -> bool:
    """Whether the desk's state leaves room for `act`; the rules themselves are the hall's."""
    state = desk.current.state if desk.current else None
    match act:
        case Act.CALL_NEXT | Act.CALL_NUMBER:
            return state is None and desk.pause is None
        case Act.PAUSE:
            return state is None and desk.pause is None
        case Act.REOPEN:
            return desk.pause is not None
        case Act.SERVE | Act.RECALL | Act.MISS:
            return state is LegState.CALLED
        case Act.FINISH | Act.HOLD:
            return state is LegState.SERVING
        case Act.TRANSFER | Act.NOTICE:
            return state is not None
        case Act.RESUME:
            return bool(desk.held or desk.held_elsewhere)
        case Act.REINSTATE:
            return bool(desk.missed)
        case Act.CANCEL:
            return bool(desk.held or desk.missed or desk.waiting)
        case Act.ANSWER_HELP:
            return any(here.call.acknowledged_by is None for here in desk.help_calls)
        case Act.END_HELP:
            return any(here.call.acknowledged_by is not None for here in desk.help_calls)
        case _:
            return True


def act_name(act: Act) -> str:
    """The verb on the button, in the language of the screen."""
    return {
        Act.CALL_NEXT: QCoreApplication.translate("Acts", "Call next"),
        Act.SERVE: QCoreApplication.translate("Acts", "Start serving"),
        Act.FINISH: QCoreApplication.translate("Acts", "Finish"),
        Act.RECALL: QCoreApplication.translate("Acts", "Recall"),
        Act.MISS: QCoreApplication.translate("Acts", "Missed"),
        Act.HOLD: QCoreApplication.translate("Acts", "Hold"),
        Act.TRANSFER: QCoreApplication.translate("Acts", "Transfer"),
        Act.CALL_NUMBER: QCoreApplication.translate("Acts", "Call number"),
        Act.RESUME: QCoreApplication.translate("Acts", "Take back"),
        Act.REINSTATE: QCoreApplication.translate("Acts", "Reinstate"),
        Act.CANCEL: QCoreApplication.translate("Acts", "Cancel"),
        Act.PUT_FIRST: QCoreApplication.translate("Acts", "Put first"),
        Act.PAUSE: QCoreApplication.translate("Acts", "Pause service"),
        Act.REOPEN: QCoreApplication.translate("Acts", "Resume service"),
        Act.EXTRA_QUEUE: QCoreApplication.translate("Acts", "Extra queue"),
        Act.NOTICE: QCoreApplication.translate("Acts", "One-time notice"),
        Act.RECEIPT: QCoreApplication.translate("Acts", "Acceptance receipt"),
        Act.REPRINT: QCoreApplication.translate("Acts", "Slip again"),
        Act.DAY_END: QCoreApplication.translate("Acts", "Figures of the day"),
        Act.ANSWER_HELP: QCoreApplication.translate("Acts", "I am coming"),
        Act.END_HELP: QCoreApplication.translate("Acts", "Help done"),
        Act.SIGN_OUT: QCoreApplication.translate("Acts", "Sign out"),
    }[act]


def act_help(act: Act) -> str:
    """One sentence on what the act does, for the key list and the tool tip."""
    return {
        Act.CALL_NEXT: QCoreApplication.translate(
            "Acts", "Call the person whom the hall's rules put first."
        ),
        Act.SERVE: QCoreApplication.translate("Acts", "The person has come: start the clock."),
        Act.FINISH: QCoreApplication.translate(
            "Acts", "Record the result and the number of cases; Enter takes Completed, 1 case."
        ),
        Act.RECALL: QCoreApplication.translate("Acts", "Call the same number once more."),
        Act.MISS: QCoreApplication.translate(
            "Acts", "Nobody came: set the number aside, it can be reinstated."
        ),
        Act.HOLD: QCoreApplication.translate(
            "Acts", "The person fetches or fills in something; you serve others meanwhile."
        ),
        Act.TRANSFER: QCoreApplication.translate(
            "Acts", "Send the person to another queue or counter with the same number."
        ),
        Act.CALL_NUMBER: QCoreApplication.translate(
            "Acts", "Call a number of your choice; the reason is recorded."
        ),
        Act.RESUME: QCoreApplication.translate("Acts", "Go on with a number on hold."),
        Act.REINSTATE: QCoreApplication.translate(
            "Acts", "Put a missed number back into the line."
        ),
        Act.CANCEL: QCoreApplication.translate(
            "Acts", "The person gives up: take the number out of the line."
        ),
        Act.PUT_FIRST: QCoreApplication.translate(
            "Acts", "An emergency: the number goes before all others, if a supervisor agrees."
        ),
        Act.SIGN_OUT: QCoreApplication.translate("Acts", "Leave this counter."),
    }[act]
