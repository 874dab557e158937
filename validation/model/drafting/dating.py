"""A numeral as the date of an event: when it was, how that is known, and what happened in its sentence's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from validation import vocabulary
from validation.language import calendar, numerals, periods
from validation.language.numerals import Numeral
from validation.language.phrases import Span
from validation.language.reading.lexicon import ENGLISH
from validation.language.reading.seen import flat
from validation.model.drafting import cues
from validation.model.drafting.scenes import Scene

_YEARS_IN = {"year": 1, "decade": 10}
_YEAR = re.compile(r"\d{4}")
_LAST_CENTURY = 19
# Words of the name of an event, and one that says something.
_WORDS = 8
_SAYS = re.compile(r"[^\W\d_]{3}")


class Dating(NamedTuple):
    """Where what is printed of a date stands, when that is, how it is known and, where it is inferred, from what."""

    span: Span
    edtf: str
    basis: str
    note: str
    why: str


def absolute(scene: Scene) -> Dating:
    """The date that a numeral is; without an EDTF where its year is not told."""
    one = scene.numeral
    if one.period and periods.known(one.period):
        return Dating((one.start, one.end), one.period, vocabulary.STATED, "", "it is a date")
    if decade := _decade(scene):
        return decade
    return _without_year(scene) or Dating((one.start, one.end), "", vocabulary.UNSTATED, "", "its year is not told")


def _decade(scene: Scene) -> Dating | None:
    """A decade in words: of the last century, or of the one that most of the article's years are of."""
    one = scene.numeral
    tens = cues.DECADES.get(one.text.casefold())
    if tens is None:
        return None
    centuries = [year // 100 for year in _years(scene.numerals)]
    century = max(centuries, key=centuries.count, default=_LAST_CENTURY)
    decade = f"{min(century, _LAST_CENTURY)}{tens}"
    before = cues.PART_OF_DECADE.search(scene.before)
    words = before[0] if before else ""
    part = next((ends for word, ends in cues.PARTS.items() if word in words.casefold()), None)
    edtf = f"{decade}{part[0]}/{decade}{part[1]}" if part else f"{decade}X"
    why = "its century follows from the other dates"
    return Dating((one.start - len(words), one.end), edtf, vocabulary.INFERRED, "Its century is not named.", why)


def _years(numerals: Iterable[Numeral]) -> list[int]:
    """The years of dates, in the order of the text."""
    return [int(one.period[:4]) for one in numerals if _YEAR.match(one.period)]


def _without_year(scene: Scene) -> Dating | None:
    """A day or a month whose year is that in which the article was published, else that of the date before it."""
    one, published = scene.numeral, scene.source.published
    before = _years(scene.numerals[: scene.at])[-1:]
    year = [calendar.civil(published.first).year] if published else before
    found = numerals.read(f"{one.text}, {year[0]}", scene.source.language or ENGLISH) if year else []
    if not found or found[0].start > 0 or not periods.known(found[0].period):
        return None
    note = f"Its year is not named: that of the {'article' if published else 'date before'}."
    return Dating((one.start, one.end), found[0].period, vocabulary.INFERRED, note, note[:-1])


def told_from_another(scene: Scene) -> Dating | None:
    """A time told from another: "twelve years later", "one year after the war", "fast forward 73 years"."""
    one, found = scene.numeral, cues.LATER.match(scene.behind)
    if not found or one.value is None or not (found["way"] or cues.FORWARD.search(scene.before)):
        return None
    if scene.cuts(one.end + found.end()):
        return None
    span = one.start, one.end + len(found[0])
    printed = flat(scene.body[slice(*span)])
    dates = [other for other in scene.numerals[: scene.at] if _YEAR.match(other.period)]
    if not dates:
        return Dating(span, "", vocabulary.UNSTATED, "", "it is told from a time that is not named")
    years = int(one.value) * _YEARS_IN[found["unit"].casefold()]
    back = (found["way"] or "").casefold() in ("before", "earlier")
    year = _years(dates)[-1] + (-years if back else years)
    note = f"“{printed}”, told from {dates[-1].text}."
    return Dating(span, f"{year:04}", vocabulary.INFERRED, note, f"it is told from {dates[-1].text}")


def happened(scene: Scene, span: Span) -> str:
    """What its sentence says of the date, in a few of its words: the name behind it, else what stands around it."""
    before = flat(scene.body[scene.span[0] : span[0]])
    behind = flat(scene.body[span[1] : scene.span[1]])
    if named := cues.NAMED.match(behind):
        return named[1].strip()
    before = cues.PREPOSITION.sub("", before).strip(" ,;:–-(")
    after = cues.OPENING.sub("", behind)
    words = after.split()[:_WORDS] if len(before.split()) < 3 else before.split()[-_WORDS:]
    text = " ".join(words).strip(' ,;:.–-()“”"')
    text = re.split(r"[.;:]\s", text)[-1]
    if not _SAYS.search(text):  # "p." of a reference names nothing
        return f"What happened in {scene.numeral.text}"
    return text[:1].upper() + text[1:]
