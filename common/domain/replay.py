"""Where the record says that a leg stands: its events, applied one after the other.

What an event tells besides time, counter and state is what the move cannot know by itself. With it,
`begun` and `followed` make exactly the leg that the move left behind.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from common.domain.event import Event
from common.domain.hall import CounterKind
from common.domain.ids import CounterCode
from common.domain.ticket import HoldKind, IllegalMove, Leg, LegState, Move, Outcome


def beginning(leg: Leg) -> dict[str, Any]:
    """What the event that begins `leg` must tell."""
    told: dict[str, Any] = {
        "queue": leg.queue,
        "services": list(leg.services),
        "position": leg.position,
        "stage": leg.stage,
        "lane": leg.lane,
        "order": leg.order,
        "ready_at": leg.ready_at.isoformat(),
    }
    if leg.only_counter is not None:
        told["only_counter"] = leg.only_counter
        told["comes_back"] = leg.comes_back
    if leg.returns_to is not None:
        told["returns_to"] = leg.returns_to
    if leg.only_kind is not None:
        told["only_kind"] = leg.only_kind.value
    return told


def begun(event: Event) -> Leg | None:
    """The leg that begins with `event`; None when the event tells too little.

    Version 0.1 recorded neither lane nor seniority.
    """
    facts = event.facts
    if event.leg is None or event.ticket is None or event.number is None:
        return None
    if "ready_at" not in facts:
        return None
    return Leg(
        id=event.leg,
        ticket=event.ticket,
        number=event.number,
        position=facts["position"],
        stage=facts["stage"],
        queue=facts["queue"],
        lane=facts["lane"],
        services=tuple(facts["services"]),
        state=LegState(facts["state"]),
        ready_at=datetime.fromisoformat(facts["ready_at"]),
        order=facts["order"],
        only_counter=facts.get("only_counter"),
        comes_back=facts.get("comes_back", False),
        returns_to=facts.get("returns_to"),
        only_kind=CounterKind(facts["only_kind"]) if "only_kind" in facts else None,
    )


def followed(leg: Leg, event: Event) -> Leg:
    """`leg` after the move that `event` tells of. Raises IllegalMove for what cannot have been."""
    again = _AGAIN.get(Move(event.move))
    if again is None:
        raise IllegalMove(leg.number, Move(event.move), leg.state)
    after = again(leg, event)
    if after.state != event.facts["state"]:
        raise IllegalMove(leg.number, Move(event.move), leg.state)
    return after


def _resumed(leg: Leg, event: Event) -> Leg:
    if event.facts["state"] == LegState.SERVING:
        return leg.resume_at(_counter(leg, event), event.at)
    return leg.resume_in_line(event.at)


def _counter(leg: Leg, event: Event) -> CounterCode:
    if event.counter is None:
        raise IllegalMove(leg.number, Move(event.move), leg.state)
    return event.counter


_AGAIN: dict[Move, Callable[[Leg, Event], Leg]] = {
    Move.OPEN: lambda leg, _: leg.open(),
    Move.BLOCK: lambda leg, _: leg.block(),
    Move.UNBLOCK: lambda leg, _: leg.unblock(),
    Move.CALL: lambda leg, event: leg.call(_counter(leg, event), event.at),
    Move.RECALL: lambda leg, event: leg.recall(event.at),
    Move.SERVE: lambda leg, event: leg.serve(event.at),
    Move.FINISH: lambda leg, event: leg.finish(
        Outcome(event.facts["outcome"]), event.facts["cases"], event.at
    ),
    Move.MISS: lambda leg, event: leg.miss(event.at),
    Move.REINSTATE: lambda leg, event: leg.reinstate(
        datetime.fromisoformat(event.facts["ready_at"])
    ),
    Move.HOLD: lambda leg, event: leg.hold(HoldKind(event.facts["kind"]), event.at),
    Move.RESUME: _resumed,
    Move.TRANSFER: lambda leg, event: leg.transfer(event.at),
    Move.CANCEL: lambda leg, event: leg.cancel(event.at),
    Move.EXPIRE: lambda leg, event: leg.expire(event.at),
    Move.PUT_FIRST: lambda leg, event: leg.put_first(event.facts["lane"]),
    Move.RELEASE: lambda leg, _: leg.release(),
}
"""Every move but the one that issues, made again as the event tells of it."""
