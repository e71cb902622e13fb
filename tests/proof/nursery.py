"""Eight clerks in processes of their own, killed at random and replaced at once.

Each clerk writes what it is about to do into a journal on disk, acts, and writes what came of it.
Whoever takes a dead clerk's place asks again for what was left without an answer, by the same id.
"""
# ruff: noqa: T201 - printing is how it tells
# ruff: noqa: BLE001 - the parent must hear of every error

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import time as moment
from datetime import timedelta
from pathlib import Path
from typing import Any

from common import operations
from common.domain.errors import JiaohaoError
from common.domain.pause import PauseReason
from common.domain.session import Approval
from common.domain.ticket import HoldKind, Outcome
from common.store import Store, open_store
from common.store.errors import DatabaseAway

COUNTERS = ("A01", "A02", "B01", "B02")
PLACES = (*COUNTERS, "QA", "QB", "QC")
WANTED = (["S1"], ["S1", "S4"], ["S2", "S3"], ["BUNDLE"], ["S4"])
AGREED = Approval("chen", "chaos")

Act = Callable[[Store, str, dict[str, Any]], Any]

VERBS: dict[str, Act] = {
    "issue": lambda store, act, of: operations.issue(
        store, of["wanted"], ticket=act, priority=of["lane"], approval=AGREED
    ),
    "call_next": lambda store, act, of: operations.call_next(store, of["counter"], request=act),
    "call_number": lambda store, act, of: operations.call_number(
        store, of["counter"], of["number"], "chaos", request=act
    ),
    "recall": lambda store, act, of: operations.recall(store, of["counter"], request=act),
    "serve": lambda store, act, of: operations.serve(store, of["counter"], request=act),
    "finish": lambda store, act, of: operations.finish(
        store, of["counter"], Outcome.ACCEPTED, 2, request=act
    ),
    "miss": lambda store, act, of: operations.miss(store, of["counter"], request=act),
    "hold": lambda store, act, of: operations.hold(
        store, of["counter"], kind=HoldKind(of["kind"]), request=act
    ),
    "resume": lambda store, act, of: operations.resume(
        store, of["number"], of["counter"] if of["lane"] == "P0" else None, request=act
    ),
    "reinstate": lambda store, act, of: operations.reinstate(store, of["number"], request=act),
    "transfer": lambda store, act, of: operations.transfer(
        store, of["counter"], of["to"], request=act
    ),
    "consult": lambda store, act, of: operations.consult(
        store, of["counter"], of["to"], request=act
    ),
    "cancel": lambda store, act, of: operations.cancel(store, of["number"], request=act),
    "put_first": lambda store, act, of: operations.put_first(
        store, of["number"], AGREED, request=act
    ),
    "pause": lambda store, act, of: operations.pause(
        store, of["counter"], PauseReason.OTHER, approval=AGREED, request=act
    ),
    "reopen": lambda store, act, of: operations.reopen(store, of["counter"], request=act),
    "add_queue": lambda store, act, of: operations.add_queue(
        store, of["counter"], of["queue"], approval=AGREED, request=act
    ),
    "drop_queue": lambda store, act, of: operations.drop_queue(
        store, of["counter"], of["queue"], request=act
    ),
    "book": lambda store, act, of: operations.book(
        store, "S3", of["tomorrow"], moment(of["hour"]), appointment=act
    ),
}
USUAL = ["issue"] * 6 + ["call_next"] * 8 + ["serve"] * 8 + ["finish"] * 6 + ["reopen"] * 3


class Clerk:
    """One process: acts until it is killed or the time is over."""

    def __init__(self, url: str, journal: Path, seed: int) -> None:
        self._random = random.Random(seed)
        self._path = journal
        self._store = open_store(url)
        with self._store.read() as tx:
            self._tomorrow = tx.today + timedelta(days=1)

    def work(self, until: float) -> None:
        unanswered = self._unanswered()
        self._journal = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        if unanswered is not None:
            self._act(*unanswered)
        while time.time() < until:
            verb = self._random.choice(USUAL + list(VERBS))
            act, of = operations.new_id(), self._chance()
            self._write({"act": act, "verb": verb, "of": of})
            self._act(act, verb, of)
        self._store.close()

    def _act(self, act: str, verb: str, of: dict[str, Any]) -> None:
        while True:
            try:
                facts = {**of, "tomorrow": self._tomorrow}
                answer = VERBS[verb](self._store, act, facts)
            except DatabaseAway:
                continue  # The server's connection died with another clerk: ask again.
            except JiaohaoError as error:
                self._write({"done": act, "refused": error.code})
            else:
                number = getattr(answer, "number", None)
                self._write({"done": act, "number": number, "nothing": answer is None})
            return

    def _chance(self) -> dict[str, Any]:
        choose = self._random.choice
        queue = choose(["QA", "QB", "QC"])
        return {
            "counter": choose(COUNTERS),
            "number": f"{queue}{self._random.randint(1, 40):03}",
            "wanted": choose(WANTED),
            "lane": choose(["P0", "P0", "P1", "P5"]),
            "kind": choose(list(HoldKind)),
            "to": choose(PLACES),
            "queue": queue,
            "hour": self._random.randint(0, 22),
        }

    def _write(self, line: dict[str, Any]) -> None:
        os.write(self._journal, json.dumps(line).encode() + b"\n")
        os.fsync(self._journal)

    def _unanswered(self) -> tuple[str, str, dict[str, Any]] | None:
        if not self._path.exists():
            return None
        # Killed in the middle of a line: nothing was done of what it says, or all was.
        whole, end, _ = self._path.read_bytes().rpartition(b"\n")
        os.truncate(self._path, len(whole + end))
        lines = [json.loads(line) for line in whole.splitlines()]
        if not lines or "done" in lines[-1]:
            return None
        return lines[-1]["act"], lines[-1]["verb"], lines[-1]["of"]


def fork(url: str, folder: Path, place: int, seed: int, until: float) -> int:
    child = os.fork()
    if child == 0:
        try:
            Clerk(url, folder / f"{place}.journal", seed).work(until)
        except BaseException as error:
            (folder / f"{place}.bug").write_text(repr(error))
            os._exit(1)
        os._exit(0)
    return child


def main(url: str, folder: Path, seed: int, seconds: float) -> None:
    """Where it takes longer to begin, on a server or a busy machine, everything lasts longer."""
    began = time.time()
    open_store(url).close()
    usual = 0.3 if "://" in url else 0.1
    life = max(usual, 5 * (time.time() - began))
    seconds *= min(life / usual, 6)
    chance = random.Random(seed)
    until = time.time() + seconds
    clerks = {place: fork(url, folder, place, chance.random(), until) for place in range(8)}
    killed = 0
    while time.time() < until - 0.2:
        time.sleep(chance.uniform(0, life))
        place = chance.choice(list(clerks))
        os.kill(clerks[place], signal.SIGKILL)
        os.waitpid(clerks[place], 0)
        killed += 1
        clerks[place] = fork(url, folder, place, chance.random(), until)
    for child in clerks.values():
        os.waitpid(child, 0)
    for place in range(8):  # The last of each asks for what was left without an answer.
        os.waitpid(fork(url, folder, place, 0, 0.0), 0)
    print(killed)


if __name__ == "__main__":
    import psycopg  # noqa: F401 - loaded once, before the clerks part

    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))
