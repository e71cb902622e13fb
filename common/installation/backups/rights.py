"""The rights of the hall's own database users, which new tables need anew."""

from __future__ import annotations


def renew_rights(url: str) -> tuple[str, ...]:
    """Grant the users jiaohao_display and so on, where they exist, what their front ends need.

    Users with other names are the administrator's: `jiaohao grant ROLE --user NAME`. Returns those
    that were known. Raises what `grant` raises.
    """
    # psycopg takes a while to load; a hall on SQLite does not need it.
    from common.store.privileges import DatabaseRole, grant
    from common.store.server import known_users

    known = known_users(url)
    ours = {role: f"jiaohao_{role}" for role in DatabaseRole}
    for role, user in ours.items():
        if user in known:
            grant(url, role, user)
    return tuple(user for user in ours.values() if user in known)
