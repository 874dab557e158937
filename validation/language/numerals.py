"""The numerals of a text: every number, share, date, year, decade, century, ordinal and clock time in it.

A numeral spans its sign, currency, scale and percent but no other unit, and an article only where that counts:
"a dozen", "a million", "a quarter", yet "dozen" alone in "the dozen" and "half" in "half a mile". The ends of a range
are two numerals, "1980-88" is one. Zero is none, and one is one only before a share, a scale or a unit. Where the
words around don't tell, rather a numeral too many is found than one too few: a thirty in "the thirty-second day".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from validation.language import words
from validation.language.words import AND, DIGITS, GAP, HYPHEN, LINK, PERCENT, SCALE, SMALL, A, any_of


def _after(*before: str) -> str:
    return "(?:" + "|".join(rf"(?<={word}\s)" for word in before) + ")"


_UNITS = [
    *("second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "generation"),
    *("km", "kilometer", "kilometre", "meter", "metre", "cm", "centimeter", "centimetre", "mm", "mile"),
    *("inch", "foot", "yard", "square", "cubic", "acre", "hectare", "ton", "tonne", "kg", "kilogram", "gram"),
    *("pound", "ounce", "liter", "litre", "gallon", "barrel", "degree", "watt", "kilowatt", "megawatt"),
    *("gigawatt", "percentage", "basis", "cent", "dollar", "euro"),
]
_UNIT = any_of([*_UNITS, *(f"{unit}s" for unit in _UNITS)])

_CLAUSE_END = r"\s*(?:[.,;:!?)\]”\"’—–]|\Z|\n\s*\n)"

_ORDINAL = rf"(?:(?:{any_of(words.TENS)}{HYPHEN})?{any_of(words.ORDINALS)})"
_NUMBERED = r"(?:(?<![\d.,])[0-9]+(?:,[0-9]{3})*(?ai:st|nd|rd|th)(?!\w))"
_EITHER_ORDINAL = rf"(?:{_NUMBERED}|{_ORDINAL})"
_CENTURY = rf"{LINK}(?ai:centur(?:y|ies))(?!\w)"
# "the 18th and early 19th century" names two.
_AND_CENTURY = rf"(?={GAP}(?:and|or|to){GAP}(?:the{GAP})?(?:(?:early|mid|late){LINK})?{_EITHER_ORDINAL}{_CENTURY})"
_CENTURIES = rf"{_EITHER_ORDINAL}(?:{_CENTURY}|{_AND_CENTURY})"

_DECADE_WORDS = [ten.removesuffix("y") + "ies" for ten in words.TENS]
_DECADES = (
    rf"(?<![\d.,])(?:[12][0-9]{{2}}0|['’]?[1-9]0)['’]?s(?!\w)"
    rf"|(?:{any_of([*words.TEENS, 'twenty'])}{LINK})?{any_of(_DECADE_WORDS)}"
)

_AM_PM = r"(?:(?ai:[ap]m)(?!\w)|(?ai:[ap]\.m)\b\.?)"
_TIMES = (
    rf"(?<![\d:])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?!\d)(?:\s?{_AM_PM})?"
    rf"|(?<![\d.,:])[0-9]{{1,2}}(?:\.[0-5][0-9])?\s?{_AM_PM}"
)

# "may" and "march" are months only with a capital.
_MONTH = (
    r"(?<!\w)(?:(?ai:january|february|april|june|july|august|september|october|november|december)"
    r"|May|MAY|March|MARCH|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)(?!\w)"
)
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?ai:st|nd|rd|th)?(?!\w)"
_DAYS = rf"{_DAY}(?:\s?[-\u2013]\s?{_DAY})?"
_IN_YEAR = rf"(?:(?:,\s?|{GAP})[12][0-9]{{3}}(?!\w))"
# "June 1" is a date, the amounts in "June 1,500" and "June 3 million" are not.
_NO_AMOUNT = rf"(?!,[0-9]{{3}}(?!\d)|\.\d|{PERCENT}|{GAP}{SCALE})"
_DATES = (
    rf"(?<![\w.,{words.CURRENCY_SIGNS}])(?:{_DAYS}|{_ORDINAL}(?={GAP}of)){GAP}(?:of{GAP})?{_MONTH}{_IN_YEAR}?"
    rf"|{_MONTH}{GAP}(?:{_DAYS}{_NO_AMOUNT}|{_ORDINAL}(?={_IN_YEAR}|{_CLAUSE_END})){_IN_YEAR}?"
    rf"|{_MONTH}(?:{GAP}of)?{_IN_YEAR}"
    r"|(?<![\d-])[12][0-9]{3}-[01][0-9]-[0-3][0-9](?!\d)"
    r"|(?<![\d/])[0-3]?[0-9]/[0-3]?[0-9]/[12][0-9]{3}(?!\d)|(?<![\d.])[0-3]?[0-9]\.[0-3]?[0-9]\.[12][0-9]{3}(?!\d)"
)

_YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
_YEARS = (
    rf"(?<!\d){_YEAR}(?:[-\u2013/](?:{_YEAR}|[0-9]{{2}}))?"
    rf"(?!\w|[.,]\d|{PERCENT}|{LINK}(?:{SCALE}|{_UNIT}))"
)

# What follows shares, and hardly ever ordinals as in "a third party".
_SHARE_ENDS = (
    rf"(?={GAP}(?:of|as|in|at|on|to|from|by|since|during|than|more|less|fewer|larger|smaller|higher|lower"
    rf"|is|are|was|were|has|have|had|said|say|says|last|this)(?!\w)|{_CLAUSE_END})"
)
_DETERMINER = r"(?:of|an?|the|its|their|his|her|our|this|that|these|those|as)(?!\w)"
# In "the second half of" and "the western half of" half is no number.
_WHOLE_HALVES = "".join(rf"(?<!{word}\s)" for word in ["first", "second", "other", "last", "upper", "lower", "ern"])
_SHARES = (
    rf"(?:{words.COUNTED_SHARE}|{words.VULGAR}"
    rf"|{words.ARTICLE_SHARE}{_SHARE_ENDS}"
    rf"|{_after('almost', 'between', 'nearly', 'roughly', 'than')}{words.ARTICLE_SHARE}"
    rf"|{A}{GAP}(?ai:half)(?={LINK}{_UNIT})|{A}{GAP}(?ai:quarter)(?!\w|{HYPHEN}(?!{_UNIT}))"
    rf"|{_after('about', 'almost', 'around', 'by', 'nearly', 'over', 'roughly', 'than')}{words.HALF}(?!{HYPHEN})"
    rf"|{_WHOLE_HALVES}{words.HALF}(?={GAP}{_DETERMINER}))(?!{words.OF_SCALE})"
)

_FIGURES = (
    rf"(?:(?<![^\s(]){words.SIGN})?"
    rf"(?:{words.CURRENCY}{DIGITS}(?:{words.SCALED}|{words.MONEY_ABBREVIATED})?"
    rf"|{DIGITS}(?:{words.SCALED}|{words.ABBREVIATED})?(?:\s?[{words.CURRENCY_SIGNS}](?!\s?[0-9]))?)"
)
_MIXED = (
    rf"(?:{DIGITS}|{SMALL})(?:{AND}(?:{words.COUNTED_SHARE}|{A}{LINK}(?ai:half|quarter)(?!\w))|(?<=[0-9]){words.VULGAR})"
    rf"(?:{words.OF_SCALE})?"
)
_SCALED_SHARE = rf"(?:{words.SHARE}|{words.HALF}){words.OF_SCALE}"
_LONE_ONE = rf"{any_of(['one'])}(?!{LINK}(?:{SCALE}|{_UNIT})|{PERCENT})"
# "hundred and first", which is no numeral; the group says so.
_ORDINAL_END = rf"(?<=dred|sand|lion){AND}(?:{any_of(words.TENS)}{HYPHEN})?{any_of(words.ORDINALS)}(?P<compound>)"
_WORDS = (
    rf"(?!{_LONE_ONE})(?:{words.DOZEN}|(?:(?<=[Bb]etween\s){words.PLAIN_CARDINAL}|{words.CARDINAL})(?:{_ORDINAL_END})?)"
)
_NUMBERS = rf"(?:{_MIXED}|{_SCALED_SHARE}|{_FIGURES}|{_WORDS}|\d+){PERCENT}?"

# Other ordinals made of cardinals: "twenty-third", "two hundredth".
_COMPOUND_ORDINALS = (
    rf"{any_of(words.TENS)}{HYPHEN}(?!second){any_of(words.ORDINALS)}|{SMALL}{LINK}{any_of(words.SCALE_ORDINALS)}"
)

# Where a numeral can begin at all, for speed: at a word, a digit or a sign.
_BEGINNING = rf"(?=\d|(?<!\w)[a-zA-Z]|['’+−{words.CURRENCY_SIGNS}-]|{words.VULGAR})"

# In the order they are tried in; what matches the last but one is no numeral.
_KINDS = {
    "time": _TIMES,
    "date": _DATES,
    "decade": _DECADES,
    "century": _CENTURIES,
    "ordinal": _NUMBERED,
    "year": _YEARS,
    "fraction": _SHARES,
    "none": _COMPOUND_ORDINALS,
    "number": _NUMBERS,
}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral and where it stands in its text.

    Attributes
    ----------
    start, end : int
        Offsets in code points, the end exclusive.
    text : str
        The numeral as it stands there.
    kind : str
        time, date, decade, century, ordinal, year, fraction or number.
    """

    start: int
    end: int
    text: str
    kind: str


def find(text: str, start: int = 0, end: int | None = None) -> list[Numeral]:
    """Every numeral between two offsets of a text, in its order, none overlapping another."""
    matches = _pattern().finditer(text, start, len(text) if end is None else end)
    return [
        Numeral(match.start(), match.end(), match.group(), match.lastgroup)
        for match in matches
        if match.lastgroup and match.lastgroup != "none" and match["compound"] is None
    ]


@cache
def _pattern() -> re.Pattern[str]:
    """All kinds in one pattern, compiled when it is first needed."""
    kinds = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items())
    return re.compile(rf"{_BEGINNING}(?:{kinds})")
