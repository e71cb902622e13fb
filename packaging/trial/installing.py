"""Part 1: a fresh Debian, without Python and Qt, gets the package without a network."""

from __future__ import annotations

import json
import shutil

from trial.pc import Pc
from trial.root import base_disk, call, fetched_disk
from trial.stage import Stage, bring, files_of, install, jiaohao, must

FRESH = "a fresh Debian (debootstrap)"
FETCHED = "Debian's packages that it needs, fetched before"
BOOTED = "a PC boots without Python, Qt and network"
INSTALLED = "install offline"
WHOLE = "all files are there and link (dpkg -V, ldd)"
SCREEN = "an X server comes later"

NEITHER = ("python3*", "libpython*", "libQt5*", "libQt6*", "PySide*")
LINKS = r"""
export LD_LIBRARY_PATH=/opt/jiaohao/_internal # as the program's first process has it
find /opt/jiaohao -type f \( -name '*.so*' -o -perm /111 \) | while read -r file; do
    ldd "$file" 2>/dev/null | grep 'not found' | sed "s#^#$file: #"
done
"""
WITHOUT = ("libspeechd.so",)
"""What plug-ins link that stay silent where it is not installed."""


def stage(stage: Stage) -> None:
    report = stage.report
    shutil.rmtree(stage.pictures, ignore_errors=True)
    stage.pictures.mkdir(parents=True)
    stage.cache.mkdir(parents=True, exist_ok=True)
    base = stage.disks / "base"
    report.run(FRESH, lambda: base_disk(stage.cache, base, stage.mirror, report))

    def fetch() -> None:
        packages = [stage.package, *([stage.previous] if stage.previous else [])]
        stage.layers["bare"] = (fetched_disk(stage.cache, base, packages, report), base)

    report.run(FETCHED, fetch, after=(FRESH,))
    if not report.passed(FETCHED):
        return
    pc = stage.pc("new", "bare")
    try:
        report.run(BOOTED, lambda: _boot(pc))
        report.run(INSTALLED, lambda: _install(stage, pc), after=(BOOTED,))
        report.run(WHOLE, lambda: _examine(stage, pc), after=(INSTALLED,))
    finally:
        pc.end()
    if report.passed(INSTALLED):
        stage.layers["installed"] = (pc.disk, *stage.layers["bare"])
        pc = stage.pc("screen", "installed")
        try:
            report.run(SCREEN, lambda: _give_screen(pc))
        finally:
            pc.end()
        stage.layers["screen"] = (pc.disk, *stage.layers["installed"])


def _boot(pc: Pc) -> None:
    pc.start()
    names = [word for pattern in NEITHER for word in ("-o", "-name", pattern)][1:]
    found = pc.run("find", "/usr", "/opt", "-xdev", "(", *names, ")").out.split()
    # gdb's and apt's helpers in Python come without a Python that could run them.
    found = [one for one in found if "/share/" not in one]
    must(not found, f"there is something of Python or Qt: {' '.join(found[:5])}")
    cards = pc.run("ls", "/sys/class/net").out.split()
    must(cards == ["lo"], f"there is a network: {cards}")


def _install(stage: Stage, pc: Pc) -> None:
    before = files_of(pc)
    (stage.disks / "files-before").write_text("\n".join(sorted(before)))
    packages = _count(pc)
    install(pc, bring(pc, stage.package))
    listed = pc.run("dpkg-query", "-W", "-f", "${Version} ${Installed-Size}", "jiaohao").expect()
    version, kilobytes = listed.out.split()
    packed = stage.package.stat().st_size / 1e6
    stage.report.remark(f"{version}: {packed:.0f} MB packed, {int(kilobytes) / 1e3:.0f} MB on disk")
    stage.report.remark(f"{_count(pc) - packages - 1} libraries of Debian with it")


def _count(pc: Pc) -> int:
    """The packages that are installed."""
    return len(pc.run("dpkg-query", "-W", "-f", "${Package}\n").expect().out.split())


def _examine(stage: Stage, pc: Pc) -> None:
    verified = pc.run("dpkg", "-V", "jiaohao").expect()
    must(not verified.told, f"dpkg -V: {verified.told[:200]}")
    missing = [line for line in pc.run("sh", "-c", LINKS, patience=300).out.splitlines() if line]
    bad = [line for line in missing if not any(name in line for name in WITHOUT)]
    must(not bad, f"not found: {' | '.join(bad[:4])}")
    must(pc.run("which", "python3").code != 0, "a Python came with it")
    words = jiaohao(pc, "--help").expect()
    must("kiosk" in words.out, "jiaohao --help says nothing of a kiosk")
    # Nothing is set up yet. That is no crash: it says what to do.
    doctor = jiaohao(pc, "doctor", "--json")
    must(doctor.code in (0, 1), f"jiaohao doctor ended with {doctor.code}: {doctor.told[-200:]}")
    json.loads(doctor.out or doctor.err)
    user = pc.run("id", "jiaohao").expect().out
    must("lp" in user, f"the user jiaohao may not print: {user}")
    owner = pc.run("stat", "-c", "%U:%G %a", "/var/lib/jiaohao").expect().out.strip()
    must(owner == "jiaohao:jiaohao 2770", f"/var/lib/jiaohao is {owner}")
    call(stage.report, "dpkg-deb", "-I", stage.package)


def _give_screen(pc: Pc) -> None:
    pc.start()
    install(pc, "xvfb", "xauth", "xdotool")
