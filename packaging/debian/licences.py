"""/usr/share/doc/jiaohao/copyright: ours, and whatever went into the bundle, with its licence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageMetadata, distributions
from pathlib import Path

_TEXTS = ("licen", "copying", "notice", "authors")
_COMMON = {
    "LGPL-3.0-only": "LGPL-3",
    "LGPL": "LGPL-3",
    "GPL-3.0-only": "GPL-3",
    "Apache-2.0": "Apache-2.0",
}
"""Licences whose text every Debian system has in /usr/share/common-licenses."""

_OURS = """\
Jiaohao (叫号), the software of a public service hall

Copyright: the contributors of Jiaohao
License: GPL-3.0-or-later
 This program is free software: you can redistribute it and/or modify it under
 the terms of the GNU General Public License as published by the Free Software
 Foundation, either version 3 of the License, or (at your option) any later
 version. It comes without any warranty. On Debian systems the full text is in
 /usr/share/common-licenses/GPL-3.

The package also holds what is listed below, unchanged except that symbol tables
were taken out of binaries and that files which nothing here uses were left out.
Qt and Qt for Python are used under the LGPL, version 3: their libraries lie as
separate files in /opt/jiaohao/_internal/PySide6 and may be replaced there. Their
source is at https://download.qt.io, /official_releases/qt and QtForPython.
"""


_APACHE = re.compile(
    r"[ \t]*Apache License\s+Version 2\.0, January 2004.*?END OF TERMS AND CONDITIONS", re.DOTALL
)
"""Debian wants no copy of what every system has."""


@dataclass(frozen=True, slots=True)
class Component:
    """One thing in the bundle that others made."""

    name: str
    version: str
    licence: str
    home: str
    text: str
    """Their licence, word for word; empty where Debian has it in common-licenses."""


def copyright_text(components: Iterable[Component]) -> str:
    parts = [_OURS]
    for one in components:
        lines = [f"{one.name} {one.version}".rstrip(), f"License: {one.licence}"]
        if one.home:
            lines.append(f"Source: {one.home}")
        if one.text:
            text = _APACHE.sub(
                "Apache License 2.0: /usr/share/common-licenses/Apache-2.0", one.text
            )
            lines += ["", *(f" {line}".rstrip() for line in text.strip().splitlines())]
        elif one.licence in _COMMON:
            lines.append(f" The text is in /usr/share/common-licenses/{_COMMON[one.licence]}.")
        parts.append("\n".join(lines) + "\n")
    return ("\n" + "─" * 80 + "\n\n").join(parts)


def distributed(packages: Path, names: Iterable[str]) -> Iterator[Component]:
    """The Python distributions in a folder, of the given names."""
    wanted = {_plain(name) for name in names}
    found = {_plain(each.name): each for each in distributions(path=[str(packages)])}
    for name in sorted(wanted & found.keys()):
        yield _component(found[name])


def locked_names(lock: Path) -> list[str]:
    """The distributions that a lock file names."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    return [line.partition("==")[0] for line in lines if line[:1].isalnum() and "==" in line]


def of_system(owners: Mapping[str, list[str]]) -> Iterator[Component]:
    """Libraries of the machine that built, by their Debian packages."""
    for package, names in sorted(owners.items()):
        text = Path("/usr/share/doc", package, "copyright").read_text(
            encoding="utf-8", errors="replace"
        )
        yield Component(
            f"{', '.join(sorted(names))} of Debian's {package}",
            "",
            "as follows",
            "https://packages.debian.org/source/" + package,
            text,
        )


def compiled(copyrights: Iterable[tuple[str, Path]]) -> Iterator[Component]:
    """Libraries that were compiled for the package, or taken from an older system."""
    for name, file in copyrights:
        text = file.read_text(encoding="utf-8", errors="replace")
        yield Component(name, "", "as follows", "", text)


def from_files(root: Path) -> Iterator[Component]:
    """What the repository itself took from others."""
    fonts = root / "resources" / "fonts" / "OFL.txt"
    yield Component(
        "Noto Sans SC (resources/fonts)",
        "",
        "OFL-1.1",
        "https://github.com/notofonts/noto-cjk",
        fonts.read_text(encoding="utf-8"),
    )
    pinyin = root / "resources" / "pinyin" / "LICENSE.txt"
    yield Component(
        "Readings of characters (resources/pinyin)",
        "",
        "as follows",
        "",
        pinyin.read_text(encoding="utf-8"),
    )


def _component(distribution: Distribution) -> Component:
    about = distribution.metadata
    licence = _told(about, "License-Expression") or _told(about, "License") or _classified(about)
    licence = licence.strip().splitlines()[0][:80] if licence.strip() else "see its text"
    links = [link.split(",")[-1].strip() for link in about.get_all("Project-URL") or []]
    texts = [
        path.read_text(encoding="utf-8", errors="replace").strip()
        for path in _licence_files(distribution)
    ]
    if "pyside" in _plain(distribution.name) or _plain(distribution.name) == "shiboken6":
        licence = "LGPL-3.0-only"
    return Component(
        distribution.name,
        distribution.version,
        licence,
        _told(about, "Home-page") or (links[0] if links else ""),
        "" if licence in _COMMON and not texts else "\n\n".join(texts),
    )


def _licence_files(distribution: Distribution) -> list[Path]:
    found = []
    for file in distribution.files or []:
        in_metadata = any(part.endswith(".dist-info") for part in file.parts)
        if in_metadata and any(word in file.name.lower() for word in _TEXTS):
            path = Path(str(distribution.locate_file(file)))
            if path.is_file():
                found.append(path)
    return sorted(found)


def _told(about: PackageMetadata, field: str) -> str:
    return "".join((about.get_all(field) or [])[:1])


def _classified(about: PackageMetadata) -> str:
    told = about.get_all("Classifier") or []
    words = [line.rpartition("::")[2].strip() for line in told if line.startswith("License ::")]
    return ", ".join(words)


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")
