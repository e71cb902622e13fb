"""The questions of `jiaohao setup`. They change a plan, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from common.cli.setup_devices import ask_printer
from common.cli.terminal import Terminal
from common.domain.errors import JiaohaoError
from common.domain.hall import Hall
from common.domain.kiosk import Kiosk
from common.domain.text import Language, Text
from common.installation.setting_up.check import check, fault_of_kiosk_name
from common.installation.setting_up.network import network_of_this_pc
from common.installation.setting_up.places import Places
from common.installation.setting_up.plan import Plan, with_role
from common.installation.setting_up.server_address import (
    ServerAddress,
    is_server,
    server_address,
)
from common.installation.setting_up.summary import (
    LANGUAGE_WORDS,
    ROLE_MEANS,
    ROLE_WORDS,
    front_ends_in_words,
)
from common.machine import Role
from common.machine.home import at_home

_SEVERAL = 60
"""So many codes are listed; of a larger hall only the first ones."""
_STARTS = (
    ("kiosk", "counter", "display"),
    ("kiosk", "display"),
    ("kiosk", "counter"),
    ("counter", "display"),
    ("kiosk",),
    ("counter",),
    ("display",),
    (),
)


class SetupDialogue:
    """Asks for everything that a PC of some role needs, with the plan's values as defaults."""

    def __init__(self, terminal: Terminal, places: Places, *, untested: bool = False) -> None:
        self._terminal = terminal
        self._places = places
        self._untested = untested
        self._hall: Hall | None = None

    def complete(self, plan: Plan) -> Plan:
        """The plan as the person wants it. Raises NoTerminal."""
        plan = self._language(plan)
        plan = self._role(plan)
        plan = self._network(plan) if plan.machine.role is Role.SERVER else self._database(plan)
        if "kiosk" in plan.machine.role.front_ends:
            plan = self._kiosk(plan)
        if "counter" in plan.machine.role.front_ends:
            plan = self._counter(plan)
        if "display" in plan.machine.role.front_ends:
            plan = self._display(plan)
        if plan.machine.role is Role.ALL_IN_ONE:
            plan = self._autostart(plan)
        if "counter" in plan.machine.role.front_ends and self._places.of_the_system:
            plan = self._people(plan)
        return plan

    def _language(self, plan: Plan) -> Plan:
        self._terminal.language = plan.machine.language
        language = self._terminal.choose(
            Text(zh="语言 / Language", en="语言 / Language"),
            [(language, LANGUAGE_WORDS[language]) for language in Language],
            plan.machine.language,
        )
        self._terminal.language = language
        return replace(plan, machine=replace(plan.machine, language=language))

    def _role(self, plan: Plan) -> Plan:
        self._terminal.tell()
        role = self._terminal.choose(
            Text(zh="本机用途：", en="What is this PC?"),
            [(role, _with_meaning(role)) for role in Role],
            plan.machine.role,
        )
        return replace(plan, machine=with_role(plan.machine, role))

    # -- the database ------------------------------------------------------------------------------

    def _network(self, plan: Plan) -> Plan:
        self._terminal.tell()
        network = self._terminal.ask(
            Text(
                zh="允许连接的网段（取号机、窗口、显示屏所在）",
                en="The network of the hall's PCs, which are let in",
            ),
            plan.network or network_of_this_pc(),
        )
        return self._checked_hall(self._which_hall(replace(plan, network=network)))

    def _database(self, plan: Plan) -> Plan:
        self._terminal.tell()
        server = is_server(plan.machine.database)
        if plan.machine.role is Role.ALL_IN_ONE:
            server = self._terminal.choose(
                Text(zh="数据库：", en="Which database?"),
                [
                    (False, Text(zh="内置，数据在本机", en="embedded: the data is on this PC")),
                    (True, Text(zh="PostgreSQL 服务器", en="a PostgreSQL server")),
                ],
                server,
            )
        return self._server(plan) if server else self._embedded(plan)

    def _embedded(self, plan: Plan) -> Plan:
        machine = replace(plan.machine, database="", password_file="")
        plan = replace(plan, machine=machine, password=None, certificate=None)
        if self._places.has_hall:
            self._terminal.tell(
                Text(
                    zh=f"使用已有的大厅数据 {self._places.hall}",
                    en=f"The hall's data is there already: {self._places.hall}",
                )
            )
        else:
            plan = self._which_hall(plan)
        return self._checked_hall(plan)

    def _which_hall(self, plan: Plan) -> Plan:
        demo = self._terminal.choose(
            Text(zh="大厅：", en="Which hall?"),
            [
                (True, Text(zh="演示大厅，先试用", en="the demonstration hall, to try it out")),
                (False, Text(zh="自己的大厅文件", en="a hall file of your own")),
            ],
            plan.hall is None,
        )
        if demo:
            return replace(plan, demo=True, hall=None)
        named = self._terminal.ask_until(
            Text(zh="大厅文件", en="The hall file"), str(plan.hall or ""), _no_file
        )
        return replace(plan, demo=False, hall=at_home(named).absolute())

    def _checked_hall(self, plan: Plan) -> Plan:
        while True:
            try:
                self._hall = check(plan.without_names, self._places)
            except JiaohaoError as error:
                kept = plan.embedded and self._places.has_hall
                if kept or (plan.network and not self._places.of_the_system):
                    raise  # No other answer would do.
                self._terminal.tell(f"✗ {error.text(self._terminal.language)}")
                plan = self._network(plan) if plan.network else self._which_hall(plan)
            else:
                return plan

    def _server(self, plan: Plan) -> Plan:
        present, _ = server_address(plan.machine.database or "postgresql://")
        while True:
            present, plan = self._server_address(present, plan)
            if self._untested:
                return plan
            self._terminal.tell(Text(zh="正在连接…", en="Connecting…"))
            try:
                self._hall = check(plan.without_names, self._places)
            except JiaohaoError as error:
                self._terminal.tell(f"✗ {error.text(self._terminal.language)}")
                again = Text(zh="重新填写？", en="Change what was given?")
                if self._terminal.agree(again, default=True):
                    continue
                self._untested = True
            else:
                assert self._hall is not None
                name = self._hall.name
                self._terminal.tell(Text(zh=f"✓ 已连接：{name.zh}", en=f"✓ Connected: {name.en}"))
            return plan

    def _server_address(self, present: ServerAddress, plan: Plan) -> tuple[ServerAddress, Plan]:
        ask, role = self._terminal.ask, plan.machine.role
        host = self._terminal.ask_until(
            Text(zh="服务器（名称或 IP 地址）", en="Server (name or IP address)"),
            present.host,
            lambda given: None if given else Text(zh="请填写服务器", en="Name the server"),
        )
        name = ask(Text(zh="库名", en="Database"), present.name or "hall")
        account = "administrator" if role is Role.ALL_IN_ONE else role
        user = ask(Text(zh="数据库用户", en="Database user"), present.user or f"jiaohao_{account}")
        kept = plan.password is not None or Path(plan.machine.password_file or "-").exists()
        password = self._terminal.ask_unseen(
            Text(
                zh="密码（回车沿用已有密码）" if kept else "密码",
                en="Password (Enter keeps the present one)" if kept else "Password",
            )
        )
        certificate = self._terminal.ask_until(
            Text(zh="服务器证书文件，加密连接用", en="The server's certificate, for TLS"),
            str(plan.certificate or present.certificate),
            lambda given: _no_file(given) if given else None,
            Text(zh="没有", en="none"),
        )
        server = replace(present, host=host, name=name, user=user)
        file = None
        if certificate != present.certificate:
            file = at_home(certificate).absolute() if certificate else None
            server = server.trusting(file)
        machine = replace(plan.machine, database=str(server))
        return server, replace(
            plan, machine=machine, password=password or plan.password, certificate=file
        )

    # -- the front ends ----------------------------------------------------------------------------

    def _kiosk(self, plan: Plan) -> Plan:
        self._terminal.tell()
        kiosk = plan.machine.kiosk
        self._list([f"{one.code} {one.name.say(self._terminal.language)}" for one in self._kiosks])
        name = self._terminal.ask_until(
            Text(zh="本取号机的编号", en="This kiosk's name"),
            kiosk.name or "kiosk-1",
            fault_of_kiosk_name,
        )
        url, profile = ask_printer(self._terminal, kiosk.printer, kiosk.printer_profile)
        kiosk = replace(kiosk, name=name, printer=url, printer_profile=profile)
        return replace(plan, machine=replace(plan.machine, kiosk=kiosk))

    def _counter(self, plan: Plan) -> Plan:
        self._terminal.tell()
        counter = plan.machine.counter
        known = [one.code for one in self._hall.counters] if self._hall else []
        self._list(known)
        code = self._code(
            Text(zh="窗口编号", en="Counter"),
            Text(zh="登录时选择", en="chosen when signing in"),
            counter.counter,
            known,
        )
        counter = replace(counter, counter=code)
        if plan.machine.role is Role.COUNTER:
            url, profile = ask_printer(self._terminal, counter.printer, counter.printer_profile)
            counter = replace(counter, printer=url, printer_profile=profile)
        return replace(plan, machine=replace(plan.machine, counter=counter))

    def _display(self, plan: Plan) -> Plan:
        self._terminal.tell()
        display, zones = plan.machine.display, self._hall.zones if self._hall else ()
        self._list([f"{zone.code} {zone.name.say(self._terminal.language)}" for zone in zones])
        zone = self._code(
            Text(zh="只显示一个区", en="The board of one zone"),
            Text(zh="全厅", en="the whole hall"),
            display.zone,
            [zone.code for zone in zones],
        )
        display = replace(display, zone=zone)
        return replace(plan, machine=replace(plan.machine, display=display))

    def _autostart(self, plan: Plan) -> Plan:
        self._terminal.tell()
        machine = plan.machine
        starts = self._terminal.choose(
            Text(zh="开机自动启动：", en="What starts by itself?"),
            [(one, front_ends_in_words(one)) for one in _STARTS],
            machine.starts,
        )
        machine = replace(machine, autostart=starts)
        if "kiosk" in starts and "display" in starts:
            for_kiosk = Text(zh="取号机的屏幕，名称或序号", en="The kiosk's screen, name or number")
            for_board = Text(zh="显示屏的屏幕，名称或序号", en="The board's screen, name or number")
            first, ask = Text(zh="第一块", en="the first one"), self._terminal.ask
            kiosk, display = machine.kiosk, machine.display
            kiosk = replace(kiosk, screen=ask(for_kiosk, kiosk.screen, first))
            display = replace(display, screen=ask(for_board, display.screen, first))
            machine = replace(machine, kiosk=kiosk, display=display)
        return replace(plan, machine=machine)

    def _people(self, plan: Plan) -> Plan:
        users = self._terminal.ask_until(
            Text(
                zh="使用窗口的系统用户，多个用空格分开",
                en="The users of this PC who run the counter, with spaces between",
            ),
            " ".join(plan.desktop_users) or os.environ.get("SUDO_USER", ""),
            _unknown_user,
            Text(zh="没有", en="none"),
        )
        plan = replace(plan, desktop_users=tuple(users.split()))
        if not plan.desktop_users:
            return plan
        key = self._terminal.ask_until(
            Text(zh="打开市民表单的密钥文件", en="The key file that opens filled forms"),
            str(plan.form_key or ""),
            lambda given: _no_file(given) if given else None,
            Text(zh="没有", en="none"),
        )
        return replace(plan, form_key=at_home(key).absolute() if key else None)

    @property
    def _kiosks(self) -> tuple[Kiosk, ...]:
        return self._hall.kiosks if self._hall else ()

    def _list(self, codes: Sequence[str]) -> None:
        more = ["…"] if len(codes) > _SEVERAL else []
        self._terminal.tell_codes([*codes[:_SEVERAL], *more])

    def _code(self, question: Text, without: Text, default: str, known: Sequence[str]) -> str:
        def fault(given: str) -> Text | None:
            if not given or not known or given.upper() in known:
                return None
            return Text(zh=f"大厅里没有 {given}", en=f"The hall has no {given}")

        return self._terminal.ask_until(question, default, fault, without).upper()


def _with_meaning(role: Role) -> Text:
    name, means = ROLE_WORDS[role], ROLE_MEANS[role]
    return Text(zh=f"{name.zh}：{means.zh}", en=f"{name.en}: {means.en}")


def _no_file(given: str) -> Text | None:
    if given and at_home(given).is_file():
        return None
    return Text(zh=f"没有文件 {given}", en=f"There is no file {given}")


def _unknown_user(given: str) -> Text | None:
    import pwd

    for user in given.split():
        try:
            pwd.getpwnam(user)
        except KeyError:
            return Text(zh=f"本机没有用户 {user}", en=f"This PC has no user {user}")
    return None
