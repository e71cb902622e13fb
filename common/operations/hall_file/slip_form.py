"""The `slip` section of a hall file: what it may hold, and the template that it describes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from common.domain.slip_template import (
    DEFAULT_BLOCKS,
    LARGEST_SIZE,
    PLAIN,
    Align,
    Block,
    Logo,
    Shows,
    SlipTemplate,
    Style,
    Variant,
)
from common.domain.text import Language, Text
from common.operations.hall_file.text_form import STRICT, TextForm

_SIZE = re.compile(r"([1-9])(?:x([1-9]))?")
_USUAL = {
    (Shows.LOGO,): Style(align=Align.CENTER),
    **{block.shows: block.style for block in DEFAULT_BLOCKS},
}
"""How a thing looks where the file does not say."""

_Shown = Literal[
    "hall", "number", "service", "place", "zone", "windows", "ahead", "wait", "time",
    "marks", "bring", "rules", "qr", "phone", "line", "space", "text", "logo",
]  # fmt: skip
_Beside = Literal[
    "hall", "number", "service", "place", "zone", "windows", "ahead", "wait", "time",
    "marks", "bring", "phone",
]  # fmt: skip


def _as_size(given: Any) -> tuple[int, int]:
    """4 or 4x3: so many times as wide, and as high."""
    found = _SIZE.fullmatch(str(given)) if isinstance(given, int | str) else None
    if found is None:
        raise PydanticCustomError("no_size", "not a size")
    width, height = int(found[1]), int(found[2] or found[1])
    if max(width, height) > LARGEST_SIZE:
        raise PydanticCustomError("no_size", "not a size")
    return width, height


def _as_block(given: Any) -> Any:
    """`- number` is short for `- {show: number}`."""
    return {"show": given} if isinstance(given, str) else given


class Form(BaseModel):
    model_config = STRICT


class LabelForm(Form):
    """Words before what is shown; empty ones for none."""

    zh: Annotated[str, StringConstraints(max_length=40, strip_whitespace=True)]
    en: Annotated[str, StringConstraints(max_length=40, strip_whitespace=True)]


class BlockForm(Form):
    show: _Shown | None = None
    row: Annotated[list[_Beside], Field(min_length=2)] | None = None
    size: Annotated[tuple[int, int], BeforeValidator(_as_size)] | None = None
    bold: bool | None = None
    align: Literal["left", "center", "right"] | None = None
    text: TextForm | None = None
    label: LabelForm | None = None


_Blocks = Annotated[
    list[Annotated[BlockForm, BeforeValidator(_as_block)]], Field(min_length=1, max_length=60)
]


class VariantForm(Form):
    paper: Literal["narrow", "wide"] | None = None
    language: Literal["zh", "en"] | None = None
    blocks: _Blocks


class SlipForm(Form):
    blocks: _Blocks | None = None
    variants: list[VariantForm] = []
    logo: Annotated[str, StringConstraints(pattern=r"^[^/\\]{1,120}$")] | None = None
    printers: list[str] = []


def slip_template(slip: SlipForm | None, logo: Logo | None) -> SlipTemplate:
    """The template of a section without faults; without the section the usual one."""
    if slip is None:
        return SlipTemplate()
    return SlipTemplate(
        blocks=_blocks(slip.blocks) if slip.blocks else DEFAULT_BLOCKS,
        variants=tuple(
            Variant(
                _blocks(variant.blocks),
                None if variant.paper is None else variant.paper == "narrow",
                Language(variant.language) if variant.language else None,
            )
            for variant in slip.variants
        ),
        logo=logo,
        printers=tuple(slip.printers),
    )


def _blocks(forms: Sequence[BlockForm]) -> tuple[Block, ...]:
    return tuple(map(_block, forms))


def _block(form: BlockForm) -> Block:
    shows = (Shows(form.show),) if form.show else tuple(map(Shows, form.row or ()))
    usual = _USUAL.get(shows, PLAIN)
    width, height = form.size or (usual.width, usual.height)
    return Block(
        shows=shows,
        style=Style(
            width=width,
            height=height,
            bold=usual.bold if form.bold is None else form.bold,
            align=Align(form.align) if form.align else usual.align,
        ),
        text=form.text.value() if form.text else None,
        label=Text(form.label.zh, form.label.en) if form.label else None,
    )
