"""The HTML document around every page, with scripts and without."""

from __future__ import annotations

import hashlib
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from dashboard.design import theme
from dashboard.web.markup import html_text

ASSETS = Path(__file__).parents[1] / "assets"
FONT = "fonts/source-sans-3-latin-wght-normal.woff2"
THEME = "/assets/theme.css"
TITLE = "(title)"
"""Stands in the document until the page is known."""

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
without: <a href="/download/observations.csv">observations.csv</a>,
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


@cache
def asset(name: str) -> str:
    """The address of a file of ours, which changes when the file does."""
    return f"/assets/{name}?v={hashlib.sha256((ASSETS / name).read_bytes()).hexdigest()[:12]}"


@cache
def stylesheet() -> bytes:
    """The order of the layers and the colors of both schemes as CSS."""
    return theme.css().encode()


def _head(title: str) -> str:
    version = hashlib.sha256(stylesheet()).hexdigest()[:12]
    return _HEAD.format(
        title=title,
        icon=asset("icon.svg"),
        font=f"/assets/{FONT}",
        theme=f"{THEME}?v={version}",
        script=asset("head.js"),
    )
