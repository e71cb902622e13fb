"""What the counter does and says, without a view: QtCore only."""
