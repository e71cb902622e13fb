"""The code with which a counter finds a form that was filled in at a kiosk.

It is all that the slip and its QR hold of a form.
"""

from __future__ import annotations

import secrets

from common.domain.signs import tidied

SIGNS = "346789CDFGHJKLMNPQRTVWXY"
"""Nothing that looks like another (0 O, 1 I, 2 Z, 5 S, 8 B, U V), and no vowels that make words."""
LENGTH = 6


def new_pickup_code() -> str:
    """Six signs out of 191 million, from the system's own source of randomness.

    Whoever keeps the forms makes another when this one is still in use.
    """
    return "".join(secrets.choice(SIGNS) for _ in range(LENGTH))


def pickup_code(typed: str) -> str | None:
    """The code that was typed or scanned, in any case and with blanks; None when it is none."""
    code = "".join(sign for sign in tidied(typed).value.upper() if sign not in " -")
    return code if len(code) == LENGTH and all(sign in SIGNS for sign in code) else None
