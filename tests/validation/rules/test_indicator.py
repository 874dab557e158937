"""Changes and the levels that change."""

from __future__ import annotations

import pytest

from tests.validation.rules.asking import change, said
from validation.rules.indicator import changes_have_a_level


@pytest.mark.parametrize(
    ("indicator", "cells", "messages"),
    [
        ("honey-growth", {}, []),
        ("hives", {"change_of": "honey"}, ["change_of must be empty unless measure is change"]),
        ("honey-growth", {"change_of": "honey-growth"}, ["change_of must name a level, not another change"]),
    ],
)
def test_a_change_names_a_level(bees, indicator, cells, messages):
    change(bees, "indicators", indicator, **cells)
    assert said(changes_have_a_level, bees) == messages
