"""A simulation as a picture: how long people wait through the day, and in which queue."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageColor, ImageDraw, ImageFont

from common.domain.text import Language, Text
from common.resources import resource
from common.simulation.experiment import Result
from common.simulation.measures import HALF_HOUR, Measures, Spread
from common.simulation.report import answer, headline

SIZE = (1600, 1000)
_FINE = 2
"""Drawn twice as large and made smaller, which smooths every edge."""
_MARGIN = 48
_GAP = 24
_PAD = 28
_CARDS = (140, 262)
"""Top and bottom of the figures."""
_CHARTS = (286, 904)
_RADIUS = 16
_MOST_QUEUES = 22
_LIMIT_MINUTES = 30
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 960)
_MOST_STEPS = 6

Box = tuple[float, float, float, float]

_NOBODY = Spread(0, 0.0, 0.0, 0.0, 0.0, 0.0)


def draw(result: Result, language: Language) -> Image.Image:
    """The picture in `language`, `SIZE` pixels."""
    sheet = _Sheet(language)
    _heading(sheet, result)
    _figures(sheet, result)
    width = SIZE[0] - 2 * _MARGIN
    middle = _MARGIN + width * 0.5
    _through_the_day(sheet, result, (_MARGIN, _CHARTS[0], middle - _GAP / 2, _CHARTS[1]))
    _by_queue(sheet, result, (middle + _GAP / 2, _CHARTS[0], SIZE[0] - _MARGIN, _CHARTS[1]))
    _foot(sheet, result)
    return sheet.image.resize(SIZE, Image.Resampling.LANCZOS)


@cache
def _colors() -> dict[str, str]:
    theme = tomllib.loads(resource("themes", "light.toml").read_text(encoding="utf-8"))
    return {**theme["colors"], **{f"zone {code}": hue for code, hue in theme["zones"].items()}}


@cache
def _font(size: float, bold: bool) -> ImageFont.FreeTypeFont:
    name = "NotoSansSC-Bold.otf" if bold else "NotoSansSC-Regular.otf"
    return ImageFont.truetype(str(resource("fonts", name)), round(size * _FINE))


class _Sheet:
    """Draws in pixels of the finished picture."""

    def __init__(self, language: Language) -> None:
        self.language = language
        page = _colors()["page"]
        self.image = Image.new("RGB", (SIZE[0] * _FINE, SIZE[1] * _FINE), page)
        self._pen = ImageDraw.Draw(self.image)

    def say(self, zh: str, en: str) -> str:
        return Text(zh=zh, en=en).say(self.language)

    def text(
        self,
        at: tuple[float, float],
        words: str,
        size: float,
        color: str = "text",
        *,
        bold: bool = False,
        anchor: str = "ls",
        room: float | None = None,
    ) -> float:
        """Write one line at `at`, cut to `room`; returns how wide it became."""
        font = _font(size, bold)
        if room is not None:
            words = _cut(words, font, room * _FINE)
        place = (at[0] * _FINE, at[1] * _FINE)
        self._pen.text(place, words, _colors()[color], font, anchor=anchor)
        return font.getlength(words) / _FINE

    def paragraph(
        self, at: tuple[float, float], words: str, size: float, room: float, color: str, gap: float
    ) -> None:
        """Write lines downwards, broken where they reach `room`."""
        for number, line in enumerate(_lines(words, _font(size, True), room * _FINE)):
            self.text((at[0], at[1] + number * gap), line, size, color, bold=True)

    def panel(self, box: Box) -> None:
        self.block(box, _colors()["surface"], _RADIUS, outline=_colors()["border"])

    def block(self, box: Box, color: str, radius: float = 0, outline: str | None = None) -> None:
        if box[2] - box[0] < 0.5 or box[3] - box[1] < 0.5:
            return
        x0, y0, x1, y1 = (round(edge * _FINE) for edge in box)
        round_corner = min(radius * _FINE, (x1 - x0) / 2, (y1 - y0) / 2)
        self._pen.rounded_rectangle(
            (x0, y0, x1 - 1, y1 - 1), round_corner, fill=color, outline=outline, width=_FINE
        )

    def line(self, start: tuple[float, float], end: tuple[float, float], color: str) -> None:
        self._pen.line(
            [(x * _FINE, y * _FINE) for x, y in (start, end)], _colors()[color], round(1.2 * _FINE)
        )

    def dashes(self, start: tuple[float, float], end: tuple[float, float], color: str) -> None:
        length = math.dist(start, end)
        ends = [(end[0] - start[0]) / length, (end[1] - start[1]) / length]
        along = 0.0
        while along < length:
            until = min(along + 7, length)
            self.line(
                (start[0] + ends[0] * along, start[1] + ends[1] * along),
                (start[0] + ends[0] * until, start[1] + ends[1] * until),
                color,
            )
            along += 12


def _cut(words: str, font: ImageFont.FreeTypeFont, room: float) -> str:
    if font.getlength(words) <= room:
        return words
    while words and font.getlength(words + "…") > room:
        words = words[:-1]
    return words.rstrip() + "…"


def _lines(words: str, font: ImageFont.FreeTypeFont, room: float) -> Iterator[str]:
    """Broken at spaces where there are any, else between characters."""
    line = ""
    for piece in _pieces(words):
        if line and font.getlength(line + piece.rstrip()) > room:
            yield line.rstrip()
            line = ""
        line += piece
    yield line.rstrip()


def _pieces(words: str) -> Iterator[str]:
    piece = ""
    for character in words:
        piece += character
        if character == " " or ord(character) > 0x2E7F:
            yield piece
            piece = ""
    yield piece


def _tint(color: str, share: float) -> str:
    """`color` with `share` of it on the panel's ground."""
    ground = ImageColor.getrgb(_colors()["surface"])
    ink = ImageColor.getrgb(color)
    mixed = [round(i * share + g * (1 - share)) for i, g in zip(ink[:3], ground[:3], strict=True)]
    return "#" + "".join(f"{part:02X}" for part in mixed)


def _heading(sheet: _Sheet, result: Result) -> None:
    plan = result.plan
    room = SIZE[0] - 2 * _MARGIN
    name = plan.at_first.hall.name.say(sheet.language)
    title = sheet.say(f"模拟等候：{name}", f"Simulated waits: {name}")
    sheet.text((_MARGIN, 76), title, 34, bold=True, room=room)
    sheet.text((_MARGIN, 112), headline(plan).say(sheet.language), 17, "quiet", room=room)


def _figures(sheet: _Sheet, result: Result) -> None:
    figures: list[tuple[Text, Callable[[Measures], float], str, str]] = [
        (Text(zh="平均等候", en="Mean wait"), lambda m: m.waits.mean, "{:.1f}", "min"),
        (Text(zh="P90 等候", en="P90 wait"), lambda m: m.waits.p90, "{:.1f}", "min"),
        (Text(zh="超过 30 分钟", en="Over 30 min"), lambda m: 100 * m.waits.long, "{:.1f}", "%"),
        (Text(zh="平均在厅", en="Time in the hall"), lambda m: m.errands.mean, "{:.1f}", "min"),
        (Text(zh="窗口利用率", en="Counter use"), lambda m: 100 * m.busy, "{:.0f}", "%"),
    ]
    width = (SIZE[0] - 2 * _MARGIN - (len(figures) - 1) * _GAP) / len(figures)
    for place, (label, of, form, unit) in enumerate(figures):
        left = _MARGIN + place * (width + _GAP)
        sheet.panel((left, _CARDS[0], left + width, _CARDS[1]))
        at = left + _PAD
        sheet.text((at, _CARDS[0] + 40), label.say(sheet.language), 18, "quiet")
        base = _CARDS[1] - 28
        if result.after is not None:
            before = form.format(of(result.before))
            at += sheet.text((at, base), before, 30, "quiet") + 10
            # The bundled font has no arrow of this weight, so it is drawn.
            sheet.line((at, base - 11), (at + 22, base - 11), "border_strong")
            sheet.line((at + 15, base - 18), (at + 22, base - 11), "border_strong")
            sheet.line((at + 15, base - 4), (at + 22, base - 11), "border_strong")
            at += 34
        shown = form.format(of(result.after or result.before))
        at += sheet.text((at, base), shown, 46, "primary", bold=True) + 8
        unit = sheet.say("分钟", "min") if unit == "min" else unit
        sheet.text((at, base), unit, 18, "quiet")


@dataclass(frozen=True)
class _Bar:
    """One name with what was measured before the change, and after it."""

    name: str
    color: str
    spreads: tuple[Spread, ...]


def _legend(sheet: _Sheet, right: float, base: float, compared: bool, color: str) -> None:
    """From the right to the left."""
    marks = [(sheet.say("P90", "P90"), _tint(color, 0.25)), (sheet.say("平均", "mean"), color)]
    if compared:
        old = _colors()["border_strong"]
        marks = [
            (sheet.say("P90", "P90"), _tint(color, 0.25)),
            (sheet.say("变后平均", "mean after"), color),
            (sheet.say("变前平均", "mean before"), old),
        ]
    for words, ink in marks:
        width = _font(15, False).getlength(words) / _FINE
        sheet.text((right, base), words, 15, "quiet", anchor="rs")
        sheet.block((right - width - 24, base - 12, right - width - 8, base + 1), ink, 3)
        right -= width + 44


def _scale(bars: Sequence[_Bar]) -> tuple[float, int]:
    """The end of the axis and the step of its marks, in minutes."""
    most = max((spread.p90 for bar in bars for spread in bar.spreads), default=0.0)
    most = max(most, *(s.mean for bar in bars for s in bar.spreads), 1.0)
    step = next((step for step in _STEPS if most / step <= _MOST_STEPS), _STEPS[-1])
    return math.ceil(most / step) * step, step


def _through_the_day(sheet: _Sheet, result: Result, box: Box) -> None:
    sheet.panel(box)
    old = dict(result.before.half_hours)
    new = dict(result.after.half_hours) if result.after else {}
    both = sorted(old.keys() | new.keys())
    slots = [both[0] + step * HALF_HOUR for step in range((both[-1] - both[0]) // HALF_HOUR + 1)]
    color = _colors()["primary_bright"]
    bars = [
        _Bar(
            f"{slot.seconds // 3600}:{slot.seconds // 60 % 60:02d}",
            color,
            (old.get(slot, _NOBODY), *([new.get(slot, _NOBODY)] if result.after else [])),
        )
        for slot in slots
    ]
    base = box[1] + 46
    sheet.text(
        (box[0] + _PAD, base),
        sheet.say("全天等候（分钟）", "Wait through the day, minutes"),
        20,
        bold=True,
    )
    _legend(sheet, box[2] - _PAD, base, result.after is not None, color)
    left, top, right, bottom = box[0] + _PAD + 34, base + 34, box[2] - _PAD, box[3] - 72
    end, step = _scale(bars)

    def height(minutes: float) -> float:
        return bottom - (bottom - top) * min(minutes, end) / end

    for mark in range(0, int(end) + 1, step):
        sheet.line((left, height(mark)), (right, height(mark)), "border")
        sheet.text((left - 10, height(mark) + 5), str(mark), 15, "quiet", anchor="rs")
    pitch = (right - left) / len(bars)
    for place, bar in enumerate(bars):
        middle = left + pitch * (place + 0.5)
        wide = pitch * 0.7 / len(bar.spreads)
        for number, spread in enumerate(bar.spreads):
            ink = _ink(bar, number)
            x = middle - pitch * 0.35 + number * wide
            sheet.block((x, height(spread.p90), x + wide - 1, bottom), _tint(ink, 0.25), 3)
            sheet.block((x, height(spread.mean), x + wide - 1, bottom), ink, 3)
        if place % max(1, math.ceil(len(bars) / 12)) == 0:
            sheet.text((middle, bottom + 26), bar.name, 15, "quiet", anchor="ms")
    if end > _LIMIT_MINUTES:
        sheet.dashes((left, height(_LIMIT_MINUTES)), (right, height(_LIMIT_MINUTES)), "caution")
    words = sheet.say("开始等候的时间", "when the wait began")
    sheet.text(((left + right) / 2, box[3] - 18), words, 15, "quiet", anchor="ms")


def _ink(bar: _Bar, number: int) -> str:
    """The colour of what comes last; what was before it is grey."""
    return bar.color if number == len(bar.spreads) - 1 else _colors()["border_strong"]


def _by_queue(sheet: _Sheet, result: Result, box: Box) -> None:
    sheet.panel(box)
    hall = result.plan.at_first.hall
    measured = [result.before, *([result.after] if result.after else [])]
    queues = [queue for queue in hall.queues if queue.code in result.before.queues]
    title = sheet.say("各队列等候（分钟）", "Wait by queue, minutes")
    if len(queues) > _MOST_QUEUES:
        longest = sorted(queues, key=lambda queue: -result.before.queues[queue.code].mean)
        kept = set(longest[:_MOST_QUEUES])
        queues = [queue for queue in queues if queue in kept]
        title = sheet.say(
            f"等候最长的 {_MOST_QUEUES} 个队列（分钟）",
            f"The {_MOST_QUEUES} queues with the longest waits, minutes",
        )
    bars = [
        _Bar(
            f"{queue.code}  {queue.name.say(sheet.language)}",
            _colors().get(f"zone {queue.zone}", _colors()["zone other"]),
            tuple(measures.queues.get(queue.code, _NOBODY) for measures in measured),
        )
        for queue in queues
    ]
    base = box[1] + 46
    sheet.text((box[0] + _PAD, base), title, 20, bold=True)
    _legend(sheet, box[2] - _PAD, base, result.after is not None, _colors()["quiet"])
    names = 232
    left, top, right, bottom = box[0] + _PAD + names, base + 34, box[2] - _PAD - 88, box[3] - 46
    end, step = _scale(bars)

    def across(minutes: float) -> float:
        return left + (right - left) * min(minutes, end) / end

    for mark in range(0, int(end) + 1, step):
        sheet.line((across(mark), top), (across(mark), bottom), "border")
        sheet.text((across(mark), bottom + 24), str(mark), 15, "quiet", anchor="ms")
    if end > _LIMIT_MINUTES:
        sheet.dashes((across(_LIMIT_MINUTES), top), (across(_LIMIT_MINUTES), bottom), "caution")
    words = sheet.say("平均 / P90", "mean / P90")
    sheet.text((box[2] - _PAD, top - 6), words, 15, "quiet", anchor="rs")
    pitch = (bottom - top) / max(len(bars), 8)
    for place, bar in enumerate(bars):
        middle = top + pitch * (place + 0.5)
        sheet.text((box[0] + _PAD, middle + 5), bar.name, 15, room=names - 14)
        thick = pitch * 0.64 / len(bar.spreads)
        for number, spread in enumerate(bar.spreads):
            ink = _ink(bar, number)
            y = middle - pitch * 0.32 + number * thick
            sheet.block((left, y, across(spread.p90), y + thick - 1), _tint(ink, 0.25), 3)
            sheet.block((left, y, across(spread.mean), y + thick - 1), ink, 3)
        last = bar.spreads[-1]
        told = f"{last.mean:.1f} / {last.p90:.0f}"
        sheet.text((box[2] - _PAD, middle + 5), told, 15, "quiet", anchor="rs")


def _foot(sheet: _Sheet, result: Result) -> None:
    told = answer(result)
    room = SIZE[0] - 2 * _MARGIN
    if told is not None:
        sheet.paragraph((_MARGIN, 942), told.say(sheet.language), 18, room, "primary", 28)
        return
    measures = result.before
    words = sheet.say(
        f"取号 {measures.tickets} 人，叫号 {measures.waits.count} 次，"
        f"其中过号 {measures.missed} 次。虚线为 30 分钟。",
        f"{measures.tickets} people took a number and were called {measures.waits.count} times, "
        f"{measures.missed} of them missed. The dashed lines stand at 30 minutes.",
    )
    sheet.text((_MARGIN, 946), words, 17, "quiet", room=room)
