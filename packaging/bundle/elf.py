"""What an ELF file asks of the system: libraries, and versions of their symbols.

Read from the file itself, so that a bundle can be examined on any machine, also without binutils.
Layout: System V ABI, chapter 5; symbol versions: Linux Standard Base 5.0, core, 10.7.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

MAGIC = b"\x7fELF"
_64_BIT, _LITTLE = 2, 1
_PT_LOAD, _PT_DYNAMIC = 1, 2
_DT_NEEDED, _DT_STRTAB, _DT_SONAME, _DT_RPATH, _DT_RUNPATH = 1, 5, 14, 15, 29
_DT_VERNEED, _DT_VERNEEDNUM = 0x6FFFFFFE, 0x6FFFFFFF
_WEAK = 2
"""A version that is missed only with a warning (VER_FLG_WEAK)."""


class NotElf(ValueError):
    """The file is no 64-bit little-endian ELF file."""


@dataclass(frozen=True, slots=True)
class Elf:
    """The dynamic part of a program or a shared library; all empty for a static program."""

    soname: str
    needed: tuple[str, ...]
    """Names of libraries, in the order the loader looks for them."""
    runpath: str
    versions: frozenset[tuple[str, str]]
    """Library and version of its symbols, such as ("libc.so.6", "GLIBC_2.28")."""


def is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == MAGIC


def is_aligned(path: Path) -> bool:
    """Whether each segment can be mapped: its place in the file and in memory agree."""
    data = path.read_bytes()
    table, size, count = struct.unpack_from("<32xQ14xHH", data, 0)
    for index in range(count):
        kind, offset, address, page = struct.unpack_from("<I4xQQ24xQ", data, table + index * size)
        if kind == _PT_LOAD and (page & (page - 1) or (address - offset) % max(page, 1)):
            return False
    return True


def read_elf(path: Path) -> Elf:
    """Raises NotElf for any other file."""
    data = path.read_bytes()
    if data[:6] != MAGIC + bytes((_64_BIT, _LITTLE)):
        raise NotElf(f"{path} is no 64-bit ELF file")
    loads, dynamic = _segments(data)
    entries = _dynamic_entries(data, dynamic)

    def place(address: int) -> int:
        for begin, size, offset in loads:
            if begin <= address < begin + size:
                return address - begin + offset
        raise NotElf(f"{path} points outside of itself")

    def word(offset: int) -> str:
        return data[offset : data.index(b"\0", offset)].decode()

    if not entries:
        return Elf("", (), "", frozenset())
    strings = place(entries[_DT_STRTAB][0])
    names = {
        tag: tuple(word(strings + value) for value in entries.get(tag, ()))
        for tag in (_DT_NEEDED, _DT_SONAME, _DT_RPATH, _DT_RUNPATH)
    }
    versions: set[tuple[str, str]] = set()
    offset = place(entries[_DT_VERNEED][0]) if _DT_VERNEED in entries else 0
    for _ in range(entries.get(_DT_VERNEEDNUM, [0])[0]):
        count, library, first, following = struct.unpack_from("<2xHIII", data, offset)
        at = offset + first
        for _ in range(count):
            flags, version, further = struct.unpack_from("<4xH2xII", data, at)
            if not flags & _WEAK:
                versions.add((word(strings + library), word(strings + version)))
            at += further
        offset += following
    return Elf(
        "".join(names[_DT_SONAME]),
        names[_DT_NEEDED],
        ":".join(names[_DT_RUNPATH] or names[_DT_RPATH]),
        frozenset(versions),
    )


def _segments(data: bytes) -> tuple[list[tuple[int, int, int]], tuple[int, int]]:
    """Loaded pieces as (address, size in the file, offset), and (offset, size) of the dynamic."""
    table, size, count = struct.unpack_from("<32xQ14xHH", data, 0)
    loads, dynamic = [], (0, 0)
    for index in range(count):
        kind, offset, address, length = struct.unpack_from("<I4xQQ8xQ", data, table + index * size)
        if kind == _PT_LOAD:
            loads.append((address, length, offset))
        elif kind == _PT_DYNAMIC:
            dynamic = (offset, length)
    return loads, dynamic


def _dynamic_entries(data: bytes, dynamic: tuple[int, int]) -> dict[int, list[int]]:
    entries: dict[int, list[int]] = {}
    offset, size = dynamic
    for tag, value in struct.iter_unpack("<qQ", data[offset : offset + size]):
        if tag == 0:
            break
        entries.setdefault(tag, []).append(value)
    return entries
