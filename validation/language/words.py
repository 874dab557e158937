"""The words and signs English writes numbers with, and the patterns they make.

Patterns are strings to build larger ones from and hold no capturing groups.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
TEENS = {
    **{"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14},
    **{"fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19},
}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
CARDINALS = ONES | TEENS | TENS
LARGE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SCALES = {"dozen": 12, "hundred": 100} | LARGE
ABBREVIATIONS = {"mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12}
# Only after a currency sign: elsewhere "5 m" are meters and "5 k" kelvins.
MONEY_ABBREVIATIONS = ABBREVIATIONS | {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
FACTORS = SCALES | MONEY_ABBREVIATIONS

ORDINALS = [
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    *("nineteenth", "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth"),
    *("seventieth", "eightieth", "ninetieth"),
]
SCALE_ORDINALS = {"hundredth": 10**2, "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12}
DENOMINATORS = {
    **{"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8},
    **{"ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "twentieth": 20, **SCALE_ORDINALS},
}
PARTS = {"halves": 2} | {f"{word}s": value for word, value in DENOMINATORS.items()}

GAP = r"(?:[^\S\n]+|\n)"  # a number may run over the end of a line, never of a paragraph
HYPHEN = r"[-\u2010\u2011]"
LINK = rf"(?:{GAP}|{HYPHEN})"


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, whole, in either case of ASCII (and so without homoglyphs)."""
    return rf"(?<!\w)(?ai:{'|'.join(sorted(words))})(?!\w)"


A = any_of(["a", "an"])
AND = rf"{LINK}{any_of(['and'])}{LINK}"
SCALE = any_of(SCALES)
PERCENT = rf"(?:\s?%|{LINK}(?ai:per{LINK}?cent)(?!\w))"

# "twenty-one" and "twenty one", but "twenty" alone in "twenty one-way tickets".
SMALL = rf"(?>{any_of(TENS)}(?:{HYPHEN}{any_of(ONES)}|{GAP}{any_of(ONES)}(?!{HYPHEN}\w))?|{any_of(CARDINALS)})"
DOZEN = rf"(?:{SMALL}{LINK}|{A}{GAP})?{any_of(['dozen'])}"


def cardinal(*, conjunction: bool) -> str:
    """Return a pattern of whole numbers in words, with "and" inside them or without.

    Scales descend, as in "two million three hundred thousand", so "one hundred and two hundred" are two numbers; and
    in "one million twenty-foot containers" the twenty counts feet.
    """
    hundreds = (
        rf"(?>(?:{SMALL}{LINK}|{A}{GAP})?{any_of(['hundred'])}"
        rf"{_rest(SMALL, not_before=['hundred'], conjunction=conjunction)}|{SMALL})"
    )
    scaled = "|".join(
        any_of([scale]) + _rest(hundreds, not_before=list(LARGE)[at:], conjunction=conjunction)
        for at, scale in enumerate(LARGE)
    )
    return rf"(?>(?=\w)(?:{hundreds}|{A})?(?:{LINK}?(?:{scaled}))+|{hundreds})"


def _rest(number: str, *, not_before: list[str], conjunction: bool) -> str:
    number = rf"(?!{any_of(['hundred'])}){number}"
    rest = rf"{GAP}{number}(?!{HYPHEN}\w)"
    if conjunction:
        rest = rf"(?:{AND}{number}|{rest})"
    return rf"(?:{rest}(?!{LINK}{any_of(not_before)}))?"


CARDINAL = cardinal(conjunction=True)
PLAIN_CARDINAL = cardinal(conjunction=False)

# "one third", "two-thirds", "three-quarter"; not "one third-party seal" and not the ordinal "twenty-third".
COUNTED_SHARE = (
    rf"(?:{any_of(['one'])}{GAP}{any_of(DENOMINATORS)}(?!{HYPHEN}\w)|{any_of(ONES)}{HYPHEN}{any_of(DENOMINATORS)}"
    rf"|{SMALL}{LINK}{any_of(PARTS)})"
)
ARTICLE_SHARE = rf"{A}{LINK}{any_of(DENOMINATORS)}"
SHARE = rf"(?:{ARTICLE_SHARE}|{COUNTED_SHARE})"
HALF = any_of(["half"])
# Behind a share: "half a million", "a quarter of a million", "a half-million".
OF_SCALE = rf"(?:{GAP}(?ai:of){GAP}{A}{GAP}|{GAP}{A}{GAP}|{LINK}){SCALE}"

SIGN = "[-−+]"
CURRENCY_SIGNS = "$€£¥₽₹₩₺₴"
CURRENCY_CODES = "USD|EUR|GBP|JPY|CNY|RMB|RUB|INR|CHF|CAD|AUD"
CURRENCY = rf"(?:(?:(?<!\w)[A-Z]{{1,3}})?[{CURRENCY_SIGNS}]|(?<!\w)(?:{CURRENCY_CODES}))\s?(?=[0-9])"
# Thousands are parted by commas, or by thin, narrow or no-break spaces, never by both; nobody prints exponents.
DIGITS = (
    r"(?:[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+|(?:[\u2009\u202f\u00a0][0-9]{3})+)|0|[1-9][0-9]*)"
    r"(?:\.[0-9]+)?(?![0-9]|[eE][0-9])"
)
VULGAR = "[¼-¾⅐-⅞]"
# "5 million", "5million" and "3bn" anywhere, "$3m" but not "3m".
SCALED = rf"(?:{LINK}{SCALE})+"
ABBREVIATED = rf"\s?(?ai:{'|'.join(LARGE | ABBREVIATIONS)})(?!\w)"
MONEY_ABBREVIATED = rf"\s?(?ai:{'|'.join(LARGE | MONEY_ABBREVIATIONS)})(?!\w)"


def whole(tokens: Iterable[str]) -> int:
    """Return the number that words in lower case make; "a" is one, and other words ("and", "zero") say nothing."""
    total = current = 0
    for token in tokens:
        if token in LARGE and current:
            total, current = total + current * LARGE[token], 0
        elif token in LARGE:
            total = (total or 1) * LARGE[token]
        elif token in SCALES:
            current = (current or 1) * SCALES[token]
        else:
            current += 1 if token in ("a", "an") else CARDINALS.get(token, 0)
    return total + current


def ratio(share: str) -> tuple[int, int]:
    """Return numerator and denominator of "½", "2/3", "half" or "two-thirds"."""
    figures = re.findall("[0-9]+", unicodedata.normalize("NFKC", share))
    if figures:
        return int(figures[0]), int(figures[1])
    *numerator, part = tokens(share)
    return whole(numerator or ["one"]), (DENOMINATORS | PARTS)[part]


def tokens(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return re.findall("[a-z]+", text.lower())
