"""dev.py's set-up: does what is missing, nothing else, and survives what happens to folders."""

from __future__ import annotations

import errno
import fcntl
import os
import threading
from pathlib import Path

import pytest


@pytest.fixture
def workshop(load_dev, checkout, monkeypatch):
    """A dev.py whose slow steps only leave a note, and a `.venv` that answers like a real one."""

    class Workshop:
        def __init__(self, folder: Path) -> None:
            self.folder = folder
            self.dev = load_dev(folder)
            self.steps: list[str] = []
            monkeypatch.setattr(self.dev, "make_venv", self.make_venv)
            for step in ("install_packages", "install_project", "check_system"):
                monkeypatch.setattr(self.dev, step, lambda step=step: self.steps.append(step))

        def make_venv(self, reason: str) -> None:
            self.steps.append("make_venv")
            self.reason = reason
            self.dev.BIN.mkdir(parents=True, exist_ok=True)
            (self.dev.VENV / "pyvenv.cfg").touch()
            self.dev.UNFINISHED.unlink(missing_ok=True)
            self.dev.STAMP.unlink(missing_ok=True)
            self.dev.PYTHON.unlink(missing_ok=True)
            self.dev.PYTHON.write_text("#!/bin/sh\necho True\n")
            self.dev.PYTHON.chmod(0o755)
            (self.dev.BIN / "pip").write_text(f"#!{self.dev.PYTHON}\n")

        def setup(self) -> list[str]:
            self.steps.clear()
            self.dev.setup()
            return list(self.steps)

    return Workshop


EVERYTHING = ["make_venv", "install_packages", "install_project", "check_system"]


def test_the_first_set_up_does_everything_and_the_second_nothing(workshop, checkout):
    shop = workshop(checkout)
    assert shop.setup() == EVERYTHING
    assert shop.setup() == []


def test_a_changed_lock_installs_packages_and_looks_at_the_system_again(workshop, checkout):
    shop = workshop(checkout)
    shop.setup()
    with shop.dev.LOCK.open("a") as lock:
        lock.write("# another version\n")
    assert shop.setup() == ["install_packages", "check_system"]
    assert shop.setup() == []


def test_a_changed_pyproject_installs_only_the_project_again(workshop, checkout):
    shop = workshop(checkout)
    shop.setup()
    with shop.dev.PYPROJECT.open("a") as pyproject:
        pyproject.write("# changed\n")
    assert shop.setup() == ["install_project"]


def test_a_moved_checkout_gets_a_new_venv(workshop, checkout, tmp_path):
    workshop(checkout).setup()
    checkout.rename(tmp_path / "moved")
    shop = workshop(tmp_path / "moved")
    assert shop.setup() == EVERYTHING
    assert shop.reason == "it was made in another folder"


def test_an_interrupted_install_gets_a_new_venv(workshop, checkout):
    shop = workshop(checkout)
    shop.setup()
    shop.dev.UNFINISHED.touch()
    assert shop.setup() == EVERYTHING
    assert shop.reason == "the last set-up was interrupted"


def test_a_venv_whose_python_was_removed_is_made_anew(workshop, checkout):
    shop = workshop(checkout)
    shop.setup()
    shop.dev.PYTHON.unlink()
    shop.dev.PYTHON.symlink_to("/nowhere/python3")
    assert shop.setup() == EVERYTHING
    assert shop.reason == "its Python is gone"


def test_a_damaged_stamp_is_not_trusted(workshop, checkout):
    shop = workshop(checkout)
    shop.setup()
    shop.dev.STAMP.write_text('{"root": ')
    assert shop.setup() == EVERYTHING[1:]


def test_set_up_goes_on_where_it_failed(workshop, checkout, monkeypatch):
    shop = workshop(checkout)

    def fail() -> None:
        raise shop.dev.Trouble("Qt lacks a library")

    working = shop.dev.check_system
    monkeypatch.setattr(shop.dev, "check_system", fail)
    with pytest.raises(shop.dev.Trouble):
        shop.setup()
    monkeypatch.setattr(shop.dev, "check_system", working)
    assert shop.setup() == ["check_system"]


def test_a_second_set_up_waits_for_the_first(workshop, checkout, monkeypatch):
    shop = workshop(checkout)
    waiting = threading.Event()
    monkeypatch.setattr(shop.dev, "say", lambda text: waiting.set())
    with (checkout / ".setup-lock").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        second = threading.Thread(target=shop.setup)
        second.start()
        assert waiting.wait(10)
        assert shop.steps == []
    second.join(10)
    assert shop.steps == EVERYTHING


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "cannot write to"),
        (errno.EACCES, "cannot write to"),
    ],
)
def test_a_disk_that_refuses_is_explained_without_a_traceback(
    workshop, checkout, monkeypatch, capsys, number, words
):
    shop = workshop(checkout)

    def refuse(reason: str) -> None:
        raise OSError(number, os.strerror(number), str(checkout / ".venv"))

    monkeypatch.setattr(shop.dev, "make_venv", refuse)
    assert shop.dev.main(["setup"]) == 1
    assert words in capsys.readouterr().err


# ── pip ──────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def pip_that(load_dev, checkout, monkeypatch):
    """A dev.py whose pip is a shell script."""

    def make(script: str):
        dev = load_dev(checkout)
        dev.VENV.mkdir()
        pip = checkout / "pip.sh"
        pip.write_text("#!/bin/sh\n" + script)
        pip.chmod(0o755)
        monkeypatch.setattr(dev, "PIP", (pip,))
        return dev

    return make


def test_pip_that_fails_while_it_fetches_leaves_the_venv_usable(pip_that):
    dev = pip_that("echo 'ERROR: NewConnectionError: Failed to establish a connection'; exit 1")
    with pytest.raises(dev.Trouble, match="PIP_INDEX_URL"):
        dev.install_packages()
    assert not dev.UNFINISHED.exists()


def test_pip_that_dies_while_it_unpacks_leaves_a_mark(pip_that):
    dev = pip_that("echo 'Installing collected packages: alembic'; kill -9 $$")
    with pytest.raises(dev.Trouble):
        dev.install_packages()
    assert dev.UNFINISHED.exists()


def test_pip_that_ends_well_leaves_no_mark(pip_that, capsys):
    dev = pip_that(
        "echo '  Downloading pyside6_addons-6.12.0-cp310-abi3.whl (170.1 MB)'\n"
        "echo 'Installing collected packages: alembic'\n"
    )
    dev.install_packages()
    assert not dev.UNFINISHED.exists()
    assert "fetching pyside6_addons-6.12.0, 170.1 MB" in capsys.readouterr().out


def test_a_package_with_another_hash_is_called_what_it_is(pip_that):
    dev = pip_that("echo 'THESE PACKAGES DO NOT MATCH THE HASHES FROM THE FILE'; exit 1")
    with pytest.raises(dev.Trouble, match="Do not use it"):
        dev.install_packages()


# ── the system's libraries ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("soname", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libnss3.so", "libnss3"),
        ("libpng16.so.16", "libpng16-16"),
        ("libpulse.so.0", "libpulse0"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libz.so.1", "zlib1g"),
    ],
)
def test_a_library_is_found_in_its_debian_package(load_dev, project, soname, package):
    assert load_dev(project).package_of(soname) == package


@pytest.fixture
def bare_system(load_dev, checkout, monkeypatch, tmp_path):
    """A dev.py on a system without libpulse, with an apt-get that writes down its orders."""
    dev = load_dev(checkout)
    programs = tmp_path / "programs"
    programs.mkdir()
    dev.orders = tmp_path / "orders"
    monkeypatch.setattr(dev, "try_qt", lambda: (0, ""))
    monkeypatch.setattr(
        dev, "missing_libraries", lambda: [] if dev.orders.exists() else ["libpulse.so.0"]
    )
    monkeypatch.setattr(dev, "BIN", programs)

    def provide(name: str, script: str) -> None:
        (programs / name).write_text("#!/bin/sh\n" + script)
        (programs / name).chmod(0o755)

    dev.provide = provide
    provide("apt-get", f'echo "$@" >> {dev.orders}\n')
    provide("apt-cache", 'echo "  Candidate: (none)"\n')
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return dev


def test_root_gets_the_missing_packages_installed(bare_system, monkeypatch):
    monkeypatch.setattr(bare_system.os, "geteuid", lambda: 0)
    bare_system.check_system()
    update, install = bare_system.orders.read_text().splitlines()
    assert update.endswith(" update")
    assert install.endswith("install -y --no-install-recommends libpulse0")


def test_a_release_that_renamed_the_package_gets_the_new_name(bare_system, monkeypatch):
    monkeypatch.setattr(bare_system.os, "geteuid", lambda: 0)
    bare_system.provide("apt-cache", 'echo "  Candidate: 17.0-1"\n')
    bare_system.check_system()
    assert bare_system.orders.read_text().endswith(" libpulse0t64\n")


def test_anybody_else_is_told_the_exact_command(bare_system, monkeypatch):
    monkeypatch.setattr(bare_system.os, "geteuid", lambda: 1000)
    command = "sudo apt-get install -y --no-install-recommends libpulse0"
    with pytest.raises(bare_system.Trouble, match=command):
        bare_system.check_system()
    assert not bare_system.orders.exists()


def test_a_system_without_apt_is_told_the_libraries(bare_system, monkeypatch):
    monkeypatch.setattr(bare_system.shutil, "which", lambda name: None)
    with pytest.raises(bare_system.Trouble, match=r"libpulse\.so\.0"):
        bare_system.check_system()


def test_apt_that_cannot_install_is_quoted(bare_system, monkeypatch):
    monkeypatch.setattr(bare_system.os, "geteuid", lambda: 0)
    bare_system.provide("apt-get", "echo 'E: Unable to locate package' >&2; exit 100\n")
    with pytest.raises(bare_system.Trouble, match="Unable to locate"):
        bare_system.check_system()


def test_a_system_without_any_font_gets_one(bare_system, monkeypatch):
    monkeypatch.setattr(bare_system, "try_qt", lambda: (bare_system.NO_FONTS, ""))
    monkeypatch.setattr(bare_system, "missing_libraries", list)
    assert bare_system.system_needs() == (["fonts-dejavu-core"], [], "")


def test_a_library_that_only_the_import_misses_is_found_too(bare_system, monkeypatch):
    complaint = "ImportError: libEGL.so.1: cannot open shared object file: No such file"
    monkeypatch.setattr(bare_system, "try_qt", lambda: (1, complaint))
    monkeypatch.setattr(bare_system, "missing_libraries", list)
    assert bare_system.system_needs()[0] == ["libegl1"]
