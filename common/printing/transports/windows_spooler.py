"""A printer of Windows that gets our bytes as they are (the raw data type of the spooler)."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Any, Protocol

from common.domain.text import Text
from common.ports.deadline import leave, within
from common.printing.transports.transport import Transport


class Spooler(Protocol):
    """The few calls of winspool.drv that a raw job needs. They raise OSError."""

    def open(self, printer: str) -> Any: ...
    def begin(self, handle: Any) -> None: ...
    def write(self, handle: Any, data: bytes) -> int: ...
    def end(self, handle: Any) -> None: ...
    def abort(self, handle: Any) -> None: ...
    def close(self, handle: Any) -> None: ...


class SpoolerTransport(Transport):
    """Each write is one job of the spooler, which tells no more than that it took it."""

    answers = False
    stays_open = False

    def __init__(
        self,
        url: str,
        printer: str,
        connect_seconds: float,
        load: Callable[[], Spooler] | None = None,
    ) -> None:
        super().__init__(url)
        self._spooler = (load or self._load)()
        try:
            self._handle = within(
                connect_seconds, lambda: self._spooler.open(printer), self._spooler.close
            )
        except OSError as error:
            raise self._gone(error) from error

    def _load(self) -> Spooler:
        if sys.platform == "win32":
            return Winspool()
        raise self._gone(Text("win: 地址只能在 Windows 上使用", "win: works on Windows only"))

    def write(self, data: bytes, seconds: float) -> None:
        written = 0

        def job() -> None:
            nonlocal written
            self._spooler.begin(self._handle)
            try:
                while written < len(data):
                    taken = self._spooler.write(self._handle, data[written:])
                    if taken <= 0:
                        raise OSError("the spooler took nothing")
                    written += taken
            except OSError:
                self._spooler.abort(self._handle)
                raise
            self._spooler.end(self._handle)

        try:
            within(seconds, job)
        except TimeoutError as error:
            raise self._late(seconds, len(data)) from error
        except OSError as error:
            raise self._gone(error, written) from error

    def read(self, seconds: float) -> bytes:
        return b""

    def drop_unsent(self) -> None:
        return  # a job belongs to the spooler once it has it

    def close(self) -> None:
        leave(lambda: self._spooler.close(self._handle))


class _DocInfo(ctypes.Structure):
    """DOC_INFO_1W."""

    _fields_ = (
        ("pDocName", ctypes.c_wchar_p),
        ("pOutputFile", ctypes.c_wchar_p),
        ("pDatatype", ctypes.c_wchar_p),
    )


class _PrinterInfo(ctypes.Structure):
    """PRINTER_INFO_4W."""

    _fields_ = (
        ("pPrinterName", ctypes.c_wchar_p),
        ("pServerName", ctypes.c_wchar_p),
        ("Attributes", ctypes.c_uint32),
    )


_LOCAL_AND_CONNECTED = 0x2 | 0x4

if sys.platform == "win32":

    class Winspool:
        """winspool.drv, without any package."""

        def __init__(self) -> None:
            self._library = ctypes.WinDLL("winspool.drv", use_last_error=True)

        def open(self, printer: str) -> Any:
            handle = ctypes.c_void_p()
            self._check(self._library.OpenPrinterW(printer, ctypes.byref(handle), None))
            return handle

        def begin(self, handle: Any) -> None:
            document = _DocInfo("jiaohao", None, "RAW")
            self._check(self._library.StartDocPrinterW(handle, 1, ctypes.byref(document)))
            self._check(self._library.StartPagePrinter(handle))

        def write(self, handle: Any, data: bytes) -> int:
            taken = ctypes.c_uint32()
            self._check(self._library.WritePrinter(handle, data, len(data), ctypes.byref(taken)))
            return taken.value

        def end(self, handle: Any) -> None:
            self._check(self._library.EndPagePrinter(handle))
            self._check(self._library.EndDocPrinter(handle))

        def abort(self, handle: Any) -> None:
            self._library.AbortPrinter(handle)

        def close(self, handle: Any) -> None:
            self._library.ClosePrinter(handle)

        def names(self) -> list[str]:
            """The printers that this user sees."""
            needed, count = ctypes.c_uint32(), ctypes.c_uint32()
            sizes = (ctypes.byref(needed), ctypes.byref(count))
            ask = self._library.EnumPrintersW
            ask(_LOCAL_AND_CONNECTED, None, 4, None, 0, *sizes)
            buffer = ctypes.create_string_buffer(max(1, needed.value))
            self._check(ask(_LOCAL_AND_CONNECTED, None, 4, buffer, needed.value, *sizes))
            found = ctypes.cast(buffer, ctypes.POINTER(_PrinterInfo))
            return [found[index].pPrinterName or "" for index in range(count.value)]

        def _check(self, done: int) -> None:
            if not done:
                raise ctypes.WinError(ctypes.get_last_error())
