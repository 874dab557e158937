"""What the words and signs of a language are: each has a kind, and many have a value.

English is written out in `words`. Of other languages the Unicode CLDR knows the separators, scale words and their
abbreviations, percent, currencies and months; their other words are not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from validation.language.reading.words import (
    ABBREVIATIONS,
    CODES,
    DIGITS,
    KINDS,
    LARGE,
    LETTERS,
    MONTHS,
    SCALES,
    SINGLES,
    TEENS,
    TENS,
    WORDS,
    Separators,
    Word,
    coined,
)

ENGLISH = "en"


class Lexicon:
    """What the words and signs of one language are.

    `reads_words` says whether its number words are known, `stop_is_ordinal` whether "3." is an ordinal in it.
    """

    def __init__(
        self,
        language: str,
        words: Mapping[str, Word],
        separators: Separators,
        digits: str = "",
        *,
        stop_is_ordinal: bool = False,
    ) -> None:
        self.language = language
        self.stop_is_ordinal = stop_is_ordinal
        self.reads_words = language == ENGLISH
        self.words = words
        self.separators = separators
        self.digits = digits

    def word(self, shown: str) -> Word | None:
        """What a word is, as it is written: "may" is no month, "May" and "MAY" are one; a letter is only itself."""
        exact = self.words.get(shown)
        if exact or (len(shown) == 1 and shown.isalpha()):
            return exact
        return self.words.get(shown.lower()) or (self.words.get(shown.capitalize()) if shown.isupper() else None)


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a BCP 47 tag; of a language that CLDR doesn't know only digits in one row are read."""
    if language.split("-")[0].lower() in (ENGLISH, ""):
        return Lexicon(ENGLISH, dict(_english()), Separators(",", "."))
    from validation.language.reading import cldr

    known = cldr.locale(language)
    ordinal = known is not None and known.language in cldr.ORDINAL_STOPS
    words, separators, digits = dict(cldr.words(known)), cldr.separators(known), cldr.digits(known)
    return Lexicon(language, words, separators, digits, stop_is_ordinal=ordinal)


def _english() -> Iterator[tuple[str, Word]]:
    for kind, words in WORDS.items():
        yield from ((word, Word(KINDS[kind])) for word in words.split())
    yield from _counted("zero", "zero nil nought", 0, 0)
    yield from _counted("one", "one", 1)
    yield from _counted("digit", DIGITS, 2)
    yield from _counted("teen", TEENS, 10)
    yield from _counted("ten", TENS, 20, 10)
    for word, value in SCALES.items():
        kind = {"lakh": "lakh", "crore": "lakh"}.get(
            word, word if word in ("hundred", "thousand", "dozen") else "large"
        )
        yield word, Word(KINDS[kind], value)
        yield f"{word}s", Word(KINDS["scales"], value)
    yield "tens", Word(KINDS["tens_of"])
    yield from _valued("abbreviation", ABBREVIATIONS)
    yield from _valued("letter", LETTERS)
    yield from _valued("single", SINGLES)
    for scale, value in {**LETTERS, **SINGLES, **ABBREVIATIONS}.items():
        yield from (
            (f"{scale}{code}", Word(KINDS["abbreviation"], value))
            for code in CODES.split()
            if len(code) == 3 and code.isupper() and scale != "T"  # "TEUR" is thousands
        )
    yield from _valued("code", dict.fromkeys(CODES.split(), 0))
    yield from _valued(
        "abbreviation", {coin: value for coin, value in coined("€£$").items() if coin != "G$"}
    )  # Guyana's
    yield from _valued("caps", {"CA": 0, "MAX": 0})  # in capitals they qualify nothing
    yield from _ordinals()
    for number, month in enumerate(MONTHS.split(), 1):
        yield month, Word(KINDS["month"], number)
        yield month[:3].capitalize(), Word(KINDS["month"], number)
    yield "Sept", Word(KINDS["month"], 9)
    for number, ten in enumerate(TENS.split(), 2):
        yield f"{ten[:-1]}ies", Word(KINDS["decades"], number)


def _ordinals() -> Iterator[tuple[str, Word]]:
    """Ordinals, which are the parts of fractions from the third on."""
    yield "half", Word(KINDS["half"], 2)
    yield "halves", Word(KINDS["parts"], 2)
    yield "quarter", Word(KINDS["quarter"], 4)
    yield "quarters", Word(KINDS["parts"], 4)
    yield "first", Word(KINDS["first"], 1)
    irregular = {"three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}
    for number, word in enumerate(f"{DIGITS} {TEENS}".split()[1:], 3):
        ordinal = irregular.get(word, f"{word}th")
        yield ordinal, Word(KINDS["part"], number)
        yield f"{ordinal}s", Word(KINDS["parts"], number)
    for number, ten in enumerate(TENS.split(), 2):
        yield f"{ten[:-1]}ieth", Word(KINDS["part" if number == 2 else "nth"], 10 * number)
        yield f"{ten[:-1]}ieths", Word(KINDS["parts"], 10 * number)
    for word, value in {"hundred": 100, "thousand": 1000, **LARGE}.items():
        yield f"{word}th", Word(KINDS["scaleth"], value)
        yield f"{word}ths", Word(KINDS["parts"], value)


def _counted(kind: str, words: str, first: int, step: int = 1) -> Iterator[tuple[str, Word]]:
    for number, word in enumerate(words.split()):
        yield word, Word(KINDS[kind], first + step * number)


def _valued(kind: str, values: Mapping[str, int]) -> Iterator[tuple[str, Word]]:
    for word, value in values.items():
        yield word, Word(KINDS[kind], value)
