"""What differs between two slip templates, as `apply` tells it."""

from __future__ import annotations

from collections.abc import Iterator

from common.domain.slip_template import Logo, SlipTemplate
from common.operations.changes import Change, ChangeKind

_SECTION = "slip"
_BAUDS = (9600, 115200)
_BITS_PER_BYTE = 10
"""8N1: a start bit, eight data bits, a stop bit."""


def slip_changes(old: SlipTemplate, new: SlipTemplate) -> Iterator[Change]:
    """The parts that differ; a logo tells what it costs on a serial line."""
    for part in ("blocks", "variants", "printers"):
        if getattr(old, part) != getattr(new, part):
            yield Change(ChangeKind.CHANGED, _SECTION, part)
    if old.logo == new.logo:
        return
    if new.logo is None:
        yield Change(ChangeKind.REMOVED, _SECTION, "logo")
    else:
        kind = ChangeKind.CHANGED if old.logo else ChangeKind.ADDED
        yield Change(kind, _SECTION, "logo", logo_cost(new.logo))


def logo_cost(logo: Logo) -> tuple[str, ...]:
    """The logo's bytes, and what each slip takes longer because of them."""
    size = len(logo.dots)
    times = (f"{size * _BITS_PER_BYTE / baud:.1f} s at {baud} baud" for baud in _BAUDS)
    return (f"{logo.width} x {logo.height} dots", f"{size} bytes", *times)
