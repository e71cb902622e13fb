"""`jiaohao slip` and `jiaohao paper`: how papers look before anybody gets one."""

from __future__ import annotations

import pytest
from PIL import Image

from common.resources import resource

DEMO = resource("demo", "hall.yaml")


def test_a_preview_tells_bytes_and_seconds_and_draws_the_paper(jiaohao, tmp_path):
    picture = tmp_path / "slip.png"
    answer = jiaohao("slip", "preview", "--hall", DEMO, "--out", picture, "--json").json
    assert answer["usual"]["bytes"] < answer["longest"]["bytes"]
    assert answer["usual"]["seconds"]["9600"] == round(answer["usual"]["bytes"] / 960, 2)
    with Image.open(picture) as drawn:
        usual = drawn.size
    assert usual[0] == 576
    jiaohao("slip", "preview", "--hall", DEMO, "--longest", "--out", picture)
    with Image.open(picture) as drawn:
        assert drawn.height > usual[1]


def test_a_preview_shows_the_template_of_the_file_and_not_of_the_database(jiaohao, tmp_path):
    jiaohao("init", "--demo")
    file = tmp_path / "hall.yaml"
    file.write_text(DEMO.read_text("utf-8") + "slip: {blocks: [number, marks]}\n", "utf-8")
    options = ("slip", "preview", "--json")
    before, after = jiaohao(*options).json, jiaohao(*options, "--hall", file).json
    assert after["usual"]["bytes"] < 60 < before["usual"]["bytes"]
    assert jiaohao("apply", file).out.splitlines()[0] == "~ slip blocks"
    assert jiaohao(*options).json == after


@pytest.mark.parametrize(
    "kind", ["notice", "receipt", "checklist", "form_code", "opinion", "day_end"]
)
def test_every_other_paper_can_be_looked_at(jiaohao, tmp_path, kind):
    picture = tmp_path / "paper.png"
    options = ("--hall", DEMO, "--profile", "generic-58", "--lang", "en", "--out", picture)
    answer = jiaohao("paper", "preview", kind, *options, "--json").json
    assert answer[kind]["bytes"] > 200
    with Image.open(picture) as drawn:
        assert drawn.width == 384


def test_a_paper_that_does_not_exist_names_those_that_do(jiaohao):
    answer = jiaohao("paper", "preview", "receit", "--hall", DEMO)
    assert answer.code == 1
    assert "notice, receipt, checklist" in answer.err


def test_the_number_needs_no_verb(jiaohao, tmp_path):
    jiaohao("init", "--demo")
    jiaohao("take", "FA002")
    for words in (["FA001"], ["of", "FA001"]):
        answer = jiaohao("slip", *words, "--out", tmp_path / "slip.bin", "--json")
        assert answer.json["number"] == "FA001"


def test_who_wants_another_kind_of_picture_is_told_and_gets_no_bytes(jiaohao, tmp_path):
    for name in ("slip.jpg", "slip.PDF"):
        answer = jiaohao("slip", "preview", "--hall", DEMO, "--out", tmp_path / name, "--json")
        assert (answer.code, answer.json["error"]) == (1, "not_drawn")
    assert list(tmp_path.glob("slip*")) == []
