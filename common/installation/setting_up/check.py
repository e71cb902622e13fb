"""Whether a plan can be carried out, before anything is touched."""

from __future__ import annotations

import os
import re
from difflib import get_close_matches

from common.domain.hall import Hall
from common.domain.kiosk import KIOSK_CODE
from common.domain.os_words import os_words
from common.domain.text import Text
from common.installation.setting_up.database_check import hall_at
from common.installation.setting_up.errors import NeedsRoot, OptionMissing, OptionWrong
from common.installation.setting_up.places import Places
from common.installation.setting_up.plan import Plan
from common.installation.setting_up.server_address import is_server, server_address
from common.machine import Machine, Role

_SERVER_NEEDED = Text(
    zh="服务器数据库的地址 postgresql://用户@主机/库名",
    en="the address of the hall's database, postgresql://USER@HOST/NAME",
)
_HALL_NEEDED = Text(
    zh="还没有大厅：--demo 为演示大厅，--hall 文件 为自己的大厅",
    en="there is no hall yet: --demo makes the demonstration hall, --hall FILE your own",
)
_NAME_NEEDED = Text(
    zh="每台取号机有自己的编号，如 kiosk-2", en="each kiosk has a name of its own, such as kiosk-2"
)
_NAME_WRONG = Text(
    zh="应为 1 至 32 个字母、数字、-、_ 或点，如 kiosk-2",
    en="it should be 1 to 32 letters, digits, -, _ or dots, such as kiosk-2",
)
_NETWORK_NEEDED = Text(
    zh="允许连接的网段，如 192.168.1.0/24",
    en="the network of the hall's PCs, such as 192.168.1.0/24",
)
_PASSWORD_NEEDED = Text(
    zh="这些设置需要数据库密码，本机还没有",
    en="these settings need the database's password, which this PC does not have yet",
)
_FOR_REAL = Text(
    zh="服务器只能在 Linux 系统上正式设置，不能试设",
    en="a server is set up for real or not at all: on Linux, and without JIAOHAO_SETTINGS",
)
_NO_SUCH_USER = Text(zh="本机没有此用户", en="this PC has no such user")


def require_rights(places: Places) -> None:
    """Raises NeedsRoot."""
    if places.of_the_system and os.name != "nt" and os.geteuid() != 0:
        raise NeedsRoot


def check(plan: Plan, places: Places, *, untested: bool = False) -> Hall | None:
    """The hall that this PC will serve, as far as its database can be asked already.

    `untested` asks no server. Raises OptionMissing, OptionWrong, what `hall_at` raises, and what
    reading a hall file, a form key, a device's address and a printer's profile raise.
    """
    machine = plan.machine
    if not plan.embedded and machine.role is not Role.SERVER and not _names_server(machine):
        raise OptionMissing(option="--database", why=_SERVER_NEEDED)
    if "kiosk" in machine.role.front_ends:
        if not machine.kiosk.name:
            raise OptionMissing(option="--kiosk-name", why=_NAME_NEEDED)
        why = fault_of_kiosk_name(machine.kiosk.name)
        if why is not None:
            raise OptionWrong(option="--kiosk-name", given=machine.kiosk.name, why=why)
    if machine.role is Role.SERVER:
        _check_network(plan.network)
        if not places.of_the_system:
            raise OptionWrong(option="--role", given=machine.role, why=_FOR_REAL)
    _check_secret(plan)
    _check_files(plan)
    _check_users(plan)
    _check_devices(plan)
    hall = _hall(plan, places, untested=untested)
    if hall is not None:
        _check_names(plan, hall)
    return hall


def fault_of_kiosk_name(name: str) -> Text | None:
    """What keeps a kiosk from being called so."""
    return None if re.fullmatch(KIOSK_CODE, name) else _NAME_WRONG


def _names_server(machine: Machine) -> bool:
    if not is_server(machine.database):
        return False
    server, _ = server_address(machine.database)
    return any(host for host, _ in server.hosts) or "host" in dict(server.rest)


def _check_network(given: str) -> None:
    if not given:
        raise OptionMissing(option="--network", why=_NETWORK_NEEDED)
    # What sets a server up takes a while to load, and is of no use to other PCs.
    from common.installation.server import hall_networks
    from common.installation.server.errors import NetworkWrong

    try:
        hall_networks(given)
    except NetworkWrong as error:
        why = error.facts["why"]
        raise OptionWrong(option="--network", given=given, why=why) from None


def _check_secret(plan: Plan) -> None:
    """Settings of another PC come without the password that they need."""
    file = plan.machine.password_file
    if file and plan.password is None and not os.path.lexists(file):
        raise OptionMissing(option="--password-file, --password-stdin", why=_PASSWORD_NEEDED)


def _check_files(plan: Plan) -> None:
    if plan.certificate is not None:
        try:
            content = plan.certificate.read_bytes()
        except OSError as error:
            why = os_words(error)
            raise OptionWrong(option="--certificate", given=plan.certificate, why=why) from None
        if b"-----BEGIN CERTIFICATE-----" not in content:
            why = Text(zh="不是 PEM 格式的证书", en="it is no certificate in PEM")
            raise OptionWrong(option="--certificate", given=plan.certificate, why=why)
    if plan.form_key is not None:
        from common.operations.kept_forms.key_file import read_keys

        read_keys(plan.form_key)


def _check_users(plan: Plan) -> None:
    if os.name == "nt" or not plan.desktop_users:
        return
    import pwd

    for user in plan.desktop_users:
        try:
            pwd.getpwnam(user)
        except KeyError:
            raise OptionWrong(option="--desktop-user", given=user, why=_NO_SUCH_USER) from None


def _check_devices(plan: Plan) -> None:
    from common.devices.address import DeviceKind, device_address, with_kind
    from common.printing.profile import load_profile
    from common.printing.transports import printer_address

    fronts = plan.machine.role.front_ends
    for name, section in (("kiosk", plan.machine.kiosk), ("counter", plan.machine.counter)):
        if name in fronts and section.printer:
            printer_address(section.printer)
            load_profile(section.printer_profile)
        for scanner in section.scanner if name in fronts else ():
            device_address(with_kind(DeviceKind.SCANNER, scanner))
    for reader in plan.machine.kiosk.id_reader if "kiosk" in fronts else ():
        device_address(with_kind(DeviceKind.ID_READER, reader))


def _hall(plan: Plan, places: Places, *, untested: bool) -> Hall | None:
    if plan.machine.role is Role.SERVER or (plan.embedded and not places.has_hall):
        if plan.hall_file is None:
            if plan.embedded:
                raise OptionMissing(option="--demo", why=_HALL_NEEDED)
            return None
        # pydantic and YAML take a while to load.
        from common.operations.hall_file import read_hall_file

        return read_hall_file(plan.hall_file).hall
    if plan.embedded:
        return hall_at(str(places.hall))
    return None if untested else hall_at(plan.address)


def _check_names(plan: Plan, hall: Hall) -> None:
    """Counter and zone are those of the hall; a kiosk may be one that its file does not list."""
    machine = plan.machine
    for front_end, option, given, known in (
        ("counter", "--counter", machine.counter.counter, [one.code for one in hall.counters]),
        ("display", "--zone", machine.display.zone, [one.code for one in hall.zones]),
    ):
        if front_end in machine.role.front_ends and given and given not in known:
            like = get_close_matches(given, known, 5, 0.5) or known[:12]
            these = " ".join(like)
            why = Text(
                zh=f"大厅里没有，例如有：{these}", en=f"the hall has none, but for example {these}"
            )
            raise OptionWrong(option=option, given=given, why=why)
