"""The words around a chart, made from its numbers: headline, subtitle, and a sentence for all of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dashboard.charts.choice import common_base
from dashboard.charts.clauses import clauses, told, told_then
from dashboard.charts.drawing import doubts, growths, lines
from dashboard.charts.drawing.content import Drawing, note, unsure
from dashboard.charts.kinds import shares, timeline
from validation import vocabulary
from validation.language import calendar
from validation.language.written import capitalized, many
from validation.model.events import Event
from validation.model.observations import UNDATED, Observation

# A headline takes up further findings as long as it stays this short.
LONGEST = 90

NOTHING = "No number stated"

_AMONG = re.compile(r"(?:Share of .+? (?:among|in)|in percent of) (the [^,;.]+)")


def headline(drawing: Drawing) -> str:
    """A person's headline; where there is none, what the numbers state, the strongest first."""
    if drawing.headline or not drawing.numbers:
        return drawing.headline or NOTHING
    text = when = ""
    for clause in dict.fromkeys(clauses(_leading(drawing))):
        sentence = clause.text if clause.when in ("", when) else f"{clause.text} {clause.when}"
        longer = f"{text}. {sentence}" if text else sentence
        if text and len(longer) > LONGEST:
            break
        text, when = longer, clause.when or when
    return text


def subtitle(drawing: Drawing) -> str:
    """Unit, period, what shares are of, and what else is needed to read the chart, as sentences."""
    if not drawing.numbers:
        return ""
    unit, when = _units(drawing), _periods(drawing.stated)
    own = drawing.kind in (vocabulary.AS_GROWTH, vocabulary.AS_AREAS, vocabulary.AS_ACCOUNTS)
    sentences = [unit, when] if own else [", ".join(part for part in (unit, when) if part)]
    if not (drawing.base and drawing.base in unit):
        sentences.append(_bases(drawing))
    if drawing.kind == vocabulary.AS_SHARES:
        sentences.append(shares.overlap(drawing.numbers))
    return " ".join(f"{capitalized(sentence).removesuffix('.')}." for sentence in sentences if sentence)


def alternative(drawing: Drawing) -> str:
    """One sentence with all the numbers, for those who don't see the chart; of a line, its ends and its peak."""
    as_lines = drawing.kind == vocabulary.AS_SERIES
    drawn, singles = lines.split(drawing.numbers) if as_lines else ([], drawing.numbers)
    parts = [*map(_line, drawn), *_each(drawing.of(singles))]
    return f"{'; '.join(parts)}{_shared(drawing)}." if parts else f"{NOTHING}."


def timeline_headline(events: Sequence[Event]) -> str:
    """How many events have a date, how many a document has wrong, and how many are dated otherwise."""
    dated = [event for event in events if event.period]
    count = Counter(dating.verdict for event in dated for dating in event.datings)
    dates, words = count[vocabulary.WRONG_DATE], count[vocabulary.WRONG_WORDS]
    others = sum(any(not dating.is_wrong for dating in event.differing) for event in dated)
    found = [f"{many(dates, 'date is', 'dates are')} wrong in a document"] if dates else []
    found += [f"{many(words, 'is', 'are')} told in wrong words"] if words else []
    found += [f"{many(others, 'event is', 'events are')} dated differently"] if others else []
    return "; ".join([many(len(dated), "dated event"), *([", ".join(found)] if found else [])])


def timeline_confidence(events: Sequence[Event]) -> str:
    """On how much it rests that documents are wrong, where that could be more; else ""."""
    count = sum(bool(unsure(dating)) for event in events if event.period for dating in event.wrong)
    if not count:
        return ""
    return f"Of the wrong ones {many(count, 'rests', 'rest')} on references of less than high confidence."


def timeline_scope(events: Sequence[Event], of: str = "") -> str:
    """Which events they are and from which year to which: "Treaty: 1858 to 2023, on one even scale"."""
    known = [event.period for event in events if event.period]
    if not known:
        return "No event dated"
    first, last = min(known, key=lambda period: period.first), max(known, key=lambda period: period.last)
    years = " to ".join(dict.fromkeys((first.ends[0].years, last.ends[-1].years)))
    return f"{of}{': ' if of else ''}{years}, on one even scale"


def timeline_subtitle(events: Sequence[Event]) -> str:
    """What is needed to read the timeline, as far as it is drawn so."""
    drawn = timeline.key(events)
    bars = "A bar is a date no finer than that."
    order = "Within one year the order of rows says nothing, nor does it in a shaded group of times that overlap."
    said = [(timeline.KEY["bar"], bars), (timeline.KEY["group"], order)]
    return " ".join(sentence for mark, sentence in said if mark in drawn)


def timeline_alternative(events: Sequence[Event]) -> str:
    """One sentence with every event and every dating that differs."""
    parts = []
    for event in events:
        if event.period:
            notes = "".join(f" ({note(dating)})" for dating in event.differing)
            parts.append(f"{event.when} {event.name}{notes}")
    return "; ".join(parts) + "." if parts else "No event dated."


def _leading(drawing: Drawing) -> Drawing:
    """The numbers a headline is about: the documents', where it needs no others, and no forecast beside results."""
    results = [number for number in drawing.numbers if not doubts.is_forecast(number)]
    numbers = results if any(not number.is_own for number in results) else drawing.numbers
    stated = [number for number in numbers if not number.is_own]
    if drawing.kind in (vocabulary.AS_ACCOUNTS, vocabulary.AS_SERIES):
        return drawing.of(stated or numbers)
    if drawing.kind == vocabulary.AS_GROWTH:
        own = [number for number in numbers if not number.told_by.is_reference]
        return drawing.of(own if growths.pair(own) else numbers)
    return drawing.of([number for number in stated if number.told_by.is_document] or stated or numbers)


def _units(drawing: Drawing) -> str:
    kind, unit = drawing.kind, drawing.numbers[0].indicator.unit
    if kind == vocabulary.AS_GROWTH:
        levels = dict.fromkeys(one.level.indicator.unit.name for one in growths.pair(drawing.numbers) if one.level)
        return ", ".join(levels) or "growth in percent"
    if kind == vocabulary.AS_AREAS:
        return f"{unit.name}; the squares are true to scale"
    if kind == vocabulary.AS_ACCOUNTS and len({number.unit.unit_id for number in drawing.numbers}) > 1:
        return f"{unit.name} on one scale, each account in its own unit"
    one = len({number.indicator.unit.sign for number in drawing.numbers}) == 1
    return f"{unit.name} {drawing.base}".strip() if one and kind != vocabulary.ALONE else ""


def _bases(drawing: Drawing) -> str:
    """What the shares among the numbers are of, as far as their definitions say so."""
    shares_of = (one.indicator for one in drawing.numbers if one.indicator.measure == vocabulary.SHARE)
    *others, last = list(dict.fromkeys(base for one in shares_of if (base := _base(one.definition)))) or [""]
    said = f"{', '.join(others)} and {last}" if others else last
    return f"shares are {said}" if said else ""


def _base(definition: str) -> str:
    """What a share is of, by its definition: of those who do something, or of those among whom some are."""
    among = _AMONG.search(definition)
    return common_base([definition]) or (f"of {among[1]}" if among else "")


def _periods(stated: Sequence[Observation]) -> str:
    """The one period, or the years from the first to the last, with what is not of a whole one."""
    found = dict.fromkeys(number.when for number in stated)
    if len(found) == 1:
        return next(iter(found))
    known = [number.period for number in stated if number.period]
    if not known:
        return ""
    ends = min(period.first for period in known), max(period.last for period in known)
    years = "–".join(dict.fromkeys(calendar.in_era(calendar.civil(day).year) for day in ends))
    parts = [number.is_part_year for number in stated if number.period]
    if all(parts):
        return f"parts of {years}, some periods not stated" if UNDATED in found else f"parts of {years}"
    if any(parts):
        return f"{years}, some part-year, some not stated" if UNDATED in found else f"{years}, some part-year"
    return f"{years}, some periods not stated" if UNDATED in found else years


def _line(line: lines.Line) -> str:
    peak = max(line.numbers, key=lambda number: number.common)
    first, last, highest = map(told_then, (line.numbers[0], line.numbers[-1], peak))
    return f"{line.numbers[0].indicator.name} ({line.name}): {first}, {last}, highest {highest}"


def _each(drawing: Drawing) -> Iterator[str]:
    for number in drawing.numbers:
        name = drawing.names[number.id]
        yield f"{name.title}: {told(number)}" + (f" ({name.detail})" if name.detail else "")


def _shared(drawing: Drawing) -> str:
    """The period and the source that all numbers have."""
    times, sources = {number.when for number in drawing.numbers}, {*drawing.sources.values()}
    parts = [*times] if len(times) == 1 else []
    ours = any(number.is_calculated for number in drawing.numbers)
    parts += [name if ours else f"stated by {name}" for name in sources if len(sources) == 1]
    return f" – {', '.join(parts)}" if parts else ""
