"""The verbs of the line: take, call, serve, finish and the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from common import operations
from common.cli.options import (
    ApprovedBy,
    Because,
    CounterArgument,
    Db,
    Id,
    Json,
    Note,
    NumberArgument,
    Person,
    Reason,
    Who,
    acting,
    agreed,
    console,
    counter_code,
    identity,
    opened,
    request_id,
)
from common.cli.wait_words import next_facts, stop_words
from common.domain.errors import JiaohaoError
from common.domain.hall import ORDINARY
from common.domain.ids import ClassCode, TicketId
from common.domain.ticket import MOVE_ZH, OUTCOME_ZH, STATE_ZH, HoldKind, Outcome
from common.operations import NextStop
from common.operations.results import Moved

app = typer.Typer()


class UnknownOutcome(JiaohaoError):
    code = "unknown_outcome"
    en = "There is no outcome {given}. Known outcomes: {known}."
    zh = "没有办理结果 {given}。可用：{known}。"


class UnknownHoldKind(JiaohaoError):
    code = "unknown_hold_kind"
    en = "There is no kind of hold {given}. Known kinds: {known}."
    zh = "没有挂起类型 {given}。可用：{known}。"


@app.command()
def take(
    services: Annotated[
        list[str], typer.Argument(metavar="SERVICE...", help="Service codes, or one bundle.")
    ],
    priority: Annotated[
        str, typer.Option("--class", metavar="CODE", help="The priority class.")
    ] = ORDINARY,
    person: Person = None,
    approved_by: ApprovedBy = None,
    because: Because = "",
    ticket: Id = None,
    clerk: Who = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Take a number."""
    out = console(as_json)
    wanted = [code.strip() for code in services]
    with opened(db) as store:
        issued = operations.issue(
            store,
            wanted,
            ticket=TicketId(request_id(ticket)),
            priority=ClassCode(priority.strip()),
            by="command",
            clerk=acting(store, clerk),
            person=identity(person) if person is not None else None,
            approval=agreed(store, approved_by, because),
        )
    out.answer(
        {
            "number": issued.number,
            "id": issued.ticket,
            "queue": issued.queue,
            "ahead": issued.ahead,
            "issued_at": issued.issued_at,
            "code": issued.code,
        },
        out.pick(
            f"{issued.number}（前面等候 {issued.ahead} 人）",
            f"{issued.number} ({issued.ahead} ahead)",
        ),
    )


@app.command()
def call(
    counter: CounterArgument,
    number: Annotated[
        str | None, typer.Option("--number", metavar="NUMBER", help="A chosen number.")
    ] = None,
    reason: Reason = "",
    request: Id = None,
    clerk: Who = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Call the next number to a counter, or a chosen one."""
    out = console(as_json)
    here = counter_code(counter)
    act = request_id(request)
    with opened(db) as store:
        who = acting(store, clerk)
        called = (
            operations.call_next(store, here, who, act)
            if number is None
            else operations.call_number(store, here, number, reason, who, act)
        )
    if called is None:
        facts = {"number": None, "counter": here, "reason": None}
        out.answer(facts, out.pick("现在没有人等候", "nobody is waiting"))
        return
    why = out.say(called.reason)
    out.answer(
        {
            "number": called.number,
            "counter": called.counter,
            "reason": why,
            "id": called.ticket,
            "at": called.at,
        },
        out.pick(f"请 {called.number} 号到 {called.counter} 窗口", f"{called.number} → {here}")
        + f"\n{why}",
    )


def _verb_at_counter(name: str, act: Callable[..., Moved], told: str) -> None:
    """A verb that needs nothing but the counter."""

    @app.command(name, help=told)
    def verb(
        counter: CounterArgument,
        request: Id = None,
        clerk: Who = None,
        db: Db = None,
        as_json: Json = False,
    ) -> None:
        with opened(db) as store:
            moved = act(
                store,
                counter_code(counter),
                clerk=acting(store, clerk),
                request=request_id(request),
            )
        _tell(moved, as_json)


_verb_at_counter("recall", operations.recall, "Call the number at a counter once more.")
_verb_at_counter("serve", operations.serve, "The person has come: service begins.")
_verb_at_counter("miss", operations.miss, "The person did not come.")


@app.command()
def finish(
    counter: CounterArgument,
    outcome: Annotated[
        str, typer.Option("--outcome", metavar="CODE", help="consulted, accepted, completed, ...")
    ] = Outcome.COMPLETED,
    cases: Annotated[int, typer.Option("--cases", metavar="N", help="How many cases.")] = 1,
    request: Id = None,
    clerk: Who = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Service is over, with an outcome and a case count."""
    ended = _outcome(outcome)
    with opened(db) as store:
        moved = operations.finish(
            store,
            counter_code(counter),
            ended,
            cases,
            clerk=acting(store, clerk),
            request=request_id(request),
        )
        stop = operations.next_stop(store, moved.ticket)
    _tell(moved, as_json, stop)


@app.command()
def hold(
    counter: CounterArgument,
    note: Note = "",
    kind: Annotated[
        str,
        typer.Option(
            "--kind", metavar="CODE", help="papers_left, papers_taken or other_step: see the guide."
        ),
    ] = HoldKind.PAPERS_LEFT,
    request: Id = None,
    clerk: Who = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Service pauses; the counter is free for others."""
    how = _hold_kind(kind)
    with opened(db) as store:
        moved = operations.hold(
            store,
            counter_code(counter),
            note,
            how,
            clerk=acting(store, clerk),
            request=request_id(request),
        )
    _tell(moved, as_json)


@app.command()
def transfer(
    counter: CounterArgument,
    to: Annotated[
        str, typer.Option("--to", metavar="QUEUE|COUNTER", help="Where the person goes.")
    ],
    note: Note = "",
    back: Annotated[
        bool, typer.Option("--back", help="Ask an expert: the person comes back here.")
    ] = False,
    request: Id = None,
    clerk: Who = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Send the person on; the seniority of the errand is kept."""
    send = operations.consult if back else operations.transfer
    with opened(db) as store:
        moved = send(
            store,
            counter_code(counter),
            to,
            note,
            clerk=acting(store, clerk),
            request=request_id(request),
        )
    _tell(moved, as_json)


@app.command()
def resume(
    number: NumberArgument,
    counter: Annotated[
        str | None,
        typer.Option("--at", metavar="COUNTER", help="Go on at this free counter at once."),
    ] = None,
    request: Id = None,
    clerk: Who = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Take a held person back."""
    here = counter_code(counter) if counter else None
    with opened(db) as store:
        moved = operations.resume(
            store, number, here, clerk=acting(store, clerk), request=request_id(request)
        )
    _tell(moved, as_json)


@app.command()
def reinstate(
    number: NumberArgument,
    request: Id = None,
    clerk: Who = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Let a missed number wait again."""
    with opened(db) as store:
        moved = operations.reinstate(
            store, number, clerk=acting(store, clerk), request=request_id(request)
        )
    _tell(moved, as_json)


@app.command()
def cancel(
    number: NumberArgument,
    reason: Reason = "",
    request: Id = None,
    clerk: Who = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """End a number before it was served."""
    with opened(db) as store:
        moved = operations.cancel(
            store, number, reason, clerk=acting(store, clerk), request=request_id(request)
        )
    _tell(moved, as_json)


def _hold_kind(typed: str) -> HoldKind:
    try:
        return HoldKind(typed.strip().lower().replace("-", "_"))
    except ValueError:
        raise UnknownHoldKind(given=typed, known=", ".join(HoldKind)) from None


def _outcome(typed: str) -> Outcome:
    """By code, or by its Chinese word."""
    wanted = typed.strip().lower().replace("-", "_")
    for outcome in Outcome:
        if wanted in (outcome.value, OUTCOME_ZH[outcome]):
            return outcome
    raise UnknownOutcome(given=typed, known=", ".join(Outcome))


def _tell(moved: Moved, as_json: bool, stop: NextStop | None = None) -> None:
    """What became of the number and, where it is known, where its person goes now."""
    out = console(as_json)
    place = f" @ {moved.counter}" if moved.counter else ""
    onward = f"\n{out.say(stop_words(stop))}" if stop else ""
    out.answer(
        {
            "number": moved.number,
            "move": moved.move,
            "state": moved.state,
            "counter": moved.counter,
            "id": moved.ticket,
            "at": moved.at,
            **({"next": next_facts(stop)} if stop else {}),
        },
        out.pick(
            f"{moved.number} {MOVE_ZH[moved.move]}：{STATE_ZH[moved.state]}{place}{onward}",
            f"{moved.number} {moved.move}: {moved.state}{place}{onward}",
        ),
    )
