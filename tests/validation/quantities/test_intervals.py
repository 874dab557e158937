from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.quantities.intervals import (
    BOTTOM,
    OPERATIONS,
    TOP,
    End,
    Interval,
    combine,
    comes_near_zero,
    lies_below,
    point,
)

EXACT = {
    "+": Fraction.__add__,
    "-": Fraction.__sub__,
    "*": Fraction.__mul__,
    "/": Fraction.__truediv__,
}


def between(text: str) -> Interval:
    """An interval as mathematics writes it: "(0, 5]", infinity as "..."."""
    low, high = (part.strip() for part in text[1:-1].split(","))
    return Interval(
        BOTTOM if low == "..." else End(Decimal(low), text[0] == "("),
        TOP if high == "..." else End(Decimal(high), text[-1] == ")"),
    )


def contains(interval: Interval, number: Fraction) -> bool:
    low, high = interval
    above = not low.at.is_finite() or Fraction(low.at) < number or (low.at == number and not low.open)
    below = not high.at.is_finite() or number < Fraction(high.at) or (high.at == number and not high.open)
    return above and below


@st.composite
def intervals(draw, least=-1000):
    """Intervals of every kind above a number."""
    numbers = st.decimals(min_value=least, max_value=1000, places=2)
    low, high = sorted(draw(st.tuples(numbers, numbers)))
    if low == high:
        return point(low)
    ends = Interval(End(low, draw(st.booleans())), End(high, draw(st.booleans())))
    below = [Interval(BOTTOM, ends.high)] if least < 0 else []
    return draw(st.sampled_from([ends, Interval(ends.low, TOP), *below]))


divisors = st.one_of(
    intervals(Decimal("0.01")),
    intervals(Decimal("0.01")).map(lambda positive: combine("-", point(Decimal(0)), positive)),
)


@st.composite
def members(draw, interval):
    """A number in the interval, and often one of its ends."""
    low, high = interval
    start = Fraction(low.at if low.at.is_finite() else high.at - 10_000)
    stop = Fraction(high.at if high.at.is_finite() else low.at + 10_000)
    ends = [end for end in (start, stop) if contains(interval, end)] or [(start + stop) / 2]
    share = draw(st.fractions(Fraction(1, 97), Fraction(96, 97), max_denominator=97))
    return draw(st.sampled_from([start + share * (stop - start), *ends])) if start < stop else start


@pytest.mark.parametrize("symbol", OPERATIONS)
@given(data=st.data())
@pytest.mark.long
def test_every_result_is_enclosed(symbol, data):
    left, right = data.draw(intervals()), data.draw(divisors if symbol == "/" else intervals())
    result = EXACT[symbol](data.draw(members(left)), data.draw(members(right)))
    assert contains(combine(symbol, left, right), result)


@pytest.mark.parametrize(
    ("left", "symbol", "right", "expected"),
    [
        ("[1, 2]", "+", "(3, ...)", "(4, ...)"),
        ("[1, 2]", "-", "(3, ...)", "(..., -1)"),
        ("[3, 4]", "/", "(10, ...)", "(0, 0.4)"),
        ("[-1, 2]", "/", "(10, ...)", "(-0.1, 0.2)"),
        ("(..., 5)", "*", "[-2, -2]", "(-10, ...)"),
        ("[0, 5]", "*", "(1, ...)", "[0, ...)"),
        ("[0, 0]", "*", "(1, ...)", "[0, 0]"),
        ("(0, 1)", "*", "(1, ...)", "(0, ...)"),
        ("(10, ...)", "/", "(5, ...)", "(0, ...)"),
        ("(..., 0)", "*", "(0, ...)", "(..., 0)"),
        ("(..., 5)", "*", "(..., 5)", "(..., ...)"),
        ("[1, 2)", "*", "[3, 3]", "[3, 6)"),
        ("[6, 6]", "/", "[3, 3]", "[2, 2]"),
    ],
)
def test_ends_are_open_and_infinite_as_they_should(left, symbol, right, expected):
    assert combine(symbol, between(left), between(right)) == between(expected)


def test_ends_are_rounded_outward():
    low, high = combine("/", point(Decimal(1)), point(Decimal(3)))
    assert Fraction(low.at) < Fraction(1, 3) < Fraction(high.at)
    assert high.at - low.at == Decimal("1e-28")


def test_a_zero_is_written_plainly():
    ends = [
        *combine("/", between("[3, 4]"), between("(10, ...)")),
        *combine("*", between("[0, 0]"), between("[-1, -1]")),
    ]
    assert [str(end.at) for end in ends if end.at == 0] == ["0", "0", "0"]


@pytest.mark.parametrize(
    ("interval", "near"),
    [("[-1, 1]", True), ("(0, 1]", True), ("(..., 5)", True), ("[0.1, 1]", False), ("(..., -1]", False)],
)
def test_zero_is_near_at_an_open_end_too(interval, near):
    assert comes_near_zero(between(interval)) is near


@pytest.mark.parametrize(
    ("left", "right", "below"),
    [
        ("[1, 2]", "[3, 4]", True),
        ("[1, 2]", "[2, 4]", False),
        ("[1, 2)", "[2, 4]", True),
        ("[1, 2]", "(2, 4]", True),
        ("[3, 4]", "[1, 2]", False),
        ("[1, 2]", "(..., 4]", False),
    ],
)
def test_intervals_that_touch_in_a_number_do_not_lie_apart(left, right, below):
    assert lies_below(between(left), between(right)) is below


@given(st.data())
def test_intervals_with_a_number_in_common_do_not_lie_apart(data):
    left, right = data.draw(intervals()), data.draw(intervals())
    shared = contains(right, data.draw(members(left)))
    assert not (shared and (lies_below(left, right) or lies_below(right, left)))
