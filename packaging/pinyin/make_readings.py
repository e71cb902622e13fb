"""Make resources/pinyin from the dictionaries of pypinyin (MIT).

    python packaging/pinyin/make_readings.py [FOLDER]

Tones go, ü is written v as people type it, and of 47,000 phrases those stay in which a character
is not read as it usually is. The same pypinyin gives the same bytes.
"""

import sys
import unicodedata
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT  # noqa: E402

from common.search.readings import CHARACTERS, LONGEST_PHRASE, PHRASES, Readings  # noqa: E402

TARGET = PROJECT / "resources" / "pinyin"
_UNIFIED = range(0x4E00, 0xA000)
_ZERO = 0x3007  # 〇, which stands in years and addresses
_OF_HALLS = {  # words of service halls that the dictionaries lack or read otherwise
    "差旅": ("chai", "lv"),
    "朝阳": ("chao", "yang"),
    "重办": ("chong", "ban"),
    "重置": ("chong", "zhi"),
    "调出": ("diao", "chu"),
    "调档": ("diao", "dang"),
    "调取": ("diao", "qu"),
    "调入": ("diao", "ru"),
    "还贷": ("huan", "dai"),
    "还款": ("huan", "kuan"),
}

Table = dict[str, tuple[str, ...]]


def main(folder: Path) -> None:
    characters = _characters()
    phrases = _deciding_phrases(characters)
    groups: dict[tuple[str, ...], str] = {}
    for character, sounds in sorted(characters.items()):
        groups[sounds] = groups.get(sounds, "") + character
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / CHARACTERS, [f"{' '.join(s)}\t{c}" for s, c in sorted(groups.items())])
    _write(folder / PHRASES, [f"{word} {' '.join(s)}" for word, s in sorted(phrases.items())])


def _characters() -> Table:
    return {
        chr(point): tuple(dict.fromkeys(map(_plain, sounds.split(","))))
        for point, sounds in PINYIN_DICT.items()
        if point in _UNIFIED or point == _ZERO
    }


def _deciding_phrases(characters: Table) -> Table:
    """Phrases that read otherwise than their characters, or than shorter phrases in them."""
    whole = {
        word: tuple(_plain(sounds[0]) for sounds in spelled)
        for word, spelled in PHRASES_DICT.items()
        if len(spelled) == len(word) <= LONGEST_PHRASE and all(c in characters for c in word)
    } | _OF_HALLS
    kept: Table = {}
    for length in range(2, LONGEST_PHRASE + 1):  # only shorter phrases stand within one
        known = Readings(characters, dict(kept))
        kept |= {
            word: sounds
            for word, sounds in whole.items()
            if len(word) == length and _as_read(known, word) != sounds
        }
    return kept


def _as_read(readings: Readings, word: str) -> tuple[str, ...]:
    return tuple(sounds[0] for sounds in readings.of_text(word))


def _plain(sound: str) -> str:
    """``lǜ`` is lv."""
    letters = unicodedata.normalize("NFD", sound).replace("u\u0308", "v")
    return "".join(letter for letter in letters if letter.isascii())


def _write(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else TARGET)
