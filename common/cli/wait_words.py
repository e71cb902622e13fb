"""Expected waits in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.domain.estimate import WaitRange
from common.domain.text import Text
from common.operations import NextStop


def wait_words(wait: WaitRange) -> Text:
    """As slip and kiosk say it."""
    if wait.shortest == 0:
        return Text(zh=f"约{wait.longest}分钟内", en=f"within about {wait.longest} min")
    minutes = (
        f"{wait.shortest}-{wait.longest}" if wait.longest > wait.shortest else f"{wait.longest}"
    )
    return Text(zh=f"约{minutes}分钟", en=f"about {minutes} min")


def span(wait: WaitRange | None) -> list[int] | None:
    """The same for programs."""
    return [wait.shortest, wait.longest] if wait else None


def next_facts(stop: NextStop | None) -> Mapping[str, Any] | None:
    if stop is None:
        return None
    return {"queue": stop.queue.code, "counters": list(stop.counters), "wait": span(stop.wait)}


def stop_words(stop: NextStop) -> Text:
    """Where somebody goes next, and how long it takes until they are called."""
    # The slip loads more than most commands need.
    from common.printing.slip import counter_ranges

    counters = ", ".join(counter_ranges(stop.counters))
    zh = f"下一站：{stop.queue.name.zh} {counters}"
    en = f"next: {stop.queue.name.en}, {counters}"
    if stop.wait is None:
        return Text(zh, en)
    wait = wait_words(stop.wait)
    return Text(f"{zh}，{wait.zh}", f"{en}, {wait.en}")
