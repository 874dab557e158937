"""What a file says of itself, and whether it says so or it is guessed."""

from __future__ import annotations

import pytest

from validation.files.converters import facts


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("\n The Honey\tYear \n\nIt rose.", "The Honey Year"),
        ("It rose by 12.5%.\nMore", ""),
        ("x" * 200, ""),
        ("2023\nMore", ""),
        ("", ""),
    ],
)
def test_a_heading_is_a_line_that_ends_no_sentence(text: str, heading: str) -> None:
    assert facts.heading(text) == heading


@pytest.mark.parametrize(
    ("named", "headline", "title"),
    [
        ("the honey year", "Large", ("the honey year", True)),
        ("Another title", "Large", ("Another title", False)),
        ("report_final", "Large words", ("Large words", False)),
        ("Microsoft Word - a.doc", "Large words", ("Large words", False)),
        ("untitled", "1.5 2.0", ("The Honey Year", False)),
    ],
)
def test_a_title_that_the_text_has_is_stated(named: str, headline: str, title: tuple[str, bool]) -> None:
    assert facts.title("The Honey Year\n\nIt rose.", named, headline) == title


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Honey\n12 March 2024\nIt rose.", "2024-03-12"),
        ("Honey\nGENEVA, March 12, 2024 – It rose.", "2024-03-12"),
        ("Honey\nIt rose to what it had been on 12 March 2024 and that was that, said who knows.", ""),
        ("Honey\n12 March 2024\n13 March 2024", ""),
        ("Founded\t12 March 2024", ""),
        ("Honey in 2024", ""),
        ("a\nb\nc\nd\ne\nf\n12 March 2024", ""),
    ],
)
def test_a_day_stands_nearly_alone_at_the_top(text: str, day: str) -> None:
    assert facts.day(text) == day


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("en_us", "en-US"),
        ("EN", "en"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("de-DE-u-co", "de-DE"),
        ("und", ""),
        ("english", ""),
    ],
)
def test_a_language_is_said_as_the_table_has_it(said: str, tag: str) -> None:
    assert facts.tag(said) == tag


@pytest.mark.parametrize(
    ("author", "kind"),
    [
        ("Ann Lee", "person"),
        ("Ann Lee; Bo van der Berg", "person"),
        ("Reuters", "organization"),
        ("the Staff", "organization"),
        ("Office for the Numbers of Bees", "organization"),
    ],
)
def test_people_have_names_of_two_words_or_more(author: str, kind: str) -> None:
    assert facts.author_kind(author) == kind
    assert facts.author_kind("Honey News", "Honey News") == "organization"


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("Ann Lee, Bo Chen and Cy van Orr", "Ann Lee; Bo Chen; Cy van Orr"),
        ("A. Lee; B. Chen", "A. Lee; B. Chen"),
        ("Lee, Ann", "Lee, Ann"),
        ("Office for Bees and Honey", "Office for Bees and Honey"),
    ],
)
def test_several_people_are_parted_where_each_has_a_whole_name(said: str, people: str) -> None:
    assert facts.people(said) == people


def test_a_stamp_is_a_day() -> None:
    assert facts.written_day("2024-03-12T08:00Z") == "2024-03-12"
    assert facts.written_day("2024-03") == "2024-03"
    assert facts.written_day("2024-13-12") == ""
    assert facts.address(" https://bees.example/1 ") == "https://bees.example/1"
    assert facts.address("javascript:alert(1)") == ""
