"""What the first lines of a plain text say of it: "Title: …", "Author: …", or a heading with its author's name."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from babel import Locale

from validation.files.converters import facts
from validation.language import numerals
from validation.vocabulary import PERSON

# Such lines stand at the head; an indented line goes on with the one before it.
_HEAD = 30
_MORE = r"(?:\n[ \t]+(?!\w[\w ]*:)\S.*)*"
_LABELLED = re.compile(rf"^[ \t]*(Title|Author|Language|Date|Release Date)[ \t]*:[ \t]*(\S.*{_MORE})$", re.M | re.I)
_HEADING = re.compile(r"(?:.{0,40}\be-?(?:book|text) of )?(?P<title>.+), by (?P<author>.+)", re.IGNORECASE)
_NOBODY = {"anonymous", "unknown", "various"}
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def said(text: str) -> dict[str, str]:
    """Title, author, date and language by column of sources.csv, as far as lines near its head name them."""
    head = "\n".join(islice(text.lstrip().split("\n"), _HEAD))
    labels = {name.lower(): facts.line(value) for name, value in reversed(_LABELLED.findall(head))}
    title, author = _heading(facts.heading(text))
    author = labels.get("author", author)
    author = "" if author.lower() in _NOBODY else facts.people(author)
    return facts.filled(
        {
            "title": labels.get("title", title),
            "author": author,
            "author_kind": facts.author_kind(author) if author else "",
            "published": _date(labels.get("date", "")) or _date(labels.get("release date", "")),
            "language": _language(labels.get("language", "")),
        }
    )


def _heading(heading: str) -> tuple[str, str]:
    """The title and the author of "The Voyage of the Bee, by Ann Lee"; the heading alone where it names no person."""
    found = _HEADING.fullmatch(heading)
    if not found or facts.author_kind(facts.people(found["author"])) != PERSON:
        return heading, ""
    return found["title"], found["author"]


def _date(said: str) -> str:
    """The one date in it."""
    found = {one.period for one in numerals.read(said) if one.kind == "date"}
    return date if len(found) == 1 and _DATE.fullmatch(date := found.pop()) else ""


def _language(said: str) -> str:
    return _languages().get(said.lower(), "") or facts.tag(said)


@cache
def _languages() -> dict[str, str]:
    """The tags of languages by their English names."""
    return {name.lower(): tag for tag, name in Locale("en").languages.items() if len(tag) < len("abcd")}
