"""`python3 dev.py package test`: install and use the package in a fresh Debian, for real."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from trial.run import main

raise SystemExit(main())
