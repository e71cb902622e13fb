"""What a simulation says of the waits that people were told, as a table."""

from __future__ import annotations

from collections.abc import Mapping

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from common.domain.text import Language, Text
from common.simulation.judging import Group, Verdict

_PIPE_WIDTH = 110
"""Of a table that no terminal shows."""
_TITLE = Text(
    zh="告知的预计等候与实际（分钟）", en="Expected waits as told, and true ones (minutes)"
)
_GROUPS = {
    Group.ALL: Text(zh="全部", en="all"),
    Group.FROM_5: Text(zh="告知 5 分钟以上", en="told 5 min or more"),
    Group.ABOUT_20: Text(zh="告知 15-25 分钟", en="told 15-25 min"),
}
_COLUMNS = (
    Text(zh="人数", en="people"),
    Text(zh="有告知", en="told"),
    Text(zh="落在范围内", en="in range"),
    Text(zh="中位误差", en="median error"),
    Text(zh="简单平均法误差", en="naive error"),
    Text(zh="范围宽度", en="width"),
    Text(zh="实际等候中位", en="median wait"),
)


def verdict_table(verdicts: Mapping[Group, Verdict], language: Language) -> None:
    """Print it on standard output."""
    table = Table(title=_TITLE.say(language), title_justify="left", box=SIMPLE_HEAD)
    table.add_column("", no_wrap=True)
    for column in _COLUMNS:
        table.add_column(column.say(language), justify="right")
    for group, verdict in verdicts.items():
        table.add_row(_GROUPS[group].say(language), *_cells(verdict))
    screen = Console(highlight=False)
    if not screen.is_terminal:
        screen = Console(highlight=False, width=_PIPE_WIDTH)
    screen.print(table)


def _cells(verdict: Verdict) -> list[str]:
    minutes = (verdict.error, verdict.naive_error, verdict.width, verdict.waited)
    return [
        str(verdict.people),
        str(verdict.shown),
        f"{verdict.inside:.1%}",
        *(f"{each:.1f}" for each in minutes),
    ]
