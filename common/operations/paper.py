"""What becomes of a slip on its way to paper.

A job is written down before its first byte goes out and again when it ended. So a kiosk that dies
in between leaves an open job behind, which says that paper may exist.
"""

from __future__ import annotations

from common.domain.event import Act
from common.domain.ids import ClerkLogin, RequestId
from common.domain.print_job import PrintJob, PrintState
from common.operations.journey import done_before
from common.store import Store


def begin_print(store: Store, job: PrintJob, *, clerk: ClerkLogin | None = None) -> None:
    """Write a job down before it is sent; the same job again changes nothing.

    That of a new number is written down by `issue` itself. A reprint is also an act in the hall's
    record: somebody asked for a second slip.
    """
    with store.write() as tx:
        tx.paper.begin(job)
        request = RequestId(job.id)
        if job.reprint and job.ticket and not done_before(tx, request, Act.REPRINT):
            tx.record_act(
                Act.REPRINT,
                request=request,
                clerk=clerk,
                ticket=tx.ticket(job.ticket),
                facts={"by": job.device, "print": job.id},
            )


def end_print(store: Store, job: PrintJob) -> None:
    """Keep how a job ended; it may be told again.

    An end stays as it is, but for INTERRUPTED, which a proof that comes late makes PRINTED.
    """
    with store.write() as tx:
        tx.paper.end(job)


def clear_print(store: Store, job: str) -> None:
    """Keep that the printer forgot the rest of an interrupted job: nothing of it comes out now."""
    with store.write() as tx:
        tx.paper.clear(job)


def abandoned_prints(store: Store, device: str) -> tuple[PrintJob, ...]:
    """End what `device` began before it died: INTERRUPTED, for nobody knows what is on paper."""
    with store.write() as tx:
        ended = tuple(
            job.ended(PrintState.INTERRUPTED, None, tx.now) for job in tx.paper.open_jobs(device)
        )
        for job in ended:
            tx.paper.end(job)
    return ended
