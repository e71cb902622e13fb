"""The course of one set-up: plan, check, questions, summary, steps."""

from __future__ import annotations

import shlex
import sys
from dataclasses import replace
from pathlib import Path

import typer

from common.cli.console import user_language
from common.cli.setup_dialogue import SetupDialogue
from common.cli.terminal import NoTerminal, Terminal, padded
from common.domain.errors import JiaohaoError
from common.domain.text import Text
from common.installation.setting_up.check import check, require_rights
from common.installation.setting_up.handing_on import imported_settings
from common.installation.setting_up.options import SetupOptions, as_options, plan_from
from common.installation.setting_up.places import Places, places_of_this_pc
from common.installation.setting_up.plan import Plan
from common.installation.setting_up.steps import steps_of
from common.installation.setting_up.summary import summary
from common.machine import Machine, read_machine
from common.machine.errors import SettingsUnreadable, SettingsWrong

INTERRUPTED = 130


class SetupCourse:
    """From what was said on the command line, over the questions, to the last step."""

    def __init__(self, given: Path | None, *, yes: bool, untested: bool) -> None:
        self._given = given
        self._yes = yes
        self._untested = untested
        self._places: Places = places_of_this_pc()
        self._language = user_language()

    def run(self, said: SetupOptions) -> None:
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
        if self._given is not None:
            return imported_settings(self._given)
        try:
            return read_machine(self._places.settings), None
        except (SettingsUnreadable, SettingsWrong) as error:
            # Whoever has spoilt the file is told to run this: it must not end here.
            print(error.text(self._language), file=sys.stderr)
            return None, None

    def _asked(self, said: SetupOptions, base: Machine | None) -> Plan:
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
        raise typer.Exit(INTERRUPTED)

    def _confirmed(self, terminal: Terminal, plan: Plan) -> bool:
        terminal.tell()
        for label, value in summary(plan, self._places):
            terminal.tell(
                f"  {padded(label.say(terminal.language), 22)}{value.say(terminal.language)}"
            )
        terminal.tell()
        secret = ["--password-file", "FILE"] if plan.password is not None else []
        again = shlex.join(["sudo", "jiaohao", "setup", *as_options(plan), *secret, "--yes"])
        terminal.tell(Text(zh=f"不再提问的命令：\n  {again}", en=f"The same, unasked:\n  {again}"))
        terminal.tell()
        sure = Text(zh="就这样设置本机？(y/n)", en="Set this PC up like this? (y/n)")
        return terminal.agree(sure, default=False)

    def _carry_out(self, plan: Plan) -> None:
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
