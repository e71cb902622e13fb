"""What people do: one verb, one transaction, one function; and the snapshots that screens read."""

from common.operations.board import Announcement, BoardCall, BoardQueue, BoardView, board
from common.operations.calling import call_next, call_number, recall
from common.operations.chain import ChainReport, check_chain
from common.operations.closing import expire_past_days
from common.operations.desk import DeskTicket, DeskView, DeskWaiting, RouteStep, desk
from common.operations.ids import new_id
from common.operations.issuing import issue
from common.operations.paper import record_print
from common.operations.results import Called, Issued, Moved
from common.operations.serving import cancel, finish, hold, miss, reinstate, resume, serve, transfer
from common.operations.sessions import sign_in, sign_out
from common.operations.views import (
    KioskView,
    QueueLine,
    Timeline,
    Waiting,
    hall,
    kiosk_view,
    line,
    slip_facts,
    timeline,
)

__all__ = [
    "Announcement",
    "BoardCall",
    "BoardQueue",
    "BoardView",
    "Called",
    "ChainReport",
    "DeskTicket",
    "DeskView",
    "DeskWaiting",
    "Issued",
    "KioskView",
    "Moved",
    "QueueLine",
    "RouteStep",
    "Timeline",
    "Waiting",
    "board",
    "call_next",
    "call_number",
    "cancel",
    "check_chain",
    "desk",
    "expire_past_days",
    "finish",
    "hall",
    "hold",
    "issue",
    "kiosk_view",
    "line",
    "miss",
    "new_id",
    "recall",
    "record_print",
    "reinstate",
    "resume",
    "serve",
    "sign_in",
    "sign_out",
    "slip_facts",
    "timeline",
    "transfer",
]
