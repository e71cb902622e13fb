"""`jiaohao opinions`: what people told the hall, how they rated it, and the answers."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from common import operations
from common.cli.console import Console
from common.cli.options import By, Db, Json, acting, console, opened
from common.domain.opinion import KIND_WORDS, SATISFACTION_WORDS, TOPIC_WORDS, Opinion, Satisfaction

app = typer.Typer()
opinions = typer.Typer(
    invoke_without_command=True, help="What people told the hall, and how they rated it."
)
app.add_typer(opinions, name="opinions")

Days = Annotated[
    int, typer.Option("--days", metavar="N", min=1, max=3660, help="Of so many days back.")
]


@opinions.callback()
def list_all(context: typer.Context, days: Days = 30, db: Db = None, as_json: Json = False) -> None:
    if context.invoked_subcommand is not None:
        return
    out = console(as_json)
    with opened(db) as store:
        hall = operations.hall(store)
        told = operations.opinions(store, days)
        rated = operations.ratings(store, days)
    zone = ZoneInfo(hall.time_zone)
    lines = [_rating_line(out, rated)] if rated else []
    lines += [_line(out, one, zone) for one in told]
    out.answer(
        {
            "ratings": {str(int(level)): rated.get(level, 0) for level in SATISFACTION_WORDS},
            "opinions": [_facts(one) for one in told],
        },
        "\n".join(lines) or out.pick("没有评价和意见", "nobody has said anything"),
    )


@opinions.command()
def answer(
    receipt: Annotated[str, typer.Argument(metavar="RECEIPT", help="The 7 signs of the receipt.")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What the person will read.")],
    by: By = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Answer what somebody told the hall; they read it at a kiosk with their receipt."""
    out = console(as_json)
    with opened(db) as store:
        told = operations.answer_opinion(store, receipt, words, acting(store, by))
    out.answer(_facts(told), out.pick(f"已答复 {told.receipt}", f"{told.receipt} is answered"))


def _rating_line(out: Console, rated: dict[Satisfaction, int]) -> str:
    return "  ".join(
        f"{out.say(words)} {rated.get(level, 0)}" for level, words in SATISFACTION_WORDS.items()
    )


def _line(out: Console, one: Opinion, zone: ZoneInfo) -> str:
    head = (
        f"{one.receipt}  {one.given_at.astimezone(zone):%Y-%m-%d %H:%M}  "
        f"{out.say(KIND_WORDS[one.kind])} · {out.say(TOPIC_WORDS[one.topic])}  {one.words}"
    )
    by = f" ({one.answered_by})" if one.answered_by else ""
    answered = f"  {out.pick('答复', 'answer')}{by}: {one.answer}"
    waiting = f"  {out.pick('待答复', 'not answered yet')}"
    return f"{head.rstrip()}\n{answered if one.answer else waiting}"


def _facts(one: Opinion) -> dict[str, object]:
    return {
        "receipt": one.receipt,
        "kind": one.kind.value,
        "topic": one.topic.value,
        "words": one.words,
        "kiosk": one.kiosk,
        "given_at": one.given_at,
        "answer": one.answer,
        "answered_by": one.answered_by,
        "answered_at": one.answered_at,
    }
