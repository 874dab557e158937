"""The findings that the overview begins with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.charts import choice, findings
from tests import collection, edits
from validation import vocabulary as codes
from validation.model import verdicts
from validation.model.register import Register, load

CENSUS = {"source_id": "census", "kind": codes.REFERENCE, "title": "Bee census", "short_name": "Bee census"}
COUNTED = {
    "area_id": "ash-valley",
    "period": "2021",
    "period_basis": codes.STATED,
    "qualifier": codes.EXACT,
    "status": "A",
    "source_id": "census",
}
HIVES = COUNTED | {"observation_id": "hives-census", "indicator_id": "hives", "unit_id": "hives", "value": "4500"}
HONEY = COUNTED | {"observation_id": "honey-census", "indicator_id": "honey", "unit_id": "t", "value": "96"}

Checked = Callable[[dict[str, str]], Register]


@pytest.fixture
def checked(tmp_path: Path) -> Checked:
    """The bees with a census, and verdicts on their numbers beside it: `checked({"hives-report": "disputed"})`."""
    datasets, seeds = collection.write(tmp_path)

    def make(given: dict[str, str]) -> Register:
        for table, added in (("sources", [CENSUS]), ("observations", [HIVES, HONEY]), ("checks", [])):
            with edits.rows_of(datasets, table) as rows:
                rows += added
                if table == "checks":
                    rows += [_check(name, verdict) for name, verdict in given.items()]
        for chart in ("hives", "honey"):
            edits.set_cell(datasets, "charts", chart, "kind", codes.AS_STATED)
        return load(datasets, seeds)

    return make


def _check(name: str, verdict: str) -> dict[str, str]:
    reference = "" if verdict == codes.NOT_FOUND else f"{name.partition('-')[0]}-census"
    return {"observation_id": name, "reference_id": reference, "verdict": verdict, "explanation": "As it says."}


@pytest.fixture(scope="module")
def real(root: Path) -> Register:
    """The shipped collection."""
    return load(root / "datasets", None)


def test_an_outcome_has_one_finding_in_their_order_and_a_chart_gives_one(checked: Checked) -> None:
    register = checked({"honey-report": codes.MATCHED, "hives-report": codes.DISPUTED, "hives-letter": codes.DISPUTED})
    found = findings.findings(register)
    assert [(one.outcome, one.chart) for one in found] == [(codes.MATCHED, "honey"), (codes.DISPUTED, "hives")]
    assert findings.of_chart(register, "hives") == found[1]
    assert findings.of_chart(register, "losses") is None


def test_what_was_not_found_is_no_finding_nor_is_a_chart_that_compares_nothing(checked: Checked) -> None:
    assert findings.findings(checked({"hives-report": codes.NOT_FOUND, "losses-report": codes.MATCHED})) == []


def test_a_chart_comes_to_the_first_verdict_on_what_documents_state(checked: Checked) -> None:
    register = checked({"hives-report": codes.OTHER_PERIOD, "hives-letter": codes.MATCHED})
    drawing = choice.find(register, "chart/hives")
    assert drawing
    assert findings.outcome(register, drawing) == codes.MATCHED
    assert [one.outcome for one in findings.findings(register)] == [codes.MATCHED]
    assert findings.outcome(register, drawing.of(one for one in drawing.numbers if one.source.is_reference)) == ""


def test_of_how_many_numbers_a_verdict_holds_is_counted(checked: Checked) -> None:
    register = checked({"hives-report": codes.OTHER_PERIOD, "hives-letter": codes.MATCHED})
    drawing = choice.find(register, "chart/hives")
    assert drawing
    share, every = findings.shared(register, drawing)
    assert (share, every) == (1, sum(one.told_by.is_document and not one.is_calculated for one in drawing.numbers))
    assert every > share


def test_a_finding_shows_the_number_and_what_references_say_of_it(checked: Checked) -> None:
    (found,) = findings.findings(checked({"hives-report": codes.DISPUTED}))
    assert found.number.id == "hives-report"
    assert {"hives-report", "hives-census"} <= {one.id for one in found.numbers}


def test_every_finding_is_a_part_of_its_chart_about_a_number_that_comes_to_it(real: Register) -> None:
    found = findings.findings(real)
    assert [one.outcome for one in found] == [*findings.TOLD]
    assert len({one.chart for one in found}) == len(found)
    for one in found:
        whole = choice.find(real, f"chart/{one.chart}")
        assert whole
        assert findings.compares(real, whole)
        shown = [number for number in whole.numbers if number in one.numbers]
        assert list(one.numbers) == shown, "in the order of the chart"
        assert one.number in shown
        assert codes.outcome(verdicts.by_number(real)[one.number.id]).code == one.outcome
        levels = [number for number in shown if number.indicator.unit == one.number.indicator.unit]
        assert len([number for number in levels if not number.is_own]) <= findings.SHORT
        drawing = findings.drawing(real, one.chart)
        assert drawing
        assert (drawing.key, drawing.kind) == (f"finding/{one.chart}", whole.kind)


def test_in_brief_a_chart_keeps_what_documents_state(real: Register) -> None:
    for name in real.charts:
        whole, brief = choice.find(real, f"chart/{name}"), findings.brief(real, name)
        assert (whole is None) == (brief is None)
        if whole and brief:
            own = {number.id for number in whole.numbers if number.told_by.is_document}
            assert own <= {number.id for number in brief.numbers} <= {number.id for number in whole.numbers}
            assert brief.kind == whole.kind
        if whole and brief and brief.key != whole.key and brief.kind != codes.AS_ACCOUNTS:
            assert all(number.is_of_document for number in brief.numbers if number.is_own), (
                "not what references' come to"
            )
    assert findings.brief(real, "no-such") is None
    assert findings.drawing(real, "no-such") is None
