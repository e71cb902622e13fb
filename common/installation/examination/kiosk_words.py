"""One kiosk in one line, for `jiaohao kiosks` and `jiaohao doctor`."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from common.domain.kiosk import device_away_words, doubled_words
from common.domain.kiosk_page import page_words
from common.domain.text import Text
from common.operations import KioskNow
from common.printing.status import Trouble


def kiosk_words(now: KioskNow, zone: ZoneInfo) -> Text:
    """Where it stands, whether another PC has its name, how it is and what to do, what is left of
    the roll, whose slip is in doubt, which page it shows, and which of its readers is not there.

    Times are those of `zone`.
    """
    doubled = doubled_words(now.kiosk.code) if now.doubled else None
    condition = _condition(now, zone)
    parts = [now.kiosk.name, doubled, condition, _paper(now), _unproven(now), _page(now)]
    said = [part for part in parts if part is not None] + _devices(now)
    return Text(zh="；".join(p.zh for p in said), en="; ".join(p.en for p in said))


def _condition(now: KioskNow, zone: ZoneInfo) -> Text:
    state = now.state
    if now.silent:
        seen = _time(state.seen_at, zone)
        return Text(
            zh=f"自 {seen} 起没有消息，请检查电源和网络",
            en=f"nothing heard since {seen}: check its power and network",
        )
    if now.trouble is Trouble.NONE and not state.printer:
        return Text(
            zh="没有打印机，号码显示在屏幕上", en="without a printer: numbers on the screen"
        )
    words = now.trouble.words
    if state.since is None:
        return words
    since = _time(state.since, zone)
    return Text(zh=f"{words.zh}（{since} 起）", en=f"{words.en} (since {since})")


def _paper(now: KioskNow) -> Text | None:
    left = now.state.slips_left
    if left is None or now.silent:
        return None
    return Text(zh=f"约剩 {left} 张号票", en=f"about {left} slips left")


def _unproven(now: KioskNow) -> Text | None:
    if not now.unproven:
        return None
    numbers = " ".join(now.unproven)
    return Text(zh=f"号票未确认：{numbers}", en=f"slips in doubt: {numbers}")


def _devices(now: KioskNow) -> list[Text]:
    return [] if now.silent else [device_away_words(kind) for kind in now.state.devices_away]


def _page(now: KioskNow) -> Text | None:
    if now.silent or now.state.page == "none":
        return None
    page = page_words(now.state.page)
    return Text(zh=f"页面：{page.zh}", en=f"page: {page.en}")


def _time(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%m-%d %H:%M}"
