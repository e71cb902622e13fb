"""Carrying the settings of one PC to the next ones."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from common.domain.os_words import os_words
from common.installation.setting_up.errors import NotPossibleHere, NotSetUpYet
from common.installation.setting_up.places import Places
from common.installation.setting_up.server_address import is_server, server_address
from common.machine import Machine, read_machine, write_machine


def export_settings(places: Places, file: Path) -> tuple[Path, ...]:
    """Write this PC's settings for others: without secrets, and without its own name.

    The certificate of its server goes into a file beside. Returns what was written. Raises
    NotSetUpYet, SettingsNotWritten, NotPossibleHere.
    """
    machine = read_machine(places.settings)
    if machine is None:
        raise NotSetUpYet(file=places.settings)
    nameless = replace(
        machine,
        kiosk=replace(machine.kiosk, name=""),
        counter=replace(machine.counter, counter=""),
    )
    written = [write_machine(nameless, file)]
    certificate = _certificate(machine)
    if certificate is not None:
        beside = _beside(file)
        try:
            shutil.copyfile(certificate, beside)
        except OSError as error:
            raise NotPossibleHere(file=beside, detail=os_words(error)) from None
        written.append(beside)
    return tuple(written)


def imported_settings(file: Path) -> tuple[Machine, Path | None]:
    """The settings of another PC, and the certificate that came with them.

    Raises NotSetUpYet when there is no such file, SettingsUnreadable, SettingsWrong.
    """
    machine = read_machine(file)
    if machine is None:
        raise NotSetUpYet(file=file)
    beside = _beside(file)
    return machine, beside if _certificate(machine) is not None and beside.exists() else None


def _certificate(machine: Machine) -> Path | None:
    if not is_server(machine.database):
        return None
    named = server_address(machine.database)[0].certificate
    return Path(named) if named else None


def _beside(file: Path) -> Path:
    return file.with_suffix(".crt")
