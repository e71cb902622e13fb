"""Programs of the operating system that set-up calls, and how they fail in words for people."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence

from common.domain.errors import JiaohaoError


class CommandMissing(JiaohaoError):
    """Facts: command, package."""

    code = "command_missing"
    en = "The program {command} is not on this PC. Install it: sudo apt install {package}"
    zh = "本机没有程序 {command}。请安装：sudo apt install {package}"


class CommandFailed(JiaohaoError):
    """Facts: command, detail (what it said itself)."""

    code = "command_failed"
    en = "{command} failed: {detail}"
    zh = "{command} 执行失败：{detail}"


_OF_ADMINISTRATORS = ("/usr/sbin", "/sbin")
"""Not on the path of who became root by `su`, as on a Debian PC without sudo."""


def run(
    command: Sequence[str],
    *,
    package: str,
    given: str | None = None,
    environment: Mapping[str, str] | None = None,
) -> str:
    """Run a program to its end and return what it wrote to its standard output.

    `package` is the system's package that brings the program, `given` goes to its standard input,
    `environment` is added to this process's. Raises CommandMissing, CommandFailed.
    """
    name = command[0]
    path = os.pathsep.join(
        [*filter(None, os.environ.get("PATH", os.defpath).split(os.pathsep)), *_OF_ADMINISTRATORS]
    )
    if shutil.which(name, path=path) is None:
        raise CommandMissing(command=name, package=package)
    done = subprocess.run(
        command,
        input=given,
        capture_output=True,
        text=True,
        errors="replace",
        env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8", **(environment or {})},
    )
    if done.returncode:
        told = (done.stderr or done.stdout).strip().splitlines()
        detail = told[-1] if told else f"exit code {done.returncode}"
        raise CommandFailed(command=" ".join(command[:3]), detail=detail)
    return done.stdout
