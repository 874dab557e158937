"""Components as HTML text."""

from __future__ import annotations

from typing import Any

import pytest
from dash import html

from dashboard.design.controls import Input
from dashboard.state.addresses import below
from dashboard.web.document import About, Where, html_text, page


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (None, ""),
        (0, "0"),
        ("a < b & c", "a &lt; b &amp; c"),
        (["a", html.Br(), html.B("b")], "a<br><b>b</b>"),
        (html.P(["a", None, 1]), "<p>a1</p>"),
        (html.A("x", href='/?q="&a'), '<a href="/?q=&quot;&amp;a">x</a>'),
        (html.Label("x", htmlFor="y", className="z"), '<label class="z" for="y">x</label>'),
        (html.Option("x", selected=True, value=""), '<option selected value="">x</option>'),
        (html.Option("x", selected=False), "<option>x</option>"),
        (html.Td("x", colSpan=2, **{"data-a": "b"}), '<td colspan="2" data-a="b">x</td>'),
        (html.P("x", style={"minHeight": "3px", "color": "red"}), '<p style="min-height:3px;color:red">x</p>'),
        (html.P(id={"b": 1, "a": "x"}), '<p id="{&quot;a&quot;:&quot;x&quot;,&quot;b&quot;:1}"></p>'),
        (Input(type="checkbox", checked=True, name="a"), '<input checked name="a" type="checkbox">'),
        (
            html.Div(style={"--h320": "9px"}, **{"data-figure": "a/b"}),
            '<div data-figure="a/b" style="--h320:9px"></div>',
        ),
    ],
)
def test_html(node: Any, expected: str) -> None:
    assert html_text(node) == expected


def test_addresses_here_begin_with_the_root() -> None:
    links = [html.A("x", href=href) for href in ("/data", "#x", "//x.example", "https://x.example/data", "data")]
    form = html.Form(action="/search", **{"data-part": "/events/x", "data-name": "/x"})
    assert html_text([*links, form], below("/sea")) == (
        '<a href="/sea/data">x</a><a href="#x">x</a><a href="//x.example">x</a><a href="https://x.example/data">x</a>'
        '<a href="data">x</a><form action="/sea/search" data-name="/x" data-part="/sea/events/x"></form>'
    )


def test_a_number_stays_behind_a_name_but_where_the_words_have_a_direction_of_their_own() -> None:
    assert html_text(html.P(["By نزار, 2021 ", html.B("נמל 3")])) == "<p>By نزار\u200e, 2021 <b>נמל\u200e 3</b></p>"
    assert (
        html_text(html.P(["נמל, ", html.Mark("סירות 3")], dir="auto")) == '<p dir="auto">נמל, <mark>סירות 3</mark></p>'
    )


def test_a_page_names_its_data_and_its_files() -> None:
    text = page("Eels & nets", html.P("x"), Where("/sea", "0123", "4567", below("/sea")))
    assert '<html lang="en" data-root="/sea" data-stamp="0123" data-state="4567" data-files="' in text
    assert "<title>Eels &amp; nets</title>" in text
    assert '<script defer src="/sea/assets/site.js?v=' in text


def test_a_page_says_what_previews_of_links_to_it_show() -> None:
    text = page("Eels", "x", Where(), About("Eels & nets", 'What is "said".', "Harbor", "https://x.example/eels"))
    assert '<meta name="description" content="What is &quot;said&quot;.">' in text
    assert '<meta property="og:title" content="Eels &amp; nets">' in text
    assert '<meta property="og:url" content="https://x.example/eels">' in text
    assert "og:" not in page("Eels", "x", Where())
