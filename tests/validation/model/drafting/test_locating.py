"""Where numbers are: areas of the register by use and by name, and places that a document names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.validation.model.drafting.scenery import scene
from validation.model.drafting import locating
from validation.model.drafting.locating import Place
from validation.model.register import Register


def test_areas_of_the_indicator_go_before_those_that_are_named(bees: Register) -> None:
    here = scene("Hives stood in the Ash Valley: 90 in all.", "90")
    assert [area.id for area in locating.areas_of(bees, here, bees.indicators["hives"])] == ["ash-valley"]
    assert [area.id for area in locating.areas_of(bees, here, None)] == ["ash-valley"]
    assert locating.areas_of(bees, scene("They were 90 in all.", "90"), None) == []
    nameless = locating.areas_of(bees, scene("They were 90 in all.", "90"), bees.indicators["hives"])
    assert [area.id for area in nameless] == ["ash-valley"]


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
    assert locating.place(scene(text, "12")) == place


def test_a_place_may_be_the_one_that_the_article_names_most() -> None:
    assert locating.commonest_place(scene("Some 12 hives were lost.\n\nAll stood in Elmwood.", "12")) == Place(
        "Elmwood"
    )
    assert locating.commonest_place(scene("They had 12 hives.", "12")) is None


def test_a_country_goes_first_where_what_is_measured_is_told_by_country(bees: Register) -> None:
    """The bees' areas are a valley and its parts; an indicator that nobody has used yet is open to any country."""
    here = scene("In Sweden they kept 12 hives.", "12")
    found = locating.located(bees, here, None, None, None)
    assert found[0] == Place("Sweden", "country", "SE")
    used = locating.located(bees, here, bees.indicators["hives"], None, None)
    assert [one.name for one in used] == ["Ash Valley", "Sweden"], "it has been told of no country"


def test_a_number_is_where_the_one_before_it_was_unless_its_sentence_says_else(bees: Register) -> None:
    before = replace(bees.observations["honey-report"], area=bees.areas["ash-valley"])
    here = scene("They kept 12 hives.", "12")
    assert locating.located(bees, here, None, before, before)[0] == bees.areas["ash-valley"]
    assert locating.located(bees, here, None, None, before) == [bees.areas["ash-valley"]]
