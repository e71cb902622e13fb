"""The words of a slip, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from common.domain.slip import SlipFacts
from common.domain.slip_template import Block, Shows
from common.domain.text import Language, Text
from common.printing.document import printable

REPRINT = Text("补打", "Reprint")
LABELS: Mapping[Shows, Text] = {
    Shows.SERVICE: Text("业务", "Service:"),
    Shows.TIME: Text("取号", "Issued:"),
    Shows.BRING: Text("需带", "Bring:"),
    Shows.PHONE: Text("监督电话", "Complaints:"),
}
"""What stands before a thing where the template does not say otherwise."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FLOORS_ZH = "零一二三四五六七八九"


def label_of(block: Block, language: Language | str) -> str:
    """The label of a block of one thing, with the space after it; empty when it has none."""
    label = block.label or (LABELS.get(block.shows[0]) if len(block.shows) == 1 else None)
    words = printable(label.say(language)) if label else ""
    return f"{words} " if words else ""


def ahead_words(ahead: int, language: Language | str) -> str:
    """How many people stand before a number."""
    if language == Language.ZH:
        return f"前面等候 {ahead}人" if ahead else "前面无人等候"
    match ahead:
        case 0:
            return "No one ahead of you"
        case 1:
            return "1 person ahead of you"
        case _:
            return f"{ahead} people ahead of you"


def wait_words(wait: tuple[int, int] | None, language: Language | str) -> str:
    """The expected wait; empty while it is not known."""
    if wait is None:
        return ""
    shortest, longest = wait
    chinese = language == Language.ZH
    if shortest == 0:
        return f"约{longest}分钟内" if chinese else f"within about {longest} min"
    span = f"{shortest}-{longest}" if longest > shortest else f"{longest}"
    return f"约{span}分钟" if chinese else f"about {span} min"


def zone_words(facts: SlipFacts, language: Language | str) -> str:
    """The floor, and the zone as the signs in the hall call it."""
    return place_words(facts.floor, facts.zone_code, facts.zone, language)


def place_words(floor: int, zone_code: str, zone: Text, language: Language | str) -> str:
    """A hall without lettered zones has only the zone's name."""
    letter = printable(zone_code)
    if language == Language.ZH:
        name = f"{letter}区" if letter else printable(zone.zh)
        return f"{_floor_zh(floor)} {name}".strip()
    name = f"Zone {letter}" if letter else printable(zone.en)
    return f"{_floor_en(floor)}, {name}" if name else _floor_en(floor)


def windows_words(counters: Sequence[str], language: Language | str) -> str:
    """The windows that may call; empty when none is known."""
    windows = counter_ranges(counters)
    if not windows:
        return ""
    if language == Language.ZH:
        return "窗口 " + "、".join(windows)
    return ("Windows " if len(counters) > 1 else "Window ") + ", ".join(windows)


def moment_words(at: datetime, language: Language | str, seconds: bool = False) -> str:
    """A day and a time."""
    clock = f"{at:%H:%M:%S}" if seconds else f"{at:%H:%M}"
    return f"{day_words(at, language)} {clock}"


def day_words(day: date, language: Language | str) -> str:
    """A day as it stands on slips: 2026-11-23, 23 Nov 2026."""
    if language == Language.ZH:
        return f"{day:%Y-%m-%d}"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _floor_zh(floor: int) -> str:
    if floor < 0:
        return f"地下{_floor_zh(-floor)}"
    return f"{_FLOORS_ZH[floor]}楼" if 0 < floor < len(_FLOORS_ZH) else f"{floor}楼"


def _floor_en(floor: int) -> str:
    return f"Basement {-floor}" if floor < 0 else f"Floor {floor}"


def counter_ranges(counters: Sequence[str]) -> list[str]:
    """Neighbouring counters drawn together: F01 F02 F03 F07 → F01-F03, F07."""
    names = [printable(counter) for counter in counters]
    runs: list[str] = []
    parsed = [re.fullmatch(r"(\D*)(\d+)", name) for name in names]
    order = [
        (match[1], len(match[2]), int(match[2]) - index) if match else (name, 0, 0)
        for index, (name, match) in enumerate(zip(names, parsed, strict=True))
    ]
    for _, run in groupby(zip(order, names, strict=True), key=lambda pair: pair[0]):
        run_names = [name for _, name in run]
        if len(run_names) > 2:
            runs.append(f"{run_names[0]}-{run_names[-1]}")
        else:
            runs.extend(run_names)
    return runs
