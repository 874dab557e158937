"""What references have beside a number: the verdict in a line, the others folded, all in a table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.sections import checks
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from tests.dashboard.pages.shown import links, text
from validation.language import periods
from validation.model.observations import Observation
from validation.model.verdicts import Check
from validation.vocabulary import DISPUTED, MATCHED, NOT_FOUND, OTHER_SCOPE


def number(data: Snapshot, name: str, **changes: object) -> Observation:
    return replace(data.register.numbers[name], **changes)


def check(data: Snapshot, verdict: str, explanation: str) -> Check:
    """A number that is held against what the letter has."""
    return Check(number(data, "hives-report"), number(data, "hives-letter"), verdict, explanation)


def line(*found: Check) -> str:
    return html_text(checks.verdict(found))


@pytest.mark.parametrize(
    ("explanation", "told"),
    [
        (
            "The reference has around 4,600 hives in 2021, by keepers. It counts all.",
            "Matches public statistics . A Letter on Bees has around 4,600 hives in 2021 , by keepers. It counts all.",
        ),
        (
            "The reference, of March, has Around 4,600 hives for 2021.",
            "Matches public statistics . A Letter on Bees, of March, has Around 4,600 hives for 2021 .",
        ),
        (
            "The letter has around 4,600 hives in 2021.",
            "Matches public statistics . A Letter on Bees has around 4,600 hives for 2021 . "
            "The letter has around 4,600 hives in 2021.",
        ),
        (
            "The reference has 14,600 hives, in 2021.",
            "Matches public statistics . A Letter on Bees has around 4,600 hives for 2021 . "
            "The reference has 14,600 hives, in 2021.",
        ),
        (
            "The reference has around 4,600 hives. It is of 2021.",
            "Matches public statistics . A Letter on Bees has around 4,600 hives for 2021 . "
            "The reference has around 4,600 hives. It is of 2021.",
        ),
    ],
)
def test_an_explanation_that_has_number_and_period_is_told_once(data: Snapshot, explanation: str, told: str) -> None:
    html = line(check(data, MATCHED, explanation))
    assert text(html) == told
    assert links(html) == ["/observations/hives-letter"]
    assert "<strong>2021</strong>" in html


def test_a_span_of_time_is_found_in_either_spelling(data: Snapshot) -> None:
    span = number(data, "hives-letter", period=periods.read("2021-01/2021-04"))
    told = Check(span, span, MATCHED, "The reference has around 4,600 hives for January to April 2021.")
    assert "<strong>January to April 2021</strong>." in line(told)


def test_what_stands_in_the_name_of_a_source_is_no_period(data: Snapshot) -> None:
    letter = number(data, "hives-letter")
    named = replace(letter, source=replace(letter.source, short_name="Bees of 2021"))
    html = line(Check(letter, named, MATCHED, "The reference has around 4,600 hives in 2021."))
    assert "Bees of 2021 has " in html
    assert "in <strong>2021</strong>." in html


def test_something_else_is_called_by_its_name(data: Snapshot) -> None:
    other = Check(number(data, "hives-report"), number(data, "honey-letter"), OTHER_SCOPE, "It is honey.")
    assert text(line(other)).startswith(
        "Not comparable . A Letter on Bees has about 90 t as “Honey yield” for 2021 . It is honey."
    )


def test_without_a_reference_there_is_the_explanation(data: Snapshot) -> None:
    assert text(line(Check(number(data, "hives-report"), None, NOT_FOUND, "Nobody counted."))) == (
        "Not found . Nobody counted."
    )
    assert checks.verdict([]) == []


def test_other_references_are_folded_with_what_each_comes_to(data: Snapshot) -> None:
    html = line(check(data, DISPUTED, "It has more."), check(data, OTHER_SCOPE, "It has others."))
    before, _, folded = html.partition("<details")
    assert "verdict-unequal" in before
    assert text(f"<details{folded}").startswith(
        "1 more reference Not comparable: measures something near it . A Letter on Bees has"
    )


def test_a_table_names_the_source_of_all_or_each(data: Snapshot) -> None:
    found = check(data, MATCHED, "")
    assert text(html_text(checks.beside([found]))) == (
        "What A Letter on Bees has Number When, and what comes of it around 4,600 hives 2021 Matches public statistics"
    )
    report = Check(found.number, number(data, "hives-report", period=periods.read("1999")), DISPUTED, "")
    words = text(html_text(checks.beside([found, found, report])))
    assert words.startswith("What public statistics have")
    assert "almost 4,000 hives 1999, The Honey Year Disputed" in words
    # The first gives the verdict, the others follow in time.
    assert words.index("2021, A Letter on Bees") < words.index("1999, The Honey Year") < words.rindex("2021, A Letter")


def test_a_table_names_what_and_where_the_other_side_is_of_where_that_differs(data: Snapshot) -> None:
    honey = number(data, "honey-report")
    nearby = number(data, "hives-letter", indicator=honey.indicator, area=replace(honey.area, id="dale", name="Dale"))
    one = replace(check(data, OTHER_SCOPE, ""), reference=nearby)
    assert f"{honey.indicator.name}, Dale, 2021" in text(html_text(checks.beside([one])))
    itself = text(html_text(checks.beside([one], documents=True)))
    assert f"{one.number.indicator.name}, {one.number.area.name}, " in itself


def test_a_reference_s_table_has_the_documents_side(data: Snapshot) -> None:
    html = html_text(checks.beside([check(data, MATCHED, "")], documents=True))
    assert "What The Honey Year has" in html
    assert links(html) == ["/observations/hives-report"]
    assert 'class="figure by-document"' in html
