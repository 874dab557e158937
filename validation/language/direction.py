"""Text that runs from right to left amid text that doesn't: what keeps a number behind a name in its place."""

from __future__ import annotations

import re

MARK = "\N{LEFT-TO-RIGHT MARK}"

# Hebrew, Arabic and their neighbors, with what stands on their letters; their presentation forms; younger scripts.
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_BEHIND = rf"(?<=[{_RIGHT_TO_LEFT}])(?=(?:(?![{_RIGHT_TO_LEFT}])\W)*"
_BEFORE_NUMBER, _AT_END = re.compile(rf"{_BEHIND}[0-9])"), re.compile(rf"{_BEHIND}\Z)")


def in_order(words: str) -> str:
    """Words of ours with names from the data: a number that follows a name from right to left stays behind it.

    Without the unseen mark between them, the number counts as a part of the name and changes places with it.
    """
    return words if words.isascii() else _BEFORE_NUMBER.sub(MARK, words)


def closed(words: str) -> str:
    """The same of words with others behind them on one line of a drawing, whatever these begin with."""
    return words if words.isascii() else _AT_END.sub(MARK, in_order(words), count=1)
