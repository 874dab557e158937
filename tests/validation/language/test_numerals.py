"""Numerals: each form is found with its span and kind, and nothing else is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from validation.language import periods
from validation.language.numerals import cut, places, read


def found(text: str) -> list[str]:
    return [numeral.text for numeral in read(text)]


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("Two ferries and three potentially slow buses, four in all", ["Two", "three", "four"]),
        ("ten years, TWELVE tons, twenty-one or twenty two days", ["ten", "TWELVE", "twenty-one or twenty two"]),
        ("1,234.5 of 41.3%, 35 % and fifty per cent", ["1,234.5", "41.3%", "35 %", "fifty per cent"]),
        ("from $1.5 billion to US$3bn, £20m or 500 €", ["$1.5 billion", "US$3bn", "£20m", "500 €"]),
        ("at -5 °C, −3% (+2) and 4.2bn", ["-5", "−3%", "+2", "4.2bn"]),
        ("20–35% or 20 to 35%", ["20–35%", "20 to 35%"]),
        (
            "one hundred and five ships, a hundred, several hundred",
            [*("one hundred and five", "a hundred", "several hundred")],
        ),
        ("two million three hundred thousand", ["two million three hundred thousand"]),
        ("one million twenty-foot boxes", ["one million", "twenty"]),
        ("between one hundred and two thousand", ["between one hundred and two thousand"]),
        ("one hundred and two hundred", ["one hundred", "two hundred"]),
        ("around a dozen eggs, two dozen, the dozen", ["a dozen", "two dozen", "dozen"]),
        ("a million people, the million, a seven-month job", ["a million", "million", "seven"]),
        ("twenty one-way tickets", ["twenty"]),
        (
            "five-and-a-half years, 2½ miles, one and a half million",
            ["five-and-a-half", "2½", "one and a half million"],
        ),
        (
            "half a million, a half-million, a quarter of a million",
            ["half a million", "a half-million", "a quarter of a million"],
        ),
        ("the G-7, the G20, flight MH370 of 007", ["G-7", "G20", "MH370", "007"]),
        ("1,23,4 and 1,2345", ["1,23,4", "1,2345"]),
        ("\uff14\uff11 boats", ["\uff14\uff11"]),
        (
            "fifty\nper cent of two\nthousand, but two\n\nthousand",
            ["fifty per cent", "two thousand", "two", "thousand"],
        ),
        ("two third-party audits, ten first prizes", ["two", "ten"]),
        ("from January-March, or between May and July", []),
        ("33%of all, 5‰of it, 5%p more and 5%3", ["33%", "5‰", "5%p", "5%3"]),
        ("0.9 percent point, 3 per cent points, 2 p.p.", ["0.9 percent point", "3 per cent points", "2 p.p."]),
        ("5 percent point to growth, 5 p.p.m. of it", ["5 percent", "5"]),
        (
            "0.3 of a percent, half a percent, 1.3 of one percent point",
            ["0.3 of a percent", "half a percent", "1.3 of one percent point"],
        ),
        ("they march 5 km, may 20 ships sail", ["5", "20"]),
        ("in June 3 million and on May 1,500 came", ["3 million", "1,500"]),
    ],
)
def test_finds_numbers(text: str, numerals: list[str]) -> None:
    assert found(text) == numerals


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("One year after", ["One"]),
        ("one-day trip of one square mile", ["one", "one"]),
        ("one per cent, one percentage point", ["one per cent", "one percentage point"]),
        ("one hundred, one million", ["one hundred", "one million"]),
        ("one second later", ["one"]),
        ("one another, no one, one of them, one key point, number one", []),
        ("a paranoid one. One such boat", []),
        ("one way, one-time, one and done", []),
    ],
)
def test_one_counts_before_shares_scales_and_units_alone(text: str, numerals: list[str]) -> None:
    assert found(text) == numerals


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        (
            "one third of them, two-thirds, three quarters, nine-tenths",
            ["one third", "two-thirds", "three quarters", "nine-tenths"],
        ),
        ("a third of them, by a fifth, a third were, a tenth more", ["a third", "a fifth", "a third", "a tenth"]),
        ("nearly a third voted, up by a third in May", ["a third", "a third"]),
        ("between a third and a half of them", ["between a third and a half"]),
        ("a quarter of them, a quarter mile, a quarter", ["a quarter", "a quarter", "a quarter"]),
        ("half of them, half the boats, half a mile, a half", ["half", "half", "half", "a half"]),
        ("fell by half, more than half said", ["half", "half"]),
        ("½ of ¾", ["½", "¾"]),
        ("a third party, a third meeting, a fifth member, one third-party seal", []),
        ("the second half of it, the western half of it, half-hearted", []),
    ],
)
def test_finds_shares(text: str, numerals: list[str]) -> None:
    assert found(text) == numerals
    assert all(numeral.unit == "percent" or "mile" in text for numeral in read(text))


@pytest.mark.parametrize(
    ("text", "numeral", "period"),
    [
        ("on April 24, 2024 at", "April 24, 2024", "2024-04-24"),
        ("on 21 July 2008 at", "21 July 2008", "2008-07-21"),
        ("on June 1.", "June 1", ""),
        ("on february 4th at", "february 4th", ""),
        ("on May 20 at", "May 20", ""),
        ("on the fourth of July, 1999", "fourth of July, 1999", "1999-07-04"),
        ("on July fourth.", "July fourth", ""),
        ("in March 1950 at", "March 1950", "1950-03"),
        ("on 3-5 June 1999 at", "3-5 June 1999", "1999-06-03/1999-06-05"),
        ("on Dec. 7, 1941", "Dec. 7, 1941", "1941-12-07"),
        ("on 2024-04-24 at", "2024-04-24", "2024-04-24"),
        ("on 24/04/2024 at", "24/04/2024", "2024-04-24"),
        ("on 04/05/2024 at", "04/05/2024", ""),
        ("on 31.12.2024 at", "31.12.2024", "2024-12-31"),
        ("on 31 February 2024 at", "31 February 2024", ""),
        ("at 3:15pm today", "3:15pm", ""),
        ("at 15:00 today", "15:00", ""),
        ("at 3 p.m. today", "3 p.m.", ""),
        ("the 1858 act", "1858", "1858"),
        ("in the 1920, a", "1920", "1920"),
        ("the war of 1980-88", "1980-88", "1980/1988"),
        ("in 1914–1918 and", "1914–1918", "1914/1918"),
        ("the 1999/00 season", "1999/00", "1999/2000"),
        ("the 1960s", "1960s", "196X"),
        ("the '60s", "'60s", ""),
        ("the late seventies", "seventies", ""),
        ("the nineteen-seventies", "nineteen-seventies", "197X"),
        ("the 19th century", "19th century", "18XX"),
        ("a 19th-century view", "19th-century", "18XX"),
        ("the Nineteenth Century", "Nineteenth Century", "18XX"),
        ("the twenty-first century", "twenty-first century", "20XX"),
        ("in Q4 2019 it", "Q4 2019", "2019-36"),
        ("in 1H 2019 it", "1H 2019", ""),
        ("in the third quarter of 2022 it", "third quarter of 2022", "2022-35"),
        ("in 44 BC it", "44 BC", "-0043"),
        ("in February-April 2007 it", "February-April 2007", "2007-02/2007-04"),
        ("in Jan–Mar 2024 it", "Jan–Mar 2024", "2024-01/2024-03"),
        ("in Jan.-Mar., 2024 it", "Jan.-Mar., 2024", "2024-01/2024-03"),
        ("in Jan/Feb 2024 it", "Jan/Feb 2024", "2024-01/2024-02"),
        ("from May to July 2020 it", "May to July 2020", "2020-05/2020-07"),
        ("from October 2019 to March 2020", "October 2019 to March 2020", "2019-10/2020-03"),
        ("October 2019 through March 2020", "October 2019 through March 2020", "2019-10/2020-03"),
        ("between October 2019 and March 2020", "October 2019 and March 2020", "2019-10/2020-03"),
        ("between May and July 2020", "May and July 2020", "2020-05/2020-07"),
        ("from 28 February to 3 March 2020", "28 February to 3 March 2020", "2020-02-28/2020-03-03"),
        ("of September 30–October 2, 2019", "September 30–October 2, 2019", "2019-09-30/2019-10-02"),
        ("from March to 15 April 2020", "March to 15 April 2020", "2020-03/2020-04-15"),
        ("in Nov–Feb 2007 it", "Nov–Feb 2007", ""),
        ("from May 31 to June 31, 2020", "May 31 to June 31, 2020", ""),
        ("on February 28–March 3 it", "February 28–March 3", ""),
        ("in May and July 2020 it", "July 2020", "2020-07"),
        ("in nineteen sixty-eight it", "nineteen sixty-eight", "1968"),
    ],
)
def test_finds_what_dates(text: str, numeral: str, period: str) -> None:
    (one,) = read(text)
    assert (one.text, one.kind, one.value) == (numeral, "date", None)
    assert one.period in (period, "2019-40" if "1H" in text else period)
    assert not one.period or periods.known(one.period)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("33%of them", "33", "%"),
        ("5%points more", "5", "% points"),
        ("5%p more", None, ""),
        ("0.9 percent point", "0.9", "percent point"),
        ("1.3 of a percent point", "1.3", "percent point"),
        ("0.3 of a percent", "0.3", "percent"),
        ("2 p.p. more", "2", "p.p."),
        ("25℃in the shade", "25", "℃"),
        ("a lap of 25s", "25", "s"),
        ("of under-25s", "25", ""),
        ("of the over-65s", "65", ""),
    ],
)
def test_what_is_glued_behind_is_the_unit_or_none(text: str, value: str | None, unit: str) -> None:
    (one,) = read(text)
    assert one.value == (value and Decimal(value))
    assert one.unit == unit


@pytest.mark.parametrize(
    ("text", "numeral", "kind"),
    [
        ("the 5th army", "5th", "ordinal"),
        ("several hundred came", "several hundred", "vague"),
        ("hundreds of thousands fled", "hundreds of thousands", "vague"),
        ("a Boeing 747 landed", "747", "name"),
        ("see IFRS 16 and", "16", "name"),
        ("the LGA1156 socket", "LGA1156", "name"),
        ("the server 192.168.0.1 is", "192.168.0.1", "name"),
        ("see https://example.org/2019/20 for it", "https://example.org/2019/20", "name"),
        ("call 555 0100 now", "555 0100", "name"),
        ("as in note (3) there", "3", "mark"),
        ("as said before [12].", "12", "mark"),
        ("open 24/7 there", "24/7", "idiom"),
    ],
)
def test_tells_what_has_no_value(text: str, numeral: str, kind: str) -> None:
    (one,) = read(text)
    assert (one.text, one.kind, one.value) == (numeral, kind, None)


@pytest.mark.parametrize(
    ("text", "numeral"),
    [("costs $1950 now", "$1950"), ("over 1950 km", "1950"), ("about 1950 million", "1950 million")],
)
def test_four_digits_that_count_are_no_year(text: str, numeral: str) -> None:
    (one,) = read(text)
    assert (one.text, one.kind) == (numeral, "number")


@pytest.mark.parametrize(
    ("text", "value", "upper"),
    [
        ("Shares plunged 13 percent.", -13, None),
        ("Shares fell to 13 percent.", 13, None),
        ("Shares fell from 13 percent to 9.", 13, None),
        ("It was down nearly 4.5%.", Decimal("-4.5"), None),
        ("It posted a 7% drop in sales.", -7, None),
        ("It fell by between 5 and 7 percent.", -7, -5),
        ("It fell in May by 300 boats.", -300, None),
        ("It lost 300 boats.", 300, None),
        ("It lost by 7 wickets.", 7, None),
        ("Prices dropped in 30% of towns.", 30, None),
        ("This fall 23% will come.", 23, None),
        ("Fallen trees blocked 40% of it.", 40, None),
    ],
)
def test_a_fall_is_negative(text: str, value: Decimal, upper: Decimal | None) -> None:
    one = read(text)[0]
    assert (one.value, one.upper) == (value, upper)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Net income (194) in thousands.", -194),
        ("It was $(9.8) million then.", -9_800_000),
        ("Costs   (12)   34   (5)", -12),
        ("Most (56%) agreed.", 56),
        ("They are 8 (32%) in all.", 8),
    ],
)
def test_brackets_are_a_minus_where_they_stand_for_one(text: str, value: int) -> None:
    assert read(text)[0].value == value


def test_a_letter_may_be_a_scale_or_a_unit() -> None:
    assert [(one.value, one.unit) for one in read("1.2m hives, 500t, £5m and 3m euros")] == [
        *((None, "m"), (None, "t")),
        *((5_000_000, "£"), (3_000_000, "euros")),
    ]


def test_other_languages_are_read_in_digits() -> None:
    (german,) = read("Es waren 2,84 Millionen im Mai.", "de")
    assert (german.value, german.text) == (2_840_000, "2,84 Millionen")
    assert [one.period for one in read("Am 3. Mai 2021, im 3. Quartal 2019", "de")] == ["2021-05-03", "2019-35"]
    assert [one.value for one in read("zwei, two, hundert", "de")] == []
    assert [one.value for one in read("1.000", "de")] == [1000]
    assert [one.value for one in read("1.000, 4000", "xx")] == [None, 4000]  # nobody knows what the stop is
    assert [one.value for one in read("5万人", "zh")] == [50_000]
    assert [one.value for one in read("de – 4,6 %, — 4,6 %", "fr")] == [None, Decimal("4.6")]  # a minus or a pause
    assert [one.value for one in read("१२,३४,५६७ लोग", "hi")] == [1_234_567]


def test_a_part_of_a_number_is_found() -> None:
    assert cut("counted ", "1.2", "m hives") == "1.2m"
    assert cut("counted ", "1.2m", " hives") == ""
    assert cut("between 5 and ", "7", " percent") == "between 5 and 7 percent"
    assert places("3,137 and 1", "1") == [(10, 11)]
    assert places("1 and 1", "1") == [(0, 1), (6, 7)]
    assert places("one\nmillion trees", "one million") == [(0, 11)]
    assert places("five thou\u00adsand", "five thousand") == [(0, 14)]


def test_centuries_named_together_are_two() -> None:
    assert found("the 19th and the 20th century") == ["19th", "20th century"]
    assert found("the eighteenth and early nineteenth centuries") == ["eighteenth", "nineteenth centuries"]


@pytest.mark.parametrize(
    "text",
    [
        "both, once, twice, first, firstly, second, secondly, third",
        "bilateral and trilateral ties, unilateral, twofold, a couple, several, many",
        "World War II, Part I, chapter XIV",
        "a century, its decade, centuries-old, the new century",
        "the twenty-third president, the one hundred and first, the two hundredth",
        "in May and March, they may second it, on Sunday",
        "often, weight, stone, someone, canine, tenacious, détente",
        "zero-sum",
    ],
)
def test_finds_nothing_else(text: str) -> None:
    assert found(text) == []


def test_offsets_are_of_the_text_as_it_is() -> None:
    text = "café one: 12 boats, ﬁfty\r\nthou\u00adsand docks, 56 crews"
    assert [text[one.start : one.end] for one in read(text)] == ["12", "ﬁfty\r\nthou\u00adsand", "56"]
    assert found(text) == ["12", "fifty thousand", "56"]
