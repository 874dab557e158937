from __future__ import annotations

from dashboard import theme
from dashboard.charts import accounts
from dashboard.charts.rows import records
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
    assert colors["50% apart"] == theme.tokens("light").muted


def test_values_far_apart_stand_on_a_scale_of_powers():
    rows = bees.frame(bees.row("Heath", "9 ha", 9, "ha"), bees.row("Heath", "9,000 ha", 9000, "ha", source_id="letter"))
    figure = accounts.draw(rows)
    assert figure.layout.xaxis.type == "log"
    assert any("each grid line is 10 times the last" in text for text in texts(figure))
    labels = [note for note in figure.layout.annotations if note.xref == "x"]
    assert max(note.x for note in labels) < 5, "positions of words on such an axis are powers of ten"


def test_sources_differ_in_color_and_in_symbol():
    markers = {point.marker.symbol: point.marker.color for point in accounts.draw(bees.SWARMS).data}
    assert len(markers) == len(set(markers.values())) == 3


def test_the_gravest_verdict_counts_and_one_account_is_no_distance():
    rows = records(bees.SWARMS)
    assert accounts.verdict([rows[0] | {"verdict": "scope"}, rows[1] | {"verdict": "conflict"}]) == "conflict"
    assert accounts.verdict(rows[3:]) == ""
    assert accounts.distance(rows[:1]) == ""
    assert accounts.distance(rows[:2]) == "2.7 times apart"


def test_accounts_of_several_areas_are_groups_of_their_own():
    rows = bees.frame(bees.row("Heath", "9", 9), bees.row("Heath", "8", 8, area="Lower Valley"))
    assert list(accounts.groups(records(rows))) == ["Heath, Upper Valley", "Heath, Lower Valley"]
