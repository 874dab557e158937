"""The text as a reader sees it, and the way back to its characters.

Nobody sees a soft hyphen or a zero-width space, a ligature stands for its letters, a letter and its accent are one, and
white space that holds a line end, or parts two cells or pages, is a space. Quotes and numerals are compared and read
so; offsets stay those of the text as it is.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
LINE, PARAGRAPH = "\n", "\u2029"
"""What stands for white space with one line end, and with several or a page's; both are a space to a reader."""

_LIGATURES = "\ufb00-\ufb06"
_ACCENTS = "\u0300-\u036f"
# White space that ends no line, and what nobody sees, which may stand among it.
_LINE_ENDS = rf"\r\n\f{PARAGRAPH}"
_BLANK = rf"[ \t\v\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u202f\u205f\u3000{UNSEEN}]"
# What is seen otherwise than it is written. A look behind keeps a long run of spaces from being tried at each of them.
_LINE_END = rf"(?<!{_BLANK}){_BLANK}*[{_LINE_ENDS}][\s{UNSEEN}]*"
_OTHERWISE = rf"(?=[\s{UNSEEN}{_LIGATURES}])(?:{_LINE_END}|[{UNSEEN}]+|[{_LIGATURES}])"
_SEEN = re.compile(_OTHERWISE)
_SEEN_APART = re.compile(rf"{_OTHERWISE}|[^\W\d_][{_ACCENTS}]+")


class Seen:
    """A text as it is seen; `text` has one character for each line end, `LINE` or `PARAGRAPH`."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        pieces: list[str] = []
        # Of each stretch: where it begins as it is seen; where in raw, and its end there if it is spelt otherwise.
        self._starts = [0]
        self._origins = [(0, 0)]
        if _is_plain(raw):
            self.text = raw
            return
        done = length = 0
        for match in (_SEEN if unicodedata.is_normalized("NFC", raw) else _SEEN_APART).finditer(raw):
            shown = _shown(match.group())
            if shown == match.group():
                continue
            pieces += raw[done : match.start()], shown
            length += match.start() - done
            if shown:
                self._mark(length, match.span())
            length, done = length + len(shown), match.end()
            self._mark(length, (done, 0))
        self.text = "".join([*pieces, raw[done:]])

    def _mark(self, start: int, origin: tuple[int, int]) -> None:
        self._starts.append(start)
        self._origins.append(origin)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text as it is of a stretch, at least a character long, of what is seen."""
        return self._origin(start)[0], self._origin(end - 1)[1]

    @cached_property
    def flat(self) -> str:
        """The text on one line, every space a plain one; as long as `text`."""
        return _on_one_line(self.text)

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        """Where these words, as they are seen, stand in the text as it is; they may overlap."""
        sought = flat(words)
        start = self.flat.find(sought) if sought else -1
        while start >= 0:
            first, last = self.span(start, start + len(sought))
            there = self.raw[first:last]
            # Within a ligature nothing begins or ends.
            if there == sought or flat(there) == sought:
                yield first, last
            start = self.flat.find(sought, start + 1)

    def _origin(self, at: int) -> tuple[int, int]:
        """Where a character begins and ends in the text as it is; each letter of a ligature has all of it."""
        stretch = bisect_right(self._starts, at) - 1
        begin, end = self._origins[stretch]
        beyond = at - self._starts[stretch]
        return (begin, end) if end else (begin + beyond, begin + beyond + 1)


def flat(text: str) -> str:
    """A text as it is seen, on one line, to be held against another."""
    return text if _is_plain(text) else _on_one_line(Seen(text).text)


def _is_plain(text: str) -> bool:
    """Whether it is surely seen as it is, on one line: most cells are."""
    return text.isascii() and text.isprintable()


def _on_one_line(text: str) -> str:
    for space in (LINE, PARAGRAPH, "\t", "\u00a0", "\u2009", "\u202f"):
        text = text.replace(space, " ")
    return text


def _shown(found: str) -> str:
    seen = found.translate(_DROPPED)
    if not seen or seen.isspace():
        ends = seen.replace("\r\n", "\n").replace("\r", "\n").count("\n")
        return "" if not seen else PARAGRAPH if ends > 1 or PARAGRAPH in seen or "\f" in seen else LINE
    return unicodedata.normalize("NFKC" if "\ufb00" <= seen <= "\ufb06" else "NFC", seen)


_DROPPED = dict.fromkeys(map(ord, UNSEEN))
