"""Make `jiaohao_<version>_amd64.deb`. Started by `python3 dev.py package deb`."""

from __future__ import annotations

import argparse
import fcntl
import gzip
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "bundle"), str(HERE)]

import check_symbols  # noqa: E402
import depends  # noqa: E402
import licences  # noqa: E402
from build_bundle import (  # noqa: E402
    ROOT,
    WORK,
    Recipe,
    Trouble,
    build_bundle,
    commit_time,
    run,
    say,
)
from contents import SYSTEM_LIBRARIES  # noqa: E402
from manual import manual_pages  # noqa: E402
from old_python import LEGACY_LIMITS, legacy_recipe  # noqa: E402

MAINTAINER = "Jiaohao contributors <jiaohao@packages.invalid>"
BUNDLE = Path("opt") / "jiaohao"
SCRIPTS = ("preinst", "postinst", "prerm", "postrm", "config")
TOOLS = {
    "dpkg-deb": "dpkg",
    "dpkg-shlibdeps": "dpkg-dev",
    "git": "git",
    "strip": "binutils",
    "xz": "xz-utils",
}
LINKED = (
    "libcups2",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libgssapi-krb5-2",
    "libpulse0",
    "libpython3-dev",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-render-util0",
    "libxcb-util1",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)
"""Debian packages that this machine needs so that links can be followed."""


def main() -> int:
    options = _parse()
    try:
        need_tools()
        WORK.mkdir(parents=True, exist_ok=True)
        only_one_build()
        recipe = legacy_recipe() if options.legacy_glibc else usual_recipe()
        package = make_package(recipe, recipe.folder / "first")
        if options.twice:
            again = make_package(recipe, recipe.folder / "second")
            if differences := compare(package, again):
                print("\n".join(["the second build differs:", *differences]))
                return 1
            say("a second build gave the same bytes")
        final = WORK.parent / package.name
        shutil.copy2(package, final)
        say(f"{final.relative_to(ROOT)}: {final.stat().st_size / 1e6:.1f} MB, {digest(final)}")
    except Trouble as problem:
        print(f"\npackage: {problem}", file=sys.stderr)
        return 1
    return 0


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser("dev.py package deb", description=__doc__)
    parser.add_argument(
        "--legacy-glibc",
        action="store_true",
        help="for systems with glibc 2.28, such as UOS 20 and Kylin V10",
    )
    parser.add_argument(
        "--twice", action="store_true", help="build two times and compare byte for byte"
    )
    return parser.parse_args()


def usual_recipe() -> Recipe:
    """With Debian's own Python, which Debian mends when there is a hole in it."""
    locks = ("requirements.txt", "requirements-build.txt")
    return Recipe(
        "deb", Path("/usr/bin/python3"), tuple(ROOT / "packaging" / lock for lock in locks)
    )


def only_one_build() -> None:
    """Two builds would write into the same folders. The lock ends with this process."""
    lock = os.open(WORK / "lock", os.O_CREAT | os.O_WRONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("another build is running; waiting for it")
        fcntl.flock(lock, fcntl.LOCK_EX)


def need_tools() -> None:
    if platform.machine() != "x86_64" or shutil.which("dpkg") is None:
        raise Trouble("the package is built on Debian or Ubuntu, on amd64")
    missing = [package for tool, package in TOOLS.items() if shutil.which(tool) is None]
    asked = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Abbrev}${Package}\n", *LINKED],
        capture_output=True,
        text=True,
    )
    there = {line[3:] for line in asked.stdout.splitlines() if line.startswith("ii")}
    missing += [package for package in LINKED if package not in there]
    if missing:
        raise Trouble("type this first:\n\n    sudo apt-get install " + " ".join(missing))


def version_of(source: Path) -> str:
    about = tomllib.loads((source / "pyproject.toml").read_text(encoding="utf-8"))
    return str(about["project"]["version"])


def make_package(recipe: Recipe, target: Path) -> Path:
    """Build the bundle, put the package's tree around it, and pack that."""
    legacy = bool(recipe.wheels_for)
    bundle = build_bundle(recipe, target)
    limits = LEGACY_LIMITS if legacy else check_symbols.USUAL_LIMITS
    worst = check_symbols.complaints(bundle, limits)
    if worst:
        raise Trouble("the bundle asks for too new a system:\n" + "\n".join(worst))
    source = target / "source"
    version = version_of(source) + ("+glibc228" if legacy else "")
    tree = target / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    (tree / "opt").mkdir(parents=True)
    bundle.rename(tree / BUNDLE)
    frame(tree, source, recipe, version)
    control(tree, source, recipe, version)
    even_out(tree)
    package = target / f"jiaohao_{version}_amd64.deb"
    say("packing")
    run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", tree, package],
        env={
            "PATH": os.environ["PATH"],
            "SOURCE_DATE_EPOCH": str(commit_time()),
            "LC_ALL": "C",
            "TZ": "UTC",
            "DPKG_DEB_THREADS_MAX": "1",
        },
    )
    return package


def frame(tree: Path, source: Path, recipe: Recipe, version: str) -> None:
    """Everything but the program itself: links, services, manual, licences."""
    files = source / "packaging" / "debian" / "files"
    if files.is_dir():
        shutil.copytree(files, tree, symlinks=True, dirs_exist_ok=True)
    (tree / "usr" / "bin").mkdir(parents=True, exist_ok=True)
    (tree / "usr" / "bin" / "jiaohao").symlink_to("/opt/jiaohao/jiaohao")
    program = tree / BUNDLE / "jiaohao"
    moment = datetime.fromtimestamp(commit_time(), UTC)
    for page, text in manual_pages(program, version, moment).items():
        write_compressed(tree / page, text)
    shells = {
        "source_bash": "usr/share/bash-completion/completions/jiaohao",
        "source_zsh": "usr/share/zsh/vendor-completions/_jiaohao",
    }
    for asked, completion in shells.items():
        words = run([program], env={"_JIAOHAO_COMPLETE": asked, "LC_ALL": "C.UTF-8", "HOME": "/"})
        (tree / completion).parent.mkdir(parents=True, exist_ok=True)
        (tree / completion).write_text(words.strip() + "\n", encoding="utf-8")
    doc = tree / "usr" / "share" / "doc" / "jiaohao"
    doc.mkdir(parents=True, exist_ok=True)
    write_compressed(doc / "changelog.gz", changelog(version, moment))
    write_compressed(doc / "NEWS.md.gz", (source / "CHANGELOG.md").read_text(encoding="utf-8"))
    shutil.copytree(source / "docs" / "guide", doc / "guide")
    names = licences.locked_names(recipe.locks[0])
    compiled = dict(recipe.copyrights)
    taken = system_libraries(tree / BUNDLE / "_internal")
    components = [
        *licences.from_files(source),
        *licences.distributed(recipe.packages, names),
        *licences.compiled(recipe.copyrights),
        *licences.of_system(depends.owners(path for path in taken if path.name not in compiled)),
    ]
    (doc / "copyright").write_text(licences.copyright_text(components), encoding="utf-8")
    overrides = source / "packaging" / "debian" / "lintian-overrides"
    place = tree / "usr" / "share" / "lintian" / "overrides" / "jiaohao"
    place.parent.mkdir(parents=True)
    shutil.copy(overrides, place)


def system_libraries(internal: Path) -> list[Path]:
    """Where the libraries of this machine that were taken along came from."""
    known = run(["ldconfig", "-p"], env={"PATH": "/usr/sbin:/sbin:/usr/bin:/bin", "LC_ALL": "C"})
    homes = dict(re.findall(r"^\s+(\S+) \(libc6,x86-64.*=> (\S+)$", known, re.MULTILINE))
    names = [path.name for pattern in SYSTEM_LIBRARIES for path in internal.glob(pattern)]
    return [Path(homes[name]) for name in sorted(set(names)) if name in homes]


def changelog(version: str, moment: datetime) -> str:
    return (
        f"jiaohao ({version}) stable; urgency=medium\n\n"
        "  * What is new is in NEWS.md beside this file.\n\n"
        f" -- {MAINTAINER}  {format_datetime(moment)}\n"
    )


def write_compressed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def control(tree: Path, source: Path, recipe: Recipe, version: str) -> None:
    """DEBIAN/: what dpkg must know, and the scripts it runs."""
    home = tree / "DEBIAN"
    home.mkdir()
    here = source / "packaging" / "debian"
    files = [
        path for path in sorted(tree.rglob("*")) if path.is_file() and home not in path.parents
    ]
    real = [path for path in files if not path.is_symlink()]
    needed, _ = depends.elf_files(tree / BUNDLE)
    packages = depends.dependencies_of(needed, tree / BUNDLE, recipe.library_path)
    packages |= dict(recipe.of_target)
    brought = depends.owners(system_libraries(tree / BUNDLE / "_internal"))
    size = sum(-(-path.stat().st_size // 1024) for path in real) + len(files) - len(real)
    text = (here / "control.in").read_text(encoding="utf-8")
    (home / "control").write_text(
        text.format(
            version=version,
            maintainer=MAINTAINER,
            installed_size=size,
            depends=depends.field(packages, without=brought),
        ),
        encoding="utf-8",
    )
    sums = [f"{digest(path, 'md5')}  {path.relative_to(tree)}\n" for path in real]
    (home / "md5sums").write_text("".join(sums), encoding="utf-8")
    settings = [f"/{path.relative_to(tree)}\n" for path in real if tree / "etc" in path.parents]
    if settings:
        (home / "conffiles").write_text("".join(settings), encoding="utf-8")
    for name in (*SCRIPTS, "templates"):
        if (here / name).is_file():
            shutil.copy(here / name, home / name)


def even_out(tree: Path) -> None:
    """Modes and times that do not depend on who builds, and when."""
    moment = commit_time()
    scripts = {tree / "DEBIAN" / name for name in SCRIPTS}
    programs = (tree / "usr" / "lib" / "jiaohao", tree / "opt")
    for path in sorted(tree.rglob("*")):
        if not path.is_symlink():
            kept = path.stat().st_mode & 0o100 and any(home in path.parents for home in programs)
            path.chmod(0o755 if path.is_dir() or path in scripts or kept else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)
    tree.chmod(0o755)
    os.utime(tree, (moment, moment))


def digest(path: Path, how: str = "sha256") -> str:
    return hashlib.new(how, path.read_bytes(), usedforsecurity=False).hexdigest()


def compare(first: Path, second: Path) -> list[str]:
    """Which files of two packages differ; empty when the packages are equal byte for byte."""
    if first.read_bytes() == second.read_bytes():
        return []
    trees = [package.parent / "tree" for package in (first, second)]
    names = sorted({path.relative_to(tree) for tree in trees for path in tree.rglob("*")})
    differing = []
    for name in names:
        one, other = (tree / name for tree in trees)
        if not one.exists() and not one.is_symlink():
            differing.append(f"    {name}: only in the second")
        elif not other.exists() and not other.is_symlink():
            differing.append(f"    {name}: only in the first")
        elif one.is_file() and one.read_bytes() != other.read_bytes():
            differing.append(f"    {name}")
    return differing or ["    only the packing: order, times or modes"]


if __name__ == "__main__":
    sys.exit(main())
