"""What a PC is to become."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from common.installation.setting_up.places import Places
from common.installation.setting_up.server_address import is_server, server_address
from common.machine import Machine, Role, ServerSettings
from common.machine.settings import with_password
from common.resources import resource


@dataclass(frozen=True, slots=True)
class Plan:
    """The settings that will stand in the file, and what goes with them."""

    machine: Machine
    password: str | None = field(default=None, repr=False)
    """Of the hall's server; None leaves the file with it as it is."""
    certificate: Path | None = None
    """The file by which the server is known, to be copied."""
    demo: bool = False
    hall: Path | None = None
    """The hall file of the hall to create; None with `demo`, and where there is a hall already."""
    network: str = ""
    """Server: the PCs that it lets in, such as 192.168.1.0/24."""
    desktop_users: tuple[str, ...] = ()
    """People of this PC who run the counter or look after it."""
    form_key: Path | None = None
    """The key that opens filled forms, to be copied for the desktop users."""
    start: bool = True
    """Whether what starts by itself is started at once."""

    @property
    def embedded(self) -> bool:
        """Whether the hall's database is a file on this PC."""
        return self.machine.role is Role.ALL_IN_ONE and not is_server(self.machine.database)

    @property
    def hall_file(self) -> Path | None:
        """The hall file of the hall to create."""
        return resource("demo", "hall.yaml") if self.demo else self.hall

    @property
    def without_names(self) -> Plan:
        """The plan before names were chosen, of the hall or its people: to try the database."""
        machine = self.machine
        return replace(
            self,
            desktop_users=(),
            machine=replace(
                machine,
                kiosk=replace(machine.kiosk, name=machine.kiosk.name or "kiosk-1", printer=""),
                counter=replace(machine.counter, counter="", printer=""),
                display=replace(machine.display, zone=""),
            ),
        )

    @property
    def address(self) -> str:
        """The database as it can be tried before anything is written.

        Raises PasswordFileUnreadable, ValueError.
        """
        machine = self.machine
        if not is_server(machine.database):
            return machine.database
        if self.certificate is not None:
            trusted = server_address(machine.database)[0].trusting(self.certificate.absolute())
            machine = replace(machine, database=str(trusted))
        if self.password is not None:
            return with_password(machine.database, self.password)
        return machine.address


def with_role(machine: Machine, role: Role) -> Machine:
    """The settings of a PC that becomes something else: at a kiosk of its own people touch, and
    no pointer is drawn."""
    if role is machine.role:
        return machine
    return replace(machine, role=role, kiosk=replace(machine.kiosk, no_cursor=role is Role.KIOSK))


def settled(plan: Plan, places: Places) -> Plan:
    """The plan with the places of what will be written in its settings."""
    machine = plan.machine
    if machine.role is Role.SERVER:
        machine = replace(machine, server=ServerSettings(plan.network))
    elif plan.embedded:
        machine = replace(machine, database=str(places.hall), password_file="")
    elif is_server(machine.database):
        if plan.password is not None:
            machine = replace(machine, password_file=str(places.password))
        if plan.certificate is not None:
            trusted = server_address(machine.database)[0].trusting(places.certificate)
            machine = replace(machine, database=str(trusted))
    return replace(plan, machine=machine)
