"""Floor plans in the hall file: what is wrong is told with its line, in both languages."""

from __future__ import annotations

import pytest

from common import operations
from common.operations.hall_file import HallFileWrong, read_hall_file
from common.resources import resource

PLAN = resource("demo", "hall.yaml").read_text(encoding="utf-8")


FAULTS = (
    ("{zone: J, x: 57", "{zone: Q, x: 57", "there is no zone Q"),
    ("[A01, A02,", "[A01, A99,", "there is no counter A99"),
    ("code: kiosk-2, x: 54", "code: kiosk-9, x: 54", "there is no kiosk kiosk-9"),
    ("C06, C07], x: 24", "C06, D01], x: 60", "D01 lies outside the plan of 76 by 44 cells"),
    ("C06, C07], x: 24", "C06, D01], x: 60", "D01 is on floor 2"),
    ("B08], x: 42", "B08], x: 36", "B01 covers A09"),
    ("{zone: H, x: 32, y: 20", "{zone: H, x: 32, y: 10", "H covers A"),
    ("code: kiosk-1, x: 16, y: 22", "code: kiosk-1, x: 16, y: 4", "kiosk-1 covers A04"),
    ("{kind: lift, code: L1, x: 73", "{kind: lift, x: 73", "give stairs and lifts a code"),
    ("{kind: stairs, code: S1", "{kind: stairs, code: S9", ""),
    ("  - floor: 1\n    width", "  - floor: 1\n    width", "no stairs and no lift lead to floor 1"),
)


def test_every_fault_of_a_plan_is_told_with_its_line(tmp_path):
    text = PLAN
    for old, new, _ in FAULTS:
        text = text.replace(old, new, 1)
    file = tmp_path / "hall.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(HallFileWrong) as wrong:
        read_hall_file(file)
    lines = text.splitlines()
    for _, new, told in FAULTS:
        problem = next(p for p in wrong.value.facts["problems"] if told in p.message.en)
        assert not told or new.split("\n")[0] in lines[problem.line - 1]
        assert any("\u4e00" <= letter <= "\u9fff" for letter in problem.message.zh)


def test_the_plan_is_kept_with_the_hall(hall_store, demo_file):
    assert operations.hall(hall_store).plans == demo_file.hall.plans
    assert len(demo_file.hall.plans) == 2
