"""Part 5: the package goes: `remove` keeps settings and data, `purge` asks."""

from __future__ import annotations

from trial.one_pc import USER
from trial.pc import HOMES, Pc
from trial.stage import SERVICE, Stage, bring, files_of, install, jiaohao, must, systemctl

REMOVED = "remove keeps settings, data and backups"
RETURNED = "installed again, the hall is as it was"
PURGED = "purge, nobody asked: the data stays"
DELETED = "purge, with a yes: nothing of ours is left"

DATA = "/var/lib/jiaohao/hall.db"
SETTINGS = "/etc/jiaohao/jiaohao.toml"
OURS = (
    "/opt/jiaohao",
    "/etc/jiaohao",
    "/var/lib/jiaohao",
    "/var/backups/jiaohao",
    "/var/log/jiaohao",
)
SYSTEMS_OWN = (
    "/var/cache/",
    "/var/lib/apt/",
    "/var/lib/dpkg/",
    "/var/lib/systemd/",
    "/var/log/",
    "/etc/systemd/system",
    "/etc/machine-id",
    "/root/",
    f"{HOMES}/",
)
"""Places where Debian's own programs write."""


def stage(stage: Stage) -> None:
    report = stage.report
    if "installed" not in stage.layers:
        return
    with stage.running("leaving", "installed") as pc:
        report.run(REMOVED, lambda: _remove(pc))
        report.run(RETURNED, lambda: _return(stage, pc), after=(REMOVED,))
        report.run(PURGED, lambda: _purge(pc), after=(RETURNED,))
        report.run(DELETED, lambda: _delete(stage, pc), after=(PURGED,))


def _remove(pc: Pc) -> None:
    pc.run("useradd", "--create-home", USER).expect()
    words = ["--role", "all-in-one", "--database", "embedded", "--demo", "--desktop-user", USER]
    jiaohao(pc, "setup", *words, "--yes").expect()
    jiaohao(pc, "take", SERVICE, user=USER).expect()
    jiaohao(pc, "backup", user="jiaohao").expect()
    pc.run("apt-get", "remove", "--yes", "jiaohao", patience=300).expect()
    must(pc.run("which", "jiaohao").code != 0, "the program is still there")
    for file in (DATA, SETTINGS):
        must(_there(pc, file), f"{file} is gone")
    must(any((pc.root / "var/backups/jiaohao").iterdir()), "the backups are gone")
    left = [*(pc.root / "etc/xdg/autostart").glob("jiaohao*")]
    must(not left, f"the desktop still starts {left}")
    timer = systemctl(pc, "is-active", "jiaohao-backup.timer")
    must(timer != "active", "the timer of backups runs")
    must(not _there(pc, "/opt/jiaohao"), "/opt/jiaohao is still there")


def _return(stage: Stage, pc: Pc) -> None:
    install(pc, bring(pc, stage.package))
    must(bool(jiaohao(pc, "line", user=USER).expect().out), "the hall says nothing")
    starts = [*(pc.root / "etc/xdg/autostart").glob("jiaohao*")]
    must(len(starts) == 3, f"the desktop starts {len(starts)} of three front ends")
    timer = systemctl(pc, "is-active", "jiaohao-backup.timer")
    must(timer == "active", f"the timer of backups is {timer}")


def _purge(pc: Pc) -> None:
    pc.run("apt-get", "purge", "--yes", "jiaohao", patience=300).expect()
    must(_there(pc, DATA), f"{DATA} is gone, and nobody said so")
    must(not _there(pc, "/etc/jiaohao"), "/etc/jiaohao is left")


def _delete(stage: Stage, pc: Pc) -> None:
    install(pc, bring(pc, stage.package))
    answer = "jiaohao jiaohao/purge-data boolean true\n"
    pc.run("debconf-set-selections", given=answer).expect()
    pc.run("apt-get", "purge", "--yes", "jiaohao", patience=300).expect()
    left = [file for file in OURS if _there(pc, file)]
    must(not left, f"left: {' '.join(left)}")
    must(pc.run("getent", "passwd", "jiaohao").code != 0, "the user jiaohao is left")
    must(pc.run("getent", "group", "jiaohao").code != 0, "the group jiaohao is left")
    before = set((stage.disks / "files-before").read_text().splitlines())
    packaged = pc.run("sh", "-c", "cat /var/lib/dpkg/info/*.list").expect().out
    known = before | {line.replace("/usr/", "/", 1) for line in packaged.splitlines()}
    known |= set(packaged.splitlines()) | {f"/usr{line}" for line in packaged.splitlines()}
    new = [
        file
        for file in files_of(pc) - known
        if not file.startswith(SYSTEMS_OWN) or "jiaohao" in file
    ]
    new = [
        file
        for file in new
        if not file.startswith(("/root/", "/var/log/journal", "/var/cache/apt"))
    ]
    ours = [file for file in new if "jiaohao" in file]
    must(not ours, f"left: {' '.join(sorted(ours)[:6])}")
    others = [file for file in new if not file.startswith(SYSTEMS_OWN)]
    stage.report.note("\n".join(["new files that are not ours:", *sorted(others)]))
    stage.report.remark(f"{len(others)} new files beside ours, all of Debian's packages' scripts")


def _there(pc: Pc, file: str) -> bool:
    return (pc.root / file.lstrip("/")).exists()
