"""A Word document's text, tables and notes, and the archives that are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.papers import RAISED, WORD, docx, paragraph, run, table
from validation.files.converters import docx as converter
from validation.files.converters.converted import Refused
from validation.files.converters.kinds import converted

NOTE = '<w:footnote w:id="2"><w:p><w:r><w:t>Of 7 keepers.</w:t></w:r></w:p></w:footnote>'
MARK = '<w:r><w:footnoteReference w:id="2"/></w:r>'
HEADING = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>The Honey Year</w:t></w:r></w:p>'


def text(*body: str, notes: str = "") -> str:
    return converter.converted(docx("".join(body), notes=notes)).text


def test_paragraphs_tables_and_notes() -> None:
    body = (paragraph("It rose to 27", MARK, run(" hives")), table(["Year", "Hives"], ["2020", "4,000"]))
    assert text(*body, notes=NOTE) == "It rose to 27 [1] hives\n\nYear\tHives\n2020\t4,000\n\n[1] Of 7 keepers.\n"


def cell(words: str, how: str = "") -> str:
    return f"<w:tc><w:tcPr>{how}</w:tcPr>{paragraph(words)}</w:tc>"


def test_each_row_of_a_table_is_a_line_with_its_columns() -> None:
    rows = (
        "<w:trPr><w:tblHeader/></w:trPr>" + cell("Year") + cell("Hives", '<w:gridSpan w:val="2"/>') + cell("Bees"),
        cell("2020", '<w:vMerge w:val="restart"/>') + cell("1") + cell("2") + cell("3"),
        cell("", "<w:vMerge/>") + cell("4") + cell("5") + cell("6"),
    )
    made = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    lines = "Year\tHives\t\tBees\n2020\t1\t2\t3\n\t4\t5\t6"
    assert text(paragraph("Before"), made, paragraph("Behind")) == f"Before\n\n{lines}\n\nBehind\n"


def test_raised_digits_and_tabs_part_numbers() -> None:
    assert text(paragraph("It had 27", run("3", RAISED), run(" hives"))) == "It had 27³ hives\n"
    assert text(paragraph("<w:r><w:t>120</w:t><w:tab/><w:t>345</w:t></w:r>")) == "120\t345\n"


def test_what_is_inserted_stands_and_what_is_deleted_does_not() -> None:
    inserted = (
        '<w:ins w:id="1"><w:r><w:t>14</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>12</w:delText></w:r></w:del>'
    )
    assert text(paragraph(run("Exports were "), inserted, run(" million"))) == "Exports were 14 million\n"


def test_what_it_says_of_itself() -> None:
    core = "<dc:title>Honey</dc:title><dc:creator>Windows User</dc:creator>"
    styles = {"word/styles.xml": f'<w:styles xmlns:w="{WORD}"><w:lang w:val="en-GB" w:eastAsia="x"/></w:styles>'}
    made = converter.converted(docx(HEADING + paragraph("It rose."), core=core, others=styles))
    assert made.said == {"title": "Honey", "language": "en-GB"}
    assert made.inferred == ("language",)


def test_equations_are_left_out_and_told() -> None:
    body = paragraph(run("So "), '<m:oMath xmlns:m="x"><m:r><m:t>12</m:t></m:r></m:oMath>', run(" it is"))
    made = converter.converted(docx(body))
    assert made.remarks == ("1 equation left out",)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (docx(paragraph("1" * 51_000_000)), "unpacks to more than 50 MB of text"),
        (docx("", others={"word/document.xml": "<!DOCTYPE a [<!ENTITY b SYSTEM 'c'>]><a>&b;</a>"}), "document type"),
        (docx(paragraph("12"))[:-30], "no whole DOCX"),
        (docx(""), "holds no text"),
    ],
)
def test_what_can_t_be_read_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        converter.converted(data)


def test_an_archive_of_something_else_is_told_from_one() -> None:
    sheets = docx("").replace(b"word/document.xml", b"book/document.xml")
    with pytest.raises(Refused, match="an archive and no DOCX; save the document as DOCX"):
        converted(sheets, "a.docx")


NUMBERS = st.sampled_from(["12.5%", "4,000", "1\xa0000", "$73.15 billion", "27", "−3.5", "½", "10⁶", "2019–20"])


@settings(max_examples=40)
@given(st.lists(st.one_of(NUMBERS.map(paragraph), st.lists(NUMBERS, min_size=2, max_size=4).map(table)), min_size=1))
def test_numbers_come_out_unchanged_and_in_order(body: list[str]) -> None:
    found = text(*body)
    place = -1
    for number in (piece.split("</w:t>")[0] for block in body for piece in block.split('preserve">')[1:]):
        place = found.find(number, place + 1)
        assert place >= 0
        assert not any(map(str.isalnum, found[max(place - 1, 0) : place] + found[place + len(number) :][:1]))
