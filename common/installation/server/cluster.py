"""Debian's PostgreSQL: its clusters, and their administrator's statements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from common.installation.commands import CommandFailed, CommandMissing, run
from common.installation.server.errors import NoServerProgram, ServerDoesNotStart, ServerTooOld

OLDEST = 14
_PROGRAMS = Path("/usr/lib/postgresql")
_CONFIGURATION = Path("/etc/postgresql")
SOCKETS = "/var/run/postgresql"
_PORT = 5432


@dataclass(frozen=True, slots=True)
class Cluster:
    """One server of PostgreSQL on this PC."""

    version: str
    name: str
    port: int
    running: bool
    owner: str
    log: str

    @property
    def folder(self) -> Path:
        """Of its configuration."""
        return _CONFIGURATION / self.version / self.name

    def address(self, database: str, user: str) -> str:
        """Over its socket on this PC, where no password is needed."""
        port = f"&port={self.port}" if self.port != _PORT else ""
        return f"postgresql://{user}@/{database}?host={SOCKETS}{port}"


def the_cluster(name: str) -> Cluster:
    """The newest one with this name, made when there is none.

    Raises NoServerProgram, ServerTooOld, CommandFailed.
    """
    known = [one for one in clusters() if one.name == name]
    if not known:
        version = _newest_program()
        run(
            ["pg_createcluster", version, name, "--encoding=UTF8", "--locale=C.UTF-8"],
            package="postgresql-common",
        )
        known = [one for one in clusters() if one.name == name]
    found = max(known, key=lambda one: int(one.version.partition(".")[0]))
    if int(found.version.partition(".")[0]) < OLDEST:
        raise ServerTooOld(version=found.version, needed=OLDEST)
    return found


def clusters() -> list[Cluster]:
    """All of this PC. Raises NoServerProgram."""
    try:
        listed = run(["pg_lsclusters", "--no-header"], package="postgresql-common")
    except CommandMissing:
        raise NoServerProgram from None
    found = []
    for line in listed.splitlines():
        version, name, port, status, owner, _data, *log = line.split()
        running = "online" in status
        found.append(Cluster(version, name, int(port), running, owner, " ".join(log)))
    return found


def make_it_run(cluster: Cluster, *, anew: bool) -> None:
    """Start the cluster; one that runs reads its files again, `anew` with all that needs a start.

    Raises ServerDoesNotStart.
    """
    act = "start" if not cluster.running else "restart" if anew else "reload"
    try:
        run(["pg_ctlcluster", cluster.version, cluster.name, act], package="postgresql-common")
    except CommandFailed as error:
        raise ServerDoesNotStart(
            cluster=f"{cluster.version}/{cluster.name}",
            log=cluster.log,
            detail=error.facts["detail"],
        ) from error


def ask_administrator(cluster: Cluster, statements: str, **values: str) -> str:
    """Run statements as the server's own administrator; psql puts in the values.

    Raises CommandFailed.
    """
    command = ["psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1"]
    for name, value in values.items():
        command += ["-v", f"{name}={value}"]
    command += ["-h", SOCKETS, "-p", str(cluster.port), "-d", "postgres"]
    command = ["runuser", "-u", cluster.owner, "--", *command]
    return run(command, package="postgresql-client-common", given=statements)


def _newest_program() -> str:
    versions = [
        path.parent.parent.name
        for path in _PROGRAMS.glob("*/bin/postgres")
        if re.fullmatch(r"\d+", path.parent.parent.name)
    ]
    if not versions:
        raise NoServerProgram
    return max(versions, key=int)
