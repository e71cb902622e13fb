"""What the project's own files promise: locks, licences, fonts, sounds, words."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
import wave
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase

LOCKS = ("requirements.txt", "requirements-dev.txt")
TEXT_SUFFIXES = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".yaml",
    ".json",
    ".qml",
    ".ts",
    ".svg",
    ".mako",
    "",
}


def pins(project: Path, lock: str) -> dict[str, str]:
    """Each requirement of a lock with everything that belongs to it."""
    text = (project / "packaging" / lock).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-zA-Z0-9])", text, flags=re.MULTILINE)
    return {block.split("==")[0].lower(): block for block in blocks if block.strip()}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_version_and_a_hash_and_no_address(project, lock):
    found = pins(project, lock)
    assert len(found) > 20
    for block in found.values():
        assert re.match(r"[\w.-]+(\[\w+\])?==\S+", block), block
        assert "--hash=sha256:" in block, block
        assert "://" not in block, block


def test_what_is_tested_is_what_is_shipped(project):
    runtime, development = (pins(project, lock) for lock in LOCKS)
    for name, block in runtime.items():
        assert block.splitlines()[0] == development[name].splitlines()[0]


def test_every_dependency_is_locked(project):
    pyproject = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    runtime, development = (pins(project, lock) for lock in LOCKS)

    def names(requirements: list[str]) -> set[str]:
        return {re.split(r"[^\w.-]", text)[0].lower() for text in requirements}

    bare = {name.split("[")[0] for name in runtime}
    assert names(pyproject["project"]["dependencies"]) <= bare
    assert names(pyproject["dependency-groups"]["dev"]) <= development.keys()


def test_the_licence_is_the_gpl_in_full(project):
    text = (project / "LICENSE").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "Version 3, 29 June 2007" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_no_file_names_a_package_host_or_a_folder_of_one_pc(project):
    if not (project / ".git").exists() or shutil.which("git") is None:
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=project, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    # In pieces, so that this file passes too.
    words = ["/wo" + "rk/", "../sha" + "red", "py" + "pi.org", "python" + "hosted", "/ho" + "me/"]
    words += ["deb.deb" + "ian.org", "archive.ubu" + "ntu.com"]
    offenders = [
        (name, word)
        for name in listed
        if name and Path(name).suffix in TEXT_SUFFIXES and (project / name).is_file()
        for word in words
        if word in (project / name).read_text(encoding="utf-8")
    ]
    assert not offenders


# ── fonts and sounds ─────────────────────────────────────────────────────────────────────────


def characters(codec: str) -> set[int]:
    found = set()
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            text = bytes([lead, trail]).decode(codec, errors="ignore")
            found.update(map(ord, text))
    return {character for character in found if character > 0x7F}


@pytest.fixture(params=["Regular", "Bold"])
def font(request, project) -> TTFont:
    return TTFont(project / "resources" / "fonts" / f"NotoSansSC-{request.param}.otf")


def test_figures_are_all_of_one_width(font):
    names = font.getBestCmap()
    assert len({font["hmtx"][names[ord(figure)]][0] for figure in "0123456789"}) == 1


def test_the_regular_weight_has_all_of_gbk_and_rare_names(project):
    held = TTFont(project / "resources/fonts/NotoSansSC-Regular.otf").getBestCmap().keys()
    assert characters("gbk") - held <= {ord("≒")}  # the source has none
    assert set(map(ord, "䶮𬎆𠮷㐂¥→①✓")) <= held


def test_the_bold_weight_has_every_ideograph_of_gb_2312(project):
    held = TTFont(project / "resources/fonts/NotoSansSC-Bold.otf").getBestCmap().keys()
    ideographs = {c for c in characters("gb2312") if 0x4E00 <= c <= 0x9FFF}
    assert len(ideographs) == 6763
    assert ideographs <= held


def test_qt_sees_one_family_of_two_weights(qapp, project):
    numbers = [
        QFontDatabase.addApplicationFont(str(project / "resources/fonts" / name))
        for name in ("NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf")
    ]
    try:
        families = [QFontDatabase.applicationFontFamilies(number) for number in numbers]
        assert families == [["Noto Sans SC"], ["Noto Sans SC"]]
        styles = QFontDatabase.styles("Noto Sans SC")
        weights = {QFontDatabase.weight("Noto Sans SC", style) for style in styles}
        assert {QFont.Weight.Normal.value, QFont.Weight.Bold.value} <= weights
    finally:
        for number in numbers:
            QFontDatabase.removeApplicationFont(number)


@pytest.mark.parametrize(
    ("file", "seconds", "peak"),
    [
        ("chime.wav", (1.0, 1.5), (0.5, 0.9)),
        ("arrival.wav", (0.2, 0.3), (0.1, 0.25)),
        ("alarm.wav", (0.5, 0.7), (0.1, 0.25)),
    ],
)
def test_each_sound_is_short_clean_and_ends_in_silence(project, file, seconds, peak):
    with wave.open(str(project / "resources" / "sounds" / file)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 44_100)
        assert seconds[0] <= sound.getnframes() / sound.getframerate() <= seconds[1]
        samples = memoryview(sound.readframes(sound.getnframes())).cast("h")
    assert peak[0] < max(map(abs, samples)) / 32767 < peak[1]
    assert samples[0] == 0
    assert max(map(abs, samples[-50:])) < 30
