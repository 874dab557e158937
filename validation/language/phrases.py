"""The words around a place in a text: its sentence, and the phrase that is quoted for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

LONGEST_QUOTE = 120
"""Characters of a quote: a phrase, never more."""

CONTEXT = 3
"""Words on each side of a number, so that a changed number can be told from a lost passage."""

# How far around a place its sentence is looked for.
_NEAR = 600
# A stop ends a sentence before a gap and a capital, but not within "65.3" nor behind an initial or a title.
_ABBREVIATED = r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bNo)(?<!\bvs)(?<!\bInc)(?<!\bLtd)(?<!\bSt)(?<!\bU\.S)"
_SENTENCE_END = re.compile(rf"(?:{_ABBREVIATED}\.|[!?])[\"”’)\]]*\s+(?=[A-Z0-9“\"‘(\[])|\s*\n\s*\n\s*|\s*\f\s*")
_WORD = re.compile(r"(?<!\S)\S*\w\S*")
_STOPS = ".!?,;:"

Span = tuple[int, int]


def sentence(text: str, start: int, end: int) -> Span:
    """Where the sentence around a place begins and ends, as far as it is near; a paragraph's end ends it too."""
    first, last = max(0, start - _NEAR), min(len(text), end + _NEAR)
    # What begins a sentence is looked at too: it may be the place itself.
    for stop in _SENTENCE_END.finditer(text, first, min(len(text), start + 1)):
        first = stop.end() if stop.end() <= start else first
    behind = _SENTENCE_END.search(text, end, last)
    last = behind.start() + len(behind.group().rstrip()) if behind else last
    return first, max(end, last)


def _paragraph(text: str, start: int, end: int) -> Span:
    """Where the paragraph around a place begins and ends, no further than a quote may reach."""
    first, last = max(0, start - LONGEST_QUOTE), min(len(text), end + LONGEST_QUOTE)
    begin, stop = text.rfind("\n\n", first, start), text.find("\n\n", end, last)
    return (begin + 2 if begin >= 0 else first), (stop if stop >= 0 else last)


def quoted(text: str, start: int, end: int, beside: Sequence[Span], fits: Callable[[int, int], bool]) -> Span | None:
    """The phrase to quote for a place: whole words of its sentence, three on each side where there are so many.

    It goes no further than the numerals `beside` it, nor than its sentence, unless only so it `fits`; None where no
    phrase of its paragraph does.
    """
    first, last = sentence(text, start, end)
    low = max([first, *(stop for _, stop in beside if stop <= start)])
    high = min([last, *(begin for begin, _ in beside if begin >= end)])
    start, end = _whole(text, start, end, first, last)
    for bounds in ((low, high), (first, last), _paragraph(text, start, end)):
        ahead = [word.start() for word in _WORD.finditer(text, bounds[0], start)][::-1]
        behind = [word.end() for word in _WORD.finditer(text, end, bounds[1])]
        for more in range(max(len(ahead), len(behind), CONTEXT) - CONTEXT + 1):
            reach = CONTEXT + more
            begin = ahead[:reach][-1] if ahead else start
            stop = behind[:reach][-1] if behind else end
            if fits(begin, found := begin + len(text[begin:stop].rstrip(_STOPS)) if stop > end else stop):
                return begin, found
    return (start, end) if fits(start, end) else None


def _whole(text: str, start: int, end: int, first: int, last: int) -> Span:
    """The place with what is glued to it: brackets, quotation marks, the rest of a word."""
    before = re.search(r"\S*\Z", text[first:start])
    behind = re.match(r"\S*", text[end:last])
    reach = len(behind[0].rstrip(_STOPS)) if behind else 0
    return start - len(before[0] if before else ""), end + reach
