"""Drawing with dots what the printer's own font cannot print: a rare character, a QR code."""

from __future__ import annotations

from PIL import Image, ImageDraw

from common.domain.slip_template import Align
from common.printing.document import Line, columns_of, is_mark
from common.printing.glyphs import code_box, font_for, sized
from common.printing.right_to_left import in_visual_order

CELL = 24
"""Dots of a full-width character; a half-width one has half the width."""
LINE_DOTS = 30
"""The printer's default line spacing."""
_INK = 150
"""Grey level from which a dot is burnt."""


def draw_cell(character: str, width: int, height: int, bold: bool = False) -> Image.Image:
    """One character in ink (255) on a cell of `width` x `height` dots, as a printer's font has it.

    A half-width cell takes its character a little smaller, so that descenders stay inside. Bold is
    struck twice, one dot apart, as the printer itself does it. What no font here can draw is a box
    with its code: every character leaves ink but a space.
    """
    source = font_for(character)
    if source is None:
        return (
            _mark_stub(width, height) if is_mark(character) else code_box(character, width, height)
        )
    half = width * 2 <= height
    font = sized(source, round(height * (0.92 if half else 0.96)))
    left, top, right, bottom = (round(edge) for edge in font.getbbox(character, anchor="ls"))
    ink = Image.new("L", (max(1, right - left), max(1, bottom - top)), 0)
    ImageDraw.Draw(ink).text((-left, -top), character, 255, font, anchor="ls")
    if ink.width > width or ink.height > height:
        ink = ink.resize((min(ink.width, width), min(ink.height, height)), Image.Resampling.LANCZOS)
    row = round(height * (0.8 if half else 0.85)) + top
    cell = Image.new("L", (width, height), 0)
    place = ((width - ink.width) // 2, max(0, min(row, height - ink.height)))
    cell.paste(ink, place)
    if bold:
        cell.paste(ink, (place[0] + 1, place[1]), ink)
    darkest = max(cell.tobytes())
    # Hair lines that were squeezed are light grey all over.
    burnt = _INK if darkest >= _INK else max(1, darkest // 2)
    return cell.point(lambda grey: 255 if grey >= burnt else 0)


def _mark_stub(width: int, height: int) -> Image.Image:
    """An accent that no font here can draw: a small square above the character."""
    cell = Image.new("L", (width, height), 0)
    side = max(2, height // 8)
    cell.paste(255, ((width - side) // 2, 0, (width + side) // 2, side))
    return cell


def draw_line(line: Line, dots: int) -> Image.Image:
    """The line as a ``1`` picture as wide as the paper, ink set, at the printer's own sizes."""
    cell_height = CELL * line.height
    picture = Image.new("1", (dots, max(LINE_DOTS, cell_height)), 0)
    half = CELL // 2 * line.width
    spare = dots - line.columns * half // line.width
    column = {Align.LEFT: 0, Align.CENTER: spare // 2, Align.RIGHT: spare}[line.align]
    for cluster in in_visual_order(line.text, lambda letter: font_for(letter) is not None):
        columns = columns_of(cluster)
        for character in cluster:
            cell = draw_cell(character, max(columns, 1) * half, cell_height, line.bold)
            picture.paste(255, (column, 0), cell)
        column += columns * half
    return picture


def draw_qr(data: str) -> Image.Image:
    """The QR code (error correction L, no margin), one pixel per module, ink = 1."""
    import qrcode

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_L, border=0)
    code.add_data(data.encode())
    rows = code.get_matrix()
    picture = Image.new("1", (len(rows), len(rows)), 0)
    picture.putdata([255 * module for row in rows for module in row])
    return picture
