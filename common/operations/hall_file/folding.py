"""Chinese that a person broke over several lines of YAML, which joins lines with a blank.

Chinese has no blanks between words, so none may come of a line break: 请在等候区 / 留意屏幕 is one
sentence. What the writer put as a blank inside a line stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import yaml

_HAN = r"\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
"""Characters, and the signs that are as wide as they are."""
_MARKS = "—‘’“”…"
"""Signs that Chinese shares with English."""
_JOINT = re.compile(rf"[{_HAN}] [{_HAN}{_MARKS}]|[{_MARKS}] [{_HAN}]")
_OPENING = re.compile(r"^(?:[&!]\S*\s+)*['\"]?")
"""Anchor, tag and quotation mark, which belong to YAML."""
_AROUND = 12
"""Signs before and after a line break by which it is found again."""


def unfold(root: yaml.Node, text: str) -> None:
    """Take the blanks out of every scalar of `root` that line breaks of `text` put into Chinese."""
    for node in _broken(root, set()):
        for before, after in _breaks(text[node.start_mark.index : node.end_mark.index]):
            if _JOINT.search(f"{before[-1:]} {after[:1]}"):
                node.value = node.value.replace(f"{before} {after}", before + after)


def _broken(node: yaml.Node, seen: set[int]) -> Iterator[yaml.ScalarNode]:
    """Scalars over several lines, but for those whose line breaks are meant (``|``)."""
    if id(node) in seen:  # An anchor may stand in several places.
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        if node.style != "|" and node.start_mark.line != node.end_mark.line:
            yield node
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _broken(key, seen)
            yield from _broken(value, seen)
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from _broken(one, seen)


def _breaks(source: str) -> Iterator[tuple[str, str]]:
    """What stands before and after each single line break."""
    lines = [line.strip() for line in _OPENING.sub("", source).rstrip("'\"").split("\n")]
    for above, below in pairwise(lines):
        if above and below:
            yield above[-_AROUND:], below[:_AROUND]
