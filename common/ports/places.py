"""Where a virtual device is to be found: ports, names and folders that somebody chose for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from common.domain.os_words import os_words
from common.ports.errors import PlaceRefused


@contextmanager
def chosen(place: str | Path) -> Iterator[None]:
    """Tell what the system refuses with the place that it is about. Raises PlaceRefused."""
    try:
        yield
    except OSError as error:
        raise PlaceRefused(place=str(place), reason=os_words(error)) from error


def lead_to(path: str, link: Path) -> None:
    """Make `link` a lasting name of the device at `path`, in place of an older link alone.

    Raises FileExistsError where anything else has that name, and OSError.
    """
    if link.is_symlink():
        link.unlink()
    link.symlink_to(path)


def lead_no_more(path: str, link: Path) -> None:
    """Remove the name, unless it leads to another device by now."""
    if link.is_symlink() and link.readlink() == Path(path):
        link.unlink()
