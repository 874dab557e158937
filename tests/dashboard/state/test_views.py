"""Views, and that scripts and stylesheets have the same lengths; see test_stylesheets for the others of those."""

from __future__ import annotations

import re

import pytest

from dashboard.state.refusals import Unknown
from dashboard.state.views import BREADTHS, SCHEMES, SPANS, View
from dashboard.web.assets import ASSETS


@pytest.mark.parametrize("view", [View(scheme, breadth) for scheme in SCHEMES for breadth in BREADTHS])
def test_a_view_is_read_as_it_is_written(view: View) -> None:
    assert View.named(str(view)) == view


@pytest.mark.parametrize("name", ["", "dark", "dark-391", "blue-390", "dark-390 ", "DARK-390"])
def test_there_is_no_other(name: str) -> None:
    with pytest.raises(Unknown):
        View.named(name)


@pytest.mark.parametrize(
    ("breadth", "third", "half", "full"),
    [
        *((320, 254, 254, 254), (390, 324, 324, 324), (640, 526, 526, 526), (960, 846, 846, 846)),
        *((1140, 295, 478, 1026), (1260, 330, 530, 1130)),
    ],
)
def test_widths_are_what_the_stylesheet_leaves(breadth: int, third: int, half: int, full: int) -> None:
    view = View("light", breadth)
    assert [view.width(span) for span in SPANS] == [third, half, full]


def test_the_script_knows_the_same_breadths() -> None:
    written = re.search(r"breadths: \[(.+?)\]", (ASSETS / "head.js").read_text(encoding="utf-8"))
    assert written is not None
    assert tuple(map(int, written[1].split(","))) == BREADTHS


def test_the_stylesheet_keeps_each_breadth_s_height() -> None:
    style = (ASSETS / "charts.css").read_text(encoding="utf-8")
    found = re.findall(r"@media \(width >= (\d+)px\) \{\s+height: var\(--h(\d+)\);", style)
    assert [(int(width), int(height)) for width, height in found] == [(one, one) for one in BREADTHS[1:]]
    assert f"height: var(--h{BREADTHS[0]});" in style
