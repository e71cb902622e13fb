"""What the screens show and when, without a screen."""
