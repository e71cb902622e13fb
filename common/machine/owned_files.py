"""Files that are written whole, for certain eyes, and never through a link in their way.

The hall's folders belong to the group of its clerks, and root writes in them too: a path there is
nobody's promise. So a file is made only where nothing stands, and its rights are changed on the
opened file itself.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

ALONE = 0o600
"""The mode of a file that its user alone may read."""


def create(file: Path) -> None:
    """Make an empty file that this user alone may read. Raises OSError where something stands."""
    os.close(_created(file))


def hand_over(file: Path, mode: int, user: int = -1, group: int = -1) -> None:
    """Give a file or folder its rights, and to a user and a group; -1 leaves it whose it is.

    No connection to a database of this process may have the file open: to close it here would end
    that connection's locks (https://sqlite.org/howtocorrupt.html). Raises OSError, for a link too.
    """
    if os.name == "nt":
        file.chmod(mode)
        return
    handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        found = os.fstat(handle)
        alone = stat.S_ISREG(found.st_mode) and found.st_nlink == 1
        if not (alone or stat.S_ISDIR(found.st_mode)):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        _give(handle, mode, user, group)
    finally:
        os.close(handle)


def write_whole(file: Path, content: bytes, mode: int, user: int = -1, group: int = -1) -> None:
    """Write a file whole or not at all, and never readable for more people than `mode` says.

    Raises OSError.
    """
    new = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        with os.fdopen(_created(new), "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
            if os.name != "nt":
                _give(opened.fileno(), mode, user, group)
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)


def _created(file: Path) -> int:
    # Without O_BINARY, which it alone has, Windows would write \r\n for every \n.
    return os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), ALONE)


def _give(handle: int, mode: int, user: int, group: int) -> None:
    if (user, group) != (-1, -1):
        os.fchown(handle, user, group)
    os.fchmod(handle, mode)
