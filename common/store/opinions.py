"""Ratings, opinions and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from common.domain.ids import ClerkLogin, KioskCode, OpinionId, TicketId
from common.domain.opinion import Opinion, OpinionKind, OpinionTopic, Rating, Satisfaction
from common.store.driver import HallLink
from common.store.rows import from_microseconds, instant, to_microseconds

_RATING = "SELECT ticket, level, kiosk, rated_at FROM rating WHERE hall = :hall"
RATING_OF = f"{_RATING} AND ticket = :ticket"
RATED_SINCE = """
    SELECT level, count(*) FROM rating WHERE hall = :hall AND rated_at >= :since GROUP BY level
"""
_RATE = """
    INSERT INTO rating (ticket, hall, level, kiosk, rated_at)
    VALUES (:ticket, :hall, :level, :kiosk, :rated_at)
"""
_COLUMNS = "id, receipt, kind, topic, words, kiosk, given_at, answer, answered_by, answered_at"
_OPINION = f"SELECT {_COLUMNS} FROM opinion WHERE hall = :hall"  # noqa: S608 - from constants
_OPINION_BY_ID = f"{_OPINION} AND id = :id"
OPINION_WITH = f"{_OPINION} AND receipt = :receipt"
OPINIONS_SINCE = f"{_OPINION} AND given_at >= :since ORDER BY given_at, id"
_ADD = """
    INSERT INTO opinion (id, hall, receipt, kind, topic, words, kiosk, given_at, answer)
    VALUES (:id, :hall, :receipt, :kind, :topic, :words, :kiosk, :given_at, '')
"""
_ANSWER = """
    UPDATE opinion SET answer = :answer, answered_by = :clerk, answered_at = :at
    WHERE hall = :hall AND id = :id
"""


class Opinions:
    """Questions about what people think."""

    def __init__(self, link: HallLink) -> None:
        self._link = link

    def rating_of(self, ticket: TicketId) -> Rating | None:
        for of, level, kiosk, at in self._link.rows(RATING_OF, ticket=ticket):
            return Rating(
                TicketId(of), Satisfaction(level), KioskCode(kiosk), from_microseconds(at)
            )
        return None

    def rated_since(self, at: datetime) -> dict[Satisfaction, int]:
        """How many ratings of each level there were from `at` on; a level without any is absent."""
        rows = self._link.rows(RATED_SINCE, since=to_microseconds(at))
        return {Satisfaction(level): count for level, count in rows}

    def opinion(self, opinion: OpinionId) -> Opinion | None:
        return next(map(_opinion, self._link.rows(_OPINION_BY_ID, id=opinion)), None)

    def with_receipt(self, receipt: str) -> Opinion | None:
        return next(map(_opinion, self._link.rows(OPINION_WITH, receipt=receipt)), None)

    def since(self, at: datetime) -> list[Opinion]:
        """Those given from `at` on, in order."""
        return list(map(_opinion, self._link.rows(OPINIONS_SINCE, since=to_microseconds(at))))


class OpinionChanges(Opinions):
    """What people say, and what the hall answers."""

    def rate(self, rating: Rating) -> None:
        self._link.change(
            _RATE,
            ticket=rating.ticket,
            level=int(rating.level),
            kiosk=rating.kiosk,
            rated_at=to_microseconds(rating.rated_at),
        )

    def add(self, opinion: Opinion) -> None:
        self._link.change(
            _ADD,
            id=opinion.id,
            receipt=opinion.receipt,
            kind=opinion.kind.value,
            topic=opinion.topic.value,
            words=opinion.words,
            kiosk=opinion.kiosk,
            given_at=to_microseconds(opinion.given_at),
        )

    def answer(
        self, opinion: OpinionId, words: str, clerk: ClerkLogin | None, at: datetime
    ) -> None:
        self._link.change(_ANSWER, id=opinion, answer=words, clerk=clerk, at=to_microseconds(at))


def _opinion(row: Any) -> Opinion:
    opinion, receipt, kind, topic, words, kiosk, given, answer, clerk, answered = row
    return Opinion(
        id=OpinionId(opinion),
        receipt=receipt,
        kind=OpinionKind(kind),
        topic=OpinionTopic(topic),
        words=words,
        kiosk=KioskCode(kiosk),
        given_at=from_microseconds(given),
        answer=answer,
        answered_by=None if clerk is None else ClerkLogin(clerk),
        answered_at=instant(answered),
    )
