#!/usr/bin/env python3
"""Which versions of the C and C++ libraries a folder of binaries needs, and which files do.

    python3 packaging/check_symbols.py FOLDER [--limit GLIBC=2.28] [--limit GLIBCXX=3.4.25]

Every ELF file says of each symbol it takes from a library in which version it must be there. A
system whose library is older refuses to load the file. Ends with 1 when something is above a limit.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "bundle"))

from elf import is_elf, read_elf

Version = tuple[int, ...]

USUAL_LIMITS = {"GLIBC": (2, 35), "GLIBCXX": (3, 4, 30), "CXXABI": (1, 3, 13)}
"""Ubuntu 22.04, the oldest system that the usual package is for. Debian 12 is newer."""

_NAME = re.compile(r"(GLIBC|GLIBCXX|CXXABI|GCC)_(\d+(?:\.\d+)*)")


def versions_in(folder: Path) -> dict[str, dict[Version, list[Path]]]:
    """For each family of versions the files that need each; of a folder or of one file."""
    found: dict[str, dict[Version, list[Path]]] = {}
    files = sorted(folder.rglob("*")) if folder.is_dir() else [folder.resolve()]
    own = {path.name for path in files}
    for path in files:
        if path.is_symlink() or not path.is_file() or not is_elf(path):
            continue
        for library, version in read_elf(path).versions:
            match = _NAME.fullmatch(version)
            if match and library not in own:
                number = tuple(int(part) for part in match[2].split("."))
                found.setdefault(match[1], {}).setdefault(number, []).append(path)
    return found


def complaints(folder: Path, limits: Mapping[str, Version]) -> list[str]:
    """A line for each file and version above the limits; empty when all is well."""
    lines = []
    for family, by_version in sorted(versions_in(folder).items()):
        for version, files in sorted(by_version.items()):
            if family in limits and version > limits[family]:
                for path in files:
                    lines.append(f"    {spelt(family, version)} is needed by {path}")
    return lines


def spelt(family: str, version: Version) -> str:
    return f"{family}_{'.'.join(map(str, version))}"


def report(folder: Path) -> str:
    """The highest version of each family, with some of the files that need it."""
    lines = []
    for family, by_version in sorted(versions_in(folder).items()):
        highest = max(by_version)
        files = by_version[highest]
        names = ", ".join(path.name for path in files[:4])
        more = f" and {len(files) - 4} more" if len(files) > 4 else ""
        lines.append(f"{spelt(family, highest):16} {names}{more}")
    return "\n".join(lines)


def _limit(text: str) -> tuple[str, Version]:
    family, _, number = text.partition("=")
    try:
        return family, tuple(int(part) for part in number.split("."))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not like GLIBC=2.28") from None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=_limit, action="append", default=[])
    options = parser.parse_args()
    print(report(options.folder))
    above = complaints(options.folder, dict(options.limit))
    if above:
        print("above the limit:\n" + "\n".join(above))
    return 1 if above else 0


if __name__ == "__main__":
    sys.exit(main())
