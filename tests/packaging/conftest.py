"""The scripts of packaging/ are not installed: they are imported from where they lie."""

from __future__ import annotations

import sys
from pathlib import Path

import tests.commanding  # noqa: F401 - the manual is made of the command's own help

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
sys.path += [str(PACKAGING), str(PACKAGING / "bundle"), str(PACKAGING / "debian")]
