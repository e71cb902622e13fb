"""The scanners and card readers of a front end, on its GUI thread."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QMetaObject, QObject, Qt, Signal, Slot

from common.devices.address import DeviceKind, device_address
from common.devices.attendant import Attendant
from common.devices.id_card import IdCard
from common.devices.id_reader import CardEvent, CardTrouble, IdReader
from common.devices.scanner import Scan, Scanner
from common.domain.text import Text
from common.qt.wedge import KeyboardScanner

_RETRY = 2.0


class Readers(QObject):
    """Each device that a front end was told of, attended in a thread of its own.

    None is needed: without any this does nothing. Raises BadDeviceAddress for a wrong URL; a device
    that is not there, or goes away, is used as soon as it is back.

    Signals:
        scanned(str): what a code said; empty for one that is no text. Never log it.
        scan_spoiled(): a keyboard scanner's code was lost in the input method: scan again.
        card_read(IdCard): it is wiped when all who listen have returned.
        card_not_read(Text): what the person with the card does now.
        changed(): a device came or went, see `away`.
    """

    scanned = Signal(str)
    scan_spoiled = Signal()
    card_read = Signal(object)
    card_not_read = Signal(object)
    changed = Signal()

    def __init__(
        self,
        urls: Sequence[str],
        today: Callable[[], date],
        retry: float = _RETRY,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        addresses = [(url, device_address(url)) for url in urls]
        self._events: deque[tuple[str, object]] = deque()
        self._lock = threading.Lock()
        self._closed = False
        self._away: dict[str, Text] = {}
        self._kinds: dict[str, DeviceKind] = {url: address.kind for url, address in addresses}
        self._attendants: list[Attendant[Scan] | Attendant[CardEvent]] = []
        self._keyboard: KeyboardScanner | None = None
        for url, address in addresses:
            if address.port is None:
                self._type()
            elif address.kind is DeviceKind.SCANNER:
                scanner = Scanner(url, address)
                self._attendants.append(
                    Attendant(scanner, self._heard(url), self._heard(url), retry)
                )
            else:
                reader = IdReader(url, address, today)
                self._attendants.append(
                    Attendant(reader, self._heard(url), self._heard(url), retry)
                )

    def _type(self) -> None:
        if self._keyboard is None:
            self._keyboard = KeyboardScanner(parent=self)
            self._keyboard.scanned.connect(self.scanned)
            self._keyboard.spoiled.connect(self.scan_spoiled)

    @property
    def kinds(self) -> frozenset[DeviceKind]:
        """The kinds of devices that may be used now: what a page may ask people to use."""
        return frozenset(kind for url, kind in self._kinds.items() if url not in self._away)

    @property
    def away(self) -> dict[str, Text]:
        """The URL of each device that is not there, and what to do about it."""
        return dict(self._away)

    def close(self) -> None:
        """Give every device back; nothing is emitted any more."""
        with self._lock:
            self._closed = True
            events, self._events = self._events, deque()
        for _, event in events:
            _wipe(event)
        keyboard, self._keyboard = self._keyboard, None
        if keyboard is not None:
            keyboard.close()
        for attendant in self._attendants:
            attendant.close()

    def _heard(self, url: str) -> Callable[[object], None]:
        """What an attendant calls in its thread."""

        def heard(event: object) -> None:
            with self._lock:
                if self._closed:
                    _wipe(event)
                    return
                self._events.append((url, event))
                # Not a signal of an object over there: see TaskRunner.
                QMetaObject.invokeMethod(self, "_deliver", Qt.ConnectionType.QueuedConnection)

        return heard

    @Slot()
    def _deliver(self) -> None:
        with self._lock:
            if not self._events:
                return
            url, event = self._events.popleft()
        match event:
            case Scan():
                self.scanned.emit(event.text)
            case IdCard():
                with event:
                    self.card_read.emit(event)
            case CardTrouble():
                self.card_not_read.emit(event.words)
            case Text():
                self._away[url] = event
                self.changed.emit()
            case None:
                if self._away.pop(url, None) is not None:
                    self.changed.emit()


def _wipe(event: object) -> None:
    if isinstance(event, IdCard):
        event.wipe()
