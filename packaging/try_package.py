"""`python3 dev.py package test`: install and use the package in a fresh Debian, for real."""

from trial.run import main

raise SystemExit(main())
