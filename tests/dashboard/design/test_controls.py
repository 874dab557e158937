"""Form controls as HTML: labels, names, what is chosen."""

from __future__ import annotations

import pytest

from dashboard.design import controls
from dashboard.web.document import html_text

KINDS = [("", "All"), ("fish", "Fish"), ("gear", "Gear")]


def test_a_form_goes_to_its_address() -> None:
    written = html_text(controls.form("/numbers", controls.kept("sort", "name"), label="Filter"))
    assert 'action="/numbers"' in written
    assert 'method="get"' in written
    assert 'aria-label="Filter"' in written
    assert 'data-live="' not in written
    assert '<input name="sort" type="hidden" value="name">' in written


def test_a_live_form_names_the_results_that_follow_it() -> None:
    assert ' data-live="numbers" ' in html_text(controls.form("/numbers", live="numbers"))
    assert html_text(controls.results("numbers", "x")) == '<div class="results" id="numbers-results">x</div>'


def test_a_field_is_labelled() -> None:
    written = html_text(controls.search("q", "Search", "eels", id="field"))
    assert '<label for="field">Search</label>' in written
    assert 'dir="auto" id="field" maxlength="1000" name="q" placeholder="" type="search" value="eels">' in written


@pytest.mark.parametrize("chosen", ["", "fish", "gear"])
def test_what_is_chosen_is_selected(chosen: str) -> None:
    written = html_text(controls.select("kind", "Kind", KINDS, chosen, id="kind"))
    assert written.count("selected") == 1
    assert f'<option selected value="{chosen}">' in written


def test_choices_stand_in_groups() -> None:
    groups = [controls.Group("At sea", KINDS[1:2]), controls.Group("On land", KINDS[2:])]
    written = html_text(controls.select("kind", "Kind", [KINDS[0], *groups], "gear", id="kind"))
    assert '<optgroup label="At sea"><option value="fish">Fish</option></optgroup>' in written
    assert '<optgroup label="On land"><option selected value="gear">Gear</option></optgroup>' in written


@pytest.mark.parametrize(("phone", "named"), [(False, "field"), (True, "field field-phone")])
def test_a_list_may_be_for_phones(phone: bool, named: str) -> None:
    written = html_text(controls.select("kind", "Kind", KINDS, id="kind", phone=phone))
    assert written.startswith(f'<div class="{named}">')


def test_what_is_ticked_is_checked() -> None:
    written = html_text(controls.checks("kind", "Kind", KINDS[1:], ["gear"], id="kind"))
    assert "<legend>Kind</legend>" in written
    assert '<input checked id="kind-gear" name="kind" type="checkbox" value="gear">' in written
    assert '<input id="kind-fish" name="kind" type="checkbox" value="fish">' in written


def test_an_input_takes_only_properties_it_draws() -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument: `valeu`"):
        controls.Input(valeu="x")
