"""What the clerk sees: build, connect, retranslate. No rule is decided here."""
