"""What stands in PostgreSQL's own files for the hall: who may come in, from where, and how.

Our lines stand in a marked block. It is replaced as a whole; every other line stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

_BEGIN = "# BEGIN jiaohao: written by `jiaohao setup`, which replaces this block"
_END = "# END jiaohao"
OWNER = "jiaohao"
"""The owner of the hall's database, and the user of the system that makes backups."""
_MAP = "jiaohao"


def with_block(text: str, lines: Sequence[str]) -> str:
    """`text` with our block: where it was, else before the first rule, for the first one counts."""
    block = [_BEGIN, *lines, _END]
    old = text.splitlines()
    if _BEGIN in old and _END in old[old.index(_BEGIN) :]:
        start = old.index(_BEGIN)
        end = old.index(_END, start)
        new = [*old[:start], *block, *old[end + 1 :]]
    else:
        rules = (at for at, line in enumerate(old) if line.strip() and not line.startswith("#"))
        first = next(rules, len(old))
        new = [*old[:first], *block, "", *old[first:]]
    return "\n".join(new) + "\n"


def host_rules(database: str, users: Sequence[str], networks: Sequence[str]) -> list[str]:
    """For pg_hba.conf: front ends over TLS from the hall's networks, its owner on this PC alone.

    The owner reaches every database of the server: a restored hall is prepared in another one.
    """
    names = ",".join(users)
    return [
        f"local   all  {OWNER}  peer map={_MAP}",
        *(f"hostssl {database}  {names}  {network}  scram-sha-256" for network in networks),
    ]


def owner_map() -> list[str]:
    """For pg_ident.conf: who on this PC is the owner of the database, without a password."""
    return [f"{_MAP}  {user}  {OWNER}" for user in ("root", "jiaohao")]


def server_settings(certificate: str, key: str) -> str:
    """The file conf.d/jiaohao.conf: what matters for a hall, and why."""
    return f"""\
# Written by `jiaohao setup`. What is not here is as PostgreSQL or its administrator sets it.

# The PCs of the hall come over the network; pg_hba.conf says which, and only over TLS.
listen_addresses = '*'
ssl = on
ssl_cert_file = '{certificate}'
ssl_key_file = '{key}'
ssl_min_protocol_version = 'TLSv1.2'
password_encryption = 'scram-sha-256'

# Sixty PCs with three connections each, and room for those that come back after a power cut.
max_connections = 300

# A number that was given out is on the disk.
fsync = on
full_page_writes = on
synchronous_commit = on
"""
