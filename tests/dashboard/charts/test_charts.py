"""What holds for every chart, whatever its kind."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import plotly.graph_objects as go
import pytest

from dashboard.charts.kinds import accounts, areas, growth, series, shares, stated, timeline
from dashboard.design import theme
from tests.dashboard.charts import bees
from tests.dashboard.charts.boxes import boxes

Draw = Callable[..., go.Figure]

ROWS = {
    "stated": (stated.draw, bees.COLONIES),
    "panels": (stated.draw, bees.HONEY),
    "shares": (shares.draw, bees.SURVEY),
    "accounts": (accounts.draw, bees.SWARMS),
    "areas": (areas.draw, bees.MEADOWS),
    "growth": (growth.draw, bees.HONEY),
    "series": (series.draw, bees.YEARS),
}
WIDTHS = (262, 332, 390, 504, 640, 880, 1130)


def drawn(kind: str, *, scheme: str = "light", width: int = 880) -> go.Figure:
    if kind == "timeline":
        return timeline.draw(bees.events(), bees.mentions(), scheme=scheme, width=width)
    draw, rows = ROWS[kind]
    return draw(rows, scheme=scheme, width=width)


def marked(figure: go.Figure) -> list[str]:
    """The ids that marks stand for; each point must have one."""
    ids: list[str] = []
    for trace in figure.data:
        assert len(trace.customdata) == len(trace.x) == len(trace.y)
        ids += trace.customdata
    return ids


every_kind = pytest.mark.parametrize("kind", [*ROWS, "timeline"])
every_width = pytest.mark.parametrize("width", WIDTHS)


@pytest.mark.parametrize("kind", ROWS)
@pytest.mark.parametrize("width", [390, 880])
def test_every_mark_is_a_row_and_every_row_has_a_mark(kind, width):
    assert set(marked(drawn(kind, width=width))) == set(ROWS[kind][1]["observation_id"])


def test_every_event_and_every_differing_date_has_a_mark():
    assert sorted(marked(drawn("timeline"))) == sorted([*bees.events()["event_id"], "mention-4", "mention-5"])


@every_kind
def test_only_traces_that_the_basic_bundle_draws(kind):
    assert {trace.type for trace in drawn(kind).data} <= {"scatter", "bar", "pie"}


@every_kind
@every_width
def test_no_label_leaves_the_drawing(kind, width):
    figure = drawn(kind, width=width)
    for text, box in boxes(figure, width):
        assert box.left >= -3, text
        assert box.right <= width + 1, text
        assert box.top >= -1, text
        assert box.bottom <= figure.layout.height + 1, text


@every_kind
@every_width
def test_no_two_labels_overlap(kind, width):
    for (one, box), (other, another) in combinations(boxes(drawn(kind, width=width), width), 2):
        across = min(box.right, another.right) - max(box.left, another.left)
        down = min(box.bottom, another.bottom) - max(box.top, another.top)
        assert across <= 1 or down <= 4, f"{one} | {other}"


@every_kind
def test_a_phone_gets_another_layout(kind):
    narrow, wide = (drawn(kind, width=width).layout for width in (390, 880))
    assert narrow.margin.l <= 12 or kind == "timeline"
    assert (narrow.height, narrow.margin.l) != (wide.height, wide.margin.l)


@every_kind
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_are_in_the_schemes_colors_and_backed_by_its_paper(kind, scheme):
    colors = theme.tokens(scheme)
    figure = drawn(kind, scheme=scheme)
    legible = {colors.ink, colors.muted, colors.error, colors.warn, *colors.series}
    assert {note.font.color for note in figure.layout.annotations} <= legible
    assert {note.bgcolor for note in figure.layout.annotations} <= {colors.paper, "rgba(0,0,0,0)"}


@every_kind
def test_pointing_at_a_mark_names_it_and_where_it_is_from(kind):
    for trace in drawn(kind).data:
        assert trace.hoverinfo == "text"
        assert all(text.startswith("<b>") and "<br>" in text for text in trace.hovertext)


@pytest.mark.parametrize("kind", ROWS)
@pytest.mark.parametrize("width", [390, 880])
def test_every_row_is_labeled_in_its_documents_words(kind, width):
    words = [said.split(" ")[0] for said in ROWS[kind][1]["said"] if said]
    assert words
    text = " ".join(label for label, _ in boxes(drawn(kind, width=width), width))
    assert [word for word in words if word not in text] == []


def test_signs_of_the_markup_and_of_formulas_are_words_in_labels():
    rows = bees.frame(
        bees.row("Jars <b> & lids", "$3 to $4", 3, qualifier="range", upper_value=4.0),
        bees.row("Jars of R&D", "< 9", 9, qualifier="under"),
    )
    figure = stated.draw(rows)
    texts = [note.text for note in figure.layout.annotations] + [text for bar in figure.data for text in bar.hovertext]
    assert any("Jars &lt;b&gt; &amp; lids" in text for text in texts)
    assert not any("$" in text for text in texts)
