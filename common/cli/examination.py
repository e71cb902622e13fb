"""What `jiaohao doctor` looks at."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from common import operations
from common.cli.kiosk_words import kiosk_words
from common.domain.errors import JiaohaoError
from common.domain.text import Text
from common.resources import ResourceMissing, resource
from common.store import Store, open_store

_LITTLE_SPACE = 500 * 1024 * 1024
_OLDEST_SANE_YEAR = 2026
_FEW = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was examined; `detail` says what to do when it is not good."""

    name: str
    good: bool
    detail: Text


def examine(url: str, printer_url: str | None, profile: str) -> list[Finding]:
    """Everything that can be wrong with an installation, in the order in which to mend it."""
    return [*_programs(), *_clock(), *_database(url), *_printer(printer_url, profile)]


def _programs() -> Iterator[Finding]:
    for parts in (("fonts",), ("themes",), ("printers",), ("sounds",)):
        try:
            resource(*parts)
        except ResourceMissing as error:
            yield Finding(parts[0], False, _both(error))
        else:
            yield Finding(parts[0], True, Text(zh="完整", en="complete"))


def _clock() -> Iterator[Finding]:
    now = datetime.now().astimezone()
    if now.year < _OLDEST_SANE_YEAR:
        words = Text(
            zh=f"本机日期为 {now:%Y-%m-%d}，请校准系统时间",
            en=f"this PC says it is {now:%Y-%m-%d}; set its clock",
        )
        yield Finding("clock", False, words)
    else:
        shown = f"{now:%Y-%m-%d %H:%M %z}"
        yield Finding("clock", True, Text(zh=shown, en=shown))


def _database(url: str) -> Iterator[Finding]:
    try:
        store = open_store(url)
    except JiaohaoError as error:
        yield Finding("database", False, _both(error))
        return
    try:
        yield from _open_database(store)
    except JiaohaoError as error:
        yield Finding("database", False, _both(error))
    finally:
        store.close()


def _open_database(store: Store) -> Iterator[Finding]:
    hall = operations.hall(store)
    yield Finding(
        "database",
        True,
        Text(zh=f"{hall.name.zh}（{store.place}）", en=f"{hall.name.en} ({store.place})"),
    )
    folder = Path(store.place).parent
    if folder.is_dir():
        free = shutil.disk_usage(folder).free
        size = f"{free / 1024**3:.1f} GB"
        yield Finding(
            "disk",
            free > _LITTLE_SPACE,
            Text(zh=f"剩余 {size}，低于 0.5 GB 请清理", en=f"{size} free; keep at least 0.5 GB"),
        )
    report = operations.check_chain(store)
    if report.broken_at is not None:
        told = Text(
            zh=f"第 {report.broken_at} 条记录被改动或缺失，请保留现场并联系管理员",
            en=f"event {report.broken_at} was edited or is missing; keep the file as evidence",
        )
    elif report.astray:
        numbers = " ".join(report.astray[:_FEW])
        told = Text(
            zh=f"记录与现状不符：{numbers}。最近的记录被删除或数据被改动，请保留现场并联系管理员",
            en=f"the record says otherwise of {numbers}: its newest events are missing, "
            "or rows were edited; keep the file as evidence",
        )
    else:
        told = Text(zh=f"{report.events} 条记录完整", en=f"{report.events} events, unbroken")
    yield Finding("record", report.whole, told)
    yield from _forms(store)
    yield _kiosk_pin(store)
    zone = ZoneInfo(hall.time_zone)
    for kiosk in operations.kiosks(store):
        yield Finding(kiosk.kiosk.code, not kiosk.needs_help, kiosk_words(kiosk, zone))


def _kiosk_pin(store: Store) -> Finding:
    """A hall may do without: then nobody opens a kiosk by its screen."""
    told = (
        Text(zh="已设置", en="is set")
        if operations.has_kiosk_pin(store)
        else Text(
            zh="未设置，工作人员无法在屏幕上打开自助机；`jiaohao kiosks pin` 可设置",
            en="is not set: staff cannot open a kiosk by its screen; `jiaohao kiosks pin` sets it",
        )
    )
    return Finding("pin", True, told)


def _forms(store: Store) -> Iterator[Finding]:
    """Whether filled forms go when their time is over, in a hall that keeps any."""
    # cryptography takes a while to load.
    from common.operations import kept_forms

    if not kept_forms.can_keep_forms(store):
        return
    kept, overdue = len(kept_forms.kept_forms(store)), kept_forms.count_overdue(store)
    yield Finding(
        "forms",
        not overdue,
        Text(
            zh=f"{overdue} 份表单已到期未删除，请启动窗口端或运行 `jiaohao forms erase`",
            en=f"{overdue} forms should be erased by now: start a counter, or run "
            "`jiaohao forms erase`",
        )
        if overdue
        else Text(zh=f"保存 {kept} 份", en=f"{kept} are kept"),
    )


def _printer(url: str | None, profile: str) -> Iterator[Finding]:
    if url is None:
        return
    from common.printing.printer import Printer
    from common.printing.profile import load_profile

    try:
        status = Printer(url, load_profile(profile)).check()
    except JiaohaoError as error:
        yield Finding("printer", False, _both(error))
        return
    yield Finding("printer", status.can_print, status.trouble.words)


def _both(error: JiaohaoError) -> Text:
    return Text(zh=error.text("zh"), en=error.text("en"))
