"""Names for what the register lacks."""

from __future__ import annotations

import pytest

from tests.validation.model.drafting.scenery import scene
from validation.model.drafting import naming


@pytest.mark.parametrize(
    ("text", "numeral", "printed", "noun", "name"),
    [
        ("Over 4,000 hives stood there.", "4,000", "4,000", "hives", "Hives"),
        ("They sent four engineer combat brigades to it.", "four", "four", "brigades", "Engineer combat brigades"),
        ("They took 96 tonnes of honey in 2023.", "96", "96 tonnes", "things", "Honey"),
        ("Losses stayed below 9%, and all was well.", "9%", "9%", "things", "Losses"),
        ("It did well, and a jar fetched €8 there.", "€8", "€8", "there", "Jar fetched"),
        ("Two thirds of the keepers treat.", "Two thirds", "Two thirds", "things", "Keepers treat"),
        ("Honey grew, up 12.5%.", "12.5%", "12.5%", "things", "Honey grew up"),
    ],
)
def test_things_are_named_in_the_words_beside(text: str, numeral: str, printed: str, noun: str, name: str) -> None:
    here = scene(text, numeral)
    end = here.body.index(printed, here.numeral.start) + len(printed)
    assert naming.noun(here, end) == noun
    assert naming.measured(here, end) == name


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In 2023 keepers in the Ash Valley had 12 hives.", "Ash Valley"),
        ("They had 12 hives in Elm Wood Park.", "Elm Wood Park"),
        ("In March some 12 hives were lost.\n\nAll stood in Elmwood.", "Elmwood"),
        ("They had 12 hives.", ""),
    ],
)
def test_a_place_is_one_that_is_named(text: str, place: str) -> None:
    assert naming.place(scene(text, "12")) == place
