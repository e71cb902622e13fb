"""The hall's database: reached, of this version, its clock, its disk, its record."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from common import operations
from common.domain.errors import JiaohaoError
from common.domain.text import Text
from common.installation.examination.bundles import examine_bundles
from common.installation.examination.finding import Finding, notable, told, well, wrong
from common.installation.examination.kiosk_words import kiosk_words
from common.store import Store, is_server, open_store
from common.store.errors import DatabaseForbidden
from common.store.migrations.head import HEAD

_LITTLE_SPACE = 500 * 1024 * 1024
_SKEW = timedelta(seconds=2)
_FEW = 5
_DATA_OF_SERVERS = Path("/var/lib/postgresql")


def examine_database(url: str, forms: str = "") -> Generator[Finding, None, str | None]:
    """Returns the hall's code, None where it cannot be asked.

    `forms` is the folder of the hall's own forms on this PC, if it has one.
    """
    try:
        with closing(open_store(url)) as store:
            return (yield from _opened(store, url, forms))
    except JiaohaoError as error:
        yield told("database", error)
    return None


def _opened(store: Store, url: str, forms: str) -> Generator[Finding, None, str]:
    hall = operations.hall(store)
    yield well(
        "database",
        f"{hall.name.zh}（{store.place}，结构 {HEAD}）",
        f"{hall.name.en} ({store.place}, schema {HEAD})",
    )
    if is_server(url):
        yield from _connection(url)
        yield _skew(store)
    yield from _disk(Path(store.place).parent if not is_server(url) else _DATA_OF_SERVERS)
    for name, check in _CHECKS.items():
        try:
            yield from check(store)
        except DatabaseForbidden:
            yield well(
                name,
                "本机的数据库用户无权查看，由服务器上的 `jiaohao doctor` 检查",
                "this PC's database user may not see it; the server's own `jiaohao doctor` does",
            )
    yield from examine_bundles(hall, forms)
    return str(hall.code)


def _connection(url: str) -> Iterator[Finding]:
    """The server's version, and whether anybody on the way could listen."""
    from common.store.server import how_connected

    way = how_connected(url)
    name = f"PostgreSQL {way.version}"
    if way.local:
        yield well("server", f"{name}，本机直连", f"{name}, on this PC")
    elif not way.encrypted:
        yield wrong(
            "server",
            f"{name}，连接未加密，网络上可被窃听；请在设置中给出服务器证书（sslmode=verify-ca）",
            f"{name}, without encryption: others on the network can listen; give the server's "
            "certificate in the settings (sslmode=verify-ca)",
        )
    elif not way.verified:
        yield notable(
            "server",
            f"{name}，已加密，但未核对服务器证书（sslmode=verify-ca）",
            f"{name}, encrypted, but its certificate is not checked (sslmode=verify-ca)",
        )
    else:
        yield well(
            "server", f"{name}，已加密并核对证书", f"{name}, encrypted, its certificate known"
        )


def _skew(store: Store) -> Finding:
    before = datetime.now(UTC)
    with store.read() as tx:
        server = tx.now
    here = before + (datetime.now(UTC) - before) / 2
    seconds = (here - server).total_seconds()
    if abs(seconds) > _SKEW.total_seconds():
        return notable(
            "clock skew",
            f"本机时钟与服务器相差 {seconds:+.1f} 秒，请启用时间同步（timedatectl set-ntp true）",
            f"this PC's clock is {seconds:+.1f} s off the server's: timedatectl set-ntp true",
        )
    return well("clock skew", f"{seconds:+.1f} 秒", f"{seconds:+.1f} s")


def _disk(folder: Path) -> Iterator[Finding]:
    """Of a server elsewhere its own doctor tells."""
    if not folder.is_dir():
        return
    free = shutil.disk_usage(folder).free
    size = f"{free / 1024**3:.1f} GB"
    if free > _LITTLE_SPACE:
        yield well("disk", f"剩余 {size}", f"{size} free")
    else:
        yield wrong(
            "disk", f"剩余 {size}，低于 0.5 GB 请清理", f"{size} free; keep at least 0.5 GB"
        )


def _record(store: Store) -> Iterator[Finding]:
    yield _record_of(operations.check_chain(store))


def _record_of(report: operations.ChainReport) -> Finding:
    if report.broken_at is not None:
        return wrong(
            "record",
            f"第 {report.broken_at} 条记录被改动或缺失，请保留现场并联系管理员",
            f"event {report.broken_at} was edited or is missing; keep the file as evidence",
        )
    if report.astray:
        numbers = " ".join(report.astray[:_FEW])
        return wrong(
            "record",
            f"记录与现状不符：{numbers}。最近的记录被删除或数据被改动，请保留现场并联系管理员",
            f"the record says otherwise of {numbers}: its newest events are missing, "
            "or rows were edited; keep the file as evidence",
        )
    return well("record", f"{report.events} 条记录完整", f"{report.events} events, unbroken")


def _kiosk_pin(store: Store) -> Iterator[Finding]:
    """A hall may do without: then nobody opens a kiosk by its screen."""
    if operations.has_kiosk_pin(store):
        yield well("pin", "已设置", "is set")
        return
    yield notable(
        "pin",
        "未设置，工作人员无法在屏幕上打开取号机；`jiaohao kiosks pin` 可设置",
        "is not set: staff cannot open a kiosk by its screen; `jiaohao kiosks pin` sets it",
    )


def _kiosks(store: Store) -> Iterator[Finding]:
    zone = ZoneInfo(operations.hall(store).time_zone)
    for kiosk in operations.kiosks(store):
        yield Finding(kiosk.kiosk.code, not kiosk.needs_help, kiosk_words(kiosk, zone))


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


_CHECKS: Mapping[str, Callable[[Store], Iterator[Finding]]] = {
    "record": _record,
    "forms": _forms,
    "pin": _kiosk_pin,
    "kiosks": _kiosks,
}
