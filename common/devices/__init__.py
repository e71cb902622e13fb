"""The devices that read instead of typing: scanners and identity-card readers."""
