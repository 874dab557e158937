"""The files that pages ask for, styles, scripts, font and plotly.js, each at an address that names its content."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from flask import Flask, Response, request

from dashboard.design import theme
from dashboard.state.refusals import Unknown
from dashboard.web.bodies import ASK_FIRST, FOREVER, Body, for_all, respond

ASSETS = Path(__file__).parents[1] / "assets"
VENDOR = Path(__file__).parents[1] / "vendor"
FONT = "source-sans-3-latin-wght-normal.woff2"
ICON = "icon.svg"
STYLES = "all.css"
PLOTLYJS = "plotly.js"
"""Scatter, bar and pie: a quarter of the whole."""

SCRIPTS = {
    "site.js": ("common.js", "visits.js", "menu.js", "view.js", "news.js", "copy.js", "suggest.js"),
    "plain.js": ("common.js", "plain.js", "menu.js", "view.js", "copy.js"),
    "filters.js": ("filters.js",),
    "charts.js": ("drawing.js", "points.js", "pictures.js", "menus.js"),
    "edit.js": ("edit.js",),
    "live.js": ("live.js",),
    "parts.js": ("parts.js",),
    "reader.js": ("reader.js",),
}
"""What is sent as one script: what every page needs, and what only some do."""


def serve(server: Flask) -> None:
    """Answer the addresses of all of them."""
    server.add_url_rule("/assets/<path:name>", "assets", _answer)


def address(name: str) -> str:
    """Where a file is: another address for another content."""
    return f"/assets/{name}?v={_version(bodies()[name])}"


@cache
def bodies() -> dict[str, Body]:
    """Every file by its name, read once."""
    read = {ICON: ASSETS / ICON, FONT: ASSETS / "fonts" / FONT, PLOTLYJS: next(VENDOR.glob("plotly-basic-*.min.js"))}
    as_they_are = {name: Body(file.read_bytes(), name) for name, file in read.items()}
    scripts = {name: "".join(map(_text, parts)) for name, parts in SCRIPTS.items()}
    # A font is fetched once if the stylesheet and the page name it alike.
    styles = _styles().replace(f'"{FONT}"', f'"{FONT}?v={_version(as_they_are[FONT])}"')
    made = {STYLES: styles, **scripts}
    return as_they_are | {name: Body(text.encode(), name) for name, text in made.items()}


def head_script() -> str:
    """The script that stands in the head of a page, before anything is drawn."""
    return _text("head.js").strip()


def _styles() -> str:
    """One stylesheet: the theme is first, for it says the order of the layers of all others."""
    return theme.css() + "".join(_text(file.name) for file in sorted(ASSETS.glob("*.css")))


def _version(body: Body) -> str:
    return body.etag[:12]


def _text(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def _answer(name: str) -> Response:
    body = bodies().get(name)
    if body is None:
        raise Unknown("file", name, bodies(), root="/assets/")
    named = request.args.get("v", "") == _version(body)
    return for_all(respond(body, cache=FOREVER if named else ASK_FIRST))
