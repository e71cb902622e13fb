"""One page that shows all pictures of a folder."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PIL import Image

_HEIGHT = 320
_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Jiaohao: every screen</title>
<style>
  body {{ font: 15px/1.5 system-ui, sans-serif; margin: 32px;
    background: Canvas; color: CanvasText }}
  h2 {{ margin: 40px 0 12px }}
  .row {{ display: flex; flex-wrap: wrap; gap: 20px }}
  figure {{ margin: 0 }}
  figcaption {{ font-size: 13px }}
  img {{ height: {height}px; width: auto; border: 1px solid GrayText; display: block }}
</style>
<h1>Jiaohao: every screen</h1>
<p>{count} pictures of the real programs, drawn by <code>python3 dev.py screenshots</code>.</p>
{sections}
</html>
"""


def write_contact_sheet(folder: Path) -> Path:
    """Write `index.html` over all pictures below `folder`, one section for each front end."""
    sections = []
    count = 0
    for place in sorted(path for path in folder.iterdir() if path.is_dir()):
        pictures = sorted(place.glob("*.png"))
        count += len(pictures)
        figures = "\n".join(_figure(folder, picture) for picture in pictures)
        sections.append(f'<h2>{escape(place.name)}</h2>\n<div class="row">\n{figures}\n</div>')
    sheet = folder / "index.html"
    page = _PAGE.format(height=_HEIGHT, count=count, sections="\n".join(sections))
    sheet.write_text(page, encoding="utf-8")
    return sheet


def _figure(folder: Path, picture: Path) -> str:
    source = escape(picture.relative_to(folder).as_posix())
    with Image.open(picture) as image:
        width = round(image.width * _HEIGHT / image.height)
    return (
        f'<figure><a href="{source}"><img src="{source}" width="{width}" height="{_HEIGHT}" '
        f'loading="lazy" alt=""></a><figcaption>{escape(picture.stem)}</figcaption></figure>'
    )
