"""Everything that can be wrong with an installation, in the order in which to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from common.domain.errors import JiaohaoError
from common.installation.examination.backups import examine_backups
from common.installation.examination.database import examine_database
from common.installation.examination.devices import examine_devices, examine_printer
from common.installation.examination.finding import Finding, notable, told, well
from common.installation.examination.pc import (
    examine_certificate,
    examine_clock,
    examine_files,
    examine_programs,
    examine_services,
    examine_sound,
)
from common.machine import Machine, read_machine, settings_path


@dataclass(frozen=True, slots=True)
class Subject:
    """What to examine."""

    url: Callable[[], str]
    """Tells the hall's database. Raises what is wrong with the settings that name it."""
    printer: str | None = None
    """A printer besides those of the settings."""
    profile: str = "generic-80"


def examine(subject: Subject) -> list[Finding]:
    """Findings come as they are found; none of them changes anything."""
    return list(_findings(subject))


def _findings(subject: Subject) -> Iterator[Finding]:
    yield from examine_programs()
    yield from examine_clock()
    machine, finding = _settings()
    yield finding
    url = hall = None
    try:
        url = subject.url()
    except JiaohaoError as error:
        if finding.good:  # else that is what was told already
            yield told("database", error)
    if machine is not None:
        yield from examine_files(machine, url)
        yield from examine_certificate()
    if url is not None:
        forms = machine.kiosk.forms or machine.counter.forms if machine is not None else ""
        hall = yield from examine_database(url, forms)
    if machine is not None:
        if machine.role.keeps_data:
            yield from examine_backups(machine.backup, hall)
        yield from examine_devices(machine)
        yield from examine_sound(machine)
        yield from examine_services(machine)
    if subject.printer is not None:
        yield examine_printer("printer", subject.printer, subject.profile)


def _settings() -> tuple[Machine | None, Finding]:
    file = settings_path()
    try:
        machine = read_machine()
    except JiaohaoError as error:
        return None, told("settings", error)
    if machine is None:
        zh, en = (
            f"没有 {file}；`sudo jiaohao setup` 可设置本机",
            f"there is no {file}; `sudo jiaohao setup` sets this PC up",
        )
        return None, notable("settings", zh, en)
    return machine, well("settings", f"{file}（{machine.role}）", f"{file} ({machine.role})")
