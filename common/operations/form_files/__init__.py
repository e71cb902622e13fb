"""Files that describe the forms of a hall, in a folder of their own."""

from common.operations.form_files.errors import (
    FormFilesUnreadable,
    FormFilesWrong,
    FormProblem,
    UnknownForm,
)
from common.operations.form_files.hall_check import faulty_services
from common.operations.form_files.reading import FormFiles, read_forms

__all__ = [
    "FormFiles",
    "FormFilesUnreadable",
    "FormFilesWrong",
    "FormProblem",
    "UnknownForm",
    "faulty_services",
    "read_forms",
]
