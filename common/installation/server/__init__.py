"""The hall's own PostgreSQL server, from the distribution's packages."""

from common.installation.server.network import hall_networks
from common.installation.server.setting_up import (
    ServerMade,
    ServerPlan,
    set_up_server,
)

__all__ = ["ServerMade", "ServerPlan", "hall_networks", "set_up_server"]
