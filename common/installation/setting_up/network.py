"""The network that a PC is in."""

from __future__ import annotations

import ipaddress
import socket

_ELSEWHERE = ("192.0.2.1", 9)
"""An address that nobody has (RFC 5737): nothing is sent to it, but the way to it is chosen."""
_USUAL = "192.168.1.0/24"


def network_of_this_pc() -> str:
    """The /24 around this PC's own private address; a usual one where it has none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
            own = ipaddress.ip_address(probe.getsockname()[0])
        except OSError:
            return _USUAL
    return str(ipaddress.ip_network(f"{own}/24", strict=False)) if own.is_private else _USUAL
