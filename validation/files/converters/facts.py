"""What a file says of itself: whether it states a thing or it is guessed, and how columns of sources.csv have it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from validation.files.converters import texts
from validation.language import numerals
from validation.language.reading.lexicon import ENGLISH
from validation.language.reading.seen import flat
from validation.vocabulary import ORGANIZATION, PERSON

# A heading is a line of its own that ends no sentence.
_LONGEST_HEADING = 150
_NO_HEADING = (".", ",", ";", ":")
# A date at the top of a text, with a place or a word beside it: "Geneva, 12 March 2024 –".
_TOP, _BESIDE = 6, 40
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?=[-_.@]|\Z)")
# What programs write where nobody wrote a title.
_NO_TITLE = re.compile(
    r"untitled|.*\.[a-z]{2,5}|(?:Microsoft )?(?:Word|Excel|PowerPoint) (?:-|Presentation).*|[\W\d_]*|\w",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+")
_DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-([0-3]\d))?(?!\d)")


def heading(text: str) -> str:
    """The first line of a text, where it is a heading."""
    first = line(next((one for one in text.splitlines() if one.strip()), ""))
    told = len(first) <= _LONGEST_HEADING and not first.endswith(_NO_HEADING) and not _NO_TITLE.fullmatch(first)
    return first if told else ""


def title(text: str, named: str, headline: str) -> tuple[str, bool]:
    """The title, and whether the text states it: the one that a file's data name, its headline, or its first line."""
    named, headline = (one if len(one) <= _LONGEST_HEADING else "" for one in map(line, (named, headline)))
    named, headline = ("" if _NO_TITLE.fullmatch(one) else one for one in (named, headline))
    if named and named.casefold() in line(text).casefold():
        return named, True
    # A name without a space is a file's.
    return (named if " " in named else "") or headline or heading(text), False


def day(text: str, language: str = "") -> str:
    """The date that stands at the top of a text, nearly alone in its line; "" where none or another one does too."""
    top = [line for line in text.splitlines() if line.strip()][:_TOP]
    found = {
        one.period
        for line in (line for line in top if "\t" not in line)
        for one in numerals.read(line[: 3 * _BESIDE], language or ENGLISH)
        if _DAY.fullmatch(one.period) and len(line) - len(one.text) <= _BESIDE
    }
    return found.pop() if len(found) == 1 else ""


def written_day(stamp: str) -> str:
    """The day or month that a stamp such as 2024-03-12T08:00Z begins with, "" where it is none."""
    found = _DAY.match(stamp.strip())
    return "-".join(part for part in found.groups() if part) if found else ""


def tag(said: str) -> str:
    """A language as sources.csv has it: en_us is en-US; "" where it is none."""
    found = _TAG.match(said.strip())
    if not found or found[1].lower() in ("und", "mul", "zxx"):
        return ""
    parts = (found[1].lower(), (found[2] or "").title(), (found[3] or "").upper())
    return "-".join(part for part in parts if part)


def address(said: str) -> str:
    """An address on the web as it is, "" for any other."""
    return said.strip() if _ADDRESS.fullmatch(said.strip()) else ""


def line(said: str) -> str:
    """What is said, on one line."""
    return " ".join(flat(texts.seen(said)).split())


def author(said: str, text: str) -> str:
    """Whom a file's data name as its author, where the text has the name too: it may be whoever made the file."""
    name = line(said)
    return people(name) if " " in name and name.casefold() in line(text).casefold() else ""


def people(said: str) -> str:
    """Several people as sources.csv parts them, with semicolons, where each part of what is said is a whole name."""
    parts = [part for part in (line(part) for part in re.split(r",|;|\band\b|&", said)) if part]
    return "; ".join(parts) if all(map(_is_name, parts)) else line(said)


def author_kind(author: str, publisher: str = "") -> str:
    """Whether an author is a person, by the form of the names: two to four words, each with a capital."""
    named = all(map(_is_name, author.split(";"))) and author.casefold() != publisher.casefold()
    return PERSON if named else ORGANIZATION


def _is_name(said: str) -> bool:
    words = said.split()
    return 1 < len(words) < 5 and words[0][0].isupper() and words[-1][0].isupper()


def filled(said: Mapping[str, str]) -> dict[str, str]:
    """The columns that are known."""
    return {name: value for name, value in said.items() if value}
