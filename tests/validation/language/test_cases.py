"""Numbers and qualifiers as documents print them, kind by kind: each case is read right, and none wrong in silence.

`numbers.csv` and `qualifiers.csv` hold a case for each kind. The others were written by who had not seen the code.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from validation.language import numerals, printed
from validation.language.numerals import Numeral
from validation.language.printed import Unreadable
from validation.language.reading.places import ORDINAL
from validation.language.reading.seen import flat

CASES = Path(__file__).parent / "cases"
# A hundredth of a currency is right in either unit.
HUNDREDTHS = {"cents", "cent", "pence", "Cent", "p", "c", "¢"}
UNITS = {
    "hives": ("hives",),
    "metres": ("m", "metres", "meters"),
    "meters": ("m", "metres", "meters"),
    "tonnes": ("t", "tonnes"),
}


def cases(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def decimal(cell: str) -> Decimal | None:
    return Decimal(cell) if cell else None


def is_worth(one: Numeral, value: Decimal | None, upper: Decimal | None) -> bool:
    if (one.value, one.upper) == (value, upper):
        return True
    if one.value is None or value is None or one.unit not in HUNDREDTHS:
        return False
    return one.value in (value * 100, value / 100)


def settled(one: Numeral, unit: str, language: str) -> Numeral:
    """A number whose "m" or "t" the row's unit decides, as a row reads it."""
    if one.value is not None or one.unit not in ("m", "t") or not unit:
        return one
    reading = printed.read(one.text, language, UNITS.get(unit, (unit,)))
    return Numeral(one.start, one.end, one.text, one.kind, reading.value, reading.upper)


def test_each_kind_of_number_is_read():
    wrong = []
    for case in cases("numbers.csv"):
        language = next((name for name in ("de", "fr") if f"language {name}" in case["note"]), "en")
        found = [one for one in numerals.read(case["text"], language) if one.kind == numerals.NUMBER]
        valued = [one for one in found if one.value is not None or one.unit in ("m", "t")]
        if not case["value"]:
            right = not valued
        else:
            one = settled(valued[0], case["unit"], language) if valued else None
            right = one is not None and is_worth(one, decimal(case["value"]), decimal(case["high"]))
            right = right and one is not None and flat(case["printed"]).startswith(flat(one.text)[:3])
        if not right:
            wrong.append((case, found))
    assert wrong == []


def test_each_kind_of_number_is_right_in_a_row():
    """What stands in `printed` is what the value says, and a part of it is none."""
    wrong = []
    for case in cases("numbers.csv"):
        if not case["printed"] or not case["value"] or case["unit"] == "percent" or "language" in case["note"]:
            continue
        reading = printed.read(case["printed"], "en", UNITS.get(case["unit"], (case["unit"],)))
        value = reading.value / 100 if "cent" in case["printed"] else reading.value
        if (value, reading.upper) != (Decimal(case["value"]), decimal(case["high"])):
            wrong.append((case, reading))
    assert wrong == []


def test_a_part_of_a_number_is_told():
    wrong = []
    for case in cases("numbers.csv"):
        for part in _parts(case["printed"]) if case["value"] else ():
            before, found, behind = case["text"].partition(part)
            if found and _is_worth_else(part, case) and not numerals.cut(before, part, behind):
                wrong.append((case["text"], part))
    assert wrong == []


def _parts(text: str) -> set[str]:
    """What is left of a number without its first or last word or sign that counts."""
    words = flat(text).split(" ")
    return {" ".join(words[:-1]), " ".join(words[1:]), flat(text)[:-1], flat(text)[1:]} - {"", flat(text)}


def _is_worth_else(text: str, case: dict[str, str]) -> bool:
    try:
        return printed.read(text, "en", UNITS.get(case["unit"], (case["unit"],))).value != Decimal(case["value"])
    except Unreadable:
        return False


def test_each_way_to_qualify_a_number_is_read():
    wrong = []
    for name in ("qualifiers.csv", "more_qualifiers.csv"):
        for case in cases(name):
            found = [one for one in numerals.read(case["text"]) if one.value is not None]
            if not found or found[0].qualifier != case["qualifier"]:
                wrong.append((case, found[:1]))
    assert wrong == []


def test_more_numbers_are_read():
    wrong = []
    for case in cases("more_numbers.csv"):
        found = numerals.read(case["text"], case["language"])
        if case["kind"] == "none":
            right = all(one.kind == ORDINAL for one in found)
        else:
            asked = [one for one in found if one.text == flat(case["printed"])] or found
            first = settled(asked[0], case["row_unit"], case["language"]) if asked else None
            right = first is not None and first.kind == case["kind"]
            right = right and first is not None and is_worth(first, decimal(case["value"]), decimal(case["upper"]))
        if not right:
            wrong.append((case["text"], case["kind"], case["value"], found[:2]))
    assert wrong == []


@pytest.mark.parametrize("name", ["numbers.csv", "qualifiers.csv", "more_numbers.csv", "more_qualifiers.csv"])
def test_no_case_is_listed_twice(name):
    texts = [case["text"] + case.get("printed", "") for case in cases(name)]
    assert len(texts) == len(set(texts)) > 100
