"""`jiaohao practice`: the halls that people practise in on this PC."""

from __future__ import annotations

import typer

from common.cli.database import practice_folder
from common.cli.options import Json, console

app = typer.Typer()
practice = typer.Typer(no_args_is_help=True, help="The halls that people practise in on this PC.")
app.add_typer(practice, name="practice")


@practice.command()
def clear(as_json: Json = False) -> None:
    """Forget everything that was done in practice. No real hall is touched."""
    from common.operations.practice import clear_practice

    out = console(as_json)
    count = clear_practice(practice_folder())
    out.answer(
        {"cleared": count},
        out.pick("练习数据已清空", "practice is empty again")
        if count
        else out.pick("本机还没有练习数据", "nobody practised on this PC yet"),
    )
