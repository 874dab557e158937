"""Names for what the register lacks."""

from __future__ import annotations

import pytest

from tests.validation.model.drafting.scenery import scene
from validation.model.drafting import naming


@pytest.mark.parametrize(
    ("text", "numeral", "printed", "name"),
    [
        ("Over 4,000 hives stood there.", "4,000", "4,000", "Hives"),
        ("They sent four engineer combat brigades to it.", "four", "four", "Engineer combat brigades"),
        ("They took 96 tonnes of honey in 2023.", "96", "96 tonnes", "Honey"),
        ("Losses stayed below 9%, and all was well.", "9%", "9%", "Losses"),
        ("It did well, and a jar fetched €8 there.", "€8", "€8", "Jar fetched"),
        ("Two thirds of the keepers treat.", "Two thirds", "Two thirds", "Keepers treat"),
        ("Honey sales from the valley have reached 12 tonnes.", "12", "12 tonnes", "Honey sales"),
        ("Honey sales rose again in summer, which amounted to 12 tonnes.", "12", "12 tonnes", "Honey sales"),
        ("It was, of whom 12 have died.", "12", "12", ""),
        ("This represented an increase of 12.5% over it.", "12.5%", "12.5%", ""),
        ("Honey (kg)\nHeath\t12\t13\n", "12", "12", "Honey"),
        ("Sort\tYield\nClover\t12\n", "12", "12", "Clover"),
    ],
)
def test_things_are_named_in_the_words_beside(text: str, numeral: str, printed: str, name: str) -> None:
    here = scene(text, numeral)
    end = here.body.index(printed, here.numeral.start) + len(printed)
    assert naming.measured(here, end) == name
