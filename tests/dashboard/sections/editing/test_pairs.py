"""What cannot both be true: the pairs that are left, their form, and the row that it makes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.sections.editing import pairs
from dashboard.web.document import html_text
from tests import collection, edits
from validation.editing.desk import Refused
from validation.model.register import Register, load


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """The bees, of whose contradictions nobody has said anything."""
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "conflicts") as rows:
        rows.clear()
    with edits.rows_of(datasets, "errata") as rows:
        rows.clear()
    return load(datasets, seeds)


def given(register: Register, **others: str) -> dict[str, str]:
    left, right = pairs.unlisted(register)[0]
    return {"left_id": left, "right_id": right, "verdict": "conflict", "explanation": "One counts  more.", **others}


def test_the_first_pair_is_shown_with_both_accounts(register: Register) -> None:
    left, right = pairs.unlisted(register)[0]
    shown = html_text(pairs.layout(register, ()))
    assert f'name="left_id" value="{left}"' in shown or f'value="{left}"' in shown
    for name in (left, right):
        number = register.numbers.get(name)
        assert number is None or number.source.short_name in shown
    assert f"{len(pairs.unlisted(register))} to be registered" in shown


def test_a_row_is_made_of_what_is_said(register: Register) -> None:
    made = pairs.change(register, given(register))
    values = made.added[0].values
    assert (values["verdict"], values["explanation"]) == ("conflict", "One counts more.")
    assert pairs.words(made).endswith(": contradict")


@pytest.mark.parametrize("others", [{"explanation": " "}, {"left_id": "no-such"}])
def test_what_says_not_enough_is_refused(register: Register, others: dict[str, str]) -> None:
    with pytest.raises(Refused):
        pairs.change(register, given(register, **others))


def test_where_nothing_is_left_it_says_so(bees: Callable[..., object], request: pytest.FixtureRequest) -> None:
    shown = html_text(pairs.layout(request.getfixturevalue("bees").register, ()))
    assert "All that contradicts is registered." in shown
