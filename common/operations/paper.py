"""What became of a slip on its way to paper."""

from __future__ import annotations

from common.domain.print_job import PrintJob
from common.store import Store


def record_print(store: Store, job: PrintJob) -> None:
    """Keep how a print job ended; the same job again changes nothing."""
    with store.write() as tx:
        tx.add_print_job(job)
