"""The reader's parts: what a text was read for, where that is marked in it, and what is noted beside it."""
