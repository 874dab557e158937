from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.language.printed import read
from validation.quantities.amounts import Amount, Undefined, plain, stated, words
from validation.quantities.expressions import Number, Operation, Reference, Tree, render
from validation.quantities.formulas import evaluate, parse, references
from validation.quantities.units import Unit, UnknownUnit, WrongDimension

TABLE = {
    row.unit_id: row
    for row in (
        Unit("usd", "US dollars", "$", (), ""),
        Unit("percent", "percent", "%", (), "percent"),
        Unit("persons", "people", "", (), ""),
        Unit("teams", "teams", "", (), ""),
        Unit("persons-per-team", "people per team", "", (), "persons / teams"),
        Unit("km", "kilometers", "km", (), "kilometer"),
        Unit("km2", "square kilometers", "km²", (), "kilometer ** 2"),
        Unit("mi2", "square miles", "sq mi", (), "mile ** 2"),
        Unit("celsius", "degrees Celsius", "°C", (), "degC"),
        Unit("fahrenheit", "degrees Fahrenheit", "°F", (), "degF"),
        Unit("odd", "odd", "", (), "meter **"),
    )
}

# What the formulas here refer to: the number as printed, its qualifier, its unit.
STATED = {
    "sales": ("$73.15 billion", "exact", "usd"),
    "growth": ("41.3%", "exact", "percent"),
    "agree": ("30%", "over", "percent"),
    "object": ("50%", "exact", "percent"),
    "crowd": ("20,000", "about", "persons"),
    "players": ("four", "exact", "teams"),
    "both": ("one million", "about", "km2"),
    "first": ("600,000", "over", "km2"),
    "field": ("20,000", "exact", "mi2"),
    "side": ("5.0", "exact", "km"),
    "ratio": ("2.0", "exact", "persons-per-team"),
    "warm": ("20", "exact", "celsius"),
    "warmer": ("80", "exact", "fahrenheit"),
    "odd": ("1", "exact", "odd"),
    "few": ("five", "under", "teams"),
}


def compute(formula: str, to: str):
    """The result of a formula over `STATED` in a unit."""
    named = {name: STATED[name] for name in references(formula)}
    amounts = {name: amount(printed, code, unit_id) for name, (printed, code, unit_id) in named.items()}
    units = {name: TABLE[unit_id] for name, (_, _, unit_id) in named.items()}
    return evaluate(parse(formula), amounts, units, TABLE[to], TABLE)


def amount(printed: str, code: str, unit_id: str) -> Amount:
    reading = read(printed)
    return stated(reading.value, code, reading, discrete=unit_id in ("persons", "teams"))


def said(found: Amount, unit: str) -> str:
    return f"{words(found, '{:,f}'.format)} {unit}".strip()


def shown(result) -> list[str]:
    """The steps as a reader sees them."""
    return [f"{step.expression} = {said(step.amount, step.unit)}" for step in result.steps]


@pytest.mark.parametrize(
    ("formula", "to", "steps"),
    [
        (
            "[sales] / (1 + [growth] / 100)",
            "usd",
            [
                "[sales] = 73,150,000,000 US dollars",
                "[growth] = 41.3 percent",
                "[growth] / 100 = 0.413",
                "1 + [growth] / 100 = 1.413",
                "[sales] / (1 + [growth] / 100) = 51,770,000,000 US dollars",
            ],
        ),
        (
            "[agree] + [object]",
            "percent",
            ["[agree] = over 30 percent", "[object] = 50 percent", "[agree] + [object] = over 75 percent"],
        ),
        (
            "[crowd] / [players]",
            "persons-per-team",
            [
                "[crowd] = about 20,000 people",
                "[players] = 4 teams",
                "[crowd] / [players] = about 5,000 people per team",
            ],
        ),
        (
            "[first] - [field]",
            "mi2",
            [
                "[first] = over 600,000 square kilometers",
                "[field] = 20,000 square miles",
                "[field] = 50,000 square kilometers",
                "[first] - [field] = over 535,200 square kilometers",
                "[first] - [field] = over 206,600 square miles",
            ],
        ),
        (
            "[field] / [first] * 100",
            "percent",
            [
                "[field] = 20,000 square miles",
                "[first] = over 600,000 square kilometers",
                "[field] / [first] = under 0.1080",
                "[field] / [first] * 100 = under 10.80 percent",
            ],
        ),
        ("[agree]", "percent", ["[agree] = over 30 percent"]),
        ("7", "percent", ["7 = 7 percent"]),
    ],
)
def test_a_formula_is_computed_step_by_step(formula, to, steps):
    result = compute(formula, to)
    assert shown(result) == steps
    assert result.steps[-1].amount == result.amount
    assert result.steps[-1].unit_id == to


def test_a_part_used_twice_is_one_step():
    assert [step.expression for step in compute("[agree] * [agree] + [agree]", "percent").steps] == [
        "[agree]",
        "[agree] * [agree]",
        "[agree] * [agree] + [agree]",
    ]


def test_a_unit_without_a_row_is_spelled_out():
    units = [(step.unit, step.unit_id) for step in compute("[sales] / [players] * [players]", "usd").steps]
    assert units == [("US dollars", "usd"), ("teams", "teams"), ("usd / teams", ""), ("US dollars", "usd")]


def test_percent_is_a_plain_number():
    assert compute("[growth] / 100 * [sales]", "usd").amount.value == Decimal("30210950000")
    assert compute("[growth]", "percent").amount.value == Decimal("41.3")


def test_a_ratio_of_like_things_is_a_plain_number():
    assert round(compute("[field] / [first]", "percent").amount.value, 6) == Decimal("0.086333")
    assert compute("1 + [field] / [field]", "percent").amount.value == 2


def test_an_area_is_a_product_of_lengths():
    assert compute("[side] * [side]", "km2").amount.value == 25
    assert compute("[ratio] * [players]", "persons").amount.value == 8


@pytest.mark.parametrize(
    ("formula", "to", "message"),
    [
        ("[first] + [crowd]", "km2", r"persons \(\[persons\]\) can't be turned into kilometer \*\* 2"),
        ("1 + [side]", "km", "kilometer .* can't be turned into a plain number"),
        ("[side] * [side]", "km", r"kilometer \*\* 2 .* can't be turned into kilometer"),
        ("[crowd] / [players]", "persons", r"persons / teams .* can't be turned into persons"),
        ("[sales]", "percent", "can't be turned into a plain number"),
        ("[warm] + [warmer]", "celsius", "different zeros"),
        ("[warm] * [side] + [warmer] * [side]", "celsius", "can't be turned"),
    ],
)
def test_units_that_do_not_fit_are_refused(formula, to, message):
    with pytest.raises(WrongDimension, match=message):
        compute(formula, to)


def test_an_unreadable_unit_is_refused():
    with pytest.raises(UnknownUnit, match="is no unit"):
        compute("[odd] + 1", "percent")


@pytest.mark.parametrize("formula", ["[crowd] / 0", "[crowd] / ([players] - [players])", "[crowd] / [few]"])
def test_what_has_no_result_is_refused(formula):
    with pytest.raises(Undefined, match="may be zero"):
        compute(formula, "persons-per-team")


def test_base_units_of_an_expression_are_found_without_a_table():
    amounts = {"crowd": plain(Decimal(12)), "players": plain(Decimal(4))}
    units = {"crowd": TABLE["persons"], "players": TABLE["teams"]}
    result = evaluate(parse("[crowd] / [players]"), amounts, units, TABLE["persons-per-team"])
    assert result.amount.value == 3


VALUES = {"a": Decimal(2), "b": Decimal("3.5"), "c": Decimal(-7)}

leaves = st.one_of(st.integers(1, 99).map(Decimal).map(Number), st.sampled_from(sorted(VALUES)).map(Reference))
trees = st.recursive(leaves, lambda inner: st.builds(Operation, st.sampled_from("+-*"), inner, inner), max_leaves=6)


def arithmetic(tree: Tree) -> Decimal:
    """What plain numbers come to."""
    match tree:
        case Number(value):
            return value
        case Reference(target):
            return VALUES[target]
        case Operation(symbol, left, right):
            one, other = arithmetic(left), arithmetic(right)
            return {"+": one + other, "-": one - other, "*": one * other}[symbol]


@given(trees)
def test_plain_numbers_come_to_what_arithmetic_makes_of_them(tree):
    amounts = {name: plain(value) for name, value in VALUES.items()}
    result = evaluate(tree, amounts, dict.fromkeys(VALUES, TABLE["percent"]), TABLE["percent"])
    assert result.amount == plain(arithmetic(tree))
    assert result.steps[-1].expression == render(tree)
