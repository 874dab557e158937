"""How a text is read: as it is seen, cut into tokens, matched against the forms of numbers, and worth what they say."""
