"""The ways bytes reach a printer, each named by a URL; those that only printers have are here.

Every call is bounded in time. A transport is used from one thread.
"""

from common.printing.transports.address import printer_address
from common.printing.transports.opening import open_transport

__all__ = ["open_transport", "printer_address"]
