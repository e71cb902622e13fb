"""Finding a service by whatever people type."""
