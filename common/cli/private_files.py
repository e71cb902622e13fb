"""Files that hold what people wrote: for this user alone, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from common.cli.output_files import spare_databases
from common.domain.errors import JiaohaoError
from common.domain.os_words import os_words
from common.machine.owned_files import ALONE, write_whole


class FileIsThere(JiaohaoError):
    """Nothing was written over. Facts: file."""

    code = "file_is_there"
    en = (
        "There is a file {file} already; nothing was written over. Replace it, or choose another "
        "name."
    )
    zh = "已有文件 {file}，未覆盖。请换一个文件名，或确认替换。"


class FileNotWritten(JiaohaoError):
    code = "form_file_not_written"
    en = "{file} cannot be written: {detail}. Nothing was saved; choose another place."
    zh = "无法写入 {file}：{detail}。未保存，请换一个位置。"


def write_private(file: Path, content: bytes, *, replace: bool) -> None:
    """Write a file that this user alone may read, whole or not at all.

    Raises FileIsThere unless `replace`, IsADatabase, FileNotWritten.
    """
    try:
        if file.exists() and not replace:
            raise FileIsThere(file=file)
        spare_databases(file)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(file, content, ALONE)
    except OSError as error:
        raise FileNotWritten(file=file, detail=os_words(error)) from None
