"""A register of stated numbers shown in a browser."""
