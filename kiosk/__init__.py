"""The citizen's journey: from touching the screen to a numbered slip."""
