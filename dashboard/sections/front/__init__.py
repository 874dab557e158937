"""Parts of the front page."""
