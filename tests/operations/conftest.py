"""A hall to act in: short words for what people do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from common import operations
from common.domain.ids import ClassCode, ClerkLogin, TicketId
from common.domain.session import Approval
from common.operations import Issued
from common.store import Store

Take = Callable[..., Issued]


@pytest.fixture
def store(hall_store: Store) -> Store:
    return hall_store


@pytest.fixture
def take(store: Store) -> Take:
    """Take a number: `take("FA002")`, `take("FA002", priority="P1")`; break-glass is approved."""

    def take(*wanted: str, priority: str = "P0") -> Issued:
        urgent = operations.hall(store).priority_class(priority).break_glass
        return operations.issue(
            store,
            wanted or ("FA002",),
            ticket=TicketId(operations.new_id()),
            priority=ClassCode(priority),
            approval=Approval(ClerkLogin("boss"), "cannot wait") if urgent else None,
        )

    return take
