"""Numbers as dots on one scale: where they stand, that their labels have room, how they look, what the key says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from dashboard.charts.drawing.lettering import width
from dashboard.charts.kinds.accounts import Gap
from dashboard.sections import dots
from dashboard.sections.dots import NARROWEST, SIZE, Dot, Frame
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection, edits
from tests.dashboard.pages.conftest import write_checked
from tests.dashboard.pages.shown import text


def frame(data: Snapshot, *names: str, apart: Sequence[str] = ()) -> Frame:
    """The numbers on one scale, two of them apart from each other, the lower first."""
    numbers = data.register.numbers
    between = Gap(*(numbers[name] for name in apart)) if apart else None
    return Frame([Dot(numbers[name], f"By {name}", f"/to/{name}") for name in names], between)


def looks(html: str) -> list[str]:
    return re.findall('class="(point [^"]+)"', html)


@pytest.fixture(scope="module")
def bees(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return load(*write_checked(tmp_path_factory.mktemp("bees")))


def test_the_scale_has_zero_on_it(data: Snapshot) -> None:
    drawn = frame(data, "hives-letter", "hives-report")
    assert (drawn.at(0), drawn.at(2300), drawn.at(4600)) == (0, 0.5, 1)


def test_a_number_below_zero_stands_before_it(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    edits.set_cell(datasets, "observations", "hives-report", "value", "-4600")
    drawn = frame(load(datasets, seeds), "hives-letter", "hives-report")
    assert (drawn.at(-4600), drawn.at(0), drawn.at(4600)) == (0, 0.5, 1)


def test_shares_run_to_the_whole(data: Snapshot) -> None:
    assert frame(data, "losses-letter", "losses-report").at(15) == 0.15
    assert "100%" in text(html_text(dots.shown(frame(data, "losses-letter"))))


def test_every_label_has_room_in_the_narrowest_frame(data: Snapshot) -> None:
    for names in (
        ("hives-report", "hives-letter"),
        ("meadow-area-letter", "meadow-area-report"),
        ("jar-price-report",),
    ):
        drawn = frame(data, *names, apart=names[:2] if len(names) > 1 else ())
        scale = NARROWEST - drawn.behind
        for dot in drawn.dots:
            assert drawn.at(dot.number.top) * scale + width(dot.number.label, SIZE, bold=True) <= NARROWEST
        if drawn.gap:
            label = width(drawn.gap.words, SIZE, bold=True)
            assert drawn.at(drawn.gap.ends[1]) * scale + label <= NARROWEST


def test_the_line_goes_between_the_two_that_are_apart(bees: Snapshot) -> None:
    drawn = frame(bees, "hives-letter", "hives-report", "hives-census", apart=("hives-report", "hives-letter"))
    assert 'class="points-gap" style="--at:0.8696;--to:1"' in html_text(dots.shown(drawn))
    assert "points-gap" not in html_text(dots.shown(frame(bees, "hives-letter", "hives-report")))


def test_a_part_stands_on_the_scale_of_the_whole_and_the_first_part_alone_has_the_distance(bees: Snapshot) -> None:
    drawn = frame(bees, "hives-letter", "hives-report", "hives-census", apart=("hives-report", "hives-letter"))
    first, rest = (html_text(dots.shown(drawn, part)) for part in (slice(0, 2), slice(2, 3)))
    rows = [re.findall('class="point-row .+?" style="(.+?)"', html) for html in (first, rest)]
    assert [len(found) for found in rows] == [2, 1]
    whole = re.findall('class="point-row .+?" style="(.+?)"', html_text(dots.shown(drawn)))
    assert rows[1][0].replace("--row:2;", "") == whole[2].replace("--row:4;", "")
    assert ("points-gap" in first, "points-gap" in rest) == (True, False)


def test_each_mark_has_its_number_and_leads_to_its_passage(data: Snapshot) -> None:
    html = html_text(dots.shown(frame(data, "hives-letter", "hives-report", apart=("hives-report", "hives-letter"))))
    assert re.findall('href="(.+?)"', html) == ["/to/hives-letter", "/to/hives-report"]
    assert "over 1.1 times apart By hives-letter around 4,600 hives By hives-report almost 4,000 hives" in text(html)


def test_another_unit_is_converted_beside_the_label(data: Snapshot) -> None:
    html = html_text(dots.shown(frame(data, "meadow-area-letter", "meadow-area-report")))
    assert "5 km² = 500 ha" in text(html)
    assert re.findall("--row:.;--at:(.+?);", html) == ["1", "0.7"]


def test_what_is_behind_a_number_is_told_by_its_mark(bees: Snapshot, data: Snapshot) -> None:
    of_both = html_text(dots.shown(frame(bees, "hives-letter", "hives-report", "hives-census")))
    assert looks(of_both) == ["point by-doc point-about", "point by-doc point-nearly", "point by-ref point-exact"]
    assert looks(html_text(dots.shown(frame(data, "honey-before")))) == ["point by-doc hollow point-exact"]


def test_a_range_reaches_to_its_upper_end(data: Snapshot) -> None:
    html = html_text(dots.shown(frame(data, "jar-price-report")))
    assert "--at:0.7273;--to:1" in html
    assert 'class="point-reach"' in html


def test_the_axis_has_round_values_and_the_unit_once(data: Snapshot) -> None:
    axis = html_text(dots.shown(frame(data, "hives-letter"))).split("</div>")[0]
    assert text(axis) == "0 2,000 4,000 hives"
    assert text(html_text(dots.shown(frame(data, "jar-price-report"))).split("</div>")[0]) == "€0 €5 €10"


def test_the_key_has_the_marks_in_use_once(bees: Snapshot, data: Snapshot) -> None:
    numbers = [bees.register.numbers[name] for name in ("hives-letter", "hives-guess", "hives-report")]
    key = html_text(dots.key(numbers))
    assert looks(key) == ["point by-doc", "point by-ref", "point by-ref point-about", "point by-ref point-nearly"]
    assert text(key) == "what a document states a reference “around”, “about” “almost”"
    own = html_text(dots.key([data.register.numbers["honey-before"], data.register.numbers["honey-letter"]]))
    assert looks(own) == ["point by-doc", "point by-doc hollow", "point by-doc point-about"]
