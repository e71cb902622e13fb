#!/usr/bin/env python3
"""Set up, run and check Jiaohao. `python3 dev.py help` lists the verbs.

One file, standard library only, so that it runs before anything is installed. It must stay
readable to the parser of Python 3.6: a hall's older PC then gets a sentence instead of a
SyntaxError. Every verb first brings `.venv` up to date; when nothing changed that takes no time
and no network.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - older Pythons do get here, that is the point
    import shutil

    known = ("python3.14", "python3.13", "python3.12", "python3.11")
    newer = [name for name in known if shutil.which(name)]
    sys.exit(
        "Jiaohao needs Python 3.11 or newer, and this is Python %d.%d.\n" % sys.version_info[:2]
        + ("Run:  %s dev.py\n" % newer[0] if newer else "Install python3.11 and run it again.\n")
    )

import contextlib
import errno
import hashlib
import importlib.util
import io
import json
import os
import platform
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

Word = str | Path  # of a command line

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
# Also right when .venv's own Python runs this file and .venv has to be made anew.
BASE_PYTHON = getattr(sys, "_base_executable", None) or sys.executable
STAMP = VENV / "setup.json"
UNFINISHED = VENV / "setup-unfinished"

PIP = (PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input")

RUNTIME_LOCK = ROOT / "packaging" / "requirements.txt"
BUILD_LOCK = ROOT / "packaging" / "requirements-build.txt"
LEGACY_LOCK = ROOT / "packaging" / "requirements-legacy.txt"
LOCK = ROOT / "packaging" / "requirements-dev.txt"
PYPROJECT = ROOT / "pyproject.toml"
ROOMS = ("kiosk", "counter", "display", "common")
PACKAGING = {
    "deb": ROOT / "packaging" / "debian" / "build_deb.py",
    "test": ROOT / "packaging" / "try_package.py",
}
TESTS_FAILED = 1  # what pytest exits with when it ran to its end
FRONT_ENDS = ("kiosk", "counter", "display", "printer")

DISK_NEEDED = 2 * 1024**3  # .venv is 0.8 GB, and pip unpacks 0.3 GB of wheels beside it


class Trouble(Exception):
    """Set-up cannot go on. The message says what happened and what to do."""


class Misuse(Exception):
    """The command line does not say what to do."""


def say(text: str) -> None:
    print("• " + text, flush=True)


# ── running other programs ───────────────────────────────────────────────────────────────────


def clean_environment(**extra: str) -> dict[str, str]:
    """This process's environment without what would lead Python, pip or Qt out of `.venv`.

    pip's own settings stay: a hall without open internet points PIP_INDEX_URL at its mirror.
    """
    leads_astray = {
        "PYTHONPATH",
        "PYTHONHOME",
        "PYTHONSTARTUP",
        "PYTHONUSERBASE",
        "VIRTUAL_ENV",
        "PIP_USER",
        "PIP_TARGET",
        "PIP_PREFIX",
        "PIP_ROOT",
        "QT_PLUGIN_PATH",
        "QT_QPA_PLATFORM_PLUGIN_PATH",
        "QML_IMPORT_PATH",
        "QML2_IMPORT_PATH",
    }
    env = {name: value for name, value in os.environ.items() if name not in leads_astray}
    env.update(PYTHONNOUSERSITE="1", PYTHONUTF8="1", **extra)
    env["PATH"] = str(BIN) + os.pathsep + env.get("PATH", os.defpath)
    return env


def ask(command: Sequence[Word], **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a helper program to its end and keep what it says."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=clean_environment(**environment),
        capture_output=True,
        text=True,
        errors="replace",
    )


def call(command: Sequence[Word], **environment: str) -> int:
    """Run a check in the project's folder and return its exit code."""
    child = subprocess.Popen(
        [str(part) for part in command], cwd=ROOT, env=clean_environment(**environment)
    )
    with ending_with_us(child):
        code = child.wait()
    return code if code >= 0 else 128 - code


@contextlib.contextmanager
def ending_with_us(child: subprocess.Popen[Any]) -> Iterator[None]:
    """Leave no child behind when this process is interrupted or told to end."""
    try:
        yield
    except BaseException as reason:
        if isinstance(reason, KeyboardInterrupt):  # it reached the child as well
            with contextlib.suppress(subprocess.TimeoutExpired, KeyboardInterrupt):
                child.wait(timeout=5)
        if child.poll() is None:
            child.terminate()
            child.wait()
        raise


def become(command: Sequence[Word]) -> NoReturn:
    """Replace this process, so that signals, the terminal and the exit code are the program's."""
    words = [str(part) for part in command]
    sys.stdout.flush()
    if WINDOWS:
        sys.exit(subprocess.call(words, env=clean_environment()))
    os.execve(words[0], words, clean_environment())


# ── the virtual environment ──────────────────────────────────────────────────────────────────


def digest(*paths: Path) -> str:
    total = hashlib.sha256()
    for path in paths:
        total.update(path.read_bytes() + b"\0")
    return total.hexdigest()


def read_stamp() -> dict[str, str]:
    """What the last complete set-up recorded, or {} when there was none to trust."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(stamp: dict[str, str]) -> None:
    STAMP.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")


def wanted_stamp() -> dict[str, str]:
    return {
        "root": str(ROOT),
        "python": os.path.realpath(PYTHON),
        "packages": digest(LOCK, RUNTIME_LOCK),
        "project": digest(PYPROJECT),
        "system": system_name() + " " + digest(LOCK),  # another Qt may need other libraries
    }


def system_name() -> str:
    """Changes when the operating system is upgraded: its libraries may then be others."""
    release = Path("/etc/os-release")
    return platform.machine() + " " + (digest(release) if release.exists() else platform.version())


def venv_complaint() -> str | None:
    """Why `.venv` must be made anew, or None when it can be used."""
    if not (VENV / "pyvenv.cfg").exists():
        return "there is none"
    if UNFINISHED.exists():
        return "the last set-up was interrupted"
    try:
        answer = ask([PYTHON, "-c", "import pip, sys; print(sys.version_info >= (3, 11))"])
    except OSError:
        return "its Python is gone"
    if answer.stdout.strip() != "True":
        return "its Python does not work"
    pip = BIN / ("pip.exe" if WINDOWS else "pip")
    if not pip.exists() or os.fsencode(VENV) not in pip.read_bytes():
        return "it was made in another folder"
    return None


def make_venv(reason: str) -> None:
    say("making the virtual environment (%s)" % reason)
    need_venv_module()
    if VENV.is_symlink():
        raise Trouble("%s is a symbolic link. Remove it and run this again." % VENV)
    if VENV.exists():
        shutil.rmtree(VENV)
    if shutil.disk_usage(ROOT).free < DISK_NEEDED:
        raise OSError(errno.ENOSPC, "less than 2 GB free", str(ROOT))
    made = ask([BASE_PYTHON, "-m", "venv", VENV])
    if made.returncode:
        raise Trouble("could not make .venv:\n" + (made.stdout + made.stderr).strip())


def need_venv_module() -> None:
    """Debian keeps venv and ensurepip out of its python3 package."""

    def present() -> bool:
        importlib.invalidate_caches()
        return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))

    if present():
        return
    package = "python%d.%d-venv" % sys.version_info[:2]
    if shutil.which("apt-get") is None:
        raise Trouble("this Python has no venv module. Install one that has, then run this again.")
    apt_install([package], "Python's venv module is missing")
    if not present():
        raise Trouble("%s still has no venv module. Use another Python." % sys.executable)


def install_packages() -> None:
    """Install the locked packages. A failure leaves a `.venv` that the next run can judge."""
    say("installing the locked packages (the first time this fetches some 250 MB)")
    how = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--progress-bar", "off"]
    child = subprocess.Popen(
        [str(part) for part in (*PIP, "install", *how, "-r", LOCK)],
        cwd=ROOT,
        env=clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    assert child.stdout is not None
    lines = []
    with child, ending_with_us(child):
        for line in child.stdout:
            lines.append(line.rstrip())
            if line.startswith("Installing collected"):
                # From here on packages are being replaced: half of it must not pass for all.
                UNFINISHED.touch()
                say("unpacking")
            fetched = re.match(r"\s+Downloading (?:\S*/)?(\S+?-[\d.]+)\S* \((.+ [MG]B)\)", line)
            if fetched:
                say("fetching %s, %s" % fetched.groups())
        code = child.wait()
    if code:
        raise Trouble(explain_pip("\n".join(lines)))
    UNFINISHED.unlink(missing_ok=True)


def explain_pip(output: str) -> str:
    """What pip complained about, and what to do about it."""
    lines = output.splitlines()
    errors = [line for line in lines if line.startswith("ERROR")] or lines
    tail = "\n".join("    " + line[:200] for line in errors[-6:])
    if "No space left" in output:
        advice = "The disk is full. Free 2 GB and run this again."
    elif "DO NOT MATCH THE HASHES" in output:
        advice = (
            "A package differs from the one this project was tested with. Do not use it;\n"
            "try another network or mirror, and report it if it stays."
        )
    elif re.search(
        r"Temporary failure|NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|"
        r"Connection(Reset|Refused)|SSLError|No matching distribution|"
        r"Network is unreachable|Failed to establish",
        output,
    ):
        advice = (
            "The packages could not be fetched. Check the network and run this again.\n"
            "Behind a proxy set HTTPS_PROXY. With a mirror set PIP_INDEX_URL to it.\n"
            "Without any network copy the wheels here and set PIP_NO_INDEX=1 and\n"
            "PIP_FIND_LINKS=<their folder>."
        )
    else:
        advice = "Run this again; if it stays, remove .venv first."
    return "pip could not install the packages:\n%s\n%s" % (tail, advice)


def install_project() -> None:
    """Editable, from what is installed already: `.venv/bin/jiaohao` then runs this checkout."""
    say("installing jiaohao itself")
    # "compat" puts the project's folder on the path, so that a room added later is found too.
    how = ["--no-deps", "--no-build-isolation", "--no-index"]
    mode: list[Word] = ["--config-settings", "editable_mode=compat", "--editable", ROOT]
    done = ask([*PIP, "--quiet", "install", *how, *mode])
    if done.returncode:
        raise Trouble("pip could not install the project:\n" + (done.stdout + done.stderr).strip())


# ── what Qt needs from the system ────────────────────────────────────────────────────────────

QT_TRIAL = """
import sys
from PySide6 import QtGui, QtMultimedia, QtQml, QtQuick, QtQuickControls2, QtSvg, QtWidgets
app = QtGui.QGuiApplication(["jiaohao"])
sys.exit(0 if QtGui.QFontDatabase.families() else 3)
"""
NO_FONTS = 3

QT_PLUGINS = (
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqwayland.so",
    "Qt/plugins/xcbglintegrations/*.so",
    "Qt/plugins/wayland-*-client/*.so",
    "Qt/plugins/platforminputcontexts/*.so",
    "Qt/plugins/imageformats/libq[sj]*.so",
    "Qt/plugins/multimedia/*.so",
    "Qt/qml/QtQuick/**/*.so",
    "Qt/qml/QtMultimedia/*.so",
)
QT_MODULE = re.compile(
    r"Qt(Core|Gui|Multimedia|Network|OpenGL|PrintSupport|Qml|Quick|QuickControls2|Svg|Test|Widgets)"
    r"\.abi3\.so"
)
OWN_LIBRARY = re.compile(r"lib(Qt6|pyside6|shiboken6)")

# Debian names a library's package after its soname (policy manual, 8.1). These few differ.
PACKAGE_OF = {
    "libGLdispatch.so.0": "libglvnd0",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libnspr4.so": "libnspr4",
    "libnss3.so": "libnss3",
    "libnssutil3.so": "libnss3",
    "libsmime3.so": "libnss3",
    "libz.so.1": "zlib1g",
}


def package_of(soname: str) -> str:
    """The Debian package that brings a library: libxcb-icccm.so.4 is in libxcb-icccm4."""
    if soname in PACKAGE_OF:
        return PACKAGE_OF[soname]
    name, _, version = soname.lower().replace("_", "-").partition(".so")
    version = version.lstrip(".")
    return name + ("-" if name[-1:].isdigit() and version else "") + version


def qt_folder() -> Path:
    found = next(VENV.glob("lib/python*/site-packages/PySide6"), None)
    if found is None:
        raise Trouble("PySide6 is not in .venv. Remove .venv and run this again.")
    return found


def missing_libraries() -> list[str]:
    """Sonames that the Qt parts we use ask for and the loader does not find."""
    folder = qt_folder()
    files = [path for path in folder.glob("Qt*.abi3.so") if QT_MODULE.match(path.name)]
    files += [path for pattern in QT_PLUGINS for path in folder.glob(pattern)]
    if not shutil.which("ldd"):
        return []
    listing = ask(["ldd", *files], LC_ALL="C").stdout
    names = set(re.findall(r"^\s+(\S+) => not found", listing, re.MULTILINE))
    return sorted(name for name in names if not OWN_LIBRARY.match(name))


def try_qt() -> tuple[int, str]:
    """Really start Qt, without a screen. Returns its exit code and what it complained about."""
    trial = ask([PYTHON, "-c", QT_TRIAL], QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8")
    return trial.returncode, trial.stderr.strip()


def check_system() -> None:
    """See that Qt starts; bring in, or name, the system packages that it lacks."""
    packages, libraries, complaint = system_needs()
    if not packages and not complaint:
        return
    if packages:
        why = "Qt lacks " + ", ".join(libraries or packages)
        if shutil.which("apt-get") is None:
            raise Trouble(
                why + ".\nInstall the packages of your system that hold them "
                "(on Debian: %s),\nthen run this again." % " ".join(packages)
            )
        apt_install(packages, why)
        packages, libraries, complaint = system_needs()
    if packages or complaint:
        raise Trouble("Qt does not start:\n" + (complaint or ", ".join(libraries)))


def system_needs() -> tuple[list[str], list[str], str]:
    """Packages to install, the libraries they bring, and Qt's complaint if neither explains it."""
    libraries = missing_libraries() if sys.platform == "linux" else []
    code, complaint = try_qt()
    unfound = re.search(r"ImportError: (\S+\.so[.\d]*): cannot open shared object", complaint)
    if unfound and unfound.group(1) not in libraries:
        libraries.append(unfound.group(1))
    packages = sorted({package_of(name) for name in libraries})
    if code == NO_FONTS:
        packages.append("fonts-dejavu-core")
    return packages, libraries, complaint if code and code != NO_FONTS else ""


def apt_install(packages: list[str], why: str) -> None:
    """Install system packages when we may; otherwise say the exact command."""
    say(why)
    if os.geteuid() != 0:
        command = "sudo apt-get install -y --no-install-recommends " + " ".join(apt_names(packages))
        raise Trouble("%s.\nType this, then run dev.py again:\n\n    %s\n" % (why, command))
    apt_get = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=2"]
    quiet = {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    say("apt-get update")
    updated = ask([*apt_get, "update"], **quiet)
    names = apt_names(packages)
    say("apt-get install " + " ".join(names))
    installed = ask([*apt_get, "install", "-y", "--no-install-recommends", *names], **quiet)
    if installed.returncode:
        said = (updated.stderr + installed.stdout + installed.stderr).strip().splitlines()
        raise Trouble(
            "apt-get could not install %s:\n" % " ".join(names)
            + "\n".join("    " + line for line in said[-6:])
            + "\nCheck the network and the package sources, then run this again."
        )


def apt_names(packages: list[str]) -> list[str]:
    """The names this release uses: since 2024 some libraries carry `t64` in theirs."""
    names = []
    for package in packages:
        policy = ask(["apt-cache", "policy", package + "t64"], LC_ALL="C").stdout
        renamed = re.search(r"Candidate: (?!\(none\))", policy)
        names.append(package + "t64" if renamed else package)
    return names


# ── set-up ───────────────────────────────────────────────────────────────────────────────────


@contextlib.contextmanager
def only_one_setup() -> Iterator[None]:
    """Two terminals may start at once; the second waits and then finds everything done."""
    if WINDOWS:
        yield
        return
    import fcntl

    with (ROOT / ".setup-lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another set-up is running; waiting for it")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def up_to_date() -> bool:
    return read_stamp() == wanted_stamp() and PYTHON.exists() and not UNFINISHED.exists()


def setup() -> bool:
    """Bring `.venv` and the system libraries up to date. True when something had to be done."""
    try:
        if up_to_date():
            return False
        with only_one_setup():
            set_up_what_changed()
    except OSError as problem:
        raise Trouble(explain_os(problem)) from problem
    return True


def set_up_what_changed() -> None:
    wanted, stamp = wanted_stamp(), read_stamp()
    reason = venv_complaint()
    if reason is None and stamp.get("root", wanted["root"]) != wanted["root"]:
        reason = "it was made in another folder"
    if reason is not None:
        make_venv(reason)
        stamp = {}
    steps = (("packages", install_packages), ("project", install_project), ("system", check_system))
    for name, step in steps:
        if stamp.get(name) != wanted[name]:
            step()
            stamp = {**stamp, "root": wanted["root"], name: wanted[name]}
            write_stamp(stamp)
    write_stamp(wanted_stamp())


def explain_os(problem: OSError) -> str:
    if problem.errno == errno.ENOSPC:
        return "the disk is full: Jiaohao needs 2 GB in %s. Free some and run this again." % ROOT
    if problem.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return "cannot write to %s.\nCopy the project to a folder of your own and run it there." % (
            problem.filename or ROOT
        )
    return str(problem)


# ── the checks ───────────────────────────────────────────────────────────────────────────────


def static_checks() -> list[tuple[str, list[Word]]]:
    """Name and command of every check but pytest, the quick ones first."""
    qmllint: list[Word] = [BIN / "pyside6-qmllint", "--max-warnings", "0"]
    for folder in ("common/qt/qml", "build/qml"):
        qmllint += ["-I", ROOT / folder]
    qml: list[Word] = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.qml"))
    checks: list[tuple[str, list[Word]]] = [
        ("formatting", [BIN / "ruff", "format", "--check", "--quiet", "."]),
        ("lint", [BIN / "ruff", "check", "--quiet", "."]),
        ("imports", [BIN / "lint-imports", "--no-logo"]),
    ]
    if qml:
        checks.append(("qml", qmllint + qml))
    checks.append(("types", [PYTHON, "-m", "mypy"]))
    return checks


def run_checks() -> list[str]:
    """Run every static check, whatever fails, and return the names of those that did."""
    results = []
    for name, command in static_checks():
        heading(name)
        began = time.monotonic()
        code = call(command)
        seconds = time.monotonic() - began
        print("%s in %.1f s" % ("passed" if code == 0 else "FAILED", seconds), flush=True)
        results.append((name, code, seconds))
    heading("summary")
    for name, code, seconds in results:
        print("%-12s %-6s %5.1f s" % (name, "passed" if code == 0 else "FAILED", seconds))
    sys.stdout.flush()
    return [name for name, code, _ in results if code]


def heading(name: str) -> None:
    print("\n── %s %s" % (name, "─" * max(3, 70 - len(name))), flush=True)


# ── the verbs ────────────────────────────────────────────────────────────────────────────────


def verb_setup(rest: list[str]) -> int:
    expect_no_more(rest)
    changed = setup()
    say("ready: %s" % (BIN / "jiaohao") if changed else "nothing to do")
    return 0


def verb_demo(rest: list[str]) -> NoReturn:
    setup()
    become([PYTHON, "-P", "-m", "common.demo", *rest])


def verb_screenshots(rest: list[str]) -> NoReturn:
    setup()
    become([PYTHON, "-P", "-m", "common.demo.screenshots", *rest])


def verb_bench(rest: list[str]) -> NoReturn:
    setup()
    become([PYTHON, ROOT / "tests" / "benchmarks" / "run.py", *rest])


def verb_run(rest: list[str]) -> NoReturn:
    if not rest or rest[0] not in FRONT_ENDS:
        raise Misuse("run which? One of: " + ", ".join(FRONT_ENDS))
    setup()
    become([BIN / "jiaohao", *rest])


def verb_lint(rest: list[str]) -> int:
    fix = rest == ["--fix"]
    if not fix:
        expect_no_more(rest)
    setup()
    if fix:
        call([BIN / "ruff", "check", "--quiet", "--fix-only", "."])
        call([BIN / "ruff", "format", "--quiet", "."])
    return 1 if run_checks() else 0


def verb_test(rest: list[str]) -> int:
    """pytest comes last, so that its closing line is the last one; what failed is in it too.

    Tests that failed are asked once more, with the machine to themselves: hundreds have a printer,
    a server or a window of their own, and a busy machine may hold one up for many seconds.
    """
    setup()
    failed = run_checks()
    heading("pytest")
    # Half of each test's time is waiting for a disk, a server or a window.
    workers = str(2 * max(2, os.cpu_count() or 2))
    share = ["-n", workers, "--dist", "worksteal"]
    parallel = [] if any("xdist" in argument for argument in rest) else share
    told = {"JIAOHAO_FAILED_CHECKS": ", ".join(failed)}
    code = call([PYTHON, "-m", "pytest", *parallel, *rest], **told)
    if code == TESTS_FAILED and not failed:
        heading("pytest, what failed alone")
        again = ["--last-failed", "--last-failed-no-failures=none", "--maxfail=3"]
        code = call([PYTHON, "-m", "pytest", *again, *rest], **told)
    return code or (1 if failed else 0)


def verb_package(rest: list[str]) -> NoReturn:
    if not rest or rest[0] not in PACKAGING:
        raise Misuse("package what? One of: " + ", ".join(PACKAGING))
    setup()
    become([PYTHON, "-P", PACKAGING[rest[0]], *rest[1:]])


def verb_lock(rest: list[str]) -> int:
    """Resolve pyproject.toml anew into all lock files, with uv in an environment of its own.

    Hashes are kept and addresses are not: the lock then works with any mirror. `--upgrade` takes
    the newest versions; without it only what pyproject.toml demands changes.
    """
    if rest not in ([], ["--upgrade"]):
        expect_no_more(rest)
    need_venv_module()
    with tempfile.TemporaryDirectory() as folder:
        say("installing uv for the moment")
        tools = Path(folder) / BIN.name
        code = call([BASE_PYTHON, "-m", "venv", folder]) or call(
            [tools / "python", "-m", "pip", "install", "--quiet", "uv"]
        )
        if code:
            return code
        compile_lock: list[Word] = [
            tools / "uv",
            "pip",
            "compile",
            "--universal",
            "--python-version",
            "3.11",
            "--generate-hashes",
            "--no-header",
            "--no-emit-index-url",
            "--no-emit-find-links",
            "--quiet",
            *rest,
        ]
        # Relative names, because uv writes the constraint file's name into the lock.
        locks = (RUNTIME_LOCK, LOCK, BUILD_LOCK, LEGACY_LOCK)
        runtime, development, build, legacy = (lock.relative_to(ROOT) for lock in locks)
        made_of: dict[Path, list[Word]] = {
            runtime: [PYPROJECT.name],
            development: [PYPROJECT.name, "--group", "dev", "-c", runtime],
            build: [build.with_suffix(".in"), "-c", runtime],
            legacy: [PYPROJECT.name, legacy.with_suffix(".in")],
        }
        for lock, sources in made_of.items():
            code = code or call([*compile_lock, *sources, "-o", lock])
        return code


VERBS = {
    "setup": (verb_setup, "make or update .venv; afterwards .venv/bin/jiaohao works"),
    "demo": (verb_demo, "kiosk, counter, board and printer on the demonstration hall"),
    "test": (verb_test, "every check, then pytest, which gets the remaining arguments"),
    "lint": (verb_lint, "every check but pytest; --fix formats and corrects first"),
    "bench": (verb_bench, "measure, beside the raw database in the same run"),
    "screenshots": (verb_screenshots, "draw every screen, and the documentation's pictures anew"),
    "run": (verb_run, "start one of: " + ", ".join(FRONT_ENDS)),
    "package": (verb_package, "deb [--legacy-glibc] [--twice] makes an installer, test tries it"),
    "lock": (verb_lock, "resolve the dependencies anew into packaging/; --upgrade for newer"),
}


def expect_no_more(rest: list[str]) -> None:
    if rest:
        raise Misuse("what is %s?" % " ".join(rest))


def usage() -> str:
    lines = ["python3 dev.py VERB [ARGUMENTS]", ""]
    lines += ["  %-12s %s" % (name, text) for name, (_, text) in VERBS.items()]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a GBK terminal lacks some signs
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    if not arguments or arguments[0] in ("help", "--help", "-h"):
        print(usage())
        return 0 if arguments else 2
    try:
        if arguments[0] not in VERBS:
            raise Misuse("there is no verb %r" % arguments[0])
        return VERBS[arguments[0]][0](arguments[1:])
    except Misuse as problem:
        print("dev.py: %s\n\n%s" % (problem, usage()), file=sys.stderr)
        return 2
    except Trouble as problem:
        print("\ndev.py: %s" % problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
