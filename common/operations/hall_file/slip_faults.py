"""What is wrong with a slip template: parts that do not go together, and what cannot fit the paper.

Each block is measured on the narrowest paper that it may meet: the printers that the section names,
else every model the suite has a profile for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from common.domain.errors import JiaohaoError
from common.domain.slip_template import (
    CAN_HAVE_LABEL,
    NEEDED,
    Block,
    Logo,
    Shows,
    SlipTemplate,
)
from common.domain.text import Language, Text
from common.operations.hall_file.document import Path
from common.operations.hall_file.form import FileForm
from common.operations.hall_file.references import Fault, dangling
from common.operations.hall_file.slip_form import BlockForm, SlipForm
from common.operations.hall_file.text_form import TextForm
from common.printing.document import columns_of, printable
from common.printing.layout import LEAST_BESIDE_LABEL
from common.printing.profile import Profile, load_profile, profile_codes
from common.printing.slip_words import label_of
from common.printing.wrap import longest_word

_BLOCKS: Path = ("slip", "blocks")
_LAST_SEQUENCE = "9999"
"""No hall calls more people in one queue on one day."""
_PRINTER = Text(zh="打印机型号", en="printer")


def faulty_slip(
    file: FileForm, template: SlipTemplate, logo: Logo | Text | None
) -> Iterator[Fault]:
    """Everything that is wrong with the section, and names that no slip can hold."""
    slip = file.slip
    known = sorted(profile_codes())
    yield from _long_words(file, _profiles((slip.printers if slip else ()) or known))
    if slip is None:
        return
    if isinstance(logo, Text):
        yield ("slip", "logo"), logo
    for code in slip.printers:
        yield from dangling(("slip", "printers"), code, set(known), _PRINTER)
    found = [fault for path, forms in _lists(slip) for fault in _faulty_blocks(path, forms, slip)]
    yield from found
    yield from _faulty_variants(slip)
    yield from _unused_logo(slip)
    if not found:
        yield from _misfits(file, template, _profiles(slip.printers or known))


def _long_words(file: FileForm, profiles: Iterable[Profile]) -> Iterator[Fault]:
    """A word wider than the paper at normal size would have to be broken."""
    narrowest = min(profiles, key=lambda profile: profile.columns, default=None)
    if narrowest is None:
        return
    for path, words in _names(file):
        for spoken in (words.zh, words.en):
            if longest_word(printable(spoken)) > narrowest.columns:
                yield path, _too_long_word(narrowest)


class _Named(Protocol):
    name: TextForm


def _names(file: FileForm) -> Iterator[tuple[Path, TextForm]]:
    """What slips and other papers print."""
    yield ("hall", "name"), file.hall.name
    lists: Mapping[str, Sequence[_Named]] = {
        "zones": file.zones,
        "queues": file.queues,
        "priority_classes": file.priority_classes,
        "materials": file.materials,
        "services": file.services,
        "bundles": file.bundles,
    }
    for section, things in lists.items():
        for i, thing in enumerate(things):
            yield (section, i, "name"), thing.name
    for i, rule in enumerate(file.texts.slip_rules):
        yield ("texts", "slip_rules", i), rule


def _too_long_word(profile: Profile) -> Text:
    return Text(
        zh=f"其中有一个词比纸还宽（“{profile.name.zh}”为 {profile.columns} 列），号票上只能拆开；"
        "请用空格分开或缩短",
        en=f"a word in it is wider than the paper ({profile.name.en} has {profile.columns} "
        "columns) and would be broken on slips; part it with a space or make it shorter",
    )


def _lists(slip: SlipForm) -> Iterator[tuple[Path, Sequence[BlockForm]]]:
    if slip.blocks is not None:
        yield _BLOCKS, slip.blocks
    for i, variant in enumerate(slip.variants):
        yield ("slip", "variants", i, "blocks"), variant.blocks


def _faulty_blocks(path: Path, forms: Sequence[BlockForm], slip: SlipForm) -> Iterator[Fault]:
    shown = {form.show for form in forms} | {one for form in forms for one in form.row or ()}
    for needed in NEEDED:
        if needed not in shown:
            yield (
                path,
                Text(
                    zh=f"缺少 {needed}，请补上：没有它，号票上就看不出号码，或是否补打、练习",
                    en=f"{needed} is missing; add it: a slip must show its number, and whether it "
                    "is a reprint or practice",
                ),
            )
    for i, form in enumerate(forms):
        yield from _faulty_block((*path, i), form, slip)


def _faulty_block(path: Path, form: BlockForm, slip: SlipForm) -> Iterator[Fault]:
    if (form.show is None) == (form.row is None):
        yield (
            path,
            Text(
                zh="请写 show: 一项，或 row: [几项]，二者只写其一",
                en="give it either show: (one thing) or row: [several things]",
            ),
        )
    if (form.show == "text") != (form.text is not None):
        yield (
            path,
            Text(
                zh="show: text 与 text: {zh, en} 应同时写",
                en="show: text and text: {zh, en} belong together",
            ),
        )
    if form.label is not None and form.show not in CAN_HAVE_LABEL:
        yield (
            (*path, "label"),
            Text(
                zh=f"这一项没有标签，请删去；可有标签的有 {' '.join(CAN_HAVE_LABEL)}",
                en=f"this has no label; delete it. Labels go with {' '.join(CAN_HAVE_LABEL)}",
            ),
        )
    if form.show == "logo" and slip.logo is None:
        yield (
            path,
            Text(
                zh="没有标志图片，请在 slip 下加上 logo: 文件名.png",
                en="there is no picture; add logo: NAME.png under slip",
            ),
        )


def _faulty_variants(slip: SlipForm) -> Iterator[Fault]:
    seen = set()
    for i, variant in enumerate(slip.variants):
        conditions = (variant.paper, variant.language)
        if conditions == (None, None):
            yield (
                ("slip", "variants", i),
                Text(
                    zh="请写明用于哪种纸（paper: narrow 或 wide）或哪种语言（language: zh 或 en）",
                    en="say for which paper (narrow, wide) or language (zh, en) it is",
                ),
            )
        elif conditions in seen:
            yield (
                ("slip", "variants", i),
                Text(
                    zh="与前面一个变体的条件相同，请合并",
                    en="another variant has the same conditions; make them one",
                ),
            )
        seen.add(conditions)


def _unused_logo(slip: SlipForm) -> Iterator[Fault]:
    shown = {form.show for _, forms in _lists(slip) for form in forms}
    if slip.logo is not None and Shows.LOGO not in shown:
        yield (
            ("slip", "logo"),
            Text(
                zh="没有一处印出标志，请在 blocks 中加上 logo",
                en="nothing shows the logo; add logo to the blocks",
            ),
        )


def _profiles(codes: Iterable[str]) -> Iterator[Profile]:
    """Those that can be read: a wrong profile is told by whoever uses that printer."""
    for code in codes:
        try:
            yield load_profile(code)
        except JiaohaoError:
            continue


def _misfits(
    file: FileForm, template: SlipTemplate, profiles: Iterable[Profile]
) -> Iterator[Fault]:
    """What cannot fit, told once for each block: for the narrowest paper."""
    told: set[Path] = set()
    for profile in sorted(profiles, key=lambda p: (p.columns, p.dots)):
        for language in Language:
            variant = template.variant_for(language, profile.columns)
            where: Path = _BLOCKS
            if variant is not None:
                where = ("slip", "variants", template.variants.index(variant), "blocks")
            for i, block in enumerate(template.blocks_for(language, profile.columns)):
                path = (*where, i)
                wrong = _misfit(file, block, language, profile, template.logo)
                if wrong and path not in told:
                    told.add(path)
                    yield path, wrong


def _misfit(
    file: FileForm, block: Block, language: Language, profile: Profile, logo: Logo | None
) -> Text | None:
    columns = profile.columns
    if block.shows == (Shows.LOGO,):
        return _wide_logo(logo, profile) if logo and logo.width > profile.dots else None
    words = tuple(_words(file, block, language))
    label = label_of(block, language)
    indent = columns_of(label) + LEAST_BESIDE_LABEL if label else 0
    needed = max([indent, *map(longest_word, words)])
    if needed * block.style.width <= columns:
        return None
    longest = label.strip() if indent == needed else max(words, key=longest_word)
    return _too_wide(longest, needed, block.style.width, profile)


def _words(file: FileForm, block: Block, language: Language) -> Iterator[str]:
    """What must not be made smaller or parted: the number, and words of the template itself."""
    if Shows.NUMBER in block.shows:
        prefix = max((queue.code for queue in file.queues), key=len)
        yield prefix + _LAST_SEQUENCE
    if block.text is not None:
        yield block.text.say(language)


def _too_wide(words: str, needed: int, size: int, profile: Profile) -> Text:
    most = profile.columns // needed
    advice = (
        Text(zh=f"请用 size: {most} 或更小", en=f"use size: {most} or smaller")
        if most
        else Text(zh="请改短", en="make it shorter")
    )
    return Text(
        zh=f"“{words}”在 {size} 倍宽下需要 {needed * size} 列，“{profile.name.zh}”只有 "
        f"{profile.columns} 列；{advice.zh}，或用 variants 为窄纸另作安排，或在 printers 中只列"
        "所用的型号",
        en=f"{words!r} at {size} times the width takes {needed * size} columns and "
        f"{profile.name.en} has {profile.columns}; {advice.en}, give narrow paper a variant of its "
        "own, or list only the printers in use under printers",
    )


def _wide_logo(logo: Logo, profile: Profile) -> Text:
    return Text(
        zh=f"标志宽 {logo.width} 点，“{profile.name.zh}”只有 {profile.dots} 点；请缩小图片，"
        "或用 variants 为窄纸另作安排，或在 printers 中只列所用的型号",
        en=f"the logo is {logo.width} dots wide and {profile.name.en} has {profile.dots}; make it "
        "smaller, give narrow paper a variant of its own, or list only the printers in use under "
        "printers",
    )
