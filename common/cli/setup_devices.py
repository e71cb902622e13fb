"""The question which printer a PC has."""

from __future__ import annotations

from collections.abc import Callable

from common.cli.terminal import Terminal
from common.domain.errors import JiaohaoError
from common.domain.text import Text
from common.installation.setting_up.printers import print_test_slip, printers_here
from common.printing.profile import load_profile
from common.printing.transports import printer_address

_NONE, _BY_HAND, _AGAIN = "", "by hand", "again"
_WORDS = (
    (_BY_HAND, Text(zh="手工填写地址", en="type an address")),
    (_AGAIN, Text(zh="重新查找", en="search again")),
    (_NONE, Text(zh="没有打印机", en="none")),
)


def ask_printer(terminal: Terminal, url: str, profile: str) -> tuple[str, str]:
    """The address and the profile of the slip printer; both as they were when it is kept.

    A test slip shows whether they are right. Raises NoTerminal.
    """
    while True:
        chosen, guess = _which(terminal, url)
        if not chosen:
            return "", profile
        known = profile if chosen == url else guess
        profile = terminal.ask_until(
            Text(
                zh="打印机型号（回车由打印机自己说明）" if not known else "打印机型号",
                en="Its profile (Enter: what it says itself)" if not known else "Its profile",
            ),
            known,
            _no_profile,
        )
        url = chosen
        if not terminal.agree(Text(zh="打印测试小票？", en="Print a test slip?"), default=True):
            return url, profile or "generic-80"
        try:
            tried = print_test_slip(url, profile)
        except JiaohaoError as error:
            terminal.tell(f"✗ {error.text(terminal.language)}")
            profile = ""
            continue
        profile = tried.profile
        terminal.tell(f"{'✓' if tried.well else '✗'} {tried.told.say(terminal.language)}")
        right = Text(zh="使用这台打印机？", en="Take this printer?")
        if terminal.agree(right, default=tried.well):
            return url, profile


def _which(terminal: Terminal, present: str) -> tuple[str, str]:
    """An address, empty for none; and the profile that its words fit."""
    while True:
        terminal.tell(Text(zh="正在查找打印机…", en="Looking for printers…"))
        found = {printer.url: printer for printer in printers_here()}
        choices = [(url, _told(url, printer.says)) for url, printer in found.items()]
        if present and present not in found:
            choices.insert(0, (present, _told(present, "")))
        chosen = terminal.choose(
            Text(zh="小票打印机：", en="Which slip printer?"), [*choices, *_WORDS], present
        )
        if chosen == _BY_HAND:
            return terminal.ask_until(
                Text(zh="地址，如 tcp://192.168.1.9:9100", en="Address, tcp://192.168.1.9:9100"),
                present,
                _not_an_address,
            ), ""
        if chosen != _AGAIN:
            printer = found.get(chosen)
            return chosen, (printer.profile or "") if printer else ""


def _told(url: str, says: str) -> Text:
    told = f"{url}  {says}".rstrip()
    return Text(zh=told, en=told)


def _not_an_address(given: str) -> Text | None:
    return _refused_by(printer_address, given)


def _no_profile(given: str) -> Text | None:
    return _refused_by(load_profile, given) if given else None


def _refused_by(act: Callable[[str], object], given: str) -> Text | None:
    try:
        act(given)
    except JiaohaoError as error:
        return Text(zh=error.text("zh"), en=error.text("en"))
    return None
