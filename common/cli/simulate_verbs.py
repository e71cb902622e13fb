"""The verb that plays days of a hall in seconds."""

from __future__ import annotations

import json
import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from common.cli.console import Console
from common.cli.options import console
from common.cli.output_files import spare_databases
from common.domain.hall import PolicyKind
from common.domain.os_words import os_words
from common.domain.text import Text
from common.resources import resource

if TYPE_CHECKING:
    from common.simulation.experiment import Plan, Result
    from common.simulation.judging import Judge

app = typer.Typer()

_STDOUT = "-"
_INTERRUPTED = 130
_MOST_DAYS = 366
_MOST_TICKETS = 100_000
_MOST_SEED = 2**63 - 1

_NOTHING = Text(zh="", en="")
_KEPT = Text(
    zh="指定的数据库里留有已模拟的部分，再次使用前请清空。",
    en=" The named database holds what was played so far: empty it before it is used again.",
)

_Choice = TypeVar("_Choice", bound=StrEnum)


@app.command()
def simulate(
    level: Annotated[
        str, typer.Option("--level", metavar="L1|L2|L3|L5", help="How large hall and crowd are.")
    ] = "L1",
    days: Annotated[
        int, typer.Option("--days", metavar="N", help="Days; several begin on a Monday.")
    ] = 1,
    seed: Annotated[
        int, typer.Option("--seed", metavar="N", help="The same seed gives the same days.")
    ] = 1,
    tickets: Annotated[
        int | None,
        typer.Option("--tickets", metavar="N", help="People a day, instead of the level's."),
    ] = None,
    policy: Annotated[
        str | None,
        typer.Option("--policy", metavar="head_start|ratio|absolute", help="Who goes first."),
    ] = None,
    numbers: Annotated[
        str,
        typer.Option(
            "--numbers",
            metavar="one|transfer|separate|one_stop",
            help="What people take whose errand leads to several counters.",
        ),
    ] = "one",
    by_zone: Annotated[
        bool, typer.Option("--by-zone", help="Every counter serves all queues of its zone.")
    ] = False,
    open_counter: Annotated[
        str | None,
        typer.Option(
            "--open-counter", metavar="QUEUE|ZONE", help="What if one counter more were open here?"
        ),
    ] = None,
    pool: Annotated[
        str | None,
        typer.Option("--pool", metavar="A,C,...", help="What if these zones shared counters?"),
    ] = None,
    hall: Annotated[
        Path | None, typer.Option("--hall", metavar="FILE", help="A hall file of your own.")
    ] = None,
    load: Annotated[
        Path | None, typer.Option("--load", metavar="FILE", help="A load model of your own.")
    ] = None,
    db: Annotated[
        str | None,
        typer.Option(
            "--db",
            metavar="URL",
            help="A new file or an empty PostgreSQL database; else one that is thrown away.",
        ),
    ] = None,
    as_json: Annotated[
        str | None,
        typer.Option("--json", metavar="FILE|-", help="Write everything as JSON; - to the screen."),
    ] = None,
    picture: Annotated[
        Path | None, typer.Option("--picture", metavar="FILE.png", help="Draw a picture.")
    ] = None,
    judge_waits: Annotated[
        bool,
        typer.Option("--judge-waits", help="Compare the waits that slips tell with the true ones."),
    ] = False,
) -> None:
    """Play days of a hall in seconds: what people would wait.

    Arrivals and service times come from a load model; all else are the hall's own rules, through
    the verbs that kiosk and counters use.
    """
    # The simulation needs pydantic, YAML and rich, which no other verb of the line waits for.
    from common.operations.hall_file import read_hall_file
    from common.simulation.day import Numbers
    from common.simulation.errors import OneQuestion, PoolTooSmall, SimulationStopped
    from common.simulation.experiment import Setting, plan
    from common.simulation.judging import Judge
    from common.simulation.load import read_load_model

    out = console(as_json == _STDOUT)
    if open_counter is not None and pool is not None:
        raise OneQuestion
    setting = Setting(
        level=level,
        days=_within("--days", days, 1, _MOST_DAYS),
        seed=_within("--seed", seed, 0, _MOST_SEED),
        tickets=None if tickets is None else _within("--tickets", tickets, 1, _MOST_TICKETS),
        policy=None if policy is None else _chosen("--policy", policy, PolicyKind),
        numbers=_chosen("--numbers", numbers, Numbers),
        by_zone=by_zone,
        open_counter=open_counter,
        pool=tuple(filter(None, map(str.strip, (pool or "").split(",")))),
    )
    if pool is not None and not setting.pool:
        raise PoolTooSmall
    _look_at_files(as_json, picture)
    described = read_hall_file(hall or resource("demo", "hall.yaml")).hall
    loads = read_load_model(load or resource("simulation", "load_model.yaml"), described)
    planned = plan(described, loads, setting)
    judge = Judge(planned.at_first.staffed) if judge_waits else None
    try:
        result = _played(planned, db, out, judge)
        _write(result, judge, as_json, picture, out)
    except KeyboardInterrupt:
        out.fail(SimulationStopped(kept=_KEPT if db and _is_server(db) else _NOTHING))
        raise typer.Exit(_INTERRUPTED) from None
    _tell(result, judge, out)


def _within(option: str, given: int, least: int, most: int) -> int:
    from common.simulation.errors import OutOfRange

    if not least <= given <= most:
        raise OutOfRange(option=option, least=least, most=most, given=given)
    return given


def _chosen(option: str, given: str, choices: type[_Choice]) -> _Choice:
    from common.simulation.errors import UnknownChoice

    try:
        return choices(given.strip().lower().replace("-", "_"))
    except ValueError:
        known = ", ".join(choices)
        raise UnknownChoice(option=option, given=given, known=known) from None


def _look_at_files(as_json: str | None, picture: Path | None) -> None:
    """Find out before the days are played whether their result can be written."""
    from common.simulation.errors import CannotWrite

    files = [Path(as_json)] if as_json not in (None, _STDOUT) else []
    if picture is not None:
        files.append(picture)
        if picture.suffix.lower() != ".png":
            detail = Text(zh="图片只能是 .png 文件", en="a picture is a .png file")
            raise CannotWrite(file=picture, detail=detail)
    for file in files:
        if file.is_dir() or not os.access(
            file if file.exists() else file.absolute().parent, os.W_OK
        ):
            detail = Text(zh="没有这样的文件夹，或不可写", en="no such folder, or not writable")
            raise CannotWrite(file=file, detail=detail)
        spare_databases(file)


def _played(plan: Plan, db: str | None, out: Console, judge: Judge | None) -> Result:
    from common.simulation.experiment import run

    with _stoppable(), _database(db) as url, _progress(plan, out) as progress:
        return run(plan, url, observer=judge, progress=progress)


@contextmanager
def _stoppable() -> Iterator[None]:
    """A terminal that is closed, or a service that is stopped, ends the days as Ctrl-C does."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    signals = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    former = {number: signal.signal(number, stop) for number in signals}
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def _is_server(url: str) -> bool:
    return "://" in url.removeprefix("sqlite:///")


@contextmanager
def _database(given: str | None) -> Iterator[str]:
    """Where the days are played: in a folder that goes, or in the new database that was named."""
    if given is None:
        with tempfile.TemporaryDirectory(prefix="jiaohao-simulation-") as folder:
            yield os.fspath(Path(folder) / "hall.db")
        return
    file = Path(given.removeprefix("sqlite:///"))
    ours = not _is_server(given) and not file.exists()
    try:
        yield given
    except BaseException:
        if ours:
            for part in ("", "-wal", "-shm"):
                Path(f"{file}{part}").unlink(missing_ok=True)
        raise


@contextmanager
def _progress(plan: Plan, out: Console) -> Iterator[Callable[[], None]]:
    """A bar on standard error while somebody looks at it."""
    from rich.console import Console as Screen
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    from common.simulation.experiment import people_to_come

    screen = Screen(stderr=True)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=screen,
        disable=not screen.is_terminal,
        transient=True,
    ) as bar:
        task = bar.add_task(out.pick("模拟", "simulating"), total=people_to_come(plan))
        yield lambda: bar.advance(task)


def _write(
    result: Result, judge: Judge | None, as_json: str | None, picture: Path | None, out: Console
) -> None:
    from common.simulation.errors import CannotWrite

    try:
        if as_json not in (None, _STDOUT):
            told = json.dumps(_facts(result, judge), ensure_ascii=False, indent=2)
            Path(as_json).write_text(told + "\n", encoding="utf-8")
        if picture is not None:
            from common.simulation.picture import draw

            draw(result, out.language).save(picture, "PNG", optimize=True)
    except OSError as error:
        file = error.filename or picture or as_json
        raise CannotWrite(file=file, detail=os_words(error)) from None


def _facts(result: Result, judge: Judge | None) -> dict[str, Any]:
    from common.simulation.report import facts

    return facts(result) | ({"judged_waits": judge.facts()} if judge else {})


def _tell(result: Result, judge: Judge | None, out: Console) -> None:
    if out.as_json:
        out.answer(_facts(result, judge), "")
        return
    from common.cli.simulation_tables import tables

    tables(result, out.language)
    if judge is not None:
        from common.cli.wait_verdicts import verdict_table

        verdict_table(judge.verdicts(), out.language)
