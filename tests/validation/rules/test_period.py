"""Periods and their basis; years that a document states."""

from __future__ import annotations

import pytest

from tests.edits import findings
from tests.validation.rules.asking import change, said
from validation.rules.period import periods_have_a_basis, stated_years_are_printed


@pytest.mark.parametrize(
    ("period", "basis", "note", "missed"),
    [
        ("2021", "stated", "", ""),
        ("", "unstated", "", ""),
        ("2021", "to-date", "Until May.", ""),
        ("2021", "unstated", "", "period must be empty where period_basis is unstated"),
        ("", "stated", "", "period must be there unless period_basis is unstated"),
        ("2021-05", "to-date", "Until May.", "period must be a year for a year to date"),
        ("2021", "inferred", "", "period_note must say what the period rests on"),
        ("2021", "to-date", "", "period_note must say what the period rests on"),
    ],
)
def test_a_period_has_what_its_basis_needs(bees, period, basis, note, missed):
    change(bees, "observations", "hives-letter", period=period, period_basis=basis, period_note=note)
    assert said(periods_have_a_basis, bees) == [missed] * bool(missed)


@pytest.mark.parametrize(
    ("period", "missing"),
    [
        ("2021", ""),
        ("1977/2021", ""),
        ("202X", ""),
        ("2012", "2012"),
        ("1976/2021", "1976"),
        ("2021-05~", ""),
        ("0096", ""),
        ("0044", "AD 44"),
        ("-0095", ""),
        ("-0043", "44 BC"),
    ],
)
def test_a_stated_year_stands_in_the_document(bees, period, missing):
    change(bees, "observations", "honey-report", period=period)
    must = "period must be one that report.txt states, and {} is nowhere in it"
    assert said(stated_years_are_printed, bees) == [must.format(missing)] * bool(missing)


def test_the_end_of_a_span_of_years_is_one_that_is_printed(bees):
    path = bees[1] / "report.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("in 1888", "in 1888-93"), encoding="utf-8")
    change(bees, "observations", "honey-report", period="1893")
    assert said(stated_years_are_printed, bees) == []


def test_without_the_document_no_year_is_missed(bees):
    change(bees, "observations", "honey-report", period="2012")
    assert "period/stated" not in {one.rule for one in findings(bees[0])}
