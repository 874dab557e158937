"""The colors and type of the pages and the charts, light and dark: no other module names a color."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

# The application serves the first; the others are what systems have, nearest in width first.
FONT = (
    '"Source Sans 3", "Source Sans Pro", system-ui, -apple-system, "Segoe UI", Roboto, '
    '"Noto Sans", "Liberation Sans", sans-serif'
)

MIXED = {
    "soft": "color-mix(in srgb, var(--ink) 5%, transparent)",
    "control": "color-mix(in srgb, var(--muted) 75%, var(--paper))",
    "shadow": "rgb(0 0 0 / 16%)",
}
"""Colors for the pages alone: under code and formulas, around what is pressed or filled in, of what floats."""

LAYERS = ("base", "parts", "pages")
"""The cascade layers of the stylesheets: HTML as it is, what pages share, what one page has. A later one wins."""


@dataclass(frozen=True)
class Tokens:
    """The colors of one scheme, as #rrggbb.

    `paper` lies under charts and cards, `page` around them. `doc` is for numbers that documents state and for nothing
    else, `ref` for references and dates; `doc_pale` and `ref_pale` fill a hatch or a band, `wash` lies under a number
    in its passage. `ink`, `muted`, `doc`, `error`, `warn` and `ok` are legible as text (4.5:1) on paper and page,
    `ref` and `axis` stand out (3:1); `grid` and `line` are decoration.
    """

    paper: str
    page: str
    ink: str
    muted: str
    line: str
    grid: str
    axis: str
    doc: str
    doc_pale: str
    wash: str
    ref: str
    ref_pale: str
    error: str
    warn: str
    ok: str


SCHEMES = {
    "light": Tokens(
        paper="#ffffff",
        page="#f6f7f9",
        ink="#17202a",
        muted="#56616c",
        line="#dfe3e8",
        grid="#e3e7eb",
        axis="#838d99",
        doc="#0067a6",
        doc_pale="#cfe3f2",
        wash="#dcebf7",
        ref="#717d89",
        ref_pale="#dde2e7",
        error="#b3261e",
        warn="#b04600",
        ok="#1a7340",
    ),
    "dark": Tokens(
        paper="#161a1f",
        page="#0e1114",
        ink="#eef1f4",
        muted="#a9b3bd",
        line="#2b333c",
        grid="#2a323a",
        axis="#76828e",
        doc="#5ab4ee",
        doc_pale="#1b4764",
        wash="#143a56",
        ref="#8793a0",
        ref_pale="#323b44",
        error="#ff8a80",
        warn="#ffab5e",
        ok="#5ccf8e",
    ),
}


@dataclass(frozen=True, slots=True)
class Style:
    """How the marks of one kind of source are drawn: color, pale color, symbol of a point, thickness of a bar."""

    color: str
    pale: str
    symbol: str
    thick: int


def of_document(scheme: str) -> Style:
    """What a document states: the one strong color, a disc, a thick bar."""
    colors = tokens(scheme)
    return Style(colors.doc, colors.doc_pale, "circle", 18)


def of_reference(scheme: str) -> Style:
    """What a reference states: gray, a square, a thinner bar."""
    colors = tokens(scheme)
    return Style(colors.ref, colors.ref_pale, "square", 13)


def tokens(scheme: str) -> Tokens:
    """The colors of a scheme; ValueError names the schemes there are."""
    if scheme not in SCHEMES:
        raise ValueError(f"scheme must be {' or '.join(SCHEMES)}, not {scheme!r}")
    return SCHEMES[scheme]


def faded(color: str, opacity: float) -> str:
    """A #rrggbb color at an opacity from 0 to 1."""
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def mixed(color: str, other: str, part: float) -> str:
    """An opaque color between two #rrggbb colors, with so large a part of the first."""
    pairs = [(int(color[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(one * part + two * (1 - part)):02x}" for one, two in pairs)


@cache
def template(scheme: str) -> dict[str, Any]:
    """The template of every figure of a scheme, as plotly.js reads it: one for all of them, never to be changed."""
    return {"layout": _layout(tokens(scheme))}


def css() -> str:
    """The order of the layers, and the custom properties of both schemes.

    It is linked before every other stylesheet. Without a data-scheme attribute the reader's system decides.
    """
    light, dark = (_declarations(name) for name in ("light", "dark"))
    mixed = "".join(f"--{name}:{color};" for name, color in MIXED.items())
    return (
        f"@layer {', '.join(LAYERS)};\n"
        f":root{{--font:{FONT};{mixed}{light}}}\n"
        f"@media (prefers-color-scheme: dark){{:root:not([data-scheme]){{{dark}}}}}\n"
        f"[data-scheme=light]{{{light}}}\n"
        f"[data-scheme=dark]{{{dark}}}\n"
    )


def _declarations(scheme: str) -> str:
    pairs = [(field.name.replace("_", "-"), getattr(tokens(scheme), field.name)) for field in fields(Tokens)]
    return "".join(f"--{name}:{color};" for name, color in pairs) + f"color-scheme:{scheme}"


def _layout(colors: Tokens) -> dict[str, Any]:
    """Transparent, so that the card shows through; sizes and margins are each chart's own."""
    axis = {
        "automargin": False,
        "fixedrange": True,
        "gridcolor": colors.grid,
        "linecolor": colors.axis,
        "showgrid": False,
        "showline": False,
        "tickangle": 0,
        "tickcolor": colors.axis,
        "tickfont": {"color": colors.muted, "size": 13},
        "zeroline": False,
    }
    return {
        "annotationdefaults": {"font": {"color": colors.ink, "size": 14}, "showarrow": False},
        "autosize": True,
        "colorway": [colors.ref],
        "dragmode": False,
        "font": {"family": FONT, "size": 14, "color": colors.ink},
        "hoverlabel": {
            "align": "left",
            "bgcolor": colors.paper,
            "bordercolor": colors.axis,
            "font": {"family": FONT, "size": 14, "color": colors.ink},
        },
        "hovermode": "closest",
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "separators": ".,",
        "showlegend": False,
        "xaxis": axis,
        "yaxis": axis,
    }
