"""Cut the bundled fonts out of Debian's fonts-noto-cjk.

    python packaging/fonts/cut_fonts.py [FOLDER]

FOLDER holds NotoSansCJK-Regular.ttc and NotoSansCJK-Bold.ttc. The cut is repeatable: the same
source gives the same bytes.

The regular weight holds every Chinese character of the source, because a slip must be able to
print any citizen's name. The bold weight is for headings, which we write ourselves: GB 2312.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = Path("/usr/share/fonts/opentype/noto")
TARGET = Path(__file__).resolve().parents[2] / "resources" / "fonts"
SIMPLIFIED_CHINESE_FACE = 2  # of Japanese, Korean, Simplified Chinese, ...
OLD_FAMILY, NEW_FAMILY = "Noto Sans CJK SC", "Noto Sans SC"
OLD_POSTSCRIPT, NEW_POSTSCRIPT = "NotoSansCJKsc", "NotoSansSC"
ENGLISH = 0x409

# Its figures are all of one width already, so there is no tnum to keep. Without locl the Japanese,
# Korean and Traditional forms of the same characters stay out.
FEATURES = ["ccmp", "kern", "liga", "vert", "vkrn", "vrt2"]

LATIN_AND_SIGNS = [
    range(0x0020, 0x007F),
    range(0x00A0, 0x0180),  # Latin-1, Latin Extended-A
    range(0x01CD, 0x01DD),  # the pinyin vowels
    range(0x0300, 0x0370),  # combining marks
    range(0x2000, 0x2070),  # general punctuation
    range(0x2070, 0x20D0),  # superscripts, currency
    range(0x2100, 0x2400),  # letterlike, number forms, arrows, operators, technical
    range(0x2460, 0x2800),  # enclosed numerals, box drawing, shapes, symbols, dingbats
    range(0x3000, 0x3040),  # CJK symbols and punctuation
    range(0x3200, 0x3400),  # enclosed CJK, units
    range(0xFE10, 0xFE20),
    range(0xFE30, 0xFE70),  # vertical and small forms
    range(0xFF00, 0xFFF0),  # full width forms
]
EVERY_IDEOGRAPH = [
    range(0x2E80, 0x3000),  # radicals, description characters
    range(0x31C0, 0x31F0),  # strokes
    range(0x3400, 0x4DC0),  # Extension A
    range(0x4E00, 0xA000),
    range(0xF900, 0xFB00),  # compatibility ideographs
    range(0x20000, 0x33480),  # Extensions B to H
]


def characters_of(codec: str) -> set[int]:
    """All that a Chinese double-byte code can express."""
    found: set[int] = set()
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                found.update(map(ord, bytes([lead, trail]).decode(codec)))
            except UnicodeDecodeError:
                continue
    return found


def spread(ranges: Iterable[range]) -> set[int]:
    return {character for block in ranges for character in block}


def rename(font: TTFont) -> None:
    """Name the cut after Google's own Simplified Chinese subset, in English only."""
    names = font["name"]
    names.names = [record for record in names.names if record.langID == ENGLISH]
    for record in names.names:
        text = record.toUnicode().replace(OLD_FAMILY, NEW_FAMILY)
        record.string = text.replace(OLD_POSTSCRIPT, NEW_POSTSCRIPT)
    outlines = font["CFF "].cff
    outlines.fontNames = [names.getDebugName(6)]
    outlines[0].FullName = names.getDebugName(4)
    outlines[0].FamilyName = NEW_FAMILY


def cut(source: Path, target: Path, characters: set[int]) -> None:
    options = subset.Options(
        layout_features=FEATURES,
        name_IDs=["*"],
        name_languages=["*"],
        notdef_outline=True,
        recalc_timestamp=False,
        hinting=True,
    )
    options.font_number = SIMPLIFIED_CHINESE_FACE
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    rename(font)
    subset.save_font(font, str(target), options)
    held = len(font.getBestCmap())
    print(f"{target.name}: {held} characters, {target.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE
    TARGET.mkdir(parents=True, exist_ok=True)
    signs = spread(LATIN_AND_SIGNS)
    regular = signs | characters_of("gbk") | spread(EVERY_IDEOGRAPH)
    cut(source / "NotoSansCJK-Regular.ttc", TARGET / "NotoSansSC-Regular.otf", regular)
    bold = signs | characters_of("gb2312")
    cut(source / "NotoSansCJK-Bold.ttc", TARGET / "NotoSansSC-Bold.otf", bold)


if __name__ == "__main__":
    main()
