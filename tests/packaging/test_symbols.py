"""What binaries ask of a system, read from the files themselves."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import check_symbols
import pytest
from elf import Elf, NotElf, is_aligned, is_elf, read_elf

PROGRAM = Path("/bin/ls")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="ELF is what Linux runs")


@pytest.mark.skipif(shutil.which("readelf") is None, reason="needs binutils")
def test_an_elf_file_is_read_as_readelf_reads_it():
    told = subprocess.run(
        ["readelf", "-dVW", PROGRAM],
        capture_output=True,
        text=True,
        check=True,
        env={"LC_ALL": "C"},
    ).stdout
    needed = re.findall(r"\(NEEDED\)\s+Shared library: \[(.+)\]", told)
    versions = set(re.findall(r"Name: (GLIBC_[\d.]+)\s+Flags: none", told))
    read = read_elf(PROGRAM)
    assert list(read.needed) == needed
    assert {version for library, version in read.versions if library == "libc.so.6"} == versions
    assert is_aligned(PROGRAM)


def test_what_is_no_elf_file_is_refused(tmp_path):
    text = tmp_path / "text"
    text.write_text("#!/bin/sh\n")
    assert not is_elf(text)
    with pytest.raises(NotElf):
        read_elf(text)


def test_a_file_above_the_limit_is_named(tmp_path):
    copy = Path(shutil.copy(PROGRAM, tmp_path / "ls"))
    (tmp_path / "words.txt").write_text("no program")
    found = check_symbols.versions_in(tmp_path)["GLIBC"]
    highest = max(found)
    assert check_symbols.complaints(tmp_path, {"GLIBC": highest}) == []
    below = (*highest[:-1], highest[-1] - 1)
    (line,) = check_symbols.complaints(tmp_path, {"GLIBC": below})
    assert str(copy) in line
    assert check_symbols.spelt("GLIBC", highest) in line


def test_versions_are_compared_as_numbers_and_not_as_words(tmp_path, monkeypatch):
    shutil.copy(PROGRAM, tmp_path / "ls")
    asks = frozenset({("libc.so.6", "GLIBC_2.4"), ("libc.so.6", "GLIBC_2.28")})
    monkeypatch.setattr(check_symbols, "read_elf", lambda path: Elf("", (), "", asks))
    assert check_symbols.report(tmp_path).startswith("GLIBC_2.28 ")
    assert check_symbols.complaints(tmp_path, {"GLIBC": (2, 28)}) == []
