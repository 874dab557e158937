"""Rules on the words right beside a printed number: none of the number is left out, and no other unit follows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from validation.findings import Fault, quoted
from validation.language import numerals, words
from validation.language.printed import Unreadable, read
from validation.model.register import Register

# As far as the longest number in words, or the longest name of a unit, goes on.
REACH = 48
# What stands beside a number without being part of one; all else is looked at.
_APART_BEFORE = re.compile(r"(?:^|[\s(\[“‘\"'])\Z")
_APART_AFTER = re.compile(r"\Z|[.,;:!?)\]”’\"']*(?:\Z|\s)|[’']s\b")
_NUMBERLIKE = re.compile(
    rf"[\d%{words.CURRENCY_SIGNS}]|"
    + words.any_of(
        [*words.CARDINALS, *words.SCALES, *words.DENOMINATORS, *words.PARTS, "percent", "per", "and", "a", "an"]
    )
)


def numbers_are_whole(register: Register) -> Iterator[Fault]:
    """`printed` has all of the number that stands there, not "$73.15" of "$73.15 billion"."""
    for name in ("observations", "mentions"):
        asked = register[name][["printed", "quote"]].dropna()
        pairs = zip(asked.index.tolist(), asked["printed"].tolist(), asked["quote"].tolist(), strict=True)
        for row, printed, quote in pairs:
            before, found, after = quote.partition(printed)
            if not found or _stands_apart(before[-REACH:], after[:REACH]) or printed in after:
                continue
            if whole := _whole(before[-REACH:], printed, after[:REACH]):
                message = f"printed must be the whole number, and {quoted(printed)} is a part of {quoted(whole)}"
                yield Fault("evidence/printed", name, row, "printed", printed, message, f"write {whole}")


@lru_cache(maxsize=2**16)
def _stands_apart(before: str, after: str) -> bool:
    """Whether no number can go on from what stands between; documents repeat their words, and numerals take long."""
    if not (_APART_BEFORE.search(before) and _APART_AFTER.match(after)):
        return False
    return not _NUMBERLIKE.search(" ".join([*before.split()[-2:], ";", *after.split()[:2]]))


def _whole(before: str, printed: str, after: str) -> str:
    """The number of which `printed` is a part, or nothing."""
    start, end = len(before), len(before) + len(printed)
    for numeral in numerals.find(before + printed + after):
        overlap = numeral.start < end and numeral.end > start
        if overlap and not start <= numeral.start <= numeral.end <= end:
            return numeral.text
    return ""


def no_other_unit_follows(register: Register) -> Iterator[Fault]:
    """Where `printed` names no unit, the words behind it in a document name none but the row's."""
    pattern, units = _unit_names(register)
    asked = register["observations"][["printed", "quote", "unit_id", "start"]].dropna()
    columns = (asked[name].tolist() for name in ("printed", "quote", "unit_id"))
    for row, printed, quote, unit_id in zip(asked.index.tolist(), *columns, strict=True):
        follows = pattern.match(quote.partition(printed)[2])
        owners = units.get(follows["name"].casefold(), ()) if follows else ()
        if follows and owners and unit_id not in owners and _names_no_unit(printed):
            said, right = quoted(printed), " or ".join(sorted(owners))
            message = f"unit_id must be the unit behind {said}; {quoted(follows['name'])} is no word for {unit_id}"
            hint = f"write printed with it, and unit_id {right}"
            yield Fault("printed/unit", "observations", row, "unit_id", unit_id, message, hint)


def _unit_names(register: Register) -> tuple[re.Pattern[str], Mapping[str, set[str]]]:
    """A pattern of any unit's name right behind a number, and by name the units that are printed so."""
    units: dict[str, set[str]] = {}
    for unit_id, names in register["units"][["unit_id", "words"]].dropna().itertuples(index=False, name=None):
        for name in filter(None, names.casefold().split("|")):
            units.setdefault(name, set()).add(unit_id)
    names = "|".join(map(re.escape, sorted(units, key=len, reverse=True)))
    return re.compile(rf"[\s-]?(?P<name>{names})(?!\w)", re.IGNORECASE), units


@cache
def _names_no_unit(printed: str) -> bool:
    try:
        reading = read(printed)
    except Unreadable:
        return False
    return not (reading.unit or reading.currency or reading.fraction)
