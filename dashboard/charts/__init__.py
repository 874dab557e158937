"""Charts: pure functions from numbers of the model to figures; they know neither Dash nor files."""
