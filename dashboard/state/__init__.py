"""What a page is a function of: the data now, the address, the reader's view."""
