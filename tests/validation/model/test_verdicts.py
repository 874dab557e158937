"""What several verdicts on one number come to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.files.schemas import CHECK_VERDICTS
from validation.model.verdicts import WORST_FIRST, overall


def test_every_verdict_has_a_place_in_the_order() -> None:
    assert sorted(WORST_FIRST) == sorted(CHECK_VERDICTS)


@pytest.mark.parametrize("verdict", CHECK_VERDICTS)
def test_one_verdict_stands(verdict: str) -> None:
    assert overall([verdict]) == overall([verdict, verdict]) == verdict


@pytest.mark.parametrize(
    ("verdicts", "comes_to"),
    [
        ("", ""),
        ("contradicted corroborated", "contested"),
        ("contradicted corroborated other-scope", "contested"),
        ("contradicted contested", "contradicted"),
        ("contradicted other-period", "contradicted"),
        ("contested corroborated", "contested"),
        ("corroborated other-scope other-period", "corroborated"),
        ("other-scope other-period", "other-period"),
        ("other-scope not-found", "other-scope"),
    ],
)
def test_several_come_to_one(verdicts: str, comes_to: str) -> None:
    assert overall(verdicts.split()) == comes_to


@given(st.lists(st.sampled_from(CHECK_VERDICTS)))
def test_the_order_of_the_rows_does_not_matter(verdicts: list[str]) -> None:
    assert overall(verdicts) == overall(reversed(verdicts)) == overall([*verdicts, *verdicts])


def test_an_unknown_verdict_is_an_error() -> None:
    with pytest.raises(ValueError, match="not refuted"):
        overall(["corroborated", "refuted"])
