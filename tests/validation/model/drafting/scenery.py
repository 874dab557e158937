"""Scenes of a text for the tests."""

from __future__ import annotations

from validation.language import numerals
from validation.language.periods import read
from validation.language.reading.seen import Seen
from validation.model.drafting.scenes import Scene
from validation.model.subjects import Source

HEAD = "Something stood here before and is of no account, for what follows is in the middle of an article. "
"""Puts a text behind where datelines stand."""


def scene(text: str, numeral: str, *, published: str = "2022-03", ahead: int = 6) -> Scene:
    """A numeral of a text, far behind the head of its article; `published` is the article's EDTF."""
    body = HEAD * ahead + "\n\n" + text
    found = numerals.read(body)
    at = next(place for place, one in enumerate(found) if one.text == numeral)
    when = read(published) if published else None
    source = Source("letter", "document", "A Letter", "A Letter", published=when, language="en")
    return Scene(source, Seen(body), found, at)
