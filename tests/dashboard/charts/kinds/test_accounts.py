from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.charts.kinds import accounts
from dashboard.design import theme
from tests.dashboard.charts import bees
from tests.dashboard.charts.boxes import colors, texts
from validation import vocabulary as codes


def test_accounts_stand_on_one_scale_in_the_common_unit() -> None:
    figure = accounts.draw(bees.SWARMS)
    assert sorted(point["x"][0] for point in figure["data"]) == [1, 1, 1.5, 3, 8.09]
    assert figure["layout"]["xaxis"]["type"] == "linear"


def test_each_account_keeps_its_words_and_says_what_they_come_to() -> None:
    text = " ".join(texts(accounts.draw(bees.SWARMS)))
    assert "at least 2,000 acres = 8.09\N{NO-BREAK SPACE}km²" in text
    assert "300 ha = 3\N{NO-BREAK SPACE}km²" in text


@pytest.mark.parametrize(
    ("verdict", "said", "color"),
    [
        (codes.CONFLICT, "Contradict · 2.7 times apart", "error"),
        (codes.DOUBT, "May agree · 2.7 times apart", "warn"),
        (codes.SCOPE, "Not the same quantity · 2.7 times apart", "muted"),
        (codes.AGREE, "2.7 times apart", "muted"),
    ],
)
@pytest.mark.parametrize("width", [390, 880])
def test_how_far_apart_and_what_follows_is_said_and_colored(verdict: str, said: str, color: str, width: int) -> None:
    burnt = bees.SWARMS.numbers[0]
    swarms = bees.drawing(*bees.SWARMS.numbers, verdicts={burnt.id: verdict})
    shown = colors(accounts.draw(swarms, width=width))
    # No number can be both 3 and at least 8.09, so that the distance is told without a verdict too.
    assert shown[said] == getattr(theme.tokens("light"), color)
    assert not any("50% apart" in text for text in shown), "about 1, 1 and nearly 1.5 can all be true"


def test_values_far_apart_stand_on_a_scale_of_powers() -> None:
    heath = bees.number("Heath", "9 ha", 9, "ha"), bees.number("Heath", "9,000 ha", 9000, "ha", source="letter")
    figure = accounts.draw(bees.drawing(*heath))
    assert figure["layout"]["xaxis"]["type"] == "log"
    assert any("each grid line is 10 times the last" in text for text in texts(figure))
    labels = [note for note in figure["layout"]["annotations"] if note["xref"] == "x"]
    assert max(note["x"] for note in labels) < 5, "positions of words on such an axis are powers of ten"


def test_accounts_below_zero_can_be_drawn() -> None:
    losses = (
        bees.number("Gain", "−5 €", -5, "euros"),
        bees.number("Gain", "under −5 €", -5, "euros", codes.UNDER, source="letter"),
    )
    low, high = accounts.draw(bees.drawing(*losses))["layout"]["xaxis"]["range"]
    assert (low, high) == (-5, 0)


def test_sources_differ_in_color_and_in_symbol_and_references_are_gray() -> None:
    data = accounts.draw(bees.SWARMS)["data"]
    markers = {point["marker"]["symbol"]: point["marker"]["color"] for point in data}
    assert len(markers) == len(set(markers.values())) == 3
    gray = [point["customdata"] for point in data if point["marker"]["color"] == theme.tokens("light").axis]
    assert gray == [[bees.SWARMS.numbers[-1].id]]


def test_calculated_accounts_are_open_and_named_so() -> None:
    swarms = bees.drawing(*bees.SWARMS.numbers, bees.calculated("Heath burnt", "5 km²", 5, "km2", period="2021"))
    figure = accounts.draw(swarms)
    (mark,) = (point["marker"] for point in figure["data"] if point["x"] == [5])
    assert mark["color"] == theme.tokens("light").paper
    assert "calculated" in texts(figure)


def test_several_periods_are_headed_each_by_its_own() -> None:
    years = [bees.number("Heath", f"{9 + i} ha", 9 + i, "ha", period=f"202{i}") for i in (2, 0, 1)]
    shown = [text for text in texts(accounts.draw(bees.drawing(*years))) if text.startswith("Heath")]
    assert shown == ["Heath, 2020", "Heath, 2021", "Heath, 2022"]


def test_long_names_of_sources_take_two_lines() -> None:
    long = replace(bees.SOURCES["almanac"], publisher="Bureau of Meadows, Ditches, Hedges and Everything Between Them")
    figure = accounts.draw(bees.changed(bees.SWARMS, source=long))
    shown = next(note["text"] for note in figure["layout"]["annotations"] if "Bureau" in note["text"])
    assert shown.count("<br>") == 1
