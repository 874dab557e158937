"""Numbers held against references: the order, what came of a number, filters and their counts, the empty page."""

from __future__ import annotations

import re

import pytest

from dashboard.app import create_app
from dashboard.pages import checked
from dashboard.sections import checks
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot, Store, load
from tests import collection
from tests.dashboard.pages.shown import links, show, text
from validation import vocabulary
from validation.model import verdicts
from validation.vocabulary import NOT_COMPARABLE, OTHER_PERIOD, OTHER_SCOPE, OUTCOMES, VERDICTS


def sections(shown: str) -> list[str]:
    return re.findall('<section aria-labelledby="[a-z-]+" class="section" id="(.+?)">', shown)


@pytest.fixture(scope="module")
def unchecked(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return load(*collection.write(tmp_path_factory.mktemp("unchecked")))


def test_the_gravest_comes_first(real: Snapshot) -> None:
    outcomes = [vocabulary.outcome(verdict).code for verdict in VERDICTS]
    shown = sections(show(checked.found, real))
    assert shown == [outcome for outcome in dict.fromkeys(outcomes) if outcome in shown]
    assert len(shown) > 3


def test_every_check_is_told(real: Snapshot) -> None:
    shown = text(show(checked.found, real))
    for check in verdicts.checks(real.register):
        told = [check.explanation, check.reference.label if check.reference else "Not found"]
        assert [words for words in told if " ".join(words.split()) not in shown] == []


def test_a_number_stands_beside_its_reference(bees: Snapshot) -> None:
    shown = show(checked.found, bees, "verdict=disputed")
    assert "almost 4,000 hives" in text(shown)
    assert {"/observations/hives-report", "/sources/bee-census?at=hives-census"} <= set(links(shown))
    assert 'href="https://bees.example/census"' in shown
    assert "The census has more than 4,000." in shown


def test_several_references_of_a_number_are_together(bees: Snapshot) -> None:
    shown = show(checked.found, bees, "verdict=disputed")
    assert shown.count("<article") == 1
    assert text(shown).index("The census has more") < text(shown).index("1 more reference")


def test_the_reference_most_like_a_number_is_first_as_on_its_own_page(real: Snapshot) -> None:
    articles = show(checked.found, real).split("<article")[1:]
    assert len(articles) == len(checked.held(real.register))
    for one, article in zip(checked.held(real.register), articles, strict=True):
        first = checks.ordered(real.register, one.number)[0]
        label = first.reference.label if first.reference else ""
        assert " ".join(label.split()) in text(article.split("</summary>")[0])
        assert " ".join(first.explanation.split()) in text(article.split('class="fold"')[0])


def test_what_a_pair_comes_to_is_said_where_it_differs(bees: Snapshot) -> None:
    rows = show(checked.found, bees, "verdict=disputed").split('class="pairs"')[1]
    assert "about 3,900 hives · Bee census Matches public statistics Their guess is near it." in text(rows)
    assert "verdict-unequal" not in rows
    assert "verdict-tick" not in show(checked.found, bees, "verdict=matched").split('class="pairs"')[1]


def test_title_chips_and_list_count_numbers(bees: Snapshot) -> None:
    shown = text(show(checked.layout, bees))
    assert "1 of 16 numbers matches public statistics, 1 is disputed" in shown
    assert "All 16 Matches public statistics 1 Disputed 1 Not found 14" in shown
    assert "16 numbers, beside 2 of references" in shown
    assert "Disputed (1)" in shown


def test_a_reference_that_several_numbers_stand_beside_counts_once(real: Snapshot) -> None:
    beside = {check.reference.id for one in checked.held(real.register) for check in one.checks if check.reference}
    assert f" numbers, beside {len(beside)} of references" in text(show(checked.layout, real))


def test_the_chips_have_the_counts_of_every_page(real: Snapshot) -> None:
    shown = show(checked.found, real)
    for outcome, count in verdicts.outcomes(real.register).items():
        (chip,) = re.findall(f'<a class="chip" href="/checked.verdict={outcome}">(.+?)</a>', shown)
        assert text(chip) == f"{OUTCOMES[outcome].words} {count}"


def test_a_chip_keeps_the_document_and_the_form_the_outcome(bees: Snapshot) -> None:
    shown = show(checked.layout, bees, "verdict=matched&source=letter-on-bees&utm=x")
    assert "/checked?source=letter-on-bees&verdict=not-found" in links(shown)
    assert re.search('<input (?=.*name="verdict")(?=.*value="matched")[^>]+type="hidden"', shown)
    assert 'aria-current="true" class="chip on" href="/checked?source=letter-on-bees&amp;verdict=matched"' in shown


def test_an_outcome_has_every_verdict_that_comes_to_it(real: Snapshot) -> None:
    together = checked.chosen(real, {"verdict": NOT_COMPARABLE})
    each = [one for verdict in (OTHER_PERIOD, OTHER_SCOPE) for one in checked.chosen(real, {"verdict": verdict})]
    assert {one.number.id for one in together} == {one.number.id for one in each}
    assert len(together) == len(each) > 1
    finer = text(show(checked.found, real, f"verdict={OTHER_PERIOD}"))
    assert f"of references · {VERDICTS[OTHER_PERIOD].words}" in finer


@pytest.mark.parametrize(
    ("search", "count"),
    [
        ("", 16),
        ("verdict=matched", 1),
        ("source=letter-on-bees&verdict=matched", 1),
        ("topic=Land&verdict=not-found", 3),
        ("verdict=not-found", 14),
    ],
)
def test_filters_narrow(bees: Snapshot, search: str, count: int) -> None:
    assert re.search(rf" {count} numbers?,? ", text(show(checked.found, bees, search)))


def test_a_combination_that_nothing_has_says_so(bees: Snapshot) -> None:
    for search in ("source=letter-on-bees&verdict=disputed", "verdict=not-comparable"):
        assert "No check has all of this." in show(checked.found, bees, search)


@pytest.mark.parametrize("search", ["verdict=wrong", "source=bee-census", "topic=Fish"])
def test_what_no_check_has_is_refused(bees: Snapshot, search: str) -> None:
    for ask in (checked.layout, checked.found):
        with pytest.raises(Unacceptable):
            show(ask, bees, search)


def test_many_of_one_outcome_are_on_pages_of_their_own(bees: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked, "FEW", 3)
    monkeypatch.setattr(checked, "PAGE", 2)
    together = show(checked.found, bees)
    assert "Not found (14)" in text(together)
    assert together.count("<article") == 1 + 1 + 3
    assert '<a href="/checked?verdict=not-found">See all 14</a>' in together
    pages = [show(checked.found, bees, f"verdict=not-found&page={page}") for page in range(1, 8)]
    numbers = [id for page in pages for id in re.findall('pair-number" href="(.+?)"', page)]
    assert len(numbers) == len(set(numbers)) == 14, "each is on one page"
    assert "/checked?verdict=not-found&page=2" in links(pages[0])
    of_a_topic = show(checked.found, bees, "topic=Land&verdict=not-found")
    assert "/checked?topic=Land&verdict=not-found&page=2" in links(of_a_topic)


@pytest.mark.parametrize("page", ["0", "x", "2"])
def test_a_page_that_there_is_not_is_refused(bees: Snapshot, page: str) -> None:
    with pytest.raises(Unacceptable):
        show(checked.found, bees, f"verdict=not-found&page={page}")


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
