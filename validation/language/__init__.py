"""How people write numbers and times: read from a text, and written back."""
