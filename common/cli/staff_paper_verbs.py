"""`jiaohao paper`: what a counter gives out besides numbers, on any printer or in a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from common import operations
from common.cli.options import (
    CounterArgument,
    Db,
    Id,
    Json,
    Lang,
    NotADay,
    NumberArgument,
    Profile,
    Who,
    acting,
    console,
    counter_code,
    few_words,
    language_named,
    opened,
    request_id,
)
from common.cli.paper_verbs import MaybeOutFile, is_drawn, preview_paper, write_paper
from common.domain.errors import JiaohaoError
from common.domain.papers import PaperFacts
from common.domain.print_job import PaperKind, PrintJob, PrintState
from common.domain.slip import SlipFacts
from common.domain.text import Language, Text
from common.operations.ids import new_id
from common.store import Store

if TYPE_CHECKING:
    from common.printing.profile import Profile as PrinterProfile
    from common.printing.status import PrintResult

app = typer.Typer()
paper = typer.Typer(no_args_is_help=True, help="Notices, receipts, checklists, figures, slips.")
app.add_typer(paper, name="paper")
paper.command("preview")(preview_paper)

_DEVICE = "jiaohao"
"""What stands in the record as the device where no counter is named."""

PrinterUrl = Annotated[
    str | None, typer.Option("--printer", metavar="URL", help="The printer to print it on.")
]
AtCounter = Annotated[
    str | None, typer.Option("--counter", metavar="COUNTER", help="The counter that gives it.")
]


class NowhereToPut(JiaohaoError):
    code = "nowhere_to_put"
    en = "Say where it goes: --printer URL prints it, --out FILE writes it. Nothing was done."
    zh = "请指定去向：--printer URL 打印，或 --out 文件 保存。未作任何操作。"


class PaperNotPrinted(JiaohaoError):
    code = "paper_not_printed"
    en = "The paper is not printed: {trouble}. Then {again}."
    zh = "没有打印：{trouble}。处理后{again}。"


class PaperInDoubt(JiaohaoError):
    code = "paper_in_doubt"
    en = "Nobody knows whether it is on paper: {trouble}. If it is not, {again}."
    zh = "不能确认是否已打出：{trouble}。如果没有打出，{again}。"


@dataclass(frozen=True, slots=True)
class _Way:
    """Where a paper goes, and how it looks there."""

    file: Path | None
    printer: str | None
    profile: PrinterProfile
    language: Language
    device: str

    def job(self, kind: PaperKind) -> PrintJob | None:
        """To be written down; None when nothing is printed."""
        if self.printer is None:
            return None
        reprint = kind is PaperKind.SLIP
        now = datetime.now(UTC)
        return PrintJob(new_id(), None, self.device, self.printer, now, kind, reprint)


@paper.command()
def notice(
    number: NumberArgument,
    missing: Annotated[
        str, typer.Option("--missing", metavar="CODES", help="Materials that are missing: id,hk.")
    ] = "",
    remark: Annotated[
        str,
        typer.Option(
            "--remark", metavar="TEXT", callback=few_words, help="What else is to be said."
        ),
    ] = "",
    reason: Annotated[
        str,
        typer.Option(
            "--reason", metavar="TEXT", callback=few_words, help="Why it is needed again; kept."
        ),
    ] = "",
    preview: Annotated[
        bool, typer.Option("--preview", help="Only look at it: nothing is recorded.")
    ] = False,
    counter: AtCounter = None,
    clerk: Who = None,
    request: Id = None,
    out_file: MaybeOutFile = None,
    printer: PrinterUrl = None,
    profile: Profile = "generic-80",
    language: Lang = Language.ZH,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Tell a person everything that is missing, once and in writing (一次性告知)."""
    way = _way(out_file, None if preview else printer, profile, language, counter)
    codes = [code.strip() for code in missing.split(",") if code.strip()]
    here = counter_code(counter) if counter else None
    with opened(db) as store:
        who = acting(store, clerk)
        if preview:
            facts = operations.notice_facts(
                store, number, codes, counter=here, clerk=who, remark=remark
            )
            _put(store, way, PaperKind.NOTICE, facts, None, "", as_json)
            return
        again = request_id(request)
        given = operations.give_notice(
            store,
            number,
            codes,
            counter=here,
            clerk=who,
            remark=remark,
            reason=reason,
            job=way.job(PaperKind.NOTICE),
            request=again,
        )
        _put(store, way, PaperKind.NOTICE, given.facts, given.job, again, as_json)


@paper.command()
def receipt(
    number: NumberArgument,
    preview: Annotated[
        bool, typer.Option("--preview", help="Only look at it: nothing is recorded.")
    ] = False,
    counter: AtCounter = None,
    clerk: Who = None,
    request: Id = None,
    out_file: MaybeOutFile = None,
    printer: PrinterUrl = None,
    profile: Profile = "generic-80",
    language: Lang = Language.ZH,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Confirm what was accepted, and the day by which it will be done (受理单)."""
    way = _way(out_file, None if preview else printer, profile, language, counter)
    here = counter_code(counter) if counter else None
    with opened(db) as store:
        if preview:
            facts = operations.receipt_facts(store, number, counter=here)
            _put(store, way, PaperKind.RECEIPT, facts, None, "", as_json)
            return
        again = request_id(request)
        given = operations.give_receipt(
            store,
            number,
            counter=here,
            clerk=acting(store, clerk),
            job=way.job(PaperKind.RECEIPT),
            request=again,
        )
        _put(store, way, PaperKind.RECEIPT, given.facts, given.job, again, as_json)


@paper.command()
def checklist(
    services: Annotated[
        list[str], typer.Argument(metavar="SERVICE...", help="Service codes, or one bundle.")
    ],
    out_file: MaybeOutFile = None,
    printer: PrinterUrl = None,
    profile: Profile = "generic-80",
    language: Lang = Language.ZH,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """What to bring for services, without a number."""
    way = _way(out_file, printer, profile, language, None)
    with opened(db) as store:
        facts = operations.checklist_facts(store, services)
        _begin_and_put(store, way, PaperKind.CHECKLIST, facts, as_json)


@paper.command("day-end")
def day_end(
    counter: CounterArgument,
    day: Annotated[
        str | None, typer.Option("--day", metavar="DAY", help="For example 2026-11-24; else today.")
    ] = None,
    clerk: Who = None,
    out_file: MaybeOutFile = None,
    printer: PrinterUrl = None,
    profile: Profile = "generic-80",
    language: Lang = Language.ZH,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """What a counter did on one day; with --clerk, what one of the staff did there."""
    way = _way(out_file, printer, profile, language, counter)
    with opened(db) as store:
        facts = operations.day_end_facts(
            store, counter_code(counter), _day(day), acting(store, clerk)
        )
        _begin_and_put(store, way, PaperKind.DAY_END, facts, as_json)


@paper.command()
def slip(
    number: NumberArgument,
    printer: Annotated[
        str, typer.Option("--printer", metavar="URL", help="The printer to print it on.")
    ],
    clerk: Who = None,
    counter: AtCounter = None,
    profile: Profile = "generic-80",
    language: Lang = Language.ZH,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Print the slip of an open number again; it carries the word Reprint (补打)."""
    way = _way(None, printer, profile, language, counter)
    with opened(db) as store:
        who = acting(store, clerk)
        again = operations.slip_again(store, number, who)
        job = way.job(PaperKind.SLIP)
        assert job is not None
        job = replace(job, ticket=again.ticket)
        operations.begin_print(store, job, clerk=who)
        _put(store, way, PaperKind.SLIP, again.facts, job, "", as_json, again.in_doubt)


def _way(
    file: Path | None, printer: str | None, profile: str, language: str, counter: str | None
) -> _Way:
    from common.printing.profile import load_profile
    from common.printing.transports.address import printer_address

    if file is None and printer is None:
        raise NowhereToPut
    if file is not None:
        is_drawn(file)  # No notice is written down for a picture that cannot be.
    device = counter_code(counter) if counter else _DEVICE
    model = load_profile(profile)
    if printer is not None:
        printer_address(printer)  # No job is written down for a printer that cannot be.
    return _Way(file, printer, model, language_named(language), device)


def _begin_and_put(
    store: Store, way: _Way, kind: PaperKind, facts: PaperFacts, as_json: bool
) -> None:
    job = way.job(kind)
    if job is not None:
        operations.begin_print(store, job)
    _put(store, way, kind, facts, job, "", as_json)


def _put(
    store: Store,
    way: _Way,
    kind: PaperKind,
    facts: PaperFacts | SlipFacts,
    job: PrintJob | None,
    request: str,
    as_json: bool,
    in_doubt: Sequence[PrintJob] = (),
) -> None:
    """Write it, print it, tell of it, and which jobs `in_doubt` may still come out.

    Raises PaperNotPrinted, PaperInDoubt.
    """
    out = console(as_json)
    data = _bytes(facts, way)
    if way.file is not None:
        write_paper(way.file, data, way.profile)
    state, doubtful = None, [earlier.printer for earlier in in_doubt]
    if job is not None:
        result = _print(store, way, job, data, in_doubt)
        state = result.state
        if state is PrintState.FAILED:
            raise PaperNotPrinted(trouble=result.trouble.words, again=_again(request))
        if state is PrintState.INTERRUPTED:
            raise PaperInDoubt(trouble=result.trouble.words, again=_again(request))
        if result.cleared:
            doubtful = [printer for printer in doubtful if printer != job.printer]
    number = getattr(facts, "number", None)
    place = way.file or (job and job.printer)
    out.answer(
        {
            "paper": kind,
            "number": number,
            "bytes": len(data),
            "file": str(way.file) if way.file else None,
            "state": state,
            "may_come_out": sorted(set(doubtful)),
        },
        f"{number or kind}: {place} ({out.bytes(len(data))})" + out.say(_warning(doubtful)),
    )


def _print(
    store: Store, way: _Way, job: PrintJob, data: bytes, in_doubt: Sequence[PrintJob]
) -> PrintResult:
    """Print and write down how it ended, and what the printer forgot before."""
    from common.printing.printer import Printer

    here = [earlier for earlier in in_doubt if earlier.printer == job.printer]
    result = Printer(job.printer, way.profile).print(data, clear_first=bool(here))
    operations.end_print(
        store, job.ended(result.state, result.written, result.ended_at, result.obstacle)
    )
    for earlier in here if result.cleared else ():
        operations.clear_print(store, earlier.id)
    return result


def _warning(printers: Sequence[str]) -> Text:
    if not printers:
        return Text(zh="", en="")
    names = ", ".join(sorted(set(printers)))
    return Text(
        zh=f"\n第一张仍可能从 {names} 打出，请收回",
        en=f"\nthe first one may still come out of {names}: take it away",
    )


def _again(request: str) -> Text:
    """How to print it once more, without doing anew what `request` did."""
    if not request:
        return Text(zh="再执行一次本命令", en="say the same command again")
    return Text(
        zh=f"加上 --id {request} 再执行一次", en=f"say the same command again with --id {request}"
    )


def _bytes(facts: PaperFacts | SlipFacts, way: _Way) -> bytes:
    if isinstance(facts, SlipFacts):
        from common.printing.slip import slip_bytes

        return slip_bytes(facts, way.profile, way.language)
    from common.printing.papers import paper_bytes

    return paper_bytes(facts, way.profile, way.language)


def _day(given: str | None) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise NotADay(given=given) from None
