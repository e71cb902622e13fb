"""What README and guides promise: links that lead somewhere, verbs and keys that exist."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pydantic import BaseModel

from common.operations.hall_file import form
from common.printing.profile import Profile

LINK = re.compile(r"\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"")
VERB = re.compile(r"(?:^|[`$\s(])jiaohao ([a-z][a-z-]*)", re.MULTILINE)
FENCE = re.compile(r"^```\n(.*?)^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
BOTH_LANGUAGES = (
    "README",
    "docs/guide/it",
    "docs/guide/clerk",
    "docs/guide/supervisor",
    "docs/guide/printers",
    "docs/guide/public-kiosk",
)


@pytest.fixture(scope="module")
def pages(project) -> dict[str, str]:
    """Every page of the documentation by its name."""
    files = [*project.glob("*.md"), *(project / "docs").rglob("*.md")]
    return {
        file.relative_to(project).as_posix(): file.read_text(encoding="utf-8") for file in files
    }


def test_every_link_and_picture_leads_somewhere(project, pages):
    dead = []
    for name, text in pages.items():
        for markdown, html in LINK.findall(text):
            target = (markdown or html).split("#")[0]
            if "://" in target or not target:
                continue
            if not (project / name).parent.joinpath(target).exists():
                dead.append((name, target))
    assert not dead


def test_every_picture_is_small_and_shown_somewhere(project, pages):
    for picture in (project / "docs" / "pictures").iterdir():
        assert picture.stat().st_size < 200_000, picture.name
        with Image.open(picture) as image:
            assert image.width <= 1000, picture.name
        assert any(picture.name in text for text in pages.values()), picture.name


def code(text: str) -> str:
    """What stands as code: fenced lines and words in backticks."""
    outside = FENCE.sub("", text)
    return "\n".join([*FENCE.findall(text), *CODE.findall(outside)])


@pytest.fixture(scope="module")
def verbs(project) -> set[str]:
    """The verbs that `jiaohao --help` lists."""
    program = "from common.cli.main import run; run(['--help'])"
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=project, capture_output=True, text=True, check=True
    ).stdout
    return set(re.findall(r"^  ([a-z-]+)  ", told.split("Commands:")[1], re.MULTILINE))


def test_every_verb_in_the_documentation_exists_and_every_verb_is_documented(pages, verbs):
    named = {(name, verb) for name, text in pages.items() for verb in VERB.findall(code(text))}
    assert {(name, verb) for name, verb in named if verb not in verbs} == set()
    for page in ("docs/guide/command.md", "docs/guide/command.zh.md"):
        assert verbs - {verb for name, verb in named if name == page} == set()


def keys(model: type[BaseModel]) -> Iterator[str]:
    """Every key that may stand in a hall file, at whatever depth."""
    for name, field in model.model_fields.items():
        yield field.alias or name
        for inner in models_in(field.annotation):
            yield from keys(inner)


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from models_in(argument)


@pytest.mark.parametrize("page", ["docs/guide/it.md", "docs/guide/it.zh.md"])
def test_every_key_of_the_hall_file_is_documented(pages, page):
    weekdays = set(form.DaysForm.model_fields) - {"monday", "sunday"}  # "monday … sunday"
    wanted = set(keys(form.FileForm)) - weekdays
    words = set(re.findall(r"\w+", code(pages[page])))
    assert wanted - words == set()


@pytest.mark.parametrize("page", ["docs/guide/printers.md", "docs/guide/printers.zh.md"])
def test_every_printer_profile_and_each_of_its_keys_is_documented(project, pages, page):
    for profile in (project / "resources" / "printers").glob("*.toml"):
        assert f"`{profile.stem}`" in pages[page]
    for key in {field.name for field in fields(Profile)} - {"code", "status", "tried"}:
        assert f"`{key}`" in pages[page]


@pytest.mark.parametrize("page", ["README.md", "README.zh.md"])
@pytest.mark.parametrize("command", ["python3 dev.py demo", "python3 dev.py test"])
def test_the_readme_begins_with_two_commands(pages, page, command):
    assert command in [line for block in FENCE.findall(pages[page]) for line in block.splitlines()]


@pytest.mark.parametrize("page", BOTH_LANGUAGES)
def test_what_people_read_stands_in_both_languages(pages, page):
    english, chinese = pages[f"{page}.md"], pages[f"{page}.zh.md"]
    shape = re.compile(r"^(#+ |\||```|\d+\. )", re.MULTILINE)
    assert shape.findall(english) == shape.findall(chinese)


def test_every_decision_is_listed(project, pages):
    listed = pages["docs/decisions/README.md"]
    decisions = [Path(name).name for name in pages if re.match(r"docs/decisions/\d{4}-", name)]
    assert len(decisions) >= 10
    for name in decisions:
        assert f"({name})" in listed


def test_the_architecture_is_drawn_in_the_products_colours(project):
    drawing = (project / "docs" / "architecture.svg").read_text(encoding="utf-8")
    themes = "".join(
        path.read_text(encoding="utf-8").upper()
        for path in (project / "resources" / "themes").glob("*.toml")
    )
    colours = set(re.findall(r"#[0-9A-Fa-f]{6}\b", drawing))
    assert {colour for colour in colours if colour.upper() not in themes} == set()


def test_the_changelog_tells_of_this_version(project, pages):
    version = re.search(
        r'^version = "(.+)"', (project / "pyproject.toml").read_text(), re.MULTILINE
    )
    assert version is not None
    assert f"## [{version[1]}]" in pages["CHANGELOG.md"]
