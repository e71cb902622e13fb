"""`jiaohao setup`: what this PC is."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from common.cli.console import user_language
from common.cli.first_run import has_screen
from common.cli.passwords import read_line
from common.domain.errors import JiaohaoError
from common.domain.os_words import os_words
from common.domain.text import Text

if TYPE_CHECKING:
    from common.installation.setting_up.options import SetupOptions


class NoScreen(JiaohaoError):
    code = "no_screen"
    en = "No window can be shown here. Run `sudo jiaohao setup`, which asks in the terminal."
    zh = "此处没有可显示窗口的屏幕。请运行 `sudo jiaohao setup`，在终端中设置。"


app = typer.Typer()
setup = typer.Typer(invoke_without_command=True)
app.add_typer(setup, name="setup")

_WRONG_USE = 2


@setup.callback()
def set_up(
    context: typer.Context,
    role: Annotated[
        str | None,
        typer.Option(
            "--role",
            metavar="ROLE",
            help="What this PC is: all-in-one, server, kiosk, counter or display.",
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option("--language", "--lang", metavar="zh|en", help="Its language to begin with."),
    ] = None,
    database: Annotated[
        str | None,
        typer.Option(
            "--database",
            metavar="URL",
            help="postgresql://USER@HOST/NAME without a password, or embedded (all-in-one).",
        ),
    ] = None,
    password_file: Annotated[
        Path | None,
        typer.Option(
            "--password-file",
            metavar="FILE",
            help="The first line is the password of the database's user.",
        ),
    ] = None,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="It is the first line of standard input.")
    ] = False,
    certificate: Annotated[
        Path | None,
        typer.Option(
            "--certificate",
            metavar="FILE",
            help="The server's certificate (PEM): only that server is spoken to, over TLS.",
        ),
    ] = None,
    demo: Annotated[bool, typer.Option("--demo", help="The demonstration hall.")] = False,
    hall: Annotated[
        Path | None, typer.Option("--hall", metavar="FILE", help="A hall file of your own.")
    ] = None,
    network: Annotated[
        str | None,
        typer.Option(
            "--network", metavar="NETWORK", help="Server: the PCs it lets in: 192.168.1.0/24."
        ),
    ] = None,
    kiosk_name: Annotated[
        str | None,
        typer.Option("--kiosk-name", metavar="NAME", help="This kiosk's code in the hall file."),
    ] = None,
    counter: Annotated[
        str | None, typer.Option("--counter", metavar="COUNTER", help="This PC's counter.")
    ] = None,
    zone: Annotated[
        str | None, typer.Option("--zone", metavar="ZONE", help="One zone only.")
    ] = None,
    printer: Annotated[
        str | None,
        typer.Option(
            "--printer",
            metavar="URL",
            help="Its slip printer, as `jiaohao printers` finds it; or none.",
        ),
    ] = None,
    printer_profile: Annotated[
        str | None,
        typer.Option("--printer-profile", metavar="PROFILE", help="The printer's profile."),
    ] = None,
    scanner: Annotated[
        list[str] | None,
        typer.Option("--scanner", metavar="URL", help="A scanner of codes; may be repeated."),
    ] = None,
    id_reader: Annotated[
        list[str] | None,
        typer.Option(
            "--id-reader", metavar="URL", help="A reader of identity cards; may be repeated."
        ),
    ] = None,
    screen: Annotated[
        str | None,
        typer.Option(
            "--screen",
            metavar="NAME",
            help="Of several screens, the one of the kiosk or board: its name or number.",
        ),
    ] = None,
    display_screen: Annotated[
        str | None,
        typer.Option(
            "--display-screen", metavar="NAME", help="All-in-one: the screen of the board."
        ),
    ] = None,
    autostart: Annotated[
        str | None,
        typer.Option(
            "--autostart",
            metavar="NAMES",
            help="All-in-one: what starts by itself: kiosk,counter,display, some of them, or none.",
        ),
    ] = None,
    desktop_user: Annotated[
        list[str] | None,
        typer.Option(
            "--desktop-user",
            metavar="NAME",
            help="A user of this PC who runs the counter; may be repeated.",
        ),
    ] = None,
    form_key: Annotated[
        Path | None,
        typer.Option(
            "--form-key",
            metavar="FILE",
            help="The key that opens filled forms; each desktop user gets a copy.",
        ),
    ] = None,
    given: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Settings that `jiaohao setup export` wrote on another PC.",
        ),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Ask nothing: options, and else the present settings.")
    ] = False,
    untested: Annotated[
        bool, typer.Option("--untested", help="Do not ask the server whether all is right.")
    ] = False,
    no_start: Annotated[
        bool, typer.Option("--no-start", help="Write the settings; start nothing.")
    ] = False,
    window: Annotated[bool, typer.Option("--window", help="In a window.")] = False,
) -> None:
    """Set this PC up: what it is, its database, its printer.

    Asks in the terminal, or takes all from options with --yes. Nothing is changed before the
    summary is confirmed, and it may be run again at any time.
    """
    if context.invoked_subcommand is not None:
        return
    # The other verbs do without this.
    from common.cli.setup_course import INTERRUPTED, SetupCourse
    from common.installation.setting_up.errors import WrongSetup
    from common.installation.setting_up.options import SetupOptions

    said = SetupOptions(
        role=role,
        language=language,
        database=database,
        certificate=certificate,
        demo=demo,
        hall=hall,
        network=network,
        kiosk_name=kiosk_name,
        counter=counter,
        zone=zone,
        printer=printer,
        printer_profile=printer_profile,
        scanner=tuple(scanner or ()),
        id_reader=tuple(id_reader or ()),
        screen=screen,
        display_screen=display_screen,
        autostart=autostart,
        desktop_users=tuple(desktop_user or ()),
        form_key=form_key,
        start=not no_start,
    )
    try:
        said = replace(said, password=_password(password_file, from_stdin=password_stdin))
        if window:
            _refuse_without_questions({"--from": given, "--yes": yes, "--untested": untested})
            raise typer.Exit(_window(said))
        SetupCourse(given, yes=yes, untested=untested).run(said)
    except WrongSetup as error:
        _leave(error, _WRONG_USE)
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None


def _window(said: SetupOptions) -> int:
    """Raises NoScreen, OptionNotForThis, OptionWrong."""
    if not has_screen():
        raise NoScreen
    code: int = import_module("common.qt.setup_window").run_setup_window(said)
    return code


def _refuse_without_questions(said: Mapping[str, object]) -> None:
    """The window asks and tests all by itself. Raises OptionNotForThis."""
    from common.installation.setting_up.errors import OptionNotForThis

    for option, value in said.items():
        if value:
            why = Text(zh="窗口中会逐项提问", en="the window asks for everything itself")
            raise OptionNotForThis(option=option, why=why)


@setup.command("export")
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The new file, for other PCs.")],
) -> None:
    """Write this PC's settings for the next ones, without passwords and without its own name.

    There: sudo jiaohao setup --from FILE --counter F02 --password-file FILE --yes.
    """
    from common.cli.output_files import spare_databases
    from common.installation.setting_up.handing_on import export_settings
    from common.installation.setting_up.places import places_of_this_pc

    spare_databases(file)
    for written in export_settings(places_of_this_pc(), file):
        print(written)


def _password(file: Path | None, *, from_stdin: bool) -> str | None:
    """Raises OptionNotForThis, OptionWrong, PasswordNotText, OptionMissing when it is empty."""
    from common.installation.setting_up.errors import (
        OptionMissing,
        OptionNotForThis,
        OptionWrong,
    )

    if file is None and not from_stdin:
        return None
    if file is not None and from_stdin:
        why = Text(zh="已指定 --password-file", en="--password-file was given too")
        raise OptionNotForThis(option="--password-stdin", why=why)
    try:
        password = read_line() if file is None else _first_line(file)
    except OSError as error:
        why = os_words(error)
        raise OptionWrong(option="--password-file", given=file, why=why) from None
    except UnicodeDecodeError:
        why = Text(zh="不是 UTF-8 文本", en="it is not text in UTF-8")
        raise OptionWrong(option="--password-file", given=file, why=why) from None
    if not password:
        option = "--password-file" if file is not None else "--password-stdin"
        raise OptionMissing(option=option, why=Text(zh="密码为空", en="the password is empty"))
    return password


def _first_line(file: Path) -> str:
    with file.open(encoding="utf-8-sig") as opened:
        return opened.readline().rstrip("\r\n")


def _leave(error: JiaohaoError, code: int) -> NoReturn:
    print(error.text(user_language()), file=sys.stderr)
    raise typer.Exit(code)
