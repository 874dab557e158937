"""Names for what the register lacks."""

from __future__ import annotations

import pytest

from tests.validation.model.drafting.scenery import scene
from validation.model.drafting import naming
from validation.model.drafting.naming import Place


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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In 2023 keepers in the Ash Valley had 12 hives.", Place("Ash Valley")),
        ("They had 12 hives in Elm Wood Park.", Place("Elm Wood Park")),
        ("Keepers in Elm Wood’s had 12 hives.", Place("Elm Wood")),
        ("Sweden has 12 hives, Norway more.", Place("Sweden", "country", "SE")),
        ("In March the U.S. lost 12 hives.", Place("United States", "country", "US")),
        ("Land\tHives\nSweden\t12\n", Place("Sweden", "country", "SE")),
        ("In March some 12 hives were lost.\n\nAll stood in Elmwood.", None),
    ],
)
def test_a_place_is_one_that_is_named(text: str, place: Place | None) -> None:
    assert naming.place(scene(text, "12")) == place


def test_a_place_may_be_the_one_that_the_article_names_most() -> None:
    assert naming.commonest_place(scene("Some 12 hives were lost.\n\nAll stood in Elmwood.", "12")) == Place("Elmwood")
    assert naming.commonest_place(scene("They had 12 hives.", "12")) is None
