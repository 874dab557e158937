"""Building blocks as HTML."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
from dash import html

from dashboard.design import elements
from dashboard.design.signs import ACCOUNTS, GLYPHS, NUMERAL_FILLS, OUTCOME_FILLS, VERDICTS, Fill, Shape
from dashboard.web.assets import ASSETS
from dashboard.web.document import html_text
from validation import vocabulary
from validation.vocabulary import MARKS, NUMERAL_STATES, OUTCOMES, Code, Qualifier


def test_a_page_has_one_heading_and_what_stands_above_it() -> None:
    written = html_text(elements.page("Eels", "body", lede="Lede.", crumbs=[("/", "Overview")], kind="Number"))
    assert re.findall("<h1[^>]*>(.+?)</h1>", written) == ["Eels"]
    assert re.sub("<[^>]+>", " ", written).split() == ["Overview", "Number", "Eels", "Lede.", "body"]


def test_a_section_is_named_by_its_heading() -> None:
    written = html_text(elements.section("catch", "Catch", "body", intro="Of 1931.", more=("/numbers", "All")))
    assert '<section aria-labelledby="catch-heading" class="section" id="catch">' in written
    assert '<h2 id="catch-heading">' in written
    head, body = written.split("</div>body")
    assert re.findall(">([^<>]+)<", head + "<") == ["Catch", "Of 1931.", "All"]
    assert body == "</section>"
    assert '<a class="more-of" href="/numbers">All</a>' in head


@pytest.mark.parametrize("level", [2, 3, 4])
def test_a_card_has_a_heading_of_the_level_asked_for(level: int) -> None:
    assert f"<h{level}>Eels</h{level}>" in html_text(elements.card(title="Eels", level=level))


def test_a_quote_marks_its_number_and_links_its_passage() -> None:
    written = html_text(elements.quote("saw over 180 boats", "over 180", source="Report", href="/x"))
    assert "“saw <mark>over 180</mark> boats”" in written
    assert '<a href="/x">Report</a>' in written


def test_a_quote_without_its_number_is_shown_whole() -> None:
    written = html_text(elements.quote("saw boats", "180"))
    assert "“saw boats”" in written
    assert "mark" not in written
    assert "figcaption" not in written


@pytest.mark.parametrize(
    ("page", "pages", "expected"),
    [
        (1, 1, "1"),
        (1, 9, "1 2 … 9 Next"),
        (5, 9, "Previous 1 … 4 5 6 … 9 Next"),
        (9, 9, "Previous 1 … 8 9"),
        (2, 3, "Previous 1 2 3 Next"),
    ],
)
def test_a_pager_shows_the_ends_and_the_neighbors(page: int, pages: int, expected: str) -> None:
    written = html_text(elements.pager(page, pages, lambda number: f"?page={number}"))
    shown = " ".join(re.findall(">([^<>]+)<", written))
    assert shown == expected
    assert re.findall('aria-current="page"[^>]*>(.+?)<', written) == [str(page)]


def test_definitions_leave_out_what_is_not_there() -> None:
    written = html_text(elements.definitions([("Value", 0), ("Note", ""), ("Bounds", None), ("Unit", "boats")]))
    assert re.findall("<dt.*?>(.+?)</dt>", written) == ["Value", "Unit"]


@pytest.mark.parametrize("kind", GLYPHS)
def test_a_kind_is_told_by_a_sign_of_its_own(kind: Any) -> None:
    for written in (html_text(elements.tag("x", kind)), html_text(elements.callout("x", kind=kind))):
        assert f'<span aria-hidden="true" class="sign">{GLYPHS[kind]}</span>' in written
    assert len(set(GLYPHS.values())) == len(GLYPHS)


def test_a_code_is_shown_in_its_words_and_tells_its_meaning() -> None:
    written = html_text(elements.code_tag(Code("smoked-eel", "Smoked", "Smoked over beech."), "ok"))
    assert written.startswith('<span class="tag tag-ok" title="Smoked over beech.">')
    assert "</span>Smoked</span>" in written
    assert "smoked-eel" not in written


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
def test_a_qualifier_has_a_mark_and_words(mark: Qualifier) -> None:
    assert f'mark-{mark.code}"' in html_text(elements.qualifier(mark.code))
    assert html_text(elements.qualifier(mark.code)).endswith(f"</span>{mark.words}</span>")
    assert "fewer than" in html_text(elements.qualifier(mark.code, "fewer than"))


def test_words_begin_at_the_side_from_which_they_are_read() -> None:
    assert '<p dir="auto">“<mark>3</mark> סירות”</p>' in html_text(elements.quote("3 סירות", "3"))
    written = html_text(elements.definitions([("ملاحظة", "كما يقولون"), ("Cite", ["x", "y"])]))
    assert '<dt dir="auto">ملاحظة</dt><dd dir="auto">كما يقولون</dd>' in written
    assert "<dd>xy</dd>" in written, "what stands in it has its own"


def test_a_fold_is_open_when_asked() -> None:
    assert '<details class="fold" open>' in html_text(elements.fold("More", "x", open=True))
    assert "open" not in html_text(elements.fold("More", "x"))


def test_stats_link_what_can_be_listed() -> None:
    written = html_text(elements.stats([("4", "numbers", "/numbers"), ("valid", "state", "")]))
    assert re.findall("<dt>(.+?)</dt>", written) == ['<a href="/numbers">numbers</a>', "state"]


def test_copying_takes_the_text_along() -> None:
    assert 'data-copy="a &quot;b&quot;"' in html_text(elements.copy_button('a "b"'))


def test_every_qualifier_has_a_mark_of_its_own() -> None:
    styles = (ASSETS / "elements.css").read_text(encoding="utf-8")
    shapes = {code: re.findall(rf"\.mark-{code} {{\s+--shape: (.+);", styles) for code in MARKS}
    assert all(len(found) == 1 for found in shapes.values())
    assert len({found[0] for found in shapes.values()}) == len(shapes)


def test_every_state_and_outcome_has_a_fill_of_its_own_and_each_fill_is_styled() -> None:
    styles = (ASSETS / "bars.css").read_text(encoding="utf-8")
    for codes, fills in ((NUMERAL_STATES, NUMERAL_FILLS), (OUTCOMES, OUTCOME_FILLS)):
        assert codes.keys() == fills.keys()
        assert len(set(fills.values())) == len(fills)
    assert set(re.findall(r"\.fill-(\w+) {", styles)) == set(get_args(Fill))


def test_every_verdict_has_a_shape_and_each_shape_is_drawn_otherwise() -> None:
    assert VERDICTS.keys() == {*vocabulary.VERDICTS, *OUTCOMES}
    assert ACCOUNTS.keys() == vocabulary.ACCOUNTS.keys()
    assert len({VERDICTS[code] for code in OUTCOMES}) == len(OUTCOMES), "an outcome is told by its shape"
    assert VERDICTS["no-such"] == ACCOUNTS["no-such"] == "cross"
    styles = (ASSETS / "elements.css").read_text(encoding="utf-8")
    drawn = dict(re.findall(r"\.shape-(\w+) {\s+--shape: (.+);", styles))
    assert drawn.keys() == set(get_args(Shape))
    assert len(set(drawn.values())) == len(drawn)


@pytest.mark.parametrize("shape", get_args(Shape))
def test_a_verdict_is_told_by_its_sign_and_its_words(shape: Any) -> None:
    sign = f'<span aria-hidden="true" class="shape shape-{shape}"></span>'
    assert html_text(elements.verdict_sign(shape)) == sign
    written = html_text(elements.verdict(shape, "Agrees", "Within its bounds."))
    whole = f'<span class="verdict verdict-{shape}" title="Within its bounds.">{sign}<span>Agrees</span></span>'
    assert written == whole
    assert "title" not in html_text(elements.verdict(shape, "Agrees"))


def test_a_sign_that_is_explained_can_be_reached_by_keys() -> None:
    written = html_text(elements.explained(elements.verdict("tick", "Agrees", "Within its bounds.")))
    assert written.startswith('<span class="verdict verdict-tick explained" tabindex="0" title="Within its bounds.">')
    assert html_text(elements.explained(html.Span("x", title="y"))).startswith('<span class="explained" tabindex="0"')


def test_a_bar_has_no_empty_part_and_its_key_has() -> None:
    parts = [elements.Part(3, "full", "3 in numbers"), elements.Part(0, "error", "0 unaccounted for")]
    bar, key = html_text(elements.bar(parts)), html_text(elements.bar_key(parts))
    assert re.findall("fill-[a-z]+", bar) == ["fill-full"]
    assert re.findall("fill-[a-z]+", key) == ["fill-full", "fill-error"]
    assert "0 unaccounted for" in key


def test_attributes_that_python_cannot_name() -> None:
    assert elements.aria(hidden=True, expanded=False, label="x", current=None) == {
        "aria-hidden": "true",
        "aria-expanded": "false",
        "aria-label": "x",
    }
    assert elements.data(of="x", tip="", at=None) == {"data-of": "x"}
    assert elements.given(id="x", title="", lang=None, open=False) == {"id": "x", "open": False}
