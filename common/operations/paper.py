"""What became of a slip on its way to paper."""

from __future__ import annotations

from common.domain.event import Act
from common.domain.ids import RequestId
from common.domain.print_job import PrintJob
from common.operations.journey import done_before
from common.store import Store


def record_print(store: Store, job: PrintJob, *, reprint: bool = False) -> None:
    """Keep how a print job ended; the same job again changes nothing.

    A `reprint` is also an act in the hall's record: somebody asked for a second slip.
    """
    with store.write() as tx:
        tx.add_print_job(job)
        request = RequestId(job.id)
        if reprint and not done_before(tx, request, Act.REPRINT):
            tx.record_act(
                Act.REPRINT,
                request=request,
                ticket=tx.ticket(job.ticket),
                facts={"by": job.device, "print": job.state},
            )
