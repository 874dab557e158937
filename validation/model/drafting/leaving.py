"""What is no number of the register and dates no event: why a numeral may be left out."""

from __future__ import annotations

import re
from typing import NamedTuple

from validation import vocabulary
from validation.language.reading import places
from validation.model.drafting import cues
from validation.model.drafting.scenes import Scene

_BY_KIND = {
    places.ORDINAL: (vocabulary.OF_ORDER, "it puts things in order"),
    places.VAGUE: (vocabulary.OF_VAGUENESS, "it counts without a value"),
    places.NAME: (vocabulary.OF_NAME, "it is part of a name, a code or an address"),
    places.MARK: (vocabulary.OF_MARK, "it numbers a note, a list or a page"),
    places.IDIOM: (vocabulary.OF_IDIOM, "it is a manner of speaking"),
}

_CENTURY = re.compile(r"\d\dXX")
# A dateline stands among the first characters, on a short line.
_HEAD, _SHORT = 600, 90
# A sentence with so many amounts reports numbers, and its dates are theirs.
_REPORTS = 2
# An amount without a unit counts something.
_MANY = 100


class Reason(NamedTuple):
    """A code of `vocabulary.REASONS`, how sure it is, and what it follows from."""

    code: str
    sure: str
    why: str


def reason(scene: Scene) -> Reason | None:
    """Why the numeral may be left out; None where it looks like a number or the date of an event."""
    kind = scene.numeral.kind
    if kind in _BY_KIND:
        code, why = _BY_KIND[kind]
        return Reason(code, vocabulary.SURE, why)
    return _of_date(scene) if kind == places.DATE else _of_number(scene)


def otherwise(scene: Scene) -> Reason:
    """The reason that a numeral is left out for where none is told by its words."""
    code = vocabulary.OF_PERIOD if scene.numeral.kind == places.DATE else vocabulary.OF_IDIOM
    return Reason(code, vocabulary.OPEN, "why is not told by its words")


def _of_number(scene: Scene) -> Reason | None:
    text, before, behind = scene.numeral.text, scene.before, scene.behind
    if cues.TOLD_FROM_NOW.search(before) and cues.SPAN.match(behind):
        return Reason(vocabulary.OF_RELATION, vocabulary.LIKELY, "it tells a time from the time of writing")
    span = cues.SPAN.match(behind)
    if span and span["away"]:
        return Reason(vocabulary.OF_RELATION, vocabulary.LIKELY, "it tells a time from another")
    if span and cues.SINCE.search(before):
        return Reason(vocabulary.OF_RELATION, vocabulary.LIKELY, "it says since when something was not so")
    if cues.AGED.match(behind):
        return Reason(vocabulary.OF_NAME, vocabulary.LIKELY, "it names people by their age")
    if text.lower() == "two" and cues.PAIR.search(before) and cues.NOUN.match(behind):
        return Reason(
            vocabulary.OF_IDIOM, vocabulary.LIKELY, "“the two …” are the two of the sentence, and count nothing"
        )
    if cues.SMALL.fullmatch(text) and cues.PARTS_OF_ARGUMENTS.match(behind):
        return Reason(vocabulary.OF_IDIOM, vocabulary.LIKELY, "it counts parts of an argument")
    return None


def _of_date(scene: Scene) -> Reason | None:
    text, before, behind = scene.numeral.text, scene.before, scene.behind
    if _is_dateline(scene):
        return Reason(vocabulary.OF_PUBLICATION, vocabulary.SURE, "a short line before the text has it")
    if cues.CLOCK.fullmatch(text):
        return Reason(vocabulary.OF_PERIOD, vocabulary.LIKELY, "it is a time of day")
    if re.match(r"-[a-z]", behind) or (text.endswith("-century") and cues.NOUN.match(behind)):
        return Reason(vocabulary.OF_IDIOM, vocabulary.LIKELY, "it describes and dates nothing")
    if _CENTURY.fullmatch(scene.numeral.period):
        return Reason(vocabulary.OF_PERIOD, vocabulary.LIKELY, "a century dates the sentence")
    if cues.OF_ACCOUNTS.search(text) or cues.OF_ACCOUNTS.search(before[-12:]):
        return Reason(vocabulary.OF_PERIOD, vocabulary.LIKELY, "it is the period of an account")
    if (cues.UP_TO.search(before) and not re.match(r"\s+[A-Z]", behind)) or scene.is_in_table:
        return Reason(vocabulary.OF_PERIOD, vocabulary.LIKELY, "it is the period of a number beside it")
    if scene.numeral.period and _reports(scene) and not cues.DETERMINED.search(before):
        return Reason(vocabulary.OF_PERIOD, vocabulary.LIKELY, "the numbers of its sentence are of this time")
    return None


def _is_dateline(scene: Scene) -> bool:
    """Whether it stands on a short line before the text begins, or dates what the line says was published."""
    line = scene.line.strip()
    early = scene.numeral.start < _HEAD and len(line) <= _SHORT
    return early and not line.endswith((".", "?", "!", ":")) and len(re.findall(r"[a-z]{3,}", line)) <= 3  # no sentence


def _reports(scene: Scene) -> bool:
    """Whether its sentence, or the heading that it stands in, reports numbers."""
    numbers = [one for one in scene.others if one.kind == places.NUMBER]
    amounts = sum(bool(one.unit) or (one.value is not None and abs(one.value) >= _MANY) for one in numbers)
    is_heading = not cues.ENDED.search(scene.line.strip())
    return amounts >= (1 if is_heading else _REPORTS)
