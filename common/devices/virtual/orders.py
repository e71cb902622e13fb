"""What somebody may do with the virtual reader while it runs, one line for each act."""

from __future__ import annotations

from dataclasses import fields

from common.devices.virtual.id_reader import ReaderFaults, VirtualIdReader
from common.devices.virtual.persons import FOREIGNER, PERSONS, person_named
from common.domain.text import Text

_EVERYBODY = (*PERSONS, FOREIGNER)
_SWITCHES = {"on": True, "off": False}
_HELP = Text(
    zh="place 序号或姓名 放卡 · remove 取卡 · cards 列出 · 故障名 on、off 或数值",
    en="place NUMBER or NAME · remove · cards · FAULT on, off or a number",
)


def obey(reader: VirtualIdReader, line: str) -> Text:
    """Do what the line says, and tell how the reader is then, or how to say it."""
    word, _, rest = line.strip().partition(" ")
    match word:
        case "place":
            person = person_named(rest.strip(), _EVERYBODY)
            if person is None:
                return _listed()
            reader.place(person)
        case "remove":
            reader.remove()
        case "cards":
            return _listed()
        case _:
            if not _set_fault(reader, word.replace("-", "_"), rest.strip()):
                return _known_faults()
    return condition(reader)


def condition(reader: VirtualIdReader) -> Text:
    """What lies on the reader, and what is wrong with it."""
    card, faults = reader.card, _wrong(reader.faults)
    return Text(
        zh=f"{card.name + '的证件' if card else '没有证件'}{'；故障：' + faults if faults else ''}",
        en=f"{'card of ' + card.name if card else 'no card'}{'; ' + faults if faults else ''}",
    )


def _wrong(faults: ReaderFaults) -> str:
    told = []
    for one in fields(faults):
        value = getattr(faults, one.name)
        if value:
            told.append(one.name.replace("_", "-") + ("" if value is True else f" {value:g}"))
    return ", ".join(told)


def _set_fault(reader: VirtualIdReader, name: str, value: str) -> bool:
    most = _MOST.get(name)
    if most is None:
        known = name in {one.name for one in fields(ReaderFaults)} and value in _SWITCHES
        if known:
            reader.set_faults(**{name: _SWITCHES[value]})
        return known
    try:
        number = float(value)
    except ValueError:
        return False
    if not 0 <= number <= most:
        return False
    reader.set_faults(**{name: number if name == "slow" else int(number)})
    return True


_MOST = {"slow": 60, "noise": 1000, "wrong_check": 100}
"""Faults that are amounts: seconds, bytes, per cent."""


def _listed() -> Text:
    listed = "\n".join(
        f"{place} {one.name} {one.number}" for place, one in enumerate(_EVERYBODY, start=1)
    )
    return Text(zh=listed, en=listed)


def _known_faults() -> Text:
    names = " ".join(one.name.replace("_", "-") for one in fields(ReaderFaults))
    return Text(zh=f"{_HELP.zh}（{names}）", en=f"{_HELP.en} ({names})")
