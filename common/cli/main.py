"""Entry of the `jiaohao` command."""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path

# A command lives for a moment. Collecting garbage while the libraries load costs it a quarter
# of its time and frees nothing. A front end collects once it is loaded.
gc.set_threshold(200_000)

import click  # noqa: E402

from common.cli.console import Console, user_language  # noqa: E402
from common.cli.verbs import Verbs  # noqa: E402
from common.cli.wrong_use import words_of  # noqa: E402
from common.domain.errors import JiaohaoError  # noqa: E402
from common.domain.os_words import os_words  # noqa: E402

_WRONG_USE = 2
_BUG = 70
_INTERRUPTED = 130
_READER_GONE = 141
"""As a shell tells it of any program that is ended so: what was done by then is done."""


class WrongUse(JiaohaoError):
    code = "wrong_use"
    en = "{told_en}"
    zh = "{told_zh}"


class InternalError(JiaohaoError):
    code = "internal_error"
    en = "internal error: {told} (JIAOHAO_DEBUG=1 shows where)"
    zh = "程序内部错误：{told}（设置 JIAOHAO_DEBUG=1 查看详情）"


class AnswerLost(JiaohaoError):
    code = "answer_lost"
    en = "The answer cannot be written: {why}."
    zh = "无法写出回答：{why}。"


def main() -> None:
    """Run one command; the exit code is 0, 1 for an expected error, 2 for wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # The act is done by the time it is told: a terminal without Chinese is no reason to
            # fail.
            stream.reconfigure(errors="backslashreplace")
    if isinstance(sys.stdin, TextIOWrapper):
        # Whoever reads a line judges what is in it.
        sys.stdin.reconfigure(errors="surrogateescape")
    elif sys.stdin is None:
        # It was closed: nobody says anything, as long as this process lives.
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115
    sys.exit(_heard(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code. Errors end as one clear line."""
    console = Console(as_json="--json" in arguments, language=user_language())
    heard_by = sys.stdout
    try:
        return int(Verbs(console.language).main(arguments, "jiaohao", standalone_mode=False) or 0)
    except JiaohaoError as error:
        console.fail(error)
        return 1
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message())
        return _WRONG_USE
    except click.UsageError as error:
        words = words_of(error)
        console.fail(WrongUse(told_zh=words.zh, told_en=words.en))
        return _WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except SystemExit:
        if sys.stdout is not heard_by:  # Click put something deaf there, and would end with 1,
            return _READER_GONE  # which means here that nothing was done.
        raise
    except Exception as error:  # noqa: BLE001 - the top: a bug becomes one line, not a trace
        if os.environ.get("JIAOHAO_DEBUG"):
            import traceback

            traceback.print_exc()
        console.fail(InternalError(told=f"{type(error).__name__}: {error}".splitlines()[0]))
        return _BUG


def _heard(arguments: list[str]) -> int:
    """Run one command; the exit code is another when its words come to nobody."""
    try:
        code = run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        # What is left would be tried again at the end of Python, with words of its own.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return _READER_GONE
        Console(as_json=False, language=user_language()).fail(AnswerLost(why=os_words(error)))
        return _BUG
    return code
