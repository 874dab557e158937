"""Plain text: its encoding found, its line ends LF, nothing in it that nobody sees; all else as it is."""

from __future__ import annotations

from validation.files.converters import encodings, facts, texts
from validation.files.converters.converted import Converted
from validation.files.converters.versions import ours


def converted(data: bytes, encoding: str = "") -> Converted:
    """The text. Raises `Refused`."""
    raw, name = encodings.decoded(data, encoding)
    text = texts.seen(raw)
    title = facts.heading(text)
    said = facts.filled({"title": title, "published": facts.day(text)})
    # A heading need not be the title, nor a date the one of its publication.
    return Converted(text, "txt", ours(name), said, tuple(said), encodings.remarks(name))
