"""The words around a chart, made from its rows: headline, subtitle, key, source line, and a sentence for all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from dashboard.charts import choice as kinds
from dashboard.charts import dates, datings, numbers
from dashboard.charts.clauses import clauses, told
from dashboard.charts.drawing import lines
from dashboard.charts.kinds import shares
from dashboard.charts.rows import (
    Row,
    common,
    common_symbol,
    common_unit,
    derived,
    names,
    period,
    records,
    reference,
    short_sources,
)

# A headline takes up further findings as long as it stays this short.
LONGEST = 110

STRETCHED = "Years are drawn further apart where more happened."

GRAY = "Gray: public statistics."

_BARS = {
    "over": "an arrow",
    "at-least": "an arrow from a thick line",
    "nearly": "a bar that thins out before a line",
    "under": "a bar that thins out long before a line",
    "at-most": "a bar that thins out before a thick line",
    "about": "a blurred end",
    "range": "a pale span",
}
_SQUARES = dict.fromkeys(("nearly", "under", "at-most"), "a square inside a frame") | {
    "over": "an arrow",
    "at-least": "an arrow from a line",
    "about": "a blurred edge",
    "range": "a frame around a square",
}
_POINTS = dict.fromkeys(("nearly", "under", "at-most"), "an arrow to the left") | {
    "over": "an arrow to the right",
    "at-least": "an arrow from a line",
    "about": "a halo",
}
_MARKS = {"areas": _SQUARES, "accounts": _POINTS, "series": _POINTS, kinds.ALONE: {}}


def headline(rows: pd.DataFrame, kind: str = "") -> str:
    """What the rows state, the strongest first: "Exports up 41.3% to $73.15 billion"."""
    found = records(rows)
    if not found:
        return "No number stated"
    chosen = kinds.choose(rows, kind)
    text, *others = dict.fromkeys(clauses(_leading(found, chosen), chosen))
    for clause in others:
        longer = f"{text}. {clause}"
        if len(longer) > LONGEST:
            break
        text = longer
    return text


def _leading(rows: Sequence[Row], kind: str) -> Sequence[Row]:
    """The rows a headline is about: the documents', where accounts and series don't need what they are held against."""
    if kind in {"accounts", "series"}:
        return [row for row in rows if not derived(row)] or rows
    if kind == "growth":
        return [row for row in rows if row["source_kind"] != "reference"] or rows
    stated = [row for row in rows if not derived(row)]
    return [row for row in stated if row["source_kind"] == "document"] or stated or rows


def timeline_headline(events: pd.DataFrame, mentions: pd.DataFrame) -> str:
    """How many events from when to when, and how many of them some source dates differently."""
    found = datings.read(events, mentions)
    if not found:
        return "No event dated"
    last = max(found, key=lambda event: event.last)
    years = f"from {dates.short(found[0].row['period'])} to {dates.short(last.row['period'])}"
    differing = sum(bool(event.differing) for event in found)
    text = f"{_many(len(found), 'event')} {years}"
    return f"{text}, {differing} of them dated differently" if differing else text


def timeline_alternative(events: pd.DataFrame, mentions: pd.DataFrame) -> str:
    """One sentence with every event and every dating that differs."""
    parts = []
    for event in datings.read(events, mentions):
        notes = "".join(f" ({dating.note})" for dating in event.differing)
        parts.append(f"{dates.words(event.row['period'])} {event.row['name']}{notes}")
    return "; ".join(parts) + "." if parts else "No event dated."


def subtitle(rows: pd.DataFrame, kind: str = "") -> str:
    """Unit, period, and what else is needed to read the chart, as sentences.

    An optional column `base` says what shares are of ("of respondents").
    """
    found = records(rows)
    if not found:
        return ""
    chosen = kinds.choose(rows, kind)
    unit, periods = _units(found, chosen), _periods(found)
    plain = chosen not in {"growth", "areas", "accounts"}
    sentences = [", ".join(part for part in (unit, periods) if part)] if plain else [unit, periods]
    if chosen == "shares":
        sentences.append(shares.overlap(rows))
    return " ".join(f"{_capital(sentence).removesuffix('.')}." for sentence in sentences if sentence)


def key(rows: pd.DataFrame, kind: str = "") -> str:
    """What the marks of the rows' qualifiers mean, in the documents' own words, and what gray means; "" if nothing."""
    found, chosen = records(rows), kinds.choose(rows, kind)
    marks = _MARKS.get(chosen, _BARS)
    words: dict[str, dict[str, None]] = {}
    for row in found:
        if row["qualifier"] in marks:
            words.setdefault(marks[row["qualifier"]], {})[_meaning(row)] = None
    text = "; ".join(f"{mark} means {' or '.join(meant)}" for mark, meant in words.items())
    gray = GRAY if chosen not in {"series", kinds.ALONE} and any(map(reference, found)) else ""
    return " ".join(part for part in (_capital(text) + "." if text else "", gray) if part)


def _meaning(row: Row) -> str:
    before = numbers.split(told(row))[0]
    return f"“{before}”" if before and row["qualifier"] != "range" else row["qualifier"].replace("range", "a range")


def sources(rows: pd.DataFrame) -> list[str]:
    """The titles of the sources that state the numbers, in the rows' order."""
    return list(dict.fromkeys(row["source"] for row in records(rows) if not derived(row)))


def alternative(rows: pd.DataFrame) -> str:
    """One sentence with all the numbers, for those who don't see the chart; of a line, its ends and its peak."""
    found = records(rows)
    drawn, singles = lines.split(found) if kinds.choose(rows) == "series" else ([], found)
    parts = [*map(_line, drawn), *_each(singles)]
    return f"{'; '.join(parts)}{_shared(found)}." if parts else "No number stated."


def _units(rows: Sequence[Row], kind: str) -> str:
    units = list(dict.fromkeys(row["unit"] for row in rows))
    unit = common_unit(rows, rows[0])
    if kind == "growth":
        return "growth in percent; pale bars are what came before, drawn equally long"
    if kind == "areas":
        return f"{unit}; the squares are true to scale"
    if kind == "accounts" and len(units) > 1:
        return f"each in its own words and unit, on one scale of {unit}"
    if kind == "shares":
        return f"{unit} {rows[0].get('base') or ''}".strip()
    one = len({common_symbol(row) for row in rows}) == 1
    return unit if one and kind != kinds.ALONE else ""


def _periods(rows: Sequence[Row]) -> str:
    """The one period, or the years from the first to the last."""
    found = dict.fromkeys(period(row) for row in rows if not derived(row))
    if len(found) == 1:
        return next(iter(found))
    spans = [span for row in rows if not derived(row) and (span := dates.span(row["period"]))]
    if not spans:
        return ""
    first, last = min(int(span[0]) for span in spans), max(int(span[1] - 0.01) for span in spans)
    years = f"{first}–{last}" if first != last else str(first)
    return f"{years}, some periods not stated" if "period not stated" in found else years


def _line(line: lines.Line) -> str:
    peak = max(line.rows, key=common)
    ends = [f"{told(row)} in {dates.words(row['period'])}" for row in (line.rows[0], line.rows[-1], peak)]
    return f"{line.rows[0]['indicator']} ({line.name}): {ends[0]}, {ends[1]}, highest {ends[2]}"


def _each(rows: Sequence[Row]) -> Iterator[str]:
    for row, name in zip(rows, names(rows), strict=True):
        yield f"{name.title}: {told(row)}" + (f" ({name.detail})" if name.detail else "")


def _shared(rows: Sequence[Row]) -> str:
    """The period and the source that all rows have."""
    periods, sources = {period(row) for row in rows}, short_sources(rows)
    parts = [*periods] if len(periods) == 1 else []
    parts += [f"stated by {name}" for name in sources.values()] if len(sources) == 1 else []
    return f" – {', '.join(parts)}" if parts else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
