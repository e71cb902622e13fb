"""What `jiaohao setup` makes of its options, and what it refuses in words."""

from __future__ import annotations

import grp
import io
import os
import pwd
import socket
import sqlite3
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from common.cli.setup_course import SetupCourse
from common.cli.setup_devices import ask_printer
from common.cli.terminal import Terminal
from common.domain.text import Language, Text
from common.installation.server import ServerMade
from common.installation.setting_up.check import check
from common.installation.setting_up.database_check import hall_at
from common.installation.setting_up.errors import NotPossibleHere, OptionMissing
from common.installation.setting_up.options import SetupOptions, as_options, plan_from
from common.installation.setting_up.places import Places
from common.installation.setting_up.plan import Plan
from common.installation.setting_up.server_address import server_address
from common.installation.setting_up.steps import steps_of
from common.machine import CounterSettings, DisplaySettings, KioskSettings, Machine, Role
from common.machine import read_machine as settings_in
from common.operations.hall_changes import create_hall
from common.operations.kept_forms.key_file import read_keys
from common.ports import known
from common.printing import discovery
from common.printing.profile import load_profile
from common.printing.transports import usb_printer
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.ports import PtyPort

SERVER = "postgresql://clerk@10.0.0.5/hall"


# ── options ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("", "--role is missing"),
        ("--role board", "--role board: it should be one of all-in-one"),
        ("--role kiosk", "--database is missing"),
        ("--role kiosk --database embedded", "serves one PC alone"),
        ("--role all-in-one", "--demo is missing"),
        ("--role all-in-one --demo --hall x.yaml", "--hall does not fit here"),
        ("--role all-in-one --demo --password-file /etc/hostname", "no server is named"),
        ("--role all-in-one --demo --certificate x.crt", "no server is named"),
        ("--role all-in-one --demo --autostart kiosk,board", "--autostart board"),
        ("--role all-in-one --demo --autostart ''", "--autostart '': it is empty"),
        ("--role all-in-one --demo --printer ' '", "--printer '': it is empty"),
        ("--role all-in-one --demo --language fr", "--language fr: it should be one of zh, en"),
        ("--role all-in-one --demo --counter X99", "--counter X99: the hall has none"),
        ("--role all-in-one --demo --zone Q", "--zone Q: the hall has none"),
        ("--role all-in-one --demo --desktop-user nobody-here", "this PC has no such user"),
        (f"--role kiosk --database {SERVER} --counter F01", "--counter does not fit here"),
        (f"--role display --database {SERVER} --printer none", "--printer does not fit here"),
        ("--role counter --database postgresql://u@:5432/hall", "--database is missing"),
        ("--role counter --database hall.db", "embedded, or postgresql://USER@HOST/NAME"),
        ("--role counter --database postgresql://u:geheim@h/hall", "use --password-file"),
        (f"--role kiosk --database {SERVER} --certificate none.crt", "there is no such file"),
        (f"--role server --database {SERVER}", "--database does not fit here"),
        ("--role server --demo", "--network is missing"),
        ("--role server --demo --network 10.0.0.300/24", "--network 10.0.0.300/24: "),
        ("--role server --demo --network 10.0.0.0/24", "set up for real or not at all"),
        ("--role all-in-one --demo --password-stdin --password-file x", "was given too"),
        ("--role kiosk --password-file none", "--password-file none"),
        ("--role all-in-one --demo --kiosk-name 'kiosk 北'", "--kiosk-name kiosk 北: it should be"),
        (
            "--role all-in-one --demo --display-screen HDMI\udcff",
            "--display-screen HDMI�: it holds",
        ),
        ("--role all-in-one --demo --display-screen HDMI\x7f", "signs that cannot be shown"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words_that_name_the_option(
    setup, settings, arguments, told
):
    answer = setup(arguments)
    assert answer.code == 2
    assert told in answer.err and answer.err.count("\n") == 1
    assert "geheim" not in answer.err
    assert not settings.parent.exists()


def test_a_set_up_is_repeated_without_harm_and_changes_only_what_is_said(setup, settings):
    first = setup("--role all-in-one --demo --counter f01 --language zh --autostart kiosk,display")
    assert first.code == 0 and first.out.count("✓") == 3
    before = settings.read_bytes()
    again = setup("")
    assert again.code == 0 and "left as it is" in again.out
    assert settings.read_bytes() == before
    assert setup("--printer tcp://10.0.0.9:9100 --printer-profile xprinter-xp-80").code == 0
    machine = settings_in(settings)
    assert machine is not None
    assert machine.kiosk.printer == "tcp://10.0.0.9:9100" and machine.counter.counter == "F01"
    assert machine.starts == ("kiosk", "display") and machine.language is Language.ZH
    assert setup("--printer none").code == 0
    assert settings_in(settings).kiosk.printer == ""  # type: ignore[union-attr]


def test_a_wrong_device_is_refused_before_anything_is_written(setup, settings):
    assert "not usable" in setup("--role all-in-one --demo --printer paper://x").err
    told = setup("--role all-in-one --demo --printer tcp://h:9100 --printer-profile none").err
    assert "no printer profile none" in told
    for option in ("--scanner", "--id-reader"):
        told = setup(f"--role all-in-one --demo {option} /dev/ttyACM0").err
        assert "Device address" in told and "/dev/ttyACM0 is not usable" in told
    assert not settings.exists()


@pytest.mark.parametrize(
    "plan",
    [
        Plan(
            Machine(
                Role.ALL_IN_ONE,
                kiosk=KioskSettings("kiosk-2", "tcp://h:9100", scanner=("keyboard", "serial://x")),
                counter=CounterSettings("F01"),
                display=DisplaySettings("F", screen="2"),
                autostart=("display",),
            ),
            demo=True,
            desktop_users=("a", "b"),
        ),
        Plan(Machine(Role.SERVER, Language.EN), hall=Path("/x/h.yaml"), network="10.0.0.0/24"),
        Plan(
            Machine(
                Role.KIOSK,
                database=f"{SERVER}?sslmode=require",
                kiosk=KioskSettings("k 3", no_cursor=True),
            ),
            start=False,
        ),
        Plan(
            Machine(
                Role.COUNTER,
                database=SERVER,
                counter=CounterSettings("F02", printer="lp:///dev/usb/lp0"),
            ),
            certificate=Path("/x/server.crt"),
            form_key=Path("/x/forms.key"),
        ),
        Plan(Machine(Role.DISPLAY, database=SERVER, display=DisplaySettings(screen="HDMI-1"))),
    ],
    ids=lambda plan: plan.machine.role,
)
def test_a_plan_is_said_as_options_that_make_it_again(monkeypatch, settings, command, plan):
    """The window, and the line that the questions show, go the way of the options."""
    made = []
    monkeypatch.setenv("JIAOHAO_SETTINGS", str(settings))
    monkeypatch.setattr(SetupCourse, "run", lambda self, said: made.append(plan_from(said, None)))
    assert command("setup", *as_options(plan), "--yes").code == 0
    assert made == [plan]


def test_a_kiosk_pc_draws_no_pointer_unless_its_settings_say_so():
    kiosk = plan_from(SetupOptions(role="kiosk", database=SERVER), None).machine
    assert kiosk.kiosk.no_cursor
    with_a_mouse = replace(kiosk, kiosk=replace(kiosk.kiosk, no_cursor=False))
    assert not plan_from(SetupOptions(kiosk_name="kiosk-2"), with_a_mouse).machine.kiosk.no_cursor
    assert not plan_from(SetupOptions(role="all-in-one"), kiosk).machine.kiosk.no_cursor


# ── a server ─────────────────────────────────────────────────────────────────────────────────


def _at(server: str, user: str, database: str = "template_hall", password: str = "") -> str:
    address = server.replace("//", f"//{user}@", 1).replace("template_hall", database)
    return f"{address}&password={password}" if password else address


@pytest.mark.parametrize(
    ("user", "database", "password", "code"),
    [
        ("clerk", "template_hall", "wrong", "setup_password_wrong"),
        ("clerk", "template_hall", "", "setup_password_needed"),
        ("stranger", "template_hall", "right", "setup_not_let_in"),
        ("clerk", "no_hall", "right", "setup_no_such_database"),
        ("clerk", "empty_hall", "right", "setup_no_hall_yet"),
    ],
)
def test_a_server_that_refuses_is_explained(careful_server, user, database, password, code):
    with pytest.raises(Exception) as refused:
        hall_at(_at(careful_server, user, database, password))
    assert refused.value.code == code
    assert "right" not in str(refused.value)


def test_a_server_that_lets_in_tells_its_hall(careful_server):
    assert hall_at(_at(careful_server, "clerk", password="right")).counters


def test_a_certificate_that_was_not_copied_is_asked_for():
    with pytest.raises(Exception) as missing:
        hall_at("postgresql://u@h/hall?sslmode=verify-ca&sslrootcert=/none/server.crt")
    assert missing.value.code == "setup_certificate_missing"


def test_a_host_that_is_not_there_is_told_from_one_without_a_server():
    with pytest.raises(Exception) as unknown:
        hall_at("postgresql://u@no-such-host.invalid/hall")
    assert unknown.value.code == "setup_host_unknown"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(Exception) as refused:
        hall_at(f"postgresql://u@127.0.0.1:{port}/hall")
    assert refused.value.code == "setup_nothing_listens"
    assert refused.value.facts == {"host": "127.0.0.1", "port": port}


@pytest.mark.parametrize(
    ("version", "code"), [("0001", "setup_server_older"), ("9999", "database_newer")]
)
def test_another_version_of_the_database_is_told(postgres_url, version, code):
    import psycopg

    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("UPDATE alembic_version SET version_num = %s", (version,))
    with pytest.raises(Exception) as refused:
        hall_at(postgres_url)
    assert refused.value.code == code


def test_the_password_goes_into_a_file_that_others_cannot_read(
    setup, settings, careful_server, tmp_path
):
    secret = tmp_path / "secret"
    secret.write_text("right\n")
    address = _at(careful_server, "clerk")
    wrong = setup("--role kiosk --kiosk-name kiosk-2 --database", address)
    assert wrong.code == 1 and "wants a password" in wrong.err
    assert not settings.exists()
    done = setup("--role kiosk --kiosk-name kiosk-2 --database", address, "--password-file", secret)
    assert done.code == 0, done.err
    kept = settings.with_name("database.password")
    assert kept.read_text() == "right\n" and stat.S_IMODE(kept.stat().st_mode) == 0o640
    machine = settings_in(settings)
    assert machine is not None and hall_at(machine.address).counters
    assert "right" not in settings.read_text() and "right" not in done.out
    assert setup("").code == 0  # with the password that is kept


def test_a_password_that_is_no_text_is_refused(setup, settings, tmp_path, monkeypatch):
    secret, binary = tmp_path / "secret", b"geheim\xff\n"
    secret.write_bytes(binary)
    kiosk = f"--role kiosk --kiosk-name kiosk-2 --database {SERVER}"
    of_file = setup(kiosk, "--password-file", secret)
    assert of_file.code == 2 and "not text in UTF-8" in of_file.err
    for errors in ("strict", "surrogateescape"):  # a locale of the distribution, and C
        typed = io.TextIOWrapper(io.BytesIO(binary), "utf-8", errors)
        monkeypatch.setattr("sys.stdin", typed)
        of_stdin = setup(kiosk, "--password-stdin")
        assert of_stdin.code == 1 and "not text in UTF-8" in of_stdin.err
    assert not settings.exists()


def test_settings_go_to_the_next_pc_without_secrets_and_names(
    setup, settings, command, careful_server, tmp_path, monkeypatch
):
    secret, carried = tmp_path / "secret", tmp_path / "usb" / "hall.toml"
    secret.write_text("right\n")
    address = _at(careful_server, "clerk")
    first = "--role counter --counter F01 --printer tcp://10.0.0.9:9100 --database"
    assert setup(first, address, "--password-file", secret).code == 0
    assert command("setup", "export", str(carried)).code == 0
    assert "right" not in carried.read_text() and "F01" not in carried.read_text()

    there = tmp_path / "next" / "jiaohao.toml"
    monkeypatch.setenv("JIAOHAO_SETTINGS", str(there))
    secretless = setup("--counter F02 --from", carried.with_name("none.toml"))
    assert secretless.code == 1 and not there.exists()
    settings.with_name("database.password").unlink()
    assert "--password-file" in setup("--counter F02 --from", carried).err
    done = setup("--counter F02 --from", carried, "--password-file", secret)
    assert done.code == 0, done.err
    machine = settings_in(there)
    assert machine is not None and machine.role is Role.COUNTER
    assert machine.counter == CounterSettings("F02", printer="tcp://10.0.0.9:9100")


def test_settings_never_take_the_place_of_a_hall(setup, settings, command):
    setup("--role all-in-one --demo")
    hall = settings.parent / "data" / "hall.db"
    refused = command("setup", "export", str(hall))
    assert refused.code == 1 and "is a database" in refused.err
    assert hall_at(str(hall)).counters


def test_the_certificate_travels_with_the_settings(setup, settings, command, tmp_path):
    certificate = tmp_path / "hall-server.pem"
    certificate.write_text("-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n")
    done = setup(f"--role display --database {SERVER} --untested --certificate", certificate)
    assert done.code == 0, done.err
    kept = settings.with_name("server.crt")
    machine = settings_in(settings)
    assert machine is not None and kept.read_bytes() == certificate.read_bytes()
    server, _ = server_address(machine.database)
    assert dict(server.rest) == {"sslmode": "verify-ca", "sslrootcert": str(kept)}
    assert command("setup", "export", str(tmp_path / "other.toml")).code == 0
    assert (tmp_path / "other.crt").read_bytes() == certificate.read_bytes()
    kept.unlink()
    assert setup("--untested --from", tmp_path / "other.toml").code == 0
    assert kept.exists()


@pytest.mark.parametrize("left", ["an empty file", "a database without tables"])
def test_a_set_up_that_was_killed_is_done_again(setup, settings, left):
    hall = settings.parent / "data" / "hall.db"
    hall.parent.mkdir(parents=True)
    hall.touch()
    if left == "a database without tables":
        with closing(sqlite3.connect(hall)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
        assert hall.stat().st_size
    again = setup("--role all-in-one --demo")
    assert again.code == 0, again.err
    assert hall_at(str(hall)).counters


# ── rights ───────────────────────────────────────────────────────────────────────────────────

SYSTEMS_PYTHON = Path("/usr/bin/python3")
ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files to others")


@pytest.fixture
def shared_places() -> Iterator[Places]:
    """Places of a system user of this PC, in a folder that others may enter, unlike pytest's."""
    with tempfile.TemporaryDirectory(prefix="jiaohao-shared-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield Places(folder / "etc/jiaohao.toml", folder / "data", folder / "backups", "daemon")


@ROOT
@pytest.mark.skipif(not SYSTEMS_PYTHON.exists(), reason="no Python that other users may run")
def test_the_kiosk_and_the_clerks_share_one_file(shared_places):
    places = shared_places
    plan = Plan(Machine(Role.ALL_IN_ONE), demo=True, start=False)
    for step in steps_of(plan, places):
        step.do()
    assert stat.S_IMODE(places.data.stat().st_mode) == 0o2770
    assert stat.S_IMODE(places.hall.stat().st_mode) == 0o660
    assert grp.getgrgid(places.hall.stat().st_gid).gr_name == "daemon"
    write = "BEGIN IMMEDIATE; UPDATE hall SET phone = phone || '1'; COMMIT"
    script = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        f"c.executescript({write!r}); sys.stdin.readline()"
    )
    people = []
    for user in ("daemon", "games"):  # the kiosk's user, and a clerk in its group
        entry = pwd.getpwnam(user)
        people.append(
            subprocess.Popen(
                [SYSTEMS_PYTHON, "-c", script, str(places.hall)],
                user=entry.pw_uid,
                group=entry.pw_gid,
                extra_groups=[grp.getgrnam("daemon").gr_gid],
                stdin=subprocess.PIPE,
                cwd="/",
            )
        )
    # Both have it open now or soon: one of them made its log, the other writes it.
    assert [one.communicate(b"\n") and one.returncode for one in people] == [0, 0]
    with sqlite3.connect(places.hall) as connection:
        connection.execute("BEGIN IMMEDIATE")
        assert stat.S_IMODE(Path(f"{places.hall}-wal").stat().st_mode) == 0o660
        (phone,) = connection.execute("SELECT phone FROM hall").fetchone()
    connection.close()
    assert phone.endswith("11")


@pytest.mark.parametrize("part", ["", "-wal", "-shm"])
def test_nobody_leads_the_administrator_to_a_file_by_a_link(tmp_path, demo_file, part):
    places = Places(tmp_path / "jiaohao.toml", tmp_path / "data", tmp_path / "backups")
    plan = Plan(Machine(Role.ALL_IN_ONE), demo=True)
    _, make_hall, *_ = steps_of(plan, places)
    create_hall(str(places.hall), demo_file).close()
    others = tmp_path / "shadow"
    others.touch(0o600)
    link = Path(f"{places.hall}{part}")
    link.unlink(missing_ok=True)
    link.symlink_to(others)
    with pytest.raises(NotPossibleHere, match="it is a link and not the file itself"):
        make_hall.do()
    assert stat.S_IMODE(others.stat().st_mode) == 0o600


def test_a_hall_is_not_made_where_a_link_leads(tmp_path):
    places = Places(tmp_path / "jiaohao.toml", tmp_path / "data", tmp_path / "backups")
    places.data.mkdir()
    others = tmp_path / "new"
    places.hall.symlink_to(others)
    _, make_hall, *_ = steps_of(Plan(Machine(Role.ALL_IN_ONE), demo=True), places)
    with pytest.raises(NotPossibleHere):
        make_hall.do()
    assert not others.exists()


@ROOT
def test_only_the_group_reads_the_password(shared_places):
    plan = Plan(Machine(Role.KIOSK, database=SERVER), password="right", start=False)
    for step in steps_of(plan, shared_places):
        step.do()
    kept = shared_places.password.stat()
    assert (kept.st_uid, grp.getgrgid(kept.st_gid).gr_name) == (0, "daemon")
    assert stat.S_IMODE(kept.st_mode) == 0o640
    assert stat.S_IMODE(shared_places.settings.stat().st_mode) == 0o644


@ROOT
def test_a_server_says_what_to_carry_to_its_pcs(shared_places, monkeypatch):
    secrets = shared_places.settings.parent / "passwords"
    made = ServerMade(
        "postgresql://jiaohao@/hall?host=/run/postgresql",
        5433,
        ("10.0.0.5",),
        shared_places.certificate,
        {role: secrets / role for role in ("kiosk", "counter")},
        notes=(Text("防火墙已开启", "the firewall is on"),),
    )
    asked = []

    def set_up_server(plan, told):
        asked.append(plan)
        told(Text("PostgreSQL", "PostgreSQL"))
        return made

    monkeypatch.setattr("common.installation.server.set_up_server", set_up_server)
    plan = Plan(Machine(Role.SERVER), demo=True, network="10.0.0.0/24", start=False)
    heard = []
    remarks = [one.do() for one in steps_of(plan, shared_places, lambda t: heard.append(t.en))]
    assert (asked[0].network, heard) == ("10.0.0.0/24", ["PostgreSQL"])
    assert asked[0].hall == plan.hall_file
    told = next(remark for remark in remarks if remark is not None).en
    assert "--database postgresql://jiaohao_kiosk@10.0.0.5:5433/hall" in told
    assert str(secrets) in told and str(made.certificate) in told and "firewall" in told
    written = settings_in(shared_places.settings)
    assert written is not None and written.database == made.url
    again = plan_from(SetupOptions(), written)
    assert again.network == "10.0.0.0/24"  # done again it lets in whom it let in before


def test_each_desktop_user_gets_the_form_key_for_itself(tmp_path, monkeypatch, sqlite_url):
    from common.operations.kept_forms import make_form_key
    from common.store import open_store

    me = pwd.getpwuid(os.geteuid())
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setattr(
        pwd, "getpwnam", lambda name: pwd.struct_passwd((*me[:5], str(home), me[6]))
    )
    store = open_store(sqlite_url)
    make_form_key(store, tmp_path / "forms.key")
    plan = Plan(
        Machine(Role.ALL_IN_ONE),
        demo=True,
        desktop_users=(me.pw_name,),
        form_key=tmp_path / "forms.key",
    )
    places = Places(tmp_path / "etc/jiaohao.toml", tmp_path / "data", tmp_path / "backups")
    (step,) = [one for one in steps_of(plan, places) if "form key" in one.what.en]
    assert step.do() is None
    copy = home / ".config" / "jiaohao" / "forms.key"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert read_keys(copy).private == read_keys(tmp_path / "forms.key").private
    assert step.do() is not None  # there already
    make_form_key(store, tmp_path / "other.key", lost=True)
    store.close()
    (tmp_path / "other.key").replace(tmp_path / "forms.key")
    with pytest.raises(Exception) as refused:
        step.do()
    assert refused.value.code == "setup_form_key_differs"


def test_without_rights_one_line_says_how(setup, monkeypatch):
    monkeypatch.delenv("JIAOHAO_SETTINGS")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    answer = setup("--role all-in-one --demo")
    assert (answer.code, answer.err) == (
        1,
        "Setting up this PC needs the administrator's rights: sudo jiaohao setup\n",
    )


def test_a_failed_step_is_named_and_can_be_repeated(setup, settings):
    settings.parent.mkdir()
    (settings.parent / "data").write_text("a file in the way")
    answer = setup("--role all-in-one --demo")
    assert answer.code == 1 and answer.out.startswith("✗ prepare the folder")
    assert "run this again" in answer.err
    (settings.parent / "data").unlink()
    assert setup("--role all-in-one --demo").code == 0


def test_a_missing_name_is_asked_for_after_an_import():
    plan = plan_from(SetupOptions(), Machine(Role.KIOSK, database=SERVER, kiosk=KioskSettings("")))
    places = Places(Path("/none"), Path("/none"), Path("/none"))
    with pytest.raises(OptionMissing) as missing:
        check(plan, places, untested=True)
    assert missing.value.facts["option"] == "--kiosk-name"
    named = replace(plan, machine=replace(plan.machine, kiosk=KioskSettings("kiosk-7")))
    assert check(named, places, untested=True) is None


# ── the printer ──────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def serial_printer(monkeypatch, tmp_path):
    """A printer on the only port of this computer."""
    device = VirtualPrinter(load_profile("epson-tm-t82"), speed=10_000)
    port = PtyPort(device)
    monkeypatch.setattr(list_ports, "comports", lambda: [ListPortInfo(port.path)])
    monkeypatch.setattr(usb_printer, "usb_printers", lambda: iter(()))
    monkeypatch.setattr(discovery, "LINE_PRINTERS", tmp_path / "none")
    monkeypatch.setattr(known, "STABLE_PORTS", tmp_path / "none")
    monkeypatch.setenv("PATH", str(tmp_path))
    yield device, f"serial://{port.path}?baud=19200"
    port.close()
    device.stop()


def test_the_printer_that_is_found_prints_a_test_slip_and_names_its_profile(
    serial_printer, monkeypatch, capsys
):
    device, url = serial_printer
    answers = iter(["1", "", "", ""])  # the first one, its own profile, a test slip, take it
    monkeypatch.setattr("builtins.input", lambda prompt: next(answers))
    assert ask_printer(Terminal(Language.EN), "", "") == (url, "epson-tm-t82")
    assert len(device.slips) == 1 and "✓" in capsys.readouterr().out


def test_a_printer_with_trouble_says_so_and_another_is_chosen(serial_printer, monkeypatch, capsys):
    device, _ = serial_printer
    device.set_cover(True)
    answers = iter(["1", "epson-tm-t82", "y", "", "4"])  # by default not taken; then none
    monkeypatch.setattr("builtins.input", lambda prompt: next(answers))
    assert ask_printer(Terminal(Language.EN), "", "")[0] == ""
    assert "✗" in capsys.readouterr().out and not device.slips
