"""`jiaohao kiosks`: how the kiosks are."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from common import operations
from common.cli.console import mark
from common.cli.options import By, Db, Json, acting, console, opened
from common.cli.passwords import ask_pin_twice, read_line
from common.domain.errors import JiaohaoError
from common.domain.ids import KioskCode
from common.installation.examination.kiosk_words import kiosk_words
from common.operations import KioskNow

app = typer.Typer()
kiosks = typer.Typer(
    invoke_without_command=True, help="How every kiosk is, those that need help first."
)
app.add_typer(kiosks, name="kiosks")


class UnknownKiosk(JiaohaoError):
    code = "unknown_kiosk"
    en = "No kiosk {given} has ever said anything. `jiaohao kiosks` shows those that have."
    zh = "没有取号机 {given} 的记录。`jiaohao kiosks` 列出已有的取号机。"


@kiosks.callback()
def list_all(context: typer.Context, db: Db = None, as_json: Json = False) -> None:
    if context.invoked_subcommand is not None:
        return
    out = console(as_json)
    with opened(db) as store:
        known = operations.kiosks(store)
        zone = ZoneInfo(operations.hall(store).time_zone)
    out.answer(
        {"kiosks": [_facts(one) for one in known]},
        "\n".join(
            f"{mark(not one.needs_help)} {one.kiosk.code:10} {out.say(kiosk_words(one, zone))}"
            for one in known
        )
        or out.pick("还没有取号机", "no kiosk has said anything yet"),
    )


@kiosks.command()
def forget(
    kiosk: Annotated[str, typer.Argument(metavar="KIOSK", help="For example kiosk-1.")],
    db: Db = None,
    as_json: Json = False,
) -> None:
    """A kiosk was switched off on purpose: nobody needs to look for it."""
    out = console(as_json)
    with opened(db) as store:
        code = KioskCode(kiosk.strip())
        if operations.last_report(store, code) is None:
            raise UnknownKiosk(given=kiosk)
        operations.forget_kiosk(store, code)
    out.answer({"kiosk": kiosk}, out.pick(f"{kiosk} 不再提示", f"{kiosk} is not looked for"))


@kiosks.command()
def pin(
    pin_stdin: Annotated[
        bool, typer.Option("--pin-stdin", help="Read the PIN from standard input.")
    ] = False,
    generate: Annotated[bool, typer.Option("--generate", help="Make a PIN and show it.")] = False,
    off: Annotated[
        bool, typer.Option("--off", help="Take the PIN away: nobody opens a kiosk.")
    ] = False,
    by: By = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Set the PIN with which staff open a kiosk: its printer, a new start, leaving full screen.

    Waits for wrong PINs end too.
    """
    out = console(as_json)
    with opened(db) as store:
        who = acting(store, by)
        if off:
            operations.forget_kiosk_pin(store, by=who)
            out.answer({"pin": "off"}, out.pick("已取消取号机口令", "the kiosks have no PIN now"))
            return
        if generate:
            chosen = operations.new_kiosk_pin()
        else:
            chosen = read_line() if pin_stdin else ask_pin_twice(out)
        operations.set_kiosk_pin(store, chosen, by=who)
    told = out.pick("已设置取号机口令", "the kiosks have a new PIN")
    if generate:
        out.answer({"pin": chosen}, f"{told}{out.pick('：', ': ')}{chosen}")
    else:
        out.answer({"pin": "set"}, told)


def _facts(one: KioskNow) -> dict[str, object]:
    state = one.state
    return {
        "kiosk": one.kiosk.code,
        "name": {"zh": one.kiosk.name.zh, "en": one.kiosk.name.en},
        "needs_help": one.needs_help,
        "gives_paper": one.gives_paper,
        "silent": one.silent,
        "doubled": one.doubled,
        "seen_at": state.seen_at,
        "printer": state.printer,
        "trouble": state.trouble,
        "since": state.since,
        "paper_low": state.paper_low,
        "slips_left": state.slips_left,
        "unproven": list(one.unproven),
        "page": state.page,
        "devices_away": list(state.devices_away),
    }
