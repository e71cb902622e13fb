"""Is the printer well, and does it take commands as commands?"""

from __future__ import annotations

import time

from common.ports.awake import now
from common.printing.conversation import Conversation
from common.printing.errors import PrinterTimeout
from common.printing.patience import Patience
from common.printing.profile import Profile, Proof
from common.printing.replies import AutomaticStatus, BufferedStatus, Reply, WentOffline
from common.printing.status import PrinterStatus, Trouble
from common.printing.transports.transport import port_status

GS_R_PAPER = b"\x1dr\x01"
_REPORT_CHANGES = b"\x1da\x0e"
"""GS a: automatic status when on/off line, an error or the roll's sensors change."""

_FIRST_ZEROS = 128
"""They end any half command and most codes; a printer that is not inside one ignores them."""
_HEADER_ZEROS = bytes(8)
"""They complete the head of a picture of which the line lost the rest: it is an empty one."""
_BLIND_ZEROS = 2048
"""The same for a printer that cannot say whether it was enough."""
_MORE_ZEROS = 1024
"""Of a picture's rest, in the first round; each round doubles it."""


class Health:
    """Looks at one printer through its conversation."""

    def __init__(self, conversation: Conversation, profile: Profile, patience: Patience) -> None:
        self._conversation = conversation
        self._profile = profile
        self._patience = patience
        self._in_step = False
        self._half_ended = False
        self._reports_changes = False

    @property
    def answers(self) -> bool:
        """True when both the way and the model can reply."""
        return self._conversation.transport.answers and self._profile.answers

    @property
    def can_prove(self) -> bool:
        """True when a job can be acknowledged."""
        return self.answers and self._profile.proof in (Proof.PROCESS_ID, Proof.GS_R)

    def lose_step(self) -> None:
        """After a job without proof or a lost port: the printer may be inside half a command."""
        self._in_step = False
        self._half_ended = False
        self._reports_changes = False

    def reset_by_job(self) -> None:
        """After a job: ``ESC @`` at its beginning switched automatic status off."""
        self._reports_changes = False

    def check(self) -> PrinterStatus:
        """The status, and for a printer that can prove jobs, that it executes commands at all."""
        if not self.answers:
            return self._as_the_port_tells()
        self._conversation.forget()
        crossing = 0.0 if self._half_ended else self._end_half_command()
        status = self.poll(crossing)
        if not status.told:
            self._reports_changes = False  # switched off meanwhile, as far as we know
        if status.can_print and not self._in_step:
            self._in_step = self._get_in_step() if self.can_prove else True
            if not self._in_step:
                return PrinterStatus.untold(Trouble.UNKNOWN)
        return status

    def poll(self, crossing: float = 0.0) -> PrinterStatus:
        """What ``DLE EOT`` tells; UNKNOWN when an answer is missing, or doubtful, or noise.

        What was sent before may need `crossing` seconds more, behind a device server.
        """
        answers = self._conversation.ask_all(self._profile.status.requests, crossing)
        if answers is None:
            return PrinterStatus.untold(Trouble.UNKNOWN)
        return self._profile.status.read(answers)

    def says_offline(self) -> bool:
        """True when the printer went off line: it said so itself, or says so when asked.

        Asked right behind a job: if the line lost the end of that, the printer would take the
        question for the measures of a picture, of megabytes.
        """
        if self._conversation.take(_tells_offline):
            return True
        try:
            self._conversation.write(_HEADER_ZEROS, self._patience.reply)
            answer = self._conversation.ask(1)
        except PrinterTimeout:  # its buffer is full of our job: it prints, or cannot
            self._conversation.transport.drop_unsent()
            answer = self._ask_in_spite_of_flow_control()
        return answer is not None and bool(answer[0] & 0x08)

    def _ask_in_spite_of_flow_control(self) -> bytes | None:
        try:
            return self._conversation.ask(1)
        except PrinterTimeout:  # it will listen again
            self._conversation.transport.drop_unsent()
            return None

    def wait_for_change(self, seconds: float) -> None:
        """Return after `seconds`, or as soon as the printer speaks up by itself."""
        if not self._conversation.stays:
            time.sleep(seconds)
            return
        if self._profile.asb and self._in_step and not self._reports_changes:
            self._conversation.write(_REPORT_CHANGES, self._patience.write)
            self._reports_changes = True
        self._conversation.hear(lambda: self._conversation.take(_speaks_up), seconds)

    def _as_the_port_tells(self) -> PrinterStatus:
        """Without replies: trouble that the port reports is true, its silence means nothing."""
        port = port_status(self._conversation.transport)
        if port is not None and port.paper_out:
            return PrinterStatus(Trouble.PAPER_OUT, can_print=False, told=True)
        if port is not None and port.error:
            return PrinterStatus(Trouble.ERROR, can_print=False, told=True)
        return PrinterStatus(Trouble.NONE, can_print=True, told=False)

    # -- in step -----------------------------------------------------------------------------------

    def _end_half_command(self) -> float:
        """Before the first question, which half a command would take for its own parameters.

        Once only: a printer without paper keeps what it gets, until its buffer is full. Returns how
        many seconds it may be on its way.
        """
        zeros = _FIRST_ZEROS if self.can_prove else _BLIND_ZEROS
        self._conversation.write(bytes(zeros), self._zeros_time(zeros))
        self._half_ended = True
        return self._patience.on_the_wire(zeros)

    def _get_in_step(self) -> bool:
        """True when a buffered command is answered.

        A printer whose host died inside a picture still answers ``DLE EOT`` but takes every command
        as more picture, so zeros are sent until it has had enough. What an earlier job without
        acknowledgement still owes is taken here, so that no later job mistakes it for its own.
        """
        deadline = now() + self._patience.freeing
        zeros, crossing = _MORE_ZEROS, 0.0
        while not self._buffered_reply(crossing):
            crossing = self._patience.on_the_wire(zeros)
            if now() + crossing > deadline:
                return False
            self._conversation.write(bytes(zeros), self._zeros_time(zeros))
            zeros *= 2
        return True

    def _zeros_time(self, zeros: int) -> float:
        return self._patience.write + self._patience.on_the_wire(zeros)

    def _buffered_reply(self, crossing: float) -> bool:
        """Ask, and wait; what was sent before may need `crossing` seconds more."""
        patience = self._patience
        self._conversation.write(GS_R_PAPER, patience.write)
        if self._conversation.expect(BufferedStatus, patience.reply + crossing) is None:
            return False
        settled = now() + 4 * patience.settle
        while now() < settled:
            if self._conversation.expect(BufferedStatus, patience.settle) is None:
                break
        return True


def _tells_offline(reply: Reply) -> bool:
    return isinstance(reply, WentOffline) or (isinstance(reply, AutomaticStatus) and reply.offline)


def _speaks_up(reply: Reply) -> bool:
    return isinstance(reply, AutomaticStatus | WentOffline)
