"""The HTML document around every page, with scripts and without, and the files of ours that it asks for."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from dash.development.base_component import Component
from flask import Flask, Response, request
from werkzeug.wrappers import Response as BaseResponse

from dashboard.design import theme

ASSETS = Path(__file__).parents[1] / "assets"
FONT = "fonts/source-sans-3-latin-wght-normal.woff2"
THEME = "/assets/theme.css"
TITLE = "(title)"
"""Stands in the document until the page is known."""

# Scatter, bar and pie: a quarter of the whole. dcc.Graph loads it when the first chart comes onto a page.
BUNDLE = next((Path(__file__).parents[1] / "vendor").glob("plotly-basic-*.min.js"))
PLOTLYJS = "/_dash-component-suites/plotly/package_data/plotly.min.js"

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
RENAMED = {"className": "class", "htmlFor": "for"}
SILENT = {"children", "key", "n_clicks", "n_clicks_timestamp", "disable_n_clicks"}
SCRIPTED = {"Store", "Location", "Interval", "Graph"}
"""They are nothing without a script."""

# The theme is the first stylesheet, for it says the order of the layers of all others. The scheme is chosen by head.js
# before anything is drawn, so that no page flashes white in the dark.
_HEAD = """<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="icon" href="{icon}">
<link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="{theme}">
<script src="{script}"></script>"""

_SCRIPTED = """<!DOCTYPE html>
<html lang="en">
<head>
{head}
{{%css%}}
</head>
<body>
{{%app_entry%}}
<noscript><p class="noscript">These pages are drawn by scripts, which are off in this browser. The numbers can be had
without: <a href="/download/numbers.csv">numbers.csv</a>,
<a href="/download/datapackage.zip">datapackage.zip</a>.</p></noscript>
{{%config%}}
{{%scripts%}}
{{%renderer%}}
</body>
</html>"""

_PLAIN = """<!DOCTYPE html>
<html lang="en">
<head>
{head}
{styles}
</head>
<body>
{body}
{scripts}
</body>
</html>
"""


def scripted() -> str:
    """The document that Dash fills in."""
    return _SCRIPTED.format(head=_head(TITLE))


def plain(title: str, body: Any) -> str:
    """A document that stands without Dash: the same frame, styles and menu, and no component that needs a script."""
    styles = [f'<link rel="stylesheet" href="{asset(path.name)}">' for path in sorted(ASSETS.glob("*.css"))]
    scripts = [f'<script src="{asset(name)}"></script>' for name in ("pages.js", "scheme.js")]
    return _PLAIN.format(
        head=_head(escape(title)), styles="\n".join(styles), body=html_text(body), scripts="\n".join(scripts)
    )


def as_data(node: Any) -> Any:
    """Components as the plain data that Dash sends, so that they are taken apart once and not at each answer."""
    if isinstance(node, (list, tuple)):
        return [as_data(each) for each in node]
    if not isinstance(node, Component):
        return node
    written = node.to_plotly_json()
    return {**written, "props": {name: as_data(value) for name, value in written["props"].items()}}


def html_text(node: Any) -> str:
    """The HTML of a component, a text, a number, or a list of them; attributes are in alphabetical order."""
    if node is None or isinstance(node, bool):
        return ""
    if isinstance(node, (list, tuple)):
        return "".join(map(html_text, node))
    if not isinstance(node, Component):
        return escape(str(node), quote=False)
    return _element(node)


@cache
def asset(name: str) -> str:
    """The address of a file of ours, which changes when the file does."""
    return f"/assets/{name}?v={hashlib.sha256((ASSETS / name).read_bytes()).hexdigest()[:12]}"


@cache
def stylesheet() -> bytes:
    """The order of the layers and the colors of both schemes as CSS."""
    return theme.css().encode()


def serve(server: Flask) -> None:
    """Answer the addresses of the theme, and of plotly.js whole with the part of it that draws the charts here."""
    server.add_url_rule(THEME, "theme", lambda: Response(stylesheet(), mimetype="text/css"))
    server.add_url_rule(PLOTLYJS, "plotlyjs", _plotlyjs)


def _plotlyjs() -> BaseResponse:
    """The script, with an ETag since its address doesn't change with its content."""
    data, etag = _bundle()
    response = Response(data, mimetype="text/javascript")
    response.set_etag(etag)
    return response.make_conditional(request)


@cache
def _bundle() -> tuple[bytes, str]:
    data = BUNDLE.read_bytes()
    return data, hashlib.sha256(data).hexdigest()[:32]


def _head(title: str) -> str:
    version = hashlib.sha256(stylesheet()).hexdigest()[:12]
    return _HEAD.format(
        title=title,
        icon=asset("icon.svg"),
        font=f"/assets/{FONT}",
        theme=f"{THEME}?v={version}",
        script=asset("head.js"),
    )


def _element(node: Component) -> str:
    written = node.to_plotly_json()
    if written["type"] in SCRIPTED:
        return ""
    tag, properties = written["type"].lower(), written["props"]
    attributes = "".join(sorted(_attribute(name, value) for name, value in properties.items()))
    if tag in VOID:
        return f"<{tag}{attributes}>"
    return f"<{tag}{attributes}>{html_text(properties.get('children'))}</{tag}>"


def _attribute(name: str, value: Any) -> str:
    if name in SILENT or value is None or value is False:
        return ""
    name = RENAMED.get(name, name if "-" in name else name.lower())
    if value is True:
        return f" {name}"
    return f' {name}="{escape(_written(name, value))}"'


def _written(name: str, value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    return _style(value) if name == "style" else json.dumps(value, sort_keys=True, separators=(",", ":"))


def _style(style: dict[str, Any]) -> str:
    return ";".join(f"{_hyphened(name)}:{value}" for name, value in style.items())


def _hyphened(name: str) -> str:
    return re.sub("([A-Z])", r"-\1", name).lower()
