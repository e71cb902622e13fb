"""What the three front ends share: theme, fonts, words, threads, and the start of a process."""

import builtins

import PySide6.QtCore  # noqa: F401

# PySide puts itself before every import of the process, looks for its name in the source of what
# was imported and asks that for attributes. Nothing here needs the features which that is for. It
# costs a tenth of the start, and breaks what loads more when asked, as pydantic does.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
