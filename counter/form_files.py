"""Files that forms are saved in, and what stands in them besides."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from common.cli.output_files import spare_databases
from common.domain.errors import JiaohaoError
from common.domain.os_words import os_words
from common.domain.text import Language, Text

if TYPE_CHECKING:
    from common.operations.kept_forms import ExportedForm


class FileIsThere(JiaohaoError):
    """Nothing was written over. Facts: file."""

    code = "file_is_there"
    en = "There is a file {file} already. Enter once more replaces it; or choose another name."
    zh = "已有文件 {file}。再按一次回车将其替换，或换一个文件名。"


class FileNotWritten(JiaohaoError):
    code = "form_file_not_written"
    en = "{file} cannot be written: {detail}. Nothing was saved; choose another place."
    zh = "无法写入 {file}：{detail}。未保存，请换一个位置。"


@dataclass(frozen=True, slots=True)
class Made:
    """What stands on the paper besides the form."""

    hall: Text
    counter: str
    language: Language


def json_bytes(exported: ExportedForm) -> bytes:
    """As docs/guide/forms.md tells."""
    return (json.dumps(exported.facts(), ensure_ascii=False, indent=2) + "\n").encode()


def write_private(file: Path, content: bytes, *, replace: bool) -> None:
    """Write a file that this user alone may read, whole or not at all.

    Raises FileIsThere unless `replace`, IsADatabase, FileNotWritten.
    """
    new = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        if file.exists() and not replace:
            raise FileIsThere(file=file)
        spare_databases(file)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as opened:
                opened.write(content)
                opened.flush()
                os.fsync(opened.fileno())
            new.replace(file)
        finally:
            new.unlink(missing_ok=True)
    except OSError as error:
        raise FileNotWritten(file=file, detail=os_words(error)) from None
