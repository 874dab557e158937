"""What is left out, and why."""

from __future__ import annotations

import pytest

from tests.validation.model.drafting.scenery import scene
from validation import vocabulary as codes
from validation.model.drafting.leaving import reason


@pytest.mark.parametrize(
    ("text", "numeral", "code"),
    [
        ("The treaty between the two nations held.", "two", codes.OF_IDIOM),
        ("The two states managed this.", "two", codes.OF_IDIOM),
        ("There are three potentially serious weaknesses in it.", "three", codes.OF_IDIOM),
        ("For four reasons it failed.", "four", codes.OF_IDIOM),
        ("Five years ago it was founded.", "Five", codes.OF_RELATION),
        ("It grew in the past ten years.", "ten", codes.OF_RELATION),
        ("It fell against twelve months previously.", "twelve", codes.OF_RELATION),
        ("Losses have not been this low in four years.", "four", codes.OF_RELATION),
        ("Most keepers are 24 year-olds.", "24", codes.OF_NAME),
        ("Hives: 417 tonnes in 2021-22", "2021-22", codes.OF_PERIOD),
        ("A legacy of the 19th and the 20th century.", "19th", codes.OF_PERIOD),
        ("It is a 19th-century worldview.", "19th-century", codes.OF_IDIOM),
        ("Sales in Q4 2019 were $5 million.", "Q4 2019", codes.OF_PERIOD),
        ("As of 31 March 2021 it had 40 hives.", "31 March 2021", codes.OF_PERIOD),
        ("In 2019 it sold $5 million and lost 3% of it.", "2019", codes.OF_PERIOD),
        ("They met at 3:15pm there.", "3:15pm", codes.OF_PERIOD),
        ("The G-7 are exploring it.", "G-7", codes.OF_NAME),
        ("As others found [12], it is so.", "12", codes.OF_MARK),
        ("Several hundred came.", "Several hundred", codes.OF_VAGUENESS),
    ],
)
def test_a_reason_is_told_by_the_words_around(text: str, numeral: str, code: str) -> None:
    found = reason(scene(text, numeral))
    assert found is not None
    assert found.code == code
    assert found.why


@pytest.mark.parametrize(
    ("text", "numeral"),
    [
        ("The four disputed islands are small.", "four"),
        ("It took two ships.", "two"),
        ("They kept 12 hives.", "12"),
        ("It lasted for 30 years.", "30"),
        ("It was supposed to last for 30 years.", "30"),
        ("In 2019 it sold 12 tonnes.", "2019"),
        ("The 1858 Treaty of Bees established this.", "1858"),
        ("By the 1858 Treaty of Bees it was given up.", "1858"),
        ("In 1969 they fought.", "1969"),
        ("A 2017 poll found that 30% did and 50% did not.", "2017"),
    ],
)
def test_numbers_and_events_are_not_left_out(text: str, numeral: str) -> None:
    assert reason(scene(text, numeral)) is None


def test_a_dateline_is_of_the_publication() -> None:
    found = reason(scene("April 24, 2024 - 3:15pm\n\nThe text begins here and says much.", "April 24, 2024", ahead=0))
    assert found is not None
    assert (found.code, found.sure) == (codes.OF_PUBLICATION, codes.SURE)
