"""Rules on observations: each is a number that its source states, none was added up here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import combinations, pairwise

import pandas as pd

from validation.findings import Fault
from validation.language import numerals
from validation.language.reading.lexicon import ENGLISH
from validation.language.reading.places import NUMBER
from validation.language.reading.reader import may_be_of_number
from validation.model.register import Register
from validation.rules.rule import Rule, filled

RULES = (
    Rule(
        "observation/calculated",
        "What is added up here is a derivation.",
        'value 75 with the note "15% and 60%"',
        tables=("observations",),
    ),
)

# Among more numbers or rows some add up by chance, and so do a few digits.
_MOST_NUMBERS, _MOST_ROWS, _FEW_ROWS, _LEAST_DIGITS = 24, 12, 4, 4
_GROUP = ("source_id", "unit_id", "area_id", "period")
# What a place is counted by, which is no amount.
_PLACE = re.compile(
    r"\b(?:row|column|line|cell|item|entry|number|series|question|volume|part|table|tab|sheet|page|figure|section"
    r"|paragraph|slide|note)s?\.? [0-9]+\b(?![.,][0-9])",
    re.IGNORECASE,
)
# A figure that is worth what its digits say, whatever sign of currency or of a sentence stands beside it.
_DASHES = r"\u2010-\u2015\u2212-"
_PLAIN = re.compile(rf"[^\w\s+./{_DASHES}]*((?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)(?:\.[0-9]+)?)[^\w/{_DASHES}]*")
# Of more figures than these there are too many sums to try each.
_FEW = 6


def values_are_stated(register: Register) -> Iterator[Fault]:
    """A value without `printed` is no sum: of numbers that its row names, or of two or three others of its source."""
    rows = register["observations"]
    asked = rows[rows["printed"].isna() & rows["value"].notna()]
    if asked.empty:
        return
    found = _of_rows(rows, asked) | _of_texts(asked, "locator") | _of_texts(asked, "note")
    for row in sorted(found):
        value = rows["value"].iat[row]
        message = f"value must be what the source prints, and {value} is the sum of {found[row]}"
        hint = "what is added up here is a derivation of its parts; if the source prints the total, write it in printed"
        yield Fault("observation/calculated", "observations", row, "value", value, message, hint)


def _of_texts(asked: pd.DataFrame, field: str) -> dict[int, str]:
    """By row what its value is the sum of, where a text of the row names it."""
    every = {row: _sum_in(text, value) for row, value, text in filled(asked, "value", field)}
    return {row: f"{_listed(parts)}, which its {field} names" for row, parts in every.items() if parts}


def _sum_in(text: str, cell: str) -> Sequence[str]:
    """The numbers of a text, as they are written, that come to a value: all of them, or two."""
    value, text = _number(cell), _PLACE.sub("", text)
    named = _numbers(text)[:_MOST_NUMBERS] if value is not None and _may_come_to(text, value) else ()
    for parts in (named, *combinations(named, 2)):
        if len(parts) > 1 and sum(number for _, number in parts) == value:
            return [written for written, _ in parts]
    return ()


def _may_come_to(text: str, value: Decimal) -> bool:
    """Whether numbers of a text can come to a value; to read it takes far longer than to add up its plain figures."""
    words = text.replace("+", " + ").split()
    places = [at for at, word in enumerate(words) if _PLAIN.fullmatch(word) or _may_be_of_number(word)]
    if len(places) < 2:
        return False
    figures = [found for at in places if (found := _PLAIN.fullmatch(words[at]))]
    of_one = any(other - one == 1 for one, other in pairwise(places))
    if len(figures) < len(places) or of_one or value < 0 or len(figures) > _FEW:
        return True
    sums = {Decimal(0)}
    for figure in figures:
        number = Decimal(figure[1].replace(",", ""))
        sums |= {one + signed for one in sums for signed in (number, -number)}  # of "fell by 15" it is -15
    return value in sums


@lru_cache(maxsize=2**16)
def _may_be_of_number(word: str) -> bool:
    return may_be_of_number(word, ENGLISH)


@lru_cache(maxsize=2**16)
def _numbers(text: str) -> list[tuple[str, Decimal]]:
    """The single numbers of a text, each as it is written and what it is worth; zero adds nothing."""
    return [
        (one.text, one.value) for one in numerals.read(text) if one.kind == NUMBER and one.value and one.upper is None
    ]


def _of_rows(rows: pd.DataFrame, asked: pd.DataFrame) -> dict[int, str]:
    """By row the others of its source, unit, area and period that its value is the sum of."""
    groups: dict[tuple[str, ...], list[int]] = {}
    beside = rows[rows["source_id"].isin(asked["source_id"].unique())]
    for row, *key in filled(beside, *_GROUP):
        groups.setdefault(tuple(key), []).append(row)
    unprinted, ids, values = set(asked.index.tolist()), rows["observation_id"], rows["value"]
    found: dict[int, str] = {}
    for members in groups.values():
        if 3 <= len(members) <= _MOST_ROWS and not unprinted.isdisjoint(members):
            numbers = [_number(values.iat[row]) for row in members]
            # One number without `printed` beside a few that have it is likelier a total than a chance.
            alone = len(members) <= _FEW_ROWS and len(unprinted.intersection(members)) == 1
            for at, row in enumerate(members):
                telling = alone or _is_long(numbers[at])
                if row in unprinted and telling and (parts := _parts(at, numbers)):
                    found[row] = _listed([str(ids.iat[members[part]]) for part in parts])
    return found


def _parts(at: int, values: Sequence[Decimal | None]) -> Sequence[int]:
    """Which two or three of the others come to the value at a place."""
    whole = values[at]
    others = [(place, value) for place, value in enumerate(values) if value and place != at]
    for size in (2, 3):
        for parts in combinations(others, size):
            if whole is not None and sum(value for _, value in parts) == whole:
                return [place for place, _ in parts]
    return ()


def _is_long(value: Decimal | None) -> bool:
    """Whether it has so many digits that it is no sum by chance."""
    return value is not None and len(value.normalize().as_tuple().digits) >= _LEAST_DIGITS


def _number(cell: object) -> Decimal | None:
    """The number in a cell; None where there is none, which is a finding of its own."""
    try:
        value = Decimal(str(cell))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _listed(parts: Sequence[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
