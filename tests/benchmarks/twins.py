"""The overview made otherwise, to be measured beside ours: `python -m tests.benchmarks.twins twin|bare|stock`.

All have the same figures and the same rows. The twin is the overview's own HTML as a file, without our scripts; the
bare page has headings, figures and rows alone, written by hand: both draw every chart at once. Stock Dash is given
what the bare page has, as dcc.Graph and html.Table, and sends what it sends.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any, NamedTuple

import plotly.io
from dash import Dash, dcc, html
from flask import Flask

from dashboard.app import create_app
from dashboard.sections import charts
from dashboard.state.store import Snapshot, Store, load
from dashboard.state.views import SPANS, Span, View
from dashboard.web import assets, server
from dashboard.web.bodies import FOREVER, Body, respond
from tests.benchmarks.runs import ROOT

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Twin</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/all.css">
<script defer src="/plotly.js"></script><script defer src="/draw.js"></script></head>
<body><main><h1>{title}</h1><p class="outcomes">{count} numbers</p>{cards}</main></body></html>"""
CARD = """<section class="card"><h3>{name}</h3><div id="f{i}" style="height:{height}px"></div>
<details><summary>Table</summary><table><tbody>{rows}</tbody></table></details></section>"""
EVERY = """for (const place of document.querySelectorAll("[data-figure]")) {
  const figure = FIGURES[place.dataset.figure + " " + place.dataset.span];
  Plotly.newPlot(place.appendChild(document.createElement("div")), figure.data, figure.layout, {displayModeBar: false});
}
"""
DRAW = """for (const [i, figure] of FIGURES.entries())
  Plotly.newPlot("f" + i, figure.data, figure.layout, {displayModeBar: false, responsive: true});
"""


class Drawn(NamedTuple):
    """A chart of the overview: what it shows, its figure, its rows."""

    name: str
    figure: dict[str, Any]
    rows: Sequence[Sequence[str]]


def overview(data: Snapshot) -> str:
    """Our own page."""
    return create_app(Store(lambda: data)).server.test_client().get("/").text


def asked(page: str) -> list[tuple[str, Span]]:
    """The key of each drawing of a page with the span that it has there, in their order."""
    return [(key, span) for key, span in re.findall('data-figure="(.+?)" data-span="(.+?)"', page) if span in SPANS]


def drawn(data: Snapshot) -> Iterator[Drawn]:
    """Every chart that the overview draws."""
    for key, span in asked(overview(data)):
        drawing = charts.find(data, key)
        rows = [(drawing.names[one.id].title, one.said, one.when, one.said_by) for one in drawing.numbers]
        yield Drawn(charts.headline(data, key), _figure(data, key, span), rows)


def _figure(data: Snapshot, key: str, span: Span) -> dict[str, Any]:
    return charts.draw(data, key, scheme="light", width=View().width(span))


def twin(data: Snapshot) -> Flask:
    """Our own page as a file, and one script that draws all of its charts at once."""
    text = overview(data)
    figures = {f"{key} {span}": _figure(data, key, span) for key, span in asked(text)}
    scripts = '<script defer src="/plotly.js"></script><script defer src="/draw.js"></script>'
    plain = re.sub(r"<script.*?</script>|<link rel=.preload. href=.\S+plotly.*?>", "", text, flags=re.DOTALL)
    page = plain.replace("</head>", f"{scripts}</head>").replace("<html ", '<html class="scripted" ')
    return _served(re.sub(r"/assets/all\.css\S*?(?=\")", "/all.css", page), figures, EVERY)


def bare(data: Snapshot) -> Flask:
    """One page, its stylesheet and its scripts, each compressed once."""
    found = list(drawn(data))
    cards = "".join(
        CARD.format(i=i, name=escape(one.name), height=one.figure["layout"]["height"], rows=_rows(one.rows))
        for i, one in enumerate(found)
    )
    page = PAGE.format(title=escape(data.title), count=len(data.register.numbers), cards=cards)
    return _served(page, [one.figure for one in found], DRAW)


def _served(page: str, figures: Any, draw: str) -> Flask:
    written = json.dumps(figures, separators=(",", ":"))
    files = {
        "": Body(page.encode(), "page.html"),
        "all.css": assets.bodies()[assets.STYLES],
        "plotly.js": assets.bodies()[assets.PLOTLYJS],
        assets.FONT: assets.bodies()[assets.FONT],
        "draw.js": Body(f"const FIGURES={written};{draw}".encode(), "draw.js"),
    }
    app = Flask(__name__)
    app.add_url_rule("/", "page", lambda: respond(files[""]))
    app.add_url_rule("/<name>", "file", lambda name: respond(files[name], cache=FOREVER))
    return app


def stock(data: Snapshot) -> Flask:
    """The same in Dash as it comes."""
    app = Dash(__name__, assets_folder="none")
    plotly.io.templates.default = None
    cards = [
        html.Div(
            [
                html.H3(one.name),
                dcc.Graph(figure=one.figure),
                html.Details([html.Summary("Table"), html.Table([html.Tr([*map(html.Td, row)]) for row in one.rows])]),
            ]
        )
        for one in drawn(data)
    ]
    count = html.P(f"{len(data.register.numbers)} numbers", className="outcomes")
    app.layout = html.Div([html.H1(data.title), count, *cards])
    app.server.test_client().get("/")  # each process knows of the scripts that it has written into a page alone
    return app.server


def _rows(rows: Sequence[Sequence[str]]) -> str:
    return "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)


def main(which: str) -> None:
    """Serves one of them as ours is served, until it is stopped."""
    data = load(ROOT / "datasets", ROOT / "seeds")
    app = {"twin": twin, "bare": bare, "stock": stock}[which](data)
    listener = server.listen("127.0.0.1", 0)
    print(server.address(listener), flush=True)
    server.Server(app, listener, workers=2).run()


if __name__ == "__main__":
    main(sys.argv[1])
