"""How people write numbers and times.

`numerals` finds them in a text, `printed` reads one, `qualifiers` what stands beside it, `periods` reads and words
times, `written` writes numbers; `words` are the English ones.
"""
