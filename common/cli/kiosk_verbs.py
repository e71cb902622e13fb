"""`jiaohao kiosks`: how the kiosks are."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from common import operations
from common.cli.console import mark
from common.cli.kiosk_words import kiosk_words
from common.cli.options import Db, Json, console, opened
from common.domain.ids import KioskCode
from common.operations import KioskNow

app = typer.Typer()
kiosks = typer.Typer(
    invoke_without_command=True, help="How every kiosk is, those that need help first."
)
app.add_typer(kiosks, name="kiosks")


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
        operations.forget_kiosk(store, KioskCode(kiosk.strip()))
    out.answer({"kiosk": kiosk}, out.pick(f"{kiosk} 不再提示", f"{kiosk} is not looked for"))


def _facts(one: KioskNow) -> dict[str, object]:
    state = one.state
    return {
        "kiosk": one.kiosk.code,
        "name": {"zh": one.kiosk.name.zh, "en": one.kiosk.name.en},
        "needs_help": one.needs_help,
        "gives_paper": one.gives_paper,
        "silent": one.silent,
        "seen_at": state.seen_at,
        "printer": state.printer,
        "trouble": state.trouble,
        "since": state.since,
        "paper_low": state.paper_low,
        "slips_left": state.slips_left,
        "unproven": list(one.unproven),
    }
