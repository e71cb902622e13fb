"""A front end that is watched: it starts again when it hangs, crashes or asks for it.

For machines without systemd, which does the same by `WatchdogSec` (docs/decisions/0026). The
front end runs in a process of its own, whose GUI thread sends a pulse through its standard output.
This process never touches a screen, so that nothing that hangs there can hang it too.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from importlib import import_module
from pathlib import Path
from queue import Empty, SimpleQueue
from types import FrameType

from common.cli.log_files import log_to_files
from common.machine.program import own_command

log = logging.getLogger(__name__)

OPTION = "--watched"
WATCHED = "JIAOHAO_WATCHED"
"""In the environment of a front end whose standard output takes pulses."""
EXIT_AGAIN = 75
"""The front end asks to be started again (EX_TEMPFAIL of sysexits.h)."""
EXIT_CLOSED = 3
"""Staff closed it: systemd leaves it so until the PC starts anew (RestartPreventExitStatus)."""
_REFUSED = (1, 2)
"""What a front end ends with when it cannot start this way: a second try would not help."""
_LISTENS_ON = 1.0
"""Seconds: something that the front end has started may still hold its output open."""
_SCREENS = {"kiosk", "display"}
"""Front ends that fill a screen in public, where words stand until they are back."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds that things may take."""

    start: float = 60.0
    """From the start of a front end to its first pulse."""
    hang: float = 2.0
    """Between two pulses: with `trace`, a hang ends within five seconds."""
    settling: float = 30.0
    """So long after its start a front end still loads things, and has `early` between two."""
    early: float = 20.0
    trace: float = 0.3
    """To write down where it hangs."""
    end: float = 5.0
    """From being asked to end to being made to."""
    steady: float = 60.0
    """Who lived longer than that and then fell starts again at once."""
    pauses: tuple[float, ...] = (0.0, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
    """Before each start after a fall; the last one also after all further falls."""
    words_from: float = 2.0
    """A pause of so long or longer is told on the screen."""
    replaced: float = 60.0
    """So long after another version was put in its place a front end makes room for that."""


class _News(Enum):
    PULSE = "pulse"
    SILENCE = "silence"
    """The front end closed its end: it is over, or about to be."""
    ASKED_TO_END = "asked to end"


class _Program:
    """The file that was started, and whether an installer has put another one in its place."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._began_with = self._seen = self._look()
        self._since = 0.0

    def replaced_for(self) -> float:
        """Seconds, 0 while it is the same file."""
        found = self._look()
        if found != self._seen:
            self._seen, self._since = found, time.monotonic()
        same = found is None or found == self._began_with
        return 0.0 if same else time.monotonic() - self._since

    def _look(self) -> tuple[int, int] | None:
        try:
            facts = Path(self._name).stat()
        except OSError:
            return None  # between two versions, or found by PATH
        return facts.st_ino, facts.st_mtime_ns


@dataclass(slots=True)
class _Life:
    """One run of a front end."""

    process: subprocess.Popen[bytes]
    news: SimpleQueue[_News]
    program: _Program
    began: float = field(default_factory=time.monotonic)
    pulses: int = 0
    listener: threading.Thread = field(init=False)

    def __post_init__(self) -> None:
        self.listener = threading.Thread(target=self._listen, name="pulse", daemon=True)
        self.listener.start()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began

    def _listen(self) -> None:
        """On a thread of its own, until the front end closes its end."""
        assert self.process.stdout is not None
        with self.process.stdout as pulses:
            while os.read(pulses.fileno(), 64):
                self.news.put(_News.PULSE)
        self.news.put(_News.SILENCE)


def run_front_end(front_end: str, arguments: Sequence[str]) -> int:
    """What `jiaohao <front_end>` and `python -m <front_end>` do; returns the exit code.

    A front end is found by its name, since it stands above this package and needs Qt.
    """
    if is_watched(arguments):
        return watch_front_end(front_end, arguments)
    code: int = import_module(f"{front_end}.__main__").main(list(arguments))
    return code


def is_watched(arguments: Sequence[str]) -> bool:
    """Whether a front end is to be watched; one that only tells of its options is not."""
    return OPTION in arguments and not {"-h", "--help"} & set(arguments)


def watch_front_end(front_end: str, arguments: Sequence[str]) -> int:
    """Run `jiaohao <front_end>` until it ends well; returns its exit code."""
    log_to_files(f"{front_end}-watch")
    given = [argument for argument in arguments if argument != OPTION]
    on_screen = front_end in _SCREENS and not any(a.startswith("--windowed") for a in given)
    words = own_command("calm-window", front_end) if on_screen else None
    return watch(own_command(front_end, *given), words=words)


def watch(
    command: Sequence[str],
    *,
    words: Sequence[str] | None = None,
    patience: Patience | None = None,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> int:
    """Run `command` until it ends well or refuses to start; returns its exit code.

    It is started again at once after a fall, and after longer and longer pauses while it falls
    again and again. `words` is what shows on the screen meanwhile. SIGTERM and SIGINT end both.
    """
    return _Watch(command, words, patience or Patience(), folder, environment or os.environ).run()


class _Watch:
    def __init__(
        self,
        command: Sequence[str],
        words: Sequence[str] | None,
        patience: Patience,
        folder: Path | None,
        environment: Mapping[str, str],
    ) -> None:
        self._command = command
        self._words = words
        self._patience = patience
        self._folder = folder
        self._environment = {**environment, WATCHED: "1"}
        self._news: SimpleQueue[_News] = SimpleQueue()
        self._ending = False
        self._shown: subprocess.Popen[bytes] | None = None
        self._ever_alive = False

    def run(self) -> int:
        falls = 0
        with self._signals():
            try:
                while True:
                    life = self._begin()
                    code = self._attend(life)
                    if self._is_over(life, code):
                        return 0 if self._ending else code
                    falls = 0 if self._was_steady(life, code) else falls + 1
                    if not self._pause(falls):
                        return 0
            finally:
                self._hide_words()

    # One life

    def _begin(self) -> _Life:
        self._news = SimpleQueue()
        program = _Program(self._command[0])
        process = subprocess.Popen(
            self._command, stdout=subprocess.PIPE, env=self._environment, cwd=self._folder
        )
        life = _Life(process, self._news, program)
        log.info("started, process %d", process.pid)
        if self._ending:
            process.terminate()
        return life

    def _attend(self, life: _Life) -> int:
        """Until the front end has ended, by itself or by force; returns its exit code."""
        while True:
            news = self._next_news(self._longest_silence(life))
            if news is _News.PULSE:
                life.pulses += 1
                if life.pulses == 1:
                    log.info("process %d lives after %.1f s", life.process.pid, life.seconds)
                    self._ever_alive = True
                    self._hide_words()
                if life.program.replaced_for() > self._patience.replaced:
                    log.info("process %d makes room for another version", life.process.pid)
                    life.process.terminate()
                    self._bury(life, self._patience.end)
                    return EXIT_AGAIN
            elif news is _News.ASKED_TO_END:
                life.process.terminate()
                return self._bury(life, self._patience.end)
            elif news is _News.SILENCE:
                return self._bury(life, self._patience.end)
            else:
                log.error("process %d hangs and is ended", life.process.pid)
                self._ask_where(life)
                life.process.kill()
                return self._bury(life, self._patience.end)

    def _longest_silence(self, life: _Life) -> float:
        if not life.pulses:
            return self._patience.start
        settled = life.seconds >= self._patience.settling
        return self._patience.hang if settled else self._patience.early

    def _next_news(self, seconds: float) -> _News | None:
        try:
            return self._news.get(timeout=seconds)
        except Empty:
            return None

    def _ask_where(self, life: _Life) -> None:
        """Let it write down where it hangs, if it still can (common.qt.pulse)."""
        if hasattr(signal, "SIGUSR1") and life.pulses:
            life.process.send_signal(signal.SIGUSR1)
            time.sleep(self._patience.trace)

    def _bury(self, life: _Life, seconds: float) -> int:
        try:
            code = life.process.wait(seconds)
        except subprocess.TimeoutExpired:
            life.process.kill()
            code = life.process.wait()
        life.listener.join(_LISTENS_ON)
        log.info("process %d ended with %d after %.0f s", life.process.pid, code, life.seconds)
        return code

    # Between two lives

    def _is_over(self, life: _Life, code: int) -> bool:
        refused = code in _REFUSED and not self._ever_alive and not life.pulses
        return self._ending or code == 0 or refused

    def _was_steady(self, life: _Life, code: int) -> bool:
        return code == EXIT_AGAIN or life.seconds >= self._patience.steady

    def _pause(self, falls: int) -> bool:
        """Wait before the next start; False when asked to end meanwhile."""
        pauses = self._patience.pauses
        seconds = pauses[min(max(falls - 1, 0), len(pauses) - 1)]
        if seconds >= self._patience.words_from:
            self._show_words()
        self._news = SimpleQueue()
        if seconds and not self._ending:
            log.info("starts again in %.0f s", seconds)
            self._next_news(seconds)
        return not self._ending

    def _show_words(self) -> None:
        if self._words and (self._shown is None or self._shown.poll() is not None):
            self._shown = subprocess.Popen(self._words, stdin=subprocess.PIPE)

    def _hide_words(self) -> None:
        if self._shown is not None:
            self._shown.kill()
            self._shown.wait()
            self._shown = None

    # Signals

    @contextlib.contextmanager
    def _signals(self) -> Iterator[None]:
        numbers = (signal.SIGTERM, signal.SIGINT)
        before = {number: signal.signal(number, self._asked_to_end) for number in numbers}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _asked_to_end(self, number: int, frame: FrameType | None) -> None:
        self._ending = True
        self._news.put(_News.ASKED_TO_END)  # a SimpleQueue may be put to from a signal's handler
