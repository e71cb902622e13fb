"""How long a printer may take for each thing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """How long each step may take, in seconds."""

    connect: float = 3.0
    reply: float = 1.0
    """One real-time status reply, or one buffered reply from an idle printer."""
    write: float = 5.0
    """Handing over one job, on top of its time on the wire."""
    proof: float = 10.0
    """From the last byte sent to the acknowledgement."""
    clear: float = 2.0
    """Until the printer says that it forgot what it had."""
    poll: float = 0.5
    """Between two looks at the printer's health while its acknowledgement is awaited."""
    watch: float = 1.0
    """Between two looks at an idle printer that does not speak up by itself."""
    freeing: float = 20.0
    """Getting a printer out of a command that it lost the rest of."""
    bytes_per_second: float = 900.0
    """The slowest wire: 9600 baud."""
    settle: float = 0.3
    """Silence after which replies to an earlier, unacknowledged job are no longer expected."""

    def on_the_wire(self, size: int) -> float:
        """Seconds that so many bytes need at most."""
        return size / self.bytes_per_second
