"""The board's window on a real database, in every size and language."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem

from common import operations
from common.domain.ids import CounterCode, TicketId
from common.qt.theme import load_theme
from common.store import DatabaseAway, Store, open_store
from common.store.migrations.head import HEAD
from display.app import Display, DisplayOptions
from display.view_models import board_watch
from display.view_models.announcer import Pace
from tests.display.snapshots import ZONES, announcement, call, queue, view
from tests.sql import run_sql

SIZES = [(1920, 1080), (1080, 1920), (3840, 2160), (1280, 720)]
FAST = Pace(alone=30, in_line=10, merged=10)


def items(root: QQuickItem) -> list[QQuickItem]:
    """Everything that is drawn below `root`."""
    below = [child for child in root.childItems() if child.isVisible()]
    return below + [item for child in below for item in items(child)]


def texts(display: Display) -> list[QQuickItem]:
    drawn = items(display.window.contentItem())
    return [item for item in drawn if item.inherits("QQuickText") and item.property("text")]


def shown(display: Display) -> set[str]:
    return {item.property("text") for item in texts(display)}


def take_and_call(store: Store, service: str, counter: str) -> str:
    operations.issue(store, [service], ticket=TicketId(operations.new_id()))
    called = operations.call_next(store, CounterCode(counter))
    assert called is not None
    return called.number


def service_of(store: Store, queue_code: str) -> str:
    return next(s.code for s in operations.hall(store).services if s.queue == queue_code)


def test_a_call_made_elsewhere_appears_by_itself(show, hall_url, clock, hall_store, qtbot):
    display = show(pace=FAST)
    elsewhere = open_store(hall_url, clock)
    number = take_and_call(elsewhere, service_of(hall_store, "FA"), "F01")
    elsewhere.close()
    qtbot.waitUntil(lambda: display.announcer.banner != ())
    assert [each.number for each in display.announcer.banner] == [number]
    assert [row.number for row in display.board.calls.values] == [number]
    assert {number, "F01"} <= shown(display)


def test_a_zones_board_shows_its_zone_alone(show, hall_store, qtbot):
    display = show(zone="F", pace=FAST)
    take_and_call(hall_store, service_of(hall_store, "AA"), "A01")
    number = take_and_call(hall_store, service_of(hall_store, "FA"), "F01")
    qtbot.waitUntil(lambda: display.announcer.banner != ())
    assert [row.number for row in display.board.calls.values] == [number]
    assert {row.zone for row in display.board.queues.values} == {"F"}
    assert display.board.counterCount == 15


def test_many_calls_of_one_instant_are_all_announced_in_order(show, hall_store, qtbot):
    display = show(pace=FAST)
    heard: list[str] = []
    display.announcer.announced.connect(lambda calls: heard.extend(c.number for c in calls))
    service = service_of(hall_store, "FA")
    numbers = [take_and_call(hall_store, service, f"F{n:02d}") for n in range(1, 8)]
    qtbot.waitUntil(lambda: len(heard) == len(numbers))
    assert heard == numbers


def test_an_unknown_zone_is_a_calm_page_and_one_line_of_the_log(
    presentation, hall_store, qtbot, monkeypatch, caplog
):
    monkeypatch.setattr(board_watch, "RETRY_MILLISECONDS", 10)
    display = Display(lambda: hall_store, DisplayOptions(zone="Z", silent=True), presentation)
    refusals: list[str] = []
    display.watch.refused.connect(refusals.append)
    display.show(960, 540)
    qtbot.waitUntil(lambda: len(refusals) > 2)
    assert display.board.problem != ""
    assert any("Z" in text for text in shown(display))
    assert caplog.text.count("cannot show the board") == 1
    close(display)


def test_a_board_whose_hall_was_upgraded_says_what_to_do(show, hall_store, hall_url, qtbot):
    display = show(pace=FAST)
    qtbot.waitUntil(lambda: not display.board.away)
    run_sql(hall_url, "UPDATE alembic_version SET version_num = '9999'")
    qtbot.waitUntil(lambda: "更新本机程序" in display.board.problem)
    assert "hall" not in display.board.problem, "the database's place is nothing for a hall to read"
    run_sql(hall_url, f"UPDATE alembic_version SET version_num = '{HEAD}'")
    qtbot.waitUntil(lambda: display.board.problem == "")


def test_a_board_that_starts_before_its_database_waits_for_it(presentation, hall_store, qtbot):
    there = False

    def open_when_there() -> Store:
        if not there:
            raise DatabaseAway(detail="test")
        return hall_store

    display = Display(open_when_there, DisplayOptions(silent=True), presentation)
    display.show(960, 540)
    qtbot.waitUntil(lambda: display.board.away)
    assert "显示屏正在准备" in shown(display)
    there = True
    qtbot.waitUntil(lambda: not display.board.away and not display.board.empty)
    assert "显示屏正在准备" not in shown(display)
    close(display)


def close(display: Display) -> None:
    display.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def filled(show, qtbot):
    """A display with a snapshot made by hand: `filled(1920, 1080, several=False)`."""

    def fill(width: int, height: int, *, several: bool = False) -> Display:
        display = show(width, height)
        display.watch.close()
        calls = [call(f"FA{n:03d}", f"F{n:02d}", 5 + n * 9, serving=n > 4) for n in range(14)]
        news = [announcement(900 + n, f"AB10{n:02d}", f"A{n:02d}") for n in range(6)]
        display.board.see(
            view(
                *calls,
                announcements=tuple(news if several else news[:1]),
                queues=tuple(
                    queue(f"F{letter}", 128, *(f"F{letter}10{n:02d}" for n in range(8)))
                    for letter in "ABCDEFGH"
                ),
            ),
            ZONES,
            52,
        )
        return display

    return fill


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", ["call", "several", "away"])
def test_everything_is_large_enough_and_on_the_screen(filled, presentation, size, state):
    display = filled(*size, several=state == "several")
    if state == "away":
        display.board.lose()
    for language in ("zh", "en"):
        presentation.translator.set_language(language)
        look_at(display, size)


def look_at(display, size: tuple[int, int]) -> None:
    width, height = size
    picture: QImage = display.window.grabWindow()
    assert (picture.width(), picture.height()) == size
    for item in texts(display):
        area = item.mapRectToScene(item.boundingRect())
        assert item.property("font").pixelSize() >= height / 40 - 0.5, item.property("text")
        inside_ticker = item.parentItem().metaObject().className().startswith("Ticker")
        assert inside_ticker or (area.left() >= 0 and area.right() <= width + 1)
    rows = [item for item in items(display.window.contentItem()) if item.property("standing")]
    assert rows
    assert min(row.height() for row in rows) >= height / 16
    for first in rows:
        for second in rows:
            if first is not second:
                overlap = first.mapRectToScene(first.boundingRect()).intersected(
                    second.mapRectToScene(second.boundingRect())
                )
                assert overlap.height() < 1 or overlap.width() < 1


def test_few_calls_have_the_whole_width_and_many_keep_two_columns_until_few_are_left(filled):
    display = filled(1920, 1080)

    def is_wide(calls: int) -> bool:
        rows = [call(f"FA{n:03d}", f"F{n:02d}", 30) for n in range(calls)]
        display.board.see(view(*rows), ZONES, 52)
        drawn = items(display.window.contentItem())
        return all(row.width() > 1000 for row in drawn if row.property("standing"))

    wide = [is_wide(calls) for calls in (4, 8, 9, 8, 5, 4)]
    assert wide == [True, True, False, False, False, True]


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_main_number_is_at_least_a_twelfth_of_the_height(filled, size):
    display = filled(*size)
    number = next(item for item in texts(display) if item.objectName() == "banner_number")
    assert number.property("font").pixelSize() * 0.7 >= size[1] / 12 * 0.7
    assert number.property("font").pixelSize() >= size[1] / 12


def test_a_call_flashes_and_then_stands_still(filled, qtbot):
    display = filled(960, 540)
    banner = next(
        item for item in items(display.window.contentItem()) if item.objectName() == "banner"
    )
    theme = load_theme("dark", "display")
    colors: list[str] = []
    banner.colorChanged.connect(lambda: colors.append(banner.property("color").name().upper()))
    qtbot.waitUntil(lambda: len(colors) >= 5)
    assert colors.count(theme.colors.call) in (2, 3)
    qtbot.waitUntil(lambda: banner.property("color") == QColor(theme.colors.surface))


def test_the_last_board_stays_dim_under_the_notice_and_comes_back(filled, qtbot):
    display = filled(960, 540)
    display.board.lose()
    assert "暂时无法显示新的叫号" in shown(display)
    assert "FA000" in shown(display)
    display.board.see(view(call("FA050", "F01", 2)), ZONES, 52)
    assert "暂时无法显示新的叫号" not in shown(display)
    assert "FA050" in shown(display)


def test_a_database_file_that_vanishes_and_returns_is_noticed(
    presentation, sqlite_url, clock, qtbot
):
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    store = open_store(sqlite_url, clock)
    display = Display(lambda: store, DisplayOptions(silent=True), presentation)
    display.show(960, 540)
    qtbot.waitUntil(lambda: not display.board.empty)
    aside = path.with_suffix(".aside")
    path.rename(aside)
    qtbot.waitUntil(lambda: display.board.away)
    aside.rename(path)
    qtbot.waitUntil(lambda: not display.board.away)
    assert sqlite3.connect(path).execute("SELECT 1").fetchone() == (1,)
    close(display)
    store.close()
