"""A tree as text: blocks as paragraphs, rows as lines, raised digits apart."""

from __future__ import annotations

import pytest
from lxml import html

from validation.files.converters import markup
from validation.language import numerals


def text(body: str) -> str:
    tree = html.fromstring(f"<body>{body}</body>")
    markup.unlaid(tree)
    markup.set_apart(tree)
    markup.spaced(tree)
    return markup.text(tree)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<h1>A</h1><p>b\n  c</p>d<div>e</div>", "A\n\nb c\n\nd\n\ne\n"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "a\nb\n\nc\n"),
        ("<p>a<br>b<br>c</p>", "a\nb\nc\n"),
        ("<pre>a\n   b</pre>", "a\n   b\n"),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", "a\tb\n1\t2\n"),
        ("<table><tr><td>a<td><td>3<tr><td><td>2<td></table>", "a\t\t3\n\t2\n"),
        ("<p>1&nbsp;000</p>", "1\xa0000\n"),
        ("<p>a <b>b</b><i>c</i></p><script>9</script><nav>8</nav><svg><text>7</text></svg>", "a bc\n"),
        ("<p>was <s>12</s>14, now <del>15</del> 16</p>", "was 14, now 16\n"),
    ],
)
def test_a_tree_is_read_as_a_reader_sees_it(body: str, said: str) -> None:
    assert text(body) == said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("27<sup>3</sup> and CO<sub>2</sub>", "27³ and CO₂\n"),
        ("27<sup><a href=#n>3</a></sup> and <a href=#n><sup>4</sup></a>", "27 [3] and [4]\n"),
        ("<a href=#>CO<sub>2</sub> and m<sup>2</sup></a>", "CO₂ and m²\n"),
        ("<b>27</b><sup>a</sup>", "27 [a]\n"),
        ("27<span style='vertical-align: super; x: y'>3</span>", "27³\n"),
        ("1<sup>3</sup>&frasl;<sub>4</sub>", "1¾\n"),
        ("10<sup>-<i>6</i></sup>", "10⁻⁶\n"),
        ("2010.<sup>12</sup> Then", "2010. [12] Then\n"),
    ],
)
def test_raised_digits_are_no_part_of_a_number(body: str, said: str) -> None:
    assert text(f"<p>{body}</p>") == said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<table><tr><td><table><tr><td>1<td>2</table><td>3</table>", "1\t2\n\n3\n"),
        ("<table><tr><td><p>a</p><p>b</p></table>", "a\n\nb\n"),
        ("<blockquote><table><tr><td>1<td>2</table></blockquote>", "1\t2\n"),
    ],
)
def test_a_table_that_lays_out_a_page_is_none(body: str, said: str) -> None:
    assert text(body) == said


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td>a<td>120<br>345</table>",
        "<table><tr><td>120<td>345</table>",
        "<div>120</div><div>345</div>",
        "<ul><li>120<li>345</ul>",
        "<td>120</td><td>345</td>",
    ],
)
def test_two_numbers_never_become_one(body: str) -> None:
    assert [one.text for one in numerals.read(text(body))] == ["120", "345"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("<tr><td>a<td colspan=2>b<td>c<tr><td>1<td>2<td>3<td>4", "a\tb\t\tc\n1\t2\t3\t4\n"),
        ("<tr><td rowspan=2>a<td>b<tr><td>2<tr><td>3<td>4", "a\tb\n\t2\n3\t4\n"),
        ("<tr><td>a<td rowspan=2 colspan=2>b<td>c<tr><td>1<td>4", "a\tb\t\tc\n1\t\t\t4\n"),
        ("<tr><td colspan=x>a<td rowspan=0>b<tr><td>1<td>2", "a\tb\n1\t2\n"),
    ],
)
def test_what_stands_behind_a_merged_cell_keeps_its_column(rows: str, said: str) -> None:
    tree = html.fromstring(f"<body><table>{rows}</table></body>")
    markup.unmerged(tree)
    assert markup.text(tree) == said


def test_the_first_heading_is_found() -> None:
    tree = html.fromstring("<body><h1> </h1><p>a</p><h1>The <b>Year</b></h1></body>")
    assert markup.first(tree, "h1") == "The Year"
    assert markup.first(tree, "h2") == ""
