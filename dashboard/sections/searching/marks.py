"""What a search asks for, marked in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.sections.searching import query, words
from dashboard.sections.searching.measures import Units
from dashboard.sections.searching.query import Asked

Piece = tuple[str, bool]
"""A piece of a text, and whether it is asked for."""

LONGEST = 200
"""In characters: of a longer text what stands around the first piece that is asked for."""


def marked(text: str, asked: Sequence[Asked], units: Units) -> list[Piece]:
    """The text in pieces; those asked for that follow one another are one."""
    pieces: list[Piece] = []
    at = 0
    for start, end in _joined(text, asked, units):
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [piece for piece in [*pieces, (text[at:], False)] if piece[0]]


def has(text: str, one: Asked, units: Units) -> bool:
    """Whether anything of a text is marked for what is asked for."""
    return next(_spots(text, [one], units), None) is not None


def excerpt(text: str, asked: Sequence[Asked], units: Units) -> str:
    """A text, or as much of it as is read at a glance, with what is asked for in it."""
    if len(text) <= LONGEST:
        return text
    first = next(iter(sorted(_spots(text, asked, units))), (0, 0))[0]
    start = max(0, min(first - LONGEST // 3, len(text) - LONGEST))
    begins = text.find(" ", start - 1, first) + 1 if start else 0
    ends = text.rfind(" ", first, begins + LONGEST)
    cut = text[begins : ends if ends > first else begins + LONGEST]
    return f"{'… ' if begins else ''}{cut}{' …' if begins + len(cut) < len(text) else ''}"


def _joined(text: str, asked: Sequence[Asked], units: Units) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(_spots(text, asked, units)):
        if found and not text[found[-1][1] : start].strip():
            first, last = found.pop()
            found.append((first, max(last, end)))
        else:
            found.append((start, end))
    return found


def _spots(text: str, asked: Sequence[Asked], units: Units) -> Iterator[tuple[int, int]]:
    """Where the words, the units and the numbers stand that are asked for; they may overlap."""
    terms = words.read(text)
    single = [one.words[0] for one in asked if len(one.words) == 1]
    for term in terms:
        if any(words.closeness(word, term.word) for word in single):
            yield term.start, term.end
    wanted = {unit_id for one in asked for unit_id in one.units}
    for named in units.among([term.word for term in terms]) if wanted else ():
        if not wanted.isdisjoint(named.unit_ids):
            yield terms[named.first].start, terms[named.last - 1].end
    numbers = [one.size for one in asked if one.size]
    for start, end, value in query.sizes(text) if numbers else ():
        if any(size.holds(value) for size in numbers):
            yield start, end
