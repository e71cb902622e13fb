"""What a counter did on one day: the strip that a clerk may take along."""

from __future__ import annotations

from collections import Counter as Tally
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from common.domain.ids import ClerkLogin, CounterCode
from common.domain.papers import DayEndFacts
from common.domain.slip import PRACTICE_MARK
from common.domain.ticket import Leg, Move, Outcome
from common.store import Store


def day_end_facts(
    store: Store,
    counter: CounterCode,
    day: date | None = None,
    clerk: ClerkLogin | None = None,
) -> DayEndFacts:
    """The figures of `counter` on `day`, today unless given; with `clerk`, of theirs there.

    Service is from its start to its end without the time on hold. Raises UnknownCounter.
    """
    with store.read() as tx:
        here = tx.hall.counter(counter)
        zone = ZoneInfo(tx.hall.time_zone)
        on = day or tx.today
        moves = [
            event for event in tx.counters.moves_at(here.code, on) if clerk in (None, event.clerk)
        ]
        by_move = {move: [e for e in moves if e.move is move] for move in Move}
        finished = by_move[Move.FINISH]
        ends = {event.leg for event in finished}
        spans = [_service(leg) for leg in tx.counters.done_at(here.code, on) if leg.id in ends]
        outcomes = Tally(Outcome(event.facts["outcome"]) for event in finished)
        calls, over = by_move[Move.CALL], [*finished, *by_move[Move.TRANSFER]]
        known = tx.staff.clerk(clerk) if clerk else None
        return DayEndFacts(
            hall=tx.hall.name,
            counter=here.code,
            clerk=known.name if known else None,
            day=on,
            first_call=calls[0].at.astimezone(zone) if calls else None,
            last_end=max(e.at for e in over).astimezone(zone) if over else None,
            called=len(calls),
            finished=len(finished),
            cases=sum(int(event.facts["cases"]) for event in finished),
            missed=len(by_move[Move.MISS]),
            transferred=len(by_move[Move.TRANSFER]),
            outcomes=tuple((one, outcomes[one]) for one in Outcome if outcomes[one]),
            mean_service=sum(spans, timedelta()) / len(spans) if spans else None,
            longest_service=max(spans, default=None),
            printed_at=tx.now.astimezone(zone),
            marks=(PRACTICE_MARK,) if tx.hall.practice else (),
        )


def _service(leg: Leg) -> timedelta:
    begun = leg.serving_since or leg.ended_at
    assert begun is not None and leg.ended_at is not None, "a leg that is done has ended"
    return max(leg.ended_at - begun - timedelta(seconds=leg.held_seconds), timedelta())
