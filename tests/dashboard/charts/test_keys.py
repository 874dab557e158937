"""The key of a chart has the marks in use, and no others."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard.charts.drawing.content import Drawing
from dashboard.charts.keys import in_words, key
from dashboard.design import signs
from tests.dashboard.charts import bees
from validation import vocabulary as codes
from validation.model.observations import Observation

PART = "2021-01/2021-08"


def of(*numbers: Observation, kind: str = codes.AS_STATED) -> list[str]:
    """What the key of some numbers calls its marks."""
    return [entry.called for entry in key(bees.drawing(*numbers, kind=kind))]


def hives(value: float = 9, **more: Any) -> Observation:
    return bees.number("Hives", str(value), value, **more)


def test_the_key_says_whose_numbers_are_in_which_color() -> None:
    document, reference = hives(), hives(8, source="census")
    assert of(document) == ["blue"]
    assert of(reference) == ["gray"]
    assert of(reference, document, bees.calculated("Hives", "7", 7)) == ["blue", "gray", "hollow"]


def test_what_is_calculated_from_a_document_s_numbers_is_hollow_in_their_shape() -> None:
    ours = replace(bees.calculated("Sum", "18", 18), operands=(hives(),))
    assert key(bees.drawing(ours, kind=codes.AS_STATED))[0].swatch == "as-bar hollow of-doc"
    as_its_own = replace(ours, formula="[a] + [b]", source=bees.SOURCES["almanac"])
    assert key(bees.drawing(as_its_own, kind=codes.AS_STATED))[0].swatch == "as-bar of-doc"
    nobody_s = bees.drawing(hives(), bees.calculated("Sum", "18", 18), kind=codes.AS_STATED)
    assert key(nobody_s)[-1].swatch == "as-bar hollow of-ref"


@pytest.mark.parametrize(
    ("kind", "swatches"),
    [
        (codes.AS_STATED, ["as-bar of-doc", "as-bar hatched of-doc"]),
        (codes.AS_SERIES, ["as-point of-doc", "as-bar hatched of-doc"]),
        (codes.AS_ACCOUNTS, ["as-point of-doc"]),
    ],
)
def test_a_part_of_a_year_is_named_where_it_is_hatched(kind: str, swatches: list[str]) -> None:
    found = key(bees.drawing(hives(8), hives(period=PART), kind=kind))
    assert [entry.swatch for entry in found] == swatches


def test_what_may_be_of_a_part_of_a_year_is_named_where_its_bar_is_dotted() -> None:
    loose = bees.number("Swarms", "7", 7, period="")
    assert of(loose, hives(period=PART)) == ["blue", "hatched", "dotted"]
    assert "dotted" not in of(loose, hives())
    assert "dotted" not in of(loose, hives(period=PART), kind=codes.AS_ACCOUNTS)


def test_what_is_on_a_line_is_not_hatched() -> None:
    years = [hives(8 + year, period=f"{year}-01/{year}-08") for year in (2019, 2020, 2021)]
    assert of(*years, kind=codes.AS_SERIES) == ["blue"]


@pytest.mark.parametrize("code", codes.QUALIFIERS)
def test_a_qualifier_that_is_drawn_is_named_in_the_words_it_has_here(code: str) -> None:
    word = (codes.MARKS[code].said or ("",))[0]
    entries = key(bees.drawing(bees.number("Hives", f"{word} 90", 90, qualifier=code), kind=codes.AS_STATED))[1:]
    drawn = signs.MARKS[code].bar
    assert [(one.swatch, one.called, one.words) for one in entries] == (
        [(f"mark mark-{code}", drawn, f"“{word}”")] if drawn else []
    )


def test_a_point_s_mark_is_told_from_a_bar_s_whatever_else_stands_in_the_key() -> None:
    under = bees.number("Hives", "under 90", 90, qualifier=codes.UNDER)
    assert key(bees.drawing(hives(8), under, kind=codes.AS_ACCOUNTS))[-1].swatch == "mark mark-under of-point"
    assert key(bees.drawing(hives(8), under, kind=codes.AS_STATED))[-1].swatch == "mark mark-under"


def test_one_mark_for_several_words_is_named_once() -> None:
    words = [bees.number("Hives", f"{word} 90", 90, qualifier=codes.OVER) for word in ("over", "More than", "over")]
    assert key(bees.drawing(*words, kind=codes.AS_STATED))[-1].words == "“over”, “more than”"


def test_what_no_word_says_repeats_no_word_that_does() -> None:
    said = bees.number("Hives", "about 90", 90, qualifier=codes.ABOUT)
    ours = bees.calculated("Hives", "91", 91, qualifier=codes.ABOUT)
    assert key(bees.drawing(said, ours, kind=codes.AS_STATED))[-1].words == "“about”"
    assert key(bees.drawing(ours, kind=codes.AS_STATED))[-1].words == "about"


def test_a_growth_that_led_to_a_level_has_no_bar_whose_end_could_be_qualified() -> None:
    level, change, before, *_ = bees.HONEY.numbers
    more = replace(change, qualifier=codes.OVER)
    assert "an arrow" not in of(level, more, before, kind=codes.AS_GROWTH)
    assert "an arrow" in of(more, kind=codes.AS_GROWTH)


@pytest.mark.parametrize("drawing", [bees.COLONIES, bees.SURVEY, bees.MEADOWS, bees.SWARMS, bees.YEARS, bees.HONEY])
def test_every_mark_is_called_something_and_means_something(drawing: Drawing) -> None:
    assert all(entry.called and entry.words and entry.swatch for entry in key(drawing))


def test_numbers_alone_have_no_key() -> None:
    assert bees.ODDS.kind == codes.ALONE
    assert key(bees.ODDS) == []


def test_where_marks_cannot_be_shown_the_key_is_sentences() -> None:
    found = key(bees.drawing(hives(), bees.number("Hives", "over 90", 90, qualifier=codes.OVER)))
    assert in_words(found) == "Blue: what a document states. An arrow: “over”."
    assert in_words([]) == ""


def test_what_is_no_fact_is_named_by_its_own_sign() -> None:
    planned = hives(10, status=codes.FORECAST_STATUS)
    drawn = bees.drawing(hives(), planned, kind=codes.AS_STATED)
    assert [(entry.swatch, entry.words) for entry in key(drawn)] == [
        ("as-bar of-doc", "what a document states"),
        ("as-bar as-forecast of-doc", "plan or forecast"),
    ]
    assert of(hives(), planned, kind=codes.AS_ACCOUNTS) == ["blue", "hollow with a dot"]


def test_a_sign_is_named_once_whosever_numbers_have_it() -> None:
    planned, theirs = (hives(10, status=codes.FORECAST_STATUS, source=source) for source in ("almanac", "census"))
    for drawn in (bees.drawing(hives(), planned, theirs, kind=codes.AS_STATED), bees.drawing(hives(), theirs)):
        assert [entry.swatch for entry in key(drawn)][1:][-1] == "as-bar as-forecast of-ref"
        assert [entry.words for entry in key(drawn)].count("plan or forecast") == 1


def test_stripes_go_before_the_hatching_of_a_part_of_a_year() -> None:
    assert of(hives(period=PART, status=codes.ESTIMATED_STATUS)) == ["blue", "level stripes"]
