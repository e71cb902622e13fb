"""The paper between roll and cutter."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image

from common.printing.profile import Cutter, Profile

HEAD_TO_CUTTER_MM = 14
LONGEST_STRIP_ROWS = 60_000
"""Rows that are kept of one uncut strip: some 7 m."""


class Paper:
    """The strip that has passed the head and is not cut off yet, as rows of dots (ink = 1)."""

    def __init__(self, profile: Profile, cutter: Cutter | None = None) -> None:
        self._dots = profile.dots
        self.gap = 0
        """Rows of dots between head and cutter."""
        if (cutter or profile.cutter) is not Cutter.NONE:
            self.gap = round(HEAD_TO_CUTTER_MM * profile.dots_per_mm)
        self._bands: list[Image.Image] = []
        self._rows = 0
        self._dropped = 0
        self.printed = False
        """True when something has passed the head since the last cut."""
        self._thread()

    def _thread(self) -> None:
        """Blank paper lies between head and cutter from the start."""
        self._hold(Image.new("1", (self._dots, self.gap), 0))

    def _hold(self, rest: Image.Image) -> None:
        self._bands = [rest] if rest.height else []
        self._rows, self._dropped = rest.height, 0
        self.printed = False

    @property
    def bands(self) -> tuple[Image.Image, ...]:
        """The strip from its free end to the head."""
        return tuple(self._bands)

    @property
    def rows(self) -> int:
        """The length of the strip."""
        return self._rows

    @property
    def dropped(self) -> int:
        """Bands at the free end that are no longer kept, because the strip is too long."""
        return self._dropped

    def append(self, band: Image.Image) -> None:
        """Paper that has just passed the head."""
        self._bands.append(band)
        self._rows += band.height
        self.printed = True
        if self._rows > LONGEST_STRIP_ROWS:
            self._drop()

    def _drop(self) -> None:
        """Forget the older half of a strip that nobody cuts."""
        kept = 0
        while self._rows > LONGEST_STRIP_ROWS // 2 and len(self._bands) > kept + 1:
            self._rows -= self._bands[kept].height
            kept += 1
        del self._bands[:kept]
        self._dropped += kept

    def feed_for_cut(self, parameters: bytes) -> Iterator[Image.Image]:
        """The blank paper that ``GS V`` feeds first: up to the cutter, and n dots more."""
        if parameters[0] in (65, 66, 97, 98, 103, 104):
            yield Image.new("1", (self._dots, self.gap + parameters[1]), 0)

    def cut(self) -> Image.Image:
        """The piece beyond the cutter; what lies between head and cutter stays."""
        whole = self._joined()
        piece = whole.crop((0, 0, whole.width, max(0, whole.height - self.gap)))
        rest = whole.crop((0, piece.height, whole.width, whole.height))
        self._hold(rest)
        return piece

    def tear(self) -> Image.Image:
        """Everything, up to the head."""
        whole = self._joined()
        self._thread()
        return whole

    def _joined(self) -> Image.Image:
        whole = Image.new("1", (self._dots, self.rows), 0)
        row = 0
        for band in self._bands:
            whole.paste(band, (0, row))
            row += band.height
        return whole
