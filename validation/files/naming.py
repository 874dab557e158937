"""What a document is called: its id, which is its address and its files' name too, and its short name on pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import count

from validation.language import written

# Letters of an id, and of a short name.
_LONGEST_ID, _LONGEST_NAME = 40, 60
# Behind it a title goes on with a subtitle, or with the name of a site.
_SUBTITLE = re.compile(r"\s[|–—-]\s|:\s")
_SHORTEST = 8


def source_id(titles: Iterable[str], is_free: Callable[[str], bool]) -> str:
    """An id of the first of these words that Latin letters can write, told apart from those that are taken."""
    base = next(filter(None, map(slug, titles)), "document")
    return next(filter(is_free, _numbered(base, "{}-{}")))


def slug(words: str) -> str:
    """Words as an id: "The Honey Year, 2023" is the-honey-year-2023. Nothing where they have no Latin letter."""
    found = written.latin(words)
    return _cut(found, "-", _LONGEST_ID) if any(not word.isdigit() for word in found) else ""


def short_name(title: str, is_free: Callable[[str], bool]) -> str:
    """A title as pages have it: without what stands behind a colon or a stroke, not long, no other source's."""
    head = _SUBTITLE.split(title)[0]
    words = (head if len(head) >= _SHORTEST else title).split()
    name = _cut(words, " ", _LONGEST_NAME)
    return next(filter(is_free, _numbered(name, "{} ({})")))


def _cut(words: list[str], gap: str, longest: int) -> str:
    """As many of the words as there is room for, and a part of the first where it alone is too long."""
    kept = words[:1]
    for word in words[1:]:
        if len(gap.join([*kept, word])) > longest:
            break
        kept.append(word)
    return gap.join(kept)[:longest]


def _numbered(name: str, pattern: str) -> Iterator[str]:
    yield name
    yield from (pattern.format(name, number) for number in count(2))
