"""What the first lines of a plain text say of it."""

from __future__ import annotations

import pytest

from validation.files.converters import labels

ARCHIVE = """The Honey Archive EBook of The Voyage of the Bee, by Ann Lee

This text is for whoever wants it.

Title: The Voyage of the Bee
       And of Her Hive

Author: Ann Lee

Release Date: February, 2003 [EBook #3704]

Language: English

It had 12 hives.
"""


def test_labels_near_the_head_are_taken() -> None:
    assert labels.said(ARCHIVE) == {
        "title": "The Voyage of the Bee And of Her Hive",
        "author": "Ann Lee",
        "author_kind": "person",
        "published": "2003-02",
        "language": "en",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Honey Archive EBook of The Bee, by Ann Lee\n", {"title": "The Bee", "author": "Ann Lee"}),
        ("The Bee, by Ann Lee and Bo Chen\n", {"title": "The Bee", "author": "Ann Lee; Bo Chen"}),
        ("Honey, by far\n", {"title": "Honey, by far"}),
        ("Honey\n\nAuthor: Various\nLanguage: de-AT\n", {"title": "Honey", "language": "de-AT"}),
        ("Honey\nDate: 5 May 2021\nRelease date: 7 May 2022\n", {"title": "Honey", "published": "2021-05-05"}),
        ("Honey\nDate: 04/05/2021\nLanguage: Beeish\n", {"title": "Honey"}),
        ("  Title: The Bee\n  Author: Ann Lee\n", {"title": "The Bee", "author": "Ann Lee"}),
        ("Title:\nDate: 2021\n", {"published": "2021"}),
        ("Honey\n" + "\n" * 40 + "Title: The Bee\n", {"title": "Honey"}),
    ],
)
def test_what_names_nothing_is_left_out(text: str, said: dict[str, str]) -> None:
    found = labels.said(text)
    found.pop("author_kind", "")
    assert found == said


def test_the_first_of_two_counts() -> None:
    assert labels.said("Title: One Bee\nTitle: Two Bees\n") == {"title": "One Bee"}
