"""How the charts of the front page are shared out to its columns."""

from __future__ import annotations

import pytest

from dashboard.sections.front import arrangement


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
