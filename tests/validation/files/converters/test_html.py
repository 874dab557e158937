"""A page's main text, and what the page says of itself."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from validation.files.converters import html
from validation.files.converters.converted import Refused

WORDS = "Keepers in the valley took in almost 4,000 hives before winter, the association of keepers says in its report."
HEAD = """<title>The Honey Year | Honey News</title><meta property="og:title" content="The Honey Year">
<meta property="og:site_name" content="Honey News"><meta name="author" content="Ann Lee; Bo Chen">
<meta property="article:published_time" content="2024-03-12T08:00:00Z">
<link rel="canonical" href="https://bees.example/honey-year">"""


def page(body: str, head: str = HEAD, lang: str = ' lang="en_GB"') -> bytes:
    return f"<!DOCTYPE html><html{lang}><head>{head}</head><body>{body}</body></html>".encode()


MENUS = "<nav><a href=/>Home 11</a> <a href=/2023>Archive 2023</a></nav>"
COMMENTS = (
    "<div id=comments class=comments><h3>Comments</h3><p class=comment>77 of us disagree with all of it.</p></div>"
)
ARTICLE = f"<article><h1>The Honey Year</h1>{''.join(f'<p>{i}. {WORDS}</p>' for i in range(30, 36))}</article>"
TABLE = "<table><tr><th>Year</th><th>Hives</th></tr><tr><td>2020</td><td>3,900</td></tr></table>"


def test_the_main_text_is_taken_without_menus_and_comments() -> None:
    text = html.converted(page(MENUS + ARTICLE.replace("</article>", f"{TABLE}</article>") + COMMENTS)).text
    assert text.count("almost 4,000 hives") == 6
    assert "Year\tHives\n2020\t3,900\n" in text
    assert not [words for words in ("Archive", "11", "77", "disagree") if words in text]


def test_what_the_page_says_of_itself_is_stated() -> None:
    made = html.converted(page(MENUS + ARTICLE))
    assert made.said == {
        "title": "The Honey Year",
        "author": "Ann Lee; Bo Chen",
        "author_kind": "person",
        "publisher": "Honey News",
        "published": "2024-03-12",
        "url": "https://bees.example/honey-year",
        "language": "en-GB",
    }
    assert made.inferred == ("author_kind",)


def test_authors_are_of_the_kind_that_its_data_say() -> None:
    data = {"@graph": [{"@type": "Article", "author": [{"@type": "Organization", "name": "Bee Board"}]}]}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    made = html.converted(page(MENUS + ARTICLE, script))
    assert (made.said["author"], made.said["author_kind"]) == ("Bee Board", "organization")
    assert "author_kind" not in made.inferred


def test_what_is_not_said_is_not_made_up() -> None:
    made = html.converted(page(MENUS + ARTICLE, "", ""))
    assert made.said.keys() <= {"title", "publisher"}
    assert "By Ann Lee" in html.converted(page(f"<p>By Ann Lee</p>{ARTICLE}", "")).text
    assert "author" not in html.converted(page(f"<p>By Ann Lee</p>{ARTICLE}", "")).said
    for nobody in ("https://bees.example/ann", "ann@bees.example", "Ann Lee 2024"):
        assert "author" not in html.converted(page(ARTICLE, f'<meta name="author" content="{nobody}">')).said


def test_a_day_in_its_text_is_a_guess() -> None:
    made = html.converted(page(ARTICLE.replace("</h1>", "</h1><p>12 March 2024</p>"), ""))
    assert (made.said["published"], made.inferred) == ("2024-03-12", ("published",))


def test_a_document_that_was_saved_as_html_is_taken_whole() -> None:
    text = html.converted(page("<h1>Hives</h1><p>12</p><div>13</div><table><tr><td>14<td>15</table><p>12</p>", "")).text
    assert text == "Hives\n\n12\n\n13\n\n14\t15\n\n12\n"


def test_merged_cells_of_a_document_that_was_saved_as_html_keep_their_columns() -> None:
    rows = "<tr><td>Hives</td><td colspan=2>2020</td><td>2021</td></tr><tr><td>a</td><td>1</td><td>2</td><td>3</td>"
    made = html.converted(f"<html><body><p>Bees</p><table>{rows}</tr></table></body></html>".encode())
    assert "Hives\t2020\t\t2021\na\t1\t2\t3\n" in made.text


def test_a_short_page_keeps_its_lines() -> None:
    text = html.converted(
        page("<script>1</script><h1>Hives</h1><table><tr><td>120<td>345<tr><td>6<td>7</table>", "")
    ).text
    assert "120\t345\n6\t7\n" in text


@pytest.mark.parametrize("body", ["", "<script>12</script>", "<nav>12</nav>", "<img src=a12.png>"])
def test_a_page_without_text_is_refused(body: str) -> None:
    with pytest.raises(Refused, match="no text of its own; save it"):
        html.converted(page(body, ""))


def test_its_encoding_is_told() -> None:
    made = html.converted(f"<html><meta charset=latin1><p>Größe {WORDS}</p>".encode("latin-1"))
    assert "Größe" in made.text
    assert "read as cp1252" in made.remarks[0]


NUMBERS = st.sampled_from(
    ["12.5%", "4,000", "1\xa0000", "$73.15 billion", "27", "−3.5", "½", "3/4", "10⁶", "2019–20", "5 m²"]
)
INLINE = st.tuples(st.sampled_from(["{}", "<b>{}</b>", "a <i>{}</i> b", "<a href='/9'>{}</a>", "{}<br>{}"]), NUMBERS)
BLOCKS = st.sampled_from(
    ["<p>{}</p>", "<div>{}</div>", "<ul><li>{}</ul>", "<h2>{}</h2>", "<table><tr><td>x<td>{}</table>"]
)


@settings(max_examples=40)
@given(st.lists(st.tuples(BLOCKS, INLINE), min_size=1, max_size=8))
def test_numbers_come_out_unchanged_and_in_order(made: list[tuple[str, tuple[str, str]]]) -> None:
    body = "".join(block.format(inline.format(number, number)) for block, (inline, number) in made)
    text, expected = html.converted(page(body, "")).text, []
    for _, (inline, number) in made:
        expected += [number] * inline.count("{}")
    place = -1
    for number in expected:
        place = text.find(number, place + 1)
        assert place >= 0, (number, text)
        around = text[max(place - 1, 0) : place] + text[place + len(number) :][:1]
        assert not any(map(str.isalnum, around))
