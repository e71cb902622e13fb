"""A queue of CUPS that hands our bytes on as they are."""

from __future__ import annotations

import os
import subprocess

from common.domain.text import Text
from common.printing.transports.transport import Transport

_NOT_INSTALLED = Text(
    "没有 lp 命令，请安装 cups-client 软件包",
    "the command lp is missing: install the package cups-client",
)


class CupsTransport(Transport):
    """Each write is one job of the spooler, which tells no more than that it took it."""

    answers = False
    stays_open = False

    def __init__(self, url: str, queue: str, connect_seconds: float) -> None:
        super().__init__(url)
        self._queue = queue
        try:
            told = run_cups(["lpstat", "-p", queue], connect_seconds)
        except FileNotFoundError as error:
            raise self._gone(_NOT_INSTALLED) from error
        except (OSError, subprocess.TimeoutExpired) as error:
            raise self._gone(_silent(error)) from error
        if told.returncode:
            raise self._gone(_refused(queue, told.stderr))
        # A stopped queue would keep the slip and print it hours later.
        if " disabled " in told.stdout.partition("\n")[0]:
            zh, en = f"队列 {queue} 已停用", f"queue {queue} is stopped"
            raise self._gone(Text(f"{zh}：请运行 cupsenable {queue}", f"{en}: cupsenable {queue}"))

    def write(self, data: bytes, seconds: float) -> None:
        command = ["lp", "-d", self._queue, "-o", "raw", "-t", "jiaohao"]
        try:
            told = run_cups(command, seconds, data)
        except FileNotFoundError as error:
            raise self._gone(_NOT_INSTALLED) from error
        except subprocess.TimeoutExpired as error:
            raise self._late(seconds, len(data)) from error
        except OSError as error:
            raise self._gone(error) from error
        if told.returncode:
            raise self._gone(_refused(self._queue, told.stderr))

    def read(self, seconds: float) -> bytes:
        return b""

    def drop_unsent(self) -> None:
        return  # a job belongs to the spooler once it has it

    def close(self) -> None:
        return  # every write is a program of its own


def run_cups(
    command: list[str], seconds: float, data: bytes = b""
) -> subprocess.CompletedProcess[str]:
    """Run one of CUPS's programs, in English, to its end; it is killed after `seconds`."""
    done = subprocess.run(
        command,
        input=data,
        capture_output=True,
        timeout=max(0.0, seconds),
        env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"},
    )
    return subprocess.CompletedProcess(
        done.args,
        done.returncode,
        done.stdout.decode("utf-8", "replace"),
        done.stderr.decode("utf-8", "replace"),
    )


def _silent(error: Exception) -> Exception:
    return TimeoutError() if isinstance(error, subprocess.TimeoutExpired) else error


def _refused(queue: str, told: str) -> Text:
    line = told.strip().partition("\n")[0]
    return Text(
        f"CUPS 不接受队列 {queue} 的任务：{line}；`lpstat -e` 列出现有队列",
        f"CUPS takes nothing for queue {queue}: {line}; `lpstat -e` lists the queues",
    )
