"""The hall's server: who may come in, its certificate, and all of it on Debian's PostgreSQL."""

from __future__ import annotations

import os
import shutil
import ssl
import subprocess
from contextlib import closing
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path

import psycopg
import pytest

from common import operations
from common.domain.ids import TicketId
from common.installation.backups import Occasion, back_up
from common.installation.backups.restoring import restore
from common.installation.examination.database import examine_database
from common.installation.server import ServerMade, ServerPlan, hall_networks, set_up_server
from common.installation.server.access import host_rules, owner_map, with_block
from common.installation.server.certificate import ends_at, is_good, new_certificate
from common.installation.server.errors import NetworkWrong, NoHallToMake
from common.installation.server.network import nearest_first
from common.installation.server.setting_up import addresses_of_this_pc
from common.installation.setting_up.server_address import server_address
from common.resources import resource
from common.store import contents, open_store

_HBA = """\
# PostgreSQL Client Authentication Configuration File

local   all             postgres                                peer
# the accountants
host    books           all             10.9.0.0/16             md5
"""


def test_our_rules_come_first_and_are_replaced_and_nothing_else_changes():
    once = with_block(_HBA, host_rules("hall", ["a", "b"], ["10.0.0.0/24"]))
    lines = once.splitlines()
    ours = lines.index("hostssl hall  a,b  10.0.0.0/24  scram-sha-256")
    assert ours < lines.index(_HBA.splitlines()[2])
    assert with_block(once, host_rules("hall", ["a", "b"], ["10.0.0.0/24"])) == once
    moved = with_block(once, host_rules("hall", ["a", "b"], ["10.1.0.0/24", "fd00::/64"]))
    assert "10.0.0.0/24" not in moved
    assert moved.count("# BEGIN jiaohao") == moved.count("# END jiaohao") == 1
    assert moved.count("hostssl") == 2
    rest = [line for line in moved.splitlines() if "jiaohao" not in line and "hostssl" not in line]
    assert [line for line in rest if line] == [line for line in _HBA.splitlines() if line]
    assert not any(line.startswith("host ") and "hall" in line for line in moved.splitlines())


def test_a_file_without_rules_gets_them_at_its_end():
    text = "# only words\n"
    assert with_block(text, owner_map()).startswith("# only words\n# BEGIN")


@pytest.mark.parametrize("given", ["", "10.0.0.0", "10.0.0.300/24", "0.0.0.0/0", "hall", "::/0"])
def test_what_is_no_network_of_a_hall_is_refused(given):
    with pytest.raises(NetworkWrong) as told:
        hall_networks(given)
    assert "10.0.0.0/24" in told.value.text("zh")


def test_an_address_within_a_network_is_corrected_in_words():
    with pytest.raises(NetworkWrong, match=r"do you mean 10\.0\.0\.0/24"):
        hall_networks("10.0.0.7/24")
    assert hall_networks("10.0.0.0/24, 192.168.7.0/25") == ("10.0.0.0/24", "192.168.7.0/25")


def test_the_hall_s_pcs_are_given_the_address_that_they_can_reach():
    own = ("172.17.0.1", "2001:db8::5", "10.0.0.5", "server")
    assert nearest_first(own, ["10.0.0.0/24"])[0] == "10.0.0.5"
    names = nearest_first(own, ["2001:db8::/64"])
    made = ServerMade("postgresql://jiaohao@/hall?host=/run", 5433, names, Path("server.crt"))
    address, _ = server_address(made.address_for("kiosk"))
    assert address.hosts == (("2001:db8::5", 5433),)


def test_a_certificate_names_the_server_and_is_kept_until_it_ends(tmp_path):
    now = datetime(2026, 11, 23, tzinfo=UTC)
    made = new_certificate(["10.0.0.2", "hall-server"], now)
    file = tmp_path / "server.crt"
    file.write_bytes(made.certificate)
    read = ssl._ssl._test_decode_cert(str(file))  # as Python's own reader sees it
    assert set(read["subjectAltName"]) == {("IP Address", "10.0.0.2"), ("DNS", "hall-server")}
    assert is_good(made.certificate, now)
    end = ends_at(made.certificate)
    assert end is not None
    assert not is_good(made.certificate, end - timedelta(days=30))
    assert not is_good(b"no certificate", now)


# ── on the PostgreSQL of the distribution ────────────────────────────────────────────────────

_DEBIAN = (
    hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("pg_createcluster") is not None
)


@pytest.fixture
def cluster() -> str:
    """The name of a cluster that is made by the test, and dropped afterwards."""
    name = f"test{os.getpid()}"
    yield name
    listed = subprocess.run(["pg_lsclusters", "-h"], capture_output=True, text=True).stdout
    for line in listed.splitlines():
        version, known, *_ = line.split()
        if known == name:
            subprocess.run(["pg_dropcluster", "--stop", version, name], check=True)


@pytest.mark.skipif(not _DEBIAN, reason="needs root and postgresql-common")
def test_a_pc_becomes_the_server_of_a_hall_and_stays_it(cluster, tmp_path):
    with pytest.raises(NetworkWrong):
        set_up_server(ServerPlan("everybody", cluster=cluster))
    here = addresses_of_this_pc()[0]
    plan = ServerPlan(
        f"{ip_network(f'{here}/24', strict=False)}",
        hall=resource("demo", "hall.yaml"),
        cluster=cluster,
        settings=tmp_path / "etc",
    )
    made = set_up_server(plan)
    assert made.hall_made
    assert contents(made.url).hall == "DEMO01"
    assert set(made.passwords) == {"kiosk", "counter", "display", "administrator"}
    passwords = {role: file.read_text() for role, file in made.passwords.items()}
    assert all(file.stat().st_mode & 0o777 == 0o600 for file in made.passwords.values())
    assert made.addresses[0] == here
    _comes_in_over_tls_alone(made, tmp_path)

    steps: list[str] = []
    again = set_up_server(plan, lambda done: steps.append(done.en))
    assert steps
    assert not again.hall_made
    assert again.certificate.read_bytes() == made.certificate.read_bytes()
    assert {role: file.read_text() for role, file in again.passwords.items()} == passwords
    (folder,) = Path("/etc/postgresql").glob(f"*/{cluster}")
    assert folder.joinpath("pg_hba.conf").read_text().count("\nhostssl ") == 1

    _is_backed_up_and_restored(made.url, tmp_path / "backups")
    again.passwords["kiosk"].unlink()  # carried to the PCs
    third = set_up_server(plan)
    assert "kiosk" not in third.passwords
    assert "grant kiosk" in third.notes[0].en
    _kiosk(made, passwords["kiosk"].strip(), "require").close()
    with pytest.raises(NoHallToMake):
        set_up_server(ServerPlan("127.0.0.0/8", None, "other", cluster, tmp_path / "etc"))


def _is_backed_up_and_restored(url: str, folder: Path) -> None:
    """By its owner, who comes in by name alone, and with the distribution's own tools."""
    backup = back_up(url, folder, occasion=Occasion.ORDINARY).backup
    with closing(open_store(url)) as store:
        operations.issue(store, ["FA002"], ticket=TicketId(operations.new_id()))
    compares = "SELECT datcollate FROM pg_database WHERE datname = 'hall'"
    restored = restore(backup.file, url)
    with psycopg.connect(url) as connection:
        assert connection.execute(compares).fetchone() == ("C.UTF-8",)
    assert restored.lost is not None
    assert restored.lost.numbers == ("FA001",)
    assert contents(url) == backup.contents


def _kiosk(server: ServerMade, password: str, mode: str, **more: object) -> psycopg.Connection:
    return psycopg.connect(
        host=server.addresses[0],
        port=server.port,
        dbname="hall",
        user="jiaohao_kiosk",
        password=password,
        sslmode=mode,
        **more,
    )


def _comes_in_over_tls_alone(server: ServerMade, folder: Path) -> None:
    password = server.passwords["kiosk"].read_text().strip()
    with _kiosk(server, password, "verify-ca", sslrootcert=server.certificate) as known:
        assert known.pgconn.ssl_in_use
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            known.execute("SELECT * FROM clerk")
        known.rollback()
    other = folder / "other.crt"
    other.write_bytes(new_certificate(["10.0.0.2"]).certificate)
    with pytest.raises(psycopg.OperationalError, match="certificate"):
        _kiosk(server, password, "verify-ca", sslrootcert=other)
    with pytest.raises(psycopg.OperationalError, match="no encryption"):
        _kiosk(server, password, "disable")
    with pytest.raises(psycopg.OperationalError, match="password"):
        _kiosk(server, "wrong", "require")
    board = server.passwords["display"].read_text().strip()
    told = {
        one.name: one
        for one in examine_database(f"{server.address_for('display')}&password={board}")
    }
    assert all(one.good for one in told.values())
    assert "its certificate known" in told["server"].detail.en
    assert "may not see it" in told["pin"].detail.en
