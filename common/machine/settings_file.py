"""The file in which a PC's settings stand: TOML that people can read and change by hand.

It is read when a program starts. It holds no secret: the database's password has a file of its
own (`Machine.password_file`), so that the settings can be carried from one PC to the next.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from common.domain.os_words import os_words
from common.domain.text import Language, Text
from common.machine.errors import SettingsNotWritten, SettingsUnreadable, SettingsWrong
from common.machine.owned_files import write_whole
from common.machine.settings import (
    FRONT_ENDS,
    BackupSettings,
    CounterSettings,
    DisplaySettings,
    KioskSettings,
    Machine,
    Role,
    ServerSettings,
)
from common.machine.settings_words import ABOUT_FILE, ABOUT_KEY, ABOUT_ROLE, ABOUT_SECTION

Section = KioskSettings | CounterSettings | DisplaySettings | ServerSettings | BackupSettings
SomeSection = TypeVar(
    "SomeSection", KioskSettings, CounterSettings, DisplaySettings, ServerSettings, BackupSettings
)

PLACE_VARIABLE = "JIAOHAO_SETTINGS"
_TOP = ("role", "language", "database", "password_file", "autostart")
_SECTIONS: Mapping[str, type[Section]] = {
    "kiosk": KioskSettings,
    "counter": CounterSettings,
    "display": DisplaySettings,
    "server": ServerSettings,
    "backup": BackupSettings,
}
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def settings_path() -> Path:
    """Where this PC's settings stand: JIAOHAO_SETTINGS, else the system's place for them."""
    if named := os.environ.get(PLACE_VARIABLE):
        return Path(named)
    if os.name == "nt":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Jiaohao" / "jiaohao.toml"
    return Path("/etc/jiaohao/jiaohao.toml")


def read_machine(file: Path | None = None) -> Machine | None:
    """The settings of this PC, None where it was never set up.

    Raises SettingsUnreadable, SettingsWrong.
    """
    file = file or settings_path()
    try:
        content = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SettingsUnreadable(file=file, detail=os_words(error)) from None
    except UnicodeDecodeError:
        detail = Text(zh="不是 UTF-8 文本", en="it is not text in UTF-8")
        raise SettingsUnreadable(file=file, detail=detail) from None
    try:
        return _Reading(file).machine(tomllib.loads(content))
    except tomllib.TOMLDecodeError as error:
        raise SettingsUnreadable(file=file, detail=_where(error)) from None


def write_machine(machine: Machine, file: Path | None = None) -> Path:
    """Write the settings, whole or not at all; returns where. Raises SettingsNotWritten."""
    file = file or settings_path()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, as_toml(machine).encode(), 0o644)
    except OSError as error:
        raise SettingsNotWritten(file=file, detail=os_words(error)) from None
    return file


def as_toml(machine: Machine) -> str:
    """The settings with their explanations, in the language of the PC."""
    return "\n".join(_lines(machine)) + "\n"


def _lines(machine: Machine) -> Iterator[str]:
    language = machine.language
    yield from _comment(ABOUT_FILE, language)
    yield from _comment(ABOUT_ROLE[machine.role], language)
    for key in _TOP:
        yield ""
        yield from _key(machine, "", key, language)
    for name in _SECTIONS:
        if _has(machine.role, name):
            yield ""
            yield ""
            yield from _comment(ABOUT_SECTION[name], language)
            yield f"[{name}]"
            section = getattr(machine, name)
            for one in fields(section):
                yield ""
                yield from _key(section, name, one.name, language)


def _has(role: Role, section: str) -> bool:
    if section == "backup":
        return role.keeps_data
    return section == role or section in role.front_ends


def _key(section: object, name: str, key: str, language: Language) -> Iterator[str]:
    yield from _comment(ABOUT_KEY[f"{name}.{key}" if name else key], language)
    value = getattr(section, key)
    # A string of JSON is one of TOML, and so are a list of them and a truth value. DEL alone may
    # stand in the one and not in the other.
    written = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    yield f"{key} = {written}"


def _comment(text: Text, language: Language) -> Iterator[str]:
    for line in text.say(language).splitlines():
        yield f"# {line}"


def _where(error: tomllib.TOMLDecodeError) -> Text:
    """Python's words are English only, and tell where in brackets."""
    found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    if not found:
        return Text(zh="文件不完整", en="it ends in the midst of something")
    line, column = found.groups()
    return Text(
        zh=f"第 {line} 行第 {column} 列不符合 TOML 格式",
        en=f"line {line}, column {column} is not TOML",
    )


class _Reading:
    """Turns what a file says into settings, and refuses what it cannot mean."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def machine(self, said: Mapping[str, Any]) -> Machine:
        self._refuse_unknown(said, (*_TOP, *_SECTIONS), "")
        if "role" not in said:
            raise self._wrong("role", Text(zh="缺少此项", en="is missing"))
        return Machine(
            role=self._one_of(Role, "role", said["role"]),
            language=self._one_of(Language, "language", said.get("language", Language.ZH)),
            database=self._string("database", said.get("database", "")),
            password_file=self._string("password_file", said.get("password_file", "")),
            autostart=self._front_ends(said),
            kiosk=self._section(KioskSettings, "kiosk", said),
            counter=self._section(CounterSettings, "counter", said),
            display=self._section(DisplaySettings, "display", said),
            server=self._section(ServerSettings, "server", said),
            backup=self._backup(said),
        )

    def _front_ends(self, said: Mapping[str, Any]) -> tuple[str, ...]:
        every = FRONT_ENDS
        named: tuple[str, ...] = self._like(every, "autostart", said.get("autostart", [*every]))
        if not {*named} <= {*every}:
            known = ", ".join(every)
            told = Text(zh=f"应为其中几个：{known}", en=f"should be some of: {known}")
            raise self._wrong("autostart", told)
        return named

    def _backup(self, said: Mapping[str, Any]) -> BackupSettings:
        backup = self._section(BackupSettings, "backup", said)
        if not _TIME.fullmatch(backup.at):
            raise self._wrong("backup.at", Text(zh="应如 02:30", en="should be like 02:30"))
        if backup.keep_days < 1:
            raise self._wrong("backup.keep_days", Text(zh="至少为 1", en="should be at least 1"))
        return backup

    def _section(self, kind: type[SomeSection], name: str, said: Mapping[str, Any]) -> SomeSection:
        values = said.get(name, {})
        if not isinstance(values, dict):
            raise self._wrong(name, Text(zh=f"应为 [{name}] 一节", en=f"should be a part [{name}]"))
        known = {one.name: one.default for one in fields(kind)}
        self._refuse_unknown(values, tuple(known), f"{name}.")
        read = {
            key: self._like(known[key], f"{name}.{key}", value) for key, value in values.items()
        }
        return kind(**read)

    def _like(self, default: object, key: str, value: object) -> Any:
        """The value, which must be of the kind of its default."""
        if isinstance(default, bool):
            if not isinstance(value, bool):
                raise self._wrong(key, Text(zh="应为 true 或 false", en="should be true or false"))
            return value
        if isinstance(default, int):
            if not isinstance(value, int) or isinstance(value, bool):
                raise self._wrong(key, Text(zh="应为整数", en="should be a whole number"))
            return value
        if isinstance(default, tuple):
            if not isinstance(value, list):
                raise self._wrong(key, Text(zh='应为列表，如 ["…"]', en='should be a list: ["…"]'))
            return tuple(self._string(key, one) for one in value)
        return self._string(key, value)

    def _string(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            raise self._wrong(key, Text(zh='应为引号中的文字 "…"', en='should be words: "…"'))
        return value

    def _one_of(self, kind: type[Role] | type[Language], key: str, value: object) -> Any:
        try:
            return kind(value)  # type: ignore[arg-type]
        except ValueError:
            known = ", ".join(kind)
            raise self._wrong(
                key, Text(zh=f"应为其中之一：{known}", en=f"should be one of: {known}")
            ) from None

    def _refuse_unknown(self, said: Mapping[str, Any], known: tuple[str, ...], before: str) -> None:
        for key in said:
            if key in known:
                continue
            like = get_close_matches(key, known, 1)
            zh, en = "没有此项设置", "is no setting"
            if like:
                zh, en = (
                    f"{zh}，是否为 {before}{like[0]}？",
                    f"{en}; did you mean {before}{like[0]}?",
                )
            raise self._wrong(f"{before}{key}", Text(zh=zh, en=en))

    def _wrong(self, key: str, told: Text) -> SettingsWrong:
        what = Text(zh=f"{key} {told.zh}", en=f"{key} {told.en}")
        return SettingsWrong(file=self._file, what=what)
