"""Who has come since the clerk last acted."""

from __future__ import annotations

from common.operations import DeskView


class Arrivals:
    """Compares each snapshot of a desk with the numbers that were known before.

    Who waits in the first snapshot is known, and so is who comes back into the line from the
    counter, from hold or after being missed.
    """

    def __init__(self) -> None:
        self._seen: frozenset[str] | None = None
        self.fresh: frozenset[str] = frozenset()
        """The newcomers who still wait."""

    def notice(self, view: DeskView) -> bool:
        """Whether somebody new waits."""
        waiting = frozenset(str(w.number) for w in view.waiting)
        others = (*view.held, *view.missed, *((view.current,) if view.current else ()))
        seen = self._seen if self._seen is not None else waiting
        newcomers = waiting - seen
        self._seen = seen | waiting | {str(t.number) for t in others}
        self.fresh = (self.fresh & waiting) | newcomers
        return bool(newcomers)

    def forget(self) -> None:
        """The clerk has acted: nobody is new any more."""
        self.fresh = frozenset()
