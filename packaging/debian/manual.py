"""jiaohao(1) in both languages, from what the built program itself says of its verbs."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from build_bundle import run

_WORDS = {
    "en": {
        "place": "usr/share/man/man1/jiaohao.1.gz",
        "name": "NAME",
        "is": "the software of a public service hall",
        "synopsis": "SYNOPSIS",
        "description": "DESCRIPTION",
        "about": "Kiosk, counter and display around one fair line, and the command that does what "
        "they do. Each verb explains itself with --help. `sudo jiaohao setup` asks what "
        "this PC is; `jiaohao doctor` says what is wrong with it.",
        "verbs": "VERBS",
        "files": "FILES",
        "settings": "What this PC is: its role, database, printer and language.",
        "data": "The hall's data where no PostgreSQL is used.",
        "backups": "Backups of every night.",
        "environment": "ENVIRONMENT",
        "database": "The hall's database, instead of the one in the settings.",
        "debug": "With 1, an internal error tells where it happened.",
        "exit": "EXIT STATUS",
        "codes": "0 done; 1 refused, and the line on standard error says what to do; 2 wrong use; "
        "70 an internal error.",
    },
    "zh": {
        "place": "usr/share/man/zh_CN/man1/jiaohao.1.gz",
        "name": "名称",
        "is": "政务服务大厅叫号软件",
        "synopsis": "用法",
        "description": "说明",
        "about": "自助取号机、窗口、显示屏共用一条公平的队列；命令行可以完成它们所做的一切。"
        "每个命令加 --help 查看说明。“sudo jiaohao setup”询问本机的用途；"
        "“jiaohao doctor”指出本机的问题。",
        "verbs": "命令",
        "files": "文件",
        "settings": "本机的用途、数据库、打印机和语言。",
        "data": "不使用 PostgreSQL 时的大厅数据。",
        "backups": "每晚的备份。",
        "environment": "环境变量",
        "database": "大厅数据库，代替设置文件中的数据库。",
        "debug": "设为 1 时，内部错误会说明发生的位置。",
        "exit": "退出码",
        "codes": "0 完成；1 被拒绝，标准错误输出说明怎么办；2 用法错误；70 内部错误。",
    },
}


def manual_pages(program: Path, version: str, moment: datetime) -> dict[str, str]:
    """Place below the root of the file system, and text."""
    pages = {}
    for language, words in _WORDS.items():
        locale = "zh_CN.UTF-8" if language == "zh" else "C.UTF-8"
        told = run([program, "--help"], env={"LANG": locale, "LC_ALL": locale, "HOME": "/"})
        pages[words["place"]] = page(words, verbs_in(told), version, moment)
    return pages


def verbs_in(help_text: str) -> list[tuple[str, str]]:
    """Verb and explanation, from the last part of `jiaohao --help`."""
    found: list[tuple[str, str]] = []
    for line in help_text.splitlines():
        verb = re.match(r"  ([a-z][a-z-]+)(?:\s{2,}(\S.*))?$", line)
        further = re.match(r"\s{6,}(\S.*)$", line)
        if verb:
            found.append((verb[1], verb[2] or ""))
        elif further and found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {further[1]}".strip())
        elif line.strip() and not line.startswith(" "):
            found.clear()
    return found


def page(
    words: dict[str, str], verbs: list[tuple[str, str]], version: str, moment: datetime
) -> str:
    lines = [
        f'.TH JIAOHAO 1 {moment:%Y-%m-%d} "Jiaohao {version}"',
        f".SH {words['name']}",
        rf"jiaohao \- {words['is']}",
        f".SH {words['synopsis']}",
        ".B jiaohao",
        r"\fIVERB\fR [\fIOPTIONS\fR]",
        f".SH {words['description']}",
        escaped(words["about"]),
        f".SH {words['verbs']}",
    ]
    for verb, explained in verbs:
        lines += [".TP", f".B {escaped(verb)}", escaped(explained)]
    lines.append(f".SH {words['files']}")
    for path, about in (
        ("/etc/jiaohao/jiaohao.toml", words["settings"]),
        ("/var/lib/jiaohao", words["data"]),
        ("/var/backups/jiaohao", words["backups"]),
    ):
        lines += [".TP", f".I {path}", escaped(about)]
    lines.append(f".SH {words['environment']}")
    for name, about in (("JIAOHAO_DB", words["database"]), ("JIAOHAO_DEBUG", words["debug"])):
        lines += [".TP", f".B {name}", escaped(about)]
    lines += [f".SH {words['exit']}", escaped(words["codes"])]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """As roff shows it: hyphens that can be copied, no line taken for a request."""
    plain = text.replace("\\", r"\e").replace("-", r"\-")
    return r"\&" + plain if plain[:1] in (".", "'") else plain
