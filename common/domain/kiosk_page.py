"""The pages of a kiosk by name, as the staff are told of them: never what stands on them."""

from __future__ import annotations

from common.domain.text import Text

_PAGES: dict[str, Text] = {
    "none": Text(zh="正在启动", en="starting"),
    "attract": Text(zh="首屏（无人）", en="first page, nobody there"),
    "home": Text(zh="主页", en="home"),
    "take": Text(zh="现场取号", en="take a number"),
    "find": Text(zh="查找事项", en="finding a service"),
    "zones": Text(zh="按区域找", en="list of areas"),
    "departments": Text(zh="按部门找", en="list of departments"),
    "life_stages": Text(zh="按人生阶段找", en="moments of life"),
    "bundles": Text(zh="一件事", en="several services in one"),
    "services": Text(zh="事项列表", en="list of services"),
    "guide": Text(zh="办事指南", en="guide"),
    "confirm": Text(zh="确认取号", en="confirming a number"),
    "appointment": Text(zh="预约取号", en="checking in"),
    "mine": Text(zh="我的号：查找", en="finding a number"),
    "progress": Text(zh="进度查询：查找", en="finding an errand"),
    "my_number": Text(zh="我的号", en="own number"),
    "my_progress": Text(zh="进度查询", en="progress of an errand"),
    "still_open": Text(zh="已有号码", en="has a number already"),
    "printer": Text(zh="打印机异常", en="printer trouble"),
    "slip": Text(zh="取号成功", en="number taken"),
    "closed": Text(zh="暂停取号", en="no numbers now"),
    "away": Text(zh="系统连接中断", en="database away"),
    "broken": Text(zh="正在重新启动", en="starting again"),
}
_ANOTHER = "other"
_ANOTHER_PAGE = Text(zh="其他页面", en="another page")
"""A kiosk of another version may have pages that have no name here."""


def page_name(told: str) -> str:
    """What may be kept of what a kiosk calls its page: a name that is known here, or `other`."""
    return told if told in _PAGES else _ANOTHER


def page_words(page: str) -> Text:
    """What the page is for."""
    return _PAGES.get(page, _ANOTHER_PAGE)
