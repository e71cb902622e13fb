"""Supervisors agree to what the rules do not allow; the act keeps who and why in the record."""

from __future__ import annotations

from common.domain.session import ROLE_WORDS, Approval, Role
from common.operations.errors import ApprovalReasonNeeded, NotPermitted, PasswordMustChange
from common.operations.sessions import proven
from common.operations.staff import known_clerk, require_role
from common.store import Store


def approve(store: Store, login: str, password: str, reason: str) -> Approval:
    """A supervisor agrees with a password of their own.

    Raises ApprovalReasonNeeded, WrongPassword, ClerkLocked, PasswordMustChange, NotPermitted.
    """
    if not reason.strip():
        raise ApprovalReasonNeeded
    clerk = proven(store, login, password)
    if clerk.must_change:
        raise PasswordMustChange(login=clerk.login)
    if not clerk.role.may_act_as(Role.SUPERVISOR):
        raise NotPermitted(login=clerk.login, role=ROLE_WORDS[Role.SUPERVISOR])
    return Approval(clerk.login, reason.strip())


def vouch(store: Store, login: str, reason: str) -> Approval:
    """The same at a terminal that only the staff reaches, where nobody asks for passwords.

    Raises ApprovalReasonNeeded, UnknownClerk, NotPermitted.
    """
    if not reason.strip():
        raise ApprovalReasonNeeded
    clerk = known_clerk(store, login)
    with store.read() as tx:
        require_role(tx, clerk, Role.SUPERVISOR)
    return Approval(clerk, reason.strip())
