"""What a PC itself needs: a complete program, a clock, rights, sound, services."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from common.domain.errors import JiaohaoError
from common.domain.os_words import os_words
from common.installation.examination.finding import Finding, notable, told, well, wrong
from common.installation.sessions import session_states
from common.machine import Machine, settings_path
from common.machine.home import at_home
from common.machine.program import version
from common.resources import ResourceMissing, resource
from common.store import is_server
from common.store.database import sqlite_path

_OLDEST_SANE_YEAR = 2026
_FOR_ALL = stat.S_IRWXO
CARDS = Path("/proc/asound/cards")
"""Where Linux lists its sound cards."""
_CARD = re.compile(r"^\s*\d+ \[.*?\]: .* - (.+)$", re.MULTILINE)


def examine_programs() -> Iterator[Finding]:
    """The program's own files, and its version."""
    for parts in (("fonts",), ("themes",), ("printers",), ("sounds",)):
        try:
            resource(*parts)
        except ResourceMissing as error:
            yield told(parts[0], error)
        else:
            yield well(parts[0], "完整", "complete")
    try:
        yield well("version", version(), version())
    except ResourceMissing as error:
        yield told("version", error)


def examine_clock() -> Iterator[Finding]:
    now = datetime.now().astimezone()
    if now.year < _OLDEST_SANE_YEAR:
        yield wrong(
            "clock",
            f"本机日期为 {now:%Y-%m-%d}，请校准系统时间",
            f"this PC says it is {now:%Y-%m-%d}; set its clock",
        )
    else:
        shown = f"{now:%Y-%m-%d %H:%M %z}"
        yield well("clock", shown, shown)


def examine_files(machine: Machine, url: str | None) -> Iterator[Finding]:
    """Secrets and data that others of this PC could read; `url` is the database, where known."""
    secret = [machine.password_file, machine.counter.form_key]
    files = [at_home(one) for one in secret if one]
    if url is not None and not is_server(url):
        files.append(at_home(sqlite_path(url)))
    open_to_all, away = [], []
    for file in files:
        try:
            if file.stat().st_mode & _FOR_ALL:
                open_to_all.append(str(file))
        except OSError as error:
            away.append((file, os_words(error)))
    if machine.role.keeps_data:
        folder = Path(machine.backup.folder)
        if folder.is_dir() and folder.stat().st_mode & _FOR_ALL:
            open_to_all.append(str(folder))
    for file, why in away:
        yield wrong("rights", f"{file}：{why.zh}", f"{file}: {why.en}")
    if open_to_all:
        names = " ".join(open_to_all)
        yield wrong(
            "rights",
            f"本机任何人都能打开：{names}；请运行 sudo chmod o-rwx {names}",
            f"anybody on this PC can open {names}; run sudo chmod o-rwx {names}",
        )
    elif not away:
        yield well("rights", "只有应当的人能打开", "only those can open them who should")


def examine_certificate() -> Iterator[Finding]:
    """The server's own one: after its end no PC speaks to the server any more."""
    file = settings_path().with_name("server.crt")
    if not file.exists():
        return
    # cryptography takes a while to load.
    from common.installation.server.certificate import ends_at, is_good

    try:
        content = file.read_bytes()
    except OSError as error:
        why = os_words(error)
        yield wrong("certificate", f"{file}：{why.zh}", f"{file}: {why.en}")
        return
    end = ends_at(content)
    if end is not None and is_good(content):
        yield well("certificate", f"有效至 {end:%Y-%m-%d}", f"good until {end:%Y-%m-%d}")
        return
    until = f"{end:%Y-%m-%d}" if end else "?"
    yield wrong(
        "certificate",
        f"{file} 有效期至 {until}；请在服务器上重新运行 sudo jiaohao setup，再把新证书复制到各机",
        f"{file} ends on {until}: run sudo jiaohao setup on the server again, and copy the new one "
        "to every PC",
    )


def examine_sound(machine: Machine) -> Iterator[Finding]:
    """Whether chime and tone can be heard, where there are any."""
    heard = [
        front_end
        for front_end in machine.role.front_ends
        if not getattr(getattr(machine, front_end), "silent", False)
    ]
    if not heard:
        return
    try:
        cards = _CARD.findall(CARDS.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        yield notable(
            "sound",
            "系统没有说明是否有声卡，请听一次呼叫",
            "the system does not tell whether there is a sound card; listen to a call",
        )
        return
    if cards:
        listed = ", ".join(dict.fromkeys(cards))
        yield well(
            "sound",
            f"{listed}；音量和输出口请听一次呼叫来确认",
            f"{listed}; only listening to a call proves volume and socket",
        )
    else:
        yield notable(
            "sound",
            "没有声卡，呼叫时无声；请接上声卡或扬声器，或设置 silent",
            "no sound card: calls are not heard; connect one, or set silent",
        )


def examine_services(machine: Machine) -> Iterator[Finding]:
    """What should start by itself here."""
    try:
        states = session_states(machine)
    except JiaohaoError as error:
        yield told("services", error)
        return
    for state in states:
        yield Finding(state.unit, state.good, state.told)
