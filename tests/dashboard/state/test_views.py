"""Views, and that the scripts have the same lengths; see test_stylesheets for those of the stylesheets."""

from __future__ import annotations

import re

import pytest

from dashboard.state.views import BREADTHS, View
from dashboard.web import document as index


@pytest.mark.parametrize("view", [View(scheme, breadth) for scheme in ("light", "dark") for breadth in BREADTHS])
def test_a_view_is_read_as_it_is_written(view: View) -> None:
    assert View.read(str(view)) == view


@pytest.mark.parametrize("text", ["", None, 7, {}, "dark", "dark-391", "blue-390", "dark-390 "])
def test_anything_else_is_the_usual_view(text: object) -> None:
    assert View.read(text) == View("light", 1200)


@pytest.mark.parametrize(
    ("breadth", "half", "full"),
    [(320, 262, 262), (390, 332, 332), (640, 526, 526), (1140, 476, 1026), (1200, 504, 1082)],
)
def test_widths_are_what_the_stylesheet_leaves(breadth: int, half: int, full: int) -> None:
    assert (View("light", breadth).width("half"), View("light", breadth).width("full")) == (half, full)


def test_the_script_knows_the_same_breadths() -> None:
    script = (index.ASSETS / "head.js").read_text(encoding="utf-8")
    written = re.search(r"breadths: \[(.+?)\]", script)
    assert written is not None
    assert tuple(map(int, written[1].split(","))) == BREADTHS
