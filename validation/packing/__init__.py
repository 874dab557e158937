"""The data as files that leave: rows, citations, and the package of all of it."""
