"""`jiaohao help-calls`: who asked for a helper at a kiosk today, and how soon one went."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import typer

from common import operations
from common.cli.console import mark
from common.cli.options import Db, Json, console, opened
from common.domain.help import HELP_END_WORDS
from common.domain.kiosk_page import page_words
from common.domain.text import Text
from common.operations import HelpStory

app = typer.Typer()


@app.command("help-calls")
def help_calls(db: Db = None, as_json: Json = False) -> None:
    """Today's calls for a helper at the kiosks, and how soon each was answered."""
    out = console(as_json)
    with opened(db) as store:
        told = operations.help_calls_today(store)
        zone = ZoneInfo(operations.hall(store).time_zone)
    out.answer(
        {"help_calls": [_facts(one) for one in told]},
        "\n".join(f"{mark(not one.escalated)} {out.say(_words(one, zone))}" for one in told)
        or out.pick("今天还没有人呼叫帮办", "nobody has called a helper today"),
    )


def _facts(one: HelpStory) -> dict[str, object]:
    call = one.call
    return {
        "id": call.id,
        "kiosk": call.kiosk,
        "name": {"zh": one.kiosk.name.zh, "en": one.kiosk.name.en},
        "page": call.page,
        "called_at": call.called_at,
        "acknowledged_by": call.acknowledged_by,
        "acknowledged_at": call.acknowledged_at,
        "unanswered_seconds": round(one.unanswered.total_seconds()),
        "escalated": one.escalated,
        "ended": call.ended,
        "ended_at": call.ended_at,
    }


def _words(one: HelpStory, zone: ZoneInfo) -> Text:
    called, page = _time(one.call.called_at, zone), page_words(one.call.page)
    kiosk, answer, end = one.kiosk.name, _answer(one), _end(one, zone)
    return Text(
        zh=f"{called} {kiosk.zh}（{page.zh}）：{answer.zh}{end.zh}",
        en=f"{called} {kiosk.en} ({page.en}): {answer.en}{end.en}",
    )


def _answer(one: HelpStory) -> Text:
    seconds, who = round(one.unanswered.total_seconds()), one.call.acknowledged_by
    if who is None:
        return Text(zh=f"{seconds} 秒无人响应", en=f"no answer for {seconds} s")
    return Text(zh=f"{who} {seconds} 秒后响应", en=f"{who} answered after {seconds} s")


def _end(one: HelpStory, zone: ZoneInfo) -> Text:
    call = one.call
    if call.ended is None or call.ended_at is None:
        return Text(zh="", en="")
    words, at = HELP_END_WORDS[call.ended], _time(call.ended_at, zone)
    return Text(zh=f"，{at} {words.zh}", en=f", {words.en} at {at}")


def _time(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%m-%d %H:%M:%S}"
