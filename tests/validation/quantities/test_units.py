import shutil
import subprocess
import sys
from decimal import Decimal, localcontext

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.quantities import units
from validation.quantities.units import Unit, UnknownUnit, WrongDimension, convert, dimension, same_dimension


def unit(unit_id, pint=""):
    return Unit(unit_id, unit_id, "", (), pint)


TABLE = {
    row.unit_id: row
    for row in (
        unit("km", "kilometer"),
        unit("km2", "kilometer ** 2"),
        unit("mi2", "mile ** 2"),
        unit("percent", "percent"),
        unit("share", "dimensionless"),
        unit("months", "month"),
        unit("years", "year"),
        unit("celsius", "degC"),
        unit("fahrenheit", "degF"),
        unit("boxes"),
        unit("hands"),
        unit("night-flights"),
        unit("boxes-per-km2", "boxes / kilometer ** 2"),
        unit("boxes-per-mi2", "boxes / mile ** 2"),
        unit("boxes-per-flight", "boxes / night-flights"),
    )
}


@pytest.mark.parametrize(
    ("value", "one", "other", "expected"),
    [
        ("1", "mi2", "km2", "2.589988110336"),
        ("20000", "mi2", "km2", "51799.76220672"),
        ("1", "km2", "mi2", "0.3861021585424458472628811394"),
        ("5", "months", "years", "0.4166666666666666666666666667"),
        ("50", "percent", "share", "0.5"),
        ("20", "celsius", "fahrenheit", "68"),
        ("2.589988110336", "boxes-per-mi2", "boxes-per-km2", "1"),
        ("41.30", "percent", "percent", "41.30"),
    ],
)
def test_numbers_convert_exactly(value, one, other, expected):
    assert str(convert(Decimal(value), TABLE[one], TABLE[other], TABLE)) == expected


def test_conversion_does_not_depend_on_the_precision_around_it():
    with localcontext(prec=5):
        found = convert(Decimal(20000), TABLE["mi2"], TABLE["km2"])
    assert found == Decimal("51799.76220672")


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_there_and_back_is_where_it_was(value):
    there = convert(value, TABLE["km2"], TABLE["mi2"])
    assert abs(convert(there, TABLE["mi2"], TABLE["km2"]) - value) <= Decimal("1e-14")


@pytest.mark.parametrize(
    ("unit_id", "expected"),
    [
        ("km2", "[length] ** 2"),
        ("percent", "dimensionless"),
        ("boxes", "[boxes]"),
        ("night-flights", "[night-flights]"),
        ("hands", "[hands]"),
        ("boxes-per-flight", "[boxes] / [night-flights]"),
    ],
)
def test_a_base_unit_is_a_dimension_of_its_own(unit_id, expected):
    assert dimension(TABLE[unit_id], TABLE) == expected


def test_a_base_unit_is_not_what_pint_means_by_its_id():
    assert not same_dimension(TABLE["hands"], TABLE["km"])
    assert same_dimension(unit("pint-hands", "hands"), TABLE["km"])
    assert dimension(unit("grip", "hands / boxes"), TABLE) == "[hands] / [boxes]"


def test_units_of_one_dimension_convert():
    assert same_dimension(TABLE["km2"], TABLE["mi2"])
    assert not same_dimension(TABLE["km2"], TABLE["km"])


def test_a_wrong_dimension_names_both_units():
    message = r"^boxes \(\[boxes\]\) can't be turned into kilometer \*\* 2 \(\[length\] \*\* 2\)$"
    with pytest.raises(WrongDimension, match=message):
        convert(Decimal(1), TABLE["boxes"], TABLE["km2"])


def test_a_number_past_all_size_does_not_convert():
    with pytest.raises(WrongDimension, match="can't be turned"):
        convert(Decimal("9e999999"), TABLE["mi2"], TABLE["km2"])


def test_units_with_different_zeros_have_no_factor():
    celsius, fahrenheit = (units.registered(TABLE[name]) for name in ("celsius", "fahrenheit"))
    with pytest.raises(WrongDimension, match="different zeros"):
        units.factor(celsius, fahrenheit)


@pytest.mark.parametrize(
    "expression",
    [
        *("box", "boxes / flights", "0 * meter", "meter **", "meter second)", "(meter", "meter ** second"),
        *("meter + second", "9**9**9**9", "__import__('os')", "meter; second", "[length]", "()", "a-b", "nan"),
    ],
)
def test_an_expression_that_can_not_be_read_is_refused(expression):
    with pytest.raises(UnknownUnit, match=r"is no unit|must be names"):
        dimension(unit("odd", expression), TABLE)


def test_a_unit_may_be_so_many_of_another():
    dollar, cent = unit("dollar"), unit("cent", "dollar / 100")
    known = {one.unit_id: one for one in (dollar, cent, unit("gross", "144 * box"), unit("box"))}
    assert convert(Decimal(45), cent, dollar, known) == Decimal("0.45")
    assert convert(Decimal(2), known["gross"], known["box"], known) == 288
    assert dimension(cent, known) == "[dollar]"
    assert units.spelled(units.registered(cent, known)) == "dollar / 100"


def test_a_message_shows_ids_as_they_are():
    with pytest.raises(UnknownUnit, match=r'^"night-flights / box" is no unit'):
        dimension(unit("odd", "night-flights / box"), TABLE)


def test_a_unit_without_a_symbol_stands_beside_a_number_by_its_name():
    assert Unit("km2", "square kilometers", "km²", (), "").sign == "km²"
    assert Unit("boxes", "boxes", "", (), "").sign == "boxes"


def test_pint_is_loaded_on_first_use():
    code = "import sys; from validation.quantities import units, amounts, formulas; assert 'pint' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


NAMES = ("square_mile", "kilometer ** 2", "percent", "degC", "US_ton", "acre_foot / day", "hectare")


def values(registry: pint.UnitRegistry) -> list[str]:
    one = [registry.Quantity(Decimal("1.5"), registry.parse_units(name)) for name in NAMES]
    return [f"{each.dimensionality} {each.to_base_units()}" for each in one]


@pytest.mark.parametrize("harm", ["", "empty", "cut", "forbidden"])
@pytest.mark.long
def test_units_are_the_same_from_the_cache_and_without_it(tmp_path, monkeypatch, harm):
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    wanted = values(pint.UnitRegistry(non_int_type=Decimal))
    make = units._registry.__wrapped__
    assert values(make()) == wanted
    kept = list(folder.rglob("*.pickle"))
    assert kept
    if harm == "forbidden":
        shutil.rmtree(folder)
        folder.write_text("a file where the folder would be")
    elif harm:
        for file in kept:
            file.write_bytes(b"" if harm == "empty" else file.read_bytes()[:-50])
    assert values(make()) == wanted
