"""Plain text: its encoding found, its line ends LF, nothing in it that nobody sees; all else as it is."""

from __future__ import annotations

from validation.files.converters import encodings, facts, labels, texts
from validation.files.converters.converted import Converted
from validation.files.converters.versions import ours


def converted(data: bytes, encoding: str = "") -> Converted:
    """The text. Raises `Refused`."""
    raw, name = encodings.decoded(data, encoding)
    text = texts.seen(raw)
    labelled = labels.said(text)
    day = labelled.get("published") or facts.day(text, labelled.get("language", ""))
    said = facts.filled({**labelled, "published": day})
    # A heading need not be the title, nor a date the one of its publication; a form has labels too.
    return Converted(text, "txt", ours(name), said, tuple(said), encodings.remarks(name))
