"""The numbers of a register one by one: all that is known of each, whether a source states it or it is calculated.

An `Observation` is made by `validation.model.register` when it is first asked for; this module needs no table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import chain

from validation import vocabulary
from validation.language import qualifiers, written
from validation.language.periods import Period
from validation.language.printed import Reading
from validation.language.reading.lexicon import ENGLISH
from validation.model.readings import reading_of
from validation.model.subjects import NOBODY, Area, Indicator, Source
from validation.quantities import amounts, units
from validation.quantities.amounts import Amount
from validation.quantities.formulas import Result
from validation.quantities.units import Unit

UNDATED = "period not stated"
# Days: what took a month and some days is one happening, and a year may be a fiscal one.
LONGEST_EVENT, SHORTEST_YEAR = 45, 350
# A sign that is glued to a number, such as %, stays with it.
_GLUED = re.compile(r"[^\s-]*")
_SUM = re.compile(r"\[[a-z0-9-]+\](\s*\+\s*\[[a-z0-9-]+\])+")
_QUOTES, _SPANNING = re.compile(r'["“”]'), re.compile(r"\s*\b(between|from)$", re.IGNORECASE)
_BARE = re.compile(r"-?[0-9]{5,}(\.[0-9]+)?")
_SQUARED = re.compile(r"(?<=\b[ckm]m)2\b|(?<=\bm)2\b|(?<=\bmi)2\b")


@dataclass(frozen=True, eq=False, kw_only=True)
class Observation:
    """One number that one source states, in its own `unit`, with all that is known of it.

    `words` are the source's own with what qualifies the number ("over 30%"), or ours where it isn't quoted.
    `start` and `end` are None where the number rests on no document. `factor` is how many of its indicator's unit
    make one of its own, None where there is no way from one to the other (which a rule reports). `evidence` says what
    became of its passage, a code of `vocabulary.EVIDENCE`.
    """

    id: str
    indicator: Indicator
    area: Area
    period: Period | None
    period_basis: str
    period_note: str = ""
    printed: str = ""
    words: str
    unit: Unit
    amount: Amount
    factor: Decimal | None
    qualifier: str
    attribution: str = ""
    status: str
    source: Source
    start: int | None = None
    end: int | None = None
    quote: str = ""
    locator: str = ""
    note: str = ""
    evidence: str
    misread: bool = False

    @property
    def page(self) -> str:
        """The number of the page of its document that it stands on; "" where the document has none."""
        return self.locator.removeprefix(vocabulary.PAGE) if self.source.is_document else ""

    @property
    def is_calculated(self) -> bool:
        """Whether it was calculated here from numbers that sources state."""
        return False

    @property
    def origin(self) -> str:
        """Whether a source states it or it was calculated here, a code of `vocabulary.ORIGINS`."""
        return vocabulary.CALCULATED.code if self.is_calculated else vocabulary.STATED

    @property
    def is_sum(self) -> bool:
        """Whether it is what one source's numbers come to together, and so as good as that source's own."""
        return False

    @property
    def stated(self) -> tuple[Observation, ...]:
        """The numbers that sources state and it rests on in the end, each once: itself, where it is stated."""
        return (self,)

    @property
    def is_of_document(self) -> bool:
        """Whether a document states it, or some of what it was calculated from."""
        return any(part.source.is_document for part in self.stated)

    @property
    def is_own(self) -> bool:
        """Whether it is ours and no source's, for more was done than to add up one source's numbers."""
        return self.is_calculated and not self.is_sum

    @property
    def told_by(self) -> Source:
        """Whose number it is in a drawing: its source's, and nobody's where it is our own."""
        return NOBODY if self.is_own else self.source

    @property
    def value(self) -> Decimal:
        """The number in its own unit; of a range the lower end."""
        return self.amount.value

    @property
    def upper(self) -> Decimal | None:
        """The upper end of a range."""
        return self.amount.high if self.amount.qualifier == vocabulary.RANGE else None

    @property
    def position(self) -> Decimal:
        """Where the number is drawn: a calculated one that is bounded on one side alone stands at its bound."""
        return self.amount.value

    @cached_property
    def common(self) -> float:
        """Where it is drawn in its indicator's unit, in which the numbers of one indicator are compared."""
        return float(self.position * (self.factor or 1))

    @property
    def top(self) -> float:
        """The largest value that is stated, in the indicator's unit: the upper end of a range, else the value."""
        return self.common if self.upper is None else float(self.upper * (self.factor or 1))

    @cached_property
    def common_amount(self) -> Amount:
        """The whole amount in the indicator's unit. Raises ValueError where the unit doesn't convert to it."""
        if self.factor is None:
            raise units.WrongDimension(f"{self.unit.name} can't be turned into {self.indicator.unit.name}")
        return self.amount if self.unit == self.indicator.unit else amounts.scaled(self.amount, self.factor)

    @property
    def converted(self) -> str:
        """The number in its indicator's unit, in words, where that is another than its own; else ""."""
        if self.unit.unit_id == self.indicator.unit.unit_id:
            return ""
        return written.amount(self.common, self.indicator.unit.sign, 3)

    @cached_property
    def said_by(self) -> str:
        """Who says so, in words: its source, and where no source does, that it is calculated."""
        calculated = vocabulary.CALCULATED.words.lower()
        name = next(iter(self.source.names), self.source.id)
        if not self.is_calculated:
            return name
        return f"{name}, {calculated} as a sum" if self.is_sum else calculated

    @property
    def exact_value(self) -> str:
        """The number itself in its own unit, in all its digits, or as a fraction where no digits end it: 100/3.

        Of what is calculated and known by a bound alone it is that bound.
        """
        exact = amounts.ratio(self.position) if self.amount.exact is None else self.amount.exact
        if exact is None:
            return written.plain(self.position)
        return f"{exact.numerator}/{exact.denominator}" if exact.denominator > 1 else str(exact.numerator)

    @property
    def bounds_from(self) -> str:
        """What sets its bounds, a code of `vocabulary.BOUNDS`."""
        if self.amount.low is None and self.amount.high is None:
            return vocabulary.NO_BOUND
        if self.is_calculated:
            return vocabulary.CALCULATED.code
        return vocabulary.RANGE if self.amount.qualifier == vocabulary.RANGE else vocabulary.BY_WORDS

    @property
    def rounding(self) -> str:
        """What its rounding follows from, a code of `vocabulary.ROUNDINGS`."""
        if self.is_calculated:
            return vocabulary.CALCULATED.code
        if not self.printed:
            return vocabulary.NOT_PRINTED
        if self.amount.rounded_low == self.value and self.amount.rounded_high == (self.upper or self.value):
            return vocabulary.NO_ROUNDING
        return vocabulary.BY_ZEROS if self.amount.assumed else vocabulary.BY_DIGITS

    @property
    def mark(self) -> vocabulary.Qualifier:
        """The entry of its qualifier."""
        return vocabulary.MARKS[self.qualifier]

    @property
    def is_mirrored(self) -> bool:
        """Whether its qualifier speaks of the size of a fall or a loss: over -13 is more than 13 down."""
        bound = {"low": self.amount.low, "high": self.amount.high}.get(self.mark.sets, self.value)
        return self.value < 0 and bound is None

    @property
    def is_to_date(self) -> bool:
        """Whether it is of a year up to the time of writing."""
        return self.period_basis == vocabulary.TO_DATE

    @cached_property
    def is_part_year(self) -> bool:
        """Whether it counts what came about in a part of a year, beside which a whole year's would be larger.

        A share is none, and what is of a month or so is taken for one happening.
        """
        if self.indicator.measure == vocabulary.SHARE or self.period is None:
            return False
        length = self.period.last - self.period.first + 1
        return self.is_to_date or LONGEST_EVENT < length < SHORTEST_YEAR

    @property
    def days(self) -> tuple[int, int, bool] | None:
        """Its first and last day and whether it ends there only for now; None where the period isn't known.

        Accounts of one quantity have them in common: a month and the year that holds it are two quantities.
        """
        return (*self.period.days, self.is_to_date) if self.period else None

    @property
    def when(self) -> str:
        """Its period in words, with what its basis adds."""
        if self.period is None or self.period_basis == vocabulary.UNSTATED:
            return UNDATED
        if self.is_to_date and self.period.is_year:
            return f"{self.period.words} so far"
        return f"{self.period.words} (inferred)" if self.period_basis == vocabulary.INFERRED else self.period.words

    @property
    def said(self) -> str:
        """The number in its source's own words, or ours; of a reference's words, km2 and the like are set as km².

        Bare digits, as a file of data has them, are set as people read them: 1669300000 is $1.6693 billion.
        """
        if self.words == self.printed and _BARE.fullmatch(self.printed):
            return written.whole(self.value, self.unit.symbol)
        return self.words if self.source.is_document else _SQUARED.sub("²", self.words)

    @cached_property
    def label(self) -> str:
        """The number as drawings have it, all in one style: its source's qualifier word, digits, its unit.

        It has the zeros behind the point that are printed. A fraction that no digits end keeps its words. A quotation
        that begins before the number and ends behind it is not begun, and "between" does not stand before "1 to 2".
        """
        if self.is_calculated or self.misread or not self.printed:
            return self.said
        if self._reading and self._reading.fraction:
            return self.said
        before = _unquoted(self.parts[0])
        text = written.whole(self.value, self._sign, self._step)
        if self.upper is not None:
            before = _SPANNING.sub("", before)
            text = written.span(self.value, self.upper, self.unit.symbol, self._step)
        word = f"{before[:1].lower()}{before[1:]}" or _word(self.qualifier)
        return f"{word} {text}".strip()

    @cached_property
    def parts(self) -> tuple[str, str, str]:
        """What it says cut in three: what qualifies the number, the number, its unit with what else stands behind."""
        if self.printed and self.printed in self.said:
            return _cut(self.said, self.printed, self._reading)
        # The words are ours: there the number begins with the first digit.
        found = re.search(r"\S*[0-9]", self.said)
        text = self.said[found.start() :] if found else self.said
        return _cut(self.said, text, reading_of(text))

    @property
    def _sign(self) -> str:
        """The sign of its unit, of one in the singular where the unit has that among its words: "1 day"."""
        one = self.unit.symbol.removesuffix("s")
        return one if self.value == 1 and one in self.unit.words else self.unit.symbol

    @cached_property
    def _reading(self) -> Reading | None:
        return reading_of(self.printed)

    @property
    def _step(self) -> Decimal | None:
        """The place of the last digit that is printed, in its own unit; None of a file's bare digits, or of two places.

        The ends of a range may be printed to two.
        """
        read = self._reading
        if read is None or read.step is None or read.assumed or not read.value or _BARE.fullmatch(self.printed):
            return None
        if read.upper is not None and read.upper.as_tuple().exponent != read.value.as_tuple().exponent:
            return None
        return read.step * abs(self.value / read.value)

    @property
    def marked(self) -> str:
        """The number as it stands in its quote, with its qualifier where the two stand together there."""
        return max((text for text in (self.words, self.printed) if text in self.quote), key=len, default="")


@dataclass(frozen=True, eq=False, kw_only=True)
class Derived(Observation):
    """A number calculated from others, of the same shape; `result` has the steps, `operands` are what it rests on.

    An operand may be calculated itself. Its source and whom it names are those that all its operands have in common.
    """

    formula: str
    result: Result
    operands: tuple[Observation, ...]

    @property
    def is_calculated(self) -> bool:
        return True

    @cached_property
    def stated(self) -> tuple[Observation, ...]:
        return tuple(dict.fromkeys(chain.from_iterable(one.stated for one in self.operands)))

    @cached_property
    def is_sum(self) -> bool:
        return is_sum(self.formula, self.source, self.operands)

    @property
    def position(self) -> Decimal:
        mark = vocabulary.MARKS[self.amount.qualifier]
        bound = self.amount.low if mark.sets == "low" else self.amount.high if mark.sets == "high" else None
        return self.amount.value if bound is None else bound

    @property
    def when(self) -> str:
        return self.period.words if self.period else ""


def stated_words(quote: str, text: str, amount: Amount, qualifier: str, sign: str, language: str = ENGLISH) -> str:
    """A stated number in words: the source's own where `text` is what it prints, else written out with its unit."""
    if text:
        return qualifiers.as_said(quote, text, language)
    return f"{_word(qualifier)} {written.whole(amount.value, sign)}".strip()


def is_sum(formula: str, source: Source, operands: Iterable[Observation]) -> bool:
    """Whether a formula adds up numbers of one source, or what these come to, and does nothing else."""
    return bool(source.id) and _SUM.fullmatch(formula) is not None and not any(one.is_own for one in operands)


def added_words(amount: Amount, sign: str) -> str:
    """A sum of one source's numbers in words: to the last digit, as its parts are, where it has one and no bound."""
    if amount.qualifier not in (vocabulary.EXACT, vocabulary.ABOUT) or amount.exact:
        return calculated_words(amount, sign)
    return f"{'about ' if amount.approximate else ''}{written.whole(amount.value, sign)}"


def calculated_words(amount: Amount, sign: str) -> str:
    """A calculated number in the vocabulary of printed ones: "about 5,000", "under about 400,000 km²"."""
    return amounts.words(amount, lambda value: written.amount(float(value), sign))


def _unquoted(words: str) -> str:
    """The words without a quotation mark whose other half is not among them."""
    return words if words.count('"') % 2 == 0 and words.count("“") == words.count("”") else _QUOTES.sub("", words)


def _word(qualifier: str) -> str:
    said = vocabulary.MARKS[qualifier].said if qualifier in vocabulary.MARKS else ()
    return said[0] if said else ""


def _cut(words: str, text: str, reading: Reading | None) -> tuple[str, str, str]:
    """Words around a number as `Observation.parts` has them; all of `text` is the number where none was read there.

    A hyphen stays with what it joins to the number: "seven", "-month".
    """
    before, _, behind = words.partition(text)
    start, end = (reading.start, reading.end) if reading else (0, len(text))
    glued = _GLUED.match(text, end)
    end = glued.end() if glued else end
    return f"{before}{text[:start]}".strip(), text[start:end], f"{text[end:]}{behind}".strip()
