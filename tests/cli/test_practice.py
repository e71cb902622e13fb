"""`jiaohao practice`: empty what was practised."""

from __future__ import annotations

from common import operations
from common.cli.database import practice_folder
from common.domain.ids import TicketId
from common.operations.practice import practice_hall
from common.store import open_store


def take(store):
    return operations.issue(store, ["FA002"], ticket=TicketId(operations.new_id())).number


def test_clear_empties_the_practice_and_no_real_hall(jiaohao, sqlite_url):
    assert jiaohao("practice", "clear").out == "nobody practised on this PC yet\n"
    real = jiaohao("take", "FA002", "--json").json["number"]
    practice = open_store(practice_hall(sqlite_url, practice_folder(), with_staff=False))
    take(practice)
    assert jiaohao("practice", "clear", "--json").json == {"cleared": 1}
    assert take(practice) == "FA001"
    practice.close()
    assert jiaohao("line", "FA", "--json").json["queues"][0]["waiting"] == [real]
    assert jiaohao("practice", "clear").out == "practice is empty again\n"
    for file in practice_folder().iterdir():
        file.unlink()
