"""A second reading of slip bytes, which shares nothing with what wrote them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Reading:
    """What a printer would have understood."""

    lines: list[tuple[str, int, int, int, bool]] = field(default_factory=list)
    """Text, align, width, height, bold."""
    qr: str | None = None
    rasters: list[tuple[int, int]] = field(default_factory=list)
    """Width and height in dots as sent."""
    cut: bytes | None = None

    @property
    def text(self) -> str:
        return "\n".join(line[0] for line in self.lines)


def read_slip(data: bytes) -> Reading:  # noqa: C901 - one branch for each command
    """Whatever slips do not use, and whatever is cut short, is an AssertionError."""
    assert data.startswith(b"\x1b@"), "a slip begins with a reset"
    reading, at, text = Reading(), 2, bytearray()
    align, width, height, bold, qr = 0, 1, 1, False, b""
    while at < len(data):
        rest = data[at:]
        if rest[:2] == b"\x1c&":
            at += 2
        elif rest[:4] == b"\x1cS\0\0":
            at += 4
        elif rest[:2] == b"\x1ba":
            assert not text, "alignment counts only at the start of a line"
            align, at = rest[2], at + 3
        elif rest[:2] == b"\x1bE":
            bold, at = rest[2] == 1, at + 3
        elif rest[:2] == b"\x1d!":
            width, height, at = (rest[2] >> 4) + 1, (rest[2] & 15) + 1, at + 3
        elif rest[:3] == b"\x1d(k":
            size = rest[3] + 256 * rest[4]
            body = rest[5 : 5 + size]
            if body[:3] == b"1P0":
                qr = body[3:]
            elif body[:3] == b"1Q0":
                reading.qr = qr.decode()
            at += 5 + size
        elif rest[:3] == b"\x1dv0":
            across, down = rest[4] + 256 * rest[5], rest[6] + 256 * rest[7]
            reading.rasters.append((across * 8, down))
            at += 8 + across * down
        elif rest[:2] == b"\x1bJ" and len(rest) > 3:
            at += 3
        elif rest[:2] == b"\x1dV" or rest[:2] == b"\x1bJ":
            reading.cut, at = rest[:4] if rest[1:2] == b"V" else rest[:3], len(data)
            assert rest == reading.cut, "nothing follows the cut"
        elif rest[0] == 0x0A:
            reading.lines.append((text.decode("gbk"), align, width, height, bold))
            text.clear()
            at += 1
        else:
            assert rest[0] >= 0x20, f"unexpected {rest[:8].hex(' ')}"
            text.append(rest[0])
            if rest[0] >= 0x80:  # the second byte of a pair may look like anything
                text.append(rest[1])
                at += 1
            at += 1
    assert not text, "the last line is ended"
    return reading
