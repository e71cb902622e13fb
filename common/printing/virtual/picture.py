"""The picture that a printer makes of some bytes, at once and without a printer."""

from __future__ import annotations

from PIL import Image, ImageChops

from common.printing.profile import Profile
from common.printing.virtual.head import Head
from common.printing.virtual.paper import Paper
from common.printing.virtual.parser import Parser


def slip_png(data: bytes, profile: Profile) -> Image.Image:
    """Black on white, one pixel per dot, exactly as wide as the paper's printable dots.

    As in a real printer the slip begins with the blank paper between head and cutter.
    """
    parser, head, paper = Parser(), Head(profile), Paper(profile)
    parser.feed(data)
    pieces: list[Image.Image] = []
    while command := parser.next():
        if command.name == "GS V":
            for band in paper.feed_for_cut(command.data):
                paper.append(band)
            pieces.append(paper.cut())
        else:
            for band in head.execute(command):
                paper.append(band)
    if paper.printed:
        pieces.append(paper.tear())
    return stack(pieces, profile.dots)


def stack(pieces: list[Image.Image], width: int) -> Image.Image:
    """Pictures one under the other as black on white."""
    ink = Image.new("1", (width, max(1, sum(piece.height for piece in pieces))), 0)
    row = 0
    for piece in pieces:
        ink.paste(piece, (0, row))
        row += piece.height
    return ImageChops.invert(ink)
