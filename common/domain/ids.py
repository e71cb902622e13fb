"""Names for the strings that identify things, so that they cannot be mixed up."""

from __future__ import annotations

from typing import NewType

HallCode = NewType("HallCode", str)
ZoneCode = NewType("ZoneCode", str)
DepartmentCode = NewType("DepartmentCode", str)
QueueCode = NewType("QueueCode", str)
"""The queue's number prefix: ``FA``."""
ServiceCode = NewType("ServiceCode", str)
BundleCode = NewType("BundleCode", str)
CounterCode = NewType("CounterCode", str)
KioskCode = NewType("KioskCode", str)
"""The counter's public number: ``F01``."""
LifeStageCode = NewType("LifeStageCode", str)
SiteCode = NewType("SiteCode", str)
ClassCode = NewType("ClassCode", str)
"""A priority class: ``P1``."""
ClerkLogin = NewType("ClerkLogin", str)

TicketId = NewType("TicketId", str)
LegId = NewType("LegId", str)
RequestId = NewType("RequestId", str)
"""Made by the client (UUIDv7) once for each intent; repeating it repeats nothing."""
SessionId = NewType("SessionId", str)
AppointmentId = NewType("AppointmentId", str)
FormId = NewType("FormId", str)
"""Of a form that somebody filled in."""
OpinionId = NewType("OpinionId", str)
"""Of what somebody told the hall."""
HelpId = NewType("HelpId", str)
"""Of a call for a helper."""

TicketNumber = NewType("TicketNumber", str)
"""What is printed, called and shown: ``FA006``."""
