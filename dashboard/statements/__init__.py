"""The numbers one by one: found, told, drawn large, explained, compared."""
