"""The arithmetic of calculated numbers, step by step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard.sections import arithmetic, charts, related
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from tests import edits, registers
from tests.dashboard.pages.shown import text
from validation.model.register import load


def lines(data: Snapshot, name: str) -> list[arithmetic.Line]:
    return list(arithmetic.lines(data.register.derived[name], data.register.units))


def said(line: arithmetic.Line) -> tuple[str, str, str]:
    return text(html_text(list(line.parts))), line.comes_to, line.between


def test_each_step_is_a_sum_of_what_came_before(data: Snapshot) -> None:
    assert [said(line) for line in lines(data, "honey-before")] == [
        ("Honey yield", "96\N{NO-BREAK SPACE}t", "between 95.5\N{NO-BREAK SPACE}t and 96.5\N{NO-BREAK SPACE}t"),
        ("Growth of the honey yield", "12.5%", "between 12.45% and 12.55%"),
        ("12.5 ÷ 100", "0.125", "between 0.1245 and 0.1255"),
        ("1 + 0.125", "1.125", "between 1.1245 and 1.1255"),
        (
            "96 t ÷ 1.125",
            "85.3\N{NO-BREAK SPACE}t",
            "between 84.85\N{NO-BREAK SPACE}t and 85.82\N{NO-BREAK SPACE}t",
        ),
    ]


def test_a_sum_of_one_source_s_numbers_is_told_to_the_last_digit_at_each_step(tmp_path: Path) -> None:
    datasets, seeds = registers.write(tmp_path)
    with edits.rows_of(datasets, "derivations") as rows:
        for name, sign in (("more", "+"), ("less", "-")):
            formula = f"[honey-growth-report] {sign} [markets-report]"
            rows.append(rows[0] | {"derivation_id": name, "indicator_id": "losses", "unit_id": "percent"})
            rows[-1]["formula"] = formula
    data = Snapshot(load(datasets, seeds))
    assert [line.comes_to for line in lines(data, "more")] == ["12.5%", "45%", "57.5%"]
    assert data.register.derived["more"].words == "57.5%"
    assert [line.comes_to for line in lines(data, "less")] == ["12.5%", "45%", "−32%"]


def test_qualifiers_go_through_and_have_no_rounding_beside_them(data: Snapshot) -> None:
    *_, last = lines(data, "hives-both")
    assert said(last) == ("about 4,600 hives − nearly 4,000 hives", "over about 600\N{NO-BREAK SPACE}hives", "")


def test_no_bounds_follow_from_zeros_that_may_be_rounded(data: Snapshot) -> None:
    *_, last = data.register.derived["honey-before"].result.steps
    assert arithmetic.between(last.amount, "t") == "between 84.85\N{NO-BREAK SPACE}t and 85.82\N{NO-BREAK SPACE}t"
    assert arithmetic.between(replace(last.amount, assumed=True), "t") == ""


def test_a_formula_names_its_numbers_and_leads_to_them(data: Snapshot) -> None:
    html = html_text(arithmetic.working(data.register.derived["honey-before"], data.register.units))
    assert text(html).startswith("Honey yield ÷ (1 + Growth of the honey yield ÷ 100)")
    assert 'href="/observations/honey-growth-report"' in html


@pytest.mark.parametrize(("formula", "words"), [("2 * 3 - 1", ["2 × 3 − 1"]), ("1 / 4 + 2", ["1 ÷ 4 + 2"])])
def test_signs_are_set_as_in_print(formula: str, words: list[Any]) -> None:
    assert arithmetic.in_words(formula, {}) == words


def test_a_calculation_rests_on_another_as_on_any_number(tmp_path: Path) -> None:
    datasets, _ = registers.write(tmp_path)
    with edits.rows_of(datasets, "derivations") as rows:
        rows.append(registers.DERIVATION | {"derivation_id": "risen", "formula": "[honey-report] - [honey-before]"})
    register = load(datasets, None)
    risen = register.derived["risen"]
    html = html_text(arithmetic.working(risen, register.units))
    assert 'href="/observations/honey-before"' in html
    assert [line.comes_to for line in arithmetic.lines(risen, register.units)][1:] == [
        "85.3\N{NO-BREAK SPACE}t",
        "11\N{NO-BREAK SPACE}t",
    ]
    assert [one.id for one in related.used_by(register, ["honey-before"])] == ["risen"]
    assert charts.sources([risen]) == ["The Honey Year"]
