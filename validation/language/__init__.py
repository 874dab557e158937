"""How people write numbers and times.

`numerals` finds them in a text, `printed` reads one, `qualifiers` what stands beside it, `periods` reads and words
times, `written` writes numbers; `reading` is what the first three stand on.
"""
