"""A YAML file that a person wrote, where each part knows its line.

The file may come from anyone: it is read without running anything, it cannot grow in memory, and
whatever is wrong with it is said with its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

import yaml

from common.domain.errors import JiaohaoError
from common.domain.os_words import os_words
from common.domain.text import Text
from common.operations.hall_file.folding import unfold

_LARGEST_FILE = 8 * 1024 * 1024
_MOST_PARTS = 500_000
"""A city's hall has some 50,000. An alias counts as often as it is used: `&a [*b, *b]` and so on
makes a few lines into more than any memory holds."""

Path = tuple[str | int, ...]
"""From the top of the document: keys, and places in a list from 0."""


class HallFileUnreadable(JiaohaoError):
    code = "hall_file_unreadable"
    en = "The hall file {file} cannot be read: {detail}. Nothing was changed."
    zh = "无法读取大厅文件 {file}：{detail}。未作任何更改。"


class HallFileWrong(JiaohaoError):
    """`facts["problems"]` holds every `Problem`, by line."""

    code = "hall_file_wrong"
    en = "{told_en}"
    zh = "{told_zh}"

    def __init__(self, file: FilePath, problems: Iterable[Problem]) -> None:
        by_line = tuple(sorted(problems, key=lambda problem: problem.line))
        super().__init__(
            file=str(file),
            problems=by_line,
            told_en=_tell(file, by_line, "en", "Nothing was changed."),
            told_zh=_tell(file, by_line, "zh", "未作任何更改。"),
        )


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the line it stands on (from 1) and what to do."""

    line: int
    message: Text


def _tell(file: FilePath, problems: Sequence[Problem], language: str, end: str) -> str:
    lines = [f"{file}:{p.line}: {p.message.say(language)}" for p in problems]
    return "\n".join([*lines, end])


@dataclass(frozen=True, slots=True)
class Document:
    """What the file says, and where."""

    content: Any
    _root: yaml.Node

    def line(self, path: Path) -> int:
        """The line (from 1) of the thing at `path`, or of its nearest parent that is there."""
        node = self._root
        line = node.start_mark.line
        for step in path:
            if isinstance(node, yaml.MappingNode):
                found = next(((k, v) for k, v in node.value if k.value == step), None)
                if found is None:
                    break
                line, node = found[0].start_mark.line, found[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                node = node.value[step]
                line = node.start_mark.line
            else:
                break
        return line + 1


_A_HALL_FILE = Text(
    zh="大厅文件，请参照 resources/demo/hall.yaml", en="a hall file; see resources/demo/hall.yaml"
)


_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Fifteen times as fast, and a file that is nested deeply enough crashes it."""


def read_document(file: FilePath, wanted: Text = _A_HALL_FILE, *, ours: bool = False) -> Document:
    """Read `file`, which should be what `wanted` says; `ours` came with the suite.

    Raises HallFileUnreadable, HallFileWrong.
    """
    text = _read(file)
    try:
        root = yaml.compose(text, Loader=_FAST if ours else yaml.SafeLoader)
        if not isinstance(root, yaml.MappingNode):
            raise HallFileUnreadable(file=file, detail=_empty(wanted))
        _refuse_growth(file, root)
        repeated = list(_repeated_keys(root, set()))
        if repeated:
            raise HallFileWrong(file, repeated)
        unfold(root, text)
        return Document(yaml.SafeLoader("").construct_document(root), root)
    except RecursionError:
        raise HallFileUnreadable(file=file, detail=_TOO_DEEP) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise HallFileWrong(file, [Problem(line, _syntax(error))]) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise HallFileWrong(file, [Problem(line, _CONTROL_CHARACTER)]) from None
    except ValueError as error:  # A date or a number that Python cannot hold.
        raise HallFileUnreadable(file=file, detail=_bad_value(error)) from None


def _read(file: FilePath) -> str:
    try:
        with file.open("rb") as opened:
            content = opened.read(_LARGEST_FILE + 1)  # A pipe or device does not tell its size.
        if len(content) > _LARGEST_FILE:
            raise HallFileUnreadable(file=file, detail=_TOO_LARGE)
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        raise HallFileUnreadable(file=file, detail=os_words(error)) from None
    except UnicodeDecodeError:
        raise HallFileUnreadable(file=file, detail=_NOT_UTF8) from None


_TOO_LARGE = Text(
    zh="文件超过 8 MB，请确认是否选对文件",
    en="it is larger than 8 MB; see whether it is the right file",
)
_TOO_MANY = Text(
    zh="展开后内容过多，请减少锚点（& 与 *）的引用",
    en="it grows too large when its anchors (& and *) are followed; use fewer of them",
)
_TOO_DEEP = Text(
    zh="层次过深或锚点引用自身，请检查括号与缩进",
    en="it is nested too deeply, or an anchor holds itself; check brackets and indentation",
)
_NOT_UTF8 = Text(zh="编码不是 UTF-8，请另存为 UTF-8", en="it is not UTF-8; save it as UTF-8")
_CONTROL_CHARACTER = Text(
    zh="此处有不可见的控制字符，请删去", en="there is an invisible control character; delete it"
)


def _empty(wanted: Text) -> Text:
    return Text(
        zh=f"文件为空，或不是{wanted.zh}",
        en=f"it is empty or not {wanted.en}",
    )


def _bad_value(error: ValueError) -> Text:
    return Text(
        zh=f"有无法识别的日期或数字，请加引号（{error}）",
        en=f"it holds a date or number that cannot be; put it in quotes ({error})",
    )


def _syntax(error: yaml.MarkedYAMLError) -> Text:
    if "'\\t'" in (error.problem or ""):
        return Text(
            zh="此处有制表符（Tab），缩进请只用空格",
            en="there is a tab character; indent with spaces only",
        )
    told = " ".join(filter(None, (error.context, error.problem)))
    return Text(
        zh=f"此处不是有效的 YAML，请检查括号、引号、冒号和缩进（{told}）",
        en=f"this is not valid YAML; check brackets, quotes, colons and indentation ({told})",
    )


def _refuse_growth(file: FilePath, root: yaml.Node) -> None:
    if _parts(root, {}) > _MOST_PARTS:
        raise HallFileUnreadable(file=file, detail=_TOO_MANY)


def _parts(node: yaml.Node, known: dict[int, int]) -> int:
    """How many parts there are when each alias is followed, up to just above the limit."""
    if id(node) in known:
        return known[id(node)]
    known[id(node)] = _MOST_PARTS + 1  # An anchor that holds itself has no end.
    count = 1
    for child in _children(node):
        count = min(count + _parts(child, known), _MOST_PARTS + 1)
    known[id(node)] = count
    return count


def _children(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key
            yield value
    elif isinstance(node, yaml.SequenceNode):
        yield from node.value


def _repeated_keys(node: yaml.Node, seen: set[int]) -> Iterator[Problem]:
    if id(node) in seen:  # An anchor may stand in several places.
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        keys: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in keys:
                    yield Problem(
                        key.start_mark.line + 1,
                        Text(
                            zh=f"“{key.value}”重复出现，请删去一个",
                            en=f"{key.value!r} stands here twice; delete one of them",
                        ),
                    )
                keys.add(key.value)
    for child in _children(node):
        yield from _repeated_keys(child, seen)
