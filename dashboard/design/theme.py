"""The colors and type of the pages and the charts, light and dark: no other module names a color."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from functools import cache
from itertools import cycle
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

    `paper` lies under charts and cards, `page` around them. `ink`, `muted`, `accent`, `error`, `warn`, `ok` and
    every series color are legible as text (4.5:1) on both, `axis` stands out (3:1); `grid` and `line` are decoration.
    """

    paper: str
    page: str
    ink: str
    muted: str
    line: str
    grid: str
    axis: str
    accent: str
    accent_ink: str
    series: tuple[str, ...]
    error: str
    warn: str
    ok: str
    mark: str


# Okabe and Ito's colors in their order, each darkened or lightened until it stands out on its paper.
SCHEMES = {
    "light": Tokens(
        paper="#ffffff",
        page="#f5f7f8",
        ink="#1d2733",
        muted="#5b6670",
        line="#dfe3e7",
        grid="#e1e5e9",
        axis="#7f8a95",
        accent="#0067a3",
        accent_ink="#ffffff",
        series=("#0067a6", "#b84e00", "#00755a", "#9c4088", "#7d5f00", "#5b6670"),
        error="#b3261e",
        warn="#8a5300",
        ok="#1a7340",
        mark="#ffe9a8",
    ),
    "dark": Tokens(
        paper="#14181d",
        page="#0d1013",
        ink="#eef1f4",
        muted="#a9b3bd",
        line="#2b333c",
        grid="#2b333c",
        axis="#6b7783",
        accent="#7cc7f0",
        accent_ink="#0d1013",
        series=("#56b4e9", "#e69f00", "#2bbe92", "#e39cc6", "#f0e442", "#a9b3bd"),
        error="#ff8a80",
        warn="#ffb84d",
        ok="#5ccf8e",
        mark="#5a4500",
    ),
}


@dataclass(frozen=True)
class Style:
    """How one topic, source or kind is told from the others: never by its color alone."""

    color: str
    symbol: str
    dash: str

    @property
    def glyph(self) -> str:
        """The symbol as a character, for keys that are set as text."""
        return GLYPHS[self.symbol]


# Lists of unequal length: when the colors begin again, each meets another symbol.
GLYPHS = {
    "circle": "●",
    "diamond": "◆",
    "square": "■",
    "triangle-up": "▲",
    "cross": "✚",
    "star": "★",
    "pentagon": "⬟",
    "x": "✖",
}
SYMBOLS = ("circle", "diamond", "square", "triangle-up", "cross", "star", "pentagon")
DASHES = ("solid", "dash", "dot", "dashdot", "longdash")


def tokens(scheme: str) -> Tokens:
    """The colors of a scheme; ValueError names the schemes there are."""
    if scheme not in SCHEMES:
        raise ValueError(f"scheme must be {' or '.join(SCHEMES)}, not {scheme!r}")
    return SCHEMES[scheme]


def styles(names: Iterable[str], scheme: str, gray: Collection[str] = ()) -> dict[str, Style]:
    """A style for each name, in the order in which the names first come; those in `gray` are, and no others."""
    colors = tokens(scheme)
    hues = cycle([color for color in colors.series if not gray or color != colors.muted])
    return {
        name: Style(colors.axis if name in gray else next(hues), SYMBOLS[i % len(SYMBOLS)], DASHES[i % len(DASHES)])
        for i, name in enumerate(dict.fromkeys(names))
    }


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
    plain = [(name, color) for name, color in pairs if name != "series"]
    series = [(f"series-{i}", color) for i, color in enumerate(tokens(scheme).series, 1)]
    return "".join(f"--{name}:{color};" for name, color in plain + series) + f"color-scheme:{scheme}"


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
        "colorway": list(colors.series),
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
