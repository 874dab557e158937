"""Plain text as it is, but for its encoding, its line ends, and what nobody sees."""

from __future__ import annotations

from validation.files.converters import plain


def test_a_plain_text_is_the_document_itself() -> None:
    text = "The Honey Year\n\n\n  It rose  12.5%. \n"
    made = plain.converted(text.encode())
    assert made.text == text
    assert (made.said, made.inferred) == ({"title": "The Honey Year"}, ("title",))
    assert made.remarks == ()


def test_another_encoding_and_other_line_ends_are_told() -> None:
    made = plain.converted("Größe\r\n12 März\r\n".encode("cp1252"), "cp1252")
    assert made.text == "Größe\n12 März\n"
    assert made.by.endswith(", cp1252")
    assert "read as cp1252" in made.remarks[0]


def test_what_its_first_lines_name_is_a_guess() -> None:
    made = plain.converted(b"An archive\n\nTitle: The Bee\nAuthor: Ann Lee\nLanguage: English\n\nIt had 12 hives.\n")
    said = {"title": "The Bee", "author": "Ann Lee", "author_kind": "person", "language": "en"}
    assert made.said == said
    assert set(made.inferred) == {*said}


def test_a_date_at_its_top_is_a_guess() -> None:
    made = plain.converted(b"Honey\n12 March 2024\n")
    assert (made.said["published"], made.inferred) == ("2024-03-12", ("title", "published"))
