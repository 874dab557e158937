"""A text cut into paragraphs, and a paragraph into pieces: marked, quoted or neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.sections.reading.annotations import Annotation
from dashboard.sections.reading.spots import Spot

WRAPPED = range(60, 101)
"""A line of so many characters with another below it was broken to fit a page, not to end a paragraph."""

HEADING = 100
"""A shorter line that ends no sentence is a heading, a caption or a byline."""

CELL_END = "\t"
"""What parts the cells of a table's row, which is a line of its own."""

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_ENDS = tuple(".?!…:;\"'”’)")


@dataclass(frozen=True)
class Piece:
    """A stretch of text: `spot` where it is marked, `quotes` the ids of the annotations whose quotes it belongs to."""

    text: str
    spot: Spot | None
    quotes: tuple[str, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph's place in the text and what it is: prose, a line by itself or before all prose, cells of a row."""

    start: int
    end: int
    kind: str


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text, set apart by blank or single line breaks as the text has them."""
    found: list[Paragraph] = []
    front = True
    for start, end in _joined(text, list(_lines(text))):
        words = text[start:end]
        prose = len(words) >= HEADING or words.endswith(_ENDS)
        front = front and not prose
        kind = "cells" if CELL_END in words else "prose" if prose else "front" if front else "line"
        found.append(Paragraph(start, end, kind))
    return found


def pieces(text: str, start: int, spots: Iterable[Spot], quoted: Iterable[Annotation] = ()) -> list[Piece]:
    """A stretch of the text that begins at `start`, cut wherever a mark or a quote begins or ends."""
    end = start + len(text)
    marked = [spot for spot in spots if spot.start < end and start < spot.end]
    quotes = [one for one in quoted if one.start < end and start < one.end]
    cuts = sorted(_cuts(start, end, marked, quotes))
    return [_piece(text[a - start : b - start], a, b, marked, quotes) for a, b in pairwise(cuts)]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between line breaks that hold more than space, without the space around them."""
    for line in _LINE.finditer(text):
        words = line.group()
        start = line.start() + len(words) - len(words.lstrip())
        if words.strip():
            yield start, start + len(words.strip())


def _joined(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines with those put together that a page's width had broken."""
    begun = None
    for (start, end), after in zip(lines, [*lines[1:], None], strict=False):
        begun = start if begun is None else begun
        goes_on = after and end - start in WRAPPED and len(_BREAK.findall(text[end : after[0]])) == 1
        if after and goes_on and CELL_END not in text[start : after[1]]:
            continue
        yield begun, end
        begun = None


def _cuts(start: int, end: int, spots: Sequence[Spot], quotes: Sequence[Annotation]) -> set[int]:
    edges = {edge for span in (*spots, *quotes) for edge in (span.start, span.end) if start < edge < end}
    # A mark stays whole: a quote that ends in it counts as one that holds it.
    return {start, end} | {edge for edge in edges if not any(spot.start < edge < spot.end for spot in spots)}


def _piece(text: str, start: int, end: int, spots: Sequence[Spot], quotes: Sequence[Annotation]) -> Piece:
    spot = next((spot for spot in spots if spot.start < end and start < spot.end), None)
    return Piece(text, spot, tuple(one.id for one in quotes if one.start < end and start < one.end))
