"""Somebody who looks at one device all the time, in a thread of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from common.devices.device import PortDevice, words_of
from common.domain.text import Text
from common.ports.errors import PortTimeout, PortUnreachable

log = logging.getLogger(__name__)
Found = TypeVar("Found")

_LOOK = 0.1
_RETRY = 2.0
_END = 4.0


class Attendant(Generic[Found]):
    """Hands over what a device finds, and says when it goes and comes back.

    `found(thing)` and `present(why_not)` are called in the attendant's thread. `why_not` is None
    when the device is there, else what to do about it; it is told once for each change. A device
    that is not there is tried again every `retry` seconds, for ever; nothing else depends on it.
    """

    def __init__(
        self,
        device: PortDevice[Found],
        found: Callable[[Found], None],
        present: Callable[[Text | None], None],
        retry: float = _RETRY,
    ) -> None:
        self._device = device
        self._found = found
        self._present = present
        self._retry = retry
        self._over = threading.Event()
        self._told: tuple[Text | None] | None = None
        self._thread = threading.Thread(target=self._attend, name="device", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Give the device back; nothing is called after this returns, as a rule within 0.1 s."""
        self._over.set()
        self._thread.join(_END)

    def _attend(self) -> None:
        try:
            while not self._over.is_set():
                self._look()
        finally:
            self._device.close()

    def _look(self) -> None:
        try:
            thing = self._device.look(_LOOK)
        except (PortUnreachable, PortTimeout) as error:
            self._device.close()
            self._tell(words_of(error))
            self._over.wait(self._retry)
            return
        self._tell(None)
        if thing is not None and not self._over.is_set():
            self._found(thing)

    def _tell(self, why_not: Text | None) -> None:
        if self._told != (why_not,) and not self._over.is_set():
            self._told = (why_not,)
            if why_not is None:
                log.info("device there url=%s", self._device.url)
            else:
                log.warning("device away url=%s: %s", self._device.url, why_not.en)
            self._present(why_not)
