"""What the slip page says of a number, as QML takes it."""

from __future__ import annotations

from typing import Any

from common.domain.slip import SlipFacts
from common.operations import OpenNumber
from common.printing.slip import counter_ranges
from kiosk.view_models.words import words


def slip_page(facts: SlipFacts) -> dict[str, Any]:
    """Of a number that was taken just now."""
    return {
        "services": [words(service) for service in facts.services],
        "queue": words(facts.queue),
        "zone": facts.zone_code,
        "zoneName": words(facts.zone),
        "floor": facts.floor,
        "counters": " ".join(counter_ranges(facts.counters)),
        "counterCount": len(facts.counters),
        "ahead": facts.ahead,
        "wait": list(facts.wait_minutes) if facts.wait_minutes else [],
        "calledTo": "",
        "marks": [words(mark) for mark in facts.marks],
    }


def open_number_page(found: OpenNumber) -> dict[str, Any]:
    """Of a number that was taken before: as it stands now. `ahead` is -1 when it does not wait."""
    return {
        **slip_page(found.facts),
        "ahead": -1 if found.ahead is None else found.ahead,
        "wait": [found.wait.shortest, found.wait.longest] if found.wait else [],
        "calledTo": found.counter or "",
    }
