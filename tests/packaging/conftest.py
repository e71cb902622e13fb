"""The scripts of packaging/ are not installed: they are imported from where they lie."""

from __future__ import annotations

import gc
import sys
import warnings
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
sys.path += [str(PACKAGING), str(PACKAGING / "bundle"), str(PACKAGING / "debian")]

with warnings.catch_warnings():
    # typer 0.21 still names what click 9 will not have.
    warnings.filterwarnings("ignore", "'click", DeprecationWarning)
    import common.cli.main  # noqa: F401

gc.enable()  # The command switches it off for its short life; the tests live longer.
