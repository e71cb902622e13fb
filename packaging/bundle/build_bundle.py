"""Make the bundle: one folder with Python, Qt, the three front ends and the command.

It is made of the last commit, not of the working tree, with packages from the lock files in an
environment of its own. The same commit, lock files and Python give the same bytes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import elf

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "package"
LOCKS = ROOT / "packaging"

Word = str | Path


class Trouble(Exception):
    """The package cannot be built. The message says what happened and what to do."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """One way to build: which Python, and which packages it gets."""

    name: str
    python: Path
    locks: tuple[Path, ...]
    library_path: str = ""
    """Where the libraries of a Python lie that is not the system's."""
    of_target: tuple[tuple[str, str], ...] = ()
    """Debian packages of the target, each with its least version, that this machine lacks."""
    copyrights: tuple[tuple[str, Path], ...] = ()
    """Of libraries that come with such a Python: the name of each, and where its licence is."""
    wheels_for: tuple[str, ...] = ()
    """Platform tags to take wheels of, when the target is older than this machine."""

    @property
    def folder(self) -> Path:
        return WORK / self.name

    @property
    def environment_folder(self) -> Path:
        """A virtual environment, since PyInstaller keeps the places of what lies in one."""
        return self.folder / "venv"

    @property
    def packages(self) -> Path:
        return next(self.environment_folder.glob("lib/python3*/site-packages"))

    def environment(self, **extra: str) -> dict[str, str]:
        """For programs that make the bundle: nothing of the user's, nothing that varies."""
        keep = ("HOME", "PATH", "TMPDIR", "PIP_INDEX_URL", "PIP_CERT", "PIP_FIND_LINKS")
        env = {name: os.environ[name] for name in keep if name in os.environ}
        env.update(
            LC_ALL="C.UTF-8",
            TZ="UTC",
            PYTHONHASHSEED="0",
            PYTHONNOUSERSITE="1",
            PYTHONDONTWRITEBYTECODE="1",
            PYINSTALLER_CONFIG_DIR=str(self.folder / "cache"),
        )
        if self.library_path:
            env["LD_LIBRARY_PATH"] = self.library_path
        return {**env, **extra}


def say(text: str) -> None:
    print(f"• {text}", flush=True)


def run(command: Sequence[Word], *, log: Path | None = None, **options: object) -> str:
    """Run to the end and return what it printed. Raises Trouble with its last words."""
    words = [str(part) for part in command]
    done = subprocess.run(words, capture_output=True, text=True, errors="replace", **options)  # type: ignore[call-overload]
    said = f"{done.stdout}{done.stderr}"
    if log is not None:
        log.write_text(said, encoding="utf-8")
    if done.returncode:
        tail = "\n".join(f"    {line[:200]}" for line in said.strip().splitlines()[-12:])
        raise Trouble(f"{' '.join(words[:3])} … ended with {done.returncode}:\n{tail}")
    return str(done.stdout)


@cache
def commit() -> str:
    """What is built: the commit that was the last when the build began."""
    return run(["git", "-C", ROOT, "rev-parse", "HEAD"]).strip()


@cache
def commit_time() -> int:
    """Seconds since 1970 of that commit, the only time that anything in a package bears."""
    return int(run(["git", "-C", ROOT, "log", "-1", "--format=%ct", commit()]))


def export_source(target: Path) -> None:
    """The files of the commit."""
    changed = run(["git", "-C", ROOT, "status", "--porcelain", "--untracked-files=no"])
    if changed:
        say("the working tree has changes that are not committed; they do not go into the package")
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    packed = target.with_suffix(".tar")
    run(["git", "-C", ROOT, "archive", "-o", packed, commit()])
    run(["tar", "-xf", packed, "-C", target])
    packed.unlink()


def install_packages(recipe: Recipe) -> None:
    """The locked packages into a folder of their own. Takes no time when they are there already."""
    wanted = hashlib.sha256(b"\0".join(lock.read_bytes() for lock in recipe.locks)).hexdigest()
    stamp = recipe.environment_folder / "packages.stamp"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say(f"installing the locked packages for {recipe.name} (some 250 MB)")
    shutil.rmtree(recipe.environment_folder, ignore_errors=True)
    make_venv: list[Word] = [
        recipe.python,
        "-m",
        "venv",
        "--without-pip",
        recipe.environment_folder,
    ]
    run(make_venv, env=recipe.environment())
    how: list[Word] = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-compile"]
    version = run([recipe.python, "-c", _VERSION], env=recipe.environment()).strip()
    how += ["--python-version", version, "--implementation", "cp"]
    how += ["--abi", "cp" + version.replace(".", ""), "--abi", "abi3", "--abi", "none"]
    for platform in recipe.wheels_for:
        how += ["--platform", platform]
    for lock in recipe.locks:
        how += ["-r", lock]
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet"]
    run([*pip, "install", *how, "--target", recipe.packages], cwd=ROOT)
    stamp.write_text(wanted)


_VERSION = "import sys; print('%d.%d' % sys.version_info[:2])"


def need_shared_python(recipe: Recipe) -> None:
    """PyInstaller takes Python along as a shared library."""
    asked = "import sysconfig; print(sysconfig.get_config_var('Py_ENABLE_SHARED'))"
    if run([recipe.python, "-c", asked], env=recipe.environment()).strip() != "1":
        raise Trouble(
            f"{recipe.python} has no shared library (configure --enable-shared).\n"
            "Debian's own python3 with libpython3-dev has one."
        )


def compile_words(source: Path, recipe: Recipe) -> None:
    """The translations as Qt reads them; their sources do not go along."""
    folder = source / "resources" / "translations"
    lrelease = recipe.packages / "PySide6" / "lrelease"
    lrelease.chmod(0o755)
    for language in ("zh_CN", "en"):
        sources = sorted(folder.glob(f"*_{language}.ts"))
        run([lrelease, "-silent", *sources, "-qm", folder / f"jiaohao_{language}.qm"])


def build_bundle(recipe: Recipe, target: Path) -> Path:
    """Returns the folder that becomes /opt/jiaohao. `target` is for the steps in between."""
    need_shared_python(recipe)
    install_packages(recipe)
    source = target / "source"
    export_source(source)
    compile_words(source, recipe)
    say(f"bundling ({recipe.name}); this takes a few minutes")
    bundle = target / "bundle"
    shutil.rmtree(bundle, ignore_errors=True)
    python = recipe.environment_folder / "bin" / "python"
    pyinstaller: list[Word] = [python, "-m", "PyInstaller", "--noconfirm", "--clean"]
    pyinstaller += ["--log-level", "WARN", "--distpath", bundle, "--workpath", target / "steps"]
    run(
        [*pyinstaller, source / "packaging" / "bundle" / "jiaohao.spec"],
        env=recipe.environment(SOURCE_DATE_EPOCH=str(commit_time())),
        log=target / "pyinstaller.log",
        cwd=source,
    )
    folder = bundle / "jiaohao"
    strip_binaries(folder)
    settle(folder, commit_time())
    return folder


def strip_binaries(folder: Path) -> int:
    """Take symbol tables out; returns how many bytes that saved.

    A library that another tool has re-arranged may break by it, and stays as it is: the test is
    that all it asks of the loader is unchanged and that its segments still fit the memory's pages.
    """
    saved = 0
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file() or not elf.is_elf(path):
            continue
        if path.parent == folder:
            continue  # PyInstaller's program carries its modules behind the ELF file
        trial = path.with_name(path.name + ".stripped")
        shutil.copy2(path, trial)
        done = subprocess.run(["strip", "--strip-unneeded", "-p", trial], capture_output=True)
        fits = done.returncode == 0 and elf.is_aligned(trial)
        if fits and elf.read_elf(trial) == elf.read_elf(path):
            saved += path.stat().st_size - trial.stat().st_size
            trial.replace(path)
        trial.unlink(missing_ok=True)
    return saved


def settle(folder: Path, moment: int) -> None:
    """Modes and times that do not depend on who builds, and when."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_symlink():
            os.utime(path, (moment, moment), follow_symlinks=False)
            continue
        is_program = path.is_dir() or path.parent == folder
        path.chmod(0o755 if is_program else 0o644)
        os.utime(path, (moment, moment))
