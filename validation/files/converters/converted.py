"""What a conversion makes of a file, and why nothing can be made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

LARGEST, LARGEST_PACKED = 5_000_000, 100_000_000
"""Bytes of a file of text, and of one that holds pictures too: a PDF or a DOCX."""


class Refused(ValueError):
    """Why no document can be made of a file, and what to do about it: two phrases of one line."""

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(why, hint)

    def __str__(self) -> str:
        return "; ".join(self.args)


@dataclass(frozen=True)
class Converted:
    """A file as a document.

    Attributes
    ----------
    text : str
        What a reader sees of it: lines end with LF, pages are parted by a form feed, cells by a tab.
    suffix : str
        What a file of this kind is called by: txt, md, html, pdf, docx.
    by : str
        What made the text, with its version.
    said : mapping of str to str
        What the file says of itself, by column of sources.csv; what isn't known is left out.
    inferred : sequence of str
        Those of these columns that it does not state itself.
    remarks : sequence of str
        What whoever adds it should know, each a line.
    """

    text: str
    suffix: str
    by: str = ""
    said: Mapping[str, str] = field(default_factory=dict)
    inferred: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
