"""Every message that people may get, in both languages."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from common.domain.errors import JiaohaoError
from common.domain.text import Text

ROOT = Path(__file__).parents[2]
ROOMS = ("common", "kiosk", "counter", "display")


def _words(node: ast.expr) -> str:
    value = ast.literal_eval(node)
    assert isinstance(value, str)
    return value


def _sources() -> Iterator[tuple[Path, str]]:
    """The files in which a class of the family stands: to parse all of them takes seconds."""
    bases: dict[str, set[str]] = {}
    files = []
    for room in ROOMS:
        for file in (ROOT / room).rglob("*.py"):
            source = file.read_text(encoding="utf-8")
            heads = re.findall(r"^\s*class\s+(\w+)\s*\(([^)]*)\)", source, re.MULTILINE)
            files.append((file, source, {name for name, _ in heads}))
            for name, named in heads:
                bases.setdefault(name, set()).update(re.findall(r"\w+", named))
    family = {"JiaohaoError"}
    while more := {name for name, named in bases.items() if named & family} - family:
        family |= more
    return ((file, source) for file, source, names in files if names & family)


def _errors() -> dict[str, dict[str, str]]:
    """Every class of the family, read from the source so that none is missed for want of import."""
    classes: dict[str, tuple[set[str], dict[str, ast.expr], str]] = {}
    for file, source in _sources():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ClassDef):
                bases = {b.id for b in node.bases if isinstance(b, ast.Name)}
                said = {
                    target.id: stmt.value
                    for stmt in node.body
                    if isinstance(stmt, ast.Assign)
                    for target in stmt.targets
                    if isinstance(target, ast.Name) and target.id in ("code", "en", "zh")
                }
                classes[node.name] = (bases, said, str(file.relative_to(ROOT)))
    family = {"JiaohaoError"}
    while more := {n for n, (bases, _, _) in classes.items() if bases & family} - family:
        family |= more
    kinds = {n for n in family if not classes[n][1] and any(n in b for b, _, _ in classes.values())}
    return {
        f"{classes[n][2]}:{n}": {name: _words(value) for name, value in classes[n][1].items()}
        for n in sorted(family - kinds - {"JiaohaoError"})
    }


@pytest.fixture(scope="module")
def errors() -> dict[str, dict[str, str]]:
    return _errors()


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_the_search_finds_the_family(errors):
    assert len(errors) > 35


def test_every_error_says_its_code_and_both_languages(errors):
    for name, said in errors.items():
        assert said.keys() == {"code", "en", "zh"}, name
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", said["code"]), name


def test_every_code_is_used_once(errors):
    codes = [said["code"] for said in errors.values()]
    assert sorted(codes) == sorted(set(codes))


# The Chinese words of a move and a state are facts of their own.
_OTHER_WORDS = {
    "move_zh": "move",
    "move_en": "move",
    "state_zh": "state",
    "told_zh": "told",
    "told_en": "told",
}


def test_both_languages_name_the_same_facts(errors):
    for name, said in errors.items():
        told = {
            language: {_OTHER_WORDS.get(p, p) for p in _placeholders(said[language])}
            for language in ("zh", "en")
        }
        if "unknown_service" not in said["code"]:
            assert told["zh"] == told["en"], name


def test_the_chinese_is_chinese(errors):
    for name, said in errors.items():
        own_words = re.sub(r"{\w+}", "", said["zh"])
        assert re.search(r"[\u4e00-\u9fff]", own_words) or said["zh"] == "{told_zh}", name
        assert not re.search(r"[\u4e00-\u9fff]", said["en"]), name


class Lost(JiaohaoError):
    code = "lost_in_a_test"
    en = "Lost {what} at {count}."
    zh = "丢失 {what}，{count}。"


def test_a_fact_in_words_is_said_in_the_language_of_the_message():
    lost = Lost(what=Text(zh="号票", en="the slip"), count=3)
    assert lost.text("en") == str(lost) == "Lost the slip at 3."
    assert lost.text("zh") == "丢失 号票，3。"
    assert lost.facts["count"] == 3


def test_signs_that_command_a_terminal_are_never_shown():
    for what in ("\x1b[31m\udcb4", Path("\x1b[31m\udcb4")):
        assert Lost(what=what, count=1).text("en") == "Lost \ufffd[31m\ufffd at 1."


def test_braces_in_a_fact_are_left_alone():
    assert Lost(what="{count}", count=1).text("en") == "Lost {count} at 1."
