"""How a slip is laid out on 80 and 58 mm paper, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from common.domain.slip import SlipFacts
from common.domain.text import Language, Text
from common.printing.document import (
    Align,
    Block,
    Cut,
    Document,
    Line,
    QrCode,
    Rule,
    columns_of,
    printable,
)
from common.printing.escpos import to_escpos
from common.printing.profile import Profile
from common.printing.wrap import wrap, wrap_evenly

_REPRINT = Text("补打", "Reprint")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FLOORS_ZH = "零一二三四五六七八九"
_GAP = "  "


def slip_bytes(facts: SlipFacts, profile: Profile, language: Language) -> bytes:
    """The ESC/POS bytes of one slip, from the reset to the cut."""
    return to_escpos(lay_out_slip(facts, profile.columns, language), profile)


def lay_out_slip(facts: SlipFacts, columns: int, language: Language) -> Document:
    """The slip as lines that each fit `columns` (32 on 58 mm paper, 42 or 48 on 80 mm)."""
    page = _Page(columns, language)
    return Document(columns, tuple(page.slip(facts)))


class _Page:
    """Paper of one width in one language."""

    def __init__(self, columns: int, language: Language) -> None:
        self._columns = columns
        self._language = language
        self._chinese = language == Language.ZH

    def slip(self, facts: SlipFacts) -> Iterator[Block]:
        yield from self._heading(self._say(facts.hall))
        yield Rule()
        yield from self._number(printable(facts.number))
        yield from self._errand(facts)
        yield from self._marks(facts)
        yield from self._bring(facts.bring)
        for rule in facts.rules:
            yield from self._paragraph(self._say(rule))
        yield Rule()
        yield QrCode(facts.code)
        yield from self._telephone(printable(facts.phone))
        yield Cut()

    def _say(self, text: Text) -> str:
        return printable(text.say(self._language))

    def _heading(self, hall: str) -> Iterator[Line]:
        """The hall's name, double size when it fits in one line, else double height."""
        width = 2 if columns_of(hall) * 2 <= self._columns - 2 else 1
        for line in wrap_evenly(hall, (self._columns - 2) // width):
            yield Line(line, Align.CENTER, width, 2)

    def _number(self, number: str) -> Iterator[Line]:
        size = max(1, min(4, self._columns // max(1, columns_of(number))))
        for line in wrap(number, self._columns // size):
            yield Line(line, Align.CENTER, size, size, bold=True)

    def _errand(self, facts: SlipFacts) -> Iterator[Line]:
        services = [self._say(service) for service in facts.services or (facts.queue,)]
        yield from self._labelled("业务：" if self._chinese else "Service: ", services)
        windows = counter_ranges(facts.counters)
        zone = self._zone(facts)
        if self._chinese:
            place = [f"区域：{_floor_zh(facts.floor)} {zone}"]
            if windows:
                place.append("窗口：" + "、".join(windows))
            ahead = [f"前面等候：{facts.ahead}人" if facts.ahead else "前面无人等候"]
        else:
            place = [f"Go to: {_floor_en(facts.floor)}, {zone}"]
            if windows:
                word = "Windows" if len(facts.counters) > 1 else "Window"
                place.append(f"{word} {', '.join(windows)}")
            ahead = [_ahead_en(facts.ahead)]
        if facts.wait_minutes is not None:
            ahead.append(self._wait(*facts.wait_minutes))
        yield from self._side_by_side(place)
        yield from self._side_by_side(ahead)
        yield from self._paragraph(self._issued(facts))

    def _zone(self, facts: SlipFacts) -> str:
        """As the signs in the hall call it; a hall without lettered zones has only the name."""
        letter = printable(facts.zone_code)
        if not letter:
            return self._say(facts.zone)
        return f"{letter}区" if self._chinese else f"Zone {letter}"

    def _wait(self, shortest: int, longest: int) -> str:
        if shortest == 0:
            return f"约{longest}分钟内" if self._chinese else f"within about {longest} min"
        span = f"{shortest}-{longest}" if longest > shortest else f"{longest}"
        return f"约{span}分钟" if self._chinese else f"about {span} min"

    def _issued(self, facts: SlipFacts) -> str:
        at = facts.issued_at
        if self._chinese:
            return f"取号：{at:%Y-%m-%d %H:%M:%S}"
        return f"Issued: {at.day} {_MONTHS[at.month - 1]} {at.year} {at:%H:%M:%S}"

    def _marks(self, facts: SlipFacts) -> Iterator[Line]:
        marks = [*facts.marks, _REPRINT] if facts.reprint else facts.marks
        if marks:
            framed = [f"[{self._say(mark)}]" for mark in marks]
            yield from self._side_by_side(framed, gap=" ", bold=True)

    def _bring(self, materials: Sequence[Text]) -> Iterator[Line]:
        if materials:
            label, joint = ("需带：", "；") if self._chinese else ("Bring: ", ";")
            *first, last = (self._say(material) for material in materials)
            words = [*(material + joint for material in first), last]
            width = self._columns - columns_of(label)
            gathered = _gather(words, width, gap="" if self._chinese else " ")
            yield from self._labelled(label, gathered)

    def _telephone(self, phone: str) -> Iterator[Line]:
        if phone:
            words = f"监督电话 {phone}" if self._chinese else f"Complaints: {phone}"
            for line in wrap(words, self._columns):
                yield Line(line, Align.CENTER)

    def _paragraph(self, words: str) -> Iterator[Line]:
        for line in wrap(words, self._columns):
            yield Line(line)

    def _labelled(self, label: str, entries: Iterable[str]) -> Iterator[Line]:
        """A label, its entries one under the other, and wrapped lines below the text."""
        indent = columns_of(label)
        for number, entry in enumerate(entries):
            for line in wrap(entry, self._columns - indent):
                yield Line(" " * indent + line if number else label + line)
                number = 1

    def _side_by_side(
        self, parts: Iterable[str], gap: str = _GAP, bold: bool = False
    ) -> Iterator[Line]:
        """Parts in one line as long as they fit; a part is only broken when it must be."""
        for line in _gather(parts, self._columns, gap):
            yield from (Line(piece, bold=bold) for piece in wrap(line, self._columns))


def _gather(parts: Iterable[str], columns: int, gap: str) -> Iterator[str]:
    """Parts put together in lines of so many columns; one that is too long stands alone."""
    line = ""
    for part in parts:
        if line and columns_of(line + gap + part) > columns:
            yield line
            line = part
        else:
            line += gap + part if line else part
    yield line


def _floor_zh(floor: int) -> str:
    if floor < 0:
        return f"地下{_floor_zh(-floor)}"
    return f"{_FLOORS_ZH[floor]}楼" if 0 < floor < len(_FLOORS_ZH) else f"{floor}楼"


def _floor_en(floor: int) -> str:
    return f"Basement {-floor}" if floor < 0 else f"Floor {floor}"


def _ahead_en(ahead: int) -> str:
    match ahead:
        case 0:
            return "No one ahead of you"
        case 1:
            return "1 person ahead of you"
        case _:
            return f"{ahead} people ahead of you"


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
