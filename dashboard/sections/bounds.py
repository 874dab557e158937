"""What a number leaves open, in sentences: the bounds that its words set, and those that follow from its digits."""

from __future__ import annotations

from dashboard.charts import numbers, rows
from dashboard.sections.known import Row, parts

_ENDS = {
    "over": "more than {}. Where it ends is not stated.",
    "at-least": "{} or more. Where it ends is not stated.",
    "nearly": "less than {}, but close to it.",
    "under": "less than {}. How much less is not stated.",
    "at-most": "{} or less. How much less is not stated.",
}

DIGITS = 6
"""Of a bound, as many digits are shown as a reader may want; all of them are in the downloads."""


def stated(row: Row) -> str:
    """What the words claim: "“more than” sets a bound: more than 40%. Where it ends is not stated."."""
    if rows.derived(row):
        return _calculated(row)
    code, word = row["qualifier"], parts(row["said"])[0]
    if row["upper_value"] is not None:
        return f"A range: from {_amount(row, row['value'])} to {_amount(row, row['upper_value'])}."
    if code == "exact":
        return "No word before or behind it says more, less or about."
    said = f"“{word}”" if word else f"The word for “{code.replace('-', ' ')}”"
    if code == "about":
        return f"{said}: approximate. It sets no bound, and none is made up here."
    return f"{said} sets a bound: {_ENDS[code].format(_amount(row, row['value']))}"


def limits(row: Row) -> list[tuple[str, str]]:
    """The lower and the upper bound, and where they come from."""
    low = _limit(row, row["low"], open_=row["low_open"])
    high = _limit(row, row["high"], open_=row["high_open"])
    return [("Lower bound", low), ("Upper bound", high), ("They come from", _origin(row))]


def _limit(row: Row, bound: float | None, *, open_: bool) -> str:
    if bound is None:
        return "none"
    return f"{_amount(row, bound)}, itself not included" if open_ else _amount(row, bound)


def _origin(row: Row) -> str:
    if row["bounds_from"] == "none":
        return ""
    if rows.derived(row):
        return "the numbers it is calculated from"
    if row["bounds_from"] == "stated":
        return "the source’s own word"
    if row["low"] == row["high"]:
        return "a count, printed to the last one"
    if row["rounding_assumed"]:
        return "rounding: the zeros it ends in are taken for it, which is an assumption"
    return "rounding: what the last printed digit leaves open"


def _calculated(row: Row) -> str:
    code, bound = row["qualifier"], row["low"] if row["low"] is not None else row["high"]
    if code in _ENDS:
        about = "about " if row["approximate"] else ""
        return _capital(_ENDS[code].format(about + _amount(row, bound)))
    if code == "about":
        return "Approximate, as a number it is calculated from is; no bound follows."
    return "What the numbers it is calculated from leave open, and no more."


def _amount(row: Row, value: float) -> str:
    return numbers.amount(value, row["symbol"], DIGITS)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
