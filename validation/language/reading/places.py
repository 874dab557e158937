"""A place in a text where a form fits, and what is found there."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from validation.language.reading import amounts
from validation.language.reading.amounts import Amount, Token
from validation.language.reading.tokens import Tokens, worth
from validation.language.reading.words import KINDS

NUMBER, DATE, ORDINAL, VAGUE, NAME, MARK, IDIOM = "number", "date", "ordinal", "vague", "name", "mark", "idiom"
PERCENT = "percent"


@cache
def kinds(names: str) -> str:
    """The letters of some kinds."""
    return "".join(KINDS[name] for name in names.split())


GAP = kinds("gap line wide")
FIGURE = kinds("plain day year decimal")
DIGITS = FIGURE + kinds("padded dotted version unread time decade quarter_of")
IN_WORDS = kinds("one digit teen ten hundred thousand large lakh dozen")
MONEY = kinds("currency code")
COUNTED = kinds("measure units money pound second people")
"""What numbers count that need not be looked up in a register."""

# How far before a numeral words are looked at that say what it is.
_REACH = 12
# No number that anybody prints has so many tokens.
_LONGEST = 60


class Found(NamedTuple):
    """A numeral by its tokens.

    Of a number that could be read `lower` and `upper` are its ends, the second of which begins at `second`. `form` is
    what two numbers are together: a range, share or rate. `negative` says that brackets stand for a minus, `share` that
    it is part of a whole and counts in percent, `measured` that it is a fraction of a unit.
    """

    first: int
    last: int
    kind: str
    lower: Amount | None = None
    upper: Amount | None = None
    unit: str = ""
    period: str = ""
    form: str = ""
    second: int = 0
    negative: bool = False
    share: bool = False
    measured: bool = False

    @property
    def letter(self) -> str:
        """The "m" or "t" behind it that may be its scale or its unit."""
        ends = [end.letter for end in (self.lower, self.upper) if end]
        return next(filter(None, ends), "")

    @property
    def is_fraction(self) -> bool:
        """Whether it is a part of one, or from one part to another."""
        return bool(self.lower and self.lower.fraction and (self.upper is None or self.upper.fraction))


class Place:
    """A place where a form fits, seen with what stands around it.

    `first` and `last` are the tokens that its numeral takes, which change as it is looked at; none before `floor` are
    free. Where it stands `alone`, in a cell, four digits are no year and "one" counts.
    """

    def __init__(self, tokens: Tokens, match: re.Match[str], floor: int, *, alone: bool) -> None:
        self.tokens = tokens
        self.row = tokens.row
        self.form = match.lastgroup or ""
        self.first, self.last = match.span()
        self.floor = floor
        self.alone = alone

    def found(self, kind: str, lower: Amount | None = None, upper: Amount | None = None, **more: Any) -> Found:
        """What its tokens are, so far."""
        return Found(self.first, self.last, kind, lower, upper, **more)

    def kind(self, at: int) -> str:
        """The kind of a token; beyond the text there are breaks."""
        return self.row[at] if 0 <= at < len(self.row) else KINDS["break"]

    def text(self, at: int) -> str:
        """The text of a token."""
        return self.tokens.pieces[at] if 0 <= at < len(self.row) else ""

    @property
    def behind(self) -> int:
        """The next token that is no gap."""
        return self.last + (self.kind(self.last) in GAP)

    def before(self, at: int) -> int:
        """The token before another that is no gap."""
        return at - 1 - (self.kind(at - 1) in GAP)

    def follows(self, pattern: re.Pattern[str]) -> bool:
        """Whether what stands before it ends so."""
        return bool(pattern.search(self.row, max(self.floor, self.first - _REACH), self.first))

    def shown(self) -> str:
        """Its tokens as they are printed."""
        return self.tokens.shown(self.first, self.last)

    def amount(self, *spans: tuple[int, int]) -> Amount | None:
        """What the tokens of some spans together are worth; None where that is no number, or past all size."""
        first, last = spans[0]
        if len(spans) == 1 == last - first and self.row[first] in FIGURE:
            return amounts.decimal(worth(self.tokens.pieces[first], self.tokens.lexicon.language))
        row = "".join([self.row[first:last] for first, last in spans])
        if len(row) > _LONGEST:
            return None
        pieces = tuple([piece for first, last in spans for piece in self.tokens.pieces[first:last]])
        return _amount(row, pieces, self.tokens.lexicon.language)

    def words(self) -> list[Token]:
        """Its tokens with their worth."""
        pieces = tuple(self.tokens.pieces[self.first : self.last])
        return _words(self.row[self.first : self.last], pieces, self.tokens.lexicon.language)

    @property
    def is_part_of_unit(self) -> bool:
        """Whether a fraction there is one of a unit that follows: "half a mile", "3/4 inch"."""
        at = self.behind
        at += self.kind(at) == KINDS["hyphen"]
        at += 2 * (self.kind(at) == KINDS["of"])
        return self.kind(at) in kinds("article measure units money pound second hundredth cent")

    @property
    def unit_behind(self) -> str:
        """The word of a unit that stands behind it."""
        at = self.last + (self.kind(self.last) in GAP + KINDS["hyphen"])
        ages = self.text(self.last) == "s" and self.follows(_of_an_age())
        return self.text(at) if self.kind(at) in COUNTED and not ages else ""

    def is_money(self, *ends: Amount) -> bool:
        """Whether a currency stands with it."""
        return any(end.currency for end in ends) or self.kind(self.behind) in kinds("money pound code people")


@cache
def _of_an_age() -> re.Pattern[str]:
    return re.compile(f"[{kinds('over under')}]{KINDS['hyphen']}\\Z")  # "the over-65s" are no seconds


def _words(row: str, pieces: tuple[str, ...], language: str) -> list[Token]:
    return [Token(kind, text, worth(text, language)) for kind, text in zip(row, pieces, strict=True)]


@lru_cache(1 << 15)
def _amount(row: str, pieces: tuple[str, ...], language: str) -> Amount | None:
    try:
        return amounts.amount(_words(row, pieces, language))
    except (ArithmeticError, ValueError):
        return None
