"""Setting a PC up from the window: `jiaohao setup … --yes` as a child, with root's rights.

The window itself stays a program of the user: only the command at its end becomes root.
"""

from __future__ import annotations

import os
import shlex

from PySide6.QtCore import QObject, QProcess, Signal

from common.domain.text import Text
from common.installation.setting_up.options import as_options
from common.installation.setting_up.places import Places
from common.installation.setting_up.plan import Plan
from common.machine.program import own_command

_NOT_ALLOWED = (126, 127)
"""`pkexec`: nobody gave the password, or nobody could be asked for it."""


class SetupRun(QObject):
    """One run of the command, and what it says.

    Signals:
        changed(): a step is done, or the run has ended.
    """

    changed = Signal()

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._process: QProcess | None = None
        self.steps: list[str] = []
        """Each step that is done, in the words of the command."""
        self.remarks: list[str] = []
        """What it says beside: what to carry to other PCs, and what to do next."""
        self.trouble = ""
        """Why it ended before its end."""
        self.refused: Text | None = None
        """What to do where this user could not become root."""
        self.done = False

    @property
    def running(self) -> bool:
        return self._process is not None

    def start(self, plan: Plan) -> None:
        """Begin; `changed` tells of each step and of the end."""
        self.steps, self.remarks = [], []
        self.trouble, self.refused, self.done = "", None, False
        options = [*as_options(plan), *(["--password-stdin"] if plan.password else []), "--yes"]
        program, *arguments = [*self._as_root(), *own_command("setup", *options)]
        self._advice = shlex.join(["sudo", "jiaohao", "setup", *options])
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._not_started)
        self._process.start(program, arguments)
        if plan.password:
            self._process.write(f"{plan.password}\n".encode())
        self._process.closeWriteChannel()
        self.changed.emit()

    def _as_root(self) -> list[str]:
        if not self._places.of_the_system or os.name == "nt" or os.geteuid() == 0:
            return []
        return ["pkexec"]

    def _read(self) -> None:
        assert self._process is not None
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode("utf-8", "replace").strip()
            if line.startswith("✓ "):
                self.steps.append(line.removeprefix("✓ "))
            elif self.steps and not line.startswith(("✗", "·")):
                self.remarks.append(line)
        self.changed.emit()

    def _ended(self, code: int) -> None:
        assert self._process is not None
        self._read()
        told = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        self._forget()
        self.done = code == 0
        if code in _NOT_ALLOWED:
            self.refused = self._by_hand()
        elif code:
            self.trouble = told.strip()
        self.changed.emit()

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._forget()
            self.refused = self._by_hand()
            self.changed.emit()

    def _forget(self) -> None:
        if self._process is not None:
            self._process.deleteLater()
            self._process = None

    def _by_hand(self) -> Text:
        return Text(
            zh=f"没有管理员权限，未作任何更改。也可在终端运行：\n{self._advice}",
            en=f"No administrator's rights: nothing was changed. In a terminal, it is:\n"
            f"{self._advice}",
        )
