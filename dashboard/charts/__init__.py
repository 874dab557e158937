"""Charts: pure functions from rows of the joined frame to figures; they know neither Dash nor files."""
