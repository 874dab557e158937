"""What the tokens of one number are worth: its value, its precision, its unit."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from decimal import Context, Decimal
from itertools import takewhile
from math import prod
from typing import Any, NamedTuple

from validation.language.reading.words import KINDS, LETTERS

# No product of a printed number is longer than this; shares have no last digit.
EXACT = Context(prec=1000, Emax=999, Emin=-999)
ROUNDED = Context(prec=28)
# Of parts of one that are no power of ten.
_LARGEST_PART = 100


class Token(NamedTuple):
    """One token of a number: its kind's letter, what is printed, and its worth."""

    kind: str
    text: str
    value: Decimal


def _letters(names: str) -> str:
    return "".join(KINDS[name] for name in names.split())


_GAPS = _letters("gap line wide")
_FIGURES = _letters("plain day year decimal")
_SIGNS = _letters("hyphen dash minus plus negative")
_NEGATIVE = _letters("hyphen dash minus negative")
_MONEY = _letters("currency code")
_IN_FRONT = _SIGNS + _MONEY + _letters("open shut")
_JOINING = _letters("of article hyphen")
_UNIT_ENDS = _letters("percent percentage points point pp cent hundredth coin circa currency")
_TAIL = _letters("percent percentage points point pp basis per cent hundredth coin circa") + _JOINING
_SCALES = _letters("hundred thousand large lakh dozen scales abbreviation single")
_PARTS = _letters("half quarter part scaleth parts")
_OF_FRACTION = _PARTS + _letters("slash vulgar")
_BIG = _letters("thousand large lakh")


class Amount(NamedTuple):
    """One number as it is printed.

    Attributes
    ----------
    value : Decimal
        The number with its scales applied, negative where a sign or a word says so.
    factors : tuple of int
        The scales that it ends in: a range may share them.
    place : Decimal or None
        The place value of its last decimal.
    stepless : bool
        Whether no last digit shows a precision: fractions and dozens.
    fraction : bool
        Whether it is a part of one, as in "two thirds".
    currency, unit : str
        The sign or code in front; the sign or words behind, of those that belong to a number.
    letter : str
        "m" or "t" behind it, which may be its scale or its unit; its scale is not applied.
    signed : bool
        Whether a sign or a word of sign is printed.
    """

    value: Decimal
    factors: tuple[int, ...] = ()
    place: Decimal | None = None
    stepless: bool = False
    fraction: bool = False
    currency: str = ""
    unit: str = ""
    letter: str = ""
    signed: bool = False

    @property
    def own_unit(self) -> str:
        """The unit behind it, or the letter that may be one."""
        return self.unit or self.letter

    def settled(self, *, scale: bool) -> Amount:
        """Where "m" or "t" stands behind it, the same number with that as its scale, or as its unit."""
        if not self.letter:
            return self
        if not scale:
            return self._replace(unit=self.letter, letter="")
        factor = LETTERS[self.letter]
        return self.times(factor, factors=(*self.factors, factor), letter="")

    def times(self, factor: int, **changes: Any) -> Amount:
        """The same number so many times as large. Raises ArithmeticError where it is past all size."""
        place = self.place and EXACT.multiply(self.place, factor)
        fraction = self.fraction and factor == 1
        return self._replace(value=EXACT.multiply(self.value, factor), place=place, fraction=fraction, **changes)

    @property
    def step(self) -> tuple[Decimal, bool]:
        """The place value of the last significant digit, and whether that is assumed of trailing zeros."""
        if self.place is not None:
            return self.place, False
        digits = str(abs(int(self.value)))
        zeros = len(digits) - len(digits.rstrip("0")) if self.value else 0
        return Decimal(10**zeros), zeros > 0


def amount(tokens: Sequence[Token]) -> Amount:
    """The number that tokens in one of its forms print. Raises ArithmeticError for none, such as 5/0."""
    rest = [token for token in tokens if token.kind not in _GAPS]
    rest, negative, signed, currency = _opening(rest)
    rest, unit, behind = _ending(rest)
    letter = ""
    if len(rest) > 1 and rest[-1].kind == KINDS["letter"]:
        letter = rest.pop().text
    while rest and rest[-1].kind == KINDS["stop"]:
        rest.pop()
    read = _number(rest)
    value = -read.value if negative else read.value
    return read._replace(value=value, currency=currency or behind, unit=unit, letter=letter, signed=signed)


def _opening(rest: list[Token]) -> tuple[list[Token], bool, bool, str]:
    """What is left behind signs and currency; whether it is negative, whether it is signed, and the currency."""
    front = list(takewhile(lambda token: token.kind in _IN_FRONT, rest))
    if not front:
        return rest, False, False, ""
    negative = any(token.kind in _NEGATIVE for token in front)
    signed = any(token.kind in _SIGNS for token in front)
    return rest[len(front) :], negative, signed, next((token.text for token in front if token.kind in _MONEY), "")


def _ending(rest: list[Token]) -> tuple[list[Token], str, str]:
    """What is left before percent or cents, or before a currency; these words, and the currency."""
    if len(rest) < 2 or rest[-1].kind not in _UNIT_ENDS:
        return rest, "", ""
    if rest[-1].kind == KINDS["currency"]:
        return rest[:-1], "", rest[-1].text
    before = _without(_TAIL, rest)
    if len(before) > 2 and before[-2].kind == KINDS["of"] and before[-1].value == 1:
        return before[:-2], " ".join(token.text for token in rest[len(before) :]), ""  # "half of one percent"
    words = [token.text for token in rest[len(before) :] if token.kind not in _JOINING]
    return before, " ".join(words), ""


def _number(rest: list[Token]) -> Amount:
    if len(rest) == 1 and rest[0].kind in _FIGURES:
        return decimal(rest[0].value)
    kinds = {token.kind for token in rest}
    if KINDS["raised"] in kinds or KINDS["caret"] in kinds:
        return _power(rest)
    if rest[0].kind in _FIGURES and any(token.kind in _FIGURES for token in rest[1:]) and KINDS["slash"] not in kinds:
        pairs = [rest[at : at + 2] for at in range(0, len(rest), 2)]  # "2 crore 50 lakh"
        return Amount(sum((_number(pair).value for pair in pairs), Decimal(0)))
    scales = _scales(rest)
    core = _without(_JOINING, rest[: len(rest) - len(scales)])
    factors = tuple(int(token.value) for token in scales if token.kind in _SCALES)
    if KINDS["and"] in kinds and core and core[-1].kind in _PARTS + KINDS["vulgar"]:
        return _added(core, factors)
    if not kinds.isdisjoint(_OF_FRACTION):
        return _scaled(_fraction(core), factors)
    if KINDS["point"] in kinds:
        at = [token.kind for token in core].index(KINDS["point"])
        decimals = "".join(str(token.value) for token in core[at + 1 :])
        return _scaled(decimal(Decimal(f"{_whole(core[:at])}.{decimals}")), factors)
    if core and core[0].kind in _FIGURES:
        return _scaled(decimal(core[0].value), factors)
    # "Two to three hundred thousand" shares its scales, "two to five million three hundred" none.
    shared = () if any(token.kind in _BIG for token in core) else factors
    return Amount(Decimal(_whole(rest)), shared, stepless=KINDS["dozen"] in kinds)


def _scales(rest: list[Token]) -> list[Token]:
    """The scales at the end, with the words between them: "of a million"."""
    behind = _SCALES + _JOINING
    scales = list(takewhile(lambda token: token.kind in behind, reversed(rest)))[::-1]
    while scales and scales[0].kind not in _SCALES and scales[0].kind != KINDS["of"]:
        scales.pop(0)
    return scales if any(token.kind in _SCALES for token in scales) else []


def _without(kinds: str, tokens: list[Token]) -> list[Token]:
    """Tokens without those of some kinds at their end; the first always stays."""
    end = len(tokens)
    while end > 1 and tokens[end - 1].kind in kinds:
        end -= 1
    return tokens[:end]


def _scaled(core: Amount, factors: tuple[int, ...]) -> Amount:
    if not factors:
        return core
    stepless = core.stepless or 12 in factors
    return core.times(prod(factors), factors=factors, stepless=stepless)


def decimal(value: Decimal) -> Amount:
    """The number that a figure alone prints."""
    exponent = int(value.as_tuple().exponent)
    return Amount(value, place=Decimal((0, (1,), exponent)) if exponent else None)


def _power(rest: list[Token]) -> Amount:
    """A power of ten; behind any other figure a raised one marks a note."""
    figures = [token for token in rest if token.kind in _FIGURES]
    caret = any(token.kind == KINDS["caret"] for token in rest)
    raised = rest[-1].text if rest[-1].kind == KINDS["raised"] else ""
    base = figures[-1] if raised else figures[-2]
    if base.value != 10 or base.text != "10":
        if caret or len(figures) > 1:
            raise ArithmeticError("a power of another base than ten")
        return decimal(base.value)
    exponent = _raised(raised) if raised else int(figures[-1].value)
    if any(token.kind in _NEGATIVE for token in rest):
        exponent = -exponent
    mantissa = figures[0] if figures[0] is not base else None
    unit = EXACT.scaleb(Decimal(1), exponent)
    if mantissa is None:
        return Amount(unit + 0, stepless=True)
    return Amount(EXACT.multiply(mantissa.value, unit), place=decimal(mantissa.value).step[0] * unit)


def _raised(text: str) -> int:
    digits = unicodedata.normalize("NFKC", text).replace("\N{MINUS SIGN}", "-")
    return int(digits)


def _added(core: list[Token], factors: tuple[int, ...]) -> Amount:
    """A whole and a part: "two and a half"; a scale on the first holds for both: "a million and a half"."""
    at = max(place for place, token in enumerate(core) if token.kind == KINDS["and"])
    head = [token for token in core[:at] if token.kind != KINDS["hyphen"]]
    inner = _scales(head)
    count = head[: len(head) - len(inner)]
    whole = count[0].value if count and count[0].kind in _FIGURES else Decimal(_whole(count) or 1)
    shared = tuple(int(token.value) for token in inner if token.value)
    value = ROUNDED.add(whole, _fraction(core[at + 1 :]).value)
    return _scaled(Amount(value, stepless=True), (*shared, *factors))


def _fraction(core: list[Token]) -> Amount:
    """A part of one, alone or behind a whole number: "two thirds", "2 1/2", "3½"."""
    figures = [token.value for token in core if token.kind in _FIGURES]
    if any(token.kind == KINDS["slash"] for token in core):
        whole, numerator, denominator = [Decimal(0), *figures][-3:]
        if not _is_part(whole, numerator, denominator):
            raise ArithmeticError("no part of one")  # "60/40"
    elif core[-1].kind == KINDS["vulgar"]:
        whole = sum(figures, Decimal(0))
        numerator, denominator = _vulgar(core[-1].text)
    else:
        whole = Decimal(0)
        before = [token for token in core[:-1] if token.kind not in _PARTS]
        numerator, denominator = Decimal(_whole(before) if before else 1), core[-1].value
    value = ROUNDED.divide(EXACT.fma(whole, denominator, numerator), denominator)
    return Amount(value, stepless=True, fraction=not whole)


def _is_part(whole: Decimal, numerator: Decimal, denominator: Decimal) -> bool:
    """Whether figures with a stroke are a part of one: "245/2023" is the number of a file, "5.51-1/2" a price."""
    usual = denominator <= _LARGEST_PART or denominator.normalize().as_tuple().digits == (1,)
    return numerator < denominator and usual and not (whole % 1 or numerator % 1 or denominator % 1)


def _vulgar(sign: str) -> tuple[Decimal, Decimal]:
    numerator, _, denominator = unicodedata.normalize("NFKC", sign).partition("\N{FRACTION SLASH}")
    return Decimal(numerator), Decimal(denominator)


def _whole(words: Sequence[Token]) -> int:
    """The whole number that words make, or a figure before them. Raises ValueError where its scales don't fall."""
    total = current = 0
    last: int | None = None
    for token in words:
        if token.kind in _BIG or (token.kind in _SCALES and token.value > 100):
            scale = int(token.value)
            if current or not total:
                if last is not None and scale >= last:
                    raise ValueError(f"{scale} behind {last}")
                total, current, last = total + (current or 1) * scale, 0, scale
            else:
                total, last = total * scale, (last or 1) * scale  # "thousand million"
        elif token.kind in _SCALES:
            current = (current or 1) * int(token.value)
        else:
            current += 1 if token.kind == KINDS["article"] else int(token.value)
    return total + current
