from dataclasses import replace
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from validation.language.printed import Reading, read
from validation.quantities.amounts import (
    Amount,
    Undefined,
    can_meet,
    exactly,
    plain,
    ratio,
    reported,
    restates,
    scaled,
    significant,
    stated,
    words,
)
from validation.vocabulary import QUALIFIERS

CODES = list(QUALIFIERS)


def amount(printed: str, qualifier: str = "exact", *, discrete: bool = False) -> Amount:
    """What a source says that prints this."""
    reading = read(printed)
    return stated(reading.value, qualifier, reading, discrete=discrete)


def bounds(found: Amount) -> str:
    """The bounds as mathematics writes them, infinity as "..."."""
    low = "..." if found.low is None else f"{found.low:f}".removesuffix(".0")
    high = "..." if found.high is None else f"{found.high:f}".removesuffix(".0")
    return f"{'(['[not found.low_open]}{low}, {high}{')]'[not found.high_open]}"


def rounding(found: Amount) -> tuple[str, str]:
    return f"{found.rounded_low:f}", f"{found.rounded_high:f}"


def grouped(number: Decimal) -> str:
    return f"{number:,f}"


class TestStated:
    @pytest.mark.parametrize(
        ("qualifier", "expected"),
        [
            ("exact", "(..., ...)"),
            ("about", "(..., ...)"),
            ("over", "(41.3, ...)"),
            ("at-least", "[41.3, ...)"),
            ("nearly", "(..., 41.3)"),
            ("under", "(..., 41.3)"),
            ("at-most", "(..., 41.3]"),
        ],
    )
    def test_bounds_follow_from_the_qualifier_and_rounding_from_the_digits(self, qualifier, expected):
        found = amount("41.3%", qualifier)
        assert bounds(found) == expected
        assert rounding(found) == ("41.25", "41.35")
        assert found.approximate is (qualifier == "about")

    @pytest.mark.parametrize(
        ("qualifier", "expected"),
        [
            ("about", "(..., ...)"),
            ("over", "(..., -13)"),
            ("at-least", "(..., -13]"),
            ("nearly", "(-13, ...)"),
            ("under", "(-13, ...)"),
            ("at-most", "[-13, ...)"),
        ],
    )
    def test_bounds_of_a_fall_are_mirrored(self, qualifier, expected):
        """Where the words or brackets make it negative, the qualifier speaks of its size."""
        for printed in ("13 percent", "(13)"):
            assert bounds(stated(Decimal(-13), qualifier, read(printed), discrete=False)) == expected
        assert bounds(amount("-13 percent", "over")) == "(-13, ...)"

    def test_the_range_of_a_fall_rises_too(self):
        found = stated(Decimal(-7), "exact", read("5 to 7 percent"), discrete=False)
        assert bounds(found) == "[-7, -5]"

    def test_cents_of_a_dollar_are_rounded_as_printed(self):
        found = stated(Decimal("0.45"), "exact", read("45 cents"), discrete=False)
        assert rounding(found) == ("0.445", "0.455")

    @pytest.mark.parametrize(
        ("printed", "discrete", "expected", "assumed"),
        [
            ("380,000", True, ("375000", "385000"), True),
            ("380,000", False, ("375000", "385000"), True),
            ("$73.15 billion", False, ("73145000000", "73155000000"), False),
            ("2.5 million", True, ("2450000", "2550000"), False),
            ("four", True, ("4", "4"), False),
            ("four", False, ("3.5", "4.5"), False),
            ("a dozen", True, ("12", "12"), False),
        ],
    )
    def test_a_count_printed_to_the_last_one_is_not_rounded(self, printed, discrete, expected, assumed):
        found = amount(printed, discrete=discrete)
        assert tuple(map(Decimal, rounding(found))) == tuple(map(Decimal, expected))
        assert found.assumed is assumed

    def test_a_share_in_words_has_no_rounding(self):
        found = stated(Decimal("33.3333"), "exact", read("one third"), discrete=False)
        assert rounding(found) == ("33.3333", "33.3333")

    @pytest.mark.parametrize(
        ("printed", "value", "exact"),
        [
            ("one third", "33.3333", Fraction(100, 3)),
            ("one in seven", "14.2857", Fraction(100, 7)),
            ("one third", "-33.3333", Fraction(-100, 3)),
            ("two thirds of a million", "666666.6666666666666666666666666667", Fraction(2_000_000, 3)),
            ("half", "50", Fraction(50)),
            ("41.3%", "41.3", Fraction("41.3")),
        ],
    )
    def test_a_number_without_a_last_digit_is_kept_whole_beside_its_digits(self, printed, value, exact):
        found = stated(Decimal(value), "exact", read(printed), discrete=False)
        assert exactly(found) == exact
        assert (found.exact is None) is (exact == Fraction(value))

    def test_a_value_that_is_not_what_is_printed_is_left_alone(self):
        assert stated(Decimal(40), "exact", read("one third"), discrete=False).exact is None

    def test_without_a_reading_there_is_no_rounding(self):
        assert stated(Decimal("190.27"), "exact", None, discrete=False) == plain(Decimal("190.27"))

    @pytest.mark.parametrize(
        ("qualifier", "code", "expected"),
        [
            ("exact", "range", "[20, 35]"),
            ("about", "range", "[20, 35]"),
            ("over", "over", "(20, ...)"),
            ("under", "under", "(..., 35)"),
            ("at-most", "at-most", "(..., 35]"),
        ],
    )
    def test_the_ends_of_a_range_are_its_bounds(self, qualifier, code, expected):
        found = amount("20-35%", qualifier)
        assert (found.qualifier, bounds(found)) == (code, expected)
        assert found.approximate is (qualifier == "about")

    def test_a_range_of_shares_is_in_percent_as_its_value_is(self):
        shares = Reading(Decimal("0.25"), Decimal("0.5"), None, False, True, "", "", 0, 17)
        assert stated(Decimal(25), "exact", shares, discrete=False).high == 50

    def test_an_unknown_qualifier_is_refused(self):
        with pytest.raises(ValueError, match="'roughly' is no qualifier"):
            amount("5", "roughly")


class TestMeeting:
    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (("30%", "over"), ("33%", "exact"), True),
            (("30%", "over"), ("30%", "exact"), True),
            (("30.5%", "over"), ("29.5%", "exact"), False),
            (("five", "over"), ("five", "exact"), False),
            (("five", "at-least"), ("five", "exact"), True),
            (("five", "nearly"), ("five", "exact"), False),
            (("five", "at-most"), ("five", "at-least"), True),
            (("five", "under"), ("five", "at-least"), False),
            (("41.3", "exact"), ("41.35", "exact"), True),
            (("41.3", "exact"), ("41.40", "exact"), False),
            (("41.3", "about"), ("1", "exact"), True),
            (("20-35", "exact"), ("thirty-six", "exact"), False),
        ],
    )
    def test_amounts_meet_where_one_number_is_within_both(self, one, other, expected):
        pair = [amount(*side, discrete="five" in (one[0], other[0])) for side in (one, other)]
        assert can_meet(*pair) is can_meet(*reversed(pair)) is expected


class TestArithmetic:
    def test_the_earlier_level_that_growth_implies(self):
        found = amount("$73.15 billion") / (Decimal(1) + amount("41.3%") / Decimal(100))
        assert found.qualifier == "exact"
        assert round(found.value, 2) == Decimal("51769285208.78")
        assert exactly(found) == Fraction(73_150_000_000 * 1000, 1413)
        assert bounds(found) == "(..., ...)"
        assert rounding(found) == ("51747435443.93349840820657941", "51791150442.47787610619469027")
        assert words(found, grouped) == "51,770,000,000"

    def test_about_over_exact_is_about(self):
        found = amount("20,000", "about") / amount("four", discrete=True)
        assert (found.qualifier, found.value, found.low, found.high) == ("about", 5000, None, None)
        assert rounding(found) == ("3750", "6250")
        assert found.assumed
        assert words(found, grouped) == "about 5,000"

    def test_a_bound_that_rests_on_about_is_marked(self):
        found = amount("one million", "about") - amount("600,000", "over")
        assert (found.qualifier, bounds(found), found.approximate) == ("under", "(..., 400000)", True)
        assert words(found, grouped) == "under about 400,000"
        assert can_meet(found, plain(Decimal(10**9)))

    def test_over_and_exact_numbers_add_up_to_over(self):
        found = amount("30%", "over") + amount("50%") + amount("30%")
        assert (found.qualifier, found.value, bounds(found)) == ("over", 110, "(100, ...)")
        assert words(found, grouped) == "over 100"

    @pytest.mark.parametrize(
        ("computed", "qualifier", "expected"),
        [
            (lambda: amount("5", "over", discrete=True) * Decimal(2), "over", "(10, ...)"),
            (lambda: amount("5", "at-least", discrete=True) * Decimal(2), "at-least", "[10, ...)"),
            (lambda: amount("5", "nearly", discrete=True) * Decimal(2), "under", "(..., 10)"),
            (lambda: amount("5", "at-most", discrete=True) * Decimal(2), "at-most", "(..., 10]"),
            (lambda: Decimal(10) - amount("three or four", discrete=True), "range", "[6, 7]"),
            (lambda: amount("three or four", discrete=True) + amount("5", "over"), "over", "(8, ...)"),
            (lambda: Decimal(3) / amount("5", "over"), "under", "(0, 0.6)"),
            (lambda: Decimal(-3) / amount("5", "over"), "over", "(-0.6, 0)"),
            (lambda: Decimal(3) / amount("5", "over") + Decimal(5), "range", "(5, 5.6)"),
            (lambda: amount("five", "about") * amount("three or four", discrete=True), "range", "[15, 20]"),
        ],
    )
    def test_a_result_has_the_word_for_its_bounds(self, computed, qualifier, expected):
        found = computed()
        assert (found.qualifier, bounds(found)) == (qualifier, expected)
        assert found.qualifier != "range" or found.value == found.low

    @pytest.mark.parametrize("divisor", ["0", "0.2", "zero"])
    def test_nothing_is_divided_by_what_rounding_makes_zero(self, divisor):
        rounded = replace(amount("0.2"), rounded_low=Decimal(0)) if divisor == "0.2" else amount(divisor)
        with pytest.raises(Undefined, match="may be zero"):
            Decimal(1) / rounded

    def test_nothing_is_divided_by_what_has_no_lower_bound(self):
        with pytest.raises(Undefined, match=r"may be zero: under 5$"):
            Decimal(1) / amount("5", "under")

    def test_a_result_that_could_be_anything_is_none(self):
        with pytest.raises(Undefined, match=r"^over 10 - over 5 could be any number$"):
            amount("10", "over") - amount("5", "over")

    def test_a_result_past_all_size_is_none(self):
        with pytest.raises(Undefined, match="too large"):
            plain(Decimal("9e999999")) * Decimal(10)

    def test_another_unit_changes_no_word(self):
        found = scaled(amount("one million", "nearly"), Decimal("2.5"))
        assert (found.qualifier, found.value, bounds(found)) == ("nearly", 2_500_000, "(..., 2500000)")
        assert scaled(amount("5", "about"), Decimal(2)).low is None

    def test_thirds_are_not_rounded_on_the_way(self):
        third = stated(Decimal("33.3333"), "exact", read("one third"), discrete=False)
        whole = third + third + third
        assert (whole.value, whole.exact) == (100, None)
        assert whole.rounded_low <= 100 <= whole.rounded_high

    def test_a_number_past_all_reading_is_kept_as_it_is_rounded(self):
        assert (plain(Decimal("1e500")) / plain(Decimal(3))).exact is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("10.66666666666666666666666667", Fraction(32, 3)),
        ("10.66666666666666666666666666", Fraction(32, 3)),
        ("10.6667", None),
        ("1234567890123456789012345678", Fraction(1234567890123456789012345678)),
        ("0.1415926535897932384626433833", None),
    ],
)
def test_digits_that_do_not_end_are_told_as_a_fraction(value, expected):
    assert ratio(Decimal(value)) == expected


class TestWords:
    @pytest.mark.parametrize(
        ("printed", "qualifier", "expected"),
        [
            ("380,000", "exact", "380,000"),
            ("62,000", "about", "about 62,000"),
            ("30%", "over", "over 30"),
            ("five", "at-least", "at least 5"),
            ("one million", "nearly", "nearly 1,000,000"),
            ("1,234,567", "under", "under 1,234,567"),
            ("five", "at-most", "at most 5"),
            ("20-35%", "exact", "between 20 and 35"),
            ("20-35%", "about", "between about 20 and about 35"),
        ],
    )
    def test_what_is_stated_is_said_again(self, printed, qualifier, expected):
        assert words(amount(printed, qualifier), grouped) == expected

    def test_a_long_bound_is_shortened_outward(self):
        over = amount("2", "over", discrete=True) / plain(Decimal(3))
        assert words(over, str) == "over 0.66666"
        assert words(Decimal(2) - over, str) == "under 1.3334"

    @pytest.mark.parametrize(
        ("value", "slack", "expected"),
        [
            ("51769285208.77", "22e6", "51770000000"),
            ("41.3", "0.05", "41.3"),
            ("196891.19", "3100", "197000"),
            ("400000", "550000", "400000"),
            ("33.3333", "0", "33.33"),
            ("12345678", "0", "12345678"),
            ("0", "0.5", "0"),
        ],
    )
    def test_a_value_has_the_digits_that_rounding_supports(self, value, slack, expected):
        number, around = Decimal(value), Decimal(slack)
        found = replace(plain(number), rounded_low=number - around, rounded_high=number + around)
        assert str(significant(found)) == expected


@st.composite
def members(draw, found):
    """A number within the bounds of an amount, and often one of its ends."""
    found = limited(found)
    low, high = found.low, found.high
    assert low is not None or high is not None
    low = Fraction(low) if low is not None else Fraction(high or 0) - 1000
    high = Fraction(high) if high is not None else low + 1000
    ends = [end for end in (low, high) if encloses(found, end)]
    share = draw(st.fractions(Fraction(1, 97), Fraction(96, 97), max_denominator=97))
    return draw(st.sampled_from([low + share * (high - low), *ends])) if low < high else low


def limited(found: Amount) -> Amount:
    """The amount with what it was rounded from for its bounds, where no word sets any."""
    if found.qualifier != "exact":
        return found
    return replace(found, low=found.rounded_low, high=found.rounded_high, low_open=False, high_open=False)


def encloses(found: Amount, number: Fraction) -> bool:
    found = limited(found)
    above = found.low is None or number > Fraction(found.low) or (number == found.low and not found.low_open)
    below = found.high is None or number < Fraction(found.high) or (number == found.high and not found.high_open)
    return above and below


@st.composite
def amounts(draw, codes=CODES):
    """Stated amounts of every qualifier, with and without rounding, and ranges."""
    value = draw(st.decimals(min_value=-500, max_value=500, places=1))
    step = draw(st.sampled_from([None, Decimal("0.1"), Decimal(1), Decimal(10)]))
    upper = draw(st.one_of(st.none(), st.integers(1, 50).map(lambda width: value + width)))
    reading = Reading(value, upper, step, False, False, "", "", 0, 1)
    return stated(value, draw(st.sampled_from(codes)), reading, discrete=False)


OPERATIONS = {
    "+": (Amount.__add__, Fraction.__add__),
    "-": (Amount.__sub__, Fraction.__sub__),
    "*": (Amount.__mul__, Fraction.__mul__),
    "/": (Amount.__truediv__, Fraction.__truediv__),
}
symbols = st.lists(st.sampled_from(sorted(OPERATIONS)), min_size=1, max_size=4)
bounded = amounts([code for code in CODES if code != "about"])


@given(st.data(), symbols)
@pytest.mark.long
def test_every_result_of_numbers_within_the_operands_is_within_the_result(data, chain):
    found = data.draw(bounded)
    number = data.draw(members(found))
    for symbol in chain:
        other = data.draw(bounded)
        operate, truly = OPERATIONS[symbol]
        try:
            found = operate(found, other)
        except Undefined:
            return
        number = truly(number, data.draw(members(other)))
        assert encloses(found, number)
        assert not found.approximate


@given(st.data(), symbols)
@pytest.mark.long
def test_every_result_of_numbers_within_the_rounding_is_within_that_of_the_result(data, chain):
    found = data.draw(amounts())
    number = Fraction(found.rounded_low)
    for symbol in chain:
        other = data.draw(amounts())
        operate, truly = OPERATIONS[symbol]
        try:
            found = operate(found, other)
        except Undefined:
            return
        number = truly(number, Fraction(data.draw(st.sampled_from([other.rounded_low, other.rounded_high]))))
        assert Fraction(found.rounded_low) <= number <= Fraction(found.rounded_high)


@given(st.data(), st.sampled_from(["+", "-", "*"]))
@pytest.mark.long
def test_about_counts_as_its_value_and_marks_the_result(data, symbol):
    about, other = data.draw(amounts(["about"])), data.draw(bounded)
    operate, truly = OPERATIONS[symbol]
    try:
        found = operate(about, other)
    except Undefined:
        return
    number = data.draw(members(about)) if about.qualifier == "range" else Fraction(about.value)
    assert found.approximate
    assert encloses(found, truly(number, data.draw(members(other))))


@given(amounts(), amounts())
def test_meeting_is_mutual_and_about_never_proves_a_clash(one, other):
    assert can_meet(one, other) is can_meet(other, one)
    assert can_meet(one, one)
    assert can_meet(one, other) or not (one.approximate or other.approximate)


@given(st.data())
def test_amounts_with_a_number_in_common_meet(data):
    one, other = data.draw(bounded), data.draw(bounded)
    assert can_meet(one, other) or not encloses(other, data.draw(members(one)))


@given(amounts(), st.sampled_from(["3", "7", "0.013", "123456789.123456789"]))
def test_what_is_said_claims_no_more_than_is_known(found, factor):
    found = scaled(found, Decimal(factor))
    said = [Decimal(word) for word in words(found, str).split() if word[-1].isdigit()]
    if found.qualifier in ("over", "at-least", "range"):
        assert found.low is not None
        assert said[0] <= found.low
    if found.qualifier in ("nearly", "under", "at-most", "range"):
        assert found.high is not None
        assert said[-1] >= found.high


@given(amounts(), st.sampled_from(["3", "7", "0.013", "123456789.123456789"]))
def test_significant_digits_stay_within_the_rounding(found, factor):
    assume(found.rounded_low < found.value and found.value - found.rounded_low == found.rounded_high - found.value)
    found = scaled(found, Decimal(factor))
    assert found.rounded_low <= significant(found) <= found.rounded_high


@given(amounts())
def test_arithmetic_does_not_depend_on_the_precision_around_it(found):
    expected = found * plain(Decimal("1.23456789"))
    with localcontext(prec=3):
        assert found * plain(Decimal("1.23456789")) == expected


@given(st.data(), st.lists(st.sampled_from(["+", "-", "*", "/"]), min_size=1, max_size=3))
def test_what_is_reported_of_a_result_agrees_with_itself(data, chain):
    found = data.draw(amounts())
    for symbol in chain:
        try:
            found = OPERATIONS[symbol][0](found, data.draw(amounts()))
        except Undefined:
            return
    told = reported(found)
    assert abs(exactly(found) - Fraction(found.value)) <= abs(Fraction(found.value)) / 10**25
    if found.qualifier in ("exact", "about"):
        assert told.rounded_low <= told.value <= told.rounded_high
    else:
        assert told.value in (told.low, told.high)
    assert told.low is None or (found.low is not None and told.low <= found.low)
    assert told.high is None or (found.high is not None and told.high >= found.high)
    assert told.rounded_low <= found.rounded_low
    assert told.rounded_high >= found.rounded_high


@pytest.mark.parametrize(
    ("said", "number"),
    [
        (amount("41.3"), amount("41.3")),
        (amount("41"), amount("41.3")),
        (amount("41.3"), amount("41.3", "over")),
        (amount("41", "over"), amount("41.3")),
        (amount("1.52 million"), amount("1,519,500")),
        (amount("1 million", "nearly"), amount("1 million", "nearly")),
        (amount("450"), amount("300 to 450")),
        (amount("one third"), amount("one third")),
        (amount("one third"), amount("0.33")),
        (amount("0.333"), amount("one third")),
        (amount("half"), amount("0.5", "about")),
    ],
)
def test_a_number_may_be_said_again_in_fewer_digits(said, number):
    assert restates(said, number)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        (amount("41.2"), amount("41.3")),
        (amount("41.33"), amount("41.3")),
        (amount("42", "over"), amount("41.6")),
        (amount("41.3", "under"), amount("41.3", "over")),
        (amount("380"), amount("300 to 450")),
        (amount("one third"), amount("0.30")),
        (amount("half"), amount("0.6")),
        (plain(Decimal(45)), amount("50")),
    ],
)
def test_another_number_is_not_the_same_said_again(said, number):
    assert not restates(said, number)
