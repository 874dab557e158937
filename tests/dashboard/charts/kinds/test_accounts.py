from __future__ import annotations

from dashboard.charts.kinds import accounts
from dashboard.design import theme
from tests.dashboard.charts import bees
from tests.dashboard.charts.boxes import boxes


def texts(figure, width=880):
    return [text for text, _ in boxes(figure, width)]


def test_accounts_stand_on_one_scale_in_the_common_unit():
    figure = accounts.draw(bees.SWARMS)
    assert sorted(point.x[0] for point in figure.data) == [1, 1, 1.5, 3, 8.09]
    assert figure.layout.xaxis.type == "linear"


def test_each_account_keeps_its_words_and_says_what_they_come_to():
    text = " ".join(texts(accounts.draw(bees.SWARMS)))
    assert "at least 2,000 acres = 8.09\N{NO-BREAK SPACE}km²" in text
    assert "300 ha = 3\N{NO-BREAK SPACE}km²" in text


def test_how_far_apart_and_what_follows_is_said_and_colored():
    figure = accounts.draw(bees.SWARMS)
    colors = {note.text: note.font.color for note in figure.layout.annotations}
    assert colors["<b>Conflict · 2.7 times apart</b>"] == theme.tokens("light").error
    assert not any("50% apart" in text for text in colors), "about 1, 1 and nearly 1.5 can all be true"
    loose = bees.SWARMS.assign(verdict=["scope", *[float("nan")] * 4])
    colors = {note.text: note.font.color for note in accounts.draw(loose).layout.annotations}
    assert colors["<b>Not the same quantity · 2.7 times apart</b>"] == theme.tokens("light").muted


def test_values_far_apart_stand_on_a_scale_of_powers():
    rows = bees.frame(bees.row("Heath", "9 ha", 9, "ha"), bees.row("Heath", "9,000 ha", 9000, "ha", source_id="letter"))
    figure = accounts.draw(rows)
    assert figure.layout.xaxis.type == "log"
    assert any("each grid line is 10 times the last" in text for text in texts(figure))
    labels = [note for note in figure.layout.annotations if note.xref == "x"]
    assert max(note.x for note in labels) < 5, "positions of words on such an axis are powers of ten"


def test_sources_differ_in_color_and_in_symbol_and_references_are_gray():
    markers = {point.marker.symbol: point.marker.color for point in accounts.draw(bees.SWARMS).data}
    assert len(markers) == len(set(markers.values())) == 3
    gray = theme.tokens("light").axis
    assert [point.customdata[0] for point in accounts.draw(bees.SWARMS).data if point.marker.color == gray] == [
        bees.SWARMS["observation_id"].iloc[-1]
    ]


def test_several_periods_are_headed_each_by_its_own():
    years = [bees.row("Heath", f"{9 + i} ha", 9 + i, "ha", period=f"202{i}") for i in (2, 0, 1)]
    shown = [text for text in texts(accounts.draw(bees.frame(*years))) if text.startswith("Heath")]
    assert shown == ["Heath, 2020", "Heath, 2021", "Heath, 2022"]


def test_long_names_of_sources_take_two_lines():
    long = "Bureau of Meadows, Ditches, Hedges and Everything Between Them"
    rows = bees.SWARMS.assign(publisher=long)
    shown = next(note.text for note in accounts.draw(rows).layout.annotations if "Bureau" in note.text)
    assert shown.count("<br>") == 1
