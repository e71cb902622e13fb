"""Devices that are none: an identity-card reader and a scanner for tests and trials."""
