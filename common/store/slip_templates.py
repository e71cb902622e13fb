"""The hall's slips between JSON and the `SlipTemplate` value."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from common.domain.slip_template import (
    DEFAULT_BLOCKS,
    Align,
    Block,
    Logo,
    Shows,
    SlipTemplate,
    Style,
    Variant,
)
from common.domain.text import Language, Text


def template_json(template: SlipTemplate) -> dict[str, Any]:
    """What the file does not say is not stored, so that a newer version may do it better."""
    logo = template.logo
    return {
        "blocks": None if template.blocks == DEFAULT_BLOCKS else _blocks_json(template.blocks),
        "variants": [
            {
                "narrow": variant.narrow,
                "language": variant.language,
                "blocks": _blocks_json(variant.blocks),
            }
            for variant in template.variants
        ],
        "logo": logo
        and {
            "width": logo.width,
            "height": logo.height,
            "dots": b64encode(logo.dots).decode("ascii"),
        },
        "printers": list(template.printers),
    }


def read_template(stored: Mapping[str, Any]) -> SlipTemplate:
    """The value of what `template_json` made; of nothing it is the usual slip."""
    logo = stored.get("logo")
    return SlipTemplate(
        blocks=_blocks(stored["blocks"]) if stored.get("blocks") else DEFAULT_BLOCKS,
        variants=tuple(
            Variant(
                _blocks(variant["blocks"]),
                variant["narrow"],
                Language(variant["language"]) if variant["language"] else None,
            )
            for variant in stored.get("variants", ())
        ),
        logo=Logo(logo["width"], logo["height"], b64decode(logo["dots"])) if logo else None,
        printers=tuple(stored.get("printers", ())),
    )


def _blocks_json(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    return [asdict(block) for block in blocks]


def _blocks(stored: Sequence[Mapping[str, Any]]) -> tuple[Block, ...]:
    return tuple(
        Block(
            shows=tuple(map(Shows, block["shows"])),
            style=Style(**{**block["style"], "align": Align(block["style"]["align"])}),
            text=_text(block["text"]),
            label=_text(block["label"]),
        )
        for block in stored
    )


def _text(stored: Mapping[str, str] | None) -> Text | None:
    return Text(**stored) if stored else None
