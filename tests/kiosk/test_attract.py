"""Pictures of the first page: what is shown, what is skipped, and that they change."""

from __future__ import annotations

import logging
import os
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage

from common.domain.kiosk import Attract
from kiosk.attract_pictures import find_pictures

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 16"><rect width="9" height="16"/></svg>'
)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    for name, color in (("a.png", "red"), ("b.jpg", "green")):
        picture = QImage(900, 1600, QImage.Format.Format_RGB32)
        picture.fill(QColor(color))
        assert picture.save(str(folder / name))
    (folder / "c.svg").write_text(SVG)
    return folder


def spoil(folder) -> None:
    """What people also put into folders."""
    whole = (folder / "b.jpg").read_bytes()
    (folder / "d.jpg").write_bytes(whole[: len(whole) // 2])
    (folder / "e.png").write_bytes((folder / "a.png").read_bytes()[:300])
    (folder / "f.png").write_bytes(b"")
    (folder / "g.svg").write_text(SVG.replace("</svg>", ""))
    (folder / "h.svg").write_text('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG)
    (folder / "i.png").write_text(SVG)
    (folder / "j.jpg").mkdir()
    (folder / "notes.txt").write_text("not a picture")
    huge = QImage(20_000, 20_000, QImage.Format.Format_Mono)
    huge.fill(0)
    assert huge.save(str(folder / "k.png"))


def names(pictures) -> list[str]:
    return [picture.path.name for picture in pictures]


def test_broken_and_huge_pictures_are_skipped_with_a_line_each(folder, caplog):
    spoil(folder)
    with caplog.at_level(logging.WARNING):
        shown, broken = find_pictures(folder)
    assert names(shown) == ["a.png", "b.jpg", "c.svg"]
    skipped = [record.getMessage() for record in caplog.records]
    assert [name for name in "defghijk" if any(f"{os.sep}{name}." in s for s in skipped)] == list(
        "defghijk"
    )
    caplog.clear()
    again = find_pictures(folder, shown, broken)
    assert names(again[0]) == names(shown)
    assert len([r for r in caplog.records if "jpg" not in r.getMessage()]) == 0, "told once only"


def test_a_folder_that_is_not_there_shows_nothing(tmp_path):
    assert find_pictures(tmp_path / "none") == ([], [])


def test_pictures_take_turns_on_the_first_page_and_a_touch_still_starts(
    make_kiosk, store, folder, qtbot
):
    citizen = make_kiosk()
    assert not citizen.sees("picture_show")
    with store.write() as tx:
        tx.write_hall(replace(tx.hall, attract=Attract(str(folder), 3)))
    show = citizen.app.models.attract
    citizen.wait_for(lambda: bool(show.source))
    assert show.seconds == 3
    seen = []
    for _ in range(4):
        seen.append(shown_now(citizen))
        show.turn()
    assert [name.rpartition("/")[2] for name in seen] == ["a.png", "b.jpg", "c.svg", "a.png"]
    pictures = [citizen.app.window.findChild(object, f"{n}_picture") for n in ("first", "second")]
    citizen.wait_for(lambda: sum(bool(str(p.property("source").toString())) for p in pictures) == 1)
    citizen.touch("picture_show")
    assert citizen.page == "home"


def shown_now(citizen) -> str:
    """The file that stands in front, once it does."""
    wanted = citizen.app.models.attract.source

    def front() -> str:
        for name in ("first_picture", "second_picture"):
            if citizen.sees(name) and citizen.find(name).opacity() == 1:
                return str(citizen.find(name).property("source").toString())
        return ""

    citizen.wait_for(lambda: front() == wanted)
    return wanted.partition("#")[0]
