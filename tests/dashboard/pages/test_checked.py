"""Numbers held against references: the order, what a number's verdicts come to, filters, the empty page."""

from __future__ import annotations

import re

import pytest

from dashboard.app import create_app
from dashboard.pages import checked
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot, Store, load
from tests import collection
from tests.dashboard.pages.shown import links, show, text
from validation.vocabulary import VERDICTS


def sections(shown: str) -> list[str]:
    return re.findall('<section aria-labelledby="[a-z-]+" class="section" id="(.+?)">', shown)


@pytest.fixture(scope="module")
def unchecked(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return load(*collection.write(tmp_path_factory.mktemp("unchecked")))


def test_the_gravest_comes_first(real: Snapshot) -> None:
    shown = sections(show(checked.found, real))
    assert shown == [verdict for verdict in VERDICTS if verdict in shown]
    assert len(shown) > 3


def test_every_check_is_told(real: Snapshot) -> None:
    shown = show(checked.found, real)
    assert shown.count("<li>") == len(real.register["checks"])


def test_a_number_stands_beside_its_reference(bees: Snapshot) -> None:
    shown = show(checked.found, bees, "verdict=disputed")
    assert "almost 4,000 hives" in shown
    assert {"/observations/hives-report", "/observations/hives-census", "/sources/bee-census"} <= set(links(shown))
    assert 'href="https://bees.example/census"' in shown
    assert "The census has more than 4,000." in shown


def test_what_a_pair_comes_to_is_said_where_it_differs(bees: Snapshot) -> None:
    shown = text(show(checked.found, bees, "verdict=disputed"))
    assert shown.index("The census has more") < shown.index("✓ Matches public statistics Their guess")
    assert "! Disputed" not in shown
    assert "✓" not in text(show(checked.found, bees, "verdict=matched"))


def test_title_tiles_and_list_count_numbers(bees: Snapshot) -> None:
    shown = text(show(checked.layout, bees))
    assert "1 of 16 checked numbers match public statistics, 1 disputed" in shown
    assert "disputed 1 matches public statistics 1 not found 14" in shown
    assert "16 numbers, 3 pairs" in shown
    assert "Disputed (1)" in shown


@pytest.mark.parametrize(
    ("search", "count"),
    [
        ("", 16),
        ("verdict=matched", 1),
        ("source=letter-on-bees&verdict=matched", 1),
        ("topic=Land&verdict=not-found", 3),
    ],
)
def test_filters_narrow(bees: Snapshot, search: str, count: int) -> None:
    assert text(show(checked.found, bees, search)).startswith(f"{count} number")


def test_a_combination_that_nothing_has_says_so(bees: Snapshot) -> None:
    assert "No check has all of this." in show(checked.found, bees, "source=letter-on-bees&verdict=disputed")


@pytest.mark.parametrize("search", ["verdict=wrong", "source=bee-census", "topic=Fish"])
def test_what_no_check_has_is_refused(bees: Snapshot, search: str) -> None:
    for ask in (checked.layout, checked.found):
        with pytest.raises(Unacceptable):
            show(ask, bees, search)


def test_what_can_be_asked_is_not_refused(bees: Snapshot, unchecked: Snapshot) -> None:
    assert "<h1" in show(checked.layout, bees, "verdict=disputed&source=letter-on-bees&other=whatever")
    assert "<h1" in show(checked.layout, unchecked, "verdict=disputed")


def test_without_checks_a_sentence_says_so_and_no_link_leads_there(unchecked: Snapshot) -> None:
    app = create_app(Store(lambda: unchecked))
    assert "has been held against a reference yet" in show(checked.layout, unchecked)
    assert checked.PATH not in app.site.paths(unchecked)
    assert app.server.test_client().get(checked.PATH).status_code == 200


def test_with_checks_the_navigation_leads_there(bees: Snapshot) -> None:
    assert checked.PATH in create_app(Store(lambda: bees)).site.paths(bees)
