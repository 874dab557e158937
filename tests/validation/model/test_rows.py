"""What the columns say of a number, stated or calculated."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from tests import edits, registers
from validation.files.exports import NUMBERS, RESULTS
from validation.language import periods
from validation.model.register import Register, load
from validation.model.rows import COLUMNS, Cell


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """The bees with a calculated number."""
    return load(*registers.write(tmp_path_factory.mktemp("bees")))


@pytest.fixture(scope="module")
def shipped(root: Path) -> Register:
    return load(root / "datasets", None)


def cells(register: Register, name: str) -> dict[str, Cell]:
    return {column: cell(register.numbers[name], register) for column, cell in COLUMNS.items()}


def test_each_column_is_described_and_in_the_same_order() -> None:
    assert tuple(COLUMNS) == NUMBERS.columns
    assert {*RESULTS.columns} - {"derivation_id"} <= COLUMNS.keys()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "hives-report",
            {
                "origin": "stated",
                "formula": "",
                "indicator": "Hives before winter",
                "topic": "Colonies",
                "area": "Ash Valley",
                "period": periods.read("2021"),
                "period_start": "2021-01-01",
                "period_end": "2021-12-31",
                "printed": "4,000 hives",
                "said": "almost 4,000 hives",
                "value": 4000,
                "exact_value": "4000",
                "qualifier": "nearly",
                "low": None,
                "low_open": None,
                "high": 4000,
                "high_open": True,
                "bounds_from": "words",
                "rounding_from": "zeros",
                "erratum": False,
                "source": "The Honey Year",
                "published": periods.read("2022"),
                "evidence": "intact",
            },
        ),
        ("jar-price-report", {"value": 8, "upper_value": 11, "low": 8, "high": 11, "bounds_from": "range"}),
        (
            "honey-report",
            {"low": None, "high": None, "upper_value": None, "bounds_from": "none", "rounded_low": Decimal("95.5")},
        ),
        ("hives-letter", {"low": None, "high": None, "bounds_from": "none", "approximate": True}),
        ("markets-report", {"period": None, "period_start": "", "period_basis": "unstated"}),
        (
            "honey-before",
            {
                "origin": "calculated",
                "formula": "[honey-report] / (1 + [honey-growth-report] / 100)",
                "printed": "",
                "said": "85.3 t",
                "value": Decimal("85.3"),
                "exact_value": "256/3",
                "rounding_from": "calculated",
                "period_basis": "calculated",
                "start": None,
                "source_id": "honey-year",
                "evidence": "calculated",
            },
        ),
    ],
)
def test_a_row_explains_itself(register: Register, name: str, told: Mapping[str, Cell]) -> None:
    found = cells(register, name)
    assert {column: found[column] for column in told} == told


def test_what_a_table_of_numbers_holds_stands_in_columns_of_the_same_name(register: Register) -> None:
    for row in register.cells("observations"):
        stated = cells(register, row["observation_id"])
        for name, cell in row.items():
            said = stated["number_id" if name == "observation_id" else name]
            written = said.edtf if isinstance(said, periods.Period) else f"{said:g}" if name == "value" else said or ""
            assert written == (cell or ""), name


def test_bounds_are_what_words_or_a_range_set(shipped: Register) -> None:
    for number in shipped.observations:
        row = cells(shipped, number.id)
        if row["qualifier"] in ("exact", "about") and row["upper_value"] is None:
            assert (row["low"], row["high"], row["bounds_from"]) == (None, None, "none"), number.id
        else:
            assert (row["low"], row["high"]) != (None, None), number.id


def test_a_third_is_kept_whole(shipped: Register) -> None:
    row = cells(shipped, "poll-expansion-2017-cooperation")
    assert (row["value"], row["exact_value"], row["rounding_from"]) == (Decimal("33.3333"), "100/3", "none")


def test_what_is_calculated_has_as_many_digits_as_it_is_worth(shipped: Register) -> None:
    row = cells(shipped, "trade-value-before")
    assert (row["value"], row["exact_value"]) == (51_770_000_000, "73150000000000/1413")
    low, high = (Decimal(str(row[end])) for end in ("rounded_low", "rounded_high"))
    assert low < Decimal(73_150_000_000_000) / 1413 < high
    assert max(len(str(end).rstrip("0")) for end in (low, high)) <= 6


def test_verdicts_stand_beside_the_number(shipped: Register) -> None:
    row = cells(shipped, "trade-value-2023-vladivostok")
    assert row["verdict"] == "matched"
    assert "matched:trade-value-2023-01-04" in str(row["checks"]).split()
    assert cells(shipped, "arctic-military-sites-vladivostok")["checks"] == "not-found"


def test_our_words_have_plain_spaces(shipped: Register) -> None:
    """In columns for programs; what is quoted is as it is printed."""
    ours = [name for name in COLUMNS if name not in ("quote", "printed")]
    for number in shipped.numbers.values():
        row = cells(shipped, number.id)
        assert [name for name in ours if "\N{NO-BREAK SPACE}" in str(row[name])] == []


def test_a_value_agrees_with_the_number_itself(shipped: Register) -> None:
    """Of all that is calculated: a bound where a word sets one, and no more digits off than are left out."""
    for name in shipped.derived:
        row = cells(shipped, name)
        exact = Fraction(str(row["exact_value"]))
        assert abs(Fraction(str(row["value"])) - exact) <= abs(exact) / 100, name


def test_a_sum_is_told_to_the_last_digit_and_by_its_bound(shipped: Register) -> None:
    total = cells(shipped, "trade-china-reported-1992")
    assert (total["value"], total["said"]) == (5_848_821_000, "$5,848,821,000")
    shares = cells(shipped, "poll-sum-2017-vladivostok")
    assert (shares["value"], shares["qualifier"], shares["low"], shares["said"]) == (100, "over", 100, "over 100%")


def test_a_year_to_date_has_no_last_day(shipped: Register) -> None:
    row = cells(shipped, "trade-value-2023-vladivostok")
    assert (row["period_basis"], row["period_start"], row["period_end"]) == ("to-date", "2023-01-01", "")


@pytest.fixture
def licensed(tmp_path: Path) -> Register:
    """The bees with terms of their sources, an error in one number, and a number calculated from both sources."""
    datasets, seeds = registers.write(tmp_path)
    with edits.rows_of(datasets, "sources") as rows:
        for row, license in zip(rows, ("CC BY", "public domain"), strict=True):
            row |= {"license": license, "url": "https://bees.example/1", "publisher": "Bee Press", "author": "Ann Lee"}
            row["author_kind"] = "person"
    with edits.rows_of(datasets, "areas") as rows:
        rows[0]["iso_3166"] = "AT"
    with edits.rows_of(datasets, "observations") as rows:
        named = next(row for row in rows if row["observation_id"] == "honey-report")
        named |= {"attribution": "the Bee Office", "note": "Read twice.", "period_note": "The year of the harvest."}
    with edits.rows_of(datasets, "errata") as rows:
        rows.append({"target_id": "honey-report", "stated": "96", "correct": "69", "reason": "Turned round."})
    with edits.rows_of(datasets, "derivations") as rows:
        rows.append(rows[0] | {"derivation_id": "hives-all", "indicator_id": "hives", "unit_id": "hives"})
        rows[-1]["formula"] = "[hives-letter] + [hives-report]"
    return load(datasets, seeds)


def test_terms_and_errors_of_the_parts_are_those_of_the_whole(licensed: Register) -> None:
    assert cells(licensed, "honey-before")["erratum"] is True
    assert cells(licensed, "hives-all")["erratum"] is False
    assert cells(licensed, "honey-before")["license"] == licensed.sources["honey-year"].license
    assert set(str(cells(licensed, "hives-all")["license"]).split("; ")) == {"CC BY", "public domain"}


def test_what_the_other_tables_say_stands_in_the_row(licensed: Register) -> None:
    row, number = cells(licensed, "honey-report"), licensed.numbers["honey-report"]
    source, indicator = number.source, number.indicator
    assert {name: row[name] for name in ("attribution", "note", "period_note", "iso_3166")} == {
        "attribution": "the Bee Office",
        "note": "Read twice.",
        "period_note": "The year of the harvest.",
        "iso_3166": "AT",
    }
    told = (row["definition"], row["chart_id"], row["measure"], row["unit"], row["symbol"])
    assert told == (indicator.definition, indicator.chart.id, indicator.measure, number.unit.name, number.unit.symbol)
    told = tuple(
        row[name] for name in ("source_short_name", "source_kind", "author_kind", "url", "publisher", "sha256")
    )
    assert told == (source.short_name, "document", "person", "https://bees.example/1", "Bee Press", source.sha256)
    growth = cells(licensed, "honey-growth-report")
    assert growth["change_of"] == licensed.indicators["honey-growth"].change_of
    assert all((*told, row["definition"], growth["change_of"]))


def test_the_gravest_verdict_on_accounts_stands_in_the_row(shipped: Register) -> None:
    assert cells(shipped, "land-ceded-1858-aigun")["accounts"] == "conflict"
    assert cells(shipped, "arctic-coastline-vladivostok")["accounts"] == ""
