"""`jiaohao simulate`: tables, JSON, picture; and what is refused."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

TICKETS = 20
SMALL = ("simulate", "--tickets", TICKETS)


def test_it_tells_waits_of_queues_classes_and_counters(jiaohao):
    answer = jiaohao(*SMALL)
    assert answer.code == 0
    assert answer.err == ""
    for told in ("Wait by queue", "FA Pensions", "P1 Older person", "A01", "P90", ">30 min"):
        assert told in answer.out


def test_it_tells_them_in_chinese(jiaohao, monkeypatch):
    monkeypatch.setenv("JIAOHAO_LANG", "zh")
    answer = jiaohao(*SMALL, "--open-counter", "fa")
    for told in ("各队列等候", "FA 养老与社会保险", "P1 老年人", "增开", "平均等候由"):
        assert told in answer.out


def test_the_hall_s_own_database_is_left_alone(jiaohao):
    before = jiaohao("line", "--json").json
    assert jiaohao(*SMALL).code == 0
    assert jiaohao("line", "--json").json == before


def test_json_goes_to_the_screen_or_to_a_file(jiaohao, tmp_path):
    file = tmp_path / "out.json"
    on_screen = jiaohao(*SMALL, "--seed", 9, "--json", "-").json
    answer = jiaohao(*SMALL, "--seed", 9, "--json", file)
    assert "Wait by queue" in answer.out
    assert json.loads(file.read_text(encoding="utf-8")) == on_screen
    assert on_screen["before"]["tickets"] == TICKETS
    assert on_screen["after"] is None


@pytest.mark.parametrize(("language", "question"), [("zh", ("--pool", "a,c,f")), ("en", ())])
def test_a_picture_is_drawn(jiaohao, tmp_path, monkeypatch, language, question):
    monkeypatch.setenv("JIAOHAO_LANG", language)
    file = tmp_path / "waits.png"
    assert jiaohao(*SMALL, *question, "--picture", file).code == 0
    with Image.open(file) as picture:
        assert (picture.format, picture.size) == ("PNG", (1600, 1000))
        colors = picture.convert("RGB").getcolors(1 << 24)
    assert colors is not None
    assert len(colors) > 100


def test_one_answer_in_one_sentence(jiaohao):
    told = jiaohao(*SMALL, "--pool", "A,C", "--json", "-").json
    assert told["pooled"] == ["A", "C"]
    assert told["answer"]["en"].startswith("With the counters of A and C pooled,")
    assert told["answer"]["en"].count(".") == told["answer"]["en"].replace(". ", "").count(".")
    assert told["after"]["tickets"] == TICKETS


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--level", "L9"), "There is no level L9. Known levels: L1 L2 L3 L5."),
        (("--policy", "fastest"), "--policy cannot be fastest."),
        (("--numbers", "none"), "--numbers cannot be none."),
        (("--days", 0), "--days must be from 1 to 366, not 0."),
        (("--tickets", -5), "--tickets must be from 1 to 100000, not -5."),
        (("--seed", -1), "--seed must be from 0"),
        (("--open-counter", "QQ"), "There is no queue or zone QQ in this hall."),
        (("--open-counter", ""), "There is no queue or zone"),
        (("--pool", "A"), "Name at least two different zones to pool"),
        (("--pool", ","), "Name at least two different zones to pool"),
        (("--pool", "A,Q"), "There is no zone Q in this hall."),
        (("--pool", "A,C", "--open-counter", "F"), "Ask one question at a time"),
        (("--picture", "waits.gif"), "waits.gif cannot be written: a picture is a .png file"),
        (("--picture", "/absent/waits.png"), "/absent/waits.png cannot be written"),
        (("--json", "/absent/out.json"), "/absent/out.json cannot be written"),
        (("--load", "/absent/load.yaml"), "/absent/load.yaml cannot be read as a load model"),
        (("--load", os.devnull), "a load model; see resources/simulation/load_model.yaml"),
        (("--hall", "/absent/hall.yaml"), "/absent/hall.yaml cannot be read"),
        (("--db", "mysql://hall"), "mysql://hall"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(jiaohao, monkeypatch, arguments, told):
    refused = jiaohao(*SMALL, *arguments)
    assert refused.code == 1
    assert told in refused.err
    assert refused.err.count("\n") == 1
    assert "Wait by queue" not in refused.out
    monkeypatch.setenv("JIAOHAO_LANG", "zh")
    chinese = jiaohao(*SMALL, *arguments).err
    assert chinese != refused.err
    assert chinese.count("\n") == 1


def test_a_named_database_keeps_the_days_and_is_never_taken_twice(jiaohao, tmp_path):
    file = tmp_path / "kept.db"
    assert jiaohao(*SMALL, "--db", file).code == 0
    assert jiaohao("doctor", "--db", file).code == 0
    held = file.read_bytes()
    refused = jiaohao(*SMALL, "--db", file)
    assert refused.code == 1
    assert str(file) in refused.err
    assert file.read_bytes() == held


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal as a terminal does")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_stop_leaves_no_file_and_one_message(tmp_path, monkeypatch, name):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "scratch"))
    (tmp_path / "scratch").mkdir()
    names = {"--db": "kept.db", "--json": "out.json", "--picture": "waits.png"}
    options = [part for option, name in names.items() for part in (option, tmp_path / name)]
    program = Path(sys.executable).with_name("jiaohao")
    with subprocess.Popen(
        [program, "simulate", "--days", "300", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        until = time.monotonic() + 30
        while not (tmp_path / "kept.db-wal").exists() and time.monotonic() < until:
            time.sleep(0.02)
        running.send_signal(getattr(signal, name))
        try:
            out, err = running.communicate(timeout=30)
        finally:
            running.kill()
    assert running.returncode == 130
    assert out == ""
    assert err.strip() == "The simulation was stopped. No file was written."
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == []
