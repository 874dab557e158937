"""How the charts of the front page are shared out to its columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.charts import findings
from dashboard.sections.front import arrangement
from dashboard.state.store import Snapshot


@pytest.mark.parametrize(
    ("heights", "columns"),
    [
        ({"a": 300, "b": 320}, [["a"], ["b"]]),
        ({"a": 800, "b": 300, "c": 250}, [["a"], ["b", "c"]]),
        ({"a": 300, "b": 1000}, []),
        ({"a": 300}, []),
    ],
)
def test_charts_share_two_columns_that_end_together(heights: dict[str, int], columns: list[list[str]]) -> None:
    assert arrangement.columns(heights) == columns


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A collection counts as a very large one, which is looked into as little as can be."""
    monkeypatch.setattr(arrangement, "WHOLE", 5)
    monkeypatch.setattr(arrangement, "LARGE", 5)
    monkeypatch.setattr(arrangement, "FIRST", 3)


@pytest.mark.usefixtures("large")
def test_to_arrange_a_large_collection_makes_few_of_its_numbers(real: Snapshot) -> None:
    fresh = Snapshot(replace(real.register, releases={}))
    findings.findings(fresh.register)  # which looks into the charts whose numbers were held against something
    before = len(fresh.register.observations._made)
    assert before < len(fresh.register.observations)
    shown, later = arrangement.parted(fresh)
    assert (len(shown), len(later)) == (1, len(arrangement.ranked(fresh)) - 1)
    assert arrangement.context(fresh)
    assert len(fresh.register.observations._made) == before


@pytest.mark.usefixtures("large")
def test_charts_of_a_large_collection_are_ranked_by_counts(real: Snapshot) -> None:
    fresh = Snapshot(replace(real.register, releases={}))
    ranked = {key.partition("/")[2] for keys in arrangement.ranked(fresh).values() for key in keys}
    stated = {one.indicator.chart.id for one in fresh.register.observations if one.source.is_document}
    assert ranked == stated
    assert {*arrangement.context(fresh)} == {one.indicator.chart.id for one in fresh.register.observations} - stated
    first = next(iter(arrangement.ranked(fresh).values()))[0].partition("/")[2]
    assert first == findings.findings(fresh.register)[0].chart
    assert arrangement.alone(fresh) == []
