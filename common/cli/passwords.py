"""Passwords, which never stand on a command line: typed unseen, or a line of standard input."""

from __future__ import annotations

import getpass
import sys

from common.cli.console import Console
from common.domain.errors import JiaohaoError

LONGEST_LINE = 10_000
"""So much of a line of standard input is read; what never ends is no password and no number."""


class PasswordsDiffer(JiaohaoError):
    code = "passwords_differ"
    en = "The two passwords differ. Nothing was changed; try again."
    zh = "两次输入的密码不一致，未作任何更改，请重试。"


class NoPassword(JiaohaoError):
    code = "no_password"
    en = "There is no terminal to type a password on. Use --password-stdin or --generate."
    zh = "没有可输入密码的终端。请用 --password-stdin 或 --generate。"


class NoPin(JiaohaoError):
    code = "no_pin"
    en = "There is no terminal to type a PIN on. Use --pin-stdin or --generate."
    zh = "没有可输入口令的终端。请用 --pin-stdin 或 --generate。"


class PinsDiffer(JiaohaoError):
    code = "pins_differ"
    en = "The two PINs differ. Nothing was changed; try again."
    zh = "两次输入的口令不一致，未作任何更改，请重试。"


class PasswordNotText(JiaohaoError):
    code = "password_not_text"
    en = "The password is not text in UTF-8. Nothing was changed; give it in that encoding."
    zh = "密码不是 UTF-8 文本，未作任何更改。请改用该编码。"


def ask_twice(out: Console) -> str:
    """A new password. Raises NoPassword without a terminal, PasswordsDiffer."""
    first = ask(out.pick("新密码：", "New password: "))
    if ask(out.pick("再输入一次：", "Once more: ")) != first:
        raise PasswordsDiffer
    return first


def ask_pin_twice(out: Console) -> str:
    """A new PIN for the kiosks. Raises NoPin without a terminal, PinsDiffer."""
    first = ask(out.pick("新口令（数字）：", "New PIN (digits): "), NoPin)
    if ask(out.pick("再输入一次：", "Once more: "), NoPin) != first:
        raise PinsDiffer
    return first


def ask(prompt: str, without: type[JiaohaoError] = NoPassword) -> str:
    """Typed without being seen. Raises `without` where there is no terminal."""
    if not sys.stdin.isatty():
        raise without
    return getpass.getpass(prompt, stream=sys.stderr)


def read_line() -> str:
    """The next line of standard input. Raises PasswordNotText."""
    try:
        line = sys.stdin.readline(LONGEST_LINE).rstrip("\r\n")
        line.encode()  # where the locale lets any byte pass, it is refused here
    except UnicodeError:
        raise PasswordNotText from None
    return line
