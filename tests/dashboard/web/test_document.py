"""Components as HTML text."""

from __future__ import annotations

from typing import Any

import pytest
from dash import dcc, html

from dashboard.design.controls import Input
from dashboard.web.document import html_text


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
        ([dcc.Store(id="s"), dcc.Graph(figure={}), "x"], "x"),
    ],
)
def test_html(node: Any, expected: str) -> None:
    assert html_text(node) == expected
