"""What of the register fits a number: the indicators by their words, the areas by use and by name."""

from __future__ import annotations

import pytest

from tests.validation.model.drafting.scenery import scene
from validation.model.drafting import fitting
from validation.model.register import Register


def test_indicators_of_the_unit_stand_in_the_order_of_what_fits(bees: Register) -> None:
    here = scene("The honey yield of each hive rose to 90 tonnes in a year.", "90")
    found = fitting.indicators_of(bees, here, bees.units["t"], change=False)
    assert found[0][0].id == "honey"
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert fitting.indicators_of(bees, here, None, change=False) == []


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Over 4,000 hives stood there.", "hives"),
        ("They sent 4,000 strong wild swarms to it.", "swarms"),
        ("It had 4,000 - down from more.", "things"),
        ("A fall by 4,000 relative to May.", "things"),
        ("Some 4,000 swarm each day.", "swarm"),
        ("There were 4,000.", "things"),
    ],
)
def test_what_is_counted_is_the_noun_behind(text: str, noun: str) -> None:
    here = scene(text, "4,000")
    assert fitting.noun(here, here.numeral.end) == noun
