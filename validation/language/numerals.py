"""The numerals of a text: every number, date and name in digits or number words, with what it is worth.

Each is read whole or not at all: where something is glued to a number that could change it, all of it is one numeral
without a value.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from validation.language import qualifiers
from validation.language.reading import doubts, reader
from validation.language.reading.amounts import ROUNDED
from validation.language.reading.lexicon import ENGLISH, lexicon
from validation.language.reading.places import NUMBER, Found
from validation.language.reading.seen import Seen
from validation.language.reading.tokens import Tokens, placed
from validation.language.reading.words import KINDS, WORDS
from validation.vocabulary import EXACT

_PERCENTS = frozenset([*WORDS["percent"].split(), *WORDS["pp"].split(), "per cent", "per-cent", "bp", "bps"])


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral and where it stands in its text.

    Attributes
    ----------
    start, end : int
        Offsets in code points of the text as it is, the end exclusive.
    text : str
        The numeral as a reader sees it, on one line.
    kind : str
        number, date, ordinal, vague, name, mark or idiom.
    value, upper : Decimal or None
        What it is worth in `unit`, and the upper end of a range; None where it has no value or can't be read whole.
    qualifier : str
        A code of `vocabulary.QUALIFIERS`.
    unit : str
        The words or the sign of a unit that belong to it.
    period : str
        The EDTF of a date, "" where it leaves its day open.
    """

    start: int
    end: int
    text: str
    kind: str
    value: Decimal | None = None
    upper: Decimal | None = None
    qualifier: str = EXACT
    unit: str = ""
    period: str = ""


def read(text: str, language: str = ENGLISH) -> list[Numeral]:
    """Every numeral of a text, in its order, none overlapping another."""
    seen = Seen(text)
    tokens = Tokens(seen.text, lexicon(language))
    return [_numeral(seen, tokens, one) for one in reader.found(tokens)]


def _numeral(seen: Seen, tokens: Tokens, one: Found) -> Numeral:
    start, end = seen.span(tokens.starts[one.first], tokens.starts[one.last])
    shown = " ".join(tokens.shown(one.first, one.last).splitlines())
    if one.kind != NUMBER or one.lower is None:
        return Numeral(start, end, shown, one.kind, period=one.period)
    said = qualifiers.around(tokens, one.first, one.last)
    value, upper = _values(tokens, one)
    return Numeral(start, end, shown, NUMBER, value, upper, said.code, one.unit)


def _values(tokens: Tokens, one: Found) -> tuple[Decimal | None, Decimal | None]:
    """The value and the upper end, negative where a word says that something fell by so much."""
    if one.lower is None or one.lower.letter:
        return None, None
    value, upper = one.lower.value, one.upper and one.upper.value
    if one.share:
        value, upper = _percent(value), upper and _percent(upper)
    points = KINDS["points"] in tokens.row[one.last : one.last + 2]  # of an index
    percent = one.unit.lower() in _PERCENTS or "point" in one.unit or one.share or points
    if not (one.lower.signed or one.negative) and qualifiers.falls(tokens, one.first, one.last, change=percent):
        return (-value, None) if upper is None else (-upper, -value)
    return (-value if one.negative else value), upper


def _percent(share: Decimal) -> Decimal:
    return ROUNDED.multiply(share, Decimal(100)).quantize(Decimal("0.0001")).normalize() + 0


def places(quote: str, printed: str, language: str = ENGLISH) -> list[tuple[int, int]]:
    """Where in a quote what is printed stands, as a whole: the 1 in "3,137 and 1" stands there once."""
    found = list(Seen(quote).places(printed))
    if len(found) < 2:
        return found
    numerals = read(quote, language)
    return [place for place in found if not any(_cuts(place, one) for one in numerals)]


def cut(before: str, printed: str, behind: str, language: str = ENGLISH) -> str:
    """The number of which `printed` is only a part where it stands between these words, or nothing."""
    place = len(before), len(before) + len(printed)
    return next((one.text for one in read(before + printed + behind, language) if _cuts(place, one)), "")


def shared_scale(quote: str, printed: str, language: str = ENGLISH) -> tuple[int, str]:
    """The scale that a number in a quote may share with the one beside it, and its words; 1 where there is none."""
    where = placed(quote, printed, language)
    return doubts.shared_scale(where[0], where[2]) if where else (1, "")


def _cuts(place: tuple[int, int], one: Numeral) -> bool:
    """Whether a stretch and a numeral overlap, and the numeral goes beyond it."""
    start, end = place
    return one.start < end and one.end > start and not start <= one.start <= one.end <= end
