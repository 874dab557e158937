"""A PDF's pages, lines, cells and small marks, and what the file says of itself."""

from __future__ import annotations

import pytest

from tests.papers import Words, pdf
from validation.files.converters import pdf as converter
from validation.files.converters.converted import Refused
from validation.language import numerals


def text(*words: Words) -> str:
    return converter.converted(pdf(words)).text


def lines(*written: str, x: float = 72, top: float = 700) -> list[Words]:
    return [Words(words, x, top - 14 * number) for number, words in enumerate(written)]


def test_pages_are_parted_by_a_form_feed() -> None:
    made = converter.converted(pdf([Words("It rose to 12")], [], [Words("million hives")]))
    assert made.text == "It rose to 12\n\f\n\fmillion hives\n"
    assert made.remarks == ("1 page has no text, perhaps pictures: 2",)
    assert [one.text for one in numerals.read(made.text)] == ["12", "million"], "a number ends with its page"


def test_two_columns_stay_whole() -> None:
    left, right = lines("Hives rose", "to 4,000 in", "2021"), lines("Yield fell", "by 3.5% in", "2020", x=320)
    assert text(*left, *right) == "Hives rose\nto 4,000 in\n2021\nYield fell\nby 3.5% in\n2020\n"


def test_a_row_is_a_line_with_tabs() -> None:
    row = [Words(words, x, 600) for words, x in (("Hives", 72), ("4,000", 200), ("345", 238), ("678", 266))]
    assert text(*row) == "Hives\t4,000\t345\t678\n"


def test_digits_one_below_the_other_are_lines() -> None:
    assert text(*lines("1", "2", "3")) == "1\n2\n3\n"


def test_a_paragraph_ends_with_a_larger_gap() -> None:
    assert text(*lines("a", "b", "c"), *lines("d", "e", top=630)) == "a\nb\nc\n\nd\ne\n"


@pytest.mark.parametrize(
    ("behind", "small", "x", "said"),
    [("It had 27", "3", 120, "It had 27³"), ("so it was in 2010.", "12", 164, "so it was in 2010. [12]")],
)
def test_small_digits_are_raised(behind: str, small: str, x: float, said: str) -> None:
    assert text(Words(behind), Words(small, x, 705, 7)) == f"{said}\n"


def test_small_digits_are_lowered_and_small_words_stay() -> None:
    assert text(Words("CO"), Words("2", 90, 697, 7)) == "CO₂\n"
    assert text(Words("It had "), Words("PIRLS 2011", 112, 703, 7)) == "It had PIRLS 2011\n"


def test_what_is_turned_is_a_line_of_its_own() -> None:
    turned = [Words("Hives in thousands", 40, 300, turned=90), Words("12", 72, 400), Words("13", 72, 386)]
    assert text(*turned) == "Hives in thousands\n12\n13\n"
    page = [Words(words, x, 300, turned=90) for words, x in (("Year", 100), ("2021", 114))]
    assert text(*page) == "Year\n2021\n", "a page that lies on its side"


def test_a_word_parted_at_a_line_s_end_is_made_whole_where_it_stands_whole() -> None:
    parted = lines("All keepers came, and these keep-", "ers had 12 hives, age-", "adjusted 2019-", "20 and more")
    assert text(*parted) == "All keepers came, and these keepers\nhad 12 hives, age-\nadjusted 2019-\n20 and more\n"


def test_what_it_says_of_itself_is_stated_where_the_text_has_it_too() -> None:
    info = {"Title": "The Honey Year", "Author": "Ann Lee", "CreationDate": "D:20240312080000Z"}
    stated = converter.converted(pdf(lines("The Honey Year", "by Ann Lee"), info=info, language="en-GB"))
    assert stated.said == {
        **{"title": "The Honey Year", "author": "Ann Lee", "author_kind": "person"},
        **{"published": "2024-03-12", "language": "en-GB"},
    }
    assert stated.inferred == ("author_kind", "published")
    guessed = converter.converted(pdf(lines("It rose"), info=info))
    assert guessed.said == {"title": "The Honey Year", "published": "2024-03-12"}
    assert guessed.inferred == ("published", "title")


def test_a_headline_is_the_largest_type() -> None:
    page = [
        Words("Annual statistics", size=9, y=800),
        Words("The Honey", size=26, y=760),
        Words("Year", size=26, y=730),
    ]
    made = converter.converted(pdf([*page, *lines("It rose.", "So it was.", "And so on.")], info={"Title": "a.doc"}))
    assert (made.said["title"], made.inferred) == ("The Honey Year", ("title",))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf([], []), "a scan without text: 2 pages, not a letter; recognize its text first"),
        (pdf(lines("It rose"), locked=True), "locked with a password; save it without one"),
        (pdf(lines("It rose"))[:-200], "the end of the PDF is missing; get the whole file"),
        (b"%PDF-1.4\n%%EOF\n", "no PDF that can be read; get the whole file"),
    ],
)
def test_what_can_t_be_read_is_refused_with_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        converter.converted(data)


def test_it_has_an_encoding_of_its_own() -> None:
    with pytest.raises(Refused, match="add it without --encoding"):
        converter.converted(pdf(lines("It rose")), "latin-1")
