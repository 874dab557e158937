"""The search: what there is to find, how words are compared, what is found first."""
