"""Bytes of text → characters, as the printer's font understands them."""

from __future__ import annotations

from collections.abc import Iterator

from common.printing.virtual.build import Rom
from common.printing.virtual.code_pages import character

Typed = tuple[str | None, bool]
"""A character, None for rubbish; and whether it is a full-width one."""


class TextDecoder:
    """Pairs the bytes of Chinese characters when Chinese mode is on, else shows the code page."""

    def __init__(self, rom: Rom) -> None:
        self._rom = rom
        self._lead = b""
        self.chinese = False
        self.page = 0
        self.nation = 0

    def feed(self, byte: int) -> Iterator[Typed]:
        """The characters that this byte completes."""
        if self._lead:
            yield from self._continue(byte)
        elif self.chinese and 0x81 <= byte <= 0xFE:
            self._lead = bytes((byte,))
        else:
            yield character(byte, self.page, self.nation), False

    def drop(self) -> bool:
        """Forget an unfinished character; True when there was one."""
        unfinished, self._lead = bool(self._lead), b""
        return unfinished

    def _continue(self, byte: int) -> Iterator[Typed]:
        sequence = self._lead + bytes((byte,))
        self._lead = b""
        four = self._rom is Rom.GB18030 and 0x30 <= sequence[1] <= 0x39
        if four and len(sequence) < 4:
            self._lead = sequence
        elif four:
            yield _decoded(sequence, "gb18030"), True
        elif 0x40 <= byte <= 0xFE and byte != 0x7F:
            yield _decoded(sequence, str(self._rom)), True
        else:
            yield None, False
            yield from self.feed(byte)


def _decoded(sequence: bytes, codec: str) -> str | None:
    try:
        return sequence.decode(codec)
    except UnicodeDecodeError:
        return None
