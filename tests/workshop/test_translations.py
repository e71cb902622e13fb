"""The words on screen: every text of the sources is in the .ts files, translated, and no other."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

import pytest

SOURCES = {"common": "common/qt", "kiosk": "kiosk", "counter": "counter", "display": "display"}
FILES = [
    (room, f"{room}_{locale}.ts", options)
    for room in SOURCES
    for locale, options in (("zh_CN", []), ("en", ["-pluralonly"]))
]
PLACEHOLDER = re.compile(r"%L?\d+|%n|\{\w*\}")
FORMS = {"zh_CN": 1, "en_US": 2}

Key = tuple[str, str, str]


def messages(path: Path) -> dict[Key, ElementTree.Element]:
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = tuple(
                part or ""
                for part in (
                    context.findtext("name"),
                    message.findtext("source"),
                    message.findtext("comment"),
                )
            )
            found[key] = message
    return found


def kind(message: ElementTree.Element) -> str:
    translation = message.find("translation")
    return "missing" if translation is None else translation.get("type", "finished")


def texts(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    if message.get("numerus") == "yes":
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]


@pytest.fixture(params=FILES, ids=[name for _, name, _ in FILES])
def translation(request, project: Path) -> tuple[Path, list[str]]:
    room, name, options = request.param
    return project / "resources" / "translations" / name, [*options, SOURCES[room]]


def test_the_file_has_every_text_of_the_sources_and_no_other(translation, project, tmp_path):
    path, options = translation
    fresh = tmp_path / path.name
    shutil.copy(path, fresh)
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    how = ["-silent", "-extensions", "py,qml", "-locations", "none", "-recursive", *options]
    subprocess.run(
        [lupdate, *how, "-ts", fresh],
        cwd=project,
        check=True,
        capture_output=True,
    )
    before, after = messages(path), messages(fresh)
    gone = {"vanished", "obsolete"}
    wanted = {key for key, message in after.items() if kind(message) not in gone}
    missing, superfluous = wanted - before.keys(), before.keys() - wanted
    assert not missing, f"run lupdate and translate: {sorted(missing)}"
    assert not superfluous, f"no source says this any more: {sorted(superfluous)}"


def test_every_text_is_translated(translation):
    path, _ = translation
    language = ElementTree.parse(path).getroot().get("language", "")
    unfinished = []
    for key, message in messages(path).items():
        forms = texts(message)
        complete = all(form.strip() for form in forms)
        if message.get("numerus") == "yes":
            complete = complete and len(forms) == FORMS[language]
        if kind(message) != "finished" or not complete:
            unfinished.append(key)
    assert not unfinished


def test_placeholders_match(translation):
    path, _ = translation
    wrong = []
    for key, message in messages(path).items():
        wanted = Counter(PLACEHOLDER.findall(key[1]))
        forms = texts(message)
        for number, form in enumerate(forms):
            placeholders = Counter(PLACEHOLDER.findall(form))
            singular = len(forms) > 1 and number == 0  # "One person waits" needs no number
            if singular:
                placeholders["%n"] = wanted["%n"]
            if +placeholders != +wanted:
                wrong.append((key, form))
    assert not wrong


@pytest.mark.parametrize("room", SOURCES)
def test_chinese_texts_are_chinese(project, room):
    """A text may stay as it is when it has no word in it, like "%1 / %2"."""
    path = project / "resources" / "translations" / f"{room}_zh_CN.ts"
    untouched = [
        key
        for key, message in messages(path).items()
        if texts(message) == [key[1]] and re.search(r"[a-z]{3}", PLACEHOLDER.sub("", key[1]))
    ]
    assert not untouched
