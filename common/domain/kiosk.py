"""A kiosk of the hall, and how it was when it last said so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from common.domain.ids import KioskCode, ZoneCode
from common.domain.text import Text

KIOSK_CODE = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,31}"
"""What a kiosk may be called, in the hall file and on its own PC: a regular expression."""
HEARTBEAT = timedelta(seconds=10)
"""A kiosk says how it is at least so often."""
SILENT_AFTER = 3 * HEARTBEAT
"""A kiosk that has not been heard of for longer needs a look."""
DOUBLED_FOR = 12 * HEARTBEAT
"""Two kiosks of one name notice each other at every heartbeat; after so long one is gone."""


class HomeButton(StrEnum):
    """What a citizen may do at a kiosk, in the order of the home page."""

    TAKE = "take"
    """现场取号: take a number."""
    APPOINTMENT = "appointment"
    """预约取号: check in with an appointment."""
    BUNDLES = "bundles"
    """一件事: several services as one errand."""
    FORMS = "forms"
    """自助填表: fill a form before one's turn."""
    GUIDES = "guides"
    """办事指南: read what a service needs."""
    PROGRESS = "progress"
    """进度查询: how far an errand is."""
    MINE = "mine"
    """我的号: one's place in line."""
    OPINIONS = "opinions"
    """评价与建议: rate an errand, suggest something."""


@dataclass(frozen=True, slots=True)
class Attract:
    """What a kiosk shows while nobody uses it."""

    folder: str = ""
    """On the kiosk's own machine, with pictures; without one it shows the hall's name and time."""
    seconds: int = 12
    """How long each picture stands."""


NO_PICTURES = Attract()

_DEVICE_AWAY = {
    "scanner": Text(zh="扫码器未连接", en="scanner not connected"),
    "idreader": Text(zh="身份证阅读器未连接", en="card reader not connected"),
}
_OTHER_AWAY = Text(zh="外接设备未连接", en="a device is not connected")
"""A kiosk of another version may have devices that have no name here."""


def device_away_words(kind: str) -> Text:
    """That a reader of this kind is not there."""
    return _DEVICE_AWAY.get(kind, _OTHER_AWAY)


def doubled_words(kiosk: KioskCode) -> Text:
    """That two PCs call themselves so, and what to do."""
    return Text(
        zh=f"有两台电脑都叫 {kiosk}，请给其中一台改名：sudo jiaohao setup --kiosk-name …",
        en=f"Two PCs call themselves {kiosk}: rename one, sudo jiaohao setup --kiosk-name …",
    )


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A place where people take numbers, as the hall file lists it."""

    code: KioskCode
    name: Text
    """Where it stands, in words that people find it by: 一楼东门取号机."""
    zone: ZoneCode | None = None


@dataclass(frozen=True, slots=True)
class KioskState:
    """What a kiosk said of itself."""

    kiosk: KioskCode
    seen_at: datetime
    """When it said so: the hall's time."""
    printer: str = ""
    """The printer's address; empty where there is none, and numbers stand on the screen."""
    trouble: str = "none"
    """What stands in the way of printing."""
    since: datetime | None = None
    """From when on; None while nothing does."""
    can_print: bool = False
    paper_low: bool = False
    roll_mm: int | None = None
    """Paper that is left on the roll, as reckoned; None while nobody knows."""
    slips_left: int | None = None
    """Slips that fit on it."""
    page: str = "none"
    """Which page it showed, as `kiosk_page.page_words` knows it: never what stood on it."""
    devices_away: tuple[str, ...] = ()
    """Of its readers the kinds that are not there; nothing else depends on them."""
    doubled_at: datetime | None = None
    """When another PC was last found to report under the same name."""

    def is_silent(self, now: datetime) -> bool:
        """Whether nothing has been heard of it for too long."""
        return now - self.seen_at > SILENT_AFTER

    def is_doubled(self, now: datetime) -> bool:
        """Whether two PCs call themselves by this name: what else is said is of either."""
        return self.doubled_at is not None and now - self.doubled_at <= DOUBLED_FOR
