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
# Where a long title may end, and the words that end none.
_AUTHOR = re.compile(r",\s+by\s", re.IGNORECASE)
_PHRASE_END = re.compile(r"[,:;]\s|\s[|–—-]\s|—")
_SMALL = {
    *("a", "an", "and", "at", "by", "for", "from", "in", "its", "of", "on", "or", "the", "their", "to", "with"),
}


def source_id(titles: Iterable[str], is_free: Callable[[str], bool]) -> str:
    """An id of the first of these words that Latin letters can write, told apart from those that are taken."""
    base = next(filter(None, map(slug, titles)), "document")
    return next(filter(is_free, _numbered(base, "{}-{}")))


def slug(words: str) -> str:
    """Words as an id: "The Honey Year, 2023" is the-honey-year-2023. Nothing where they have no Latin letter."""
    found = written.latin(words)
    return _cut(found, "-", _LONGEST_ID) if any(not word.isdigit() for word in found) else ""


def short_name(title: str, is_free: Callable[[str], bool]) -> str:
    """A title as pages have it: without a subtitle or the author's name, not long, no other source's."""
    head = _SUBTITLE.split(title)[0]
    name = " ".join(_AUTHOR.split(head if len(head) >= _SHORTEST else title)[0].split()) or title.strip()
    if len(name) > _LONGEST_NAME:
        name = _phrase(name) or _without_small_words(_cut(name.split(), " ", _LONGEST_NAME))
    return next(filter(is_free, _numbered(name, "{} ({})")))


def _phrase(name: str) -> str:
    """The longest beginning of a name that ends where a phrase does; "" where none has two words and room."""
    starts = (name[: end.start()].rstrip() for end in _PHRASE_END.finditer(name))
    return next((one for one in [*starts][::-1] if " " in one and len(one) <= _LONGEST_NAME), "")


def _without_small_words(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[-1].lower() in _SMALL:
        words.pop()
    return " ".join(words)


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
