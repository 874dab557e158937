"""Numerals as numbers: what is printed with them, in which unit, what they are worth, of when and by whom."""

from __future__ import annotations

import pytest

from tests.validation.model.drafting.scenery import scene
from validation.model.drafting import observing
from validation.model.register import Register


@pytest.mark.parametrize(
    ("text", "numeral", "printed", "value", "unit"),
    [
        ("Its meadows cover 5 square kilometres there.", "5", "5 square kilometres", "5", "km2"),
        ("Prices of 8 to 11 euros per jar held.", "8 to 11", "8 to 11 euros per jar", "8", "euros"),
        ("Honey yield rose 12.5% at once.", "12.5%", "12.5%", "12.5", "percent"),
        ("Two thirds treat against mites.", "Two thirds", "Two thirds", "66.6667", "percent"),
        ("About 4,600 wooden hives stood there.", "4,600", "4,600", "4600", "hives"),
        ("They took 4,600 boxes and three hives.", "4,600", "4,600", "4600", None),
        ("It cost €1.5 million to build.", "€1.5 million", "€1.5 million", "1500000", "euros"),
        ("Output fell 13 percent that year.", "13 percent", "13 percent", "-13", "percent"),
    ],
)
def test_a_number_is_read_with_its_unit(
    bees: Register, text: str, numeral: str, printed: str, value: str, unit: str | None
) -> None:
    said = observing.said(bees, scene(text, numeral))
    assert (said.printed, said.value) == (printed, value)
    assert (said.unit.unit_id if said.unit else None) == unit


@pytest.mark.parametrize(
    ("text", "numeral", "edtf", "basis"),
    [
        ("In 2021 they kept 12 hives.", "12", "2021", "stated"),
        ("Sales were 58 hives so far this year.", "58", "2022", "to-date"),
        ("Sales were 58 hives last year.", "58", "2021", "inferred"),
        ("They kept 12 hives.", "12", "", "unstated"),
        ("They kept 12 hives, and 9 so far this year.", "12", "", "unstated"),
    ],
)
def test_a_period_is_what_its_words_say(text: str, numeral: str, edtf: str, basis: str) -> None:
    time = observing.times(scene(text, numeral))[0]
    assert (time.edtf, time.basis) == (edtf, basis)
    assert bool(time.note) == (basis in ("to-date", "inferred"))


@pytest.mark.parametrize(
    ("text", "numeral", "named", "status"),
    [
        ("According to the Valley Board, 12 hives were lost.", "12", "Valley Board", "A"),
        ("The Valley Board said 12 hives were lost.", "12", "The Valley Board", "A"),
        ("They plan to keep 12 hives.", "12", "", "F"),
        ("An estimated 12 hives were lost.", "12", "", "E"),
        ("Rumors speak of 12 hives.", "12", "Rumors", "U"),
        ("They kept 12 hives.", "12", "", "A"),
    ],
)
def test_who_says_so_and_how(text: str, numeral: str, named: str, status: str) -> None:
    here = scene(text, numeral)
    assert observing.attribution(here) == named
    assert observing.status(here, named) == status


def test_what_is_no_change(bees: Register) -> None:
    assert observing.said(bees, scene("The yield was up 15% at once.", "15%")).change
    assert not observing.said(bees, scene("Up to 15% of the colonies died.", "15%")).change


def test_other_times_are_offered_the_likeliest_first() -> None:
    text = "Founded in 1888. A survey in 2019 and 2021 found 12 hives, and 9 so far this year. In 1990 it closed."
    found = observing.times(scene(text, "12"))
    assert [one.edtf for one in found] == ["2021", "2019", "2019/2021", "", "2022", "2022-03", "1888"]
    assert found[-1].note == "“1888” stands before."


def test_a_number_is_of_the_time_of_the_one_before_it_where_its_sentence_names_none(bees: Register) -> None:
    before = bees.observations["honey-report"]
    assert observing.times(scene("They kept 12 hives.", "12"), before)[0].edtf == "2021"
    assert observing.times(scene("In 1990 they kept 12 hives.", "12"), before)[0].edtf == "1990"


def test_the_time_of_publication_is_offered_as_inferred() -> None:
    found = observing.times(scene("They kept 12 hives.", "12", published="2022-03-04"))
    assert found[0].edtf == ""
    assert [(one.edtf, one.basis) for one in found[1:]] == [("2022-03-04", "inferred")]
    assert found[1].note == "The document is of March 4, 2022."


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("They were likely to keep 12 hives.", "F"),
        ("At most 12 hives could be lost.", "F"),
        ("It missed its target, keeping 12 hives.", "A"),
        ("They kept 12 hives, and it may rain.", "A"),
    ],
)
def test_what_may_come_is_a_forecast(text: str, status: str) -> None:
    assert observing.status(scene(text, "12"), "") == status


def test_no_day_says_anything() -> None:
    assert observing.attribution(scene("Figures on Thursday showed that 12 hives were lost.", "12")) == ""


def test_a_cell_is_of_the_time_that_heads_its_column() -> None:
    table = "Hives\t2020\t2021\nHeath\t12\t13\n"
    assert next(one.edtf for one in observing.times(scene(table, "13"))) == "2021"


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Colonies fell by 12 hives.", True),
        ("A reduction by some 12 hives came.", True),
        ("Colonies rose to 12 hives.", False),
        ("They kept 12 hives.", False),
    ],
)
def test_what_rose_or_fell_by_a_number_changed(bees: Register, text: str, change: bool) -> None:
    assert observing.said(bees, scene(text, "12")).change is change


@pytest.mark.parametrize(
    ("published", "period"), [("2022-12", "2022-10"), ("2022-03-04", "2021-10"), ("2022", "2022-10")]
)
def test_a_month_without_a_year_is_the_last_before_it_was_published(published: str, period: str) -> None:
    first = observing.times(scene("In October they kept 12 hives.", "12", published=published))[0]
    assert (first.edtf, first.basis) == (period, "inferred")
    assert first.note.startswith("“October”, written")


def test_what_is_no_month_dates_nothing() -> None:
    assert observing.times(scene("They may keep 12 hives.", "12"))[0].edtf == ""
    assert observing.times(scene("In October they kept 12 hives.", "12", published=""))[0].edtf == ""
