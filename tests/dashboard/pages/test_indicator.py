"""The page of one indicator."""

from __future__ import annotations

import pytest

from dashboard.pages import indicator
from dashboard.sections import related
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from tests.dashboard.pages.shown import text


def shown(data: Snapshot, name: str) -> str:
    return html_text(indicator.layout(data, indicator_id=name))


def test_every_number_has_its_passage(bees: Snapshot) -> None:
    html = shown(bees, "hives")
    assert '<tr id="hives-letter"' in html
    assert "<mark>Around 4,600 hives</mark> stood in" in html
    assert "<mark>almost 4,000 hives</mark>" in html
    assert "Table 1" in html
    assert '<a class="figure by-reference" href="/observations/hives-census">4,215' in html


def test_it_says_what_kind_it_is_and_how_much_is_known(bees: Snapshot, real: Snapshot) -> None:
    assert "A count, in hives. 4 numbers in 3 sources." in text(shown(bees, "hives"))
    assert "A change over an earlier period of Honey yield , in percent. 1 number in 1 source." in text(
        shown(bees, "honey-growth")
    )
    own = next(one.indicator.id for one in real.register.derived.values() if one.is_own)
    assert " calculated." in text(shown(real, own))


def test_it_leads_to_its_files_its_citation_and_its_level(bees: Snapshot) -> None:
    html = shown(bees, "honey-growth")
    for place in ("/download/indicators/honey-growth.csv", "/indicators/honey-growth.json"):
        assert f'href="{place}"' in html
    assert 'href="/cite/collection.bib"' in html
    assert 'href="/indicators/honey"' in html


def test_accounts_are_compared(bees: Snapshot) -> None:
    assert "4,215 is not below 4,000." in text(shown(bees, "hives"))
    assert "Other accounts" not in shown(bees, "founders")


def test_an_indicator_that_no_source_states_has_its_calculation(real: Snapshot) -> None:
    stated = {number.indicator.id for number in real.register.observations}
    derived = {number.indicator.id for number in real.register.derived.values()}
    html = shown(real, min(derived - stated))
    assert '<ol class="working">' in html
    assert "Every number and its passage" not in html


def test_a_long_series_stands_year_by_year_in_the_table_of_its_chart_and_nowhere_else(real: Snapshot) -> None:
    register = real.register
    many = next(name for name in register.indicators if len(register.observations.where("indicator_id", name)) > 20)
    html = shown(real, many)
    assert "Every number and its passage" not in html
    assert html.count('class="years"') == 1
    assert html.partition('class="years"')[2].count("figure by-reference") > 20


def test_how_many_numbers_were_calculated_is_folded(real: Snapshot) -> None:
    counted = [one.indicator.id for one in real.register.derived.values()]
    many = next(name for name in counted if counted.count(name) > related.FEW)
    assert f"<summary>How {counted.count(many)} numbers were calculated</summary>" in shown(real, many)


def test_nothing_has_an_unknown_id(bees: Snapshot) -> None:
    with pytest.raises(Unknown):
        shown(bees, "hive")
    assert indicator.title(bees, "hives") == "Hives before winter"
    assert indicator.summary(bees, "hives") == bees.register.indicators["hives"].definition
