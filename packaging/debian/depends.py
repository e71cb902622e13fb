"""What the package depends on: Debian packages of the libraries that its files link.

Asked of dpkg-shlibdeps, which knows from which version of a library on each symbol is there. So the
answer is as old as the symbols used, and not as new as the machine that builds.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from build_bundle import run
from contents import OPTIONAL_PLUGINS
from elf import is_elf

RENAMED = {
    "libasound2": "libasound2t64",
    "libcups2": "libcups2t64",
    "libglib2.0-0": "libglib2.0-0t64",
    "libpng16-16": "libpng16-16t64",
    "libssl3": "libssl3t64",
}
"""Since 2024 (Debian 13, Ubuntu 24.04) these have another name; the library is the same on amd64,
where time was 64 bits wide before. One package serves both names as alternatives."""

OLDER_NAMES = {"libgcc-s1": "libgcc1"}
"""Names before 2020: Debian 10, and with it UOS 20."""

LOOSER = {"libx11-xcb1": "", "libzstd1": ""}
"""Debian keeps no record of the symbols of these and demands its own version. What Qt asks of them
has been in them since 2006 (libX11 1.1) and 2018 (zstd 1.3)."""

_DEPENDENCY = re.compile(r"(?P<name>[a-z0-9][a-z0-9+.-]+)(?: \((?P<bound>[^)]*)\))?")


def elf_files(folder: Path) -> tuple[list[Path], list[Path]]:
    """Files that the loader reads: those the program needs, and those it can do without."""
    optional = {path for pattern in OPTIONAL_PLUGINS for path in folder.rglob(f"plugins/{pattern}")}
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and is_elf(path)]
    return [path for path in files if path not in optional], sorted(optional)


def dependencies_of(files: Sequence[Path], bundle: Path, library_path: str = "") -> dict[str, str]:
    """Package and the least version ("" for any), without what the bundle brings itself.

    Of libraries in `library_path`, where those of another Python lie, no package is known.
    """
    own = sorted({path.parent for path in bundle.rglob("*.so*") if path.is_file()})
    with tempfile.TemporaryDirectory() as folder:
        # dpkg-shlibdeps works in a source package. This is the least of one.
        (Path(folder) / "debian").mkdir()
        control = "Source: jiaohao\n\nPackage: jiaohao\nArchitecture: amd64\n"
        (Path(folder) / "debian" / "control").write_text(control)
        how = ["dpkg-shlibdeps", "-O", "--warnings=0", *(f"-l{path}" for path in own)]
        if library_path:
            how += [f"-l{library_path}", "--ignore-missing-info"]
        said = run([*how, *(f"-e{path}" for path in files)], cwd=folder)
    found = parse(said.partition("shlibs:Depends=")[2])
    return found | {name: bound for name, bound in LOOSER.items() if name in found}


def owners(libraries: Iterable[Path]) -> dict[str, list[str]]:
    """The Debian packages of this machine's libraries, each with the names of its files."""
    found: dict[str, list[str]] = {}
    for path in libraries:
        # Since /usr was merged the package may know the file by its former place.
        places = {str(path), str(path.resolve()), str(path).removeprefix("/usr")}
        asked = ["dpkg", "-S", *sorted(places | {f"/usr{place}" for place in places})]
        told = subprocess.run(asked, capture_output=True, text=True).stdout
        if ":" in told:
            found.setdefault(told.partition(":")[0], []).append(path.name)
    return found


def parse(listed: str) -> dict[str, str]:
    """`libc6 (>= 2.34), zlib1g` as a table. Takes the first of several alternatives."""
    found: dict[str, str] = {}
    for one in filter(None, (part.strip() for part in listed.split(","))):
        match = _DEPENDENCY.match(one)
        if match is not None:
            found[match["name"]] = match["bound"] or ""
    return found


def field(packages: Mapping[str, str], *, without: Iterable[str] = ()) -> str:
    """The words of a Depends field, with both names of what was renamed."""
    skipped = set(without)
    words = []
    for name, bound in sorted(packages.items()):
        if name not in skipped:
            names = [name, *(table[name] for table in (RENAMED, OLDER_NAMES) if name in table)]
            words.append(" | ".join(f"{each} ({bound})" if bound else each for each in names))
    return ", ".join(words)
