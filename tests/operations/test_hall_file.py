"""A hall file, as people write it and as they get it wrong."""

from __future__ import annotations

import re
import tracemalloc
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from common.domain.calendar import Hours
from common.domain.errors import JiaohaoError
from common.domain.hall import CounterKind
from common.domain.kiosk import HomeButton
from common.domain.session import Role
from common.operations import hall
from common.operations.hall_changes import apply_hall, create_hall, differences
from common.operations.hall_file import read_hall_file
from common.operations.hall_file.document import read_document
from common.resources import resource

SMALL = """\
hall:
  code: SMALL
  name: {zh: 小厅, en: Small hall}
  address: {zh: 这里, en: Here}
  time_zone: Asia/Shanghai
  phone: "000"
calendar:
  days:
    monday: [{from: "09:00", to: "12:00"}]
zones:
  - {code: A, floor: 1, name: {zh: 甲区, en: Zone A}}
departments:
  - {code: D1, name: {zh: 部门, en: Department}}
queues:
  - {code: QA, zone: A, name: {zh: 甲队, en: Queue A}}
priority_classes:
  - {code: P0, head_start_minutes: 0, name: {zh: 普通, en: Ordinary}}
materials:
  - {code: card, name: {zh: 证, en: Card}, kind: {zh: 原件, en: Original}}
services:
  - {code: S1, queue: QA, department: D1, service_minutes: 5, promised_days: 0,
     materials: [card], name: {zh: 甲, en: One}}
bundles:
  - {code: B1, lead: D1, name: {zh: 套, en: Bundle}, stages: [{mode: serial, services: [S1]}]}
counters:
  - {code: A01, zone: A, kind: department, queues: [QA], name: {zh: 一, en: One}}
clerks:
  - {login: a01, name: {zh: 张, en: Zhang}, password: Long enough}
"""
LINES = SMALL.splitlines()
Refused = Callable[..., JiaohaoError]


@pytest.fixture
def refused(tmp_path: Path) -> Refused:
    """Read a file with this content and return the refusal."""

    def refused(content: str | bytes, error: str = "hall_file_wrong") -> JiaohaoError:
        file = tmp_path / "hall.yaml"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        with pytest.raises(JiaohaoError) as caught:
            read_hall_file(file)
        assert caught.value.code == error
        for language in ("en", "zh"):
            assert str(file) in caught.value.text(language)
        assert re.search("[\u4e00-\u9fff]", caught.value.text("zh"))
        return caught.value

    return refused


def line_of(part: str) -> int:
    (number,) = [i for i, line in enumerate(LINES, start=1) if part in line]
    return number


# What is right


def test_the_demonstration_hall_is_as_large_as_a_district(demo_file):
    hall = demo_file.hall
    counts = [hall.zones, hall.departments, hall.queues, hall.counters, hall.services, hall.bundles]
    assert [len(things) for things in counts] == [6, 22, 19, 52, 74, 8]
    assert Counter(clerk.role for clerk in demo_file.clerks) == {
        Role.CLERK: 52 + 2,
        Role.GUIDE: 3,
        Role.SUPERVISOR: 2,
        Role.ADMINISTRATOR: 1,
    }
    assert sum(clerk.skills is not None for clerk in demo_file.clerks) == 2


def test_what_anybody_wrote_is_read_as_what_came_with_the_suite():
    demo = resource("demo", "hall.yaml")
    assert read_document(demo).content == read_document(demo, ours=True).content


def test_the_demonstration_hall_is_open_at_all_hours_and_shows_its_hours(demo_file):
    assert demo_file.hall.calendar.always
    assert demo_file.hall.calendar.hours_on(0)[0].start == time(8, 15)


def test_every_queue_of_the_demonstration_hall_has_a_counter_of_its_own_zone(demo_file):
    hall = demo_file.hall
    for queue in hall.queues:
        assert hall.counters_of(queue.code)[0].zone == queue.zone


def test_a_small_file_has_sensible_defaults(tmp_path):
    file = tmp_path / "hall.yaml"
    file.write_text(SMALL, encoding="utf-8")
    read = read_hall_file(file)
    assert read.hall.queues[0].alarm_waiting == 20
    assert read.hall.rules.reinstate_after == 3
    assert read.hall.rules.wait_alarm == timedelta(minutes=30)
    assert read.hall.rules.forms_after_pickup == timedelta(days=1)
    assert read.hall.counters[0].kind is CounterKind.DEPARTMENT
    assert not read.hall.calendar.always


def test_the_calendar_of_the_demonstration_hall_knows_the_year(demo_file):
    calendar = replace(demo_file.hall.calendar, always=False)
    assert calendar.plan(date(2026, 2, 17)).holiday.zh == "春节"
    assert calendar.plan(date(2026, 2, 28)).is_working_day  # a Saturday
    assert calendar.plan(date(2026, 11, 23)).work[0] == Hours(time(8, 30), time(12, 0))
    assert calendar.open_counters(date(2026, 11, 28))[0] == "A01"
    assert calendar.extended == timedelta(minutes=60)


def test_dates_may_stand_in_quotes(tmp_path):
    file = tmp_path / "hall.yaml"
    day = '  holidays:\n    - {from: "2026-10-01", name: {zh: 国庆, en: National Day}}\n'
    file.write_text(SMALL.replace("zones:", day + "zones:"), encoding="utf-8")
    (holiday,) = read_hall_file(file).hall.calendar.holidays
    assert holiday.first == holiday.last == date(2026, 10, 1)


def test_a_service_may_have_weekdays_of_its_own(tmp_path):
    file = tmp_path / "hall.yaml"
    file.write_text(
        SMALL.replace("queue: QA,", "queue: QA, weekdays: [friday, monday],"), encoding="utf-8"
    )
    read = read_hall_file(file)
    assert read.hall.service("S1").weekdays == (0, 4)
    store = create_hall(str(tmp_path / "hall.db"), read)
    with store.read() as tx:
        assert tx.hall == read.hall
    store.close()


def test_a_hall_may_ask_nobody_for_a_telephone(tmp_path):
    asking, silent = tmp_path / "asking.yaml", tmp_path / "silent.yaml"
    asking.write_text(SMALL, encoding="utf-8")
    silent.write_text(SMALL + "kiosk: {ask_phone: false}\n", encoding="utf-8")
    store = create_hall(str(tmp_path / "hall.db"), read_hall_file(silent))
    assert not hall(store).ask_phone
    (change,) = differences(store, read_hall_file(asking))
    assert (change.section, change.code) == ("kiosk", "ask_phone")
    store.close()


def test_a_hall_may_leave_booking_to_the_desk(tmp_path):
    everywhere, desk = tmp_path / "everywhere.yaml", tmp_path / "desk.yaml"
    everywhere.write_text(SMALL, encoding="utf-8")
    desk.write_text(SMALL + "kiosk: {book_ahead: false}\n", encoding="utf-8")
    store = create_hall(str(tmp_path / "hall.db"), read_hall_file(desk))
    assert not hall(store).book_ahead
    (change,) = differences(store, read_hall_file(everywhere))
    assert (change.section, change.code) == ("kiosk", "book_ahead")
    store.close()


def test_a_hall_says_what_the_home_page_of_its_kiosks_offers(tmp_path):
    every, few = tmp_path / "every.yaml", tmp_path / "few.yaml"
    every.write_text(SMALL, encoding="utf-8")
    few.write_text(SMALL + "kiosk: {home: [opinions, take, mine]}\n", encoding="utf-8")
    store = create_hall(str(tmp_path / "hall.db"), read_hall_file(few))
    assert hall(store).home_buttons == ("take", "mine", "opinions")
    (change,) = differences(store, read_hall_file(every))
    assert (change.section, change.code) == ("kiosk", "home")
    apply_hall(store, read_hall_file(every))
    assert hall(store).home_buttons == tuple(HomeButton)
    store.close()


def test_a_hall_says_how_long_forms_stay_after_they_were_picked_up(tmp_path):
    usual, brief = tmp_path / "usual.yaml", tmp_path / "brief.yaml"
    usual.write_text(SMALL, encoding="utf-8")
    brief.write_text(SMALL + "forms: {keep_days_after_pickup: 0}\n", encoding="utf-8")
    store = create_hall(str(tmp_path / "hall.db"), read_hall_file(brief))
    assert hall(store).rules.forms_after_pickup == timedelta(0)
    (change,) = differences(store, read_hall_file(usual))
    assert (change.section, change.code) == ("hall", "rules")
    apply_hall(store, read_hall_file(usual))
    assert hall(store).rules.forms_after_pickup == timedelta(days=1)
    store.close()


def test_a_byte_order_mark_does_no_harm(tmp_path):
    file = tmp_path / "hall.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + SMALL.encode())
    assert read_hall_file(file).hall.code == "SMALL"


def test_windows_line_ends_do_no_harm(tmp_path):
    file = tmp_path / "hall.yaml"
    file.write_bytes(SMALL.replace("\n", "\r\n").encode())
    assert read_hall_file(file).hall.code == "SMALL"


def test_what_is_read_is_what_the_database_gives_back(tmp_path, demo_file):
    store = create_hall(str(tmp_path / "hall.db"), demo_file)
    with store.read() as tx:
        assert tx.hall == demo_file.hall
    store.close()


# One fault each: what is replaced by what, the line, and words of the message


_MONDAY = '    monday: [{from: "09:00", to: "12:00"}]\n'

FAULTS = {
    "unknown key at the top": (
        "departments:",
        "departmens:",
        "departmens:",
        ["did you mean 'departments'?", "缺少“departments”"],
    ),
    "unknown key": ("phone:", "fone:", "fone:", ["did you mean 'phone'", "是否应为“phone”"]),
    "key like no other": ("    monday:", "    feast:", "feast:", ["delete it", "请删去"]),
    "missing key": ('  phone: "000"\n', "", "hall:", ["'hall.phone' is missing; add it", "请补上"]),
    "dangling zone of a queue": (
        "{code: QA, zone: A",
        "{code: QA, zone: B",
        "code: QA",
        ["there is no zone B", "没有功能区 B"],
    ),
    "dangling zone of a counter": (
        "{code: A01, zone: A",
        "{code: A01, zone: C",
        "code: A01",
        ["there is no zone C", "define it first", "请先定义"],
    ),
    "dangling queue of a service": (
        "queue: QA,",
        "queue: QB,",
        "code: S1",
        ["there is no queue QB; define it first", "没有队列 QB"],
    ),
    "dangling queue of a counter": (
        "queues: [QA]",
        "queues: [QA, QC]",
        "code: A01",
        ["there is no queue QC; define it first"],
    ),
    "dangling department": (
        "department: D1",
        "department: D7",
        "code: S1",
        ["there is no department D7; define it first", "没有部门 D7"],
    ),
    "dangling lead": ("lead: D1", "lead: X", "code: B1", ["there is no department X"]),
    "dangling material": (
        "materials: [card]",
        "materials: [cart]",
        "materials: [cart]",
        ["there is no material cart; did you mean card?", "没有材料 cart，是否应为 card？"],
    ),
    "dangling service": (
        "services: [S1]}",
        "services: [S1, S2]}",
        "code: B1",
        ["there is no service S2; define it first", "没有事项 S2"],
    ),
    "handicap for a queue that is not served": (
        "queues: [QA], name",
        "queues: [QA], handicap_minutes: {QB: 5}, name",
        "code: A01",
        ["does not serve queue QB", "不办理队列 QB"],
    ),
    "prefix with an I": (
        "code: QA, z",
        "code: QI, z",
        "code: QI",
        ["look like 1 and 0", "易与 1、0 混淆"],
    ),
    "prefix with an O": ("code: QA, z", "code: O, z", "code: O,", ["look like 1 and 0"]),
    "prefix in small letters": (
        "code: QA, z",
        "code: qa, z",
        "code: qa",
        ["one to three capital letters", "大写字母"],
    ),
    "prefix with a digit": ("code: QA, z", "code: Q1, z", "code: Q1", ["capital letters"]),
    "bundle with the code of a service": (
        "code: B1",
        "code: S1",
        "code: S1, lead",
        ["S1 is a service already", "已是事项编码"],
    ),
    "time zone that is nowhere": (
        "Asia/Shanghai",
        "Asia/Beijing",
        "time_zone",
        ["for example Asia/Shanghai", "没有时区"],
    ),
    "hours that end before they begin": (
        'to: "12:00"',
        'to: "08:00"',
        "monday",
        ["must be later than 09:00", "应晚于"],
    ),
    "time without quotes": (
        '{from: "09:00"',
        "{from: 13:45",
        "monday",
        ['write a time like "08:15"', "24 小时制"],
    ),
    "no ordinary class": (
        "code: P0",
        "code: P1",
        "priority_classes",
        ["class P0 is missing", "缺少普通类别"],
    ),
    "number as text": ("floor: 1", 'floor: "1"', "floor", ["without quotes", "不加引号"]),
    "number out of range": (
        "floor: 1",
        "floor: 999",
        "floor",
        ["make it 200 or less", "不能大于 200"],
    ),
    "yes that is no text": (
        "code: D1, name",
        "code: NO, name",
        "code: NO",
        ["put it in quotes", "请加引号"],
    ),
    "unknown kind": ("kind: department", "kind: desk", "code: A01", ["choose from", "可用的值"]),
    "empty name": (
        "en: Zone A",
        "en: ''",
        "code: A, floor",
        ["1 or more characters", "至少 1 个字符"],
    ),
    "no list": (
        "queues: [QA], name",
        "queues: QA, name",
        "code: A01",
        ["make it a list", "应为列表"],
    ),
    "empty list": (
        "queues: [QA], name",
        "queues: [], name",
        "code: A01",
        ["it needs 1 or more", "至少要有 1 项"],
    ),
    "no mapping": (
        "name: {zh: 普通, en: Ordinary}",
        "name: 普通",
        "code: P0",
        ["name: value", "名称: 值"],
    ),
    "nothing where something is needed": (
        "code: SMALL",
        "code:",
        "code:",
        ["cannot be empty", "不能是 空"],
    ),
    "counter that is no number": ("code: A01", "code: Desk", "code: Desk", ["write it like F01"]),
    "short password": ("Long enough", "short", "login", ["8 or more characters"]),
    "weak password": ("Long enough", "long enough", "login", ["at least 3 of", "至少 3 种"]),
    "unknown skill": ("password: Long", "skills: [XX], password: Long", "login", ["queue XX"]),
    "two passwords": (
        "password: Long enough",
        "password: Long enough, password_hash: $argon2id$v=19",
        "login",
        ["not both", "其中之一"],
    ),
    "key twice": (
        '  phone: "000"',
        '  phone: "000"\n  phone: "111"',
        '"111"',
        ["stands here twice", "重复出现"],
    ),
    "tab": ("  phone:", "\tphone:", "phone", ["indent with spaces only", "缩进请只用空格"]),
    "bracket left open": (
        "en: Zone A}}",
        "en: Zone A}",
        "departments:",
        ["check brackets", "请检查括号"],
    ),
    "colon left out": ("  time_zone: Asia", "  time_zone Asia", "phone", ["colons", "冒号"]),
    "control character": (
        "Small hall",
        "Small \x07hall",
        "Small",
        ["invisible control character", "控制字符"],
    ),
    "stretches out of order": (
        _MONDAY,
        _MONDAY.replace("}]", '}, {from: "11:00", to: "13:00"}]'),
        "monday",
        ["11:00 is before the end 12:00", "不重叠"],
    ),
    "work ends before issuing": (
        _MONDAY,
        _MONDAY + '  work:\n    monday: [{from: "09:00", to: "11:30"}]\n',
        'monday: [{from: "09:00", to: "12:00"}]',
        ["numbers from 09:00 to 12:00 do not fit the hours in work", "超出当天的工作时间"],
    ),
    "work on another half of the day": (
        _MONDAY,
        _MONDAY + '  work:\n    monday: [{from: "13:00", to: "17:30"}]\n',
        'monday: [{from: "09:00", to: "12:00"}]',
        ["do not fit the hours in work"],
    ),
    "work on a day without numbers": (
        _MONDAY,
        _MONDAY + '  work:\n    sunday: [{from: "09:00", to: "11:30"}]\n',
        "sunday",
        ["add sunday to days", "请在 days 中加入 sunday"],
    ),
    "unknown counter on a day": (
        _MONDAY,
        _MONDAY + "  counters:\n    monday: [A01, A02]\n",
        "monday: [A01, A02]",
        ["there is no counter A02; did you mean A01?", "没有窗口 A02"],
    ),
    "counters on a day without numbers": (
        _MONDAY,
        _MONDAY + "  counters:\n    sunday: [A01]\n",
        "sunday",
        ["add sunday to days or delete this", "或删去此行"],
    ),
    "no counters on a day": (
        _MONDAY,
        _MONDAY + "  counters:\n    monday: []\n",
        "monday: []",
        ["it needs 1 or more", "至少要有 1 项"],
    ),
    "counter without quotes": (
        _MONDAY,
        _MONDAY + "  counters:\n    monday: [7]\n",
        "monday: [7]",
        ["put it in quotes", "请加引号"],
    ),
    "holiday reversed": (
        _MONDAY,
        _MONDAY
        + "  holidays:\n    - {from: 2026-10-07, to: 2026-10-01, name: {zh: 国庆, en: N}}\n",
        "2026-10-07",
        ["the last day 2026-10-01 is before the first, 2026-10-07", "请对调"],
    ),
    "holidays overlap": (
        _MONDAY,
        _MONDAY
        + "  holidays:\n    - {from: 2026-10-01, to: 2026-10-07, name: {zh: 国庆, en: National}}\n"
        + "    - {from: 2026-10-06, name: {zh: 中秋, en: Moon}}\n",
        "2026-10-06",
        ["overlap with 'National'", "与“国庆”的日期重叠"],
    ),
    "holiday without a name": (
        _MONDAY,
        _MONDAY + "  holidays:\n    - {from: 2026-10-01}\n",
        "2026-10-01",
        ["'calendar.holidays.name' is missing", "请补上"],
    ),
    "holiday that is no date": (
        _MONDAY,
        _MONDAY + "  holidays:\n    - {from: 1 October, name: {zh: 国庆, en: N}}\n",
        "1 October",
        ["write a date like 2026-10-01", "日期写作 2026-10-01"],
    ),
    "holiday on a date that is not": (
        _MONDAY,
        _MONDAY + '  holidays:\n    - {from: "2026-02-29", name: {zh: 闰, en: N}}\n',
        "2026-02-29",
        ["write a date like"],
    ),
    "adjusted day is a holiday": (
        _MONDAY,
        _MONDAY
        + "  holidays:\n    - {from: 2026-10-01, to: 2026-10-07, name: {zh: 国庆, en: National}}\n"
        + "  adjusted_days:\n    - {date: 2026-10-07, as: monday}\n",
        "as: monday",
        ["2026-10-07 is also in the holiday 'National'", "也是“国庆”假期"],
    ),
    "adjusted day twice": (
        _MONDAY,
        _MONDAY + "  adjusted_days:\n" + "    - {date: 2026-10-10, as: monday}\n" * 2,
        "as: monday",
        ["2026-10-10 stands here twice", "已经填写过"],
    ),
    "adjusted day like a day without numbers": (
        _MONDAY,
        _MONDAY + "  adjusted_days:\n    - {date: 2026-10-10, as: sunday}\n",
        "as: sunday",
        ["sunday has no hours in days", "sunday 在 days 中没有取号时间"],
    ),
    "adjusted day like no weekday": (
        _MONDAY,
        _MONDAY + "  adjusted_days:\n    - {date: 2026-10-10, as: workday}\n",
        "as: workday",
        ["choose from 'monday'", "可用的值"],
    ),
    "extended service without end": (
        _MONDAY,
        _MONDAY + "  extended_minutes: 1000\n",
        "extended",
        ["make it 480 or less", "不能大于 480"],
    ),
    "service on no weekday": (
        "queue: QA,",
        "weekdays: [], queue: QA,",
        "code: S1",
        ["it needs 1 or more"],
    ),
    "service on a weekday twice": (
        "queue: QA,",
        "weekdays: [monday, monday], queue: QA,",
        "code: S1",
        ["monday stands here twice", "monday 重复"],
    ),
    "forms kept for months": (
        "departments:",
        "forms: {keep_days_after_pickup: 31}\ndepartments:",
        "forms:",
        ["make it 30 or less", "不能大于 30"],
    ),
    "home page with what is no button": (
        "departments:",
        "kiosk: {home: [take, shop]}\ndepartments:",
        "kiosk:",
        ["cannot be 'shop': choose from 'take', 'appointment'", "可用的值"],
    ),
    "home page with a button twice": (
        "departments:",
        "kiosk: {home: [take, take]}\ndepartments:",
        "kiosk:",
        ["take stands here twice", "take 重复"],
    ),
    "home page that leads to nothing": (
        "departments:",
        "kiosk: {home: [appointment]}\ndepartments:",
        "kiosk:",
        ["has no appointments", "没有预约类别"],
    ),
    "program": ('phone: "000"', "phone: !!python/name:os.system", "phone", ["not valid YAML"]),
    "merge of nothing": ('phone: "000"', "<<: 5", "<<", ["not valid YAML"]),
}


@pytest.mark.parametrize(("old", "new", "where", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_its_line_and_what_to_do(refused, tmp_path, old, new, where, words):
    assert SMALL.count(old) == 1
    content = SMALL.replace(old, new)
    error = refused(content)
    told = error.text("en") + error.text("zh")
    for word in words:
        assert word in told
    lines = [i for i, line in enumerate(content.splitlines(), start=1) if where in line]
    assert {p.line for p in error.facts["problems"]} & set(lines)
    for problem in error.facts["problems"]:
        assert f"{tmp_path / 'hall.yaml'}:{problem.line}: " in error.text("en")
        assert f"{tmp_path / 'hall.yaml'}:{problem.line}: " in error.text("zh")
        assert re.search("[\u4e00-\u9fff]", problem.message.zh)
    assert error.text("en").endswith("Nothing was changed.")
    assert error.text("zh").endswith("未作任何更改。")


@pytest.mark.parametrize("where", ["zone", "department", "class", "material", "counter", "clerk"])
def test_what_is_there_twice_is_refused(refused, where):
    starts = {
        "zone": "  - {code: A, f",
        "department": "  - {code: D1",
        "class": "  - {code: P0",
        "material": "  - {code: card",
        "counter": "  - {code: A01",
        "clerk": "  - {login: a01",
    }
    at = line_of(starts[where])
    twice = [*LINES[:at], LINES[at - 1], *LINES[at:]]
    (problem,) = refused("\n".join(twice)).facts["problems"]
    assert problem.line == at + 1
    assert "is used twice" in problem.message.en
    assert "已经用过" in problem.message.zh


def test_a_prefix_that_is_there_twice_is_refused(refused):
    at = line_of("{code: QA, zone")
    (problem,) = refused("\n".join([*LINES[:at], LINES[at - 1], *LINES[at:]])).facts["problems"]
    assert (problem.line, "QA is used twice in queues" in problem.message.en) == (at + 1, True)


def test_a_queue_that_no_counter_serves_is_refused(refused):
    at = line_of("{code: QA, zone")
    lonely = LINES[at - 1].replace("QA", "QB")
    (problem,) = refused("\n".join([*LINES[:at], lonely, *LINES[at:]])).facts["problems"]
    assert problem.line == at + 1
    assert "no counter serves queue QB" in problem.message.en
    assert "没有窗口办理队列 QB" in problem.message.zh


def test_all_faults_are_told_at_once_by_line(refused):
    wrong = SMALL.replace("lead: D1", "lead: D9").replace("code: QA, z", "code: QO, z")
    lines = [p.line for p in refused(wrong).facts["problems"]]
    assert len(lines) > 2
    assert lines == sorted(lines)


# What is no hall file at all


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty or not a hall file"),
        (b"# nothing but a remark\n", "empty or not a hall file"),
        (b"just words\n", "empty or not a hall file"),
        (b"- a\n- list\n", "empty or not a hall file"),
        (SMALL.encode("gbk"), "save it as UTF-8"),
        (SMALL.encode("utf-16"), "save it as UTF-8"),
        (bytes(range(128, 256)) * 8, "save it as UTF-8"),
        (b"a: " + b"[" * 5000 + b"]" * 5000, "nested too deeply"),
        (b"a: " + b"[" * 100000, "nested too deeply"),
        (b"hall: &a {b: *a}\n", "when its anchors"),
        (b"hall: 2026-13-45\n", "put it in quotes"),
        (b"hall: " + b"1" * 5000, "put it in quotes"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_hall_file_is_told_so(refused, content, words):
    assert words in refused(content, "hall_file_unreadable").text("en")


def test_a_binary_file_is_told_so(refused):
    assert "control character" in refused(bytes(range(64))).text("en")


def test_a_list_as_a_key_is_told_with_its_line(refused):
    (problem,) = refused(SMALL + "? [a, b]\n: c\n").facts["problems"]
    assert problem.line == len(LINES) + 1


def test_a_folder_is_told_so(tmp_path):
    with pytest.raises(JiaohaoError, match="it is a folder") as caught:
        read_hall_file(tmp_path)
    assert "文件夹" in caught.value.text("zh")


def test_a_file_that_is_not_there_is_told_so(tmp_path):
    with pytest.raises(JiaohaoError, match="there is no such file") as caught:
        read_hall_file(tmp_path / "none.yaml")
    assert "文件不存在" in caught.value.text("zh")


def test_a_file_larger_than_8_mb_is_not_even_read(tmp_path):
    file = tmp_path / "hall.yaml"
    with file.open("wb") as out:
        out.truncate(8 * 1024 * 1024 + 1)
    with pytest.raises(JiaohaoError, match="larger than 8 MB"):
        read_hall_file(file)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="only Unix has a device without end")
def test_a_device_without_an_end_is_too_large():
    with pytest.raises(JiaohaoError, match="larger than 8 MB"):
        read_hall_file(Path("/dev/zero"))


def _laughs(first: str, more: str, levels: int) -> str:
    rows = [f"l0: &l0 {first}"]
    rows += [f"l{i}: &l{i} {more.replace('*', f'*l{i - 1}')}" for i in range(1, levels)]
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize(
    "bomb",
    [
        _laughs("[ha, ha, ha, ha, ha, ha, ha, ha, ha]", "[*, *, *, *, *, *, *, *, *]", 12),
        _laughs("{ha: ha}", "{<<: [*, *, *, *, *, *, *, *, *]}", 12),
        SMALL.replace("[card]", "&m [" + "card, " * 4000 + "card]").replace(
            "bundles:", "  - &s {code: S2, materials: *m}\n" + "  - *s\n" * 4000 + "bundles:"
        ),
    ],
    ids=["lists", "merges", "hall"],
)
def test_a_file_cannot_grow_in_memory(refused, bomb):
    tracemalloc.start()
    try:
        assert "anchors" in refused(bomb, "hall_file_unreadable").text("en")
        assert tracemalloc.get_traced_memory()[1] < 200 * 1024 * 1024
    finally:
        tracemalloc.stop()


def test_a_file_may_use_anchors(demo_file):
    """The demonstration hall does, for the hours of its workdays."""
    days = dict(demo_file.hall.calendar.days)
    assert days[0] == days[4]
    assert "&workday" in resource("demo", "hall.yaml").read_text(encoding="utf-8")


def test_chinese_over_several_lines_is_one_sentence_and_english_keeps_its_blanks(tmp_path):
    file = tmp_path / "words.yaml"
    file.write_text(
        """
plain: 请在等候区
  留意屏幕，
  不要远离 App 和
  window 3
quoted: "他说
  “好”。
  谢 谢"
folded: >
  周一至周五
  上午 九点

  下午两点
literal: |
  第一行
  第二行
english: "Please watch
  the screens"
list: [一
  二, 三]
anchor: &a 甲
  乙
same: *a
""",
        encoding="utf-8",
    )
    assert read_document(file).content == {
        "plain": "请在等候区留意屏幕，不要远离 App 和 window 3",
        "quoted": "他说“好”。谢 谢",
        "folded": "周一至周五上午 九点\n下午两点\n",
        "literal": "第一行\n第二行\n",
        "english": "Please watch the screens",
        "list": ["一二", "三"],
        "anchor": "甲乙",
        "same": "甲乙",
    }
    assert read_document(file, ours=True).content == read_document(file).content
