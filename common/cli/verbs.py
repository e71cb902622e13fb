"""The verbs of the command, and the room of each: only the one that is said gets loaded."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

import click
import typer
from typer.core import TyperGroup

from common.cli.help_texts import prepare_help
from common.domain.text import Language

ROOMS = {
    "hall_verbs": ("init", "apply", "upgrade", "close-day", "doctor"),
    "setup_verb": ("setup",),
    "backup_verbs": ("backup", "restore"),
    "grant_verb": ("grant",),
    "line_verbs": (
        "take",
        "call",
        "recall",
        "serve",
        "miss",
        "finish",
        "hold",
        "transfer",
        "resume",
        "reinstate",
        "cancel",
    ),
    "appointment_verbs": ("appointments",),
    "block_verbs": ("block", "unblock", "blocked"),
    "counter_verbs": ("pause", "reopen", "add-queue", "drop-queue", "put-first", "counters"),
    "view_verbs": ("board", "line", "ticket"),
    "service_verbs": ("services",),
    "kiosk_verbs": ("kiosks",),
    "help_call_verbs": ("help-calls",),
    "opinion_verbs": ("opinions",),
    "form_verbs": ("forms",),
    "paper_verbs": ("slip",),
    "staff_paper_verbs": ("paper",),
    "printer_verbs": ("printers",),
    "virtual_printer_verb": ("printer",),
    "device_verbs": ("devices",),
    "virtual_device_verbs": ("idreader", "scanner"),
    "simulate_verbs": ("simulate",),
    "front_ends": ("kiosk", "counter", "display", "calm-window"),
    "staff_verbs": ("staff",),
    "practice_verbs": ("practice",),
    "package_verbs": ("after-install", "before-removal"),
}
"""Each room and its verbs, in the order of `jiaohao --help`."""

_ROOM_OF = {verb: room for room, verbs in ROOMS.items() for verb in verbs}


def _tell_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        from common.machine.program import version

        click.echo(f"jiaohao {version()}")
        context.exit()


class Verbs(TyperGroup):
    """What `jiaohao` can do, with its help in one language."""

    def __init__(self, language: Language) -> None:
        super().__init__(
            name="jiaohao",
            help="Jiaohao (叫号): the software of a public service hall.",
            no_args_is_help=True,
            context_settings={"help_option_names": ["-h", "--help"]},
            params=[
                click.Option(
                    ["--version"],
                    is_flag=True,
                    is_eager=True,
                    expose_value=False,
                    callback=_tell_version,
                    help="Show the version and exit.",
                )
            ],
            rich_markup_mode=None,
        )
        self._language = language
        prepare_help(self, language)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_ROOM_OF)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        room = _ROOM_OF.get(cmd_name)
        return commands_in(room, self._language)[cmd_name] if room else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            # The group itself suggests what is loaded, and nothing is loaded yet.
            raise click.exceptions.NoSuchCommand(
                error.command_name, possibilities=_ROOM_OF, ctx=ctx
            ) from None


@cache
def commands_in(room: str, language: Language) -> Mapping[str, click.Command]:
    """The verbs of a room by name, loaded now."""
    alone = typer.Typer(rich_markup_mode=None, suggest_commands=False)
    alone.add_typer(import_module(f"common.cli.{room}").app)
    commands = typer.main.get_group(alone).commands
    for command in commands.values():
        prepare_help(command, language)
    return commands
