"""The desk's behaviour without a window, on the real database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from common import operations
from common.domain.hall import CounterKind
from common.domain.ids import CounterCode, TicketId
from common.domain.pause import PauseReason
from common.domain.ticket import HoldKind, LegState, Move, Outcome
from common.operations.errors import WrongPassword
from common.qt.changes import ChangeBridge
from common.qt.hall_time import HallClock
from common.qt.presentation import Presentation
from common.qt.task_runner import TaskRunner
from common.store import DatabaseAway, Foreseen, Store
from common.store.migrations.head import HEAD
from counter.form_cabinet import FormCabinet
from counter.form_output import FormOutput
from counter.view_models import link as link_module
from counter.view_models.acts import Act
from counter.view_models.approval import ApprovalSheet
from counter.view_models.counter_papers import CounterPapers
from counter.view_models.desk import DeskViewModel
from counter.view_models.desk_forms import FormTools
from counter.view_models.link import GIVE_UP_SECONDS, DeskLink
from counter.view_models.press_guard import PressGuard
from counter.view_models.sheets import FinishSheet, Option, OptionList, PickSheet
from counter.view_models.sign_in import SignedIn, SignInViewModel
from counter.view_models.waiting_list import Urgency, WaitingRole
from counter.view_models.wording import OUTCOMES
from tests.sql import run_sql

PASSWORD = "jiaohao-demo"
A01, A02 = CounterCode("A01"), CounterCode("A02")


@dataclass
class Desk:
    """One desk and what drives it."""

    model: DeskViewModel
    bridge: ChangeBridge
    qtbot: QtBot
    clock: Any

    def do(self, act: Act, number: str = "") -> None:
        """Do an act that asks nothing, to its confirmed end."""
        self.model.do(act, number)
        self.settle()

    def accept(self) -> None:
        self.model.accept_sheet()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.model.act_under_way is None)

    def call_in_vain(self) -> None:
        """Call as often as the hall asks; the person does not come."""
        while not self.model.called_often:
            self.clock.advance(seconds=20)
            if self.model.enabled(Act.RECALL):
                self.do(Act.RECALL)

    def miss(self) -> None:
        self.call_in_vain()
        self.do(Act.MISS)

    @property
    def number(self) -> str:
        return self.model.current.number if self.model.current else ""

    @property
    def state(self) -> LegState | None:
        return self.model.current.state if self.model.current else None

    @property
    def message(self) -> str:
        return self.model.message.words() if self.model.message else ""


@pytest.fixture
def open_desk(
    qtbot: QtBot, store: Store, presentation: Presentation, clock, press_clock, tmp_path
) -> Iterator:
    """Open the desk of `counter`, signed in as its clerk."""
    runners: list[TaskRunner] = []
    bridges: list[ChangeBridge] = []
    desks: list[DeskViewModel] = []
    links: list[DeskLink] = []
    clocks: list[HallClock] = []

    def open_desk(
        counter: CounterCode = A01,
        *,
        guard: PressGuard | None = None,
        on: Store | None = None,
        login: str = "",
    ) -> Desk:
        session = operations.sign_in(store, counter, login or counter.lower(), PASSWORD)
        runner, bridge = TaskRunner("test desk"), ChangeBridge(store.feed())
        link = DeskLink(on or store, runner, bridge, counter, monotonic=press_clock)
        hall_clock = HallClock(ZoneInfo("Asia/Shanghai"), presentation.translator, clock)
        model = DeskViewModel(
            on or store,
            runner,
            link,
            presentation.translator,
            hall_clock,
            session,
            operations.hall(store),
            papers=CounterPapers(
                store, runner, presentation.translator, hall_clock, None, tmp_path
            ),
            forms=FormTools(FormCabinet(store), FormOutput(presentation.family), runner, tmp_path),
            guard=guard or PressGuard(0),
        )
        runners.append(runner)
        bridges.append(bridge)
        desks.append(model)
        links.append(link)
        clocks.append(hall_clock)
        model.start()
        bridge.start()
        qtbot.waitUntil(lambda: model.view is not None)
        return Desk(model, bridge, qtbot, clock)

    yield open_desk
    for bridge in bridges:
        bridge.close()
    for runner in runners:
        runner.close()
    for thing in (*links, *desks, *clocks):
        thing.deleteLater()


class FaultyStore:
    """The real store behind a link that a test can cut."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.cut = False
        self.lose_answer = False
        """The next write happens, and its answer is lost on the way."""

    def read(self):
        if self.cut:
            raise DatabaseAway(detail="cut by the test")
        return self._store.read()

    def write(self, foreseen=None):
        if self.cut:
            raise DatabaseAway(detail="cut by the test")
        if self.lose_answer:
            self.lose_answer = False
            return _LostAnswer(self, foreseen)
        return self._store.write(foreseen)

    def __getattr__(self, name: str):
        return getattr(self._store, name)


class _LostAnswer:
    def __init__(self, faulty: FaultyStore, foreseen: Foreseen | None) -> None:
        self._faulty = faulty
        self._write = faulty._store.write(foreseen)

    def __enter__(self):
        return self._write.__enter__()

    def __exit__(self, *error):
        self._write.__exit__(*error)
        self._faulty.cut = True
        raise DatabaseAway(detail="the answer was lost")


@pytest.fixture
def faulty(store: Store) -> FaultyStore:
    return FaultyStore(store)


@pytest.fixture(autouse=True)
def quick_retries(monkeypatch):
    monkeypatch.setattr(link_module, "RETRY_MILLISECONDS", 20)


# The one large key


def test_the_primary_act_is_call_then_serve_then_finish(open_desk, take):
    number = take().number
    desk = open_desk()
    assert desk.model.primary is Act.CALL_NEXT
    desk.do(desk.model.primary)
    assert (desk.number, desk.state) == (number, LegState.CALLED)
    assert desk.model.primary is Act.SERVE
    desk.do(desk.model.primary)
    assert desk.state is LegState.SERVING
    assert desk.model.primary is Act.FINISH
    desk.model.press_primary()
    assert isinstance(desk.model.sheet, FinishSheet)
    desk.accept()
    assert desk.number == ""
    assert desk.model.view.served_today == 1


def test_finish_records_outcome_and_cases(open_desk, take, store):
    number = take().number
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    desk.do(Act.SERVE)
    desk.model.do(Act.FINISH)
    desk.model.sheet.choose_key(4)
    desk.model.sheet.set_cases(3)
    desk.accept()
    leg = operations.timeline(store, number).legs[0]
    assert (leg.outcome, leg.cases) == (Outcome.TO_BE_CORRECTED, 3)
    assert desk.message == f"{number} 补正，3 件"


def test_finish_without_a_choice_is_completed_with_one_case(open_desk, take, store):
    number = take().number
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    desk.do(Act.SERVE)
    desk.model.do(Act.FINISH)
    desk.accept()
    leg = operations.timeline(store, number).legs[0]
    assert (leg.outcome, leg.cases) == (Outcome.COMPLETED, 1)


def test_a_line_with_nobody_says_so_calmly(open_desk):
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    assert desk.message == "现在没有人等候"
    assert desk.model.enabled(Act.CALL_NEXT)


# Double presses


def test_a_double_press_is_one_act(open_desk, take, press_clock):
    take()
    desk = open_desk(guard=PressGuard(0.4, press_clock))
    desk.model.press_primary()
    desk.model.press_primary()
    desk.settle()
    desk.model.press_primary()  # still the same hasty hand: the button now says "serve"
    desk.settle()
    assert desk.state is LegState.CALLED
    press_clock.seconds += 0.5
    desk.model.press_primary()
    desk.settle()
    assert desk.state is LegState.SERVING


def test_a_press_while_an_act_is_under_way_does_nothing(open_desk, take, store):
    first, second = take().number, take().number
    desk = open_desk()
    desk.model.press(Act.CALL_NEXT)
    desk.model.press(Act.CALL_NEXT)
    assert not desk.model.enabled(Act.CALL_NEXT)
    desk.settle()
    assert desk.number == first
    assert operations.timeline(store, second).state is LegState.WAITING


def test_other_acts_do_not_wait_for_the_guard_of_the_primary_key(open_desk, take, press_clock):
    take()
    desk = open_desk(guard=PressGuard(0.4, press_clock))
    desk.model.press_primary()
    desk.settle()
    desk.clock.advance(seconds=20)
    desk.model.press(Act.RECALL)
    desk.settle()
    assert desk.model.current.times_called == 2


# The other acts


def test_recall_counts_calls_and_then_advises_to_miss(open_desk, take):
    take()
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    for _ in range(2):
        desk.clock.advance(seconds=20)
        assert not desk.model.called_often
        desk.do(Act.RECALL)
    assert desk.model.current.times_called == 3
    assert not desk.model.called_often, "the last call was just now"
    desk.clock.advance(seconds=20)
    assert desk.model.called_often


def test_recall_and_miss_wait_until_they_are_due(open_desk, take):
    take()
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    enabled = desk.model.enabled
    assert desk.model.call_again_in == 20
    desk.clock.advance(seconds=19)
    assert (desk.model.call_again_in, enabled(Act.RECALL), enabled(Act.MISS)) == (1, False, False)
    desk.clock.advance(seconds=1)
    assert (desk.model.call_again_in, enabled(Act.RECALL), enabled(Act.MISS)) == (0, True, False)
    desk.call_in_vain()
    assert (enabled(Act.RECALL), enabled(Act.MISS)) == (False, True)


def test_a_key_pressed_too_early_says_what_is_missing(open_desk, take):
    number = take().number
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    desk.model.press(Act.RECALL)
    assert desk.message == f"{number} 号刚刚呼叫过，20 秒后可重呼。"
    desk.model.press(Act.MISS)
    assert desk.message == f"呼叫 3 次未到才能过号。{number} 号还需再呼叫 2 次。"
    desk.call_in_vain()
    desk.model.press(Act.RECALL)
    assert desk.message == f"{number} 号已呼叫 3 次，请按过号处理。"


# Pauses and extra queues


def approve(desk: Desk) -> None:
    """The supervisor Z04 agrees on the clerk's own screen."""
    sheet = desk.model.sheet
    assert isinstance(sheet, ApprovalSheet)
    sheet.set_login("z04")
    sheet.set_password(PASSWORD)
    sheet.set_reason("crowded")
    sheet.accept()
    desk.qtbot.waitUntil(lambda: desk.model.sheet is None)
    desk.settle()


def pause(desk: Desk, digit: int = 1) -> None:
    desk.model.do(Act.PAUSE)
    desk.model.sheet.choose_key(digit)
    desk.accept()


def test_a_pause_and_its_end(open_desk):
    desk = open_desk()
    pause(desk, 2)
    assert desk.model.pause.reason is PauseReason.MEETING
    assert desk.model.primary is Act.REOPEN
    assert not desk.model.enabled(Act.CALL_NUMBER)
    desk.clock.advance(seconds=75)
    assert desk.model.paused_for == "01:15"
    assert not desk.model.paused_long
    desk.clock.advance(minutes=15)
    assert desk.model.paused_long
    desk.model.press_primary()
    desk.settle()
    assert desk.model.pause is None
    assert desk.model.primary is Act.CALL_NEXT
    assert desk.message == "A01 已恢复服务"


def test_the_last_open_counter_asks_a_supervisor_and_then_pauses(open_desk, take):
    take()
    desk = open_desk()
    pause(desk)
    assert desk.model.pause is None
    assert "最后一个开放的窗口" in desk.model.sheet.what
    approve(desk)
    assert desk.model.pause.reason is PauseReason.LUNCH


def test_a_pause_that_no_supervisor_allows_does_not_happen(open_desk, take):
    take()
    desk = open_desk()
    pause(desk)
    desk.model.close_sheet()
    assert desk.model.pause is None
    assert desk.model.enabled(Act.CALL_NEXT)


def test_an_extra_queue_with_a_supervisor_until_it_is_ended(open_desk, take):
    number = take("FA").number
    desk = open_desk()
    assert not desk.model.waiting_count
    desk.model.do(Act.EXTRA_QUEUE)
    desk.model.sheet.type("FA")
    desk.accept()
    approve(desk)
    assert [q.code for q in desk.model.view.extra] == ["FA"]
    assert [w.number for w in desk.model.view.waiting] == [number]
    desk.model.end_extra_queues()
    desk.settle()
    assert desk.model.view.extra == ()


def test_a_supervisor_takes_an_extra_queue_without_asking(open_desk):
    desk = open_desk(login="z04")
    desk.model.do(Act.EXTRA_QUEUE)
    desk.model.sheet.type("FA")
    desk.accept()
    assert [q.code for q in desk.model.view.extra] == ["FA"]


# Kinds of hold, experts


def hold(desk: Desk, kind: HoldKind = HoldKind.PAPERS_LEFT) -> None:
    desk.do(Act.CALL_NEXT)
    desk.do(Act.SERVE)
    desk.model.do(Act.HOLD)
    desk.model.sheet.choose(list(HoldKind).index(HoldKind.PAPERS_LEFT))
    while desk.model.sheet.picked != kind:
        desk.model.sheet.choose(desk.model.sheet.row + 1)
    desk.accept()


def test_the_papers_stay_unless_the_clerk_says_otherwise(open_desk, take):
    take()
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    desk.do(Act.SERVE)
    desk.model.do(Act.HOLD)
    desk.accept()
    assert desk.model.view.held[0].hold_kind is HoldKind.PAPERS_LEFT


def test_who_took_the_papers_along_is_offered_at_the_other_counters_too(open_desk, take):
    number = take().number
    hold(open_desk(A01), HoldKind.PAPERS_TAKEN)
    other = open_desk(A02)
    other.model.do(Act.RESUME)
    assert [o.key for o in other.model.sheet.options.shown] == [number]
    other.accept()
    assert (other.number, other.state) == (number, LegState.SERVING)


def test_a_hold_that_is_overdue_is_marked(open_desk, take):
    take()
    desk = open_desk()
    hold(desk)
    assert not desk.model.overdue_count
    desk.clock.advance(minutes=61)
    desk.model.start()
    desk.qtbot.waitUntil(lambda: desk.model.overdue_count == 1)
    assert desk.model.held.shown[0].alarm


def test_ask_an_expert_and_have_the_person_back(open_desk, take):
    number = take().number
    desk, expert = open_desk(A01), open_desk(A02)
    desk.do(Act.CALL_NEXT)
    desk.do(Act.SERVE)
    desk.model.do(Act.TRANSFER)
    desk.model.sheet.type("A02")
    desk.model.sheet.let_come_back(True)
    desk.accept()
    assert desk.message == f"{number} 去 A02，之后回到本窗口"
    expert.do(Act.CALL_NEXT)
    expert.do(Act.SERVE)
    assert expert.model.person.route[-1].way_back == "之后回 A01"
    expert.model.do(Act.FINISH)
    expert.accept()
    desk.do(Act.CALL_NEXT)
    assert desk.number == number


def test_a_missed_number_comes_back_behind_others(open_desk, take, store):
    number = take().number
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    desk.miss()
    assert [o.key for o in desk.model.missed.shown] == [number]
    desk.do(Act.REINSTATE)
    assert operations.timeline(store, number).state is LegState.WAITING
    assert desk.message == f"{number} 已重新排队"


def test_a_refused_act_says_why_in_the_language_of_the_screen(open_desk, take, presentation):
    number = take().number
    desk = open_desk()
    for _ in range(2):
        desk.do(Act.CALL_NEXT)
        desk.miss()
        desk.do(Act.REINSTATE)
    assert desk.message == f"{number} 号已复号过，不能再次复号，请重新取号。"
    presentation.translator.set_language("en")
    assert desk.message.startswith(f"Number {number} has been reinstated before")


def test_hold_keeps_the_note_and_frees_the_counter(open_desk, take):
    number = take().number
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    desk.do(Act.SERVE)
    desk.model.do(Act.HOLD)
    desk.model.sheet.write_note("去拍照")
    desk.accept()
    assert desk.model.idle
    held = desk.model.held.shown[0]
    assert (held.key, held.title) == (number, "去拍照")


def test_resume_at_a_free_counter_goes_on_at_once(open_desk, take):
    number = take().number
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    desk.do(Act.SERVE)
    desk.model.do(Act.HOLD)
    desk.accept()
    desk.do(Act.RESUME)
    assert (desk.number, desk.state) == (number, LegState.SERVING)


def test_resume_while_busy_makes_the_person_the_next_one(open_desk, take):
    held = take().number
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    desk.do(Act.SERVE)
    desk.model.do(Act.HOLD)
    desk.accept()
    take()
    take(priority="P2")
    desk.do(Act.CALL_NEXT)
    desk.do(Act.RESUME)
    assert desk.message == f"{held} 将在本窗口下一个被叫到"
    desk.miss()
    desk.do(Act.CALL_NEXT)
    assert desk.number == held


def test_with_several_on_hold_the_clerk_picks_one(open_desk, take):
    numbers = [take().number, take().number]
    desk = open_desk()
    for _ in numbers:
        desk.do(Act.CALL_NEXT)
        desk.do(Act.SERVE)
        desk.model.do(Act.HOLD)
        desk.accept()
    desk.model.do(Act.RESUME)
    desk.model.sheet.type(numbers[1][-3:])
    desk.accept()
    assert desk.number == numbers[1]


def test_transfer_finds_a_queue_by_a_part_of_its_chinese_name(open_desk, take, store):
    number = take().number
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    desk.model.do(Act.TRANSFER)
    desk.model.sheet.type("出入境")
    assert desk.model.sheet.picked == "BB"
    desk.model.sheet.write_note("需要护照")
    desk.accept()
    legs = operations.timeline(store, number).legs
    assert [leg.state for leg in legs] == [LegState.TRANSFERRED, LegState.WAITING]
    assert legs[1].queue == "BB"


def test_transfer_offers_every_place_but_the_one_the_person_is_at(open_desk, take):
    take("AA")
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    desk.model.do(Act.TRANSFER)
    keys = {o.key for o in desk.model.sheet.options.shown}
    assert "AA" not in keys and "A01" not in keys
    assert {"AB", "A02", "F01"} <= keys


def test_a_chosen_number_needs_a_reason(open_desk, take):
    take()
    wanted = take().number
    desk = open_desk()
    desk.model.do(Act.CALL_NUMBER, wanted)
    sheet = desk.model.sheet
    assert sheet.picked == wanted
    desk.accept()
    assert desk.model.sheet is sheet, "nothing happens without a reason"
    sheet.write_note("行动不便")
    desk.accept()
    assert desk.number == wanted
    assert desk.model.person.reason == "指呼：行动不便"


def test_a_typed_number_that_is_not_in_the_line_is_answered_truthfully(open_desk):
    desk = open_desk()
    desk.model.do(Act.CALL_NUMBER)
    desk.model.sheet.type("aa099")
    desk.model.sheet.write_note("test")
    desk.accept()
    assert desk.message == "今天没有 AA099 号，请核对号票。"


def test_the_open_list_of_numbers_follows_the_line(open_desk, take, qtbot):
    take()
    second = take().number
    desk = open_desk()
    desk.model.do(Act.CALL_NUMBER)
    sheet = desk.model.sheet
    sheet.pick(1)
    late = take().number
    qtbot.waitUntil(lambda: sheet.options.rowCount() == 3)
    assert sheet.picked == second, "the pick stays where it was"
    sheet.type(late)
    assert [o.key for o in sheet.options.shown] == [late]
    later = take().number
    qtbot.waitUntil(lambda: desk.model.waiting_count == 4)
    assert [o.key for o in sheet.options.shown] == [late], "what was typed still narrows"
    sheet.type(later)
    assert sheet.picked == later


def test_a_typed_number_that_arrives_while_the_list_is_open_is_found(open_desk, take, qtbot):
    desk = open_desk()
    desk.model.do(Act.CALL_NUMBER)
    sheet = desk.model.sheet
    sheet.type("AA001")
    assert not sheet.options.shown
    assert take().number == "AA001"
    qtbot.waitUntil(lambda: bool(sheet.options.shown))
    assert sheet.options.shown[sheet.row].key == "AA001"


def test_a_picked_number_that_is_called_elsewhere_is_not_replaced_by_another(
    open_desk, take, store, qtbot
):
    take()
    wanted = take().number
    take()
    desk = open_desk()
    desk.model.do(Act.CALL_NUMBER)
    sheet = desk.model.sheet
    sheet.pick(1)
    sheet.write_note("helps")
    operations.sign_in(store, A02, "a02", PASSWORD)
    operations.call_number(store, A02, wanted, "asked", clerk="a02", request=operations.new_id())
    qtbot.waitUntil(lambda: desk.model.waiting_count == 2)
    assert sheet.picked == ""
    assert not sheet.complete
    sheet.pick(sheet.row + 1)
    assert sheet.complete


def test_cancel_takes_a_waiting_number_out_of_the_line(open_desk, take, store):
    number = take().number
    desk = open_desk()
    desk.model.do(Act.CANCEL)
    desk.model.sheet.type(number)
    desk.accept()
    assert operations.timeline(store, number).state is LegState.CANCELLED


def test_acts_are_possible_only_where_they_make_sense(open_desk, take):
    take()
    desk = open_desk()

    def possible() -> set[Act]:
        return {act for act in Act if desk.model.enabled(act)}

    papers = {Act.RECEIPT, Act.REPRINT, Act.DAY_END}
    always = {Act.SIGN_OUT, Act.CANCEL, Act.PUT_FIRST, Act.EXTRA_QUEUE} | papers
    assert possible() == {Act.CALL_NEXT, Act.CALL_NUMBER, Act.PAUSE} | always
    take()
    desk.do(Act.CALL_NEXT)
    assert possible() - always == {Act.SERVE, Act.TRANSFER, Act.NOTICE}
    desk.clock.advance(seconds=20)
    assert possible() - always == {Act.SERVE, Act.RECALL, Act.TRANSFER, Act.NOTICE}
    desk.do(Act.SERVE)
    assert possible() - always == {Act.FINISH, Act.HOLD, Act.TRANSFER, Act.NOTICE}
    desk.model.do(Act.FINISH)
    assert possible() == set(), "an open question comes first"


def test_a_key_that_means_nothing_now_gets_a_calm_answer(open_desk, take):
    desk = open_desk()
    desk.model.press(Act.RECALL)
    assert desk.message == "A01 窗口目前没有号，请先叫号。"
    number = take().number
    desk.do(Act.CALL_NEXT)
    desk.model.press(Act.CALL_NUMBER, "AA002")
    assert desk.message == f"A01 窗口还有 {number} 号，请先办结或按过号处理。"
    assert desk.model.sheet is None


# Two counters, restarts, take-overs


def test_two_counters_that_press_at_once_get_different_numbers(open_desk, take):
    numbers = {take().number, take().number}
    one, other = open_desk(A01), open_desk(A02)
    one.model.press_primary()
    other.model.press_primary()
    one.settle()
    other.settle()
    assert {one.number, other.number} == numbers


def test_the_loser_of_the_last_number_hears_that_nobody_waits(open_desk, take):
    take()
    one, other = open_desk(A01), open_desk(A02)
    one.do(Act.CALL_NEXT)
    other.model._link.read()
    other.do(Act.CALL_NEXT)
    assert other.number == ""
    assert other.message == "现在没有人等候"


def test_a_number_taken_elsewhere_leaves_my_list(open_desk, take, qtbot):
    take()
    one, other = open_desk(A01), open_desk(A02)
    qtbot.waitUntil(lambda: other.model.waiting_count == 1)
    one.do(Act.CALL_NEXT)
    qtbot.waitUntil(lambda: other.model.waiting_count == 0)


def test_a_desk_that_another_clerk_took_over_ends_and_says_by_whom(open_desk, store, qtbot):
    desk = open_desk()
    with qtbot.waitSignal(desk.model.left) as left:
        operations.sign_in(store, A01, "a02", PASSWORD, take_over=True)
    assert left.args[0].words() == "窗口员 A02 已接管 A01 窗口。"
    assert not any(desk.model.enabled(act) for act in Act)


def test_signing_out_with_a_person_here_asks_first(open_desk, take, store, qtbot):
    number = take().number
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    desk.model.do(Act.SIGN_OUT)
    assert isinstance(desk.model.sheet, PickSheet)
    with qtbot.waitSignal(desk.model.left) as left:
        desk.model.accept_sheet()
    assert left.args == [None]
    assert operations.desk(store, A01).current.number == number


# The database goes away


def test_an_act_pressed_while_the_database_is_away_happens_once_when_it_is_back(
    open_desk, take, store, faulty, qtbot
):
    first = take().number
    take()
    desk = open_desk(on=faulty)
    faulty.cut = True
    desk.model.press_primary()
    qtbot.waitUntil(lambda: desk.model.away)
    assert desk.model.act_under_way is Act.CALL_NEXT
    assert not any(desk.model.enabled(act) for act in Act)
    faulty.cut = False
    qtbot.waitUntil(lambda: not desk.model.away and desk.number == first)


def test_a_desk_whose_hall_was_upgraded_says_what_to_do(open_desk, database, qtbot):
    desk = open_desk()
    run_sql(str(database), "UPDATE alembic_version SET version_num = '9999'")
    qtbot.waitUntil(lambda: "大厅系统已升级" in desk.model.other_version)
    assert desk.model.away
    run_sql(str(database), f"UPDATE alembic_version SET version_num = '{HEAD}'")
    qtbot.waitUntil(lambda: not desk.model.away)
    assert desk.model.other_version == ""


def test_an_act_whose_answer_was_lost_is_not_done_twice(open_desk, take, store, faulty, qtbot):
    first, second = take().number, take().number
    desk = open_desk(on=faulty)
    faulty.lose_answer = True
    desk.model.press_primary()
    qtbot.waitUntil(lambda: desk.model.away)
    faulty.cut = False
    qtbot.waitUntil(lambda: desk.number == first)
    calls = [e for e in operations.timeline(store, first).events if e.move is Move.CALL]
    assert len(calls) == 1
    assert operations.timeline(store, second).state is LegState.WAITING


def test_an_act_that_waited_too_long_is_reported_and_not_done_late(
    open_desk, take, store, faulty, press_clock, qtbot
):
    number = take().number
    desk = open_desk(on=faulty)
    faulty.cut = True
    desk.model.press_primary()
    qtbot.waitUntil(lambda: desk.model.away)
    press_clock.seconds += GIVE_UP_SECONDS + 1
    qtbot.waitUntil(lambda: desk.model.act_under_way is None)
    faulty.cut = False
    qtbot.waitUntil(lambda: not desk.model.away and "无法确认" in desk.message)
    assert operations.timeline(store, number).state is LegState.WAITING


def test_a_database_file_that_was_moved_away_and_back_loses_nothing(
    open_desk, take, database, qtbot
):
    number = take().number
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    aside = database.with_suffix(".aside")
    database.rename(aside)
    qtbot.waitUntil(lambda: desk.model.away)
    assert desk.number == number, "what was known stays on the screen"
    aside.rename(database)
    qtbot.waitUntil(lambda: not desk.model.away)
    desk.do(Act.SERVE)
    assert (desk.number, desk.state) == (number, LegState.SERVING)


def test_a_lost_feed_disables_the_acts_until_the_database_answers(open_desk, take, faulty, qtbot):
    take()
    desk = open_desk(on=faulty)
    faulty.cut = True
    desk.bridge.lost.emit()
    assert desk.model.away
    assert not desk.model.enabled(Act.CALL_NEXT)
    faulty.cut = False
    desk.bridge.restored.emit()
    qtbot.waitUntil(lambda: desk.model.enabled(Act.CALL_NEXT))


# Who waits


def test_a_new_person_is_announced_while_the_desk_is_idle(open_desk, take, qtbot):
    desk = open_desk()
    with qtbot.waitSignal(desk.model.arrived) as arrived:
        take()
    assert arrived.args == [1]
    assert desk.message == "新到 1 人等候"
    with qtbot.waitSignal(desk.model.arrived):
        take()
    assert desk.message == "新到 2 人等候"
    desk.do(Act.CALL_NEXT)
    assert desk.model.fresh_count == 0


def test_people_who_waited_at_the_start_are_not_new(open_desk, take, qtbot):
    take()
    desk = open_desk()
    assert desk.message == ""
    assert desk.model.fresh_count == 0


def test_a_new_person_does_not_disturb_a_clerk_who_serves(open_desk, take, qtbot):
    take()
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    with qtbot.assertNotEmitted(desk.model.arrived):
        take()
        qtbot.waitUntil(lambda: desk.model.waiting_count == 1)
    assert desk.model.fresh_count == 1


def test_waits_turn_caution_and_alarm_at_the_halls_limits(open_desk, take, clock, qtbot):
    take()
    clock.advance(minutes=10)
    take()
    clock.advance(minutes=20)
    desk = open_desk()
    rows = [desk.model.waiting.data(desk.model.waiting.index(n), WaitingRole.ROW) for n in range(2)]
    assert [row.urgency for row in rows] == [Urgency.ALARM, Urgency.CAUTION]
    assert [row.urgency_word for row in rows] == ["超时", "久候"]
    assert rows[0].fraction == 1.0
    assert desk.model.longest_urgency is Urgency.ALARM


def test_the_line_tells_who_chose_this_kind_of_counter(open_desk, store):
    for kind in (None, CounterKind.DEPARTMENT, CounterKind.COMPREHENSIVE):
        operations.issue(store, ["FB001"], ticket=TicketId(operations.new_id()), kind=kind)
    waiting = open_desk(CounterCode("F05")).model.waiting
    assert [waiting.row(place).wish for place in range(waiting.rowCount())] == ["", "自选部门窗口"]
    assert "自选部门窗口" in waiting.data(waiting.index(1))


def test_the_running_time_leaves_out_the_time_on_hold(open_desk, take, clock, qtbot):
    take()
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    desk.do(Act.SERVE)
    clock.advance(minutes=4)
    desk.model.do(Act.HOLD)
    desk.accept()
    clock.advance(minutes=30)
    desk.do(Act.RESUME)
    clock.advance(seconds=5)
    assert desk.model.running_time == "04:05"


def test_the_person_card_tells_route_priority_and_reason(open_desk, take, store):
    take("AE")
    bundle = operations.hall(store).bundles[0]
    take(priority="P1", wanted=(bundle.code,))
    desk = open_desk()
    desk.do(Act.CALL_NEXT)
    shown = desk.model.person
    assert shown.priority == "老年人"
    assert len(shown.route) >= 2
    assert [step.current for step in shown.route].count(True) == 1
    assert "优先 15 分钟" in shown.reason
    assert shown.materials


# Signing in


@pytest.fixture
def sign_in(qtbot: QtBot, store: Store, presentation: Presentation) -> Iterator[SignInViewModel]:
    runner, bridge = TaskRunner("test sign-in"), ChangeBridge(store.feed())
    yield SignInViewModel(store, runner, bridge, presentation.translator, counter="a01")
    bridge.close()
    runner.close()


def test_signing_in_opens_a_session(sign_in, qtbot):
    sign_in.set_login("a01")
    sign_in.set_password(PASSWORD)
    with qtbot.waitSignal(sign_in.signed_in) as signed_in:
        sign_in.sign_in()
    answer = signed_in.args[0]
    assert isinstance(answer, SignedIn)
    assert answer.session.counter == "A01"
    assert sign_in.password == ""


def test_a_wrong_password_is_said_calmly_and_wiped(sign_in, qtbot):
    sign_in.set_login("a01")
    sign_in.set_password("wrong")
    with qtbot.waitSignal(sign_in.refused) as refused:
        sign_in.sign_in()
    assert refused.args == ["password"]
    assert sign_in.message.words() == WrongPassword().text("zh")
    assert sign_in.password == ""


def test_an_unknown_counter_points_at_the_counter_field(sign_in, qtbot):
    sign_in.set_counter("Z99")
    sign_in.set_login("a01")
    sign_in.set_password(PASSWORD)
    with qtbot.waitSignal(sign_in.refused) as refused:
        sign_in.sign_in()
    assert refused.args == ["counter"]
    assert "Z99" in sign_in.message.words()


def test_a_taken_counter_names_the_clerk_and_can_be_taken_over(sign_in, store, qtbot):
    operations.sign_in(store, A01, "a02", PASSWORD)
    sign_in.set_login("a01")
    sign_in.set_password(PASSWORD)
    sign_in.sign_in()
    qtbot.waitUntil(lambda: sign_in.taken_by is not None)
    assert "窗口员 A02" in sign_in.taken_by()
    with qtbot.waitSignal(sign_in.signed_in) as signed_in:
        sign_in.sign_in(take_over=True)
    assert signed_in.args[0].session.clerk == "a01"


def test_an_empty_field_is_pointed_at_without_asking_the_database(sign_in, qtbot):
    with qtbot.waitSignal(sign_in.refused) as refused:
        sign_in.sign_in()
    assert refused.args == ["login"]
    assert not sign_in.busy


def test_the_sign_in_page_waits_for_the_database_and_goes_on(faulty, presentation, store, qtbot):
    runner, bridge = TaskRunner("test sign-in"), ChangeBridge(store.feed())
    model = SignInViewModel(faulty, runner, bridge, presentation.translator, counter="A01")
    faulty.cut = True
    model.load_hall()
    qtbot.waitUntil(lambda: model.away)
    assert "数据库" in model.message.words()
    faulty.cut = False
    bridge.restored.emit()
    qtbot.waitUntil(lambda: not model.away)
    assert model.message is None
    assert model.counter_place == "综合受理 · 综合受理区 1 层"
    bridge.close()
    runner.close()


# Small parts


def test_typing_finds_by_key_by_word_beginning_and_by_part_of_a_chinese_name():
    options = OptionList(
        (
            Option("CA", "Community civil affairs", "", "社区民政与证明"),
            Option("FA", "Pension and social insurance", "", "养老与社会保险"),
        )
    )
    options.narrow("fa")
    assert [o.key for o in options.shown] == ["FA"], "not the middle of “affairs”"
    options.narrow("社")
    assert len(options.shown) == 2
    options.narrow("civil")
    assert [o.key for o in options.shown] == ["CA"]


def test_every_outcome_has_a_key():
    assert set(OUTCOMES) == set(Outcome)
