"""The verbs of the virtual identity-card reader and the virtual scanner."""

from __future__ import annotations

import sys
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from common.cli.console import Console, user_language
from common.cli.options import Lang, finite, language_named
from common.domain.errors import JiaohaoError
from common.domain.text import Language, Text

app = typer.Typer()

Tcp = Annotated[
    int | None,
    typer.Option("--tcp", metavar="PORT", min=0, max=65535, help="A TCP port; 0 picks one."),
]
Link = Annotated[
    Path | None, typer.Option("--link", metavar="PATH", help="A fixed name for its serial line.")
]


class UnknownPerson(JiaohaoError):
    code = "unknown_person"
    en = "No card of {given} is there. Known: {known}."
    zh = "没有“{given}”的证件。可用：{known}。"


class LineEnd(StrEnum):
    """What a scanner sends behind each code."""

    CR = "cr"
    CRLF = "crlf"
    NONE = "none"


class Encoding(StrEnum):
    """How a QR code holds Chinese."""

    UTF_8 = "utf-8"
    GBK = "gbk"


_ENDS = {LineEnd.CR: b"\r", LineEnd.CRLF: b"\r\n", LineEnd.NONE: b""}


@app.command()
def idreader(
    tcp: Tcp = None,
    link: Link = None,
    headless: Annotated[bool, typer.Option("--headless", help="Without a window.")] = False,
    card: Annotated[
        str | None,
        typer.Option("--card", metavar="CARD", help="This card lies on it: 1, 2, … or a name."),
    ] = None,
    slow: Annotated[
        float,
        typer.Option(
            "--slow", metavar="N", min=0, max=60, callback=finite, help="Seconds before answers."
        ),
    ] = 0,
    noise: Annotated[
        int,
        typer.Option("--noise-bytes", metavar="N", min=0, max=1000, help="Before each answer."),
    ] = 0,
    wrong_check: Annotated[
        int, typer.Option("--wrong-check", metavar="%", min=0, max=100, help="Damaged answers.")
    ] = 0,
    authentication: Annotated[
        bool, typer.Option("--fail-authentication", help="No card can be verified.")
    ] = False,
    unauthorised: Annotated[
        bool, typer.Option("--unauthorised", help="Its security module refuses everything.")
    ] = False,
    moving: Annotated[
        bool, typer.Option("--moving", help="Cards are lifted before they are read.")
    ] = False,
    forgetful: Annotated[
        bool, typer.Option("--forgetful", help="It finds a card again that it has read.")
    ] = False,
    dead: Annotated[bool, typer.Option("--dead", help="Start hearing nothing.")] = False,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Of chance.")] = 0,
    language: Lang = Language.ZH,
) -> None:
    """A virtual identity-card reader with cards of invented persons.

    Each line of its standard input places or removes a card or switches a fault.
    """
    from common.devices.virtual.id_reader import ReaderFaults
    from common.devices.virtual.persons import PERSONS, person_named
    from common.devices.virtual.serve import Places, ReaderOrder, run_reader

    person = None if card is None else person_named(card)
    if card is not None and person is None:
        raise UnknownPerson(given=card, known=" ".join(one.name for one in PERSONS))
    order = ReaderOrder(
        places=Places(tcp, link),
        card=person,
        faults=ReaderFaults(
            slow=slow,
            noise=noise,
            wrong_check=wrong_check,
            authentication=authentication,
            unauthorised=unauthorised,
            moving=moving,
            forgetful=forgetful,
            dead=dead,
        ),
        seed=seed,
    )
    if headless:
        sys.exit(run_reader(order, _say))
    # By name, since the window lives above this package and needs Qt.
    run = import_module("common.qt.id_reader_window").run_windowed
    sys.exit(run(order, language_named(language)))


@app.command()
def scanner(
    codes: Annotated[
        list[str] | None, typer.Argument(metavar="[CODE]...", help="What it scans.")
    ] = None,
    tcp: Tcp = None,
    link: Link = None,
    pause: Annotated[
        float,
        typer.Option(
            "--pause", metavar="N", min=0, callback=finite, help="Seconds before each code."
        ),
    ] = 1,
    end: Annotated[
        LineEnd, typer.Option("--end", help="What it sends behind a code.")
    ] = LineEnd.CR,
    encoding: Annotated[
        Encoding, typer.Option("--encoding", help="How it sends Chinese.")
    ] = Encoding.UTF_8,
) -> None:
    """A virtual code scanner: it scans what is named, then each line of its standard input."""
    from common.devices.virtual.serve import Places, run_scanner

    def spoken(code: str) -> bytes:
        return code.encode(encoding, "replace") + _ENDS[end]

    sys.exit(run_scanner(Places(tcp, link), tuple(codes or ()), spoken, pause))


def _say(words: Text) -> None:
    """Beside standard output, whose first lines are URLs for scripts."""
    print(Console(False, user_language()).say(words), file=sys.stderr, flush=True)
