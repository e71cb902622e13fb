"""Which schema this program works with; loaded at every start, so without Alembic."""

KNOWN = ("0001", "0002")
"""Every revision up to this program's, oldest first."""
HEAD = KNOWN[-1]
