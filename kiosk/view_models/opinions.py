"""A citizen rates their errand, tells the hall something, or reads what it answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.ids import KioskCode, TicketId
from common.domain.opinion import (
    KIND_WORDS,
    LONGEST_WORDS,
    RECEIPT_LENGTH,
    SATISFACTION_WORDS,
    TOPIC_WORDS,
    Opinion,
    OpinionKind,
    OpinionTopic,
    Rating,
    Satisfaction,
)
from common.operations import (
    NewOpinion,
    give_opinion,
    new_opinion,
    opinion_facts,
    opinion_with,
    rate,
)
from common.qt.hall_time import HallClock
from common.qt.task_runner import TaskRunner
from common.qt.translations import date_text
from common.store import DatabaseAway, Store
from kiosk.view_models.one_paper import OnePaper
from kiosk.view_models.places import Page, Place
from kiosk.view_models.way import Way
from kiosk.view_models.words import LIST, MAP, NO_WORDS, Words, error_words, words


class Opinions(QObject):
    """What somebody thinks, for this visit only; what they sent is the hall's.

    Signals:
        changed: anything of it.
        touched: a sign was typed.
        database_lost: an attempt met a database that is away.
    """

    changed = Signal()
    touched = Signal()
    database_lost = Signal()

    def __init__(
        self,
        store: Store,
        worker: TaskRunner,
        way: Way,
        clock: HallClock,
        paper: OnePaper,
        kiosk: KioskCode,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._worker = worker
        self._way = way
        self._clock = clock
        self._paper = paper
        self._kiosk = kiosk
        self._asked = 0
        """Counts what was begun: an answer counts only where it was asked for."""
        self._clear()

    def _clear(self) -> None:
        self._ticket: TicketId | None = None
        self._number = ""
        self._level: Satisfaction | None = None
        self._kind = OpinionKind.SUGGESTION
        self._topic = OpinionTopic.OTHER
        self._words = ""
        self._receipt_typed = ""
        self._new: NewOpinion | None = None
        self._opinion: Opinion | None = None
        self._refusal = NO_WORDS
        self._sending = False
        self._asked += 1
        self._paper.let_go()

    def wipe(self) -> None:
        """The citizen left."""
        self._clear()
        self.changed.emit()

    @Slot()
    def print_receipt(self) -> None:
        """What was sent, on paper: its receipt and how to read the answer."""
        opinion = self._opinion
        if opinion is not None:
            self._paper.put(lambda: opinion_facts(self._store, opinion))

    # Rating

    def begin_rating(self, ticket: TicketId, number: str) -> None:
        """Ask how content the person of this number is. Nothing is preselected."""
        self._clear()
        self._ticket, self._number = ticket, number
        self.changed.emit()
        self._way.go(Place(Page.RATE))

    @Slot(int)
    def choose_level(self, level: int) -> None:
        if not self._sending:
            self._level = Satisfaction(level)
            self._refusal = NO_WORDS
            self.changed.emit()

    @Slot()
    def send_rating(self) -> None:
        if self._level is not None and self._ticket is not None:
            self._send(partial(rate, self._store, self._ticket, self._level, self._kiosk))

    # Telling

    @Slot()
    def begin(self) -> None:
        """Say something to the hall."""
        self._clear()
        self.changed.emit()
        self._way.go(Place(Page.OPINION_KIND))

    @Slot(str)
    def choose_kind(self, kind: str) -> None:
        self._about_to_be(OpinionKind(kind), self._topic)
        self._way.go(Place(Page.OPINION_TOPIC))

    @Slot(str)
    def choose_topic(self, topic: str) -> None:
        self._about_to_be(self._kind, OpinionTopic(topic))
        self._way.go(Place(Page.OPINION_WORDS))

    def _about_to_be(self, kind: OpinionKind, topic: OpinionTopic) -> None:
        """What is of another kind, or about something else, is another opinion."""
        if (kind, topic) != (self._kind, self._topic):
            self._kind, self._topic = kind, topic
            self._new = None
        self.changed.emit()

    @Slot(str)
    def write(self, text: str) -> None:
        """What they wrote so far; what is too much is left out."""
        written = text[:LONGEST_WORDS]
        if written != self._words and not self._sending:
            self._words = written
            self._new = None
            self._refusal = NO_WORDS
            self.changed.emit()
            self.touched.emit()

    @Slot()
    def touch(self) -> None:
        """Somebody is typing, though nothing is written yet."""
        self.touched.emit()

    @Slot()
    def send(self) -> None:
        """Give it to the hall; touched twice, or tried again, it is there once."""
        self._new = self._new or new_opinion()
        self._send(
            partial(
                give_opinion,
                self._store,
                self._kind,
                self._topic,
                self._words,
                self._kiosk,
                self._new,
            )
        )

    # Reading the answer

    @Slot()
    def begin_reading(self) -> None:
        """Ask for the receipt."""
        self._clear()
        self.changed.emit()
        self._way.go(Place(Page.OPINION_RECEIPT))

    @Slot(str)
    def press(self, sign: str) -> None:
        self._type((self._receipt_typed + sign.upper())[:RECEIPT_LENGTH])

    @Slot()
    def erase(self) -> None:
        self._type(self._receipt_typed[:-1])

    @Slot()
    def clear(self) -> None:
        self._type("")

    @Slot()
    def read_answer(self) -> None:
        self._send(partial(opinion_with, self._store, self._receipt_typed))

    def _type(self, typed: str) -> None:
        self._receipt_typed = typed
        self._refusal = NO_WORDS
        self.changed.emit()
        self.touched.emit()

    # What the hall says

    def _send(self, ask: Callable[[], Rating | Opinion]) -> None:
        if self._sending:
            return
        self._sending = True
        self._refusal = NO_WORDS
        self.changed.emit()
        asked = self._asked
        self._worker.submit(
            ask,
            partial(self._answered, asked, self._way.here),
            partial(self._refused, asked),
            self,
        )

    def _answered(self, asked: int, asked_at: Place, answer: Rating | Opinion) -> None:
        if asked != self._asked:
            return  # somebody else stands there
        self._sending = False
        if self._way.here != asked_at:
            return  # they have gone on
        if isinstance(answer, Opinion):
            self._opinion = answer
            read = asked_at.page is Page.OPINION_RECEIPT
            self._lead_to(Page.OPINION_ANSWER if read else Page.OPINION_SENT)
        else:
            self._lead_to(Page.RATED)

    def _lead_to(self, page: Page) -> None:
        """The way back from there leads past what was sent."""
        self.changed.emit()
        for done in (Page.RATE, Page.OPINION_KIND, Page.OPINION_TOPIC, Page.OPINION_WORDS):
            self._way.forget(done)
        self._way.go(Place(page))

    def _refused(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self._sending = False
            self._refusal = error_words(error)
            self.changed.emit()
        if isinstance(error, DatabaseAway):
            self.database_lost.emit()

    # What pages show

    def _levels(self) -> list[dict[str, Any]]:
        return [
            {"level": int(level), "name": words(name)} for level, name in SATISFACTION_WORDS.items()
        ]

    def _kinds(self) -> list[dict[str, Any]]:
        return [{"code": kind.value, "name": words(name)} for kind, name in KIND_WORDS.items()]

    def _topics(self) -> list[dict[str, Any]]:
        return [{"code": topic.value, "name": words(name)} for topic, name in TOPIC_WORDS.items()]

    def _chosen_level(self) -> int:
        return int(self._level or 0)

    def _rated_number(self) -> str:
        return self._number

    def _about(self) -> Words:
        kind, topic = KIND_WORDS[self._kind], TOPIC_WORDS[self._topic]
        return {"zh": f"{kind.zh} · {topic.zh}", "en": f"{kind.en} · {topic.en}"}

    def _written(self) -> str:
        return self._words

    def _left(self) -> int:
        return LONGEST_WORDS - len(self._words)

    def _typed(self) -> str:
        return self._receipt_typed

    def _is_typed(self) -> bool:
        return len(self._receipt_typed) == RECEIPT_LENGTH

    def _is_sending(self) -> bool:
        return self._sending

    def _refusal_words(self) -> Words:
        return self._refusal

    def _told(self) -> dict[str, Any]:
        opinion = self._opinion
        if opinion is None:
            return {}
        given = opinion.given_at.astimezone(self._clock.zone).date()
        return {
            "receipt": opinion.receipt,
            "words": opinion.words,
            "answer": opinion.answer,
            "kind": words(KIND_WORDS[opinion.kind]),
            "topic": words(TOPIC_WORDS[opinion.topic]),
            "day": {language: date_text(given, language) for language in ("zh", "en")},
        }

    levels = Property(LIST, _levels, constant=True)
    """The five, the best first."""
    kinds = Property(LIST, _kinds, constant=True)
    topics = Property(LIST, _topics, constant=True)
    level = Property(int, _chosen_level, notify=changed)
    """0 while nothing is chosen."""
    number = Property(str, _rated_number, notify=changed)
    about = Property(MAP, _about, notify=changed)
    written = Property(str, _written, notify=changed)
    left = Property(int, _left, notify=changed)
    """How many more characters fit."""
    typed = Property(str, _typed, notify=changed)
    isTyped = Property(bool, _is_typed, notify=changed)
    isSending = Property(bool, _is_sending, notify=changed)
    refusal = Property(MAP, _refusal_words, notify=changed)
    paper = Property(QObject, lambda self: self._paper, constant=True)
    told = Property(MAP, _told, notify=changed)
    """What was sent, or found by its receipt."""
