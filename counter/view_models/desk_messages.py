"""What the calm line says after an act."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from common.domain.ids import CounterCode
from common.domain.session import Session
from common.domain.text import Language, Text
from common.domain.ticket import LegState, Outcome
from common.operations import Acted, Called, Moved
from counter.view_models.acts import HELPED_KEY, KEYS, Act, act_name
from counter.view_models.message import Message, Tone
from counter.view_models.wording import outcome_name


class DeskMessages(QObject):
    """Makes messages that speak the screen's language whenever they are read."""

    def called(self, called: Called | None) -> Message:
        if called is None:
            return Message(Tone.INFO, lambda: self.tr("Nobody is waiting now"))
        return Message(
            Tone.GOOD,
            lambda: self.tr("Calling {number} to {counter}").format(
                number=called.number, counter=called.counter
            ),
        )

    def recalled(self, moved: Moved) -> Message:
        return Message(
            Tone.GOOD, lambda: self.tr("Called {number} again").format(number=moved.number)
        )

    def put_first(self, moved: Moved) -> Message:
        return Message(
            Tone.GOOD,
            lambda: self.tr("{number} goes before all others now").format(number=moved.number),
        )

    def missed(self, moved: Moved) -> Message:
        return Message(
            Tone.INFO,
            lambda: self.tr("{number} is set aside as missed; {key} puts it back in line").format(
                number=moved.number, key=KEYS[Act.REINSTATE]
            ),
        )

    def finished(self, moved: Moved, outcome: Outcome, cases: int) -> Message:
        return Message(
            Tone.GOOD,
            lambda: self.tr("{number}: {outcome}, %n case(s)", "", cases).format(
                number=moved.number, outcome=outcome_name(outcome)
            ),
        )

    def held(self, moved: Moved) -> Message:
        return Message(
            Tone.INFO,
            lambda: self.tr("{number} is on hold; {key} takes it back").format(
                number=moved.number, key=KEYS[Act.RESUME]
            ),
        )

    def transferred(self, moved: Moved, target: str) -> Message:
        return Message(
            Tone.GOOD,
            lambda: self.tr("{number} goes on to {target} and keeps its seniority").format(
                number=moved.number, target=target
            ),
        )

    def resumed(self, moved: Moved) -> Message:
        if moved.state is LegState.SERVING:
            return Message(
                Tone.GOOD,
                lambda: self.tr("{number} is back at the counter").format(number=moved.number),
            )
        return Message(
            Tone.GOOD,
            lambda: self.tr("{number} will be the next one here").format(number=moved.number),
        )

    def reinstated(self, moved: Moved) -> Message:
        return Message(
            Tone.GOOD,
            lambda: self.tr("{number} is back in line").format(number=moved.number),
        )

    def cancelled(self, moved: Moved) -> Message:
        return Message(
            Tone.INFO, lambda: self.tr("{number} is cancelled").format(number=moved.number)
        )

    def consulted(self, moved: Moved, target: str) -> Message:
        return Message(
            Tone.GOOD,
            lambda: self.tr("{number} goes to {target} and then comes back here").format(
                number=moved.number, target=target
            ),
        )

    def paused(self, acted: Acted) -> Message:
        return Message(
            Tone.INFO,
            lambda: self.tr("{counter} is paused; {key} resumes service").format(
                counter=acted.counter, key=KEYS[Act.REOPEN]
            ),
        )

    def reopened(self, acted: Acted) -> Message:
        return Message(
            Tone.GOOD, lambda: self.tr("{counter} serves again").format(counter=acted.counter)
        )

    def queue_added(self, acted: Acted) -> Message:
        return Message(
            Tone.GOOD,
            lambda: self.tr("{counter} takes queue {queue} too until you end it").format(
                counter=acted.counter, queue=acted.what
            ),
        )

    def queue_dropped(self, acted: Acted) -> Message:
        return Message(
            Tone.INFO,
            lambda: self.tr("{counter} takes queue {queue} no more").format(
                counter=acted.counter, queue=acted.what
            ),
        )

    def going(self, kiosk: Text, language: Callable[[], Language]) -> Message:
        return Message(
            Tone.GOOD,
            lambda: self.tr("{kiosk} says that you are coming; {key} when you have helped").format(
                kiosk=kiosk.say(language()), key=HELPED_KEY
            ),
        )

    def helped(self, kiosk: Text, language: Callable[[], Language]) -> Message:
        return Message(
            Tone.GOOD,
            lambda: self.tr("The call from {kiosk} is over").format(kiosk=kiosk.say(language())),
        )

    def arrived(self, count: int) -> Message:
        return Message(Tone.INFO, lambda: self.tr("%n new person(s) waiting", "", count))

    def unconfirmed(self, act: Act) -> Message:
        return Message(
            Tone.CAUTION,
            lambda: self.tr(
                "The database was away too long to confirm “{act}”. "
                "The screen shows how things stand."
            ).format(act=act_name(act)),
        )

    def displaced(
        self, counter: CounterCode, now_here: Session | None, language: Callable[[], Language]
    ) -> Message:
        """Why a desk is over that its clerk did not leave."""
        if now_here is None:
            return Message(
                Tone.INFO,
                lambda: self.tr("You were signed out of {counter}.").format(counter=counter),
            )
        return Message(
            Tone.CAUTION,
            lambda: self.tr("{clerk} has taken over {counter}.").format(
                clerk=now_here.clerk_name.say(language()), counter=counter
            ),
        )
