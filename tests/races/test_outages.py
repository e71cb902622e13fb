"""The server restarts, the network is cut, a standby takes over, while eight clients work.

Each recovers by itself, what was confirmed is there, and nothing happened twice.
"""

from __future__ import annotations

import threading
import time
from collections import Counter as Tally
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from common import operations
from common.domain.ids import CounterCode, RequestId, TicketId
from common.domain.ticket import Move
from common.operations.hall_changes import create_hall
from common.store import DatabaseAway, Store, open_store
from tests.races.servers import Network, Server, back_since, room_for_servers, running

pytestmark = pytest.mark.timeout(180)

COUNTERS = ["F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08"]
RECOVERY = 30.0
"""Seconds after the server's return within which everybody works again, on a slow machine too."""
NOTICED = 15.0
"""Seconds within which everybody notices that the network is dead: two of silence, on a slow
machine more, and never the quarter of an hour that the system would take by itself."""
_PATIENCE = 60.0
_HOMEWARD = 5.0
_AGAIN = 0.1
"""Seconds after which a client sends an unconfirmed act again."""


@dataclass
class Client:
    """Issues, calls, serves and finishes; an act that was not confirmed is sent again."""

    store: Store
    counter: CounterCode
    stop: threading.Event
    """No more visits after this one."""
    sent_home: threading.Event
    """No more attempts either: the test has failed."""
    issued: list[str] = field(default_factory=list)
    called: list[str] = field(default_factory=list)
    away: list[float] = field(default_factory=list)
    """When the database was away, on the monotonic clock."""
    confirmed: list[float] = field(default_factory=list)
    broken: BaseException | None = None

    def work(self) -> None:
        try:
            while not self.stop.is_set():
                self._visit()
        except BaseException as error:  # noqa: BLE001 - told by the test
            self.broken = error
        finally:
            self.store.close()

    def _visit(self) -> None:
        ticket = TicketId(operations.new_id())
        issued = self._until_confirmed(
            lambda: operations.issue(self.store, ["FA002"], ticket=ticket)
        )
        self.issued.append(issued.number)
        called = self._act(operations.call_next)
        if called is not None:
            self.called.append(called.leg)
            self._act(operations.serve)
            self._act(operations.finish)

    def _act(self, verb: Callable[..., Any]) -> Any:
        request = RequestId(operations.new_id())
        return self._until_confirmed(lambda: verb(self.store, self.counter, request=request))

    def _until_confirmed(self, act: Callable[[], Any]) -> Any:
        while True:
            try:
                answer = act()
            except DatabaseAway:
                self.away.append(time.monotonic())
                if self.sent_home.wait(_AGAIN):
                    raise
            else:
                self.confirmed.append(time.monotonic())
                return answer

    def acts_since(self, moment: float) -> list[float]:
        return [at for at in self.confirmed if at > moment]


class Crowd:
    """Eight clients at work, and a feed that tells of their changes."""

    def __init__(self, url: str) -> None:
        self.stop = threading.Event()
        self.sent_home = threading.Event()
        self.clients = [
            Client(open_store(url), CounterCode(code), self.stop, self.sent_home)
            for code in COUNTERS
        ]
        self.heard: list[float] = []
        """When the feed told of a change."""
        self._url = url
        self._threads = [threading.Thread(target=client.work) for client in self.clients]
        self._threads.append(threading.Thread(target=self._listen))
        for thread in self._threads:
            thread.start()

    def _listen(self) -> None:
        store = open_store(self._url)
        feed = store.feed()
        while not self.stop.is_set():
            try:
                if feed.wait(0.2):
                    self.heard.append(time.monotonic())
            except DatabaseAway:
                time.sleep(_AGAIN)
        feed.close()
        store.close()

    def until_everybody_acted_since(self, moment: float) -> float:
        """When the last of the clients was confirmed an act again."""
        self._wait(lambda: all(client.acts_since(moment) for client in self.clients))
        return max(client.acts_since(moment)[0] for client in self.clients)

    def until_everybody_missed_the_database(self, moment: float) -> float:
        self._wait(lambda: all(any(a > moment for a in c.away) for c in self.clients))
        return max(min(a for a in c.away if a > moment) for c in self.clients)

    def until_told_since(self, moment: float) -> float:
        self._wait(lambda: any(at > moment for at in self.heard))
        return min(at for at in self.heard if at > moment)

    def _wait(self, met: Callable[[], bool]) -> None:
        until = time.monotonic() + _PATIENCE
        while not met():
            assert time.monotonic() < until, "the clients did not get there"
            assert [c.broken for c in self.clients if c.broken] == []
            time.sleep(0.02)

    def go_home(self) -> None:
        self.stop.set()
        for thread in self._threads:
            thread.join(_HOMEWARD)
        self.sent_home.set()
        for thread in self._threads:
            thread.join(_PATIENCE)


@contextmanager
def crowd_at_work(url: str) -> Iterator[Crowd]:
    crowd = Crowd(url)
    try:
        crowd.until_everybody_acted_since(0.0)
        yield crowd
    finally:
        crowd.go_home()


def require_nothing_lost_or_doubled(crowd: Crowd, url: str) -> None:
    assert [client.broken for client in crowd.clients] == [None] * len(COUNTERS)
    issued = [number for client in crowd.clients for number in client.issued]
    called = [leg for client in crowd.clients for leg in client.called]
    store = open_store(url)
    assert operations.check_chain(store).whole
    with store.read() as tx:
        events = [event for event in tx.events() if event.number]
    store.close()
    in_record = Tally((event.move, event.leg) for event in events)
    numbers = [event.number for event in events if event.move is Move.ISSUE]
    assert sorted(numbers) == sorted(issued) == [f"FA{n:03}" for n in range(1, len(issued) + 1)]
    assert sorted(leg for move, leg in in_record if move is Move.CALL) == sorted(called)
    for move in (Move.ISSUE, Move.CALL, Move.SERVE, Move.FINISH):
        assert {times for (one, _), times in in_record.items() if one is move} == {1}


def require_recovery(crowd: Crowd, returned: float) -> None:
    everybody = crowd.until_everybody_acted_since(returned)
    assert everybody - returned <= RECOVERY
    assert crowd.until_told_since(returned) - returned <= RECOVERY


@pytest.fixture(scope="module")
def file(demo_file):
    """The demonstration hall, which gives out as many numbers as anybody wants."""
    queues = tuple(replace(queue, half_hour_quota=None) for queue in demo_file.hall.queues)
    return replace(demo_file, hall=replace(demo_file.hall, queues=queues))


@pytest.fixture(scope="module")
def servers():
    with room_for_servers() as folder:
        yield folder


@pytest.fixture(scope="module")
def primary(servers):
    server = Server(servers / "primary")
    server.create()
    with running(server):
        yield server


@pytest.fixture
def hall_url(primary, file) -> Iterator[str]:
    primary.execute("CREATE DATABASE hall")
    create_hall(primary.url("hall"), file).close()
    yield primary.url("hall")
    primary.execute("DROP DATABASE hall WITH (FORCE)")


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_a_server_that_restarts_is_found_again_by_everybody(primary, hall_url, mode):
    """In good order, and after a crash."""
    with crowd_at_work(hall_url) as crowd:
        stopped = time.monotonic()
        primary.stop(mode)
        crowd.until_everybody_missed_the_database(stopped)
        primary.start()
        require_recovery(crowd, back_since(hall_url))
    require_nothing_lost_or_doubled(crowd, hall_url)


def test_a_network_that_is_cut_is_noticed_in_time_and_found_again(primary, hall_url):
    network = Network(primary.port)
    url = hall_url.replace(primary.address, f"127.0.0.1:{network.port}")
    try:
        with crowd_at_work(url) as crowd:
            cut = time.monotonic()
            network.cut()
            noticed = crowd.until_everybody_missed_the_database(cut)
            assert noticed - cut <= NOTICED
            network.mend()
            require_recovery(crowd, back_since(url))
    finally:
        network.close()
    require_nothing_lost_or_doubled(crowd, hall_url)


def test_a_standby_that_takes_over_has_everything_that_was_confirmed(servers, file):
    first, second = Server(servers / "first"), Server(servers / "second")
    both = f"{first.address},{second.address}"
    url = f"postgresql://postgres@{both}/hall?target_session_attrs=read-write"
    first.create()
    with running(first):
        first.execute("CREATE DATABASE hall")
        create_hall(url, file).close()
        second.create_standby_of(first)
        with running(second):
            first.configure(synchronous_standby_names="*")
            first.execute("SELECT pg_reload_conf()")
            while first.execute(
                "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'"
            ) != [(1,)]:
                time.sleep(0.05)
            with crowd_at_work(url) as crowd:
                lost = time.monotonic()
                first.stop("immediate")
                crowd.until_everybody_missed_the_database(lost)
                second.promote()
                require_recovery(crowd, back_since(url))
            require_nothing_lost_or_doubled(crowd, url)
