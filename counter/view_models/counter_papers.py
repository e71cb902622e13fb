"""Papers on their way out of the counter: printed, or kept as a picture where nothing prints."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from common import operations
from common.domain.ids import ClerkLogin, CounterCode, TicketId
from common.domain.papers import PaperFacts
from common.domain.print_job import PaperKind, PrintJob, PrintState
from common.domain.slip import SlipFacts
from common.domain.text import Language
from common.operations import new_id
from common.printing.profile import Profile, load_profile
from common.printing.status import PrintResult
from common.qt.hall_time import HallClock
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import DatabaseAway, Store
from counter.paper_outlet import PaperOutlet
from counter.view_models.acts import PAPERS_KEY
from counter.view_models.message import Message, Tone, error_message
from counter.view_models.wording import paper_name

log = logging.getLogger(__name__)

_PICTURE_PROFILE = "generic-80"


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be on paper."""

    kind: PaperKind
    facts: PaperFacts | SlipFacts
    name: str
    """The number that it is about, or the counter."""
    counter: CounterCode
    """Which prints it."""
    clerk: ClerkLogin
    """Who asked for it."""
    ticket: TicketId | None = None
    in_doubt: tuple[PrintJob, ...] = ()
    """Earlier jobs that may still come out of a printer."""


class CounterPapers(QObject):
    """Prints one paper after the other and writes down how each ended.

    It lives as long as the program: a clerk may leave while a paper is printed.

    Signals:
        said(Message): for the calm line.
        changed(): `unprinted` differs.
    """

    said = Signal(object)
    changed = Signal()

    def __init__(
        self,
        store: Store,
        runner: TaskRunner,
        translator: Translator,
        clock: HallClock,
        outlet: PaperOutlet | None,
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        """`folder` takes the pictures of papers; it need not exist."""
        super().__init__(parent)
        self._store, self._runner, self._translator = store, runner, translator
        self._clock, self._outlet, self._folder = clock, outlet, folder
        self._not_written: list[PrintJob] = []
        self.unprinted: Paper | None = None
        """The last that nobody can be sure of."""

    @property
    def has_printer(self) -> bool:
        return self._outlet is not None

    def new_job(self, kind: PaperKind, counter: CounterCode) -> PrintJob | None:
        """To be written down before the paper is put out; None without a printer."""
        if self._outlet is None:
            return None
        return PrintJob(
            id=new_id(),
            ticket=None,
            device=counter,
            printer=self._outlet.printer.url,
            started_at=self._clock.now(),
            paper=kind,
            reprint=kind is PaperKind.SLIP,
        )

    def put_out(self, paper: Paper, job: PrintJob | None) -> Message | None:
        """Print what `job`, which is written down, is for; without a job keep a picture."""
        self._remember(None)
        if job is None or self._outlet is None:
            self.save(paper)
            return None
        outlet, language = self._outlet, self._translator.language
        again = any(earlier.printer == job.printer for earlier in paper.in_doubt)
        outlet.runner.submit(
            lambda: outlet.print(
                _bytes(paper, outlet.printer.profile, language), clear_first=again
            ),
            lambda result: self._printed(paper, job, result),
            lambda error: self._broken(paper, job, error),
            owner=self,
        )
        return Message(
            Tone.INFO, lambda: self.tr("Printing: {paper}").format(paper=self._name(paper))
        )

    def print_again(self) -> None:
        """Once more what is `unprinted`, as a job of its own."""
        paper = self.unprinted
        job = self.new_job(paper.kind, paper.counter) if paper else None
        if paper is None or job is None:
            return
        job = replace(job, ticket=paper.ticket)
        self._runner.submit(
            partial(operations.begin_print, self._store, job, clerk=paper.clerk),
            lambda _: self._say(self.put_out(paper, job)),
            self._fail,
            owner=self,
        )

    def save(self, paper: Paper) -> None:
        """Keep it as a picture that any printer prints."""
        profile = self._outlet.printer.profile if self._outlet else None
        language, folder = self._translator.language, self._folder
        self._runner.submit(
            lambda: _save(paper, profile, language, folder), self._saved, self._fail, owner=self
        )

    def save_unprinted(self) -> None:
        if self.unprinted is not None:
            self.save(self.unprinted)

    def forget(self) -> None:
        """Another clerk is here, whom the papers of the last one do not concern."""
        self._remember(None)

    def ask_for_abandoned(self, counter: CounterCode) -> None:
        """Whether the program died while it printed; nobody knows what is on that paper."""
        if self._outlet is not None:
            self._runner.submit(
                lambda: operations.abandoned_prints(self._store, counter),
                self._tell_abandoned,
                self._fail,
                owner=self,
            )

    def write_down(self) -> None:
        """The database is there: what ended while it was away."""
        jobs, self._not_written = self._not_written, []
        for job in jobs:
            self._end(job)

    def _printed(self, paper: Paper, job: PrintJob, result: PrintResult) -> None:
        ended = job.ended(result.state, result.written, self._clock.now(), result.obstacle)
        self._end(ended)
        cleared = result.cleared is True
        if cleared:
            for earlier in paper.in_doubt:
                if earlier.printer == job.printer:
                    self._write(partial(operations.clear_print, self._store, earlier.id))
        if result.state in (PrintState.PRINTED, PrintState.SENT):
            self.said.emit(self._done(paper, job, cleared))
            return
        doubt = (*paper.in_doubt, ended) if result.state is PrintState.INTERRUPTED else ()
        self._remember(replace(paper, in_doubt=doubt or paper.in_doubt))
        self.said.emit(self._not_done(paper, result))

    def _done(self, paper: Paper, job: PrintJob, cleared: bool) -> Message:
        if paper.kind is PaperKind.SLIP and any(
            not cleared or earlier.printer != job.printer for earlier in paper.in_doubt
        ):
            return Message(
                Tone.CAUTION,
                lambda: self.tr(
                    "Printed: {paper}. The first one may still come out: take it away"
                ).format(paper=self._name(paper)),
            )
        return Message(
            Tone.GOOD, lambda: self.tr("Printed: {paper}").format(paper=self._name(paper))
        )

    def _not_done(self, paper: Paper, result: PrintResult) -> Message:
        trouble = result.trouble.words

        def words() -> str:
            said = (
                self.tr("Not printed: {paper}. {trouble}. {key} prints it again or saves it")
                if result.state is PrintState.FAILED
                else self.tr("Perhaps not printed: {paper}. {trouble}. Look; {key} prints it again")
            )
            return said.format(
                paper=self._name(paper),
                trouble=trouble.say(self._translator.language),
                key=PAPERS_KEY,
            )

        return Message(Tone.CAUTION, words)

    def _broken(self, paper: Paper, job: PrintJob, error: Exception) -> None:
        """The paper cannot be made: a bug, or a profile that is gone."""
        self._end(job.ended(PrintState.FAILED, 0, self._clock.now(), "error"))
        self._remember(paper)
        self._fail(error)

    def _end(self, job: PrintJob) -> None:
        self._runner.submit(
            partial(operations.end_print, self._store, job),
            lambda _: None,
            lambda error: self._keep(job, error),
            owner=self,
        )

    def _keep(self, job: PrintJob, error: Exception) -> None:
        if isinstance(error, DatabaseAway):
            self._not_written.append(job)
        else:
            log.error("the end of a print job was refused: %s", error)

    def _write(self, write: Callable[[], object]) -> None:
        self._runner.submit(write, lambda _: None, self._fail, owner=self)

    def _saved(self, file: Path) -> None:
        self._remember(None)
        self.said.emit(
            Message(Tone.GOOD, lambda: self.tr("Saved as {file}").format(file=str(file)))
        )

    def _tell_abandoned(self, jobs: tuple[PrintJob, ...]) -> None:
        if jobs:
            self.said.emit(
                Message(
                    Tone.CAUTION,
                    lambda: self.tr(
                        "The program ended while it printed: see whether that paper came out"
                    ),
                )
            )

    def _fail(self, error: Exception) -> None:
        self.said.emit(error_message(error, lambda: self._translator.language))

    def _say(self, message: Message | None) -> None:
        if message is not None:
            self.said.emit(message)

    def _remember(self, paper: Paper | None) -> None:
        if paper is not self.unprinted:
            self.unprinted = paper
            self.changed.emit()

    def _name(self, paper: Paper) -> str:
        return paper_name(paper.kind).format(name=paper.name)


def _bytes(paper: Paper, profile: Profile, language: Language) -> bytes:
    if isinstance(paper.facts, SlipFacts):
        from common.printing.slip import slip_bytes

        return slip_bytes(paper.facts, profile, language)
    from common.printing.papers import paper_bytes

    return paper_bytes(paper.facts, profile, language)


def _save(paper: Paper, profile: Profile | None, language: Language, folder: Path) -> Path:
    from common.printing.virtual.picture import slip_png

    known = profile or load_profile(_PICTURE_PROFILE)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{paper.name}-{paper.kind.value}.png"
    slip_png(_bytes(paper, known, language), known).save(file)
    return file
