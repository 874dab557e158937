"""Rules on datings: what is printed lies in the period, a stated year is in the document, events fit their mentions."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from validation.findings import Fault, quoted
from validation.language import periods
from validation.language.periods import MONTHS, Span
from validation.model.register import Register, needs
from validation.rules.evidence import rows_of_documents

STATED = "stated"
_YEARS = re.compile(r"(?<![0-9])(1[0-9]{3}|20[0-9]{2})(?:[-\u2013/]([0-9]{2}))?(?![0-9])")
_DECADE = re.compile(r"[0-9]0['\u2019]?s(?!\w)")
_DAY = r"([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9])"
_DATES = re.compile(rf"(?:\b{_DAY} (?:of )?)?\b({'|'.join(MONTHS)})\b(?: (?:the )?{_DAY}(?!,[0-9]{{3}}))?")


def dates_agree(register: Register) -> Iterator[Fault]:
    """The year of a stated dating is its period; a month and a day that are printed lie in it, stated or inferred."""
    rows = register["mentions"][["printed", "period", "period_basis"]].dropna()
    for row, printed, period, basis in zip(rows.index.tolist(), *(rows[name].tolist() for name in rows), strict=True):
        span = _span(period)
        missed = span and (_other_years(printed, period, span, basis) or _other_day(printed, span))
        if missed:
            message = f"period must {missed}, as printed {quoted(printed)} says, not {period}"
            yield Fault(
                "printed/date", "mentions", row, "period", period, message, "write the time as this source has it"
            )


def _span(period: str) -> Span | None:
    """What a period spans; one that can't be read is another rule's finding."""
    try:
        return periods.span(period)
    except periods.Unreadable:
        return None


def _other_years(printed: str, period: str, span: Span, basis: str) -> str:
    """What the period must do for the years that are printed, or nothing where it does."""
    years = sorted(int(year) for found in _YEARS.findall(printed) for year in _both(*found))
    if basis != STATED or not years:
        return ""
    if not span.first.year <= years[0] <= years[-1] <= span.last.year:
        return f"hold {' and '.join(map(str, years))}"
    decade = "X" in period and _DECADE.search(printed)
    wider = not decade and (span.first.year, span.last.year) != (years[0], years[-1])
    return f"not reach beyond {' and '.join(map(str, years))}" if wider else ""


def _both(year: str, last: str) -> list[str]:
    """The years of "1980" and of "1980-88"."""
    return [year, year[:2] + last] if last else [year]


def _other_day(printed: str, span: Span) -> str:
    """What the period must hold for the day or the month that is printed, or nothing where it does."""
    found = _DATES.findall(printed)
    if len(found) != 1:
        return ""
    before, month, behind = found[0]
    day, number = before or behind, MONTHS.index(month) + 1
    held = _holds_day(span, number, int(day)) if day else _holds_month(span, number)
    return "" if held else f"hold {day} {month}".replace("  ", " ")


def _holds_day(span: Span, month: int, day: int) -> bool:
    years = range(span.first.year, span.last.year + 1)
    days = [date(year, month, day) for year in years if 0 < day <= monthrange(year, month)[1]]
    return any(span.first <= one <= span.last for one in days)


def _holds_month(span: Span, month: int) -> bool:
    first, last = span.first.year * 12 + span.first.month, span.last.year * 12 + span.last.month
    return (month - first) % 12 <= last - first


def stated_years_are_printed(register: Register) -> Iterator[Fault]:
    """A period that the document states is one whose years stand in the document."""
    for row, entry in rows_of_documents(register, "observations"):
        span = _span(entry["period"]) if isinstance(entry["period"], str) else None
        if entry["period_basis"] != STATED or not span or "X" in entry["period"]:
            continue
        document = register.documents[entry["source_id"]]
        for year in sorted({span.first.year, span.last.year}):
            if not _prints(document.body, year):
                message = f"period must be one that {document.file} states, and {year} is nowhere in it"
                hint = "write the year it states, or period_basis inferred and from what"
                yield Fault("period/stated", "observations", row, "period", entry["period"], message, hint)
                break


def _prints(body: str, year: int) -> bool:
    """Whether a year stands in a text: in full, or as the end of a span of years."""
    return bool(re.search(rf"(?<![0-9]){year:04}(?![0-9])|[0-9][-\u2013/]{year % 100:02}(?![0-9])", body))


@needs("mentions", "errata")
def events_fit_their_mentions(register: Register) -> Iterator[Fault]:
    """An event's period shares a day with that of a mention of it; what an erratum calls wrong doesn't count."""
    mentions = register["mentions"].dropna(subset=["event_id", "period"])
    sound = mentions[~mentions["mention_id"].isin(register["errata"]["target_id"])]
    dated = {event: [span for span in map(_span, said) if span] for event, said in sound.groupby("event_id")["period"]}
    events = register["events"][["event_id", "period"]].dropna()
    for row, event, period in zip(events.index.tolist(), *(events[name].tolist() for name in events), strict=True):
        span, others = _span(period), dated.get(event)
        if span and others and not any(one.first <= span.last and span.first <= one.last for one in others):
            message = f"period must share a day with a mention of the event, and {period} shares none"
            hint = "place the event as a mention does, or say in errata.csv what the mentions have wrong"
            yield Fault("event/period", "events", row, "period", period, message, hint)
