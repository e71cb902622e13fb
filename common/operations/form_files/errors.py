"""Why a folder of forms is refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from common.domain.errors import JiaohaoError
from common.domain.text import Text


class FormFilesUnreadable(JiaohaoError):
    code = "form_files_unreadable"
    en = "The forms cannot be read from {file}: {detail}."
    zh = "无法读取表单 {file}：{detail}。"


class UnknownForm(JiaohaoError):
    code = "unknown_form"
    en = "There is no form {given}. Known forms: {known}."
    zh = "没有表单 {given}。可用：{known}。"


@dataclass(frozen=True, slots=True)
class FormProblem:
    """One fault: the file and line (from 1) it stands on, and what to do."""

    file: Path
    line: int
    message: Text


class FormFilesWrong(JiaohaoError):
    """`facts["problems"]` holds every `FormProblem`, by file and line."""

    code = "form_files_wrong"
    en = "{told_en}"
    zh = "{told_zh}"

    def __init__(self, problems: Iterable[FormProblem]) -> None:
        in_order = tuple(sorted(problems, key=lambda problem: (problem.file, problem.line)))
        super().__init__(
            problems=in_order,
            told_en="\n".join(f"{p.file}:{p.line}: {p.message.en}" for p in in_order),
            told_zh="\n".join(f"{p.file}:{p.line}: {p.message.zh}" for p in in_order),
        )
