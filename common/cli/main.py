"""Entry of the `jiaohao` command."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from io import TextIOWrapper

# A command lives for a moment. Collecting garbage while the libraries load costs it a quarter
# of its time and frees nothing.
gc.disable()

import click  # noqa: E402
import typer  # noqa: E402

from common.cli import (  # noqa: E402
    appointment_verbs,
    block_verbs,
    counter_verbs,
    front_ends,
    grant_verb,
    hall_verbs,
    line_verbs,
    paper_verbs,
    practice_verbs,
    simulate_verbs,
    staff_verbs,
    view_verbs,
    virtual_printer_verb,
)
from common.cli.console import Console, user_language  # noqa: E402
from common.domain.errors import JiaohaoError, readable  # noqa: E402

_WRONG_USE = 2
_BUG = 70

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Jiaohao (叫号): the software of a public service hall.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
for verbs in (
    hall_verbs,
    grant_verb,
    line_verbs,
    appointment_verbs,
    block_verbs,
    counter_verbs,
    view_verbs,
    paper_verbs,
    virtual_printer_verb,
    simulate_verbs,
    front_ends,
):
    app.add_typer(verbs.app)
app.add_typer(staff_verbs.app, name="staff")
app.add_typer(practice_verbs.app, name="practice")


def main() -> None:
    """Run one command; the exit code is 0, 1 for an expected error, 2 for wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # The act is done by the time it is told: a terminal without Chinese is no reason to
            # fail. JSON stays JSON this way.
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code. Errors end as one clear line."""
    console = Console(as_json="--json" in arguments, language=user_language())
    try:
        return int(app(arguments, prog_name="jiaohao", standalone_mode=False) or 0)
    except JiaohaoError as error:
        console.fail(error)
        return 1
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message())
        return _WRONG_USE
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "jiaohao"
        hint = console.pick(f"用法见 `{where} --help`", f"see `{where} --help`")
        print(f"{readable(error.format_message())} ({hint})", file=sys.stderr)
        return _WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # noqa: BLE001 - the top: a bug becomes one line, not a trace
        if os.environ.get("JIAOHAO_DEBUG"):
            traceback.print_exc()
        told = f"{type(error).__name__}: {error}".splitlines()[0]
        print(
            console.pick(
                f"程序内部错误：{told}（设置 JIAOHAO_DEBUG=1 查看详情）",
                f"internal error: {told} (JIAOHAO_DEBUG=1 shows where)",
            ),
            file=sys.stderr,
        )
        return _BUG
