"""Components as HTML text, for pages that must stand without a script."""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

from dash.development.base_component import Component

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
RENAMED = {"className": "class", "htmlFor": "for"}
SILENT = {"children", "key", "n_clicks", "n_clicks_timestamp", "disable_n_clicks"}
SCRIPTED = {"Store", "Location", "Interval", "Graph"}
"""They are nothing without a script."""


def html_text(node: Any) -> str:
    """The HTML of a component, a text, a number, or a list of them; attributes are in alphabetical order."""
    if node is None or isinstance(node, bool):
        return ""
    if isinstance(node, (list, tuple)):
        return "".join(map(html_text, node))
    if not isinstance(node, Component):
        return escape(str(node), quote=False)
    return _element(node)


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
