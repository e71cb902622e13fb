"""A slip by the hall's template, on paper of any width, in Chinese and English."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from common.domain.slip import SlipFacts
from common.domain.slip_template import Block, Shows
from common.domain.text import Language
from common.printing import document
from common.printing.document import (
    Cut,
    Document,
    Feed,
    Picture,
    QrCode,
    Rule,
    columns_of,
    printable,
)
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
    template = facts.template.blocks_for(language, columns)
    blocks = (part for block in template for part in slip.lay_out(block))
    return Document(columns, (*without_holes(blocks), Cut()))


class _Slip:
    """The facts of one slip on their page."""

    def __init__(self, facts: SlipFacts, page: Page) -> None:
        self._facts = facts
        self._page = page
        self._template = facts.template

    def lay_out(self, block: Block) -> Iterator[document.Block]:
        """What stands on paper for one block of the template; nothing when its facts are empty."""
        if len(block.shows) > 1:
            return self._page.side_by_side(map(self._in_one, block.shows), block.style)
        lay_out = _OWN_LAYOUT.get(block.shows[0])
        return lay_out(self, block) if lay_out else self._labelled(block)

    def _labelled(self, block: Block) -> Iterator[document.Block]:
        label = label_of(block, self._page.language)
        words = self._in_one(block.shows[0])
        return self._page.labelled(label, [words], block.style)

    def _line(self, _: Block) -> Iterator[document.Block]:
        yield Rule()

    def _space(self, _: Block) -> Iterator[document.Block]:
        yield Feed()

    def _logo(self, block: Block) -> Iterator[document.Block]:
        if logo := self._template.logo:
            yield Picture(logo.width, logo.height, logo.dots, block.style.align)

    def _qr(self, block: Block) -> Iterator[document.Block]:
        if self._facts.code:
            yield QrCode(self._facts.code, block.style.align)

    def _hall(self, block: Block) -> Iterator[document.Block]:
        return self._page.heading(self._in_one(Shows.HALL), block.style, margin=2)

    def _number(self, block: Block) -> Iterator[document.Block]:
        return self._page.heading(self._in_one(Shows.NUMBER), block.style)

    def _place(self, block: Block) -> Iterator[document.Block]:
        """Floor and zone together, the windows beside or below them."""
        label = label_of(block, self._page.language)
        parts = [label + self._in_one(Shows.ZONE), self._in_one(Shows.WINDOWS)]
        return self._page.side_by_side(parts, block.style)

    def _framed(self, block: Block) -> Iterator[document.Block]:
        return self._page.side_by_side(self._marks(), block.style, gap=" ")

    def _service(self, block: Block) -> Iterator[document.Block]:
        label = label_of(block, self._page.language)
        return self._page.labelled(label, self._services(), block.style)

    def _bring_list(self, block: Block) -> Iterator[document.Block]:
        page = self._page
        label = label_of(block, page.language)
        room = page.columns // block.style.width - columns_of(label)
        lines = gather(self._bring(), room, page.pick("", " "))
        return page.labelled(label, list(lines), block.style)

    def _rules(self, block: Block) -> Iterator[document.Block]:
        for rule in self._facts.rules:
            yield from self._page.paragraph(self._page.say(rule), block.style)

    def _text(self, block: Block) -> Iterator[document.Block]:
        if block.text:
            yield from self._page.paragraph(self._page.say(block.text), block.style)

    def _in_one(self, shown: Shows) -> str:
        """One thing in one line of words; empty when there is nothing to say."""
        say = _IN_ONE_LINE.get(shown)
        return say(self) if say else ""

    def _zone(self) -> str:
        return zone_words(self._facts, self._page.language)

    def _windows(self) -> str:
        return windows_words(self._facts.counters, self._page.language)

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


_OWN_LAYOUT: Mapping[Shows, Callable[[_Slip, Block], Iterator[document.Block]]] = {
    Shows.LINE: _Slip._line,
    Shows.SPACE: _Slip._space,
    Shows.LOGO: _Slip._logo,
    Shows.QR: _Slip._qr,
    Shows.HALL: _Slip._hall,
    Shows.NUMBER: _Slip._number,
    Shows.PLACE: _Slip._place,
    Shows.MARKS: _Slip._framed,
    Shows.SERVICE: _Slip._service,
    Shows.BRING: _Slip._bring_list,
    Shows.RULES: _Slip._rules,
    Shows.TEXT: _Slip._text,
}
"""What is more than a label and a line of words."""

_IN_ONE_LINE: Mapping[Shows, Callable[[_Slip], str]] = {
    Shows.HALL: lambda slip: slip._page.say(slip._facts.hall),
    Shows.NUMBER: lambda slip: printable(slip._facts.number),
    Shows.SERVICE: lambda slip: slip._page.pick("、", ", ").join(slip._services()),
    Shows.PLACE: lambda slip: f"{slip._zone()} {slip._windows()}".strip(),
    Shows.ZONE: _Slip._zone,
    Shows.WINDOWS: _Slip._windows,
    Shows.AHEAD: lambda slip: ahead_words(slip._facts.ahead, slip._page.language),
    Shows.WAIT: lambda slip: wait_words(slip._facts.wait_minutes, slip._page.language),
    Shows.TIME: lambda slip: moment_words(slip._facts.issued_at, slip._page.language, seconds=True),
    Shows.MARKS: lambda slip: " ".join(slip._marks()),
    Shows.BRING: lambda slip: slip._page.pick("", " ").join(slip._bring()),
    Shows.PHONE: lambda slip: printable(slip._facts.phone),
}
"""What can stand beside others."""
