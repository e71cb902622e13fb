"""What people say around the thing that they came for: 我要办…怎么办理."""

from __future__ import annotations

import re

from common.search.units import Query, query_of

_BEFORE = re.compile(
    r"(?:请问|帮我|我想要|我想|我要|我们|想要|想|需要|要|我|怎么样|怎样|怎么|如何|在哪里|在哪儿|在哪|"
    r"哪里|哪儿|去哪|可以|能不能|能|办理|申请|申领|领取|查询|咨询|打印|开具|补办|办|领|开|查|补|交|缴|换|"
    r"的|一下|一个)+"
)
_AFTER = re.compile(
    r"(?:怎么办理|怎么办|怎么弄|怎么领|怎么交|怎么查|如何办理|如何办|去哪办|去哪里办|在哪里办|在哪办|在哪里|"
    r"在哪|办理|申请|手续|流程|需要什么材料|要什么材料|需要什么|带什么|材料|多少钱|多久|费用|业务|窗口|"
    r"事项|服务|的|了|吗|呢|啊|吧)+$"
)
_SHORTEST = 2


def without_fillers(query: Query) -> Query | None:
    """The query without such words; None when there are none, or hardly anything else."""
    core = _AFTER.sub("", query.text)
    begun = _BEFORE.match(core)
    if begun:
        core = core[begun.end() :]
    return query_of(core) if _SHORTEST <= len(core) < len(query.text) else None
