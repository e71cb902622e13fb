"""A person rates an errand, tells the hall something, and reads what the hall answered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from common.domain.event import Act
from common.domain.ids import ClerkLogin, KioskCode, OpinionId, RequestId, TicketId
from common.domain.opinion import (
    LONGEST_WORDS,
    RATED_WITHIN,
    Opinion,
    OpinionKind,
    OpinionTopic,
    Rating,
    Satisfaction,
    new_receipt,
    typed_receipt,
)
from common.domain.session import Role
from common.domain.signs import tidied
from common.domain.ticket import LegState
from common.operations.errors import (
    AlreadyRated,
    AnswerNeeded,
    NothingToRate,
    OpinionAnswered,
    OpinionTooLong,
    RatingOver,
    UnknownReceipt,
)
from common.operations.ids import new_id
from common.operations.staff import require_role
from common.store import ReadTransaction, Store

_RECEIPTS = 4
"""One is taken by chance once in millions of opinions; all of them never."""


@dataclass(frozen=True, slots=True)
class NewOpinion:
    """One intent to say something. The caller holds on to it, so that repeating repeats nothing."""

    id: OpinionId
    receipts: tuple[str, ...] = field(repr=False)


def new_opinion() -> NewOpinion:
    return NewOpinion(OpinionId(new_id()), tuple(new_receipt() for _ in range(_RECEIPTS)))


def may_rate(tx: ReadTransaction, ticket: TicketId) -> bool:
    """Whether something of the errand is done, lately, and nobody has rated it yet."""
    done = _last_done(tx, ticket)
    lately = done is not None and tx.now - done <= RATED_WITHIN
    return lately and tx.opinions.rating_of(ticket) is None


def rate(store: Store, ticket: TicketId, level: Satisfaction, kiosk: KioskCode) -> Rating:
    """Keep what the person of `ticket` thinks of their errand. The same again changes nothing.

    Raises NothingToRate while nothing of it is done, RatingOver long after, AlreadyRated when
    another level was given before.
    """
    with store.write() as tx:
        known = tx.opinions.rating_of(ticket)
        if known is not None:
            if known.level is level:
                return known
            raise AlreadyRated
        done = _last_done(tx, ticket)
        if done is None:
            raise NothingToRate
        if tx.now - done > RATED_WITHIN:
            raise RatingOver(days=RATED_WITHIN.days)
        rating = Rating(ticket, level, kiosk, tx.now)
        tx.opinions.rate(rating)
        facts = {"level": int(level), "kiosk": kiosk}
        tx.record_act(Act.RATE, ticket=tx.ticket(ticket), facts=facts)
        return rating


def ratings(store: Store, days: int) -> dict[Satisfaction, int]:
    """How often each level was given in the last `days` days; a level without any is absent."""
    with store.read() as tx:
        return tx.opinions.rated_since(tx.now - timedelta(days=days))


def give_opinion(
    store: Store,
    kind: OpinionKind,
    topic: OpinionTopic,
    words: str,
    kiosk: KioskCode,
    new: NewOpinion | None = None,
) -> Opinion:
    """Keep what somebody tells the hall. The record says that they did, and not what.

    Raises OpinionTooLong.
    """
    new = new or new_opinion()
    plain = tidied(words).value.strip()
    if len(plain) > LONGEST_WORDS:
        raise OpinionTooLong(longest=LONGEST_WORDS, length=len(plain))
    with store.write() as tx:
        known = tx.opinions.opinion(new.id)
        if known is not None:
            return known
        receipt = next(r for r in new.receipts if tx.opinions.with_receipt(r) is None)
        opinion = Opinion(new.id, receipt, kind, topic, plain, kiosk, tx.now)
        tx.opinions.add(opinion)
        tx.record_act(
            Act.OPINION,
            request=RequestId(new.id),
            facts={"opinion": new.id, "kind": kind, "topic": topic, "kiosk": kiosk},
        )
        return opinion


def opinion_with(store: Store, typed: str) -> Opinion:
    """What was told under this receipt, and what the hall answered. Raises UnknownReceipt."""
    receipt = typed_receipt(typed)
    if receipt is not None:
        with store.read() as tx:
            opinion = tx.opinions.with_receipt(receipt)
        if opinion is not None:
            return opinion
    raise UnknownReceipt


def opinions(store: Store, days: int) -> tuple[Opinion, ...]:
    """What was told in the last `days` days, the oldest first."""
    with store.read() as tx:
        return tuple(tx.opinions.since(tx.now - timedelta(days=days)))


def answer_opinion(
    store: Store, typed: str, words: str, clerk: ClerkLogin | None = None
) -> Opinion:
    """Answer whoever told the hall something. The same answer again changes nothing.

    Raises UnknownReceipt, AnswerNeeded, OpinionTooLong, OpinionAnswered when somebody answered
    otherwise, NotPermitted unless the clerk is a supervisor or above.
    """
    plain = tidied(words).value.strip()
    if not plain:
        raise AnswerNeeded
    if len(plain) > LONGEST_WORDS:
        raise OpinionTooLong(longest=LONGEST_WORDS, length=len(plain))
    known = opinion_with(store, typed)
    with store.write() as tx:
        require_role(tx, clerk, Role.SUPERVISOR)
        known = tx.opinions.opinion(known.id) or known
        if known.answer == plain:
            return known
        if known.answer:
            raise OpinionAnswered(receipt=known.receipt)
        tx.opinions.answer(known.id, plain, clerk, tx.now)
        tx.record_act(Act.ANSWER_OPINION, clerk=clerk, facts={"opinion": known.id})
        return replace(known, answer=plain, answered_by=clerk, answered_at=tx.now)


def _last_done(tx: ReadTransaction, ticket: TicketId) -> datetime | None:
    ended = [
        leg.ended_at
        for leg in tx.legs_of(ticket)
        if leg.state is LegState.DONE and leg.ended_at is not None
    ]
    return max(ended, default=None)
