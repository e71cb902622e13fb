"""What the kiosk's pages show and do, without a view."""
