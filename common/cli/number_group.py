"""A group of verbs where one of them need not be said: `jiaohao slip FA006`."""

from __future__ import annotations

import click
from typer.core import TyperGroup

_HELP = ("-h", "--help")


class DefaultsToNumber(TyperGroup):
    """What is no verb of the group is the number that its verb `of` is about."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in _HELP:
            args = ["of", *args]
        return super().parse_args(ctx, args)
