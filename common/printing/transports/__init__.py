"""The ways bytes reach a printer, one module for each kind, each named by a URL.

Every call is bounded in time. A transport is used from one thread.
"""

from common.printing.transports.address import printer_address
from common.printing.transports.opening import open_transport
from common.printing.transports.transport import Transport

__all__ = ["Transport", "open_transport", "printer_address"]
