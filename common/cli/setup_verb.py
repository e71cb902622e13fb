"""`jiaohao setup`: what this PC is."""

from __future__ import annotations

import shlex
import sys
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
    from common.cli.terminal import Terminal
    from common.installation.setting_up.options import SetupOptions
    from common.installation.setting_up.places import Places
    from common.installation.setting_up.plan import Plan
    from common.machine import Machine


class NoScreen(JiaohaoError):
    code = "no_screen"
    en = "No window can be shown here. Run `sudo jiaohao setup`, which asks in the terminal."
    zh = "此处没有可显示窗口的屏幕。请运行 `sudo jiaohao setup`，在终端中设置。"


app = typer.Typer()
setup = typer.Typer(invoke_without_command=True)
app.add_typer(setup, name="setup")

_WRONG_USE = 2
_INTERRUPTED = 130


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
    if window:
        if not has_screen():
            raise NoScreen
        raise typer.Exit(import_module("common.qt.setup_window").run_setup_window())
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
        _Setup(given, yes=yes, untested=untested).run(said)
    except WrongSetup as error:
        _leave(error, _WRONG_USE)
    except KeyboardInterrupt:
        raise typer.Exit(_INTERRUPTED) from None


@setup.command("export")
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The new file, for other PCs.")],
) -> None:
    """Write this PC's settings for the next ones, without passwords and without its own name.

    There: sudo jiaohao setup --from FILE --counter F02 --password-file FILE --yes.
    """
    from common.installation.setting_up.handing_on import export_settings
    from common.installation.setting_up.places import places_of_this_pc

    for written in export_settings(places_of_this_pc(), file):
        print(written)


class _Setup:
    """One run of the command."""

    def __init__(self, given: Path | None, *, yes: bool, untested: bool) -> None:
        from common.installation.setting_up.places import places_of_this_pc

        self._given = given
        self._yes = yes
        self._untested = untested
        self._places: Places = places_of_this_pc()
        self._language = user_language()

    def run(self, said: SetupOptions) -> None:
        from common.installation.setting_up.check import check, require_rights
        from common.installation.setting_up.options import plan_from

        require_rights(self._places)
        base, certificate = self._base()
        if said.certificate is None and said.database is None:
            said = replace(said, certificate=certificate)
        if self._yes:
            plan = plan_from(said, base)
            if said.language is not None:
                self._language = plan.machine.language
            check(plan, self._places, untested=self._untested)
        else:
            plan = self._asked(said, base)
        self._carry_out(plan)

    def _base(self) -> tuple[Machine | None, Path | None]:
        """The settings that count for what is not said: given ones, else those of this PC."""
        from common.installation.setting_up.handing_on import imported_settings
        from common.machine import read_machine
        from common.machine.errors import SettingsUnreadable, SettingsWrong

        if self._given is not None:
            return imported_settings(self._given)
        try:
            return read_machine(self._places.settings), None
        except (SettingsUnreadable, SettingsWrong) as error:
            # Whoever has spoilt the file is told to run this: it must not end here.
            print(error.text(self._language), file=sys.stderr)
            return None, None

    def _asked(self, said: SetupOptions, base: Machine | None) -> Plan:
        from common.cli.setup_dialogue import SetupDialogue
        from common.cli.terminal import NoTerminal, Terminal
        from common.installation.setting_up.options import plan_from

        if not sys.stdin.isatty():
            raise NoTerminal
        if base is None:
            language = said.language or self._language.value
            said = replace(said, role=said.role or "all-in-one", language=language)
        plan = plan_from(said, base)
        terminal = Terminal(plan.machine.language)
        dialogue = SetupDialogue(terminal, self._places, untested=self._untested)
        try:
            plan = dialogue.complete(plan)
            self._language = terminal.language
            if self._confirmed(terminal, plan):
                return plan
        except KeyboardInterrupt:
            print()
        terminal.tell(Text(zh="未作任何更改", en="Nothing was changed."))
        raise typer.Exit(_INTERRUPTED)

    def _confirmed(self, terminal: Terminal, plan: Plan) -> bool:
        from common.cli.terminal import padded
        from common.installation.setting_up.options import as_options
        from common.installation.setting_up.summary import summary

        terminal.tell()
        for label, value in summary(plan, self._places):
            terminal.tell(
                f"  {padded(label.say(terminal.language), 22)}{value.say(terminal.language)}"
            )
        terminal.tell()
        again = shlex.join(["jiaohao", "setup", *as_options(plan), "--yes"])
        terminal.tell(Text(zh=f"不再提问的命令：\n  {again}", en=f"The same, unasked:\n  {again}"))
        terminal.tell()
        sure = Text(zh="就这样设置本机？(y/n)", en="Set this PC up like this? (y/n)")
        return terminal.agree(sure, default=False)

    def _carry_out(self, plan: Plan) -> None:
        from common.installation.setting_up.steps import steps_of

        def told(done: Text) -> None:
            print(f"  · {done.say(self._language)}", flush=True)

        for step in steps_of(plan, self._places, told):
            what = step.what.say(self._language)
            try:
                remark = step.do()
            except (JiaohaoError, KeyboardInterrupt) as error:
                print(f"✗ {what}", flush=True)
                if isinstance(error, JiaohaoError):
                    print(error.text(self._language), file=sys.stderr)
                print(_AGAIN.say(self._language), file=sys.stderr)
                raise typer.Exit(1) from None
            told_last = remark.say(self._language) if remark else None
            print(_done(what, told_last), flush=True)
        print(_DONE.say(self._language))


def _done(what: str, remark: str | None) -> str:
    """One line; a longer remark stands below it."""
    joint = "\n" if remark and "\n" in remark else " · "
    return f"✓ {what}" + (f"{joint}{remark}" if remark else "")


_AGAIN = Text(
    zh="之前的步骤已完成。处理后请再次运行，已完成的步骤不会重复生效。",
    en="The steps before it are done. Put it right and run this again; what is done stays done.",
)
_DONE = Text(
    zh="本机已设置好。检查：jiaohao doctor", en="This PC is set up. Examine it: jiaohao doctor"
)


def _password(file: Path | None, *, from_stdin: bool) -> str | None:
    """Raises OptionNotForThis, OptionWrong, OptionMissing when it is empty."""
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
    if not password:
        option = "--password-file" if file is not None else "--password-stdin"
        raise OptionMissing(option=option, why=Text(zh="密码为空", en="the password is empty"))
    return password


def _first_line(file: Path) -> str:
    with file.open(encoding="utf-8") as opened:
        return opened.readline().rstrip("\r\n")


def _leave(error: JiaohaoError, code: int) -> NoReturn:
    print(error.text(user_language()), file=sys.stderr)
    raise typer.Exit(code)
