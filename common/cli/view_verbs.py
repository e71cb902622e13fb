"""The verbs that only look: board, line, ticket."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from common import operations
from common.cli.options import Db, Json, NumberArgument, console, opened
from common.cli.wait_words import next_facts, span, stop_words, wait_words
from common.domain.event import Event, in_words
from common.domain.hall import CHOSEN_KIND, ORDINARY
from common.domain.number import as_typed
from common.domain.ticket import STATE_ZH, Leg
from common.operations import QueueLine, Waiting

app = typer.Typer()


@app.command()
def board(
    zone: Annotated[
        str | None, typer.Option("--zone", metavar="ZONE", help="One zone only.")
    ] = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """What the boards show now: newest call first."""
    out = console(as_json)
    with opened(db) as store:
        view = operations.board(store, as_typed(zone) if zone else None)
    calls = [
        {
            "number": call.number,
            "counter": call.counter,
            "zone": call.zone,
            "at": call.at,
            "times": call.times,
            "serving": call.serving,
        }
        for call in view.calls
    ]
    waiting = [
        {"queue": queue.queue, "waiting": queue.waiting, "next": list(queue.next)}
        for queue in view.queues
    ]
    told = [f"{call.number:8}→ {call.counter:6} ×{call.times}" for call in view.calls]
    out.answer(
        {"zone": view.zone.code if view.zone else None, "calls": calls, "queues": waiting},
        "\n".join(told) or out.pick("目前没有叫号", "no calls now"),
    )


@app.command()
def line(
    queue: Annotated[str | None, typer.Argument(metavar="QUEUE", help="For example FA.")] = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Who waits, queue by queue, in order."""
    out = console(as_json)
    with opened(db) as store:
        lines = operations.line(store, as_typed(queue) if queue else None)
        waits = operations.line_waits(store, [one.queue.code for one in lines])

    def number(one: Waiting) -> str:
        chosen = f"({out.say(CHOSEN_KIND[one.only_kind])})" if one.only_kind else ""
        return f"{one.number}{chosen}"

    def told(one: QueueLine) -> str:
        numbers = " ".join(map(number, one.waiting)) or "-"
        wait = waits.fresh.get((one.queue.code, ORDINARY))
        said = f"  ({out.say(wait_words(wait))})" if wait else ""
        return f"{one.queue.code:4}{out.say(one.queue.name)}  {numbers}{said}"

    out.answer(
        {
            "queues": [
                {
                    "queue": one.queue.code,
                    "waiting": [w.number for w in one.waiting],
                    "wait": span(waits.fresh.get((one.queue.code, ORDINARY))),
                    "chosen_kinds": {w.number: w.only_kind for w in one.waiting if w.only_kind},
                    "waits": {w.number: span(waits.legs.get(w.leg)) for w in one.waiting},
                }
                for one in lines
            ]
        },
        "\n".join(map(told, lines)),
    )


@app.command()
def ticket(number: NumberArgument, db: Db = None, as_json: Json = False) -> None:
    """The whole story of a number."""
    out = console(as_json)
    with opened(db) as store:
        story = operations.timeline(store, number)
        stop = operations.next_stop(store, story.ticket.id)
        zone = ZoneInfo(operations.hall(store).time_zone)

    def at(moment: datetime) -> str:
        return f"{moment.astimezone(zone):%H:%M:%S}"

    state = out.pick(STATE_ZH[story.state], story.state)
    told = [f"{story.ticket.number}  {state}"]
    if stop is not None:
        told.append("  " + out.say(stop_words(stop)))
    for event in story.events:
        move = in_words(event.move).say(out.language)
        reason = event.facts.get("reason", {}).get(out.language, "")
        place = event.counter or ""
        told.append(f"  {at(event.at)}  {move:10} {place:5} {event.clerk or '':10} {reason}")
    for job in story.print_jobs:
        end = out.say(job.state.words) if job.state else out.pick("尚未完成", "not finished")
        again = out.pick("补打，", "reprint, ") if job.reprint else ""
        told.append(f"  {at(job.ended_at or job.started_at)}  {job.device}: {again}{end}")
    out.answer(
        {
            "number": story.ticket.number,
            "id": story.ticket.id,
            "state": story.state,
            "class": story.ticket.priority,
            "issued_at": story.ticket.issued_at,
            "bundle": story.ticket.bundle,
            "next": next_facts(stop),
            "legs": [_leg(leg) for leg in story.legs],
            "events": [_event(event) for event in story.events],
            "prints": [
                {"state": job.state, "device": job.device, "bytes": job.bytes_written}
                for job in story.print_jobs
            ],
        },
        "\n".join(line.rstrip() for line in told),
    )


def _leg(leg: Leg) -> Mapping[str, Any]:
    return {
        "position": leg.position,
        "stage": leg.stage,
        "queue": leg.queue,
        "services": list(leg.services),
        "chosen_kind": leg.only_kind,
        "state": leg.state,
        "counter": leg.counter,
        "ready_at": leg.ready_at,
        "called_at": leg.called_at,
        "times": leg.times_called,
        "serving_since": leg.serving_since,
        "held_seconds": leg.held_seconds,
        "ended_at": leg.ended_at,
        "outcome": leg.outcome,
        "cases": leg.cases,
    }


def _event(event: Event) -> Mapping[str, Any]:
    return {
        "sequence": event.sequence,
        "move": event.move,
        "at": event.at,
        "counter": event.counter,
        "clerk": event.clerk,
        "facts": event.facts,
    }
