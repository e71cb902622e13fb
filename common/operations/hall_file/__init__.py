"""The hall file: what a person writes to describe a hall."""

from common.operations.hall_file.document import HallFileUnreadable, HallFileWrong, Problem
from common.operations.hall_file.reading import HallFile, NewClerk, read_hall_file

__all__ = [
    "HallFile",
    "HallFileUnreadable",
    "HallFileWrong",
    "NewClerk",
    "Problem",
    "read_hall_file",
]
