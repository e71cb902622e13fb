"""The trial of the package, as far as it needs no PC to boot: steps, mounts, pictures, versions."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from trial import run
from trial.boot import Start, mounts
from trial.next_version import keep_sums, next_version
from trial.report import Failure, Report, Verdict
from trial.root import key_of
from trial.screen import BANDS, bands_that_differ, colours_on, read_screen, to_png


def fail() -> None:
    raise Failure("the kiosk shows nothing")


def test_a_step_that_fails_ends_neither_the_trial_nor_the_steps_that_do_not_need_it():
    said: list[str] = []
    ticks = iter(range(100))
    report = Report(io.StringIO(), said.append, lambda: float(next(ticks)))
    report.run("boot", lambda: report.remark("in memory"))
    report.run("kiosk", fail, after=("boot",))
    report.run("number", lambda: None, after=("boot", "kiosk"))
    report.run("board", lambda: None, after=("boot",))
    assert [one.verdict for one in report.results] == [
        Verdict.PASSED,
        Verdict.FAILED,
        Verdict.LEFT_OUT,
        Verdict.PASSED,
    ]
    assert "the kiosk shows nothing" in said[1]
    assert "it needs “kiosk”" in said[2]
    assert report.code == 1
    assert report.table().splitlines()[-1] == "2 passed, 1 FAILED, 1 left out in 3 s"


def test_a_trial_without_a_single_step_has_not_passed():
    assert Report(io.StringIO()).code == 1


def test_a_bug_in_a_step_is_that_step_s_failure_and_stands_in_the_log():
    log = io.StringIO()
    report = Report(log, lambda _line: None)
    report.run("boot", lambda: {}["gone"])
    assert report.results[0].verdict is Verdict.FAILED
    assert "KeyError" in log.getvalue()


@pytest.mark.parametrize("one_hierarchy", [False, True])
def test_a_pc_mounts_only_within_its_own_root_and_may_not_touch_the_kernel(one_hierarchy):
    start = Start(("/d/disk", "/d/base"), "/d/work", "/d/root", ("/init",), "/d/console.log")
    rows = mounts(start, one_hierarchy=one_hierarchy)
    assert rows[0] == ["--make-rprivate", "/"]  # nothing of what follows is seen outside
    places = [row[3] if row[-2] == "-o" and row[0] == "-t" else row[-1] for row in rows[1:]]
    assert all(place.startswith("/d/root") for place in places)
    assert "lowerdir=/d/base,upperdir=/d/disk,workdir=/d/work" in rows[1]
    assert ["-o", "remount,bind,ro", "/d/root/proc/sys"] in rows
    assert (["-t", "cgroup2", "cgroup2", "/d/root/sys/fs/cgroup"] in rows) is one_hierarchy


def test_what_a_pc_is_started_with_survives_the_way_to_its_first_process():
    start = Start(("a", "b"), "w", "r", ("/bin/sh", "-c", "echo '\"$HOME\"'"), "c", "kiosk")
    assert Start.from_json(start.to_json()) == start


def test_another_list_of_packages_is_another_disk():
    assert key_of(["bookworm", "xvfb"]) == key_of(["bookworm", "xvfb"])
    assert key_of(["bookworm", "xvfb"]) != key_of(["bookworm", "xv", "fb"])


def screen_file(path: Path, width: int, pixels: list[tuple[int, int, int]]) -> Path:
    """An XWD file as Xvfb keeps it: a header with a name, and rows padded to 16 bytes."""
    name, row = b"Xvfb\0\0\0\0", -(-width * 4 // 16) * 16
    height = len(pixels) // width
    head = [100 + len(name), 7, 2, 24, width, height, 0, 0, 32, 0, 32, 32, row, 4]
    head += [0xFF0000, 0xFF00, 0xFF, 8, 256, 2, width, height, 0, 0, 0]
    rows = b""
    for y in range(height):
        line = b"".join(bytes((b, g, r, 0)) for r, g, b in pixels[y * width : (y + 1) * width])
        rows += line.ljust(row, b"\xaa")
    path.write_bytes(struct.pack(">25I", *head) + name + bytes(2 * 12) + rows)
    return path


def test_a_screen_becomes_a_picture_of_the_same_colours(tmp_path):
    pixels = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (1, 2, 3), (4, 5, 6), (7, 8, 9)]
    width, height, rgb = read_screen(screen_file(tmp_path / "screen", 3, pixels))
    assert (width, height) == (3, 2)
    assert rgb == b"".join(map(bytes, pixels))
    picture = to_png(width, height, rgb)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    data = picture[picture.index(b"IDAT") + 4 :]
    assert zlib.decompress(data[: data.index(b"IEND") - 8]) == (b"\0" + rgb[:9] + b"\0" + rgb[9:])


def test_an_empty_screen_is_known_by_its_one_colour(tmp_path):
    empty = [(9, 9, 9)] * 40_000
    assert colours_on(screen_file(tmp_path / "screen", 400, empty)) == 1
    shown = [(at % 200, 0, 0) for at in range(40_000)]
    assert colours_on(screen_file(tmp_path / "screen", 400, shown)) > 3


def test_a_ticking_clock_is_no_page_that_moves():
    page = bytes(60000)
    assert bands_that_differ(page, page) == 0
    assert bands_that_differ(page, bytes(500) + b"\1" * 100 + page[600:]) == 1
    assert bands_that_differ(page, b"") == BANDS


def test_what_is_no_screen_is_called_so(tmp_path):
    (tmp_path / "half").write_bytes(b"\0" * 40)
    with pytest.raises(Failure, match="half is no picture"):
        read_screen(tmp_path / "half")


def test_the_next_version_is_newer_and_its_sums_hold_what_is_in_it(tmp_path):
    control = tmp_path / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text("Package: jiaohao\nVersion: 0.1.0\nDepends: libc6\n")
    assert next_version(control) == "0.1.0+next"
    assert "Version: 0.1.0+next\nDepends" in control.read_text()
    sums = tmp_path / "DEBIAN" / "md5sums"
    sums.write_text("aaa  opt/head.py\nbbb  opt/other.py\n")
    head = tmp_path / "opt" / "head.py"
    head.parent.mkdir()
    head.write_bytes(b"KNOWN")
    keep_sums(tmp_path, (head,))
    assert sums.read_text() == "bbb  opt/other.py\n4d917430ea56b9675a5881191990c41a  opt/head.py\n"


def test_a_pc_without_debootstrap_is_told_what_to_type(monkeypatch):
    there = {"unshare", "nsenter", "tar", "dpkg-deb"}
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run.shutil, "which", lambda tool: tool if tool in there else None)
    assert run.complaint_of_this_pc().endswith("sudo apt-get install debootstrap iproute2")


def test_the_trial_is_for_root_and_says_so(monkeypatch):
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run.shutil, "which", lambda tool: tool)
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000)
    assert "sudo python3 dev.py package test" in run.complaint_of_this_pc()
