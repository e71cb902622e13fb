"""What the papers of a desk ask of the shared line, and what goes to the printer then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from common import operations
from common.domain.ids import ClerkLogin, RequestId
from common.domain.papers import DayEndFacts
from common.domain.print_job import PaperKind, PrintJob
from common.domain.session import Session
from common.operations import Given, Moved, SlipAgain, new_id
from common.store import Store
from counter.view_models.counter_papers import CounterPapers, Paper
from counter.view_models.link import Tell
from counter.view_models.message import Message
from counter.view_models.notice_sheet import NoticeSheet

Verb = Callable[..., Any]
"""Takes `clerk` and `request`."""


class PaperActs(QObject):
    """Each act writes its job down together with what it means; its answer puts the paper out.

    Signals:
        said(Message): of what needs no request.
    """

    said = Signal(object)

    def __init__(
        self, store: Store, session: Session, papers: CounterPapers, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._store, self._session, self._papers = store, session, papers

    def notice(self, sheet: NoticeSheet) -> tuple[Verb, Tell]:
        verb = partial(
            operations.give_notice,
            self._store,
            sheet.number,
            sheet.missing,
            counter=self._session.counter,
            remark=sheet.remark,
            reason=sheet.reason,
            job=self._job(PaperKind.NOTICE),
        )
        return verb, partial(self._put_out, PaperKind.NOTICE)

    def receipt(self, number: str) -> tuple[Verb, Tell]:
        verb = partial(
            operations.give_receipt,
            self._store,
            number,
            counter=self._session.counter,
            job=self._job(PaperKind.RECEIPT),
        )
        return verb, partial(self._put_out, PaperKind.RECEIPT)

    def with_receipt(
        self, finish: Callable[..., Moved], tell: Callable[[Moved], Message]
    ) -> tuple[Verb, Tell]:
        """Finish, and confirm what was accepted; one press, and once each."""
        store, counter = self._store, self._session.counter
        job, its_own = self._job(PaperKind.RECEIPT), RequestId(new_id())

        def verb(clerk: ClerkLogin, request: RequestId) -> tuple[Moved, Given]:
            moved = finish(clerk=clerk, request=request)
            return moved, operations.give_receipt(
                store, moved.number, counter=counter, clerk=clerk, job=job, request=its_own
            )

        def told(done: tuple[Moved, Given]) -> Message:
            moved, given = done
            self._put_out(PaperKind.RECEIPT, given)
            return tell(moved)

        return verb, told

    def slip_again(self, number: str) -> tuple[Verb, Tell]:
        store, job = self._store, self._job(PaperKind.SLIP)
        assert job is not None, "without a printer nobody can ask for it"

        def verb(clerk: ClerkLogin, request: RequestId) -> tuple[SlipAgain, PrintJob]:
            again = operations.slip_again(store, number, clerk)
            printing = replace(job, id=request, ticket=again.ticket)
            operations.begin_print(store, printing, clerk=clerk)
            return again, printing

        def told(done: tuple[SlipAgain, PrintJob]) -> Message | None:
            again, printing = done
            paper = Paper(
                PaperKind.SLIP,
                again.facts,
                again.facts.number,
                self._session.counter,
                self._session.clerk,
                again.ticket,
                again.in_doubt,
            )
            return self._papers.put_out(paper, printing)

        return verb, told

    def figures(self) -> tuple[DayEndFacts, PrintJob | None]:
        """Of today at this counter, and the job that prints them."""
        facts = operations.day_end_facts(
            self._store, self._session.counter, clerk=self._session.clerk
        )
        job = self._job(PaperKind.DAY_END)
        if job is not None:
            operations.begin_print(self._store, job)
        return facts, job

    def put_out_figures(self, done: tuple[DayEndFacts, PrintJob | None]) -> None:
        facts, job = done
        counter = self._session.counter
        message = self._papers.put_out(
            Paper(PaperKind.DAY_END, facts, counter, counter, self._session.clerk), job
        )
        if message is not None:
            self.said.emit(message)

    def _put_out(self, kind: PaperKind, given: Given) -> Message | None:
        here = self._session
        paper = Paper(kind, given.facts, given.facts.number, here.counter, here.clerk, given.ticket)
        return self._papers.put_out(paper, given.job)

    def _job(self, kind: PaperKind) -> PrintJob | None:
        return self._papers.new_job(kind, self._session.counter)
