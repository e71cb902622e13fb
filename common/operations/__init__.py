"""What people do: one verb, one transaction, one function; and the snapshots that screens read."""

from common.operations.block_list import block_person, blocked_persons, unblock_person
from common.operations.board import Announcement, BoardCall, BoardQueue, BoardView, board
from common.operations.calling import call_next, call_number, recall
from common.operations.chain import ChainReport, check_chain
from common.operations.closing import expire_past_days
from common.operations.desk import DeskTicket, DeskView, DeskWaiting, RouteStep, desk
from common.operations.ids import new_id
from common.operations.issuing import check_issue, issue, record_refusal
from common.operations.paper import record_print
from common.operations.results import Called, Issued, Moved
from common.operations.serving import cancel, finish, hold, miss, reinstate, resume, serve, transfer
from common.operations.sessions import approve, change_password, sign_in, sign_out
from common.operations.staff import (
    StaffMember,
    add_clerk,
    change_clerk,
    known_clerk,
    list_staff,
    reset_password,
    retire_clerk,
    unlock_clerk,
)
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
    "StaffMember",
    "Timeline",
    "Waiting",
    "add_clerk",
    "approve",
    "block_person",
    "blocked_persons",
    "board",
    "call_next",
    "call_number",
    "cancel",
    "change_clerk",
    "change_password",
    "check_chain",
    "check_issue",
    "desk",
    "expire_past_days",
    "finish",
    "hall",
    "hold",
    "issue",
    "kiosk_view",
    "known_clerk",
    "line",
    "list_staff",
    "miss",
    "new_id",
    "recall",
    "record_print",
    "record_refusal",
    "reinstate",
    "reset_password",
    "resume",
    "retire_clerk",
    "serve",
    "sign_in",
    "sign_out",
    "slip_facts",
    "timeline",
    "transfer",
    "unblock_person",
    "unlock_clerk",
]
