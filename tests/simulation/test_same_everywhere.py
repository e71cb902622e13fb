"""Two processes that look at the same line tell the same waits, whatever order their sets have."""

import subprocess
import sys

SCENE = """
from datetime import datetime, timedelta
from common.domain.estimate import expected_waits
from common.domain.scene import Scene, ServingCounter, Standing
from common.operations.hall_file import read_hall_file
from common.resources import resource

hall = read_hall_file(resource("demo", "hall.yaml")).hall
queues = [queue.code for queue in hall.queues]
now = datetime.fromisoformat("2026-11-23T04:00:00+00:00")
waiting = [
    Standing(str(n), str(n), queues[n % len(queues)], "P0", now - timedelta(seconds=n), n, None, 0)
    for n in range(100)
]
scene = Scene(
    hall=hall,
    now=now,
    counters=[ServingCounter(counter, None) for counter in hall.counters],
    waiting=waiting,
    stays={queue: [300.0 + 60 * n for n in range(20)] for queue in queues},
    arrivals={(queue, lane.code): 1 / 90 for queue in queues for lane in hall.priority_classes},
)
print(expected_waits(scene, queues).fresh)
"""


def test_the_waits_do_not_depend_on_the_order_of_a_set():
    processes = [
        subprocess.Popen(
            [sys.executable, "-P", "-c", SCENE],
            env={"PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("1", "2")
    ]
    one, other = (process.communicate()[0] for process in processes)
    assert "WaitRange" in one
    assert one == other
