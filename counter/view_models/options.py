"""What the picking sheets offer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from common.domain.hall import Counter, Hall, Queue
from common.domain.ids import CounterCode, QueueCode
from common.domain.text import Language
from common.operations import DeskHeld, DeskTicket, DeskView
from common.qt.translations import duration_text
from counter.view_models.sheets import Option


def transfer_options(
    hall: Hall, here: CounterCode, queue: QueueCode | None, language: Language
) -> tuple[Option, ...]:
    """Every other queue, then every other counter."""
    queues = [_queue_option(hall, q, language) for q in hall.queues if q.code != queue]
    counters = [_counter_option(hall, c, language) for c in hall.counters if c.code != here]
    return (*queues, *counters)


def _queue_option(hall: Hall, queue: Queue, language: Language) -> Option:
    counters = hall.main_counters_of(queue.code)
    places = counters[0].code if counters else ""
    if len(counters) > 1:
        places = f"{places} – {counters[-1].code}"
    return Option(
        key=queue.code,
        title=queue.name.say(language),
        detail=QCoreApplication.translate("Options", "Queue · {places}").format(places=places),
        search=f"{queue.name.zh} {queue.name.en}",
    )


def _counter_option(hall: Hall, counter: Counter, language: Language) -> Option:
    zone = hall.zone(counter.zone).name
    return Option(
        key=counter.code,
        title=counter.name.say(language),
        detail=QCoreApplication.translate("Options", "Counter · {zone}").format(
            zone=zone.say(language)
        ),
        search=f"{counter.name.zh} {counter.name.en} {zone.zh} {zone.en}",
    )


def waiting_options(view: DeskView, now: datetime, language: Language) -> tuple[Option, ...]:
    """Everyone who waits in the queues of this desk, in the order of the line."""
    return tuple(
        Option(
            key=person.number,
            title=" · ".join(s.name.say(language) for s in person.services),
            detail=duration_text(max(now - person.ready_at, timedelta(0)), language),
        )
        for person in view.waiting
    )


def held_options(
    tickets: Sequence[DeskTicket], now: datetime, language: Language
) -> tuple[Option, ...]:
    """Numbers on hold here, with the time since and the note."""
    return tuple(
        Option(
            key=ticket.number,
            title=ticket.note or _services(ticket, language),
            detail=duration_text(now - (ticket.held_since or now), language),
            alarm=_is_overdue(ticket, now),
        )
        for ticket in tickets
    )


def _is_overdue(ticket: DeskTicket, now: datetime) -> bool:
    return ticket.overdue_at is not None and now > ticket.overdue_at


def held_elsewhere_options(
    people: Sequence[DeskHeld], now: datetime, language: Language
) -> tuple[Option, ...]:
    """Numbers on hold at other counters that may go on here."""
    return tuple(
        Option(
            key=person.number,
            title=" · ".join(s.name.say(language) for s in person.services),
            detail=QCoreApplication.translate("Options", "held at {counter} · {time}").format(
                counter=person.counter, time=duration_text(now - person.held_since, language)
            ),
        )
        for person in people
    )


def queue_options(hall: Hall, view: DeskView, language: Language) -> tuple[Option, ...]:
    """The queues taken besides the own, to be ended; then those that could be taken."""
    extra = [queue.code for queue in view.extra]
    others = [q for q in hall.queues if q.code not in (*extra, *view.counter.queues)]
    ends = QCoreApplication.translate("Options", "taken now: Enter ends it")
    return (
        *(
            Option(q.code, q.name.say(language), ends, f"{q.name.zh} {q.name.en}", alarm=True)
            for q in view.extra
        ),
        *(_queue_option(hall, queue, language) for queue in others),
    )


def missed_options(
    tickets: Sequence[DeskTicket], now: datetime, language: Language
) -> tuple[Option, ...]:
    """Missed numbers of my queues, with the time since the last call."""
    return tuple(
        Option(
            key=ticket.number,
            title=_services(ticket, language),
            detail=duration_text(now - (ticket.last_called_at or now), language),
        )
        for ticket in tickets
    )


def doubtful_options(view: DeskView, language: Language) -> tuple[Option, ...]:
    """Numbers of whose slip nobody knows whether it came out, and of which kiosk."""
    doubt = QCoreApplication.translate("Options", "slip in doubt")
    return tuple(
        Option(key=number, title=here.kiosk.name.say(language), detail=doubt, alarm=True)
        for here in view.kiosks
        for number in here.unproven
    )


def _services(ticket: DeskTicket, language: Language) -> str:
    return " · ".join(s.name.say(language) for s in ticket.services)
