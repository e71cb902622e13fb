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
    "book_day": Text(zh="预约：选日期", en="booking: which day"),
    "book_slot": Text(zh="预约：选时段", en="booking: which half hour"),
    "book_person": Text(zh="预约：填手机号", en="booking: mobile number"),
    "booked": Text(zh="预约成功", en="booked"),
    "mine": Text(zh="我的号：查找", en="finding a number"),
    "progress": Text(zh="进度查询：查找", en="finding an errand"),
    "my_number": Text(zh="我的号", en="own number"),
    "my_progress": Text(zh="进度查询", en="progress of an errand"),
    "basket": Text(zh="多事项合取一号", en="several services on one number"),
    "plan": Text(zh="楼层平面图", en="floor plan"),
    "opinions": Text(zh="评价与建议", en="rating and suggestions"),
    "rate": Text(zh="评价", en="rating"),
    "rated": Text(zh="评价完成", en="rated"),
    "opinion_kind": Text(zh="意见建议：类型", en="suggestion: what kind"),
    "opinion_topic": Text(zh="意见建议：主题", en="suggestion: about what"),
    "opinion_words": Text(zh="填写意见建议", en="writing a suggestion"),
    "opinion_sent": Text(zh="意见建议已提交", en="suggestion sent"),
    "opinion_receipt": Text(zh="查询意见答复", en="looking for an answer"),
    "opinion_answer": Text(zh="意见答复", en="answer to a suggestion"),
    "forms": Text(zh="自助填表：选择", en="choosing a form"),
    "form_notice": Text(zh="填表须知", en="notice before a form"),
    "form": Text(zh="填写表单", en="filling in a form"),
    "form_preview": Text(zh="表单预览", en="preview of a form"),
    "form_sign": Text(zh="签名", en="signing"),
    "form_done": Text(zh="填表完成", en="form filled in"),
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
    return str(told) if told in _PAGES else _ANOTHER


def page_words(page: str) -> Text:
    """What the page is for."""
    return _PAGES.get(page, _ANOTHER_PAGE)
