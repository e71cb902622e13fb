"""What `--help` of the front ends says in Chinese."""

from __future__ import annotations

import argparse
import re

_CHINESE = {
    "show this help message and exit": "显示本帮助",
    "Where citizens take a number.": "供群众取号。",
    "The clerk's desk.": "窗口人员的工作台。",
    "A board of the hall.": "大厅的显示屏。",
    "the hall's database: a file path, sqlite:///PATH or postgresql://USER@HOST/NAME "
    "(else JIAOHAO_DB, else this PC's settings, else this user's own)": (
        "大厅数据库：文件路径、sqlite:///路径 或 postgresql://用户@主机/库名"
        "（省略时依次用 JIAOHAO_DB、本机设置、当前用户自己的）"
    ),
    "the language to begin with (else zh)": "起始语言（默认 zh）",
    "practise on a copy of the hall, where nothing counts": "在大厅的副本上练习，不计入任何记录",
    "in a window of this size and not on the whole screen": "以此大小的窗口显示，不占全屏",
    "start again by itself after a hang or a crash (where systemd does not)": (
        "卡死或崩溃后自动重启（没有 systemd 看守时）"
    ),
    "of several screens: its name, or its number from 1 on": "多块屏幕时的名称，或从 1 起的序号",
    "a folder of forms of your own": "自备表单的文件夹",
    "this kiosk's code in the hall file": "本机在大厅文件中的编号",
    "PNG, JPEG and SVG to show while nobody is there (else the hall file's folder)": (
        "无人使用时显示的 PNG、JPEG、SVG（省略时用大厅文件中的文件夹）"
    ),
    "draw no pointer on the full screen": "全屏时不显示鼠标指针",
    "serial:///dev/ttyACM0, or keyboard for one that types (may be given again)": (
        "serial:///dev/ttyACM0 ，像键盘一样输入的写 keyboard （可写多次）"
    ),
    "serial:///dev/ttyUSB1 (may be given again)": "serial:///dev/ttyUSB1 （可写多次）",
    "the counter's number, e.g. A01 (else the last one signed in at on this PC)": (
        "窗口号，例如 A01（省略时用本机上次登录的窗口）"
    ),
    "the clerk's login to begin with": "预先填好的账号",
    "no tone when somebody comes while the desk is free, or a kiosk needs help": (
        "空闲时来人、取号机需要处理时不响提示音"
    ),
    "the counter's own printer, for notices, receipts and slips: tcp://HOST:9100, "
    "serial:///dev/ttyUSB0?baud=19200": (
        "窗口自己的打印机，用于告知单、回执和号票： tcp://主机:9100 或 "
        "serial:///dev/ttyUSB0?baud=19200"
    ),
    "a scanner of codes, as `jiaohao devices` names it: scanner:serial:///dev/ttyACM0, "
    "scanner:keyboard; may be given several times": (
        "扫码器，写法同 `jiaohao devices`： scanner:serial:///dev/ttyACM0 或 "
        "scanner:keyboard （可写多次）"
    ),
    "the key that opens filled forms (else JIAOHAO_FORM_KEY, else this user's settings)": (
        "打开已填表单的密钥（省略时依次用 JIAOHAO_FORM_KEY、当前用户的设置）"
    ),
    "the system's printer for forms on A4 (else its default one)": (
        "打印 A4 表单的系统打印机（省略时用默认打印机）"
    ),
    "sign in at once with the password on the first line of standard input": (
        "用标准输入第一行的密码立即登录"
    ),
    "the board of one zone, e.g. F": "只显示一个功能区，例如 F",
    "no chime": "不响提示音",
}
_SIZE = re.compile(r"(.+), e\.g\. (\d+x\d+)")


def speak_chinese(parser: argparse.ArgumentParser) -> None:
    """Give `parser` Chinese words. Its one heading and `usage:` are argparse's own."""
    parser.description = in_chinese(parser.description or "")
    for action in parser._actions:  # nothing public lists its options
        if action.help:
            action.help = in_chinese(action.help)


def in_chinese(told: str) -> str:
    """Addresses alone stay as they are."""
    sized = _SIZE.fullmatch(told)
    if sized:
        return f"{in_chinese(sized[1])}，例如 {sized[2]}"
    return _CHINESE.get(told, told)


def with_headings(told: str) -> str:
    """The help of a parser, with what argparse itself says."""
    return told.replace("usage: ", "用法：", 1).replace("\noptions:\n", "\n选项：\n", 1)
