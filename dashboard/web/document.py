"""Components as the HTML of a whole page: the document, its scripts, and how each component is written."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from html import escape
from typing import Any, NamedTuple

from dash.development.base_component import Component

from dashboard.state.addresses import Place, as_written
from dashboard.web import assets
from validation.language.direction import in_order

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
RENAMED = {"className": "class", "htmlFor": "for"}
SILENT = {"children", "key"}
ADDRESSES = {"action", "data-link", "data-part", "href", "src"}

Put = Callable[[str], None]


class Kit(NamedTuple):
    """The scripts of pages: what every one has, and what only some ask for, by what stands in those.

    What has to be asked for across origins is not preloaded from a folder, where each file is an origin.
    """

    base: str
    used: Mapping[str, str]
    preloads: bool = True


FIGURE = " data-figure="
SERVED = Kit(
    "site.js",
    {
        "charts.js": FIGURE,
        "edit.js": "/edit/",
        "live.js": " data-live=",
        "parts.js": " data-part=",
        "reader.js": 'class="reader',
    },
)
"""Of pages that a server answers with."""

# The scheme is chosen before anything is drawn, so that no page flashes white in the dark. plotly.js is fetched at
# once and run when there is something to read (drawing.js).
_DOCUMENT = """<!DOCTYPE html>
<html lang="en"{classes}{figures} data-root="{root}" data-stamp="{stamp}" data-state="{state}" data-files="{files}"
 data-plotlyjs="{plotlyjs}" data-font="{font}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
{about}{dataset}<script>{head}</script>
<link rel="icon" href="{icon}">
{preloads}<link rel="stylesheet" href="{styles}">
{scripts}
</head>
<body>
{body}
</body>
</html>
"""
_DATASET = '<script type="application/ld+json">{}</script>\n'
_FONT = '<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>\n'
_SCRIPT = '<script defer src="{}"></script>'
_PLOTLYJS = '<link rel="preload" href="{}" as="script" fetchpriority="low">'


FILED = Kit("plain.js", {"charts.js": FIGURE, "filters.js": " data-live=", "reader.js": 'class="reader'}, False)
"""Of pages that are files."""


class Where(NamedTuple):
    """Where and of what a page is made: the path that all addresses here begin with, what names the data.

    `state` names besides what is said of them, `to` says where each address is. `embedded` is a page for a frame.
    The scripts are a `kit`; `figures` is below what they find figures, where that is not `root`.
    """

    root: str = ""
    stamp: str = ""
    state: str = ""
    to: Place = as_written
    embedded: bool = False
    kit: Kit = SERVED
    figures: str = ""


class About(NamedTuple):
    """What is shown of a page where its address is passed on: title, a sentence, of what site, its address, a picture.

    What programs read besides are `alternate`, the address of the same as JSON, and `dataset`, JSON-LD that describes
    the whole.
    """

    title: str = ""
    sentence: str = ""
    site: str = ""
    address: str = ""
    picture: str = ""
    alternate: str = ""
    dataset: str = ""


def page(title: str, body: Any, where: Where, about: About | None = None) -> str:
    """The document of a page."""
    written, to = html_text(body, where.to), where.to
    return _DOCUMENT.format(
        root=escape(where.root),
        stamp=where.stamp,
        state=where.state,
        plotlyjs=to(assets.address(assets.PLOTLYJS)),
        files=_files(),
        title=escape(title),
        about=_told(about, to) if about else "",
        dataset=_DATASET.format(about.dataset) if about and about.dataset else "",
        figures=f' data-figures="{escape(where.figures)}"' if where.figures else "",
        classes=_classes({"embedded": where.embedded, "filed": where.kit is FILED}),
        head=assets.head_script(),
        icon=to(assets.address(assets.ICON)),
        font=to(assets.address(assets.FONT)),
        preloads=_FONT.format(to(assets.address(assets.FONT))) if where.kit.preloads else "",
        styles=to(assets.address(assets.STYLES)),
        scripts="\n".join(_scripts(written, where.kit, to)),
        body=written,
    )


def _classes(said: Mapping[str, bool]) -> str:
    names = " ".join(name for name, holds in said.items() if holds)
    return f' class="{names}"' if names else ""


def _told(about: About, to: Place) -> str:
    """What previews of links read, without what nobody knows; and where the page's data are."""
    named = {
        "og:type": "website",
        "og:title": about.title,
        "og:site_name": about.site,
        "og:url": about.address,
        "og:description": about.sentence,
        "og:image": about.picture,
    }
    lines = [f'<meta property="{name}" content="{escape(value)}">' for name, value in named.items() if value]
    if about.picture:
        lines.append('<meta name="twitter:card" content="summary_large_image">')
    if about.alternate:
        lines.append(f'<link rel="alternate" type="application/json" href="{to(about.alternate)}">')
    return "\n".join([f'<meta name="description" content="{escape(about.sentence)}">', *lines]) + "\n"


@cache
def head_hash() -> str:
    """What a policy allows the one inline script by."""
    return "sha256-" + b64encode(sha256(assets.head_script().encode()).digest()).decode()


def html_text(node: Any, to: Place = as_written) -> str:
    """The HTML of a component, a text, a number, or a list of them; attributes are in alphabetical order.

    `to` says where the addresses on this site are.
    """
    pieces: list[str] = []
    _write(node, to, pieces.append)
    return "".join(pieces)


def _scripts(written: str, kit: Kit, to: Place) -> Iterator[str]:
    yield _SCRIPT.format(to(assets.address(kit.base)))
    for name, mark in kit.used.items():
        if mark in written:
            yield _SCRIPT.format(to(assets.address(name)))
    if FIGURE in written:
        yield _PLOTLYJS.format(to(assets.address(assets.PLOTLYJS)))


@cache
def _files() -> str:
    """What names the scripts and styles: where they are others, a page that is open must be loaded anew."""
    etags = "".join(body.etag for body in assets.bodies().values())
    return sha256(f"{etags}{assets.head_script()}".encode()).hexdigest()[:12]


def _write(node: Any, to: Place, put: Put, told: Callable[[str], str] = in_order) -> None:
    """Writes a node, its words as they are `told`: within an element that has a direction of its own, as they are."""
    if isinstance(node, str):
        put(escape(told(node), quote=False))
    elif isinstance(node, Component):
        _write_element(node, to, put, told)
    elif isinstance(node, (list, tuple)):
        for each in node:
            _write(each, to, put, told)
    elif node is not None and not isinstance(node, bool):
        put(escape(str(node), quote=False))


def _write_element(node: Component, to: Place, put: Put, told: Callable[[str], str]) -> None:
    tag = node._type.lower()
    # What is set on a component stands in it beside what Dash knows of its kind.
    properties = {name: value for name, value in vars(node).items() if not name.startswith(("_", "available_"))}
    put(f"<{tag}{''.join(sorted(_attribute(name, value, to) for name, value in properties.items()))}>")
    if tag not in VOID:
        _write(properties.get("children"), to, put, str if "dir" in properties else told)
        put(f"</{tag}>")


def _attribute(name: str, value: Any, to: Place) -> str:
    if name in SILENT or value is None or value is False:
        return ""
    name = _name(name)
    if value is True:
        return f" {name}"
    text = _text(name, value)
    if name in ADDRESSES:
        text = to(text)
    return f' {name}="{escape(text)}"'


@cache
def _name(name: str) -> str:
    return RENAMED.get(name, name if "-" in name else name.lower())


def _text(name: str, value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    return _style(value) if name == "style" else json.dumps(value, sort_keys=True, separators=(",", ":"))


def _style(style: dict[str, Any]) -> str:
    return ";".join(f"{_hyphened(name)}:{value}" for name, value in style.items())


@cache
def _hyphened(name: str) -> str:
    return re.sub("([A-Z])", r"-\1", name).lower()
