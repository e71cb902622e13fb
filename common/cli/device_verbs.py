"""`jiaohao devices`: which readers there may be, and what one reads."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from common.cli.console import Console
from common.cli.options import Json, console, finite
from common.domain.errors import JiaohaoError
from common.domain.text import Text

if TYPE_CHECKING:
    from common.devices.discovery import FoundDevice
    from common.devices.id_reader import CardEvent
    from common.devices.scanner import Scan

app = typer.Typer()
devices = typer.Typer(invoke_without_command=True)
app.add_typer(devices, name="devices")

Probe = Annotated[
    bool,
    typer.Option("--probe", help="Ask on every port whether a card reader is there."),
]
Seconds = Annotated[
    float,
    typer.Option("--seconds", metavar="N", min=0.1, callback=finite, help="How long it waits."),
]

_KINDS = {
    "idreader": Text("身份证阅读器", "identity-card reader"),
    "scanner": Text("扫码器", "code scanner"),
}
_UNKNOWN = Text(
    "不知道接着什么，未询问；加 --probe 询问",
    "nobody knows what is connected; not asked, --probe asks",
)
_NOTHING = Text(
    "没有找到扫码器、读卡器或串口。模拟键盘的扫码器请写 scanner:keyboard",
    "no scanner, card reader or serial port found; a scanner that types is scanner:keyboard",
)


class NothingRead(JiaohaoError):
    code = "nothing_read"
    en = "Nothing was read within {seconds:g} s. Hold a card or code before it, or check its cable."
    zh = "{seconds:g} 秒内没有读到内容。请放上证件或出示二维码，或检查连接线。"


class NotOnAPort(JiaohaoError):
    code = "not_on_a_port"
    en = "{url} types like a keyboard and has no port to test. Scan into any text field instead."
    zh = "{url} 模拟键盘，没有可测试的端口。请在任意输入框中试扫。"


@devices.callback()
def find(context: typer.Context, probe: Probe = False, as_json: Json = False) -> None:
    """Find code scanners and identity-card readers.

    Alone it lists serial ports and what is probably on them, and sends no byte to any.
    """
    if context.invoked_subcommand is not None:
        return
    from common.devices.discovery import find_devices, probed

    out = console(as_json)
    found = [probed(one) if probe else one for one in find_devices()]
    told = "\n".join(line for one in found for line in _told(out, one))
    out.answer({"devices": [_facts(one) for one in found]}, told or out.say(_NOTHING))


@devices.command()
def test(
    url: Annotated[str, typer.Argument(metavar="URL", help="As `jiaohao devices` lists it.")],
    seconds: Seconds = 20,
    as_json: Json = False,
) -> None:
    """Wait for one card or code and say, masked, what was read.

    The exit code is 1 when nothing was.
    """
    from datetime import date

    from common.devices.address import DeviceKind, device_address
    from common.devices.id_reader import IdReader
    from common.devices.scanner import Scanner

    out = console(as_json)
    address = device_address(url)
    if address.port is None:
        raise NotOnAPort(url=url)
    device: IdReader | Scanner
    if address.kind is DeviceKind.ID_READER:
        device = IdReader(url, address, date.today)
    else:
        device = Scanner(url, address)
    deadline = time.monotonic() + seconds
    try:
        found = device.look(seconds)
        while found is None and time.monotonic() < deadline:
            found = device.look(max(0.0, deadline - time.monotonic()))
    finally:
        device.close()
    if found is None:
        raise NothingRead(seconds=seconds)
    facts, told, well = _reading(out, found)
    out.answer({"url": url, **facts}, told)
    if not well:
        raise typer.Exit(1)


def _reading(out: Console, found: CardEvent | Scan) -> tuple[dict[str, Any], str, bool]:
    """Facts and words about what was read, and whether it was read well."""
    from common.devices.id_card import IdCard
    from common.devices.id_reader import CardTrouble
    from common.domain.forms.field import Mask
    from common.domain.forms.masks import masked
    from common.domain.scanned import NOT_OURS, scanned_code

    if isinstance(found, CardTrouble):
        words = out.say(found.words)
        return {"read": False, "message": words}, words, False
    if isinstance(found, IdCard):
        with found as card:
            name, number = masked(card.name, Mask.NAME), masked(card.number, Mask.ID)
        return {"read": True, "name": name, "number": number}, f"{name} · {number}", True
    code = scanned_code(found.text)
    if code is None:
        words = out.say(NOT_OURS)
        return {"read": True, "code": None, "message": words}, words, True
    kinds = ", ".join(code.may_be)
    return {"read": True, "code": code.code, "may_be": code.may_be}, f"{code.code} · {kinds}", True


def _facts(one: FoundDevice) -> dict[str, Any]:
    return {
        "url": one.url,
        "also": list(one.also),
        "kind": one.kind,
        "says": one.says,
        "asked": one.asked,
        "answers": one.answers,
    }


def _told(out: Console, one: FoundDevice) -> Iterator[str]:
    yield one.url
    yield "    " + " · ".join(filter(None, (one.says, _condition(out, one))))
    for url in one.also:
        yield "    " + out.pick("也可写 ", "or ") + url


def _condition(out: Console, one: FoundDevice) -> str:
    kind = _KINDS[one.kind] if one.kind else _UNKNOWN
    if one.answers:
        return out.pick(f"{kind.zh}，有应答", f"{kind.en}, answers")
    if one.asked:
        why = one.why_not or Text("", "")
        return out.pick(f"没有阅读器应答 {why.zh}", f"no card reader answers {why.en}").strip()
    if one.kind:
        return out.pick(f"可能是{kind.zh}", f"probably: {kind.en}")
    return out.say(kind)
