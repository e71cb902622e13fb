"""What a plan is, for the person who is about to confirm it."""

from __future__ import annotations

from collections.abc import Iterator

from common.domain.text import Language, Text
from common.installation.setting_up.places import Places
from common.installation.setting_up.plan import Plan
from common.installation.setting_up.server_address import is_server, server_address
from common.machine import Machine, Role

Line = tuple[Text, Text]

ROLE_WORDS = {
    Role.ALL_IN_ONE: Text(zh="一机全包", en="All in one"),
    Role.SERVER: Text(zh="服务器", en="Server"),
    Role.KIOSK: Text(zh="取号机", en="Kiosk"),
    Role.COUNTER: Text(zh="窗口", en="Counter"),
    Role.DISPLAY: Text(zh="显示屏", en="Board"),
}
ROLE_MEANS = {
    Role.ALL_IN_ONE: Text(
        zh="小厅一台电脑：数据库、取号、窗口、显示屏",
        en="A small hall on one PC: data, kiosk, counter and board",
    ),
    Role.SERVER: Text(zh="大厅的数据和备份，没有界面", en="The hall's data and its backups"),
    Role.KIOSK: Text(zh="市民在此取号", en="Citizens take their number here"),
    Role.COUNTER: Text(zh="工作人员在此叫号", en="A clerk calls numbers here"),
    Role.DISPLAY: Text(zh="大屏显示被叫的号码", en="A TV shows the numbers that are called"),
}
FRONT_END_WORDS = {
    "kiosk": Text(zh="取号机", en="kiosk"),
    "counter": Text(zh="窗口", en="counter"),
    "display": Text(zh="显示屏", en="board"),
}
LANGUAGE_WORDS = {Language.ZH: Text(zh="中文", en="中文"), Language.EN: Text("English", "English")}
_NONE = Text(zh="无", en="none")
_WHOLE_HALL = Text(zh="全厅", en="the whole hall")
_LAST_COUNTER = Text(zh="登录时选择", en="chosen when signing in")


def summary(plan: Plan, places: Places) -> list[Line]:
    """What this PC will be, line by line: a label and its value."""
    machine = plan.machine
    return [
        (Text(zh="本机用途", en="This PC"), ROLE_WORDS[machine.role]),
        (Text(zh="语言", en="Language"), LANGUAGE_WORDS[machine.language]),
        *_database(plan, places),
        *_front_ends(machine),
        *_people(plan),
    ]


def _database(plan: Plan, places: Places) -> Iterator[Line]:
    label = Text(zh="数据库", en="Database")
    if plan.machine.role is Role.SERVER:
        yield label, Text(zh="本机的 PostgreSQL", en="PostgreSQL on this PC")
        yield Text(zh="允许的网段", en="Network let in"), _plain(plan.network)
    elif is_server(plan.machine.database):
        yield from _server(plan)
        return
    else:
        yield label, Text(zh=f"内置，{places.hall}", en=f"embedded, {places.hall}")
    new = Text(zh="演示大厅", en="the demonstration hall") if plan.demo else _plain(plan.hall)
    if plan.hall_file is not None and not (plan.embedded and places.has_hall):
        yield Text(zh="新建大厅", en="New hall"), new


def _server(plan: Plan) -> Iterator[Line]:
    server, _ = server_address(plan.machine.database)
    yield Text(zh="数据库", en="Database"), _plain(f"{server.name} @ {server.host}")
    yield Text(zh="数据库用户", en="Database user"), _plain(server.user) if server.user else _NONE
    if plan.certificate is not None:
        yield Text(zh="服务器证书", en="Server's certificate"), _plain(plan.certificate)


def _front_ends(machine: Machine) -> Iterator[Line]:
    fronts = machine.role.front_ends
    if "kiosk" in fronts:
        yield Text(zh="取号机编号", en="Kiosk"), _plain(machine.kiosk.name)
        yield _printer(machine.kiosk.printer, machine.kiosk.printer_profile)
    if "counter" in fronts:
        given = machine.counter.counter
        yield Text(zh="窗口", en="Counter"), _plain(given) if given else _LAST_COUNTER
        if "kiosk" not in fronts:
            yield _printer(machine.counter.printer, machine.counter.printer_profile)
    if "display" in fronts:
        zone = machine.display.zone
        yield Text(zh="显示范围", en="Board of"), _plain(zone) if zone else _WHOLE_HALL
    if machine.role is Role.ALL_IN_ONE:
        yield Text(zh="自动启动", en="Starts by itself"), front_ends_in_words(machine.starts)
    for name, section in (("kiosk", machine.kiosk), ("display", machine.display)):
        if name in fronts and section.screen:
            of = FRONT_END_WORDS[name]
            yield (
                Text(zh=f"{of.zh}的屏幕", en=f"Screen of the {of.en}"),
                _plain(section.screen),
            )


def front_ends_in_words(names: tuple[str, ...]) -> Text:
    """取号机、显示屏; kiosk, board."""
    if not names:
        return _NONE
    words = [FRONT_END_WORDS[name] for name in names]
    return Text(zh="、".join(w.zh for w in words), en=", ".join(w.en for w in words))


def _printer(url: str, profile: str) -> Line:
    words = _plain(f"{url} ({profile})") if url else _NONE
    return Text(zh="小票打印机", en="Slip printer"), words


def _people(plan: Plan) -> Iterator[Line]:
    if plan.desktop_users:
        yield Text(zh="桌面用户", en="Desktop users"), _plain(" ".join(plan.desktop_users))
    if plan.form_key is not None:
        yield Text(zh="表单密钥", en="Form key"), _plain(plan.form_key)


def _plain(value: object) -> Text:
    return Text(zh=str(value), en=str(value))
