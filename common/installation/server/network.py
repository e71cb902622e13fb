"""The networks that a server lets in."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

from common.domain.text import Text
from common.installation.server.errors import NetworkWrong

_WIDEST = {4: 8, 6: 32}
_WHY_WIDE = Text(
    zh="范围太大，等于向所有人开放", en="it is so wide that it lets nearly everybody in"
)
_WHY_NONE = Text(zh="格式不对", en="it is not written like one")


def hall_networks(given: str) -> tuple[str, ...]:
    """The networks of the hall's PCs, as pg_hba.conf wants them. Raises NetworkWrong."""
    found = tuple(_network(one.strip()) for one in given.split(",") if one.strip())
    if not found:
        raise NetworkWrong(given=given or "“”", why=_WHY_NONE)
    return found


def nearest_first(addresses: Sequence[str], networks: Sequence[str]) -> tuple[str, ...]:
    """The addresses within the networks before all others: there the hall's PCs reach this one."""
    known = [ipaddress.ip_network(one) for one in networks]

    def is_elsewhere(address: str) -> bool:
        try:
            found = ipaddress.ip_address(address)
        except ValueError:
            return True
        return not any(found in network for network in known)

    return tuple(sorted(addresses, key=is_elsewhere))


def _network(given: str) -> str:
    if "/" not in given:
        raise NetworkWrong(given=given, why=_WHY_NONE)
    try:
        network = ipaddress.ip_network(given, strict=False)
    except ValueError:
        raise NetworkWrong(given=given, why=_WHY_NONE) from None
    if network.prefixlen < _WIDEST[network.version]:
        raise NetworkWrong(given=given, why=_WHY_WIDE)
    if str(network.network_address) != given.partition("/")[0]:
        why = Text(zh=f"应为 {network}？", en=f"do you mean {network}?")
        raise NetworkWrong(given=given, why=why)
    return str(network)
