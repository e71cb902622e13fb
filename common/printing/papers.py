"""The papers besides a number's slip, on paper of any width, in Chinese and English.

What the law wants on them: the one-time notice tells everything that is missing, the receipt has
the date and room for the agency's seal (Administrative Licensing Law of the PRC, article 32).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from common.domain.guide import Site
from common.domain.papers import (
    AppointmentFacts,
    ChecklistFacts,
    DayEndFacts,
    FormCodeFacts,
    NoticeFacts,
    OpinionFacts,
    PaperFacts,
    ReceiptFacts,
    Wanted,
)
from common.domain.slip_template import Align, Style
from common.domain.text import Language, Text
from common.domain.ticket import OUTCOME_ZH, Outcome
from common.printing.document import (
    Block,
    Cut,
    Document,
    Feed,
    Line,
    QrCode,
    Rule,
    columns_of,
    printable,
)
from common.printing.escpos import to_escpos
from common.printing.layout import Page, without_holes
from common.printing.profile import Profile
from common.printing.slip_words import day_words, moment_words, place_words, windows_words

_TITLE = Style(2, 2, bold=True, align=Align.CENTER)
_CENTER = Style(align=Align.CENTER)
_BOLD = Style(bold=True)
_TALL = Style(1, 2, bold=True)
_ROOM_TO_SIGN = 8
"""Columns of a line that still take a name."""
_CODE = Style(4, 4, bold=True, align=Align.CENTER)

_OUTCOME_EN: Mapping[Outcome, str] = {
    Outcome.CONSULTED: "Consulted",
    Outcome.ACCEPTED: "Accepted",
    Outcome.COMPLETED: "Completed",
    Outcome.TO_BE_CORRECTED: "To be corrected",
    Outcome.REFUSED: "Refused",
    Outcome.NOT_DONE: "Not done",
}


def paper_bytes(facts: PaperFacts, profile: Profile, language: Language | str) -> bytes:
    """The ESC/POS bytes of one paper, from the reset to the cut."""
    return to_escpos(lay_out_paper(facts, profile.columns, language), profile)


def lay_out_paper(facts: PaperFacts, columns: int, language: Language | str) -> Document:
    """The paper as lines that each fit `columns`."""
    paper = _Paper(Page(columns, language))
    return Document(columns, (*without_holes(paper.lay_out(facts)), Cut()))


class _Paper:
    """One page, and the parts that papers share."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def lay_out(self, facts: PaperFacts) -> Iterator[Block]:
        match facts:
            case NoticeFacts():
                return self._notice(facts)
            case ReceiptFacts():
                return self._receipt(facts)
            case ChecklistFacts():
                return self._checklist(facts)
            case FormCodeFacts():
                return self._form_code(facts)
            case OpinionFacts():
                return self._opinion(facts)
            case AppointmentFacts():
                return self._appointment(facts)
            case DayEndFacts():
                return self._day_end(facts)

    def _notice(self, facts: NoticeFacts) -> Iterator[Block]:
        page = self._page
        yield from self._head(facts, Text("一次性告知单", "What is missing"))
        if facts.count > 1:
            yield from page.paragraph(
                page.pick(f"第{facts.count}次告知", f"Notice no. {facts.count}"), _CENTER
            )
        yield Rule()
        yield from self._number_and_counter(facts.number, facts.counter)
        yield from self._services(facts.services)
        yield Feed()
        if facts.missing:
            yield from page.paragraph(
                page.pick("请补齐以下材料：", "Please bring what is missing:"), _BOLD
            )
            yield from self._boxes(facts.missing)
        yield from page.labelled(page.pick("说明 ", "Note: "), [printable(facts.remark)])
        yield Rule()
        yield from page.paragraph(
            page.pick(
                "以上为需补正的全部内容，补齐后请带本单再来。",
                "This is everything that is missing. Bring this paper when you come again.",
            )
        )
        yield from self._clerk(facts.clerk)
        yield from self._to_sign(Text("经办人签名", "Clerk's signature"))
        yield from self._to_sign(Text("申请人签收", "Received by"))
        yield from self._at(Text("告知时间", "Given:"), moment_words(facts.given_at, page.language))
        yield from self._phone(facts.phone)

    def _receipt(self, facts: ReceiptFacts) -> Iterator[Block]:
        page = self._page
        yield from self._head(facts, Text("受理单", "Acceptance receipt"))
        yield Rule()
        yield from self._number_and_counter(facts.number, facts.counter)
        yield from self._services(facts.services)
        yield Feed()
        if facts.received:
            yield from page.paragraph(page.pick("已收材料：", "We received:"), _BOLD)
            yield from self._numbered(map(page.say, facts.received))
        yield Feed()
        yield from page.paragraph(self._promise(facts), _TALL)
        yield Rule()
        yield from self._clerk(facts.clerk)
        yield from self._at(
            Text("受理时间", "Accepted:"), moment_words(facts.accepted_at, page.language)
        )
        yield from self._to_sign(Text("申请人签名", "Applicant's signature"))
        yield from page.paragraph(page.pick("受理机关（专用印章）", "Seal of the agency"))
        yield Feed(3)
        yield from self._code(
            facts.code, Text("凭本单或此码查询、领取", "Show this to ask or to collect")
        )
        yield from self._phone(facts.phone)

    def _promise(self, facts: ReceiptFacts) -> str:
        page = self._page
        if facts.promised is None:
            return page.pick("已当场办结", "Done on the spot")
        day = day_words(facts.promised, page.language)
        return page.pick(f"承诺 {day} 前办结", f"Done by {day}")

    def _checklist(self, facts: ChecklistFacts) -> Iterator[Block]:
        page = self._page
        yield from self._head(facts, Text("办事材料清单", "What to bring"))
        yield Rule()
        yield from self._services(facts.services)
        yield Feed()
        if facts.bring:
            yield from page.paragraph(page.pick("请带齐：", "Please bring:"), _BOLD)
            yield from self._boxes(facts.bring)
        else:
            yield from page.paragraph(
                page.pick("不需要带材料。", "Nothing needs to be brought."), _BOLD
            )
        yield Rule()
        place = place_words(facts.floor, facts.zone_code, facts.zone, page.language)
        yield from page.side_by_side([place, windows_words(facts.counters, page.language)], _BOLD)
        if facts.sites:
            yield Rule()
            yield from page.paragraph(page.pick("也可就近办理：", "Nearer to you:"), _BOLD)
            for site in facts.sites:
                yield from self._site(site)
            yield Rule()
        yield from self._at(
            Text("打印时间", "Printed:"), moment_words(facts.printed_at, page.language)
        )
        yield from self._phone(facts.phone)

    def _site(self, site: Site) -> Iterator[Line]:
        page = self._page
        yield from page.paragraph(page.say(site.name))
        told = [page.say(site.address), page.say(site.hours), printable(site.phone)]
        for words in filter(None, told):
            yield from page.labelled("  ", [words])

    def _form_code(self, facts: FormCodeFacts) -> Iterator[Block]:
        page = self._page
        yield from self._head(facts, Text("填表码", "Form code"))
        yield Rule()
        yield from page.paragraph(page.say(facts.form), _CENTER)
        yield from page.heading(printable(facts.code), _CODE)
        yield Feed()
        yield from self._code(
            facts.code, Text("请在窗口出示此码，不必重填", "Show this at the counter")
        )
        yield Rule()
        if facts.number:
            yield from page.labelled(page.pick("号码 ", "Number: "), [printable(facts.number)])
        kept = day_words(facts.kept_until, page.language)
        yield from page.labelled(page.pick("保留至 ", "Kept until: "), [kept])
        yield from self._at(
            Text("打印时间", "Printed:"), moment_words(facts.printed_at, page.language)
        )
        yield from self._phone(facts.phone)

    def _opinion(self, facts: OpinionFacts) -> Iterator[Block]:
        page = self._page
        yield from self._head(facts, Text("意见回执", "Receipt"))
        yield Rule()
        yield from page.paragraph(page.say(facts.kind), _CENTER)
        yield from page.heading(printable(facts.receipt), _CODE)
        yield Feed()
        day = day_words(facts.answered_by, page.language)
        yield from page.paragraph(
            page.pick(
                f"我们将在 {day} 前答复。请在任一取号机点“评价与建议”，输入以上回执号查看答复。",
                f"You have our answer by {day}. Read it at any kiosk: touch Rate and suggest, "
                "and type this number.",
            )
        )
        yield Rule()
        yield from self._at(Text("提交时间", "Given:"), moment_words(facts.given_at, page.language))
        yield from self._phone(facts.phone)

    def _appointment(self, facts: AppointmentFacts) -> Iterator[Block]:
        page = self._page
        yield from self._head(facts, Text("预约单", "Appointment"))
        yield Rule()
        yield from self._services((facts.service,))
        yield Feed()
        day = day_words(facts.day, page.language)
        yield from page.side_by_side([day, facts.slot], _TALL)
        place = place_words(facts.floor, facts.zone_code, facts.zone, page.language)
        yield from page.side_by_side([place, windows_words(facts.counters, page.language)], _BOLD)
        yield from page.heading(printable(facts.code), _CODE)
        yield Feed()
        yield from self._code(
            facts.code,
            Text(
                f"当天 {facts.opens:%H:%M} 起，凭此码在取号机取号",
                f"Take your number with it at a kiosk, that day from {facts.opens:%H:%M} on",
            ),
        )
        if facts.bring:
            yield Rule()
            yield from page.paragraph(page.pick("请带齐：", "Please bring:"), _BOLD)
            yield from self._boxes(facts.bring)
        yield Rule()
        yield from self._at(
            Text("打印时间", "Printed:"), moment_words(facts.printed_at, page.language)
        )
        yield from self._phone(facts.phone)

    def _day_end(self, facts: DayEndFacts) -> Iterator[Block]:
        page = self._page
        yield from self._head(facts, Text("窗口日结单", "Counter's day"))
        yield Rule()
        counter = page.pick("窗口 ", "Window ") + printable(facts.counter)
        yield from page.apart(counter, day_words(facts.day, page.language), _BOLD)
        yield from self._clerk(facts.clerk)
        yield Rule()
        yield from self._figures(facts)
        yield Rule()
        yield from self._to_sign(Text("本人签名", "Clerk's signature"))
        yield from self._to_sign(Text("主管签名", "Supervisor's signature"))
        yield from self._at(
            Text("打印时间", "Printed:"), moment_words(facts.printed_at, page.language)
        )

    def _figures(self, facts: DayEndFacts) -> Iterator[Block]:
        rows = [
            (Text("呼叫", "Called"), str(facts.called)),
            (Text("办完", "Finished"), str(facts.finished)),
            (Text("办件", "Cases"), str(facts.cases)),
            (Text("过号", "Missed"), str(facts.missed)),
            (Text("转移", "Transferred"), str(facts.transferred)),
        ]
        yield from self._leaders(rows)
        told = [(outcome, count) for outcome, count in facts.outcomes if count]
        if told:
            yield Rule()
        names = (Text(OUTCOME_ZH[outcome], _OUTCOME_EN[outcome]) for outcome, _ in told)
        yield from self._leaders(zip(names, (str(count) for _, count in told), strict=True))
        yield Rule()
        times = (
            (Text("首次呼叫", "First call"), self._clock(facts.first_call)),
            (Text("最后办完", "Last finished"), self._clock(facts.last_end)),
            (Text("平均办理", "Mean service"), self._span(facts.mean_service)),
            (Text("最长办理", "Longest service"), self._span(facts.longest_service)),
        )
        yield from self._leaders((words, told) for words, told in times if told)

    def _leaders(self, rows: Iterable[tuple[Text, str]]) -> Iterator[Line]:
        """What it is at the left, how much at the right, dots between."""
        for words, figure in rows:
            yield from self._page.apart(self._page.say(words), figure, fill=".")

    def _clock(self, at: datetime | None) -> str:
        return f"{at:%H:%M}" if at else ""

    def _span(self, span: timedelta | None) -> str:
        if span is None:
            return ""
        minutes, seconds = divmod(round(span.total_seconds()), 60)
        return self._page.pick(f"{minutes}分{seconds:02d}秒", f"{minutes} min {seconds:02d} s")

    # -- parts -------------------------------------------------------------------------------------

    def _head(self, facts: PaperFacts, title: Text) -> Iterator[Block]:
        page = self._page
        yield from page.heading(page.say(facts.hall), _CENTER, margin=2)
        yield from page.heading(page.say(title), _TITLE)
        marks = [f"[{words}]" for words in map(page.say, facts.marks) if words]
        yield from page.side_by_side(marks, Style(bold=True, align=Align.CENTER), gap=" ")

    def _number_and_counter(self, number: str, counter: str) -> Iterator[Line]:
        page = self._page
        left = page.pick("号码 ", "Number ") + printable(number)
        right = page.pick("窗口 ", "Window ") + printable(counter) if counter else ""
        yield from page.apart(left, right, _TALL)

    def _services(self, services: Sequence[Text]) -> Iterator[Line]:
        page = self._page
        label = page.pick("业务 ", "Service: ")
        yield from page.labelled(label, [page.say(service) for service in services])

    def _boxes(self, wanted: Iterable[Wanted]) -> Iterator[Line]:
        """Each with a box to tick."""
        page = self._page
        for number, one in enumerate(wanted, start=1):
            kind = page.say(one.kind)
            words = page.say(one.name) + (page.pick(f"（{kind}）", f" ({kind})") if kind else "")
            yield from page.labelled(page.pick(f"□{number}. ", f"[ ] {number}. "), [words])

    def _numbered(self, entries: Iterable[str]) -> Iterator[Line]:
        for number, entry in enumerate(entries, start=1):
            yield from self._page.labelled(f"{number}. ", [entry])

    def _clerk(self, clerk: Text | None) -> Iterator[Line]:
        if clerk is not None:
            page = self._page
            yield from page.labelled(page.pick("经办人 ", "Clerk: "), [page.say(clerk)])

    def _to_sign(self, what: Text) -> Iterator[Block]:
        """A line to write on, with room above it; below its words where little would be left."""
        words = self._page.say(what) + " "
        room = self._page.columns - columns_of(words)
        yield Feed()
        if room >= _ROOM_TO_SIGN:
            yield Line(words + "_" * room)
            return
        yield from self._page.paragraph(words.rstrip())
        yield Feed()
        yield Line("_" * self._page.columns)

    def _at(self, label: Text, when: str) -> Iterator[Line]:
        yield from self._page.labelled(self._page.say(label) + " ", [when])

    def _code(self, code: str, words: Text) -> Iterator[Block]:
        if code:
            yield QrCode(code)
            yield from self._page.paragraph(self._page.say(words), _CENTER)

    def _phone(self, phone: str) -> Iterator[Line]:
        label = self._page.pick("监督电话 ", "Complaints: ")
        yield from self._page.labelled(label, [printable(phone)])
