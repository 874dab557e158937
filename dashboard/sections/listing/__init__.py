"""The list of numbers: what an address asks of it, what narrows it, its table."""
