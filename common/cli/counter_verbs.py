"""The verbs of counters: pause and reopen, help another queue out, and what all of them do now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from common import operations
from common.cli.options import (
    ApprovedBy,
    Approver,
    Because,
    CounterArgument,
    Db,
    Id,
    Json,
    Note,
    NumberArgument,
    QueueArgument,
    Who,
    acting,
    agreed,
    console,
    counter_code,
    opened,
    request_id,
)
from common.domain.errors import JiaohaoError
from common.domain.event import in_words
from common.domain.hall import CHOSEN_KIND
from common.domain.pause import PAUSE_WORDS, PauseReason
from common.domain.ticket import STATE_ZH
from common.operations import Acted, CounterNow

app = typer.Typer()


class UnknownPauseReason(JiaohaoError):
    code = "unknown_pause_reason"
    en = "There is no reason {given} for a pause. Known reasons: {known}."
    zh = "没有暂停原因 {given}。可用：{known}。"


@app.command()
def pause(
    counter: CounterArgument,
    reason: Annotated[
        str, typer.Option("--reason", metavar="CODE", help="lunch, meeting, equipment or other.")
    ],
    note: Note = "",
    approved_by: ApprovedBy = None,
    because: Because = "",
    request: Id = None,
    clerk: Who = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """A counter serves nobody for a while."""
    why = _reason(reason)
    with opened(db) as store:
        acted = operations.pause(
            store,
            counter_code(counter),
            why,
            acting(store, clerk),
            note,
            agreed(store, approved_by, because),
            request_id(request),
        )
    _tell(acted, as_json)


@app.command()
def reopen(
    counter: CounterArgument,
    request: Id = None,
    clerk: Who = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """A paused counter serves again."""
    with opened(db) as store:
        acted = operations.reopen(
            store, counter_code(counter), acting(store, clerk), request_id(request)
        )
    _tell(acted, as_json)


@app.command("add-queue")
def add_queue(
    counter: CounterArgument,
    queue: QueueArgument,
    approved_by: ApprovedBy = None,
    because: Because = "",
    request: Id = None,
    clerk: Who = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """A counter takes another queue besides its own."""
    with opened(db) as store:
        acted = operations.add_queue(
            store,
            counter_code(counter),
            queue,
            acting(store, clerk),
            agreed(store, approved_by, because),
            request_id(request),
        )
    _tell(acted, as_json)


@app.command("drop-queue")
def drop_queue(
    counter: CounterArgument,
    queue: QueueArgument,
    request: Id = None,
    clerk: Who = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """A counter takes its own queues only again."""
    with opened(db) as store:
        acted = operations.drop_queue(
            store, counter_code(counter), queue, acting(store, clerk), request_id(request)
        )
    _tell(acted, as_json)


@app.command("put-first")
def put_first(
    number: NumberArgument,
    approved_by: Approver,
    because: Because,
    request: Id = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Put a waiting number before all others."""
    out = console(as_json)
    with opened(db) as store:
        approval = operations.vouch(store, approved_by, because)
        moved = operations.put_first(store, number, approval, request_id(request))
    out.answer(
        {"number": moved.number, "move": moved.move, "state": moved.state, "at": moved.at},
        out.pick(f"{moved.number} 已提到最前", f"{moved.number} goes before all others"),
    )


@app.command()
def counters(db: Db = None, as_json: Json = False) -> None:
    """What every counter does now, and what is wrong there."""
    out = console(as_json)
    with opened(db) as store:
        now = operations.counters(store)
        zone = ZoneInfo(operations.hall(store).time_zone)
    out.answer(
        {"counters": [_facts(one) for one in now]},
        "\n".join(_line(one, zone, out.pick("zh", "en")) for one in now),
    )


def _facts(one: CounterNow) -> dict[str, object]:
    return {
        "counter": one.counter.code,
        "clerk": one.clerk,
        "number": one.number,
        "state": one.state,
        "chosen_kind": one.chosen_kind,
        "paused": one.pause.reason if one.pause else None,
        "paused_since": one.pause.since if one.pause else None,
        "extra_queues": list(one.extra),
        "overdue": list(one.overdue),
        "alarms": list(one.alarms),
    }


def _line(one: CounterNow, zone: ZoneInfo, language: str) -> str:
    chinese = language == "zh"
    said = [f"{one.counter.code:6}{one.clerk or '—':10}"]
    if one.pause:
        since = one.pause.since.astimezone(zone)
        words = PAUSE_WORDS[one.pause.reason].say(language)
        said.append(
            f"暂停服务：{words}，{since:%H:%M} 起" if chinese else f"paused: {words} {since:%H:%M}"
        )
    elif one.number and one.state:
        said.append(f"{one.number} {STATE_ZH[one.state] if chinese else one.state}")
        if one.chosen_kind is not None:
            said.append(CHOSEN_KIND[one.chosen_kind].say(language))
    said += _besides(one.extra, "增开" if chinese else "extra")
    said += _besides(one.overdue, "挂起超时" if chinese else "hold overdue")
    return "  ".join(said)


def _besides(what: Sequence[str], word: str) -> list[str]:
    return [f"{word} {' '.join(what)}"] if what else []


def _reason(typed: str) -> PauseReason:
    """By code, or by its word in either language."""
    wanted = typed.strip().lower()
    for reason, words in PAUSE_WORDS.items():
        if wanted in (reason.value, words.zh, words.en):
            return reason
    raise UnknownPauseReason(given=typed, known=", ".join(PauseReason))


def _tell(acted: Acted, as_json: bool) -> None:
    out = console(as_json)
    what = f" {acted.what}" if acted.what else ""
    out.answer(
        {"counter": acted.counter, "act": acted.act, "what": acted.what, "at": acted.at},
        f"{acted.counter} {out.say(in_words(acted.act))}{what}",
    )
