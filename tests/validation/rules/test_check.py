"""Checks of documents' numbers against references: what each verdict needs, shown by edits of a small collection."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import collection
from tests.edits import findings, rows_of, set_cell
from tests.long import one_in

REFERENCES = [
    # id, indicator, value, unit, qualifier, period
    ("census-hives", "hives", "4600", "hives", "exact", "2021"),
    ("census-hives-2020", "hives", "3000", "hives", "exact", "2020"),
    ("office-honey", "honey", "60", "t", "exact", "2021"),
    ("office-honey-same", "honey", "96", "t", "exact", "2021"),
    ("office-losses", "losses", "20", "percent", "exact", "2021"),
]


@pytest.fixture
def checked(tmp_path: Path) -> tuple[Path, Path]:
    """The small collection with a reference, and a not-found check for every number of its documents."""
    datasets, seeds = collection.write(tmp_path)
    with rows_of(datasets, "sources") as rows:
        office = dict.fromkeys(rows[0], "") | {"source_id": "office", "kind": "reference", "title": "Statistics"}
        office |= {"short_name": "Office"}
        rows.append(office | {"url": "https://office.example/bees", "accessed": "2024-05-31", "language": "en"})
    with rows_of(datasets, "observations") as rows:
        stated = [row["observation_id"] for row in rows]
        rows += [_reference(dict.fromkeys(rows[0], ""), *reference) for reference in REFERENCES]
        rows.sort(key=lambda row: row["observation_id"])
    with rows_of(datasets, "conflicts") as rows:
        ids = [
            ("honey-report", "office-honey"),
            ("office-honey", "office-honey-same"),
            ("losses-report", "office-losses"),
        ]
        ids += [("census-hives", "hives-report"), ("losses-letter", "office-losses")]
        rows += [_conflict(f"z-{n}", left, right) for n, (left, right) in enumerate(ids)]
    write_checks(datasets, {name: ("", "not-found") for name in stated})
    return datasets, seeds


def _reference(row: dict, name: str, indicator: str, value: str, unit: str, qualifier: str, period: str) -> dict:
    what = {"observation_id": name, "indicator_id": indicator, "area_id": "ash-valley", "source_id": "office"}
    said = {"value": value, "unit_id": unit, "qualifier": qualifier, "status": "A", "locator": "Table 1"}
    return row | what | said | {"period": period, "period_basis": "stated"}


def _conflict(name: str, left: str, right: str) -> dict:
    return {
        "conflict_id": name,
        "left_id": left,
        "right_id": right,
        "verdict": "conflict",
        "explanation": "They differ.",
    }


def write_checks(datasets: Path, verdicts: dict[str, tuple[str, str]]) -> None:
    columns = ("observation_id", "reference_id", "verdict", "explanation")
    rows = [
        dict(zip(columns, (name, reference, verdict, "As its table says."), strict=True))
        for name, (reference, verdict) in sorted(verdicts.items())
    ]
    collection.write_table(datasets / "checks.csv", columns, rows)


def test_a_number_not_found_anywhere_is_a_verdict_too(checked):
    assert findings(*checked) == []


def test_a_number_without_check_is_found(checked):
    with rows_of(checked[0], "checks") as rows:
        del rows[3]
    assert [finding.rule for finding in findings(*checked)] == ["check/missing"]


def test_a_collection_without_checks_needs_none(tmp_path):
    assert findings(*collection.write(tmp_path)) == []


# observation, reference, verdict, what refutes it ("" = nothing)
VERDICTS = [
    ("hives-letter", "census-hives", "matched", ""),
    ("hives-letter", "census-hives-2020", "matched", "not of one time"),
    ("hives-letter", "census-hives-2020", "other-period", ""),
    ("hives-letter", "census-hives", "other-period", "periods don't differ"),
    ("hives-letter", "office-honey", "matched", "not of one indicator"),
    ("hives-letter", "office-honey", "other-scope", ""),
    ("hives-letter", "census-hives", "other-scope", "of one indicator and area"),
    ("hives-letter", "census-hives", "disputed", ""),
    ("hives-report", "census-hives", "disputed", ""),
    ("hives-report", "census-hives", "matched", "no number is within both"),
    ("honey-report", "office-honey", "disputed", ""),
    ("honey-report", "office-honey-same", "matched", ""),
    ("honey-report", "office-honey-same", "disputed", "both are exact"),
    ("honey-letter", "office-honey", "disputed", ""),
    ("losses-report", "office-losses", "disputed", ""),
    ("markets-report", "office-losses", "disputed", ""),
]


@pytest.mark.parametrize(("stated", "reference", "verdict", "refuted"), one_in(4, VERDICTS))
def test_a_verdict_that_the_intervals_refute_is_found(checked, stated, reference, verdict, refuted):
    with rows_of(checked[0], "checks") as rows:
        row = next(row for row in rows if row["observation_id"] == stated)
        row |= {"reference_id": reference, "verdict": verdict}
    found = [finding for finding in findings(*checked) if finding.rule == "check/verdict"]
    assert len(found) == bool(refuted), found
    assert all(refuted in finding.message for finding in found)


@pytest.mark.parametrize(
    ("edit", "rule"),
    [
        ({"reference_id": "census-hives"}, "check/reference"),
        ({"verdict": "matched"}, "check/reference"),
        ({"reference_id": "honey-report", "verdict": "other-scope"}, "check/sides"),
        ({"reference_id": "no-such", "verdict": "other-scope"}, "key/link"),
    ],
)
def test_each_side_of_a_check_is_what_it_must_be(checked, edit, rule):
    with rows_of(checked[0], "checks") as rows:
        row = next(row for row in rows if row["observation_id"] == "hives-letter")
        row |= edit
    assert rule in {finding.rule for finding in findings(*checked)}


def test_a_verdict_is_refuted_with_the_values(checked):
    _check(checked[0], "hives-report", "census-hives", "matched")
    (found,) = [finding for finding in findings(*checked) if finding.rule == "check/verdict"]
    assert found.message.endswith('within both: "almost 4,000 hives" (4000 hives) against 4,600 hives (4600 hives)')


def _check(datasets: Path, stated: str, reference: str, verdict: str) -> None:
    with rows_of(datasets, "checks") as rows:
        row = next(row for row in rows if row["observation_id"] == stated)
        row |= {"reference_id": reference, "verdict": verdict}


def test_a_value_that_is_not_what_is_printed_is_not_judged(checked):
    _check(checked[0], "honey-report", "office-honey-same", "matched")
    set_cell(checked[0], "observations", "honey-report", "value", "69")
    assert [finding.rule for finding in findings(*checked)] == ["printed/value"]


def test_a_row_that_is_gone_is_no_side(checked):
    with rows_of(checked[0], "observations") as rows:
        rows.remove(next(row for row in rows if row["observation_id"] == "losses-report"))
    with rows_of(checked[0], "conflicts") as rows:
        rows[:] = [row for row in rows if "losses-report" not in row.values()]
    found = [(finding.file, finding.rule) for finding in findings(*checked)]
    assert found == [("checks.csv", "key/link"), ("sources.csv", "coverage/unaccounted")]


def test_not_found_stands_alone(checked):
    with rows_of(checked[0], "checks") as rows:
        at = next(at for at, row in enumerate(rows) if row["observation_id"] == "hives-letter")
        rows.insert(at + 1, rows[at] | {"reference_id": "census-hives", "verdict": "matched"})
    assert "check/reference" in {finding.rule for finding in findings(*checked)}


def test_two_of_one_indicator_are_of_another_scope_where_conflicts_say_so(checked):
    _check(checked[0], "honey-report", "office-honey-same", "other-scope")
    assert [finding.rule for finding in findings(*checked)] == ["check/verdict"]
    with rows_of(checked[0], "conflicts") as rows:
        apart = _conflict("y", "office-honey-same", "honey-report") | {"verdict": "scope"}
        rows.insert(-5, apart)
    assert findings(*checked) == []
