"""Make this PC the hall's server. Done again, it changes nothing that is right already."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from common.domain.os_words import os_words
from common.domain.text import Text
from common.installation.commands import CommandFailed, CommandMissing, run
from common.installation.server.access import (
    OWNER,
    host_rules,
    owner_map,
    server_settings,
    with_block,
)
from common.installation.server.certificate import is_good, new_certificate
from common.installation.server.cluster import (
    Cluster,
    ask_administrator,
    make_it_run,
    the_cluster,
)
from common.installation.server.errors import (
    HallOfOlderVersion,
    NoHallToMake,
    ServerFileNotWritten,
    ServerNeedsRoot,
)
from common.installation.server.network import hall_networks, nearest_first
from common.machine.owned_files import write_whole
from common.store.errors import DatabaseMissing, DatabaseOutdated, NoHall

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""None that look like another on paper."""
_PASSWORD_LENGTH = 24
_ROLES = ("kiosk", "counter", "display", "administrator")

Told = Callable[[Text], None]


@dataclass(frozen=True, slots=True)
class ServerPlan:
    """What the server is for."""

    network: str
    """The networks of the hall's PCs: 10.0.0.0/24, several with commas."""
    hall: Path | None = None
    """The hall file of the hall to create; not needed where there is one."""
    database: str = "hall"
    cluster: str = "main"
    settings: Path = Path("/etc/jiaohao")
    """Where the certificate and the passwords go that the PCs need."""


@dataclass(frozen=True, slots=True)
class ServerMade:
    """A server that is ready for its PCs."""

    url: str
    """The database for this PC itself: as its owner, without a password."""
    port: int
    addresses: tuple[str, ...]
    """Names and addresses of this PC, the one that the hall's PCs reach first."""
    certificate: Path
    """To be carried to the PCs."""
    passwords: Mapping[str, Path] = field(default_factory=dict)
    """For each front end the file with its password, to be carried to its PCs."""
    hall_made: bool = False
    notes: tuple[Text, ...] = ()
    """What is left to be done by hand."""

    def address_for(self, role: str) -> str:
        """The database for the PCs of `role`, once they have the certificate."""
        port = f":{self.port}" if self.port != 5432 else ""
        name = self.url.partition("@/")[2].partition("?")[0]
        host = self.addresses[0]
        host = f"[{host}]" if ":" in host else host
        return (
            f"postgresql://jiaohao_{role}@{host}{port}/{name}"
            f"?sslmode=verify-ca&sslrootcert={self.certificate}"
        )


def set_up_server(plan: ServerPlan, told: Told = lambda _done: None) -> ServerMade:
    """Cluster, TLS, access, database, hall, and a user with a password for each front end.

    `told` hears of each step that is done. Raises ServerNeedsRoot, NetworkWrong, NoServerProgram,
    ServerTooOld, ServerDoesNotStart, NoHallToMake, HallOfOlderVersion, ServerFileNotWritten,
    CommandFailed, what reading a hall file raises, and DatabaseAway.
    """
    networks = hall_networks(plan.network)
    if os.geteuid() != 0:
        raise ServerNeedsRoot
    cluster = the_cluster(plan.cluster)
    told(Text(zh=f"PostgreSQL {cluster.version}", en=f"PostgreSQL {cluster.version}"))
    names = nearest_first(addresses_of_this_pc(), networks)
    certificate = _certificate(cluster, plan.settings, names)
    anew = _write_settings(cluster)
    changed = _write_access(cluster, plan.database, networks)
    if anew or changed or not cluster.running:
        make_it_run(cluster, anew=anew)
    told(
        Text(zh=f"只允许 {plan.network} 经 TLS 连接", en=f"only {plan.network} may come, over TLS")
    )
    _make_database(cluster, plan.database)
    url = cluster.address(plan.database, OWNER)
    hall_made = _make_hall(url, plan.hall)
    told(Text(zh=f"数据库 {plan.database}", en=f"the database {plan.database}"))
    passwords, notes = _give_out_rights(url, plan.settings / "passwords")
    told(Text(zh="各端的用户和密码", en="a user and a password for each front end"))
    hint = _firewall_hint(networks, cluster.port)
    return ServerMade(
        url,
        cluster.port,
        names,
        certificate,
        passwords,
        hall_made,
        (*notes, *([hint] if hint else [])),
    )


def addresses_of_this_pc() -> tuple[str, ...]:
    """Its addresses in the network first, for these need no name server."""
    try:
        own = run(["hostname", "-I"], package="hostname").split()
    except (CommandMissing, CommandFailed):
        own = []
    name = socket.gethostname()
    # A link's own addresses (fe80::) say nothing to others.
    seen = [one for one in own if not one.lower().startswith("fe80:")]
    return tuple(dict.fromkeys([*seen, name, "localhost", "127.0.0.1"]))


# ── files ────────────────────────────────────────────────────────────────────────────────────


def _certificate(cluster: Cluster, settings: Path, names: Sequence[str]) -> Path:
    """The server's, made only when there is none that counts: every PC has a copy of it."""
    there, key = cluster.folder / "jiaohao.crt", cluster.folder / "jiaohao.key"
    if not (there.exists() and key.exists() and is_good(there.read_bytes())):
        made = new_certificate(names)
        _write(key, made.key, 0o600, cluster.owner)
        _write(there, made.certificate, 0o644, cluster.owner)
    copy = settings / "server.crt"
    if not copy.exists() or copy.read_bytes() != there.read_bytes():
        _write(copy, there.read_bytes(), 0o644)
    return copy


def _write_settings(cluster: Cluster) -> bool:
    file = cluster.folder / "conf.d" / "jiaohao.conf"
    wanted = server_settings(
        str(cluster.folder / "jiaohao.crt"), str(cluster.folder / "jiaohao.key")
    )
    return _write_when_different(file, wanted, 0o644, cluster.owner)


def _write_access(cluster: Cluster, database: str, networks: Sequence[str]) -> bool:
    users = [f"jiaohao_{role}" for role in _ROLES]
    changed = False
    for name, lines in (
        ("pg_hba.conf", host_rules(database, users, networks)),
        ("pg_ident.conf", owner_map()),
    ):
        file = cluster.folder / name
        wanted = with_block(file.read_text(encoding="utf-8"), lines)
        changed |= _write_when_different(file, wanted, 0o640, cluster.owner)
    return changed


def _write_when_different(file: Path, wanted: str, mode: int, owner: str) -> bool:
    if file.exists() and file.read_text(encoding="utf-8") == wanted:
        return False
    _write(file, wanted.encode(), mode, owner)
    return True


def _write(file: Path, content: bytes, mode: int, owner: str | None = None) -> None:
    import pwd

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        known = pwd.getpwnam(owner) if owner else None
        write_whole(file, content, mode, *((known.pw_uid, known.pw_gid) if known else ()))
    except OSError as error:
        raise ServerFileNotWritten(file=file, detail=os_words(error)) from error


# ── database ─────────────────────────────────────────────────────────────────────────────────


def _make_database(cluster: Cluster, database: str) -> None:
    # psycopg takes a while to load.
    from common.store.server import MAKE_DATABASE

    ask_administrator(cluster, MAKE_DATABASE, owner=OWNER, database=database)


def _make_hall(url: str, file: Path | None) -> bool:
    # pydantic, YAML and Alembic take a while to load.
    from common.operations.hall_changes import create_hall
    from common.operations.hall_file import read_hall_file
    from common.store import open_store

    try:
        open_store(url).close()
    except (DatabaseMissing, NoHall):
        if file is None:
            raise NoHallToMake from None
        create_hall(url, read_hall_file(file)).close()
        return True
    except DatabaseOutdated:
        raise HallOfOlderVersion from None
    return False


def _give_out_rights(url: str, folder: Path) -> tuple[dict[str, Path], tuple[Text, ...]]:
    """A user for each kind of front end. Who has a password keeps it: PCs of the hall use it."""
    from common.store.privileges import DatabaseRole, grant
    from common.store.server import known_users

    known = known_users(url)
    files, notes = {}, []
    for role in map(DatabaseRole, _ROLES):
        user, file = f"jiaohao_{role}", folder / role
        if user in known:
            grant(url, role, user)
            if file.exists():
                files[str(role)] = file
            else:
                notes.append(_no_password_file(role, user))
            continue
        if not file.exists():
            _prepare_private(folder)
            _write(file, f"{_new_password()}\n".encode(), 0o600)
        grant(url, role, user, file.read_text(encoding="utf-8").strip())
        files[str(role)] = file
    return files, tuple(notes)


def _no_password_file(role: str, user: str) -> Text:
    return Text(
        zh=f"用户 {user} 已有密码，保持不变；设新密码：sudo jiaohao grant {role} --password -",
        en=f"{user} has a password already, which stays; for a new one: "
        f"sudo jiaohao grant {role} --password -",
    )


def _prepare_private(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise ServerFileNotWritten(file=folder, detail=os_words(error)) from error


def _new_password() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_PASSWORD_LENGTH))


def _firewall_hint(networks: Sequence[str], port: int) -> Text | None:
    """What a firewall that is on must let in; changing it is its administrator's."""
    if shutil.which("ufw") is None:
        return None
    try:
        if "Status: active" not in run(["ufw", "status"], package="ufw"):
            return None
    except CommandFailed:
        return None
    opened = "; ".join(
        f"sudo ufw allow from {network} to any port {port} proto tcp" for network in networks
    )
    return Text(
        zh=f"防火墙已开启，请放行：{opened}", en=f"the firewall is on; let the PCs in: {opened}"
    )
