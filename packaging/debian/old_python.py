"""For systems with glibc 2.28 (UOS 20, Kylin V10): a Python that is built on an older system.

Wheels for such systems exist; a Python does not, since Debian's own needs the C library of its
release. It is compiled here from Debian's source, which is the Python of the usual package, in a
root of Ubuntu 18.04, whose glibc is 2.27.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from build_bundle import ROOT, WORK, Recipe, Trouble, run, say

LEGACY_LIMITS = {"GLIBC": (2, 28), "GLIBCXX": (3, 4, 25), "CXXABI": (1, 3, 11)}
"""What Debian 10 had, on which UOS 20 stands; Kylin V10 SP1 has newer ones."""

FOLDER = WORK / "old-python"
PREFIX = Path("/opt/jiaohao-python")
WHEELS_FOR = tuple(
    f"{name}_x86_64"
    for name in (
        "manylinux_2_28",
        "manylinux_2_27",
        "manylinux_2_26",
        "manylinux_2_24",
        "manylinux_2_17",
        "manylinux2014",
        "manylinux_2_12",
        "manylinux2010",
        "manylinux_2_5",
        "manylinux1",
    )
)

MIRROR_VARIABLE = "UBUNTU_MIRROR"
KEYRING = "pool/main/u/ubuntu-keyring/ubuntu-keyring_2018.09.18.1~18.04.2_all.deb"
KEYRING_DIGEST = "5d8609563fb3074026b254d7d5248f90d393c7dbafcac48916f333bf3c90fed9"
SOURCES = ("python3.11", "sqlite3")
"""Ubuntu 18.04 has a SQLite of its own, too old for what the hall asks of one."""

IN_ROOT = (
    "build-essential",
    "libbz2-dev",
    "libexpat1-dev",
    "libffi-dev",
    "liblzma-dev",
    "pkg-config",
    "tcl",
    "uuid-dev",
    "zlib1g-dev",
)
TAKEN_ALONG = (
    "libbz2.so.1.0",
    "libcrypto.so.1.1",
    "libffi.so.6",
    "liblzma.so.5",
    "libssl.so.1.1",
    "libuuid.so.1",
)
OF_TARGET = (
    ("libc6", ">= 2.28"),
    ("libssl1.1", ">= 1.1.1"),
    ("libstdc++6", ">= 8"),
    ("libwayland-client0", ""),
)
"""What is known of the target and not of this machine, whose lists of symbols begin later. First
and third are what LEGACY_LIMITS holds each file to, OpenSSL 1.1 is the target's own, and without
the newest Wayland Qt takes X11."""

COPYRIGHTS = {
    "libpython3.11.so.1.0": "src/python3.11-*/debian/copyright",
    "libsqlite3.so.0": "src/sqlite3-*/debian/copyright",
    "libffi.so.6": "usr/share/doc/libffi6/copyright",
    "libbz2.so.1.0": "usr/share/doc/libbz2-1.0/copyright",
    "liblzma.so.5": "usr/share/doc/liblzma5/copyright",
    "libuuid.so.1": "usr/share/doc/libuuid1/copyright",
}

_MAKE = f"""
set -eu
export CFLAGS="-O2 -g0" LC_ALL=C.UTF-8 TZ=UTC
cd /src/sqlite3-*/
./configure --prefix={PREFIX} --disable-tcl --disable-static --disable-readline
make -s libsqlite3.la sqlite3.h sqlite3.pc
install -D -m 755 .libs/libsqlite3.so.0 {PREFIX}/lib/libsqlite3.so.0
ln -sf libsqlite3.so.0 {PREFIX}/lib/libsqlite3.so
install -D -m 644 sqlite3.h {PREFIX}/include/sqlite3.h
install -D -m 644 sqlite3.pc {PREFIX}/lib/pkgconfig/sqlite3.pc
cd /src/python3.11-*/
export LD_LIBRARY_PATH={PREFIX}/lib PKG_CONFIG_PATH={PREFIX}/lib/pkgconfig
./configure --prefix={PREFIX} --enable-shared \\
    --without-ensurepip --disable-test-modules --with-system-expat \\
    CPPFLAGS=-I{PREFIX}/include LDFLAGS=-L{PREFIX}/lib
make -s -j2
make -s install
for library in {" ".join(TAKEN_ALONG)}; do
    cp -L "$(ldconfig -p | awk -v l=$library '$1 == l {{print $NF; exit}}')" {PREFIX}/lib/$library
done
"""


def legacy_recipe() -> Recipe:
    """With Qt 6.8, the last whose wheels are for glibc 2.28."""
    prefix = FOLDER / "root" / PREFIX.relative_to("/")
    python = prefix / "bin" / "python3.11"
    if not python.exists():
        make_old_python()
    locks = ("requirements-legacy.txt", "requirements-build.txt")
    return Recipe(
        "legacy",
        python,
        tuple(ROOT / "packaging" / lock for lock in locks),
        library_path=str(prefix / "lib"),
        of_target=OF_TARGET,
        copyrights=tuple(copyrights(FOLDER / "root")),
        wheels_for=WHEELS_FOR,
    )


def copyrights(root: Path) -> Iterator[tuple[str, Path]]:
    """Where the licence of each library stands that comes with this Python."""
    for name, place in COPYRIGHTS.items():
        yield name, next(root.glob(place))


def make_old_python() -> None:
    """Takes ten minutes, once. Needs root, for debootstrap, and the two systems' archives."""
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        raise Trouble(
            "Python must be compiled for glibc 2.28 first. As root, with debootstrap installed, "
            "this does it.\nOr put one, built with --enable-shared on a system with glibc 2.28 or "
            f"older,\ninto {FOLDER / 'root' / PREFIX.relative_to('/')}; nothing else is missing."
        )
    root = FOLDER / "root"
    if not (root / "usr" / "bin" / "make").exists():
        make_root(root)
    fetch_sources(root / "src")
    say("compiling Python; this takes some ten minutes")
    run(["chroot", root, "sh", "-c", _MAKE], log=FOLDER / "make.log")


def make_root(root: Path) -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    mirror = ubuntu_mirror()
    say("making a root of Ubuntu 18.04")
    how = ["--variant=minbase", "--components=main,universe", f"--include={','.join(IN_ROOT)}"]
    keys = f"--keyring={ubuntu_keyring(mirror)}"
    run(["debootstrap", *how, keys, "bionic", root, mirror], log=FOLDER / "debootstrap.log")
    with (root / "etc" / "apt" / "sources.list").open("a") as sources:
        sources.write(f"deb {mirror} bionic-updates main\n")  # has OpenSSL 1.1.1, and 18.04 1.1.0
    for words in (["update"], ["install", "--yes", "--no-install-recommends", "libssl-dev"]):
        run(["chroot", root, "apt-get", "-qq", *words])


def ubuntu_mirror() -> str:
    """Whoever builds says where Ubuntu comes from; apt here knows only its own system."""
    named = os.environ.get(MIRROR_VARIABLE, "").rstrip("/")
    if not named:
        raise Trouble(
            f"Name a mirror of Ubuntu's archive that still has 18.04, for example\n"
            f"{MIRROR_VARIABLE}=http://MIRROR/ubuntu python3 dev.py package deb --legacy-glibc"
        )
    return named


def debian_sources() -> str:
    """Debian 12's sources from wherever this machine's own packages come."""
    told = "$(REPO_URI) $(CODENAME)"
    known = run(["apt-get", "indextargets", "--format", told, "Created-By: Packages"])
    wanted = (" bookworm", " bookworm-security")
    lines = sorted({line for line in known.splitlines() if line.endswith(wanted)})
    if not lines:
        raise Trouble("This machine's apt knows no Debian 12. Build where it does.")
    signed = "[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]"
    return "".join(f"deb-src {signed} {line} main\n" for line in lines)


def ubuntu_keyring(mirror: str) -> Path:
    """Debian 12 has no package of Ubuntu's keys: they are taken from Ubuntu's, by its digest."""
    packed = FOLDER / "keyring.deb"
    with urllib.request.urlopen(f"{mirror}/{KEYRING}", timeout=60) as answer:
        packed.write_bytes(answer.read())
    if hashlib.sha256(packed.read_bytes()).hexdigest() != KEYRING_DIGEST:
        raise Trouble("Ubuntu's keyring package is not the one that was examined. Do not use it.")
    run(["dpkg-deb", "-x", packed, FOLDER / "keyring"])
    return FOLDER / "keyring" / "usr" / "share" / "keyrings" / "ubuntu-archive-keyring.gpg"


def fetch_sources(target: Path) -> None:
    """Debian 12's sources with its patches, through apt, which examines their signatures."""
    apt = FOLDER / "apt"
    for folder in (target, apt):
        shutil.rmtree(folder, ignore_errors=True)
    for folder in (target, apt / "lists" / "partial", apt / "cache" / "archives" / "partial"):
        folder.mkdir(parents=True)
    (apt / "sources.list").write_text(debian_sources())
    own = [
        f"Dir::Etc::sourcelist={apt / 'sources.list'}",
        "Dir::Etc::sourceparts=/dev/null",
        f"Dir::State::lists={apt / 'lists'}",
        f"Dir::Cache={apt / 'cache'}",
    ]
    options = [word for option in own for word in ("-o", option)]
    run(["apt-get", "-qq", *options, "update"])
    for source in SOURCES:
        listed = run(["apt-cache", *options, "showsrc", source])
        versions = sorted(set(re.findall(r"^Version: (.+)$", listed, re.MULTILINE)), reverse=True)
        for version in versions:
            # A mirror may list the newest before it has it.
            with contextlib.suppress(Trouble):
                run(["apt-get", "-qq", *options, "source", f"{source}={version}"], cwd=target)
                break
        else:
            raise Trouble(f"the source of {source} cannot be fetched")
