"""`--help` in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest

from common.cli import verbs
from common.cli.help_texts import with_parts
from common.cli.help_zh import CHINESE
from common.domain.text import Language

CONTROLS = {"kiosk", "counter", "display"}
"""They parse their options themselves."""


def every_command(language: Language) -> Iterator[click.Command]:
    yield verbs.Verbs(language)
    for room in verbs.ROOMS:
        for command in verbs.commands_in(room, language).values():
            yield from with_parts(command)


def words_of(command: click.Command) -> list[str]:
    return [command.help, *(one.help for one in command.params)]


def test_every_verb_option_and_argument_has_words():
    bare = [
        (command.name, one.name)
        for command in every_command(Language.EN)
        if command.name not in CONTROLS
        for one in command.params
        if not one.help
    ]
    assert bare == []


def test_every_word_of_the_help_is_in_chinese_and_no_other():
    english = {word for command in every_command(Language.EN) for word in words_of(command)}
    assert english == set(CHINESE)
    chinese = {word for command in every_command(Language.ZH) for word in words_of(command)}
    assert chinese == set(CHINESE.values())


@pytest.mark.parametrize("verb", [(), ("finish",), ("staff",), ("grant",), ("appointments",)])
def test_the_help_of_a_chinese_user_has_no_english_sentence(jiaohao, monkeypatch, verb):
    monkeypatch.setenv("JIAOHAO_LANG", "zh")
    told = jiaohao(*verb, "--help").out
    assert told.startswith("用法：jiaohao")
    # Codes that may be typed stand alone; three English words in a row are a sentence.
    assert re.findall(r"[A-Za-z]+ [a-z]+ [a-z]+", told) == []


def test_the_words_about_an_argument_are_shown_once(jiaohao):
    told = jiaohao("take", "--help").out
    assert re.findall(r"^.*Service codes.*$", told, re.MULTILINE) == [
        "  SERVICE...  Service codes, or one bundle.  [required]"
    ]
    assert told.count("rguments:") == 1


def test_the_same_option_means_the_same_kind_of_value_everywhere():
    """--to and --reason, --json and --out say at each verb what they take."""
    kinds: dict[str, set[str | None]] = {}
    for command in every_command(Language.EN):
        for one in command.params:
            if isinstance(one, click.Option):
                kinds.setdefault(one.opts[0], set()).add(one.metavar)
    differ = {option for option, metavars in kinds.items() if len(metavars) > 1}
    assert differ == {"--to", "--reason", "--json", "--out", "--phone", "--from"}
