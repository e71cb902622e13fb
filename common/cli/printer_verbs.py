"""`jiaohao printers`: which there are, how they are, and a test slip."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from common.cli.console import Console
from common.cli.options import Json, console
from common.domain.text import Text

if TYPE_CHECKING:
    from common.printing.discovery import FoundPrinter
    from common.printing.looking import Look

app = typer.Typer()
printers = typer.Typer(invoke_without_command=True)
app.add_typer(printers, name="printers")

Probe = Annotated[
    bool,
    typer.Option("--probe", help="Ask on ports too where something else may be connected."),
]
Hosts = Annotated[
    list[str] | None,
    typer.Option("--host", metavar="HOST[:PORT]", help="A network printer; may be repeated."),
]
Scan = Annotated[
    str | None,
    typer.Option("--scan", metavar="NETWORK", help="Search a private network: 192.168.1.0/24."),
]
TestedProfile = Annotated[
    str | None,
    typer.Option("--profile", metavar="PROFILE", help="Its profile, where it cannot tell."),
]

_NOT_ASKED = Text(
    "未询问：这里也可能接着其他设备；加 --probe 询问",
    "not asked, something else may be connected here; --probe asks",
)
_CANNOT_ANSWER = Text("不会应答；可以打印", "cannot answer; slips can be sent")
_NOTHING = Text(
    "没有找到打印机或串口。网络打印机请加 --host 地址",
    "no printer and no serial port found; name a network printer by --host ADDRESS",
)


@printers.callback()
def find(
    context: typer.Context,
    probe: Probe = False,
    hosts: Hosts = None,
    network: Scan = None,
    as_json: Json = False,
) -> None:
    """Find slip printers and test them.

    Alone it lists serial ports, USB printers and the system's queues, each with the address to
    copy. Only what certainly is a slip printer is asked how it is.
    """
    if context.invoked_subcommand is not None:
        return
    from common.printing.discovery import find_printers, printer_at, scan, without_doubles
    from common.printing.looking import look_at

    out = console(as_json)
    named = [printer_at(host) for host in hosts or ()]
    found = without_doubles([*named, *(scan(network) if network else ()), *find_printers()])
    looks = [
        (printer, look_at(printer) if probe or printer.slip_printer else None) for printer in found
    ]
    told = "\n".join(line for printer, look in looks for line in _told(out, printer, look))
    out.answer(
        {"printers": [_facts(out, printer, look) for printer, look in looks]},
        told or out.say(_NOTHING),
    )


@printers.command("test")
def test_slip(
    url: Annotated[str, typer.Argument(metavar="URL", help="As `jiaohao printers` lists it.")],
    profile: TestedProfile = None,
    as_json: Json = False,
) -> None:
    """Print a test slip and say what became of it.

    The exit code is 0 when it was printed or, where a printer cannot tell, sent.
    """
    from common.printing.looking import PROMISES_TOO_MUCH
    from common.printing.trying import try_printer

    out = console(as_json)
    trial = try_printer(url, profile)
    look, result = trial.look, trial.result
    words = [out.say(result.state.words), f"{out.bytes(result.written)}, {result.seconds:.1f} s"]
    if not look.guessed:
        words.append(
            out.pick(
                f"型号不明，按 {look.profile} 打印；如不对请加 --profile",
                f"model unknown, printed as {look.profile}; --profile names another",
            )
        )
    if look.promises_too_much:
        words.append(out.say(PROMISES_TOO_MUCH))
    if not trial.well:
        words.insert(1, out.say(result.trouble.words))
    out.answer(
        {
            "url": url,
            "says": look.says,
            "profile": look.profile,
            "state": result.state,
            "trouble": result.trouble,
            "written": result.written,
            "seconds": round(result.seconds, 3),
        },
        " · ".join(words),
    )
    if not trial.well:
        raise typer.Exit(1)


@printers.command()
def profiles(as_json: Json = False) -> None:
    """The printer models that are known, each with its profile's name."""
    from common.printing.profile import load_profile, profile_codes

    out = console(as_json)
    known = [load_profile(code) for code in profile_codes()]
    width = max(len(model.code) for model in known)
    out.answer(
        {
            "profiles": [
                {
                    "profile": model.code,
                    "name": out.say(model.name),
                    "dots": model.dots,
                    "columns": model.columns,
                    "proof": model.proof,
                    "tried": model.tried,
                }
                for model in known
            ]
        },
        "\n".join(
            f"{model.code:{width}}  {model.columns:2}  {model.proof:10}  {out.say(model.name)}"
            for model in known
        ),
    )


def _facts(out: Console, printer: FoundPrinter, look: Look | None) -> dict[str, Any]:
    status = look.status if look else None
    return {
        "url": printer.url,
        "also": list(printer.also),
        "way": printer.way,
        "says": look.says if look else printer.says,
        "profile": look.profile if look else printer.profile,
        "asked": look is not None,
        "can_print": status.can_print if status else None,
        "trouble": status.trouble if status else None,
        "message": _condition(out, look),
    }


def _told(out: Console, printer: FoundPrinter, look: Look | None) -> Iterator[str]:
    yield printer.url
    says, profile = (look.says, look.profile) if look else (printer.says, printer.profile)
    yield "    " + " · ".join(filter(None, (says, profile, _condition(out, look))))
    for url in printer.also:
        yield "    " + out.pick("也可写 ", "or ") + url


def _condition(out: Console, look: Look | None) -> str:
    if look is None:
        return out.say(_NOT_ASKED)
    if look.status.can_print and not look.status.told:
        return out.say(_CANNOT_ANSWER)
    if look.failure is not None:
        return look.failure.text(out.language)
    if look.promises_too_much:
        from common.printing.looking import PROMISES_TOO_MUCH

        return out.say(PROMISES_TOO_MUCH)
    words = out.say(look.status.trouble.words)
    if look.port is not None and look.port.paper_out and not look.status.told:
        words += out.pick("（USB 端口报告缺纸）", " (its USB port says that paper is out)")
    return words
