"""What the set-up window knows: the plan, what was found out, and what stands in the way."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from common.domain.errors import JiaohaoError
from common.domain.hall import Hall
from common.domain.text import Language, Text
from common.installation.setting_up.check import check
from common.installation.setting_up.network import network_of_this_pc
from common.installation.setting_up.options import NOTHING_SAID, SetupOptions, plan_from
from common.installation.setting_up.places import Places
from common.installation.setting_up.plan import Plan, with_role
from common.installation.setting_up.printers import Tried, print_test_slip, printers_here
from common.installation.setting_up.server_address import (
    ServerAddress,
    is_server,
    server_address,
)
from common.machine import Machine, Role, read_machine
from common.machine.errors import SettingsUnreadable, SettingsWrong
from common.printing.discovery import FoundPrinter
from common.qt.setup_run import SetupRun
from common.qt.task_runner import TaskRunner

_NO_SERVER = Text(zh="请先填写服务器", en="Name the server first")
_BUG = Text(zh="程序内部错误，详见日志", en="an internal error; the log says more")


class Page(StrEnum):
    """A step of the window."""

    ROLE = "role"
    DATABASE = "database"
    PLACE = "place"
    PRINTER = "printer"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Told:
    """A result in words."""

    words: Text
    well: bool


class SetupViewModel(QObject):
    """Leads through the questions of `jiaohao setup`; at the end it runs that command.

    Signals:
        changed(): the plan or what is known about it.
        page_changed(): another step is shown.
    """

    changed = Signal()
    page_changed = Signal()

    def __init__(
        self,
        places: Places,
        language: Language = Language.ZH,
        parent: QObject | None = None,
        *,
        plan: Plan | None = None,
    ) -> None:
        super().__init__(parent)
        self.places = places
        self.plan = plan or first_plan(places, language)
        self.page = Page.ROLE
        self.hall: Hall | None = None
        self.database_told: Told | None = None
        self.printers: Sequence[FoundPrinter] | None = None
        """None until they were looked for."""
        self.printer_told: Told | None = None
        self.busy = False
        self.run = SetupRun(places, self)
        self.run.changed.connect(self.changed)
        self._tasks = TaskRunner("set-up", self)

    def close(self) -> None:
        """End the thread."""
        self._tasks.close()

    # -- the steps ---------------------------------------------------------------------------------

    @property
    def pages(self) -> tuple[Page, ...]:
        """The steps for this role."""
        role = self.plan.machine.role
        if role is Role.SERVER:
            return (Page.ROLE, Page.DATABASE, Page.SUMMARY)
        if role is Role.DISPLAY:
            return (Page.ROLE, Page.DATABASE, Page.PLACE, Page.SUMMARY)
        return tuple(Page)

    def next(self) -> None:
        """Go on; a server is tried first, and only one that answers lets pass."""
        if self.page is Page.DATABASE and self.hall is None:
            self.test_database(go_on=True)
            return
        self._go(1)

    def back(self) -> None:
        self._go(-1)

    def go_to(self, page: Page) -> None:
        """Back to a step that was done."""
        if self.pages.index(page) < self.pages.index(self.page):
            self.page = page
            self.page_changed.emit()

    def _go(self, step: int) -> None:
        pages = self.pages
        self.page = pages[min(max(0, pages.index(self.page) + step), len(pages) - 1)]
        if self.page is Page.PRINTER and self.printers is None:
            self.search_printers()
        self.page_changed.emit()
        self.changed.emit()

    # -- what this PC is ---------------------------------------------------------------------------

    def set_language(self, language: Language) -> None:
        self._change_machine(language=language)

    def set_role(self, role: Role) -> None:
        if role is not self.plan.machine.role:
            self._forget_hall()
            self.plan = replace(self.plan, machine=with_role(self.plan.machine, role))
            self.changed.emit()

    # -- the database ------------------------------------------------------------------------------

    @property
    def on_server(self) -> bool:
        """Whether the hall's data is on another PC."""
        role = self.plan.machine.role
        if role is Role.ALL_IN_ONE:
            return is_server(self.plan.machine.database)
        return role is not Role.SERVER

    @property
    def server(self) -> ServerAddress:
        """The server's address as far as it is given."""
        address = self.plan.machine.database
        if is_server(address):
            return server_address(address)[0]
        role = self.plan.machine.role
        account = "administrator" if role is Role.ALL_IN_ONE else role
        return ServerAddress(user=f"jiaohao_{account}")

    def choose_embedded(self) -> None:
        self._forget_hall()
        self.plan = replace(self.plan, password=None, certificate=None)
        self._change_machine(database="", password_file="")

    def choose_server(
        self, server: ServerAddress, password: str = "", certificate: Path | None = None
    ) -> None:
        """Without a `password` the one counts that this PC has already."""
        plan = replace(self.plan, password=password or None, certificate=certificate)
        if (str(server), plan) != (self.plan.machine.database, self.plan):
            self._forget_hall()
            self.plan = plan
            self._change_machine(database=str(server))

    def choose_hall(self, file: Path | None) -> None:
        """The hall to create: of a file, or the demonstration hall."""
        self._forget_hall()
        self.plan = replace(self.plan, demo=file is None, hall=file)
        self.changed.emit()

    def set_network(self, network: str) -> None:
        self._forget_hall()
        self.plan = replace(self.plan, network=network)
        self.changed.emit()

    def test_database(self, *, go_on: bool = False) -> None:
        """Try what was given, and go on when all is well."""
        plan, places = self.plan.without_names, self.places
        if self.on_server and not self.server.host:
            self.database_told = Told(_NO_SERVER, False)
            self.changed.emit()
            return

        def found(hall: Hall | None) -> None:
            self.busy, self.hall = False, hall
            name = hall.name if hall else Text(zh="可以设置", en="ready to be set up")
            self.database_told = Told(
                Text(zh=f"可以使用：{name.zh}", en=f"All is well: {name.en}"), True
            )
            self.changed.emit()
            if go_on:
                self._go(1)

        def failed(error: Exception) -> None:
            self.busy = False
            self.database_told = Told(_words_of(error), False)
            self.changed.emit()

        self.busy, self.database_told = True, None
        self.changed.emit()
        self._tasks.submit(lambda: check(plan, places), found, failed, self)

    def _forget_hall(self) -> None:
        self.hall = self.database_told = None

    # -- where it stands ---------------------------------------------------------------------------

    def set_kiosk(self, name: str) -> None:
        self._change_machine(kiosk=replace(self.plan.machine.kiosk, name=name.strip()))

    def set_counter(self, code: str) -> None:
        code = code.strip().upper()
        self._change_machine(counter=replace(self.plan.machine.counter, counter=code))

    def set_zone(self, zone: str) -> None:
        self._change_machine(display=replace(self.plan.machine.display, zone=zone))

    def set_start(self, front_end: str, starts: bool) -> None:
        """Whether a front end starts by itself."""
        names = {*self.plan.machine.starts} - {front_end} | ({front_end} if starts else set())
        fronts = self.plan.machine.role.front_ends
        self._change_machine(autostart=tuple(one for one in fronts if one in names))

    def set_screen(self, front_end: str, screen: str) -> None:
        section = getattr(self.plan.machine, front_end)
        self._change_machine(**{front_end: replace(section, screen=screen)})

    def set_people(self, names: str) -> None:
        self.plan = replace(self.plan, desktop_users=tuple(names.split()))
        self.changed.emit()

    # -- the printer -------------------------------------------------------------------------------

    @property
    def printer(self) -> tuple[str, str]:
        """Address and profile of the slip printer."""
        machine = self.plan.machine
        section = machine.counter if machine.role is Role.COUNTER else machine.kiosk
        return section.printer, section.printer_profile

    def set_printer(self, url: str, profile: str = "") -> None:
        machine = self.plan.machine
        name = "counter" if machine.role is Role.COUNTER else "kiosk"
        section = getattr(machine, name)
        profile = profile or section.printer_profile
        if url != section.printer:
            self.printer_told = None
        self._change_machine(**{name: replace(section, printer=url, printer_profile=profile)})

    def search_printers(self) -> None:
        def found(printers: Sequence[FoundPrinter]) -> None:
            self.busy, self.printers = False, printers
            self.changed.emit()

        def failed(error: Exception) -> None:
            self.printer_told = Told(_words_of(error), False)
            found(())

        self.busy = True
        self.changed.emit()
        self._tasks.submit(printers_here, found, failed, self)

    def print_test_slip(self) -> None:
        """On the chosen printer; it takes the profile that fits what the printer says."""
        url, profile = self.printer
        guess = profile if profile != "generic-80" else ""

        def tried(result: Tried) -> None:
            self.busy = False
            self.set_printer(url, result.profile)
            self.printer_told = Told(result.told, result.well)
            self.changed.emit()

        def failed(error: Exception) -> None:
            self.busy, self.printer_told = False, Told(_words_of(error), False)
            self.changed.emit()

        self.busy, self.printer_told = True, None
        self.changed.emit()
        self._tasks.submit(lambda: print_test_slip(url, guess), tried, failed, self)

    # -- the end -----------------------------------------------------------------------------------

    def carry_out(self) -> None:
        """Run the command, with the administrator's rights where it needs them."""
        plan = self.plan
        if plan.embedded and self.places.has_hall:
            plan = replace(plan, demo=False, hall=None)
        if "counter" not in plan.machine.role.front_ends:
            plan = replace(plan, desktop_users=())
        if plan.machine.role is not Role.SERVER:
            plan = replace(plan, network="")
            if not plan.embedded:
                plan = replace(plan, demo=False, hall=None)
        self.run.start(plan)

    def _change_machine(self, **changes: object) -> None:
        self.plan = replace(self.plan, machine=replace(self.plan.machine, **changes))  # type: ignore[arg-type]
        self.changed.emit()


def first_plan(places: Places, language: Language, said: SetupOptions = NOTHING_SAID) -> Plan:
    """What the window begins with: what was said when it was started, else what this PC is.

    Raises OptionNotForThis, OptionWrong.
    """
    try:
        machine = read_machine(places.settings)
    except (SettingsUnreadable, SettingsWrong):
        machine = None  # Whoever has spoilt the file is told to run this.
    plan = plan_from(said, machine or Machine(Role.ALL_IN_ONE, language))
    user = getpass.getuser()
    people = (user,) if places.of_the_system and user != "root" else ()
    return replace(
        plan,
        demo=plan.hall is None,
        network=plan.network or network_of_this_pc(),
        desktop_users=plan.desktop_users or people,
    )


def _words_of(error: Exception) -> Text:
    if isinstance(error, JiaohaoError):
        return Text(zh=error.text(Language.ZH), en=error.text(Language.EN))
    return _BUG
