"""Files that a command writes because somebody named them."""

from __future__ import annotations

from pathlib import Path

from common.domain.errors import JiaohaoError

_SQLITE = b"SQLite format 3\0"
"""How every such file begins (https://sqlite.org/fileformat2.html)."""


class IsADatabase(JiaohaoError):
    code = "is_a_database"
    en = "{file} is a database, perhaps that of the hall. Nothing was written: choose another name."
    zh = "{file} 是数据库文件，可能就是大厅数据库。未写入任何内容，请换一个文件名。"


def spare_databases(file: Path) -> None:
    """Raise IsADatabase instead of writing over a hall that people work in."""
    try:
        with file.open("rb") as there:
            begins = there.read(len(_SQLITE))
    except OSError:
        return  # Not there yet, or not readable: whoever writes will tell.
    if begins == _SQLITE:
        raise IsADatabase(file=file)
