"""A slip by the hall's template, on paper of any width, in Chinese and English."""

from __future__ import annotations

from collections.abc import Iterator

from common.domain.slip import SlipFacts
from common.domain.slip_template import Block, Shows, SlipTemplate
from common.domain.text import Language
from common.printing import document
from common.printing.document import Cut, Document, Feed, Picture, QrCode, Rule, printable
from common.printing.escpos import to_escpos
from common.printing.layout import Page, gather, without_holes
from common.printing.profile import Profile
from common.printing.slip_words import (
    REPRINT,
    ahead_words,
    counter_ranges,
    label_of,
    moment_words,
    wait_words,
    windows_words,
    zone_words,
)

__all__ = ["counter_ranges", "lay_out_slip", "slip_bytes"]


def slip_bytes(facts: SlipFacts, profile: Profile, language: Language | str) -> bytes:
    """The ESC/POS bytes of one slip, from the reset to the cut."""
    return to_escpos(lay_out_slip(facts, profile.columns, language), profile)


def lay_out_slip(facts: SlipFacts, columns: int, language: Language | str) -> Document:
    """The slip as lines that each fit `columns` (32 on 58 mm paper, 42 or 48 on 80 mm)."""
    slip = _Slip(facts, Page(columns, language))
    template = facts.template
    blocks = (
        part
        for block in template.blocks_for(language, columns)
        for part in slip.lay_out(block, template)
    )
    return Document(columns, (*without_holes(blocks), Cut()))


class _Slip:
    """The facts of one slip on their page."""

    def __init__(self, facts: SlipFacts, page: Page) -> None:
        self._facts = facts
        self._page = page

    def lay_out(self, block: Block, template: SlipTemplate) -> Iterator[document.Block]:
        """What stands on paper for one block of the template; nothing when its facts are empty."""
        page, facts, style = self._page, self._facts, block.style
        label = label_of(block, page.language)
        if len(block.shows) > 1:
            yield from page.side_by_side(map(self._in_one, block.shows), style)
            return
        match block.shows[0]:
            case Shows.LINE:
                yield Rule()
            case Shows.SPACE:
                yield Feed()
            case Shows.LOGO:
                if logo := template.logo:
                    yield Picture(logo.width, logo.height, logo.dots, style.align)
            case Shows.QR:
                if facts.code:
                    yield QrCode(facts.code, style.align)
            case Shows.HALL:
                yield from page.heading(self._in_one(Shows.HALL), style, margin=2)
            case Shows.NUMBER:
                yield from page.heading(self._in_one(Shows.NUMBER), style)
            case Shows.PLACE:
                places = [self._in_one(Shows.ZONE), self._in_one(Shows.WINDOWS)]
                yield from page.side_by_side([label + places[0], *places[1:]], style)
            case Shows.MARKS:
                yield from page.side_by_side(self._marks(), style, gap=" ")
            case Shows.SERVICE:
                yield from page.labelled(label, self._services(), style)
            case Shows.BRING:
                room = page.columns // style.width - document.columns_of(label)
                words = gather(self._bring(), room, page.pick("", " "))
                yield from page.labelled(label, list(words), style)
            case Shows.RULES:
                for rule in facts.rules:
                    yield from page.paragraph(page.say(rule), style)
            case Shows.TEXT:
                if block.text:
                    yield from page.paragraph(page.say(block.text), style)
            case shown:
                yield from page.labelled(label, [self._in_one(shown)], style)

    def _in_one(self, shown: Shows) -> str:
        """One thing in one line of words; empty when there is nothing to say."""
        page, facts = self._page, self._facts
        match shown:
            case Shows.HALL:
                return page.say(facts.hall)
            case Shows.NUMBER:
                return printable(facts.number)
            case Shows.SERVICE:
                return page.pick("、", ", ").join(self._services())
            case Shows.PLACE:
                return f"{self._in_one(Shows.ZONE)} {self._in_one(Shows.WINDOWS)}".strip()
            case Shows.ZONE:
                return zone_words(facts, page.language)
            case Shows.WINDOWS:
                return windows_words(facts.counters, page.language)
            case Shows.AHEAD:
                return ahead_words(facts.ahead, page.language)
            case Shows.WAIT:
                return wait_words(facts.wait_minutes, page.language)
            case Shows.TIME:
                return moment_words(facts.issued_at, page.language, seconds=True)
            case Shows.MARKS:
                return " ".join(self._marks())
            case Shows.BRING:
                return page.pick("", " ").join(self._bring())
            case Shows.PHONE:
                return printable(facts.phone)
            case _:
                return ""

    def _services(self) -> list[str]:
        return [self._page.say(s) for s in self._facts.services or (self._facts.queue,)]

    def _marks(self) -> list[str]:
        marks = (*self._facts.marks, REPRINT) if self._facts.reprint else self._facts.marks
        return [f"[{words}]" for words in map(self._page.say, marks) if words]

    def _bring(self) -> list[str]:
        """The materials, each with the sign that parts it from the next."""
        words = [said for said in map(self._page.say, self._facts.bring) if said]
        joint = self._page.pick("；", ";")
        return [*(material + joint for material in words[:-1]), *words[-1:]]
