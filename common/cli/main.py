"""Entry of the `jiaohao` command."""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper

# A command lives for a moment. Collecting garbage while the libraries load costs it a quarter
# of its time and frees nothing.
gc.disable()

import click  # noqa: E402

from common.cli.console import Console, user_language  # noqa: E402
from common.cli.verbs import Verbs  # noqa: E402
from common.cli.wrong_use import words_of  # noqa: E402
from common.domain.errors import JiaohaoError  # noqa: E402

_WRONG_USE = 2
_BUG = 70


def main() -> None:
    """Run one command; the exit code is 0, 1 for an expected error, 2 for wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # The act is done by the time it is told: a terminal without Chinese is no reason to
            # fail. JSON stays JSON this way.
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code. Errors end as one clear line."""
    console = Console(as_json="--json" in arguments, language=user_language())
    try:
        return int(Verbs(console.language).main(arguments, "jiaohao", standalone_mode=False) or 0)
    except JiaohaoError as error:
        console.fail(error)
        return 1
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message())
        return _WRONG_USE
    except click.UsageError as error:
        print(console.say(words_of(error)), file=sys.stderr)
        return _WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # noqa: BLE001 - the top: a bug becomes one line, not a trace
        if os.environ.get("JIAOHAO_DEBUG"):
            import traceback

            traceback.print_exc()
        told = f"{type(error).__name__}: {error}".splitlines()[0]
        print(
            console.pick(
                f"程序内部错误：{told}（设置 JIAOHAO_DEBUG=1 查看详情）",
                f"internal error: {told} (JIAOHAO_DEBUG=1 shows where)",
            ),
            file=sys.stderr,
        )
        return _BUG
