"""The options of `jiaohao setup`: a plan as words of a command line, and back.

So a roll-out, the questions and the window all end in the same command.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from common.domain.text import Language, Text
from common.installation.setting_up.errors import OptionMissing, OptionNotForThis, OptionWrong
from common.installation.setting_up.plan import Plan, with_role
from common.installation.setting_up.server_address import is_server, server_address
from common.machine import Machine, Role

EMBEDDED = "embedded"
NONE = "none"


@dataclass(frozen=True, slots=True)
class SetupOptions:
    """What was said on the command line; None is what was not said."""

    role: str | None = None
    language: str | None = None
    database: str | None = None
    password: str | None = None
    """Out of the file or the line of standard input."""
    certificate: Path | None = None
    demo: bool = False
    hall: Path | None = None
    network: str | None = None
    kiosk_name: str | None = None
    counter: str | None = None
    zone: str | None = None
    printer: str | None = None
    printer_profile: str | None = None
    scanner: tuple[str, ...] = ()
    id_reader: tuple[str, ...] = ()
    screen: str | None = None
    """Of the kiosk; of the board where there is no kiosk."""
    display_screen: str | None = None
    autostart: str | None = None
    desktop_users: tuple[str, ...] = ()
    form_key: Path | None = None
    start: bool = True


NOTHING_SAID = SetupOptions()
_OF_ROLES: Mapping[str, tuple[str, tuple[Role, ...]]] = {
    "demo": ("--demo", (Role.ALL_IN_ONE, Role.SERVER)),
    "hall": ("--hall", (Role.ALL_IN_ONE, Role.SERVER)),
    "network": ("--network", (Role.SERVER,)),
    "kiosk_name": ("--kiosk-name", (Role.ALL_IN_ONE, Role.KIOSK)),
    "counter": ("--counter", (Role.ALL_IN_ONE, Role.COUNTER)),
    "zone": ("--zone", (Role.ALL_IN_ONE, Role.DISPLAY)),
    "printer": ("--printer", (Role.ALL_IN_ONE, Role.KIOSK, Role.COUNTER)),
    "printer_profile": ("--printer-profile", (Role.ALL_IN_ONE, Role.KIOSK, Role.COUNTER)),
    "scanner": ("--scanner", (Role.ALL_IN_ONE, Role.KIOSK, Role.COUNTER)),
    "id_reader": ("--id-reader", (Role.ALL_IN_ONE, Role.KIOSK)),
    "screen": ("--screen", (Role.ALL_IN_ONE, Role.KIOSK, Role.DISPLAY)),
    "display_screen": ("--display-screen", (Role.ALL_IN_ONE,)),
    "autostart": ("--autostart", (Role.ALL_IN_ONE,)),
    "form_key": ("--form-key", (Role.ALL_IN_ONE, Role.COUNTER)),
}
"""Options that only PCs of some roles have."""


def plan_from(said: SetupOptions, base: Machine | None) -> Plan:
    """The plan of what was said; what was not said is as in `base`.

    Raises OptionMissing, OptionNotForThis, OptionWrong.
    """
    _refuse_what_is_no_answer(said)
    role = _role(said, base)
    for name, (option, roles) in _OF_ROLES.items():
        if getattr(said, name) not in (None, (), False) and role not in roles:
            those = ", ".join(roles)
            why = Text(zh=f"只用于 {those}", en=f"it is for {those}")
            raise OptionNotForThis(option=option, why=why)
    if said.demo and said.hall is not None:
        why = Text(zh="已指定 --demo", en="--demo was given too")
        raise OptionNotForThis(option="--hall", why=why)
    machine = with_role(base or Machine(Role.ALL_IN_ONE), role)
    machine = replace(
        machine,
        language=_language(said, machine.language),
        database=_database(said, machine, role),
        autostart=machine.autostart if said.autostart is None else _autostart(said.autostart),
        **_sections(said, machine, role),
    )
    if not is_server(machine.database):
        _refuse_of_server(said, role)
        machine = replace(machine, password_file="")
    return Plan(
        machine,
        password=said.password,
        certificate=said.certificate,
        demo=said.demo,
        hall=said.hall,
        network=said.network or (machine.server.network if role is Role.SERVER else ""),
        desktop_users=said.desktop_users,
        form_key=said.form_key,
        start=said.start,
    )


def as_options(plan: Plan) -> Iterator[str]:
    """The options that make this plan on a new PC. The password is not among them."""
    machine = plan.machine
    kiosk, display = machine.kiosk, machine.display
    device = kiosk if "kiosk" in machine.role.front_ends else machine.counter
    values: dict[str, object] = {
        "hall": plan.hall,
        "network": plan.network,
        "kiosk_name": kiosk.name,
        "counter": machine.counter.counter,
        "zone": display.zone,
        "printer": device.printer or NONE,
        "printer_profile": device.printer and device.printer_profile,
        "scanner": device.scanner,
        "id_reader": kiosk.id_reader,
        "screen": display.screen if machine.role is Role.DISPLAY else kiosk.screen,
        "display_screen": display.screen,
        "autostart": ",".join(machine.starts) or NONE,
        "form_key": plan.form_key,
    }
    yield from ("--role", machine.role, "--language", machine.language)
    if machine.role is not Role.SERVER:
        yield from ("--database", EMBEDDED if plan.embedded else machine.database)
    if plan.certificate:
        yield from ("--certificate", str(plan.certificate))
    if plan.demo:
        yield "--demo"
    for name, value in values.items():
        option, roles = _OF_ROLES[name]
        if machine.role in roles:
            yield from _said(option, value)
    yield from _said("--desktop-user", plan.desktop_users)
    if not plan.start:
        yield "--no-start"


def _refuse_what_is_no_answer(said: SetupOptions) -> None:
    """A variable without a value must not take a printer away; and a command of the terminal, or
    bytes that are no text, would spoil the settings file."""
    for option, given in (("--printer", said.printer), ("--autostart", said.autostart)):
        if given is not None and not given.strip(" ,"):
            raise OptionWrong(option=option, given="''", why=_EMPTY)
    for one in fields(said):
        value = getattr(said, one.name)
        for word in value if isinstance(value, tuple) else (value,):
            if isinstance(word, str) and not word.isprintable() and one.name != "password":
                option = "--" + one.name.removesuffix("s").replace("_", "-")
                raise OptionWrong(option=option, given=word, why=_NOT_SHOWN)


_EMPTY = Text(
    zh="为空，可能是脚本中的变量没有值；确实没有时写 none",
    en="it is empty, as a script's variable that was not set; for none say none",
)
_NOT_SHOWN = Text(
    zh="含有无法显示的字符，请重新输入", en="it holds signs that cannot be shown; type it anew"
)


def _said(option: str, value: object) -> Iterator[str]:
    for one in value if isinstance(value, tuple) else (value,):
        if one:
            yield from (option, str(one))


def _role(said: SetupOptions, base: Machine | None) -> Role:
    if said.role is None:
        if base is None:
            known = ", ".join(Role)
            why = Text(zh=f"本机用途，其中之一：{known}", en=f"say what this PC is, one of {known}")
            raise OptionMissing(option="--role", why=why)
        return base.role
    return Role(_one_of("--role", said.role, [*Role]))


def _language(said: SetupOptions, present: Language) -> Language:
    if said.language is None:
        return present
    return Language(_one_of("--language", said.language.lower(), [*Language]))


def _one_of(option: str, given: str, known: list[Any]) -> str:
    if given not in known:
        these = ", ".join(known)
        why = Text(zh=f"应为其中之一：{these}", en=f"it should be one of {these}")
        raise OptionWrong(option=option, given=given, why=why)
    return given


def _autostart(given: str) -> tuple[str, ...]:
    if given == NONE:
        return ()
    names = tuple(filter(None, (one.strip() for one in given.split(","))))
    for name in names:
        _one_of("--autostart", name, [*Role.ALL_IN_ONE.front_ends, NONE])
    return names


def _database(said: SetupOptions, machine: Machine, role: Role) -> str:
    given = said.database
    if given is None:
        return machine.database
    if role is Role.SERVER:
        why = Text(zh="服务器的数据库在本机建立", en="a server's database is set up on it")
        raise OptionNotForThis(option="--database", why=why)
    if given == EMBEDDED:
        if role is not Role.ALL_IN_ONE:
            raise OptionNotForThis(option=f"--database {EMBEDDED}", why=_ONE_PC)
        return ""
    if not is_server(given):
        why = Text(
            zh="应为 embedded 或 postgresql://用户@主机/库名",
            en="it should be embedded, or postgresql://USER@HOST/NAME",
        )
        raise OptionWrong(option="--database", given=given, why=why)
    try:
        address, password = server_address(given)
    except ValueError:
        why = Text(zh="不是可用的地址", en="it is not an address")
        raise OptionWrong(option="--database", given="postgresql://…", why=why) from None
    if password:
        why = Text(
            zh="密码不能写在地址里，请用 --password-file 或 --password-stdin",
            en="a password does not belong into the address; use --password-file or "
            "--password-stdin",
        )
        shown = f"postgresql://{address.user}:***@{address.host}/{address.name}"
        raise OptionWrong(option="--database", given=shown, why=why)
    return str(address)


_ONE_PC = Text(
    zh="内置数据库只供一机全包使用，其他请用 postgresql://用户@主机/库名",
    en="the embedded database serves one PC alone (all-in-one); give postgresql://USER@HOST/NAME",
)


def _refuse_of_server(said: SetupOptions, role: Role) -> None:
    """What goes with the address of a server is of no use without one."""
    if said.password is not None and role is not Role.SERVER:
        why = Text(zh="此处没有服务器密码", en="no server is named whose password it could be")
        raise OptionNotForThis(option="--password-file, --password-stdin", why=why)
    if said.certificate is not None:
        why = Text(zh="此处没有指定服务器", en="no server is named whose certificate it could be")
        raise OptionNotForThis(option="--certificate", why=why)


def _sections(said: SetupOptions, machine: Machine, role: Role) -> dict[str, Any]:
    """Each front end's settings, changed by what was said."""
    printer = "" if said.printer == NONE else said.printer
    devices: dict[str, object] = {
        "printer": printer,
        "printer_profile": said.printer_profile,
        "scanner": said.scanner or None,
    }
    of_kiosk = {
        **devices,
        "name": said.kiosk_name,
        "id_reader": said.id_reader or None,
        "screen": said.screen,
    }
    of_counter: dict[str, object] = {"counter": said.counter and said.counter.upper()}
    if role is Role.COUNTER:
        of_counter |= devices
    of_display: dict[str, object] = {
        "zone": said.zone and said.zone.upper(),
        "screen": said.screen if role is Role.DISPLAY else said.display_screen,
    }
    every = {"kiosk": of_kiosk, "counter": of_counter, "display": of_display}
    return {name: _changed(getattr(machine, name), every[name]) for name in role.front_ends}


def _changed(section: Any, said: Mapping[str, object]) -> Any:
    return replace(section, **{name: value for name, value in said.items() if value is not None})
