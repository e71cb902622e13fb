"""What people do: one verb, one transaction, one function; and the snapshots that screens read."""

from common.operations.appointments.booking import (
    book,
    cancel_appointment,
    find_appointments,
    free_slots,
)
from common.operations.appointments.checking_in import CheckedIn, check_in
from common.operations.appointments.no_shows import sweep_appointments
from common.operations.approvals import approve, vouch
from common.operations.block_list import block_person, blocked_persons, unblock_person
from common.operations.board import (
    Announcement,
    BoardCall,
    BoardPause,
    BoardQueue,
    BoardView,
    board,
)
from common.operations.calling import call_next, call_number
from common.operations.chain import ChainReport, check_chain
from common.operations.closing import expire_past_days
from common.operations.day_end import day_end_facts
from common.operations.desk import (
    DeskHeld,
    DeskTicket,
    DeskView,
    DeskWaiting,
    RouteStep,
    desk,
)
from common.operations.floor import CounterAlarm, CounterNow, counters
from common.operations.help import (
    HelpNow,
    acknowledge_help,
    call_for_help,
    end_help,
    help_calls_today,
    open_help,
    withdraw_help,
)
from common.operations.helping_out import add_queue, drop_queue
from common.operations.holding import hold, resume
from common.operations.ids import new_id
from common.operations.issuing import check_issue, issue, record_refusal
from common.operations.kiosk_pin import (
    forget_kiosk_pin,
    has_kiosk_pin,
    new_kiosk_pin,
    open_kiosk,
    seconds_to_wait,
    set_kiosk_pin,
)
from common.operations.kiosks import KioskNow, forget_kiosk, kiosks, last_report, report_kiosk
from common.operations.missing import miss, recall, reinstate
from common.operations.opinions import (
    NewOpinion,
    answer_opinion,
    give_opinion,
    may_rate,
    new_opinion,
    opinion_with,
    opinions,
    rate,
    ratings,
)
from common.operations.paper import abandoned_prints, begin_print, clear_print, end_print
from common.operations.papers import (
    Given,
    SlipAgain,
    checklist_facts,
    give_notice,
    give_receipt,
    notice_facts,
    receipt_facts,
    slip_again,
)
from common.operations.pausing import pause, reopen
from common.operations.putting_first import put_first
from common.operations.results import Acted, Called, Issued, Moved
from common.operations.serving import cancel, finish, serve
from common.operations.sessions import change_password, sign_in, sign_out
from common.operations.staff import (
    StaffMember,
    add_clerk,
    as_login,
    change_clerk,
    known_clerk,
    list_staff,
    reset_password,
    retire_clerk,
    unlock_clerk,
)
from common.operations.transferring import consult, transfer
from common.operations.views import (
    KioskView,
    OpenNumber,
    QueueLine,
    Timeline,
    Waiting,
    hall,
    kiosk_view,
    line,
    open_number,
    slip_facts,
    timeline,
)
from common.operations.waits import NextStop, hall_waits, line_waits, next_stop

__all__ = [
    "Acted",
    "Announcement",
    "BoardCall",
    "BoardPause",
    "BoardQueue",
    "BoardView",
    "Called",
    "ChainReport",
    "CheckedIn",
    "CounterAlarm",
    "CounterNow",
    "DeskHeld",
    "DeskTicket",
    "DeskView",
    "DeskWaiting",
    "Given",
    "HelpNow",
    "Issued",
    "KioskNow",
    "KioskView",
    "Moved",
    "NewOpinion",
    "NextStop",
    "OpenNumber",
    "QueueLine",
    "RouteStep",
    "SlipAgain",
    "StaffMember",
    "Timeline",
    "Waiting",
    "abandoned_prints",
    "acknowledge_help",
    "add_clerk",
    "add_queue",
    "answer_opinion",
    "approve",
    "as_login",
    "begin_print",
    "block_person",
    "blocked_persons",
    "board",
    "book",
    "call_for_help",
    "call_next",
    "call_number",
    "cancel",
    "cancel_appointment",
    "change_clerk",
    "change_password",
    "check_chain",
    "check_in",
    "check_issue",
    "checklist_facts",
    "clear_print",
    "consult",
    "counters",
    "day_end_facts",
    "desk",
    "drop_queue",
    "end_help",
    "end_print",
    "expire_past_days",
    "find_appointments",
    "finish",
    "forget_kiosk",
    "forget_kiosk_pin",
    "free_slots",
    "give_notice",
    "give_opinion",
    "give_receipt",
    "hall",
    "hall_waits",
    "has_kiosk_pin",
    "help_calls_today",
    "hold",
    "issue",
    "kiosk_view",
    "kiosks",
    "known_clerk",
    "last_report",
    "line",
    "line_waits",
    "list_staff",
    "may_rate",
    "miss",
    "new_id",
    "new_kiosk_pin",
    "new_opinion",
    "next_stop",
    "notice_facts",
    "open_help",
    "open_kiosk",
    "open_number",
    "opinion_with",
    "opinions",
    "pause",
    "put_first",
    "rate",
    "ratings",
    "recall",
    "receipt_facts",
    "record_refusal",
    "reinstate",
    "reopen",
    "report_kiosk",
    "reset_password",
    "resume",
    "retire_clerk",
    "seconds_to_wait",
    "serve",
    "set_kiosk_pin",
    "sign_in",
    "sign_out",
    "slip_again",
    "slip_facts",
    "sweep_appointments",
    "timeline",
    "transfer",
    "unblock_person",
    "unlock_clerk",
    "vouch",
    "withdraw_help",
]
