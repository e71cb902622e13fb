"""What a slip shows and in which order, as the hall wants it: data that runs nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from common.domain.text import Language, Text

NARROW_COLUMNS = 35
"""Paper of at most so many half-width characters is narrow: 58 and 60 mm, and needle printers."""
LARGEST_SIZE = 8
"""So many times the normal character is the most that ESC/POS printers can (``GS !``)."""


class Align(StrEnum):
    """Where a line stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Shows(StrEnum):
    """What one block of a slip shows. A block whose fact is empty takes no paper."""

    HALL = "hall"
    NUMBER = "number"
    SERVICE = "service"
    """The services or the bundle, else the queue."""
    PLACE = "place"
    """Floor, zone and windows."""
    ZONE = "zone"
    """Floor and zone."""
    WINDOWS = "windows"
    AHEAD = "ahead"
    """How many people stand before this number."""
    WAIT = "wait"
    """The expected wait, a range; empty while too little is known."""
    TIME = "time"
    """When the number was taken."""
    MARKS = "marks"
    """What is framed: priority, appointment, reprint, practice."""
    BRING = "bring"
    """What to bring."""
    RULES = "rules"
    """The hall's lines on every slip."""
    QR = "qr"
    """The ticket's code."""
    PHONE = "phone"
    LINE = "line"
    """A dashed line across the paper."""
    SPACE = "space"
    """White paper, as high as a line of text."""
    TEXT = "text"
    """Words of the hall's own."""
    LOGO = "logo"


NEEDED = (Shows.NUMBER, Shows.MARKS)
"""Without these a slip is none: the number, and that it is a reprint or practice."""


@dataclass(frozen=True, slots=True)
class Style:
    """How large and where."""

    width: int = 1
    """1-8 times the normal character. What does not fit the paper at this size gets narrower."""
    height: int = 1
    bold: bool = False
    align: Align = Align.LEFT


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a slip. Several things in `shows` stand side by side as long as they fit."""

    shows: tuple[Shows, ...]
    style: Style = PLAIN
    text: Text | None = None
    """The words of `Shows.TEXT`."""
    label: Text | None = None
    """Before what is shown, in place of the usual word; empty for none."""


@dataclass(frozen=True, slots=True)
class Variant:
    """Other blocks for some slips. A condition that is None holds for any."""

    blocks: tuple[Block, ...]
    narrow: bool | None = None
    language: Language | None = None

    def holds(self, language: str, columns: int) -> bool:
        narrow = columns <= NARROW_COLUMNS
        return self.narrow in (None, narrow) and self.language in (None, language)

    @property
    def conditions(self) -> int:
        return (self.narrow is not None) + (self.language is not None)


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of black dots, rows from the top, each of whole bytes, leftmost dot first."""

    width: int
    """Dots, a multiple of 8."""
    height: int
    dots: bytes


CAN_HAVE_LABEL = (
    Shows.SERVICE,
    Shows.PLACE,
    Shows.ZONE,
    Shows.WINDOWS,
    Shows.AHEAD,
    Shows.WAIT,
    Shows.TIME,
    Shows.BRING,
    Shows.PHONE,
)

_CENTER = Style(align=Align.CENTER)

DEFAULT_BLOCKS = (
    Block((Shows.HALL,), Style(2, 2, align=Align.CENTER)),
    Block((Shows.LINE,)),
    Block((Shows.NUMBER,), Style(4, 4, bold=True, align=Align.CENTER)),
    Block((Shows.PLACE,), Style(2, 2, bold=True, align=Align.CENTER)),
    Block((Shows.SPACE,)),
    Block((Shows.MARKS,), Style(bold=True)),
    Block((Shows.SERVICE,)),
    Block((Shows.AHEAD, Shows.WAIT)),
    Block((Shows.TIME,)),
    Block((Shows.BRING,)),
    Block((Shows.RULES,)),
    Block((Shows.LINE,)),
    Block((Shows.QR,), _CENTER),
    Block((Shows.PHONE,), _CENTER),
)
"""The slip of a hall that says nothing about it: the number, then where to go, then the rest.

The marks stand where bold is on already; elsewhere they would cost six bytes more.
"""


@dataclass(frozen=True, slots=True)
class SlipTemplate:
    """The slips of a hall."""

    blocks: tuple[Block, ...] = DEFAULT_BLOCKS
    variants: tuple[Variant, ...] = ()
    logo: Logo | None = None
    printers: tuple[str, ...] = ()
    """Profiles of the printers in use; empty when they may be any."""

    def blocks_for(self, language: Language | str, columns: int) -> tuple[Block, ...]:
        """The blocks for such a slip: those of its variant, else the usual ones."""
        variant = self.variant_for(language, columns)
        return variant.blocks if variant else self.blocks

    def variant_for(self, language: Language | str, columns: int) -> Variant | None:
        """The variant with the most conditions, all of which hold."""
        fitting = [variant for variant in self.variants if variant.holds(language, columns)]
        return max(fitting, key=lambda variant: variant.conditions, default=None)


DEFAULT_TEMPLATE = SlipTemplate()
