"""A simulation as tables on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import TypeVar

from rich.box import SIMPLE_HEAD
from rich.columns import Columns
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text as Line

from common.domain.text import Language, Text
from common.simulation.experiment import Result
from common.simulation.measures import CounterUse, Measures, Spread
from common.simulation.report import answer, headline

_Key = TypeVar("_Key")

_MOST_COUNTERS = 60
"""More are told by zone."""
_BUSY = 0.9
_PIPE_WIDTH = 110
"""Of a table that no terminal shows."""


def tables(result: Result, language: Language) -> None:
    """Print the simulation on standard output."""
    screen = Console(highlight=False)
    if not screen.is_terminal:
        screen = Console(highlight=False, width=_PIPE_WIDTH)
    for part in _parts(result, language):
        screen.print(part)


def _parts(result: Result, language: Language) -> Iterator[RenderableType]:
    hall = result.plan.at_first.hall
    yield Line(hall.name.say(language), style="bold")
    yield Line(headline(result.plan).say(language))
    after = result.after
    yield _waits(
        Text(zh="合计", en="Overall"),
        [
            (name, of(result.before), of(after) if after else None)
            for name, of in (
                (Text(zh="等候", en="Wait"), _WAITS),
                (Text(zh="在厅时间", en="Time in the hall"), _ERRANDS),
                (Text(zh="其中去多个窗口的人", en="of people with several counters"), _SEVERAL),
            )
        ],
        language,
    )
    yield _waits(
        Text(zh="各队列等候", en="Wait by queue"),
        _paired(
            {q.code: Text(f"{q.code} {q.name.zh}", f"{q.code} {q.name.en}") for q in hall.queues},
            result.before.queues,
            after.queues if after else None,
        ),
        language,
    )
    yield _waits(
        Text(zh="各优先类别等候", en="Wait by class"),
        _paired(
            {
                c.code: Text(f"{c.code} {c.name.zh}", f"{c.code} {c.name.en}")
                for c in hall.priority_classes
            },
            result.before.classes,
            after.classes if after else None,
        ),
        language,
    )
    yield from _counters(after or result.before, language)
    yield from _remarks(after or result.before, language)
    told = answer(result)
    if told:
        yield Line(told.say(language), style="bold green")


_Row = tuple[Text, Spread, Spread | None]
"""A name, and what was measured before the change and after it."""

_Of = Callable[[Measures], Spread]
_WAITS: _Of = attrgetter("waits")
_ERRANDS: _Of = attrgetter("errands")
_SEVERAL: _Of = attrgetter("several")


def _paired(
    names: Mapping[_Key, Text],
    before: Mapping[_Key, Spread],
    after: Mapping[_Key, Spread] | None,
) -> list[_Row]:
    nobody = Spread(0, 0.0, 0.0, 0.0, 0.0, 0.0)
    return [
        (name, before.get(code, nobody), after.get(code, nobody) if after is not None else None)
        for code, name in names.items()
        if code in before or code in (after or {})
    ]


def _waits(title: Text, rows: Iterable[_Row], language: Language) -> Table:
    table = Table(box=SIMPLE_HEAD, title=title.say(language), title_justify="left", title_style="")
    table.add_column(Text(zh="分钟", en="minutes").say(language), overflow="fold", min_width=18)
    for name in (
        Text(zh="人次", en="people"),
        Text(zh="平均", en="mean"),
        Text(zh="P50", en="P50"),
        Text(zh="P90", en="P90"),
        Text(zh="最长", en="max"),
        Text(zh=">30分钟", en=">30 min"),
    ):
        table.add_column(name.say(language), justify="right", no_wrap=True)
    for name, before, after in rows:
        table.add_row(
            name.say(language),
            str((after or before).count),
            *(
                _changed(of(before), of(after) if after else None)
                for of in (_MEAN, _P50, _P90, _MAXIMUM)
            ),
            _changed(100 * before.long, 100 * after.long if after else None, "%"),
        )
    return table


_Figure = Callable[[Spread], float]
_MEAN: _Figure = attrgetter("mean")
_P50: _Figure = attrgetter("p50")
_P90: _Figure = attrgetter("p90")
_MAXIMUM: _Figure = attrgetter("maximum")


def _changed(before: float, after: float | None, unit: str = "") -> str:
    old, new = f"{before:.1f}", f"{before if after is None else after:.1f}"
    return f"{old}{unit}" if old == new else f"{old}→{new}{unit}"


def _counters(measures: Measures, language: Language) -> Iterator[RenderableType]:
    yield Line(
        Text(
            zh=f"窗口利用率（平均 {measures.busy:.0%}）",
            en=f"Use of the staffed counters ({measures.busy:.0%} on average)",
        ).say(language)
    )
    if len(measures.counters) <= _MOST_COUNTERS:
        uses = [
            Line(f"{use.counter} {use.busy:4.0%}", style="yellow" if use.busy >= _BUSY else "")
            for use in measures.counters
        ]
        yield Columns(uses, padding=(0, 2))
        return
    zones: dict[str, list[CounterUse]] = {}
    for use in measures.counters:
        zones.setdefault(use.zone, []).append(use)
    for zone, uses_of_zone in zones.items():
        busy = sorted(use.busy for use in uses_of_zone)
        yield Line(
            f"{zone}  {len(busy):3}  {sum(busy) / len(busy):4.0%}  ({busy[0]:.0%}–{busy[-1]:.0%})"
        )


def _remarks(measures: Measures, language: Language) -> Iterator[RenderableType]:
    yield Line(
        Text(
            zh=f"取号 {measures.tickets} 人，其中预约 {measures.booked} 人；"
            f"过号 {measures.missed} 次。",
            en=f"{measures.tickets} people took a number, {measures.booked} of them with an "
            f"appointment; {measures.missed} calls were missed.",
        ).say(language)
    )
    if measures.left_waiting:
        yield Line(
            Text(
                zh=f"到半夜仍有 {measures.left_waiting} 人没有办完：窗口太少。",
                en=f"{measures.left_waiting} people were not served by midnight: too few counters.",
            ).say(language),
            style="bold red",
        )
