"""The verb of the virtual printer."""

from __future__ import annotations

import sys
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from common.cli.options import Lang, Profile, finite, language_named
from common.domain.text import Language

app = typer.Typer()

_PORT = {"metavar": "PORT", "min": 0, "max": 65535}
_PER_CENT = {"metavar": "%", "min": 0, "max": 100, "callback": finite}
_AMOUNT = {"metavar": "N", "callback": finite}


class Capability(StrEnum):
    """How much it answers."""

    FULL = "full"
    GSR = "gsr"
    EOT = "eot"
    NONE = "none"


class Font(StrEnum):
    """Which Chinese characters it holds."""

    GB18030 = "gb18030"
    GBK = "gbk"
    NONE = "none"


class FlowControl(StrEnum):
    """How it tells the host to wait."""

    XONXOFF = "xonxoff"
    RTSCTS = "rtscts"
    NONE = "none"


@app.command()
def printer(
    tcp: Annotated[
        int | None, typer.Option("--tcp", help="A TCP port; 0 picks one.", **_PORT)
    ] = None,
    rfc2217: Annotated[
        int | None, typer.Option("--rfc2217", help="A serial port over TCP; 0 picks one.", **_PORT)
    ] = None,
    link: Annotated[
        Path | None,
        typer.Option("--link", metavar="PATH", help="A fixed name for its serial line."),
    ] = None,
    usb: Annotated[
        bool, typer.Option("--usb", help="The serial line goes away with the power.")
    ] = False,
    headless: Annotated[bool, typer.Option("--headless", help="Without a window.")] = False,
    profile: Profile = "generic-80",
    capability: Annotated[
        Capability | None,
        typer.Option("--capability", help="Acknowledges jobs, GS r, DLE EOT only, or nothing."),
    ] = None,
    font: Annotated[
        Font | None, typer.Option("--font", help="Which Chinese characters it holds.")
    ] = None,
    latin_at_start: Annotated[
        bool, typer.Option("--latin-at-start", help="FS & must switch Chinese on.")
    ] = False,
    no_qr: Annotated[bool, typer.Option("--no-qr", help="It draws no QR codes.")] = False,
    no_cutter: Annotated[bool, typer.Option("--no-cutter", help="Slips are torn off.")] = False,
    no_asb: Annotated[bool, typer.Option("--no-asb", help="No status of itself (GS a).")] = False,
    presenter: Annotated[
        bool, typer.Option("--presenter", help="Slips wait until they are taken.")
    ] = False,
    paper_mm: Annotated[
        float | None, typer.Option("--paper-mm", min=0, help="Paper that is left.", **_AMOUNT)
    ] = None,
    roll_mm: Annotated[
        float | None, typer.Option("--roll-mm", min=1, help="Paper on a new roll.", **_AMOUNT)
    ] = None,
    speed: Annotated[float | None, typer.Option("--speed", min=1, help="mm/s.", **_AMOUNT)] = None,
    cover_open: Annotated[bool, typer.Option("--cover-open", help="Start with it open.")] = False,
    dead: Annotated[bool, typer.Option("--dead", help="Start hearing nothing.")] = False,
    babbling: Annotated[
        bool, typer.Option("--babbling", help="Start sending senseless bytes.")
    ] = False,
    baud: Annotated[
        int, typer.Option("--baud", metavar="N", min=0, help="Pace of its line; 0 = none.")
    ] = 0,
    flow: Annotated[
        FlowControl, typer.Option("--flow", help="How it holds the line.")
    ] = FlowControl.XONXOFF,
    buffer_bytes: Annotated[
        int, typer.Option("--buffer", metavar="N", min=512, help="Bytes it holds.")
    ] = 4096,
    busy_offline: Annotated[
        bool, typer.Option("--busy-offline", help="Holds the line while off line.")
    ] = False,
    reply_loss: Annotated[
        float, typer.Option("--reply-loss", help="Replies that get lost.", **_PER_CENT)
    ] = 0,
    latency_ms: Annotated[
        float, typer.Option("--latency-ms", min=0, help="Before each reply.", **_AMOUNT)
    ] = 0,
    noise: Annotated[
        float, typer.Option("--noise", help="Replies with senseless bytes before.", **_PER_CENT)
    ] = 0,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Of chance.")] = 0,
    out_dir: Annotated[
        Path | None, typer.Option("--out", metavar="FOLDER", help="Keep each slip here.")
    ] = None,
    language: Lang = Language.ZH,
    windowed: Annotated[
        str | None,
        typer.Option("--windowed", metavar="WxH[+X+Y]", help="Where its window stands."),
    ] = None,
) -> None:
    """A virtual slip printer on a serial line (pty), a TCP port, or RFC 2217."""
    from common.printing.profile import Cutter
    from common.printing.virtual.build import CAPABILITIES, Rom
    from common.printing.virtual.condition import Faults
    from common.printing.virtual.line import Flow, Line
    from common.printing.virtual.serve import PrinterOrder, run_headless

    order = PrinterOrder(
        profile=profile,
        tcp_port=tcp,
        rfc2217_port=rfc2217,
        link=link,
        usb=usb,
        out_dir=out_dir,
        paper_mm=paper_mm,
        roll_mm=roll_mm,
        speed=speed,
        build={
            "proof": CAPABILITIES[capability] if capability is not None else None,
            "rom": Rom(font) if font is not None else None,
            "chinese_at_start": not latin_at_start,
            "qr": False if no_qr else None,
            "cutter": Cutter.NONE if no_cutter else None,
            "asb": False if no_asb else None,
            "presenter": presenter,
        },
        line=Line(
            baud=baud,
            flow=Flow(flow),
            buffer_bytes=buffer_bytes,
            busy_offline=busy_offline,
            reply_loss=reply_loss,
            latency_ms=latency_ms,
            noise=noise,
            seed=seed,
        ),
        faults=Faults(cover_open=cover_open, dead=dead, babbling=babbling),
    )
    if headless:
        sys.exit(run_headless(order))
    # By name, since the window lives above this package and needs Qt.
    geometry = import_module("common.qt.geometry").parse_geometry(windowed) if windowed else None
    run = import_module("common.qt.printer_window").run_windowed
    sys.exit(run(order, language_named(language), geometry))
